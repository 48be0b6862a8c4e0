/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview.h"

#include <stdlib.h>

#include "base/xalloc.h"

/* What lies in one row's part of the article. */
struct part {
	const struct shown_mark *first;
	size_t n;    /* highlights that touch it */
	bool begins; /* the first begins in it */
};

/* The code points of the article, as far as that is known. */
static size_t count_cp(const struct document *doc)
{
	size_t n_bytes = document_bytes(doc), scanned = document_scanned_bytes(doc);
	size_t known = document_known_cp(doc);
	if (scanned > 0 && scanned < n_bytes)
		known = (size_t)((double)known * (double)n_bytes / (double)scanned);
	return known > 0 ? known : 1;
}

static size_t row_of(size_t cp, size_t n_cp, size_t n_rows)
{
	size_t row = cp * n_rows / n_cp;
	return row < n_rows ? row : n_rows - 1;
}

/* What row_of() puts in `row`. */
static struct cp_range part_of(size_t row, size_t n_cp, size_t n_rows)
{
	return (struct cp_range){(row * n_cp + n_rows - 1) / n_rows,
				 ((row + 1) * n_cp + n_rows - 1) / n_rows};
}

static void add_mark(struct part *part, const struct shown_mark *mark, bool begins)
{
	if (part->n++ > 0)
		return;
	part->first = mark;
	part->begins = begins;
}

static void collect(const struct marks *marks, size_t n_cp, struct part *parts, size_t n_rows)
{
	for (size_t i = 0; i < marks->n; i++) {
		const struct shown_mark *mark = &marks->items[i];
		size_t begin = row_of(mark->range.start_cp, n_cp, n_rows);
		size_t last = mark->range.end_cp > mark->range.start_cp ? mark->range.end_cp - 1
									 : mark->range.start_cp;
		for (size_t row = begin; row <= row_of(last, n_cp, n_rows); row++)
			add_mark(&parts[row], mark, row == begin);
	}
}

static void draw_part(const struct part *part, struct frame *frame, size_t row, size_t col,
		      struct style style, int zone)
{
	if (part->n > 1)
		frame_glyph(frame, row, col, part->n > 9 ? U'+' : U'0' + (char32_t)part->n, style,
			    zone);
	else if (part->begins)
		frame_text(frame, row, col, 1, part->first->look.symbol, style, zone, ALIGN_LEFT);
	else
		frame_glyph(frame, row, col, U'┊', style, zone);
}

/*
 * One colour for all of it: what differs between two rows is sent again whenever the text scrolls.
 */
static void draw_row(const struct part *part, struct frame *frame, size_t row, size_t col, bool hit,
		     bool shown, struct style style, int zone)
{
	bool empty = part->n == 0 && !hit;
	if (shown && !empty)
		style.attrs |= ATTR_REVERSE;
	if (part->n > 0)
		draw_part(part, frame, row, col, style, zone);
	else
		frame_glyph(frame, row, col, hit ? U'-' : shown ? U'┃' : U' ', style, zone);
}

/* Whether there is anything to say that the rows on the screen do not say themselves. */
static bool is_needed(const struct pane *pane, struct cp_range shown, size_t n_cp)
{
	bool all = shown.start_cp == 0 && shown.end_cp + 1 >= n_cp;
	return !all && (pane->marks.n > 0 || pane->finds.n > 0);
}

void overview_draw(const struct pane *pane, struct frame *frame, size_t col, struct cp_range shown,
		   struct style text, int zone)
{
	size_t n_cp = count_cp(pane->doc), n_rows = pane->area.n_rows;
	if (!is_needed(pane, shown, n_cp))
		return;
	struct part *parts = xcalloc(n_rows, sizeof *parts);
	size_t from = row_of(shown.start_cp, n_cp, n_rows);
	size_t to = row_of(shown.end_cp > shown.start_cp ? shown.end_cp - 1 : shown.start_cp, n_cp,
			   n_rows);
	collect(&pane->marks, n_cp, parts, n_rows);
	for (size_t i = 0; i < n_rows; i++) {
		bool hit = finds_touching(&pane->finds, part_of(i, n_cp, n_rows)) != NULL;
		draw_row(&parts[i], frame, pane->area.row + i, col, hit, i >= from && i <= to,
			 text, zone);
	}
	free(parts);
}

void overview_goto(struct pane *pane, size_t row)
{
	struct cp_range part = part_of(row, count_cp(pane->doc), pane->area.n_rows);
	size_t before = part.start_cp - 1; /* of the first: SIZE_MAX, which is before all, too */
	const struct shown_mark *mark = marks_next(&pane->marks, before);
	const struct cp_range *hit = finds_next(&pane->finds, before);
	if (mark && mark->range.start_cp < part.end_cp)
		pane_pick(pane, mark);
	else
		pane_goto(pane, hit && hit->start_cp < part.end_cp ? hit->start_cp : part.start_cp);
}
