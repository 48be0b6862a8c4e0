/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The looks of differences: titles, what there is of each kind, and the paragraphs. What was
 * deleted is reversed, what was inserted bold and underlined, a spelling underlined and dim, what
 * was moved in italics; in colour these have colours besides. Of a word of which some letters
 * changed the others are underlined.
 */
#include "app/difference-view-internal.h"

#include <stdlib.h>

#include "app/difference-words.h"
#include "app/i18n.h"
#include "app/mirror.h"
#include "app/theme.h"
#include "app/words.h"
#include "base/xalloc.h"
#include "model/dir.h"

enum {
	GAP = 3,            /* columns between the texts, with a rule in the middle */
	LEAST_BESIDE = 56,  /* columns of the screen for two texts beside each other */
	SIGN_COLUMNS = 2,   /* before a row, where one stands below the other */
	LEAST_FOR_HEAD = 6, /* rows of the screen for titles and the summary */
};

/* Where the parts of the view are. */
struct plan {
	struct area head, body;
	struct area text[DIFFERENCE_SIDES]; /* columns of the body */
	size_t sign_col;                    /* of signs, or of the rule */
};

static struct plan plan_of(const struct difference_view *view, struct area area)
{
	struct plan plan = {.head = area, .body = area};
	size_t n_head = area.n_rows < LEAST_FOR_HEAD ? 0 : view->stacked ? 3 : 2;
	bool mirrored = mirror_is_on();
	plan.head.n_rows = n_head;
	plan.body.row += n_head;
	plan.body.n_rows -= n_head;
	if (view->stacked) {
		size_t n_signs = area.n_cols > SIGN_COLUMNS + 2 ? SIGN_COLUMNS : 0;
		plan.text[SIDE_OLD] = plan.text[SIDE_NEW] =
			mirror_part(plan.body, n_signs, area.n_cols - n_signs, mirrored);
		plan.sign_col = mirrored ? area.col + area.n_cols - 1 : area.col;
		return plan;
	}
	size_t n_cols = (area.n_cols - GAP) / 2;
	plan.text[SIDE_OLD] = mirror_part(plan.body, 0, n_cols, mirrored);
	plan.text[SIDE_NEW] = mirror_part(plan.body, n_cols + GAP, n_cols, mirrored);
	plan.sign_col = mirror_part(plan.body, n_cols + 1, 1, mirrored).col;
	return plan;
}

/* Lays both texts out for this width. */
static void resize(struct difference_view *view, struct app *app, const struct plan *plan)
{
	bool other = false;
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
		struct paragraph_options options = {
			.dir = view->text[side].article.dir,
			.fallback = dir_of_language(view->text[side].article.lang),
			.order = app_is_logical(app) ? ORDER_LOGICAL : ORDER_VISUAL};
		other |= layout_cache_set(&view->layouts[side], plan->text[side].n_cols,
					  plan->body.n_rows, &options);
	}
	view->page = plan->body.n_rows > 0 ? plan->body.n_rows : 1;
	if (!other || !view->done)
		return;
	difference_items_resize(view);
	view->show_change = true;
}

