/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ends.h"

#include "model/anchor.h"

size_t ends_boundary(const struct ends *ends)
{
	return ends->at_start ? ends->range.start_cp : ends->range.end_cp;
}

/* The letter at the boundary that motions begin from: the first of the range, or the last. */
static size_t edge_letter(const struct ends *ends)
{
	if (ends->at_start || ends->range.end_cp == 0)
		return ends_boundary(ends);
	return ends->range.end_cp - 1;
}

static void show_cursor(const struct ends *ends, struct pane *pane)
{
	pane_goto(pane, edge_letter(ends));
}

/* Puts the boundary at `cp`; beyond the other end it is that one. */
static void set(struct ends *ends, size_t cp)
{
	struct cp_range *range = &ends->range;
	*(ends->at_start ? &range->start_cp : &range->end_cp) = cp;
	if (range->start_cp <= range->end_cp)
		return;
	*range = (struct cp_range){range->end_cp, range->start_cp};
	ends->at_start = !ends->at_start;
}

/* The grapheme cluster that `cp` is in; `cp` alone where the text cannot be read. */
static struct cp_range cluster_at(struct pane *pane, size_t cp)
{
	struct cp_range cluster = {cp, cp + 1};
	if (anchor_widen(pane->doc, &cluster, NULL, NULL))
		return (struct cp_range){cp, cp + 1};
	return cluster;
}

static bool is_inside(struct cp_range cell, size_t cp)
{
	return cell.start_cp < cp && cp < cell.end_cp;
}

/* To the next boundary of letters in the cell at the edge; false where the cell has none further. */
static bool step_inside(struct ends *ends, struct pane *pane, bool forward)
{
	size_t at = ends_boundary(ends);
	struct cp_range cell = pane_cell_range(pane, edge_letter(ends));
	if (forward && (at < cell.start_cp || at >= cell.end_cp))
		return false;
	if (!forward && (at <= cell.start_cp || at > cell.end_cp))
		return false;
	size_t to = forward ? cluster_at(pane, at).end_cp : cluster_at(pane, at - 1).start_cp;
	/* A whole cell is left by the motion, which knows what is beside it. */
	if (!is_inside(cell, at) && !is_inside(cell, to))
		return false;
	set(ends, to);
	return true;
}

/* The boundary that one comes to first who enters `cell` from before it, or from behind. */
static size_t entry(const struct ends *ends, struct pane *pane, struct cp_range cell, bool forward)
{
	if (cell.end_cp == cell.start_cp)
		return cell.start_cp;
	if (ends->at_start)
		return forward ? cell.start_cp : cluster_at(pane, cell.end_cp - 1).start_cp;
	return forward ? cluster_at(pane, cell.start_cp).end_cp : cell.end_cp;
}

static void step(struct ends *ends, struct pane *pane, enum motion motion)
{
	bool right = motion == MOTION_RIGHT;
	if (step_inside(ends, pane, right != pane_cell_is_rtl(pane, edge_letter(ends))))
		return;
	show_cursor(ends, pane); /* the text may have scrolled under it */
	size_t before = pane->cursor_cp;
	motion_run(pane, motion, false);
	struct cp_range cell = pane_cell_range(pane, pane->cursor_cp);
	if (pane->cursor_cp != before)
		set(ends, entry(ends, pane, cell, right != pane_cell_is_rtl(pane, cell.start_cp)));
}

/* The unit's start, or for the end its end, that follows the boundary. */
static void step_next(struct ends *ends, struct pane *pane, enum text_unit unit)
{
	size_t at = ends_boundary(ends);
	struct cp_range found;
	if (ends->at_start) {
		if (unit_next(pane->doc, unit, at, &found))
			set(ends, found.start_cp);
	} else if ((unit_at(pane->doc, unit, at, &found) && found.end_cp > at) ||
		   unit_next(pane->doc, unit, at, &found)) {
		set(ends, found.end_cp);
	}
}

static void step_previous(struct ends *ends, struct pane *pane, enum text_unit unit)
{
	size_t at = ends_boundary(ends);
	struct cp_range found;
	bool is_there = unit_previous(pane->doc, unit, at, &found);
	if (is_there && !ends->at_start && found.end_cp >= at)
		is_there = unit_previous(pane->doc, unit, found.start_cp, &found);
	if (is_there)
		set(ends, ends->at_start ? found.start_cp : found.end_cp);
}

/* The range reaches from the end that stays to the whole of the cursor's cell. */
static void follow_cursor(struct ends *ends, struct pane *pane)
{
	struct cp_range cell = pane_cell_range(pane, pane->cursor_cp);
	size_t other = ends->at_start ? ends->range.end_cp : ends->range.start_cp;
	ends->at_start = cell.start_cp < other;
	ends->range = ends->at_start ? (struct cp_range){cell.start_cp, other}
				     : (struct cp_range){other, cell.end_cp};
}

void ends_begin(struct ends *ends, struct pane *pane, struct cp_range range)
{
	struct cp_range cell = pane_cell_range(pane, pane->cursor_cp);
	size_t from_start = cell.start_cp > range.start_cp ? cell.start_cp - range.start_cp : 0;
	size_t to_end = range.end_cp > cell.end_cp ? range.end_cp - cell.end_cp : 0;
	*ends = (struct ends){.range = range, .at_start = from_start < to_end};
	show_cursor(ends, pane);
}

void ends_move(struct ends *ends, struct pane *pane, enum motion motion)
{
	switch (motion) {
	case MOTION_LEFT:
	case MOTION_RIGHT: step(ends, pane, motion); break;
	case MOTION_WORD_NEXT: step_next(ends, pane, UNIT_WORD); break;
	case MOTION_WORD_PREVIOUS: step_previous(ends, pane, UNIT_WORD); break;
	case MOTION_PASSAGE_NEXT: step_next(ends, pane, UNIT_PASSAGE); break;
	case MOTION_PASSAGE_PREVIOUS: step_previous(ends, pane, UNIT_PASSAGE); break;
	case MOTION_PARAGRAPH_NEXT: step_next(ends, pane, UNIT_PARAGRAPH); break;
	case MOTION_PARAGRAPH_PREVIOUS: step_previous(ends, pane, UNIT_PARAGRAPH); break;
	default:
		motion_run(pane, motion, false);
		follow_cursor(ends, pane);
		return; /* with the column that Up and Down keep */
	}
	show_cursor(ends, pane);
}

void ends_move_to(struct ends *ends, struct pane *pane, size_t cp)
{
	pane_goto(pane, cp);
	follow_cursor(ends, pane);
}

void ends_swap(struct ends *ends, struct pane *pane)
{
	ends->at_start = !ends->at_start;
	show_cursor(ends, pane);
}
