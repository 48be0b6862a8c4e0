/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A frame: what the screen should show, cell by cell, already in visual order. Nothing after it
 * reorders.
 *
 * Panes, lists and editors draw into a frame; tui/screen.c puts it on the terminal; tests print it.
 * Each cell knows which pane it belongs to and which code points it stands for, so that a click
 * finds its place in the text.
 */
#ifndef APP_FRAME_H
#define APP_FRAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

#include "base/str.h"
#include "text/line-cache.h"
#include "text/paragraph.h"

enum style_attr {
	ATTR_BOLD = 1 << 0,
	ATTR_UNDERLINE = 1 << 1,
	ATTR_REVERSE = 1 << 2,
	ATTR_DIM = 1 << 3,
	ATTR_ITALIC = 1 << 4,
};

/*
 * Colours are xterm's 256 by index; -1 is the terminal's own. The screen maps them to what it has.
 */
struct style {
	int16_t fg, bg;
	uint16_t attrs; /* enum style_attr */
};

struct frame_cell {
	char32_t glyph[CELL_GLYPHS];
	uint8_t n_glyphs;  /* 0: the right half of the wide cell before */
	uint8_t width;     /* 1 or 2; 0 for a right half */
	int16_t zone;      /* what a click here means: see frame_zone */
	struct style style;
	uint32_t start_cp, end_cp; /* in the zone's text; equal where there is no text */
};

/*
 * A zone is an area that takes clicks: pane i of the reader is ZONE_PANE + i, row i of a list
 * ZONE_ITEM + i, ...
 */
enum frame_zone {
	ZONE_NONE = -1,
	ZONE_PANE = 0,       /* + pane, below 256 */
	ZONE_STRIP = 256,    /* + pane: margin strip */
	ZONE_ITEM = 512,     /* + item of the list on top, below 8192 */
	ZONE_KEY = 8704,     /* + command number: footer and palette entries */
	ZONE_OVERVIEW = 16384, /* + pane: what stays where it is while the text beside it scrolls */
};

struct frame {
	size_t n_rows, n_cols;
	struct frame_cell *cells;   /* n_rows * n_cols, row by row */
	size_t cursor_row, cursor_col;
	bool cursor_shown;
	enum text_order order;      /* how frame_text() lays out text */
	struct line_cache *lines;   /* what it laid out lately; NULL before the first */
};

void frame_init(struct frame *frame, size_t n_rows, size_t n_cols);
void frame_release(struct frame *frame);
/* Another size; the contents are blank after it. */
void frame_resize(struct frame *frame, size_t n_rows, size_t n_cols);
/* All cells a space in `style`, no zone. */
void frame_clear(struct frame *frame, struct style style);

struct frame_cell *frame_at(struct frame *frame, size_t row, size_t col);

/* Fills a rectangle (clipped) with spaces in `style` and `zone`. */
void frame_fill(struct frame *frame, size_t row, size_t col, size_t n_rows, size_t n_cols,
		struct style style, int zone);

/* One cell of a layout at (row, col); clipped; a wide cell that would be halved becomes a space. */
void frame_cell_put(struct frame *frame, size_t row, size_t col, const struct cell *cell,
		    size_t width, struct style style, int zone, size_t para_start_cp);

/* A glyph of our own (a rule, a border), one column wide. */
void frame_glyph(struct frame *frame, size_t row, size_t col, char32_t glyph, struct style style,
		 int zone);

enum frame_align { ALIGN_START, ALIGN_LEFT, ALIGN_RIGHT }; /* START: by the text's own direction */

/*
 * Foreign or own text, one line, safe, shaped and isolated, in `n_cols` columns from (row, col);
 * cut with an ellipsis. Returns the columns used.
 */
size_t frame_text(struct frame *frame, size_t row, size_t col, size_t n_cols, const char *utf8,
		  struct style style, int zone, enum frame_align align);

/* The same with a base direction, which an article may give its title. */
size_t frame_title(struct frame *frame, size_t row, size_t col, size_t n_cols, const char *utf8,
		   enum text_dir dir, struct style style, int zone, enum frame_align align);

/* Columns that frame_text() would need for all of it. */
size_t frame_columns(struct frame *frame, const char *utf8);

/*
 * The frame as UTF-8 rows for tests and golden files, without white space at their ends, and where
 * the cursor is; with `styles`, each row is followed by a letter a column (`.` for plain), and the
 * frame by what the letters mean.
 */
void frame_dump(const struct frame *frame, bool styles, struct str *out);

#endif
