/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/line.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "base/xalloc.h"
#include "text/safe.h"

enum {
	ELLIPSIS = 0x2026,
	LINE_SEPARATOR = 0x2028,
	PARAGRAPH_SEPARATOR = 0x2029,
	NEL = 0x85,
	REPLACEMENT = 0xFFFD
};

/* Whatever would end the line or jump in it becomes an ordinary character, one for one. */
static void make_visible(char32_t *cps, size_t n_cp)
{
	for (size_t i = 0; i < n_cp; i++) {
		if (cps[i] < 0x20)
			cps[i] = safe_glyph(cps[i]);
		else if (cps[i] == NEL || cps[i] == LINE_SEPARATOR || cps[i] == PARAGRAPH_SEPARATOR)
			cps[i] = REPLACEMENT;
	}
}

/* All cells as one row, with the white space at its end: a person who types it wants to see it. */
static struct row whole_row(const struct paragraph *para)
{
	size_t n_cells;
	const struct cell *cells = paragraph_cells(para, &n_cells);
	struct row row = {.end_cp = (uint32_t)paragraph_n_cp(para), .n_cells = (uint32_t)n_cells};
	for (size_t c = 0; c < n_cells; c++)
		row.columns += cells[c].width;
	return row;
}

/* The code points whose clusters fit into `width` columns. */
static size_t fitting_cp(const struct paragraph *para, size_t width)
{
	size_t n_cells, columns = 0;
	const struct cell *cells = paragraph_cells(para, &n_cells);
	for (size_t c = 0; c < n_cells; c++) {
		columns += cells[c].width;
		if (columns > width)
			return cells[c].start_cp;
	}
	return paragraph_n_cp(para);
}

/* Cuts the logical end off and says so with an ellipsis, in the direction that the whole had. */
static void cut(struct line *line, char32_t *cps, size_t width, struct paragraph_options *options)
{
	size_t n_cp = width > 0 ? fitting_cp(line->para, width - 1) : 0;
	options->dir = paragraph_is_rtl(line->para) ? DIR_RTL : DIR_LTR;
	paragraph_free(line->para);
	if (width > 0)
		cps[n_cp++] = ELLIPSIS;
	line->para = paragraph_new(cps, n_cp, options);
	line->cut = true;
}

void line_init(struct line *line, const char *utf8, size_t n, size_t width, enum text_dir dir,
	       enum text_order order)
{
	struct paragraph_options options = {.dir = dir, .fallback = DIR_LTR, .order = order};
	size_t n_cp;
	char32_t *cps = utf8_decode(utf8, n, &n_cp);
	make_visible(cps, n_cp);
	*line = (struct line){.para = paragraph_new(cps, n_cp, &options)};
	if (whole_row(line->para).columns > width)
		cut(line, cps, width, &options);
	free(cps);
	struct row row = whole_row(line->para);
	line->columns = row.columns;
	line->rtl = paragraph_is_rtl(line->para);
	line->cells = xcalloc(row.n_cells, sizeof *line->cells);
	line->n_cells = row_place(line->para, &row, row.columns, line->cells);
}

void line_release(struct line *line)
{
	paragraph_free(line->para);
	free(line->cells);
	*line = (struct line){.para = NULL};
}

void line_append(const struct line *line, struct str *out)
{
	for (size_t i = 0; i < line->n_cells; i++) {
		const struct cell *cell = line->cells[i].cell;
		char32_t glyphs[CELL_GLYPHS];
		utf8_append(out, glyphs, safe_terminal_cell(cell->glyph, cell->n_glyphs, glyphs));
	}
}

size_t line_columns(const char *utf8, size_t n)
{
	struct line line;
	line_init(&line, utf8, n, SIZE_MAX, DIR_AUTO, ORDER_VISUAL);
	size_t columns = line.columns;
	line_release(&line);
	return columns;
}
