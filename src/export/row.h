/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One row of CSV on its way to a sink: RFC 4180, every field quoted, CRLF.
 *
 * A writer asks for the cells of the wanted columns, one by one, and knows nothing of what they
 * mean.
 */
#ifndef EXPORT_ROW_H
#define EXPORT_ROW_H

#include "export/csv.h"

/* The last column of what a spreadsheet gets: the headers of the cells that were guarded. */
#define CSV_GUARDED "guarded"

/* Appends the value of column `index` of the row that `row` points to; changes nothing else. */
typedef void row_cell(const void *row, size_t index, struct str *out);

struct row_writer {
	const char *const *headers; /* of all columns; borrowed */
	size_t n_headers;
	size_t *wanted; /* columns by number, in the order of the file */
	size_t n_wanted;
	const struct csv_options *options;
	const struct sink *sink;
	row_cell *cell;
	const char **own_headers; /* of a table of column.def */
	struct str line, guarded; /* of the row being written; kept for their memory */
};

/* For a table of column.def. INVALID for a column that it has not. Release it in any case. */
enum status row_writer_init(struct row_writer *writer, enum csv_table table,
			    const struct csv_options *options, const struct sink *sink,
			    row_cell *cell, struct fault *f) MUST_USE;
/* For columns that the rows make. */
enum status row_writer_init_grid(struct row_writer *writer, const char *const *headers,
				 size_t n_headers, const struct csv_options *options,
				 const struct sink *sink, row_cell *cell, struct fault *f) MUST_USE;
void row_writer_release(struct row_writer *writer);

/* The header, after the byte order mark where a spreadsheet wants one. */
enum status row_write_header(struct row_writer *writer, struct fault *f) MUST_USE;

enum status row_write(struct row_writer *writer, const void *row, struct fault *f) MUST_USE;

#endif
