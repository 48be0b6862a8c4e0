/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of an export as they are at one moment, read from a project. */
#ifndef APP_EXPORT_ROWS_H
#define APP_EXPORT_ROWS_H

#include "app/export.h"
#include "export/filter.h"
#include "export/rows.h"
#include "store/walk.h"

struct export_load {
	struct project *project;
	struct export_rows rows; /* what exporters are given */
	bool held;               /* nobody else can commit until the end */
	int64_t seen;            /* store_changes() when it began */

	struct walk *walk;       /* NULL: the reading is over */
	struct filter filter;
	struct article_list articles;
	struct tag_list tags, tags_above;
	struct claim_list claims;
	struct coverage_list coverage;
	struct relation_list relations;
	struct note_list notes;
	struct property_list properties;
	char *since;
	const char **coders;     /* those of the filter, or who is blind; NULL: all */
	struct document *doc;    /* of the article being written */
};

/*
 * Begins reading. With `hold` nobody else can commit until export_load_end(); without, others write
 * as they like, and export_load_torn() tells whether they did. Release it in any case, before the
 * project is closed.
 */
enum status export_load_begin(struct export_load *load, struct project *project,
			      const struct export_filter *filter, bool hold,
			      struct fault *f) MUST_USE;
/*
 * When all is written, and before anybody sees it: BUSY where it may not be of one moment, so that
 * it has to be done again, held. Else `status`.
 */
enum status export_load_torn(struct export_load *load, enum status status,
			     struct fault *f) MUST_USE;
/* Highlights and texts cannot be read any more. */
void export_load_end(struct export_load *load);
void export_load_release(struct export_load *load);

#endif
