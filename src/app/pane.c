/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/pane.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/compared.h"

void pane_init(struct pane *pane, struct document *doc)
{
	memset(pane, 0, sizeof *pane);
	pane->doc = doc;
	pane->want_col = SIZE_MAX;
	pane->area = (struct area){0, 0, 1, 80};
	layout_cache_init(&pane->layouts, doc);
}

void pane_release(struct pane *pane)
{
	article_release(&pane->article);
	free(pane->path);
	layout_cache_release(&pane->layouts);
	document_free(pane->doc);
	marks_release(&pane->marks);
	drafts_release(&pane->drafts);
	finds_release(&pane->finds);
	linked_release(&pane->linked);
	compared_drop(pane->compared);
}

void pane_set_document(struct pane *pane, struct document *doc)
{
	/* It may have been half read from the one before. */
	compared_drop(pane->compared);
	pane->compared = NULL;
	layout_cache_move(&pane->layouts, doc);
	document_free(pane->doc);
	pane->doc = doc;
}

/* The text scrolls no further than its last row at the foot of the screen. */
static void keep_full(struct pane *pane)
{
	struct place bottom = pane->top;
	size_t below = place_step(&pane->layouts, &bottom, (ptrdiff_t)pane->area.n_rows - 1);
	if (below + 1 < pane->area.n_rows)
		place_step(&pane->layouts, &pane->top, -(ptrdiff_t)(pane->area.n_rows - 1 - below));
}

static void set_top(struct pane *pane, struct place top)
{
	pane->top = top;
	keep_full(pane);
	const struct layout *layout = layout_get(&pane->layouts, pane->top.para);
	pane->top_cp =
		layout != NULL ? layout->at.start_cp + layout->rows[pane->top.row].start_cp : 0;
}

/*
 * The painted cell of a row that shows `offset`, else the last before it; NULL in a row without
 * cells.
 */
static const struct cell *cell_of(const struct layout *layout, size_t row, size_t offset)
{
	const struct row *cells = &layout->rows[row];
	size_t n;
	const struct cell *all = paragraph_cells(layout->para, &n);
	const struct cell *best = NULL;
	for (size_t i = 0; i < cells->n_cells; i++) {
		const struct cell *cell = &all[cells->first_cell + i];
		if (best != NULL && cell->start_cp > offset)
			break;
		if (best == NULL || cell->start_cp != best->start_cp)
			best = cell;
	}
	return best;
}

/* The cell that shows `cp`, snapped; the row's first code point where it has no cells. */
static size_t snap(struct pane *pane, size_t cp)
{
	struct place place = place_of(&pane->layouts, cp);
	const struct layout *layout = layout_get(&pane->layouts, place.para);
	if (layout == NULL)
		return 0;
	size_t offset = cp > layout->at.start_cp ? cp - layout->at.start_cp : 0;
	const struct cell *cell = cell_of(layout, place.row, offset);
	return layout->at.start_cp +
	       (cell != NULL ? cell->start_cp : layout->rows[place.row].start_cp);
}

static bool holds(const struct cell *cell, size_t offset)
{
	return cell->start_cp <= offset && offset < cell->end_cp;
}

/* The cell of a row that holds `offset`, the white space that hangs at its end included; NULL. */
static const struct cell *cell_holding(const struct layout *layout, size_t row, size_t offset)
{
	size_t n;
	const struct cell *all = paragraph_cells(layout->para, &n);
	for (size_t i = layout->rows[row].first_cell; i < n && all[i].start_cp <= offset; i++)
		if (holds(&all[i], offset))
			return &all[i];
	return NULL;
}

struct cp_range pane_cell_range(struct pane *pane, size_t cp)
{
	struct place place = place_of(&pane->layouts, cp);
	const struct layout *layout = layout_get(&pane->layouts, place.para);
	size_t base = layout != NULL ? layout->at.start_cp : 0;
	const struct cell *cell = NULL;
	if (layout != NULL && cp >= base)
		cell = cell_holding(layout, place.row, cp - base);
	if (cell == NULL)
		return (struct cp_range){cp, cp};
	return (struct cp_range){base + cell->start_cp, base + cell->end_cp};
}

