/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/field.h"

#include "app/field-sheet.h"

/* Draws slots so that column `left` of the row stands at the area's first. */
static void draw_slots(const struct slots *slots, struct frame *frame, struct area area, size_t row,
		       size_t left, struct style style, size_t start_cp)
{
	for (size_t i = 0; i < slots->n; i++) {
		const struct slot *slot = &slots->slots[i];
		if (slot->cell && slot->col >= left &&
		    slot->col + slot->width <= left + area.n_cols)
			frame_cell_put(frame, row, area.col + slot->col - left, slot->cell,
				       slot->width, style, ZONE_NONE, start_cp);
	}
}

static void show_cursor(struct frame *frame, struct area area, size_t row, size_t col)
{
	frame->cursor_shown = true;
	frame->cursor_row = row;
	frame->cursor_col = area.col + (col < area.n_cols ? col : area.n_cols - 1);
}

/*
 * The first column shown: as before where the cursor is in sight, and no emptier than it must be.
 */
static size_t scrolled(size_t left, size_t cursor, size_t columns, size_t n_cols)
{
	if (left + n_cols > columns)
		left = columns > n_cols ? columns - n_cols : 0;
	if (cursor < left)
		return cursor;
	return cursor >= left + n_cols ? cursor - n_cols + 1 : left;
}

static void draw_one_line(struct field *field, struct frame *frame, struct area area,
			  struct style style, bool focus)
{
	struct sheet sheet;
	struct slots slots;

	sheet_init(&sheet, field, area.n_cols);
	slots_init(&slots, &sheet, sheet_see(&sheet, field->cursor_cp));
	size_t col = slots.slots[slots_at(&slots, field->cursor_cp)].col;
	field->left_col = scrolled(field->left_col, col, slots.columns, area.n_cols);
	/* What runs to the left stands at the right. */
	if (slots.rtl && slots.columns < area.n_cols) {
		area.col += area.n_cols - slots.columns;
		area.n_cols = slots.columns;
	}
	draw_slots(&slots, frame, area, area.row, field->left_col, style, sheet.start_cp);
	if (focus)
		show_cursor(frame, area, area.row, col - field->left_col);
	slots_release(&slots);
	sheet_release(&sheet);
}

size_t field_rows(const struct field *field, size_t columns, size_t limit)
{
	struct sheet sheet;
	size_t n = 0;

	sheet_init(&sheet, field, columns);
	for (size_t row_cp = 0; row_cp != SIZE_MAX && n < limit; n++)
		row_cp = sheet_next(&sheet, row_cp);
	sheet_release(&sheet);
	return n;
}

/* The start of the first row to show, so that the cursor's is in sight. */
static size_t top_row(struct sheet *sheet, size_t n_rows)
{
	const struct field *field = sheet->field;
	size_t wanted = sheet_row_start(sheet, sheet_see(sheet, field->cursor_cp));
	size_t top_cp = field->top_cp < field->n_cps ? field->top_cp : field->n_cps;
	size_t top = sheet_row_start(sheet, sheet_see(sheet, top_cp)), row_cp = top;

	if (wanted <= top)
		return wanted;
	for (size_t i = 1; i < n_rows && row_cp != SIZE_MAX; i++) {
		row_cp = sheet_next(sheet, row_cp);
		if (row_cp == wanted)
			return top;
	}
	for (size_t i = 1; i < n_rows && wanted > 0; i++)
		wanted = sheet_previous(sheet, wanted);
	return wanted;
}

static void draw_row(struct sheet *sheet, struct frame *frame, struct area area, size_t row,
		     size_t row_cp, struct style style, bool has_cursor)
{
	struct slots slots;

	slots_init(&slots, sheet, sheet_see(sheet, row_cp));
	draw_slots(&slots, frame, area, row, 0, style, sheet->start_cp);
	if (has_cursor)
		show_cursor(frame, area, row,
			    slots.n > 0 ? slots.slots[slots_at(&slots, sheet->field->cursor_cp)].col
					: 0);
	slots_release(&slots);
}

static void draw_many_lines(struct field *field, struct frame *frame, struct area area,
			    struct style style, bool focus)
{
	struct sheet sheet;

	sheet_init(&sheet, field, area.n_cols);
	size_t cursor_row = sheet_row_start(&sheet, sheet_see(&sheet, field->cursor_cp));
	size_t row_cp = field->top_cp = top_row(&sheet, area.n_rows);
	for (size_t i = 0; i < area.n_rows && row_cp != SIZE_MAX; i++) {
		draw_row(&sheet, frame, area, area.row + i, row_cp, style,
			 focus && row_cp == cursor_row);
		row_cp = sheet_next(&sheet, row_cp);
	}
	sheet_release(&sheet);
}

void field_draw(struct field *field, struct frame *frame, struct area area, struct style style,
		bool focus)
{
	field->order = frame->order;
	frame_fill(frame, area.row, area.col, area.n_rows, area.n_cols, style, ZONE_NONE);
	if (area.n_rows == 0 || area.n_cols == 0)
		return;
	if (field->many_lines)
		draw_many_lines(field, frame, area, style, focus);
	else
		draw_one_line(field, frame, area, style, focus);
}
