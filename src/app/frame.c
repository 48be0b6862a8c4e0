/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/frame.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "text/safe.h"

static const struct style PLAIN = {.fg = -1, .bg = -1, .attrs = 0};

static struct frame_cell blank(struct style style, int zone)
{
	return (struct frame_cell){
		.glyph = {' '}, .n_glyphs = 1, .width = 1, .zone = (int16_t)zone, .style = style};
}

void frame_init(struct frame *frame, size_t n_rows, size_t n_cols)
{
	*frame = (struct frame){.order = ORDER_VISUAL};
	frame_resize(frame, n_rows, n_cols);
}

void frame_release(struct frame *frame)
{
	free(frame->cells);
	line_cache_free(frame->lines);
	*frame = (struct frame){.cells = NULL};
}

void frame_resize(struct frame *frame, size_t n_rows, size_t n_cols)
{
	free(frame->cells);
	frame->n_rows = n_rows;
	frame->n_cols = n_cols;
	frame->cells = xcalloc(n_rows * n_cols, sizeof *frame->cells);
	frame_clear(frame, PLAIN);
}

void frame_clear(struct frame *frame, struct style style)
{
	const struct frame_cell cell = blank(style, ZONE_NONE);
	for (size_t col = 0; frame->n_rows > 0 && col < frame->n_cols; col++)
		frame->cells[col] = cell;
	/* Whole rows: this is done for every frame. */
	for (size_t row = 1; row < frame->n_rows; row++)
		memcpy(frame->cells + row * frame->n_cols, frame->cells,
		       frame->n_cols * sizeof cell);
	frame->cursor_shown = false;
}

struct frame_cell *frame_at(struct frame *frame, size_t row, size_t col)
{
	assert(row < frame->n_rows && col < frame->n_cols);
	return &frame->cells[row * frame->n_cols + col];
}

static size_t clip(size_t at, size_t n, size_t limit)
{
	return at >= limit ? 0 : n < limit - at ? n : limit - at;
}

/*
 * What stands in columns [col, col + n) of a row is about to be overwritten: a wide cell of which
 * only one half would be becomes a space in the other.
 */
static void cut_wide_cells(struct frame_cell *cells, size_t col, size_t n, size_t n_cols)
{
	if (col > 0 && cells[col].width == 0)
		cells[col - 1] = blank(cells[col - 1].style, cells[col - 1].zone);
	if (col + n < n_cols && cells[col + n].width == 0)
		cells[col + n] = blank(cells[col + n].style, cells[col + n].zone);
}

static void put_spaces(struct frame_cell *cells, size_t col, size_t n, size_t n_cols,
		       const struct frame_cell *space)
{
	if (n == 0)
		return;
	cut_wide_cells(cells, col, n, n_cols);
	for (size_t i = 0; i < n; i++)
		cells[col + i] = *space;
}

void frame_fill(struct frame *frame, size_t row, size_t col, size_t n_rows, size_t n_cols,
		struct style style, int zone)
{
	const struct frame_cell space = blank(style, zone);
	n_rows = clip(row, n_rows, frame->n_rows);
	n_cols = clip(col, n_cols, frame->n_cols);
	for (size_t i = 0; i < n_rows; i++)
		put_spaces(frame->cells + (row + i) * frame->n_cols, col, n_cols, frame->n_cols,
			   &space);
}

static void cell_set(struct frame_cell *out, const struct cell *cell, struct style style, int zone,
		     size_t para_start_cp)
{
	memset(out->glyph, 0, sizeof out->glyph); /* frames are compared whole */
	out->n_glyphs = (uint8_t)safe_terminal_cell(cell->glyph, cell->n_glyphs, out->glyph);
	out->width = cell->width;
	out->zone = (int16_t)zone;
	out->style = style;
	out->start_cp = (uint32_t)(para_start_cp + cell->start_cp);
	out->end_cp = (uint32_t)(para_start_cp + cell->end_cp);
}