bool pane_cell_is_rtl(struct pane *pane, size_t cp)
{
	struct place place = place_of(&pane->layouts, cp);
	const struct layout *layout = layout_get(&pane->layouts, place.para);
	if (layout == NULL)
		return false;
	const struct cell *cell = NULL;
	if (pane->layouts.options.order == ORDER_VISUAL && cp >= layout->at.start_cp)
		cell = cell_holding(layout, place.row, cp - layout->at.start_cp);
	return cell != NULL ? cell->level % 2 != 0 : paragraph_is_rtl(layout->para);
}

static size_t distance(size_t a, size_t b)
{
	return a > b ? a - b : b - a;
}

size_t pane_cell_at(struct pane *pane, struct place place, size_t col)
{
	const struct layout *layout = layout_get(&pane->layouts, place.para);
	if (layout == NULL)
		return 0;
	const struct placed_cell *cells;
	size_t n = place_cells(&pane->layouts, place, &cells), best = 0;
	for (size_t i = 0; i < n; i++) {
		if (col >= cells[i].col && col < cells[i].col + cells[i].width)
			return layout->at.start_cp + cells[i].cell->start_cp;
		if (distance(cells[i].col, col) < distance(cells[best].col, col))
			best = i;
	}
	return layout->at.start_cp +
	       (n > 0 ? cells[best].cell->start_cp : layout->rows[place.row].start_cp);
}

size_t pane_screen_cell(struct pane *pane, size_t screen_row, size_t screen_col)
{
	struct place place = pane->top;
	if (screen_row > pane->area.row)
		place_step(&pane->layouts, &place, (ptrdiff_t)(screen_row - pane->area.row));
	return pane_cell_at(pane, place,
			    screen_col > pane->area.col ? screen_col - pane->area.col : 0);
}

size_t pane_cursor_col(struct pane *pane)
{
	struct place place = place_of(&pane->layouts, pane->cursor_cp);
	const struct layout *layout = layout_get(&pane->layouts, place.para);
	if (layout == NULL)
		return 0;
	const struct placed_cell *cells;
	size_t n = place_cells(&pane->layouts, place, &cells);
	for (size_t i = 0; i < n; i++)
		if (layout->at.start_cp + cells[i].cell->start_cp == pane->cursor_cp)
			return cells[i].col;
	return n == 0 && paragraph_is_rtl(layout->para) ? pane->layouts.width - 1 : 0;
}

void pane_goto_keeping_column(struct pane *pane, size_t cp)
{
	pane->cursor_cp = snap(pane, cp);
	pane->held.shown_cp = SIZE_MAX;
	pane_show_cursor(pane);
}

void pane_goto(struct pane *pane, size_t cp)
{
	pane->want_col = SIZE_MAX;
	pane_goto_keeping_column(pane, cp);
}

static size_t wanted_col(struct pane *pane)
{
	if (pane->want_col == SIZE_MAX)
		pane->want_col = pane_cursor_col(pane);
	return pane->want_col;
}

static struct place bottom_of(struct pane *pane)
{
	struct place bottom = pane->top;
	place_step(&pane->layouts, &bottom, (ptrdiff_t)pane->area.n_rows - 1);
	return bottom;
}

void pane_scroll(struct pane *pane, ptrdiff_t n)
{
	size_t col = wanted_col(pane);
	struct place top = pane->top;
	place_step(&pane->layouts, &top, n);
	set_top(pane, top);
	struct place cursor = place_of(&pane->layouts, pane->cursor_cp), bottom = bottom_of(pane);
	if (place_compare(cursor, pane->top) < 0)
		pane->cursor_cp = pane_cell_at(pane, pane->top, col);
	else if (place_compare(cursor, bottom) > 0)
		pane->cursor_cp = pane_cell_at(pane, bottom, col);
}

bool pane_is_ahead(const struct pane *pane)
{
	return !pane->placed_once || pane->ahead_cp == pane->top_cp;
}

/* A paragraph that would take longer than a key may wait is left until it is come to. */
static bool is_long(struct pane *pane, size_t index)
{
	enum { LONG_CP = 16 * 1024 };
	struct document_paragraph at;
	return document_paragraph(pane->doc, index, &at) && at.n_cp > LONG_CP;
}

/* Lays out a screen from `place` on, down or (`step` -1) up. */
static void lay_out_screen(struct pane *pane, struct place place, ptrdiff_t step)
{
	const struct placed_cell *cells;
	for (size_t i = 0; i < pane->area.n_rows; i++) {
		if (is_long(pane, place.para + (size_t)step) ||
		    place_step(&pane->layouts, &place, step) == 0)
			break;
		place_cells(&pane->layouts, place, &cells);
	}
}

