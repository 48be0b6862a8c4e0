/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The view of differences from inside: what its files share.
 *
 * It is a list of items, each a row of paragraphs or some folded ones, and shows them from a row of
 * the screen of one of them on. Only what is near the screen is laid out.
 */
#ifndef APP_DIFFERENCE_VIEW_INTERNAL_H
#define APP_DIFFERENCE_VIEW_INTERNAL_H

#include "app/difference-view.h"
#include "app/layout.h"
#include "app/state.h"
#include "base/str.h"

struct difference_item {
	size_t first, n; /* rows of the difference: one, or those that are folded */
	bool folded;
	size_t height;   /* rows on the screen at the present width; 0: not known */
};

/* A row on the screen of an item. */
struct item_row {
	size_t item, row;
};

/* Where in a text a row of an item is: the last that was asked for. */
struct known_place {
	size_t item, row;
	struct place place;
	bool valid;
};

struct difference_view {
	struct view view;
	struct difference_text text[DIFFERENCE_SIDES];
	struct layout_cache layouts[DIFFERENCE_SIDES];
	struct known_place known[DIFFERENCE_SIDES];
	struct difference *difference;
	struct job_queue *jobs; /* the app's, in which it is made; */
	bool done;              /* it is */
	const struct difference_segment *segments; /* borrowed of it */
	size_t n_segments;
	const struct difference_row *rows;
	size_t n_rows;
	size_t *changes; /* segments */
	size_t n_changes, cap_changes;
	size_t change;   /* the present one */
	bool unfolded;   /* all paragraphs are shown */
	struct difference_item *items;
	size_t n_items, cap_items;
	struct item_row top;
	bool stacked;     /* one text below the other */
	size_t page;      /* rows of the screen for items, as last drawn */
	bool show_change; /* it has to be on the screen when it is drawn next */
	struct str status;
};

/* The view on top of the stack; NULL where something else is. */
struct difference_view *difference_view_on_top(const struct app *app);
/* The present change; NULL where nothing differs, or it is not known yet. */
const struct difference_segment *difference_view_change(const struct difference_view *view);

/* difference-view-items.c. Rows, or `unfolded`, are others. */
void difference_items_make(struct difference_view *view);
/* Another width, or another way to stand beside each other. */
void difference_items_resize(struct difference_view *view);
size_t difference_item_height(struct difference_view *view, size_t item);
/* The rows of the screen that a row of the difference takes on one side. */
size_t difference_side_height(struct difference_view *view, enum difference_side side, size_t row);
/* Where row `row` (below its height) of an item stands in the text of a side. */
struct place difference_item_place(struct difference_view *view, enum difference_side side,
				   size_t item, size_t row);
/* Scrolls by `n` rows of the screen, as far as there are any. */
void difference_items_scroll(struct difference_view *view, ptrdiff_t n);
/* Scrolls so that a segment is on the screen, which has `view->page` rows. */
void difference_items_show(struct difference_view *view, size_t segment);

/* difference-view-draw.c */
void difference_view_draw(struct view *view, struct app *app, struct frame *frame,
			  struct area area);

#endif