void frame_cell_put(struct frame *frame, size_t row, size_t col, const struct cell *cell,
		    size_t width, struct style style, int zone, size_t para_start_cp)
{
	size_t fits = row < frame->n_rows ? clip(col, width, frame->n_cols) : 0;
	if (fits == 0)
		return;
	struct frame_cell *cells = frame->cells + row * frame->n_cols;
	/* A tab is its spaces; so is a wide cell of which the frame holds only one half. */
	bool shown = !(cell->flags & CELL_TAB) && cell->width <= fits;
	/* Nearly all of a frame is cells of one column in place of one: no wide cell is near. */
	if (!shown || fits > 1 || cells[col].width != 1) {
		struct frame_cell space = blank(style, zone);
		space.start_cp = (uint32_t)(para_start_cp + cell->start_cp);
		space.end_cp = (uint32_t)(para_start_cp + cell->end_cp);
		put_spaces(cells, col, fits, frame->n_cols, &space);
	}
	if (shown)
		cell_set(&cells[col], cell, style, zone, para_start_cp);
	if (shown && cell->width == 2) {
		cells[col + 1].n_glyphs = 0;
		cells[col + 1].width = 0;
	}
}

void frame_glyph(struct frame *frame, size_t row, size_t col, char32_t glyph, struct style style,
		 int zone)
{
	const struct cell cell = {.glyph = {glyph}, .n_glyphs = 1, .width = 1};
	frame_cell_put(frame, row, col, &cell, 1, style, zone, 0);
}

/* Printable ASCII that fits needs no layout: one column each, in the order in which it stands. */
static bool is_plain(const char *utf8, size_t n, size_t n_cols)
{
	if (n > n_cols)
		return false;
	for (size_t i = 0; i < n; i++)
		if (utf8[i] < ' ' || utf8[i] > '~')
			return false;
	return true;
}

static size_t put_plain(struct frame *frame, size_t row, size_t col, const char *utf8, size_t n,
			struct style style, int zone)
{
	struct frame_cell cell = blank(style, zone);
	struct frame_cell *cells = frame->cells + row * frame->n_cols;
	put_spaces(cells, col, n, frame->n_cols, &cell);
	for (size_t i = 0; i < n; i++) {
		cells[col + i].glyph[0] = (unsigned char)utf8[i];
		cells[col + i].start_cp = (uint32_t)i;
		cells[col + i].end_cp = (uint32_t)(i + 1);
	}
	return n;
}

static const struct line *kept_line(struct frame *frame, const char *utf8, size_t n_cols,
				    enum text_dir dir)
{
	if (!frame->lines)
		frame->lines = line_cache_new();
	return line_cache_get(frame->lines, utf8, strlen(utf8), n_cols, dir, frame->order);
}

static size_t put_line(struct frame *frame, size_t row, size_t col, size_t n_cols, const char *utf8,
		       enum text_dir dir, struct style style, int zone, enum frame_align align)
{
	const struct line *line = kept_line(frame, utf8, n_cols, dir);
	bool right = align == ALIGN_RIGHT || (align == ALIGN_START && line->rtl);
	size_t left = right && line->columns < n_cols ? col + (n_cols - line->columns) : col;
	for (size_t i = 0; i < line->n_cells; i++) {
		const struct placed_cell *placed = &line->cells[i];
		frame_cell_put(frame, row, left + placed->col, placed->cell, placed->width, style,
			       zone, 0);
	}
	return line->columns;
}

size_t frame_text(struct frame *frame, size_t row, size_t col, size_t n_cols, const char *utf8,
		  struct style style, int zone, enum frame_align align)
{
	return frame_title(frame, row, col, n_cols, utf8, DIR_AUTO, style, zone, align);
}

size_t frame_title(struct frame *frame, size_t row, size_t col, size_t n_cols, const char *utf8,
		   enum text_dir dir, struct style style, int zone, enum frame_align align)
{
	n_cols = row < frame->n_rows ? clip(col, n_cols, frame->n_cols) : 0;
	size_t n = strlen(utf8);
	if (n_cols == 0 || n == 0)
		return 0;
	if (dir != DIR_RTL && is_plain(utf8, n, n_cols))
		return put_plain(frame, row, align == ALIGN_RIGHT ? col + n_cols - n : col, utf8, n,
				 style, zone);
	return put_line(frame, row, col, n_cols, utf8, dir, style, zone, align);
}

size_t frame_columns(struct frame *frame, const char *utf8)
{
	size_t n = strlen(utf8);
	return is_plain(utf8, n, n) ? n : kept_line(frame, utf8, SIZE_MAX, DIR_AUTO)->columns;
}
