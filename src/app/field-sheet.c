/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/field-sheet.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/xalloc.h"

enum { UNIT_MAX = 16384 }; /* code points laid out at once */

size_t field_paragraph_start(const struct field *field, size_t cp)
{
	while (cp > 0 && field->cps[cp - 1] != '\n')
		cp--;
	return cp;
}

size_t field_paragraph_end(const struct field *field, size_t cp)
{
	while (cp < field->n_cps && field->cps[cp] != '\n')
		cp++;
	return cp;
}

/* Where the unit that begins at `start` ends: after a space where that is possible. */
static size_t unit_end(const struct field *field, size_t start, size_t end)
{
	if (end - start <= UNIT_MAX)
		return end;
	for (size_t cp = start + UNIT_MAX; cp > start + UNIT_MAX / 2; cp--)
		if (field->cps[cp - 1] == ' ')
			return cp;
	return start + UNIT_MAX;
}

static void find_unit(struct sheet *sheet, size_t cp)
{
	const struct field *field = sheet->field;
	size_t end = field_paragraph_end(field, cp);

	sheet->start_cp = field_paragraph_start(field, cp);
	sheet->end_cp = unit_end(field, sheet->start_cp, end);
	while (cp >= sheet->end_cp && sheet->end_cp < end) {
		sheet->start_cp = sheet->end_cp;
		sheet->end_cp = unit_end(field, sheet->start_cp, end);
	}
	sheet->final = sheet->end_cp == end;
}

/* A field of one line is one row, however long; its spaces do not hang. */
static struct row *one_row(const struct paragraph *para, size_t n_cp)
{
	struct row *row = xcalloc(1, sizeof *row);
	size_t n_cells;
	const struct cell *cells = paragraph_cells(para, &n_cells);

	row->end_cp = (uint32_t)n_cp;
	row->n_cells = (uint32_t)n_cells;
	for (size_t i = 0; i < n_cells; i++)
		row->columns += cells[i].width;
	return row;
}

/*
 * Spaces at a row's end hang in a text that is read; in one that is typed they are seen while there
 * is room.
 */
static void take_hanging(const struct paragraph *para, struct row *row, size_t columns)
{
	size_t n_cells;
	const struct cell *cells = paragraph_cells(para, &n_cells);

	for (size_t i = row->first_cell + row->n_cells;
	     i < n_cells && cells[i].start_cp < row->end_cp; i++) {
		if (row->columns + cells[i].width > columns || cells[i].flags & CELL_TAB)
			return;
		row->columns += cells[i].width;
		row->n_cells++;
	}
}

static void lay_out(struct sheet *sheet)
{
	const struct field *field = sheet->field;
	struct paragraph_options options = {
		.dir = DIR_AUTO, .fallback = DIR_LTR, .order = field->order};

	sheet->para = paragraph_new(field->cps + sheet->start_cp, sheet->end_cp - sheet->start_cp,
				    &options);
	if (!field->many_lines) {
		sheet->rows = one_row(sheet->para, sheet->end_cp - sheet->start_cp);
		sheet->n_rows = 1;
		return;
	}
	size_t columns = sheet->columns > 3 ? sheet->columns - 1 : 2;
	sheet->rows = paragraph_wrap(sheet->para, columns, &sheet->n_rows);
	for (size_t i = 0; i < sheet->n_rows; i++)
		take_hanging(sheet->para, &sheet->rows[i], columns);
}

void sheet_init(struct sheet *sheet, const struct field *field, size_t columns)
{
	*sheet = (struct sheet){.field = field, .columns = columns};
}

void sheet_release(struct sheet *sheet)
{
	paragraph_free(sheet->para);
	free(sheet->rows);
	sheet->para = NULL;
	sheet->rows = NULL;
}

static bool sees(const struct sheet *sheet, size_t cp)
{
	return sheet->para && cp >= sheet->start_cp &&
	       (cp < sheet->end_cp || (cp == sheet->end_cp && sheet->final));
}

