/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the view of differences shows, from top to bottom, and how far it is scrolled. */
#include "app/difference-view-internal.h"

#include <stdlib.h>

#include "base/vec.h"

enum {
	LEAST_FOLDED = 3,   /* rows: fewer are shown */
	LONG_CP = 1000,     /* code points of a row */
	MOST_CONTEXT = 3,   /* shown before and after a change, up to the first that is not blank */
};

static const struct difference_row *row_of(const struct difference_view *view,
					   const struct difference_item *item)
{
	return &view->rows[item->first];
}

static bool is_blank(const struct difference_row *row)
{
	return row->range[SIDE_NEW].end_cp - row->range[SIDE_NEW].start_cp < 2;
}

/* Of a paragraph that comes in parts. */
static bool is_long(const struct difference_row *row)
{
	return row->range[SIDE_NEW].end_cp - row->range[SIDE_NEW].start_cp > LONG_CP;
}

static void add_item(struct difference_view *view, size_t first, size_t n, bool folded)
{
	struct difference_item item = {.first = first, .n = n, .folded = folded};
	VEC_PUSH(view->items, view->n_items, view->cap_items, item);
}

static void add_rows(struct difference_view *view, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		add_item(view, i, 1, false);
}

/* Rows from `from` on, or back from it, that show what stands beside a change; not past `end`. */
static size_t context(const struct difference_view *view, size_t from, size_t end, bool back)
{
	size_t n = 0, most = back ? from - end : end - from;
	while (n < most && n < MOST_CONTEXT) {
		const struct difference_row *row = &view->rows[back ? from - 1 - n : from + n];
		/* A part of a long paragraph has what stands beside a change in itself. */
		if (row->continues || is_long(row))
			break;
		n++;
		if (!is_blank(row))
			break;
	}
	return n;
}

/* Rows in which nothing differs, from `from` to `to`: a few at either end, the rest folded. */
static void add_same(struct difference_view *view, size_t from, size_t to)
{
	size_t head = from > 0 ? from + context(view, from, to, false) : from;
	size_t tail = to < view->n_rows ? to - context(view, to, head, true) : to;
	bool goes_on = head < tail && view->rows[head].continues;
	if (view->unfolded || (tail - head < LEAST_FOLDED && !goes_on) || head == tail) {
		add_rows(view, from, to);
		return;
	}
	add_rows(view, from, head);
	add_item(view, head, tail - head, true);
	add_rows(view, tail, to);
}

void difference_items_make(struct difference_view *view)
{
	view->n_items = 0;
	for (size_t i = 0, end; i < view->n_rows; i = end) {
		for (end = i; end < view->n_rows && view->rows[end].same; end++)
			continue;
		if (end > i)
			add_same(view, i, end);
		else
			add_rows(view, i, ++end);
	}
	view->top = (struct item_row){0, 0};
	difference_items_resize(view);
}

void difference_items_resize(struct difference_view *view)
{
	for (size_t i = 0; i < view->n_items; i++)
		view->items[i].height = 0;
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++)
		view->known[side].valid = false;
	view->top.row = 0;
}

/* From one row of a text to another one behind it. */
static size_t rows_between(struct layout_cache *cache, struct place from, struct place to)
{
	size_t n = to.row;
	for (size_t para = from.para; para < to.para; para++)
		n += layout_get(cache, para)->n_rows;
	return n - from.row;
}

size_t difference_side_height(struct difference_view *view, enum difference_side side, size_t row)
{
	const struct cp_range *range = &view->rows[row].range[side];
	struct layout_cache *cache = &view->layouts[side];
	if (range->start_cp == range->end_cp)
		return 0;
	return rows_between(cache, place_of(cache, range->start_cp),
			    place_of(cache, range->end_cp - 1)) + 1;
}

static size_t measure(struct difference_view *view, const struct difference_item *item)
{
	if (item->folded)
		return 1;
	size_t new = difference_side_height(view, SIDE_NEW, item->first);
	if (view->stacked && row_of(view, item)->same)
		return new;
	size_t old = difference_side_height(view, SIDE_OLD, item->first);
	return view->stacked ? old + new : old > new ? old : new;
}

