/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/box.h"

#include "app/state.h"
#include "app/theme.h"

enum { BORDER = 2 };

static size_t at_most(size_t n, size_t limit)
{
	return n < limit ? n : limit;
}

static void put(struct frame *frame, size_t row, size_t col, const char *glyph, struct style style)
{
	frame_text(frame, row, col, 1, glyph, style, ZONE_NONE, ALIGN_LEFT);
}

static void draw_border(struct frame *frame, struct area box, struct style style)
{
	size_t last_row = box.row + box.n_rows - 1, last_col = box.col + box.n_cols - 1;
	for (size_t col = box.col + 1; col < last_col; col++) {
		put(frame, box.row, col, "─", style);
		put(frame, last_row, col, "─", style);
	}
	for (size_t row = box.row + 1; row < last_row; row++) {
		put(frame, row, box.col, "│", style);
		put(frame, row, last_col, "│", style);
	}
	put(frame, box.row, box.col, "┌", style);
	put(frame, box.row, last_col, "┐", style);
	put(frame, last_row, box.col, "└", style);
	put(frame, last_row, last_col, "┘", style);
}

struct area box_draw(struct app *app, struct frame *frame, struct area area, size_t n_rows,
		     size_t n_cols, const char *title)
{
	size_t border = area.n_rows >= 8 && area.n_cols >= 40 ? BORDER : 0;
	/* Without a border the title has a row of its own. */
	size_t head = border ? 0 : 1;
	struct area box = {
		.n_rows = at_most(n_rows + border + head, area.n_rows),
		.n_cols = at_most(n_cols + border, area.n_cols),
	};
	box.row = area.row + (area.n_rows - box.n_rows) / 2;
	box.col = area.col + (area.n_cols - box.n_cols) / 2;
	frame->cursor_shown = false;
	/* A terminal that orders the text would mix what is in the box with what is beside it. */
	bool alone = frame->order == ORDER_LOGICAL;
	frame_fill(frame, box.row, alone ? area.col : box.col, box.n_rows,
		   alone ? area.n_cols : box.n_cols, theme_style(ROLE_TEXT, app->mono), ZONE_NONE);
	if (border)
		draw_border(frame, box, theme_style(ROLE_RULE, app->mono));
	if (box.n_cols > border)
		frame_text(frame, box.row, box.col + border,
			   box.n_cols > 2 * border ? box.n_cols - 2 * border : 0, title,
			   theme_style(ROLE_TITLE, app->mono), ZONE_NONE, ALIGN_LEFT);
	return (struct area){
		.row = box.row + border / 2 + head,
		.col = box.col + border / 2,
		.n_rows = box.n_rows > border + head ? box.n_rows - border - head : 0,
		.n_cols = box.n_cols > border ? box.n_cols - border : 0,
	};
}
