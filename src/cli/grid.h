/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows and columns for people: titles, counts, notes.
 *
 * Each cell is one line of foreign text, laid out by itself, so that a title in Arabic stays in its
 * column. On a terminal the rows are in visual order and the flexible column is cut to fit;
 * elsewhere text is in logical order and whole.
 */
#ifndef CLI_GRID_H
#define CLI_GRID_H

#include <stddef.h>

#include "base/arena.h"
#include "cli/out.h"

struct grid {
	struct arena arena;
	char **cells; /* n_columns of them for each row */
	size_t n, cap;
	size_t n_columns;
	size_t flexible;   /* the column that gives way */
	unsigned numbers;  /* bit i: column i, of the first 32, is set flush right */
};

void grid_init(struct grid *grid, size_t n_columns, size_t flexible, unsigned numbers);

/* Adds the next cell of the row under way; copied. Line ends in it become visible. */
void grid_add(struct grid *grid, const char *text);
void grid_addf(struct grid *grid, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Prints all rows and frees them. */
void grid_print(struct grid *grid, struct out *out);

#endif
