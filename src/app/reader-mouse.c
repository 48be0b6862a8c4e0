/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The mouse in the reader: a click moves, a drag selects, the wheel scrolls the pane that is under
 * it.
 */
#include "app/overview.h"
#include "app/reader-internal.h"

enum { WHEEL_ROWS = 3 };

/* The pane at a column of the screen, half of the gap to the next included; n_panes: none. */
static size_t pane_at(const struct reader *reader, size_t col)
{
	for (size_t i = reader->first; i < reader->first + reader->n_shown; i++) {
		const struct area *area = &reader->panes[i]->whole;
		size_t end = area->col + area->n_cols + PANE_GAP / 2;
		if (col + PANE_GAP / 2 >= area->col && col <= end)
			return i;
	}
	return reader->n_panes;
}

static void wheel(struct reader *reader, size_t index, ptrdiff_t rows)
{
	for (size_t i = 0; i < reader->n_panes; i++)
		if (i == index || reader->locked)
			pane_scroll(reader->panes[i], rows);
	reader_hold(reader->panes[index]);
}

static void press(struct app *app, const struct event *event)
{
	struct reader *reader = app->reader;
	struct pane *pane = reader_pane(app);
	int zone = frame_at(&app->frame, event->mouse.row, event->mouse.col)->zone;
	reader->dragging = event->mouse.row >= pane->area.row && zone < ZONE_OVERVIEW;
	pane->selecting = SELECT_NONE;
	if (zone >= ZONE_OVERVIEW)
		overview_goto(pane, event->mouse.row - pane->area.row);
	if (!reader->dragging)
		return;
	pane_goto(pane, pane_screen_cell(pane, event->mouse.row, event->mouse.col));
	if (event->mouse.clicks == 2)
		motion_select(pane, UNIT_WORD);
	else if (event->mouse.clicks == 3)
		motion_select(pane, UNIT_PASSAGE);
}

/* Beyond the pane's upper and lower edge the text scrolls along. */
static void drag(struct reader *reader, const struct event *event)
{
	struct pane *pane = reader->panes[reader->focus];
	if (!reader->dragging)
		return;
	if (pane->selecting == SELECT_NONE) {
		pane->selecting = SELECT_PASSING;
		pane->anchor_cp = pane->cursor_cp;
	}
	if (event->mouse.row < pane->area.row)
		pane_scroll(pane, -1);
	else if (event->mouse.row >= pane->area.row + pane->area.n_rows)
		pane_scroll(pane, 1);
	size_t last = pane->area.row + pane->area.n_rows - 1;
	size_t row = event->mouse.row > last ? last : event->mouse.row;
	pane_goto(pane, pane_screen_cell(pane, row, event->mouse.col));
}

void reader_mouse(struct view *view, struct app *app, const struct event *event)
{
	struct reader *reader = app->reader;
	size_t index = pane_at(reader, event->mouse.col);
	(void)view;
	switch (event->mouse.kind) {
	case MOUSE_PRESS:
		if (index == reader->n_panes)
			return;
		reader_set_focus(reader, index);
		press(app, event);
		break;
	case MOUSE_DRAG: drag(reader, event); break;
	case MOUSE_RELEASE: reader->dragging = false; break;
	case MOUSE_WHEEL_UP:
	case MOUSE_WHEEL_DOWN:
		if (index < reader->n_panes)
			wheel(reader, index,
			      event->mouse.kind == MOUSE_WHEEL_UP ? -WHEEL_ROWS : WHEEL_ROWS);
		break;
	}
}
