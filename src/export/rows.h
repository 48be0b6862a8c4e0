/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an export reads. Small tables come whole, in the order in which a store lists them;
 * highlights one after the other, for there may be millions.
 *
 * All of it has been chosen already (export/filter.h): what is not to be seen is not there.
 */
#ifndef EXPORT_ROWS_H
#define EXPORT_ROWS_H

#include "base/fault.h"
#include "model/annotated.h"
#include "model/lookup.h"

struct export_rows {
	const struct article_list *articles;
	const struct tag_list *tags;
	const struct claim_list *claims;
	const struct coverage_list *coverage;
	const struct relation_list *relations;
	const struct note_list *notes; /* those on anything but highlights */
	const struct property_list *properties; /* by name */
	/* Tags above those of `tags` that are not in it, by path. */
	const struct tag_list *tags_above;
	bool codings_only;  /* asked for tags, not for claims: annotations.csv has no mentions */
	bool mentions_only; /* and the other way round */

	/* Goes before the first highlight of `article`. `parts`: enum annotated_parts. */
	enum status (*begin)(void *self, const struct article *article, unsigned parts,
			     struct fault *f);
	/* The next; `*out` is NULL after the last. Borrowed until the next call. */
	enum status (*next)(void *self, struct annotated **out, struct fault *f);
	/* The text of an article; borrowed until the next call. NULL: the fault is set. */
	struct document *(*document)(void *self, const struct article *article, struct fault *f);
	void *self;
};

/* What to do with each highlight; anything but OK ends the walk and is its result. */
typedef enum status rows_visit(void *context, const struct article *article,
			       const struct annotated *at, struct fault *f);

/* Walks over all highlights: by article number, start, end, id. */
enum status rows_each(const struct export_rows *rows, unsigned parts, rows_visit *visit,
		      void *context, struct fault *f) MUST_USE;
/* The same over those of one article. */
enum status rows_each_of(const struct export_rows *rows, const struct article *article,
			 unsigned parts, rows_visit *visit, void *context,
			 struct fault *f) MUST_USE;

/* The row of a list that has `id`, by its index; NULL where there is none. */
#define ID_FIND(list, index, id) id_row((list)->items, sizeof *(list)->items, index, id)
const void *id_row(const void *items, size_t size, const struct lookup *index, const char *id);

#endif
