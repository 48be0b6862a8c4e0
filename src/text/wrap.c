/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows: greedy, in one pass over the cells; what is measured twice lies within one row's width. */
#include "base/vec.h"
#include "text/paragraph-internal.h"

/*
 * The place before cell `c` where a row may or must begin, in the gap that invisible characters may
 * leave there: the last one that must, or else the last one that may.
 */
static enum line_break break_before(const struct paragraph *para, size_t c, uint32_t *start_cp)
{
	const struct cell *cell = &para->cells[c];
	*start_cp = cell->start_cp;
	if (c == 0 || cell->flags & CELL_INSIDE)
		return BREAK_NO;
	enum line_break found = BREAK_NO;
	for (uint32_t i = cell->start_cp; i >= cell[-1].end_cp; i--) {
		if (para->breaks[i] > found) {
			*start_cp = i;
			found = para->breaks[i];
		}
	}
	return found;
}

/* A place to end a row. */
struct cut {
	size_t cell;       /* the first of the next row */
	uint32_t start_cp; /* where that row begins */
};

/*
 * Between two clusters; inside one only where the row holds nothing else, and then what is over is
 * not painted.
 */
static struct cut cut_anywhere(const struct paragraph *para, size_t first, size_t c)
{
	size_t unit = c;
	while (unit > first && para->cells[unit].flags & CELL_INSIDE)
		unit--;
	if (unit == first) {
		unit = c;
		while (unit < para->n_cells && para->cells[unit].flags & CELL_INSIDE)
			unit++;
	}
	uint32_t start_cp =
		unit < para->n_cells ? para->cells[unit].start_cp : (uint32_t)para->n_cp;
	return (struct cut){unit, start_cp};
}

/* The last place where a row that begins with cell `first` may end, cell `c` being too much. */
static struct cut last_cut(const struct paragraph *para, size_t first, size_t c)
{
	uint32_t start_cp;
	for (size_t at = c; at > first; at--)
		if (break_before(para, at, &start_cp) != BREAK_NO)
			return (struct cut){at, start_cp};
	return cut_anywhere(para, first, c);
}

/* Where the row that begins with cell `first` ends. */
static struct cut find_cut(const struct paragraph *para, size_t first, size_t width)
{
	size_t col = 0;
	for (size_t c = first; c < para->n_cells; c++) {
		uint32_t start_cp;
		if (para->must_break && c > first &&
		    break_before(para, c, &start_cp) == BREAK_MUST)
			return (struct cut){c, start_cp};
		const struct cell *cell = &para->cells[c];
		size_t columns = cell_columns(cell, col);
		if (!(cell->flags & CELL_SPACE) && col + columns > width && c > first)
			return last_cut(para, first, c);
		col += columns;
	}
	return (struct cut){para->n_cells, (uint32_t)para->n_cp};
}

/*
 * Counts what is painted of cells [first, end): white space at the end hangs, a cluster wider than
 * the row is cut.
 */
static void measure(const struct paragraph *para, size_t end, size_t width, struct row *row)
{
	while (end > row->first_cell && para->cells[end - 1].flags & CELL_SPACE)
		end--;
	size_t columns = 0;
	for (size_t c = row->first_cell; c < end; c++) {
		size_t more = cell_columns(&para->cells[c], columns);
		if (columns + more > width)
			break;
		columns += more;
		row->n_cells++;
	}
	row->columns = (uint32_t)columns;
}

struct row *paragraph_wrap(const struct paragraph *para, size_t width, size_t *n_rows)
{
	struct row *rows = NULL;
	size_t cap = 0, n = 0;
	struct cut at = {0, 0};
	do {
		struct cut next = find_cut(para, at.cell, width);
		rows = vec_reserve(rows, &cap, n + 1, sizeof *rows);
		rows[n] = (struct row){.start_cp = at.start_cp,
				       .end_cp = next.start_cp,
				       .first_cell = (uint32_t)at.cell};
		measure(para, next.cell, width, &rows[n++]);
		at = next;
	} while (at.cell < para->n_cells);
	rows[n - 1].end_cp = (uint32_t)para->n_cp;
	*n_rows = n;
	return rows;
}