void pane_look_ahead(struct pane *pane)
{
	bool back = pane->ahead_cp != SIZE_MAX && pane->top_cp < pane->ahead_cp && pane->top_cp > 0;
	pane->ahead_cp = pane->top_cp;
	if (back)
		lay_out_screen(pane, pane->top, -1);
	else
		lay_out_screen(pane, bottom_of(pane), 1);
}

void pane_page(struct pane *pane, ptrdiff_t n)
{
	size_t col = wanted_col(pane);
	struct place cursor = place_of(&pane->layouts, pane->cursor_cp), top = pane->top;
	place_step(&pane->layouts, &cursor, n);
	place_step(&pane->layouts, &top, n);
	set_top(pane, top);
	pane->cursor_cp = pane_cell_at(pane, cursor, col);
	pane_show_cursor(pane);
}

void pane_show_cursor(struct pane *pane)
{
	struct place cursor = place_of(&pane->layouts, pane->cursor_cp), top = cursor, reach;
	ptrdiff_t screen = (ptrdiff_t)pane->area.n_rows;
	if (place_compare(cursor, pane->top) < 0) {
		reach = pane->top;
		place_step(&pane->layouts, &reach, -screen);
		place_step(&pane->layouts, &top,
			   place_compare(cursor, reach) >= 0 ? 0 : -screen / 3);
	} else {
		reach = bottom_of(pane);
		if (place_compare(cursor, reach) <= 0)
			return;
		place_step(&pane->layouts, &reach, screen);
		place_step(&pane->layouts, &top,
			   place_compare(cursor, reach) <= 0 ? 1 - screen : -screen / 3);
	}
	set_top(pane, top);
}

/* How many rows `place` is below `from`, at most `limit`; 0 where it is above. */
static size_t rows_below(struct pane *pane, struct place from, struct place place, size_t limit)
{
	size_t n = 0;
	while (n < limit && place_compare(from, place) < 0 &&
	       place_step(&pane->layouts, &from, 1) > 0)
		n++;
	return n;
}

size_t pane_row_of(struct pane *pane, size_t cp)
{
	return rows_below(pane, pane->top, place_of(&pane->layouts, cp), pane->area.n_rows - 1);
}

void pane_show_range(struct pane *pane, struct cp_range range, size_t row)
{
	struct place first = place_of(&pane->layouts, range.start_cp), top = first;
	struct place last = place_of(&pane->layouts, range.end_cp > range.start_cp ? range.end_cp - 1
										   : range.start_cp);
	size_t room = pane->area.n_rows - 1 - rows_below(pane, first, last, pane->area.n_rows - 1);
	place_step(&pane->layouts, &top, -(ptrdiff_t)(row < room ? row : room));
	set_top(pane, top);
	pane_goto(pane, range.start_cp);
}

void pane_restore(struct pane *pane, size_t top_cp, size_t cursor_cp)
{
	pane->top_cp = top_cp;
	pane->cursor_cp = cursor_cp;
	pane->placed_once = false;
}

void pane_restore_at(struct pane *pane, const struct shown_mark *mark)
{
	pane_restore(pane, mark->range.start_cp, mark->range.start_cp);
	memcpy(pane->picked, mark->id, sizeof pane->picked);
	pane->picked_cp = pane->cursor_cp;
}

/* Where the cursor was put, also where this size cannot show it there. */
static size_t put_cp(const struct pane *pane)
{
	return pane->cursor_cp == pane->held.shown_cp ? pane->held.cp : pane->cursor_cp;
}

/* Takes what is shown for where the cursor was put, if a person has moved since the last size. */
static void hold_cursor(struct pane *pane)
{
	struct place place = pane->top, cursor = place_of(&pane->layouts, pane->cursor_cp);
	size_t row = 0;
	if (pane->cursor_cp == pane->held.shown_cp && pane->top_cp == pane->held.top_cp)
		return;
	while (row + 1 < pane->area.n_rows && place_compare(place, cursor) < 0 &&
	       place_step(&pane->layouts, &place, 1) > 0)
		row++;
	pane->held.cp = put_cp(pane);
	pane->held.row = row;
}

/* The rows as they are now, with the cursor on the row of the screen where it was put. */
static void show_held(struct pane *pane)
{
	struct place top = place_of(&pane->layouts, pane->held.cp);
	size_t last = pane->area.n_rows - 1;
	size_t above = pane->held.row < last ? pane->held.row : last;
	place_step(&pane->layouts, &top, -(ptrdiff_t)above);
	set_top(pane, top);
	pane->cursor_cp = pane->held.shown_cp = snap(pane, pane->held.cp);
	pane->held.top_cp = pane->top_cp;
}

