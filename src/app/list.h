/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A cursor on a list of items, one a row: the library, pickers, the fields of a form.
 *
 * The list itself is its owner's; this knows how many items there are, which one has the cursor,
 * and which one is the first on the screen. So every list moves alike, and 10,000 items cost what a
 * screenful costs.
 */
#ifndef APP_LIST_H
#define APP_LIST_H

#include <stdbool.h>
#include <stddef.h>

struct list {
	size_t n;        /* items */
	size_t cursor;   /* below n, or 0 where there is none */
	size_t top;      /* the first item shown */
	size_t n_rows;   /* as last drawn */
	bool wraps;      /* next from the last is the first, and back */
};

enum list_move {
	LIST_NEXT, LIST_PREVIOUS,
	LIST_PAGE_NEXT, LIST_PAGE_PREVIOUS,
	LIST_FIRST, LIST_LAST,
	LIST_SCROLL_NEXT, LIST_SCROLL_PREVIOUS, /* by a row; the cursor stays on the screen */
};

/* There are `n` items now; the cursor stays where it was, or on the last. */
void list_set(struct list *list, size_t n);
void list_move(struct list *list, enum list_move move);
/* To be called before drawing `n_rows` rows: makes sure that the cursor is among those shown. */
void list_show(struct list *list, size_t n_rows);

#endif
