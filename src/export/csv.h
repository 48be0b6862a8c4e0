/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CSV: RFC 4180 to the letter (CRLF, every field quoted), one value a cell, nothing added to the
 * data.
 *
 * The three tables of a project: annotations, documents, codebook. Rows come from the caller;
 * column names stand in export/column.def, from which the manual's table is made as well.
 */
#ifndef EXPORT_CSV_H
#define EXPORT_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/str.h"
#include "export/column.h"
#include "model/rows.h"

struct csv_options {
	char delimiter; /* ',' */
	/* A BOM, a ' before cells that a spreadsheet would run, a last column `guarded`. */
	bool spreadsheet;
	const size_t *columns; /* those wanted, in order (export/column.h); NULL: all. Borrowed */
	size_t n_columns;
};

/*
 * A character that can stand between quoted fields: not a quote, a control but TAB, or beyond
 * ASCII.
 */
bool csv_delimiter_ok(char c);

/*
 * Where rows go: called with whole rows; a status other than STATUS_OK stops the export and is its
 * result. Constant memory however many rows.
 */
struct csv_sink {
	enum status (*write)(void *self, const char *bytes, size_t n, struct fault *f);
	void *self;
};

/*
 * All that a project's rows need to become annotations.csv. Lists are in the order in which a store
 * lists them.
 */
struct csv_project {
	const struct article_list *articles;     /* those to export */
	const struct highlight_list *highlights;
	const struct tag_list *tags;
	const struct coding_list *codings;
	const struct note_list *notes;
	/*
	 * The document of an article, for byte offsets and paragraph numbers; borrowed by the call.
	 * NULL: fault is set.
	 */
	struct document *(*document)(void *self, const struct article *article, struct fault *f);
	void *self;
};

enum status csv_annotations(const struct csv_project *project, const struct csv_options *options,
			    const struct csv_sink *sink, struct fault *f) MUST_USE;
enum status csv_documents(const struct csv_project *project, const struct csv_options *options,
			  const struct csv_sink *sink, struct fault *f) MUST_USE;
enum status csv_codebook(const struct csv_project *project, const struct csv_options *options,
			 const struct csv_sink *sink, struct fault *f) MUST_USE;

#endif
