/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A walk over the highlights of an article, each with all that hangs on it, in the order of
 * store_highlight_list(): constant memory however many there are.
 *
 * Its parts are read side by side and have to agree: it stands between store_read_begin() and
 * store_read_end(), or store_changes() tells behind it that nobody wrote. One walk at a time.
 */
#ifndef STORE_WALK_H
#define STORE_WALK_H

#include "model/annotated.h"
#include "store/store.h"

struct walk;

/* `*out` is the caller's to free, before the reading ends; NULL where it fails. */
enum status walk_new(struct store *store, struct walk **out, struct fault *f) MUST_USE;
void walk_free(struct walk *walk);

/* Goes before the first highlight of `article` (id); `parts` of enum annotated_parts. */
void walk_begin(struct walk *walk, const char *article, unsigned parts);

/*
 * The next highlight; `*out` is NULL after the last. Borrowed until the walk goes on; the caller
 * may take rows out of it.
 */
enum status walk_next(struct walk *walk, struct annotated **out, struct fault *f) MUST_USE;

#endif
