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

/* Appends the value of column `index` of the row that `row` points to. */
typedef void row_cell(const void *row, size_t index, struct str *out);

struct row_writer {
	enum csv_table table;
	const struct csv_options *options;
	const struct csv_sink *sink;
	row_cell *cell;
	struct str line, value, guarded; /* of the row being written; kept for their memory */
};

void row_writer_init(struct row_writer *writer, enum csv_table table,
		     const struct csv_options *options, const struct csv_sink *sink,
		     row_cell *cell);
void row_writer_release(struct row_writer *writer);

/* The header, after the byte order mark where a spreadsheet wants one. */
enum status row_write_header(struct row_writer *writer, struct fault *f) MUST_USE;

enum status row_write(struct row_writer *writer, const void *row, struct fault *f) MUST_USE;

#endif
