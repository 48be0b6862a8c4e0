/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Notes that were typed and not saved: what each is about, and where it stands in a text.
 *
 * A draft is kept under the name of its target: the id of a highlight or an article, or, where the
 * note is to make its highlight first, "WHERE START-END", an article's id or a file's path and code
 * points in it; "WHERE 0-0" is about the whole of a file that is in no project yet.
 */
#ifndef APP_DRAFTS_H
#define APP_DRAFTS_H

#include <stdbool.h>
#include <stddef.h>

#include "app/marks.h"
#include "store/store.h"

struct app;

/* The name of a draft on a range; the caller's. */
char *draft_range_name(const char *where, struct cp_range range);
/* Cuts such a name up; `*where` is the caller's. False, and nothing set, for any other. */
bool draft_range_parse(const char *name, char **where, struct cp_range *range);

struct shown_draft {
	char *name;
	struct cp_range range; /* empty: on the whole article */
	bool on_highlight;     /* which is there already */
};

/* Those of one article. Zero is a valid empty one. */
struct drafts {
	struct shown_draft *items;
	size_t n, cap;
};

void drafts_release(struct drafts *drafts);

/*
 * This coder's drafts on what is called by any of `names` (of the article, its file), and on
 * `marks`. On a fault `drafts` is as it was.
 */
enum status drafts_load(struct drafts *drafts, struct store *store, const char *coder,
			const char *const *names, size_t n_names, const struct marks *marks,
			struct fault *f) MUST_USE;

/* The first on a range that is no highlight yet and touches `range`; NULL. */
const struct shown_draft *drafts_touching(const struct drafts *drafts, struct cp_range range);
/* Whether one begins in `range`; on the whole article. */
bool drafts_begin_in(const struct drafts *drafts, struct cp_range range);
bool drafts_on_article(const struct drafts *drafts);

/* How many this coder has in the project. */
size_t drafts_pending(struct app *app);
/* Says that there are some, if so. */
void drafts_say_pending(struct app *app);

#endif