/* The first size: the place is where it was left, perhaps on a screen of another size. */
static void show_first(struct pane *pane)
{
	set_top(pane, place_of(&pane->layouts, pane->top_cp));
	pane->cursor_cp = snap(pane, pane->cursor_cp);
	pane_show_cursor(pane);
	pane->placed_once = true;
}

bool pane_resize(struct pane *pane, struct area area, const struct paragraph_options *options)
{
	size_t n_rows = area.n_rows > 0 ? area.n_rows : 1;
	bool other = n_rows != pane->area.n_rows || !pane->placed_once ||
		     !layout_cache_is(&pane->layouts, area.n_cols, options);
	bool picked = other && pane_picked(pane) != NULL;
	if (other && pane->placed_once)
		hold_cursor(pane);
	pane->area = area;
	pane->area.n_rows = n_rows;
	if (!other)
		return false;
	pane->held.shown_cp = SIZE_MAX;
	layout_cache_set(&pane->layouts, area.n_cols, n_rows, options);
	if (pane->placed_once)
		show_held(pane);
	else
		show_first(pane);
	if (picked)
		pane->picked_cp = pane->cursor_cp;
	pane->want_col = SIZE_MAX;
	pane->ahead_cp = SIZE_MAX;
	return true;
}

bool pane_selection(struct pane *pane, struct cp_range *out)
{
	if (pane->moved) {
		*out = *pane->moved;
		return out->end_cp > out->start_cp;
	}
	if (pane->selecting == SELECT_NONE)
		return false;
	struct cp_range a = pane_cell_range(pane, pane->anchor_cp),
			b = pane_cell_range(pane, put_cp(pane));
	out->start_cp = a.start_cp < b.start_cp ? a.start_cp : b.start_cp;
	out->end_cp = a.end_cp > b.end_cp ? a.end_cp : b.end_cp;
	return out->end_cp > out->start_cp;
}

void pane_select(struct pane *pane, struct cp_range range, enum selecting how)
{
	pane->selecting = how;
	pane->anchor_cp = snap(pane, range.start_cp);
	pane_goto(pane, range.end_cp > range.start_cp ? range.end_cp - 1 : range.start_cp);
}

const struct shown_mark *pane_picked(const struct pane *pane)
{
	return pane->cursor_cp == pane->picked_cp ? marks_find(&pane->marks, pane->picked) : NULL;
}

const struct shown_mark *pane_mark(struct pane *pane, size_t *place, size_t *n)
{
	enum { TOLD_APART = 16 };
	const struct shown_mark *touching[TOLD_APART], *chosen = pane_picked(pane);
	size_t n_all = marks_touching(&pane->marks, pane_cell_range(pane, pane->cursor_cp),
				      touching, TOLD_APART);
	if (n_all == 0)
		return NULL;
	size_t i = 0;
	while (i < n_all && i < TOLD_APART && touching[i] != chosen)
		i++;
	if (i == n_all || i == TOLD_APART)
		i = 0;
	if (place)
		*place = n_all - i;
	if (n)
		*n = n_all;
	return touching[i];
}

void pane_pick_here(struct pane *pane, const char *id)
{
	memcpy(pane->picked, id, sizeof pane->picked);
	pane->picked_cp = pane->cursor_cp;
}

void pane_pick(struct pane *pane, const struct shown_mark *mark)
{
	pane_goto(pane, mark->range.start_cp);
	pane_pick_here(pane, mark->id);
}

unsigned pane_percent(struct pane *pane)
{
	size_t bytes = document_bytes(pane->doc);
	struct place bottom = bottom_of(pane);
	const struct layout *layout = layout_get(&pane->layouts, bottom.para);
	if (layout == NULL || bytes == 0)
		return 100;
	struct place next = bottom;
	if (place_step(&pane->layouts, &next, 1) == 0)
		return 100;
	layout = layout_get(&pane->layouts, bottom.para);
	size_t within = layout->at.n_bytes * (bottom.row + 1) / layout->n_rows;
	size_t percent = (size_t)(100.0 * (double)(layout->at.byte_off + within) / (double)bytes);
	return percent > 99 ? 99 : (unsigned)percent;
}