/* The segment that has code point `cp` of a side. */
static size_t segment_at(const struct difference_view *view, enum difference_side side, size_t cp)
{
	size_t low = 0, high = view->n_segments;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (view->segments[middle].range[side].end_cp <= cp)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static struct style kind_style(enum difference_kind kind, enum difference_side side, bool mono)
{
	switch (kind) {
	case DIFFERENCE_SAME:
		return theme_style(ROLE_TEXT, mono);
	case DIFFERENCE_SPELLING:
		return theme_style(ROLE_SPELLING, mono);
	case DIFFERENCE_MOVED:
		return theme_style(ROLE_MOVED, mono);
	default:
		return theme_style(side == SIDE_OLD ? ROLE_DELETED : ROLE_INSERTED, mono);
	}
}

/* Whether a segment is the present change, or the other place of it. */
static bool is_present(const struct difference_view *view, size_t segment)
{
	const struct difference_segment *change = difference_view_change(view);
	return change && (segment == view->changes[view->change] ||
			  (change->kind == DIFFERENCE_MOVED && segment == change->other));
}

static struct style cell_style(const struct difference_view *view, enum difference_side side,
			       struct cp_range cell, bool mono)
{
	size_t index = segment_at(view, side, cell.start_cp);
	struct style plain = theme_style(ROLE_TEXT, mono);
	if (index == view->n_segments || view->segments[index].kind == DIFFERENCE_SAME)
		return plain;
	const struct difference_segment *segment = &view->segments[index];
	if (!cp_ranges_overlap(segment->mark[side], cell)) {
		plain.attrs |= ATTR_UNDERLINE;
		return plain;
	}
	struct style style = kind_style(segment->kind, side, mono);
	if (!is_present(view, index))
		return style;
	struct style present = theme_style(ROLE_HIT_CURRENT, mono);
	present.attrs |= style.attrs;
	return present;
}

/* The code point at which the cursor stands, and its side. */
static bool cursor_of(const struct difference_view *view, enum difference_side *side, size_t *cp)
{
	const struct difference_segment *change = difference_view_change(view);
	if (!change)
		return false;
	const struct cp_range *new = &change->range[SIDE_NEW];
	*side = new->start_cp < new->end_cp ? SIDE_NEW : SIDE_OLD;
	*cp = change->mark[*side].start_cp;
	return true;
}

static void put_cursor(const struct difference_view *view, struct frame *frame,
		       enum difference_side side, struct cp_range cell, size_t row, size_t col)
{
	enum difference_side cursor_side;
	size_t cp;
	if (!cursor_of(view, &cursor_side, &cp) || cursor_side != side || cp < cell.start_cp ||
	    cp >= cell.end_cp)
		return;
	frame->cursor_row = row;
	frame->cursor_col = col;
	frame->cursor_shown = true;
}

/* A row of a text, as far as it is in `part`. */
static void draw_text(struct difference_view *view, struct app *app, struct frame *frame,
		      enum difference_side side, struct cp_range part, struct place place,
		      size_t row, struct area columns)
{
	struct layout_cache *cache = &view->layouts[side];
	const struct layout *layout = layout_get(cache, place.para);
	const struct placed_cell *cells;
	if (!layout)
		return;
	size_t base = layout->at.start_cp, n = place_cells(cache, place, &cells);
	bool rtl = paragraph_is_rtl(layout->para);
	const struct row *at = &layout->rows[place.row];
	struct cp_range whole = {base + at->start_cp, base + at->end_cp};
	if (place.row + 1 == layout->n_rows)
		whole.end_cp = layout->at.next_cp;
	/* Where no cell is the cursor's, such as at a line end, it stands at the row's start. */
	put_cursor(view, frame, side, whole, row, columns.col + (rtl ? columns.n_cols - 1 : 0));
	for (size_t i = 0; i < n; i++) {
		const struct cell *cell = cells[i].cell;
		struct cp_range range = {base + cell->start_cp, base + cell->end_cp};
		size_t col = columns.col + cells[i].col;
		if (range.start_cp < part.start_cp || range.start_cp >= part.end_cp)
			continue;
		frame_cell_put(frame, row, col, cell, cells[i].width,
			       cell_style(view, side, range, app->mono), ZONE_PANE + (int)side,
			       base);
		put_cursor(view, frame, side, range, row, col);
	}
}

static void draw_fold(struct difference_view *view, struct app *app, struct frame *frame,
		      const struct difference_item *item, struct area row)
{
	struct style style = theme_style(ROLE_DIM, app->mono);
	size_t n = 0;
	for (size_t i = item->first; i < item->first + item->n; i++) {
		const struct cp_range *range = &view->rows[i].range[SIDE_NEW];
		n += !view->rows[i].continues && range->end_cp - range->start_cp > 1;
	}
	/* TRANSLATORS: instead of a long part of a paragraph */
	char *words = n == 0 ? xstrdup(_("unchanged"))
			     : words_format(ngettext("%zu paragraph unchanged",
						     "%zu paragraphs unchanged", n), n);
	size_t n_cols = frame_columns(frame, words) + 2;
	for (size_t col = 0; col < row.n_cols; col++)
		frame_glyph(frame, row.row, row.col + col, U'┄', style, ZONE_ITEM);
	size_t offset = row.n_cols > n_cols ? (row.n_cols - n_cols) / 2 : 0;
	struct area middle = mirror_part(row, offset, n_cols, false);
	frame_fill(frame, middle.row, middle.col, 1, middle.n_cols, style, ZONE_ITEM);
	if (middle.n_cols > 2)
		frame_text(frame, middle.row, middle.col + 1, middle.n_cols - 2, words, style,
			   ZONE_ITEM, ALIGN_START);
	free(words);
}

/* A row of both texts beside each other; the rule between them is heavy where they differ. */
static void draw_beside(struct difference_view *view, struct app *app, struct frame *frame,
			const struct plan *plan, struct item_row at, size_t row)
{
	size_t first = view->items[at.item].first;
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++)
		if (at.row < difference_side_height(view, side, first))
			draw_text(view, app, frame, side, view->rows[first].range[side],
				  difference_item_place(view, side, at.item, at.row), row,
				  plan->text[side]);
	frame_glyph(frame, row, plan->sign_col, view->rows[first].same ? U'│' : U'┃',
		    theme_style(ROLE_RULE, app->mono), ZONE_NONE);
}

