/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a paragraph holds, for paragraph.c, cells.c, wrap.c and place.c. */
#ifndef TEXT_PARAGRAPH_INTERNAL_H
#define TEXT_PARAGRAPH_INTERNAL_H

#include <fribidi.h>

#include "text/bidi.h"
#include "text/linebreak.h"
#include "text/paragraph.h"

/* One block of memory: the arrays lie behind the struct. */
struct paragraph {
	size_t n_cp;
	size_t n_cells;
	int8_t base;        /* base level, 0 or 1 */
	enum text_order order;
	bool must_break;    /* some of `breaks` are BREAK_MUST */
	struct cell *cells; /* n_cells, in logical order */
	int8_t *levels;     /* n_cp, before L1 */
	uint8_t *kinds;     /* n_cp of enum bidi_kind */
	uint8_t *breaks;    /* n_cp of enum line_break: before this code point */
};

/* The tables of one paragraph from which cells are made; n_cp each. */
struct cell_source {
	const char32_t *cps;
	const char32_t *glyphs;     /* what shape_glyphs() made of them */
	const uint8_t *glyph_kinds; /* enum glyph_kind */
	const bool *cluster_starts;
	bool reveal;
};

/* Fills para->cells and para->n_cells; there is room for one cell a code point. */
void cells_build(struct paragraph *para, const struct cell_source *source);

/* enum glyph_kind of each code point; with `reveal` nothing is hidden. */
void cells_classify(const char32_t *cps, size_t n_cp, bool reveal, uint8_t *glyph_kinds);

/* Columns of `cell`, where `col` columns of its row stand before it in logical order. */
static inline size_t cell_columns(const struct cell *cell, size_t col)
{
	enum { TAB_STOP = 8 };
	return cell->flags & CELL_TAB ? TAB_STOP - col % TAB_STOP : cell->width;
}

#endif
