/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list.h"

static size_t last(const struct list *list)
{
	return list->n > 0 ? list->n - 1 : 0;
}

static size_t plus(size_t at, size_t step, size_t most)
{
	return step < most - at ? at + step : most;
}

static size_t minus(size_t at, size_t step)
{
	return at > step ? at - step : 0;
}

/* A page leaves one row of the old one on the screen. */
static size_t page(const struct list *list)
{
	return list->n_rows > 1 ? list->n_rows - 1 : 1;
}

void list_set(struct list *list, size_t n)
{
	list->n = n;
	if (list->cursor > last(list))
		list->cursor = last(list);
}

static void scroll_next(struct list *list)
{
	if (list->top + list->n_rows < list->n)
		list->top++;
	if (list->cursor < list->top)
		list->cursor = list->top;
}

static void scroll_previous(struct list *list)
{
	list->top = minus(list->top, 1);
	if (list->n_rows > 0 && list->cursor >= list->top + list->n_rows)
		list->cursor = list->top + list->n_rows - 1;
}

void list_move(struct list *list, enum list_move move)
{
	switch (move) {
	case LIST_NEXT:
		list->cursor = list->wraps && list->cursor == last(list)
				       ? 0
				       : plus(list->cursor, 1, last(list));
		break;
	case LIST_PREVIOUS:
		list->cursor =
			list->wraps && list->cursor == 0 ? last(list) : minus(list->cursor, 1);
		break;
	case LIST_PAGE_NEXT:
		list->cursor = plus(list->cursor, page(list), last(list));
		break;
	case LIST_PAGE_PREVIOUS:
		list->cursor = minus(list->cursor, page(list));
		break;
	case LIST_FIRST:
		list->cursor = 0;
		break;
	case LIST_LAST:
		list->cursor = last(list);
		break;
	case LIST_SCROLL_NEXT:
		scroll_next(list);
		break;
	case LIST_SCROLL_PREVIOUS:
		scroll_previous(list);
		break;
	}
}

void list_show(struct list *list, size_t n_rows)
{
	list->n_rows = n_rows;
	if (n_rows == 0)
		return;
	if (list->cursor < list->top)
		list->top = list->cursor;
	if (list->cursor >= list->top + n_rows)
		list->top = list->cursor - n_rows + 1;
	/* No empty rows at the foot while items stand above. */
	if (list->top > minus(list->n, n_rows))
		list->top = minus(list->n, n_rows);
}