size_t sheet_see(struct sheet *sheet, size_t cp)
{
	size_t row = 0;

	if (!sees(sheet, cp)) {
		sheet_release(sheet);
		find_unit(sheet, cp);
		lay_out(sheet);
	}
	while (row + 1 < sheet->n_rows && cp >= sheet_row_end(sheet, row))
		row++;
	return row;
}

size_t sheet_row_start(const struct sheet *sheet, size_t row)
{
	return sheet->start_cp + sheet->rows[row].start_cp;
}

size_t sheet_row_end(const struct sheet *sheet, size_t row)
{
	return sheet->start_cp + sheet->rows[row].end_cp;
}

size_t sheet_previous(struct sheet *sheet, size_t row_cp)
{
	if (row_cp == 0)
		return SIZE_MAX;
	return sheet_row_start(sheet, sheet_see(sheet, row_cp - 1));
}

size_t sheet_next(struct sheet *sheet, size_t row_cp)
{
	size_t row = sheet_see(sheet, row_cp);

	if (row + 1 < sheet->n_rows)
		return sheet_row_start(sheet, row + 1);
	if (!sheet->final)
		return sheet->end_cp;
	return sheet->end_cp < sheet->field->n_cps ? sheet->end_cp + 1 : SIZE_MAX;
}

/* The end of a paragraph is at the left of a row that runs to the left. */
static void add_end(struct slots *slots, size_t cp, size_t columns)
{
	struct slot end = {.cp = cp, .width = 1};

	if (slots->rtl) {
		size_t left = slots->n > 0 ? slots->slots[0].col : columns;
		for (size_t i = slots->n; i > 0; i--)
			slots->slots[i] = slots->slots[i - 1];
		end.col = left > 0 ? left - 1 : 0;
		slots->slots[0] = end;
	} else {
		end.col = slots->n > 0 ? slots->slots[slots->n - 1].col +
						 slots->slots[slots->n - 1].width
				       : 0;
		slots->slots[slots->n] = end;
	}
	slots->n++;
}

void slots_init(struct slots *slots, const struct sheet *sheet, size_t row)
{
	const struct row *r = &sheet->rows[row];
	bool ends = sheet->final && row + 1 == sheet->n_rows;
	bool fits = sheet->field->many_lines && sheet->columns > r->columns;
	size_t columns = fits ? sheet->columns : r->columns + 1;
	struct placed_cell *placed = xcalloc(r->n_cells + 1, sizeof *placed);

	slots->n = row_place(sheet->para, r, columns, placed);
	slots->slots = xcalloc(slots->n + 1, sizeof *slots->slots);
	slots->columns = r->columns + ends;
	slots->rtl = paragraph_is_rtl(sheet->para);
	for (size_t i = 0; i < slots->n; i++)
		slots->slots[i] = (struct slot){.cp = sheet->start_cp + placed[i].cell->start_cp,
						.col = placed[i].col,
						.width = placed[i].width,
						.cell = placed[i].cell};
	if (ends)
		add_end(slots, sheet->end_cp, columns);
	free(placed);
}

void slots_release(struct slots *slots)
{
	free(slots->slots);
}

/* The logically first slot that ends after `cp`; where none does, the logically last. */
size_t slots_at(const struct slots *slots, size_t cp)
{
	size_t best = SIZE_MAX, last = 0;

	for (size_t i = 0; i < slots->n; i++) {
		const struct slot *slot = &slots->slots[i];
		size_t end = slot->cell ? slot->cp + (slot->cell->end_cp - slot->cell->start_cp)
					: SIZE_MAX;
		if (end > cp && (best == SIZE_MAX || slot->cp < slots->slots[best].cp))
			best = i;
		if (slot->cp >= slots->slots[last].cp)
			last = i;
	}
	return best == SIZE_MAX ? last : best;
}