size_t difference_item_height(struct difference_view *view, size_t index)
{
	struct difference_item *item = &view->items[index];
	if (item->height == 0)
		item->height = measure(view, item);
	return item->height;
}

struct place difference_item_place(struct difference_view *view, enum difference_side side,
				   size_t item, size_t row)
{
	struct layout_cache *cache = &view->layouts[side];
	struct known_place *known = &view->known[side];
	size_t start_cp = row_of(view, &view->items[item])->range[side].start_cp;
	if (!known->valid || known->item != item)
		*known = (struct known_place){item, 0, place_of(cache, start_cp), true};
	place_step(cache, &known->place, (ptrdiff_t)row - (ptrdiff_t)known->row);
	known->row = row;
	return known->place;
}

static bool step_down(struct difference_view *view, struct item_row *at)
{
	if (at->row + 1 < difference_item_height(view, at->item)) {
		at->row++;
		return true;
	}
	if (at->item + 1 >= view->n_items)
		return false;
	*at = (struct item_row){at->item + 1, 0};
	return true;
}

static bool step_up(struct difference_view *view, struct item_row *at)
{
	if (at->row > 0) {
		at->row--;
		return true;
	}
	if (at->item == 0)
		return false;
	at->item--;
	at->row = difference_item_height(view, at->item) - 1;
	return true;
}

/* No further than to where the last row of all is at the foot of the screen. */
static void stop_at_end(struct difference_view *view)
{
	struct item_row at = view->top;
	size_t below = 1;
	while (below < view->page && step_down(view, &at))
		below++;
	while (below++ < view->page && step_up(view, &view->top))
		continue;
}

void difference_items_scroll(struct difference_view *view, ptrdiff_t n)
{
	for (; n > 0 && step_down(view, &view->top); n--)
		continue;
	for (; n < 0 && step_up(view, &view->top); n++)
		continue;
	stop_at_end(view);
}

/* The item that holds a row of the difference. */
static size_t item_of(const struct difference_view *view, size_t row)
{
	size_t low = 0, high = view->n_items;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (view->items[middle].first <= row)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* The row of the difference in which code point `cp` of a side is, or the last. */
static size_t row_at(const struct difference_view *view, enum difference_side side, size_t cp)
{
	size_t low = 0, high = view->n_rows;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (view->rows[middle].range[side].end_cp <= cp)
			low = middle + 1;
		else
			high = middle;
	}
	return low < view->n_rows ? low : view->n_rows - 1;
}

/* Where in its item a code point is shown. */
static struct item_row find_row(struct difference_view *view, enum difference_side side, size_t cp)
{
	struct item_row at = {.item = item_of(view, row_at(view, side, cp))};
	const struct difference_item *item = &view->items[at.item];
	struct layout_cache *cache = &view->layouts[side];
	if (item->folded)
		return at;
	at.row = rows_between(cache, place_of(cache, row_of(view, item)->range[side].start_cp),
			      place_of(cache, cp));
	if (view->stacked && side == SIDE_NEW && !row_of(view, item)->same)
		at.row += difference_side_height(view, SIDE_OLD, item->first);
	size_t height = difference_item_height(view, at.item);
	at.row = at.row < height ? at.row : height - 1;
	return at;
}

/* Whether a place is on the screen, not at its very end. */
static bool is_shown(struct difference_view *view, struct item_row at)
{
	struct item_row here = view->top;
	for (size_t n = 0; n + 1 < view->page; n++) {
		if (here.item == at.item && here.row == at.row)
			return true;
		if (!step_down(view, &here))
			return false;
	}
	return false;
}

void difference_items_show(struct difference_view *view, size_t index)
{
	const struct difference_segment *segment = &view->segments[index];
	enum difference_side side =
		segment->range[SIDE_NEW].start_cp < segment->range[SIDE_NEW].end_cp ? SIDE_NEW
										    : SIDE_OLD;
	if (view->n_items == 0)
		return;
	struct item_row at = find_row(view, side, segment->mark[side].start_cp);
	if (is_shown(view, at))
		return;
	view->top = at;
	difference_items_scroll(view, -(ptrdiff_t)(view->page / 3));
}
