/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CSV: RFC 4180 to the letter (CRLF, every field quoted), one value a cell, nothing added to the
 * data.
 *
 * The tables of a project stand in export/column.def, with their columns; the manual's tables are
 * made from it as well. Rows come from the caller. Each table is sorted, and the same rows give the
 * same bytes.
 */
#ifndef EXPORT_CSV_H
#define EXPORT_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/str.h"
#include "export/column.h"
#include "export/rows.h"
#include "export/sink.h"

struct csv_options {
	char delimiter; /* ',' */
	/* A BOM, a ' before cells that a spreadsheet would run, a last column `guarded`. */
	bool spreadsheet;
	bool per_highlight; /* the matrix: a row each highlight, 0 or 1 */
	/* Headers of those wanted, in order; NULL: all. Borrowed */
	const char *const *columns;
	size_t n_columns;
};

/*
 * A character that can stand between quoted fields: not a quote, a control but TAB, or beyond
 * ASCII.
 */
bool csv_delimiter_ok(char c);

/* Constant memory beside the rows. INVALID for a column that the table has not. */
enum status csv_write(enum csv_table table, const struct export_rows *rows,
		      const struct csv_options *options, const struct sink *sink,
		      struct fault *f) MUST_USE;

#endif
