/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small tables in text files, whole: CSV (import/csv.h) and tab-separated values, whose first row
 * names the columns. In tab-separated values nothing is quoted. Cells are UTF-8.
 */
#ifndef IMPORT_TABLE_H
#define IMPORT_TABLE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/fault.h"

struct table {
	struct arena arena;
	struct table_row {
		char **cells;
		size_t n_cells, cap;
	} *rows;        /* rows[0] is the header */
	size_t n_rows;  /* without the header */
	size_t n, cap;
	char *nothing; /* the cell that is not there */
};

/*
 * Reads the file at `path`; its delimiter is TAB where the name ends in .tsv, else the header's.
 * BAD_UTF8, EMPTY (not even a header), INVALID for a quote that goes wrong, or as file_read().
 * Release it in any case.
 */
enum status table_read(struct table *table, const char *path, struct fault *f) MUST_USE;
void table_release(struct table *table);

/*
 * The cell of row `row` (from 0, after the header) in column `name`; "" where there is none. Lives
 * in the table.
 */
char *table_cell(const struct table *table, size_t row, const char *name);

#endif
