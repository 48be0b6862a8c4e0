/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What of a project leaves it.
 *
 * Tags choose codings of these tags, and the highlights that have such; claims choose mentions of
 * these claims, and the highlights that have such; where both are given a highlight has both.
 * Coders and a time choose codings, mentions, notes and what is absent, by who made them and when
 * they, or the highlight that they are on, were last changed; a highlight stays where any of these
 * stays on it, or where it was itself made so.
 */
#ifndef EXPORT_FILTER_H
#define EXPORT_FILTER_H

#include "export/rows.h"

/* Lists are borrowed; all zero lets all through. */
struct filter {
	const struct tag_list *tags;     /* NULL: all */
	const struct claim_list *claims; /* NULL: all */
	const char *const *coders;       /* names; NULL: all */
	size_t n_coders;
	const char *since;               /* ISO 8601 UTC, perhaps only its beginning; NULL: ever */
	struct lookup tag_index, claim_index;
};

/* After the lists are set. Release it in any case. */
void filter_init(struct filter *filter);
void filter_release(struct filter *filter);

/* Whether it leaves anything of highlights out. */
bool filter_is_active(const struct filter *filter);

/* Takes out of `at`, which has all its parts, what is not chosen; false where nothing stays. */
bool filter_annotated(const struct filter *filter, struct annotated *at);

/* Whether what a coder made and last changed at a time is chosen by these two. */
bool filter_made(const struct filter *filter, const char *coder, const char *updated_at);

#endif
