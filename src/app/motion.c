/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/motion.h"

#include <stdint.h>

/* The rows that two pages have in common, for the eye to find its place. */
enum { PAGE_OVERLAP = 2 };

/* Whether the cells of the frame stand in the order of the text: the terminal moves them. */
static bool is_logical(const struct pane *pane)
{
	return pane->layouts.options.order == ORDER_LOGICAL;
}

/* The first cell of a row as one reads it from its start, or from its end, as a column. */
static size_t edge_col(struct pane *pane, struct place place, bool start)
{
	const struct layout *layout = layout_get(&pane->layouts, place.para);
	bool from_right = layout != NULL && paragraph_is_rtl(layout->para) && !is_logical(pane);
	return from_right == start ? pane->layouts.width : 0;
}

/* From one row to the next in reading order, entering it where reading would. */
static void cross_rows(struct pane *pane, struct place place, bool forward)
{
	if (place_step(&pane->layouts, &place, forward ? 1 : -1) > 0)
		pane_goto(pane, pane_cell_at(pane, place, edge_col(pane, place, forward)));
}

static void move_sideways(struct pane *pane, int step)
{
	struct place place = place_of(&pane->layouts, pane->cursor_cp);
	const struct layout *layout = layout_get(&pane->layouts, place.para);
	if (layout == NULL)
		return;
	bool forward = (step > 0) != paragraph_is_rtl(layout->para);
	if (is_logical(pane))
		step = forward ? 1 : -1;
	size_t base = layout->at.start_cp;
	const struct placed_cell *cells;
	ptrdiff_t n = (ptrdiff_t)place_cells(&pane->layouts, place, &cells), i = 0;
	while (i < n && base + cells[i].cell->start_cp != pane->cursor_cp)
		i++;
	/* A cluster of several cells is one place to stand on. */
	while (i >= 0 && i < n && base + cells[i].cell->start_cp == pane->cursor_cp)
		i += step;
	if (n > 0 && i >= 0 && i < n)
		pane_goto(pane, base + cells[i].cell->start_cp);
	else
		cross_rows(pane, place, forward);
}

static void move_rows(struct pane *pane, int step)
{
	struct place place = place_of(&pane->layouts, pane->cursor_cp);
	if (pane->want_col == SIZE_MAX)
		pane->want_col = pane_cursor_col(pane);
	if (place_step(&pane->layouts, &place, step) > 0)
		pane_goto_keeping_column(pane, pane_cell_at(pane, place, pane->want_col));
}

/* To the logical first or last cell of the cursor's row. */
static void move_to_row_end(struct pane *pane, bool start)
{
	struct place place = place_of(&pane->layouts, pane->cursor_cp);
	const struct layout *layout = layout_get(&pane->layouts, place.para);
	if (layout == NULL)
		return;
	const struct row *row = &layout->rows[place.row];
	size_t offset = start || row->end_cp == row->start_cp ? row->start_cp : row->end_cp - 1;
	pane_goto(pane, layout->at.start_cp + offset);
}

static bool grows_forward(const struct pane *pane)
{
	return pane->selecting != SELECT_NONE && pane->cursor_cp >= pane->anchor_cp;
}

static void move_unit_next(struct pane *pane, enum text_unit unit)
{
	struct cp_range range;
	if (!grows_forward(pane)) {
		if (unit_next(pane->doc, unit, pane->cursor_cp, &range))
			pane_goto(pane, range.start_cp);
		return;
	}
	struct cp_range here = pane_cell_range(pane, pane->cursor_cp);
	bool inside =
		unit_at(pane->doc, unit, pane->cursor_cp, &range) && range.end_cp > here.end_cp;
	if (inside || unit_next(pane->doc, unit, pane->cursor_cp, &range))
		pane_goto(pane, range.end_cp - 1);
}

/* All of the passage is on the screen, or as much as has room. */
static void move_passage_next(struct pane *pane)
{
	struct cp_range range;
	if (grows_forward(pane) || !unit_next(pane->doc, UNIT_PASSAGE, pane->cursor_cp, &range)) {
		move_unit_next(pane, UNIT_PASSAGE);
		return;
	}
	pane_goto(pane, range.start_cp);
	pane_show_range(pane, range, pane_row_of(pane, pane->cursor_cp));
}

static void move_unit_previous(struct pane *pane, enum text_unit unit)
{
	struct cp_range range;
	if (unit_previous(pane->doc, unit, pane->cursor_cp, &range))
		pane_goto(pane, range.start_cp);
}

static void move(struct pane *pane, enum motion motion)
{
	ptrdiff_t page =
		(ptrdiff_t)(pane->area.n_rows > PAGE_OVERLAP ? pane->area.n_rows - PAGE_OVERLAP
							     : 1);
	switch (motion) {
	case MOTION_LEFT: move_sideways(pane, -1); break;
	case MOTION_RIGHT: move_sideways(pane, 1); break;
	case MOTION_UP: move_rows(pane, -1); break;
	case MOTION_DOWN: move_rows(pane, 1); break;
	case MOTION_ROW_START: move_to_row_end(pane, true); break;
	case MOTION_ROW_END: move_to_row_end(pane, false); break;
	case MOTION_WORD_NEXT: move_unit_next(pane, UNIT_WORD); break;
	case MOTION_WORD_PREVIOUS: move_unit_previous(pane, UNIT_WORD); break;
	case MOTION_PASSAGE_NEXT: move_passage_next(pane); break;
	case MOTION_PASSAGE_PREVIOUS: move_unit_previous(pane, UNIT_PASSAGE); break;
	case MOTION_PARAGRAPH_NEXT: move_unit_next(pane, UNIT_PARAGRAPH); break;
	case MOTION_PARAGRAPH_PREVIOUS: move_unit_previous(pane, UNIT_PARAGRAPH); break;
	case MOTION_PAGE_NEXT: pane_page(pane, page); break;
	case MOTION_PAGE_PREVIOUS: pane_page(pane, -page); break;
	case MOTION_TEXT_START: pane_goto(pane, 0); break;
	case MOTION_TEXT_END: pane_goto(pane, SIZE_MAX); break;
	}
}

void motion_run(struct pane *pane, enum motion motion, bool extend)
{
	if (extend && pane->selecting == SELECT_NONE) {
		pane->selecting = SELECT_PASSING;
		pane->anchor_cp = pane->cursor_cp;
	} else if (!extend && pane->selecting == SELECT_PASSING) {
		pane->selecting = SELECT_NONE;
	}
	move(pane, motion);
}

void motion_select(struct pane *pane, enum text_unit unit)
{
	struct cp_range range;
	if (pane->selecting != SELECT_NONE && pane->cursor_cp != pane->anchor_cp) {
		move_unit_next(pane, unit);
		return;
	}
	size_t cp = pane->cursor_cp;
	if (unit_at(pane->doc, unit, cp, &range) || unit_next(pane->doc, unit, cp, &range) ||
	    unit_previous(pane->doc, unit, cp, &range))
		pane_select(pane, range, SELECT_PASSING);
}
