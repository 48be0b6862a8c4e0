/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/properties.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/xalloc.h"
#include "text/safe.h"

/* P1, over the paragraph: the ranges of cells and the invisible clusters between them partition it. */
static const char *check_ranges(const struct paragraph *para, const char32_t *cps, bool reveal)
{
	size_t n_cells, at = 0;
	const struct cell *cells = paragraph_cells(para, &n_cells);
	for (size_t c = 0; c <= n_cells; c++) {
		size_t start = c < n_cells ? cells[c].start_cp : paragraph_n_cp(para);
		if (c < n_cells && cells[c].flags & CELL_INSIDE) {
			if (c == 0 || start != cells[c - 1].start_cp ||
			    cells[c].end_cp != cells[c - 1].end_cp)
				return "P1: a further cell of a cluster has another range";
			continue;
		}
		if (start < at || (c < n_cells && cells[c].end_cp <= start))
			return "P1: ranges overlap, or one is empty";
		for (; at < start; at++)
			if (reveal || !safe_is_hidden(cps[at]))
				return "P1: a character that is not hidden has no cell";
		at = c < n_cells ? cells[c].end_cp : at;
	}
	return at == paragraph_n_cp(para) ? NULL : "P1: a range goes beyond the paragraph";
}

/* P5, P6: what is emitted has a width, and none of it is a control or hidden. */
static const char *check_cell(const struct cell *cell)
{
	if (cell->n_glyphs < 1 || cell->n_glyphs > CELL_GLYPHS)
		return "P5: a cell without glyphs, or with too many";
	for (size_t g = 0; g < cell->n_glyphs; g++) {
		char32_t glyph = cell->glyph[g];
		if (glyph < 0x20 || (glyph >= 0x7F && glyph < 0xA0) || safe_is_hidden(glyph))
			return "P6: a control or a hidden character is emitted";
		int columns = wcwidth((wchar_t)glyph);
		if (columns != (g == 0 ? cell->width : 0))
			return "P5: a glyph is not as wide as its cell says, or a mark has a width";
	}
	return cell->width == 1 || cell->width == 2
		       ? NULL
		       : "P5: a cell is neither one nor two columns wide";
}

/* P2: the row's cells, each once, side by side; P5: as wide together as the row says. */
static const char *check_placed(const struct paragraph *para, const struct row *row, size_t width,
				const struct placed_cell *placed, bool *seen)
{
	size_t n_cells;
	const struct cell *first = paragraph_cells(para, &n_cells) + row->first_cell;
	size_t start = paragraph_is_rtl(para) ? width - row->columns : 0, col = start;
	for (size_t i = 0; i < row->n_cells; i++) {
		size_t c = (size_t)(placed[i].cell - first);
		if (c >= row->n_cells || seen[c])
			return "P2: a cell is placed twice, or is another row's";
		seen[c] = true;
		if (placed[i].col != col)
			return "P2: there is a gap, or two cells overlap";
		if (!(placed[i].cell->flags & CELL_TAB) && placed[i].width != placed[i].cell->width)
			return "P5: a cell is placed with another width";
		col += placed[i].width;
	}
	return col - start == row->columns ? NULL : "P5: the row is not as wide as its cells";
}

/*
 * What lies between the painted cells of a row and the next row: spaces, or what is over of one
 * cluster.
 */
static bool may_be_unpainted(const struct cell *cells, const struct row *row, size_t c)
{
	return cells[c].flags & CELL_SPACE || cells[c].start_cp == cells[row->first_cell].start_cp;
}

static const char *check_row(const struct paragraph *para, const struct row *row,
			     const struct row *next, size_t width)
{
	size_t n_cells;
	const struct cell *cells = paragraph_cells(para, &n_cells);
	size_t end = next ? next->first_cell : n_cells;
	if (row->columns > width)
		return "P5: a row is too wide";
	for (size_t c = row->first_cell; c < end; c++) {
		if (cells[c].start_cp < row->start_cp || cells[c].end_cp > row->end_cp)
			return "P1: a cell lies outside its row";
		if (c >= row->first_cell + row->n_cells && !may_be_unpainted(cells, row, c))
			return "P3: a cell is not painted";
	}
	struct placed_cell *placed = xcalloc(row->n_cells, sizeof *placed);
	bool *seen = xcalloc(row->n_cells, sizeof *seen);
	const char *violation = "P2: cells are missing";
	if (row_place(para, row, width, placed) == row->n_cells)
		violation = check_placed(para, row, width, placed, seen);
	free(seen);
	free(placed);
	return violation;
}

/* P3: rows follow each other from the paragraph's start to its end. */
static const char *check_rows(const struct paragraph *para, const struct row *rows, size_t n_rows,
			      size_t width)
{
	if (n_rows == 0 || rows[0].start_cp != 0 || rows[n_rows - 1].end_cp != paragraph_n_cp(para))
		return "P3: the rows are not the paragraph";
	for (size_t r = 0; r < n_rows; r++) {
		if (r > 0 && rows[r].start_cp != rows[r - 1].end_cp)
			return "P3: a row does not follow the one before";
		const char *violation =
			check_row(para, &rows[r], r + 1 < n_rows ? &rows[r + 1] : NULL, width);
		if (violation)
			return violation;
	}
	return NULL;
}

/* P4: wrapping again, with another width between, and having placed the rows, gives the same. */
static const char *check_again(const struct paragraph *para, const struct row *rows, size_t n_rows,
			       size_t width)
{
	size_t n_others, n_again;
	struct row *others = paragraph_wrap(para, width + 7, &n_others);
	struct row *again = paragraph_wrap(para, width, &n_again);
	bool same = n_again == n_rows && memcmp(again, rows, n_rows * sizeof *rows) == 0;
	free(others);
	free(again);
	return same ? NULL : "P4: wrapping again gives other rows";
}

const char *layout_violation(const char32_t *cps, size_t n_cp,
			     const struct paragraph_options *options, size_t width)
{
	size_t n_cells, n_rows;
	struct paragraph *para = paragraph_new(cps, n_cp, options);
	const struct cell *cells = paragraph_cells(para, &n_cells);
	const char *violation = check_ranges(para, cps, options->reveal);
	for (size_t c = 0; c < n_cells && !violation; c++)
		violation = check_cell(&cells[c]);
	struct row *rows = paragraph_wrap(para, width, &n_rows);
	if (!violation)
		violation = check_rows(para, rows, n_rows, width);
	if (!violation)
		violation = check_again(para, rows, n_rows, width);
	free(rows);
	paragraph_free(para);
	return violation;
}
