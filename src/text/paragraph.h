/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From the code points of one paragraph to cells, from cells to rows of a width, from a row to
 * visual order.
 *
 *   paragraph_new   code points > clusters, break opportunities > levels > join+shape > cells
 *   paragraph_wrap  cells > rows of at most `width` columns
 *   row_place       a row > its cells from left to right, each at its column
 *
 * Shaping happens once for the whole paragraph, so a word that is wrapped in its middle keeps its
 * joined forms (CSS Text 3, 5.6), and wrapping again is cheap. Reordering happens per row, on
 * cells, never on code points (UAX #9 L1, L2). Each cell keeps its logical range: everything else
 * in the program speaks logical offsets and finds cells by intersection.
 *
 * What is shown: a presentation form where Unicode has one; lam and alef in one cell, whatever
 * marks stand between; four marks a cell at the most, in text order (its range has them all); a
 * mark with nothing to sit on on U+25CC; each control as one visible cell. A cluster of several
 * spacing glyphs (a family, a flag) is several cells of one range, kept together and in their
 * order; one of more than eight is cut into several. VT, FF and U+2028 end a row. Joiners,
 * variation selectors, skin tones after an emoji and soft hyphens (at a row's end, too) are never
 * emitted.
 *
 * Offsets here are code points relative to the paragraph. Time and memory are linear in them,
 * whatever they are.
 */
#ifndef TEXT_PARAGRAPH_H
#define TEXT_PARAGRAPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

enum text_dir {
	DIR_AUTO, /* by the first strong character (UAX #9 P2, P3) */
	DIR_LTR,
	DIR_RTL,
};

enum text_order {
	ORDER_VISUAL,  /* we join, shape and reorder: what every terminal in explicit mode needs */
	ORDER_LOGICAL, /* base letters in logical order: for a terminal that does all that */
};

enum { CELL_GLYPHS = 5 }; /* a base and the four marks that ncurses keeps (CCHARW_MAX) */

enum cell_flag {
	CELL_SPACE = 1 << 0,   /* white space that may hang at a row's end */
	CELL_TAB = 1 << 1,     /* as wide as the way to the next tab stop: see struct placed_cell */
	CELL_VISIBLE = 1 << 2, /* stands for a control, an invalid byte or a hidden character */
	CELL_INSIDE = 1 << 3,  /* a further cell of the cluster that began in the cell before */
};

/* One terminal cell (or two columns, for a wide one) of one cluster, or of lam and alef in one. */
struct cell {
	uint32_t start_cp, end_cp;    /* logical range */
	char32_t glyph[CELL_GLYPHS]; /* what is shown: base, then marks; each has wcwidth >= 0 */
	uint8_t n_glyphs;             /* 1 to CELL_GLYPHS */
	uint8_t width;                /* columns: 1 or 2 (1 for a tab; see placed_cell) */
	int8_t level;                 /* embedding level before L1 */
	uint8_t flags;                /* enum cell_flag */
};

struct paragraph_options {
	enum text_dir dir;      /* DIR_AUTO unless the article says otherwise */
	enum text_dir fallback; /* base where no character is strong: DIR_LTR or DIR_RTL */
	enum text_order order;
	bool reveal; /* hidden characters (bidi controls, joiners...) get cells of their own */
};

struct paragraph;

/* Lays out `n_cp` code points (no line end among them). `cps` is not kept. Never fails. */
struct paragraph *paragraph_new(const char32_t *cps, size_t n_cp,
				const struct paragraph_options *options);
void paragraph_free(struct paragraph *para);

bool paragraph_is_rtl(const struct paragraph *para);
size_t paragraph_n_cp(const struct paragraph *para);

/* The cells in logical order; borrowed, valid as long as the paragraph. */
const struct cell *paragraph_cells(const struct paragraph *para, size_t *n_cells);

/* One row: a run of consecutive logical cells. */
struct row {
	/* Logical range with hanging white space and invisibles: a paragraph's rows partition it. */
	uint32_t start_cp, end_cp;
	uint32_t first_cell, n_cells; /* the cells painted (hanging white space is not) */
	uint32_t columns;             /* their width together, tabs as they fall on this row */
};

/*
 * Breaks the paragraph into rows of at most `width` columns (>= 2), at line-break opportunities
 * (UAX #14), else between any two clusters. Returns the rows, the caller's to free; at least one,
 * even for an empty paragraph. White space at a row's end hangs: it is neither counted nor painted.
 * A cluster wider than a whole row (none is, from 16 columns on) has a row of its own, and what is
 * over is not painted.
 */
struct row *paragraph_wrap(const struct paragraph *para, size_t width, size_t *n_rows);

/* A cell at its place on a row. */
struct placed_cell {
	const struct cell *cell; /* borrowed from the paragraph */
	uint32_t col;            /* from the row's left edge, in columns */
	uint32_t width;          /* columns; for a tab the way to its stop, painted as spaces */
};

/*
 * Places the cells of `row` from left to right in `out` (room for row->n_cells), in a row `width`
 * columns wide: levels after L1, order after L2, a right-to-left paragraph set flush right. Returns
 * how many.
 */
size_t row_place(const struct paragraph *para, const struct row *row, size_t width,
		 struct placed_cell *out);

#endif