/* A row of one text, with a sign of which. */
static void draw_stacked(struct difference_view *view, struct app *app, struct frame *frame,
			 const struct plan *plan, struct item_row at, size_t row)
{
	size_t first = view->items[at.item].first;
	const struct difference_row *pair = &view->rows[first];
	size_t n_old = pair->same ? 0 : difference_side_height(view, SIDE_OLD, first);
	enum difference_side side = at.row < n_old ? SIDE_OLD : SIDE_NEW;
	size_t in_side = side == SIDE_OLD ? at.row : at.row - n_old;
	draw_text(view, app, frame, side, pair->range[side],
		  difference_item_place(view, side, at.item, in_side), row, plan->text[side]);
	if (!pair->same && plan->text[side].n_cols + SIGN_COLUMNS <= plan->body.n_cols)
		frame_glyph(frame, row, plan->sign_col, side == SIDE_OLD ? U'-' : U'+',
			    theme_style(ROLE_TITLE, app->mono), ZONE_NONE);
}

static void draw_items(struct difference_view *view, struct app *app, struct frame *frame,
		       const struct plan *plan)
{
	struct item_row at = view->top;
	struct area row = plan->body;
	size_t end = plan->body.row + plan->body.n_rows;
	for (row.n_rows = 1; row.row < end && at.item < view->n_items; row.row++) {
		if (view->items[at.item].folded)
			draw_fold(view, app, frame, &view->items[at.item], row);
		else if (view->stacked)
			draw_stacked(view, app, frame, plan, at, row.row);
		else
			draw_beside(view, app, frame, plan, at, row.row);
		if (++at.row >= difference_item_height(view, at.item))
			at = (struct item_row){at.item + 1, 0};
	}
}

static void draw_title(const struct difference_view *view, struct app *app, struct frame *frame,
		       enum difference_side side, struct area row)
{
	const struct difference_text *text = &view->text[side];
	const char *title = text->article.title ? text->article.title : "";
	struct style style = theme_style(ROLE_TITLE, app->mono);
	bool mirrored = mirror_is_on();
	size_t n = text->label ? frame_columns(frame, text->label) + 2 : 0;
	struct area label = mirror_part(row, 0, n, mirrored);
	struct area rest = mirror_part(row, n, row.n_cols > n ? row.n_cols - n : 0, mirrored);
	if (text->label)
		frame_text(frame, label.row, label.col, label.n_cols, text->label, style, ZONE_NONE,
			   mirrored ? ALIGN_RIGHT : ALIGN_LEFT);
	if (rest.n_cols > 0)
		frame_title(frame, rest.row, rest.col, rest.n_cols, title, text->article.dir, style,
			    ZONE_NONE, ALIGN_START);
}

static void draw_head(struct difference_view *view, struct app *app, struct frame *frame,
		      const struct plan *plan)
{
	struct area row = plan->head;
	struct str summary = STR_EMPTY;
	if (row.n_rows == 0)
		return;
	row.n_rows = 1;
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
		struct area title = view->stacked ? row : plan->text[side];
		title.row = plan->head.row + (view->stacked ? (size_t)side : 0);
		title.n_rows = 1;
		draw_title(view, app, frame, side, title);
	}
	if (view->done)
		difference_summary(view->difference, &summary);
	else
		str_append_str(&summary, _("looking for what differs..."));
	row.row = plan->head.row + plan->head.n_rows - 1;
	frame_text(frame, row.row, row.col, row.n_cols, str_cstr(&summary),
		   theme_style(ROLE_DIM, app->mono), ZONE_NONE,
		   mirror_is_on() ? ALIGN_RIGHT : ALIGN_LEFT);
	str_release(&summary);
}

void difference_view_draw(struct view *base, struct app *app, struct frame *frame,
			  struct area area)
{
	struct difference_view *view = (struct difference_view *)base;
	/* The screen's first column is for the guard's marks (term/guard.h): no text. */
	size_t skip = area.col == 0 && area.n_cols > 2 ? 1 : 0;
	bool stacked = app_is_logical(app) || area.n_cols < LEAST_BESIDE;
	frame_fill(frame, area.row, area.col, area.n_rows, area.n_cols,
		   theme_style(ROLE_TEXT, app->mono), ZONE_NONE);
	area.col += skip;
	area.n_cols -= skip;
	if (stacked != view->stacked && view->done) {
		view->stacked = stacked;
		difference_items_resize(view);
		view->show_change = true;
	}
	view->stacked = stacked;
	struct plan plan = plan_of(view, area);
	resize(view, app, &plan);
	draw_head(view, app, frame, &plan);
	if (!view->done)
		return;
	if (view->show_change && view->n_changes > 0)
		difference_items_show(view, view->changes[view->change]);
	view->show_change = false;
	draw_items(view, app, frame, &plan);
}
