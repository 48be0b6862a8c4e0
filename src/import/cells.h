/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of a table by the names of its columns. Only src/import/ includes it.
 *
 * Of a table that was written for a spreadsheet (a column "guarded"), the ' before the cells that
 * are named there is taken off again.
 */
#ifndef IMPORT_CELLS_H
#define IMPORT_CELLS_H

#include "import/csv.h"
#include "import/reader.h"

struct cells {
	struct csv csv;
	struct str header; /* the names of the columns, a NUL after each */
	const char **names;
	size_t n_names, cap;
	size_t guarded; /* the column of that name; n_names: none */
};

/* Reads the header. EMPTY is BAD_ANNOTATIONS here too: a table has one. */
enum status cells_begin(struct cells *cells, struct reader *reader) MUST_USE;
void cells_release(struct cells *cells);

/* The next row; `*end` where there is none. BAD_ANNOTATIONS too where it has too many cells. */
enum status cells_next(struct cells *cells, struct reader *reader, bool *end) MUST_USE;

/* The column of a name, whatever its case; SIZE_MAX where there is none. */
size_t cells_column(const struct cells *cells, const char *name);

/* The cell of the row at hand in that column; NULL where there is no such column. Borrowed. */
const char *cells_at(const struct cells *cells, size_t column);

/* The same by name: for what is asked once a row at the most. */
const char *cells_named(const struct cells *cells, const char *name);

#endif
