/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands of lists, and those that every view answers in its own way. */
#include "app/command.h"

#include "app/i18n.h"
#include "app/list.h"
#include "app/mirror.h"
#include "app/state.h"

static void move(struct app *app, enum list_move move_by)
{
	struct view *top = view_top(app);
	struct list *list = top->ops->list ? top->ops->list(top) : NULL;
	if (list)
		list_move(list, move_by);
}

#define MOVE(function, move_by)                                           \
	void command_##function(struct app *app, const char *argument)    \
	{                                                                 \
		(void)argument;                                           \
		move(app, move_by);                                       \
	}

MOVE(item_next, LIST_NEXT)
MOVE(item_previous, LIST_PREVIOUS)
MOVE(item_page_next, LIST_PAGE_NEXT)
MOVE(item_page_previous, LIST_PAGE_PREVIOUS)
MOVE(item_first, LIST_FIRST)
MOVE(item_last, LIST_LAST)
MOVE(item_scroll_next, LIST_SCROLL_NEXT)
MOVE(item_scroll_previous, LIST_SCROLL_PREVIOUS)

static void move_column(struct app *app, enum list_move move_by)
{
	struct view *top = view_top(app);
	struct list *columns = top->ops->columns ? top->ops->columns(top) : NULL;
	if (columns)
		list_move(columns, move_by);
}

/* Left and right are sides of the screen; on which of them the next column stands is the language's. */
void command_column_left(struct app *app, const char *argument)
{
	(void)argument;
	move_column(app, mirror_is_on() ? LIST_NEXT : LIST_PREVIOUS);
}

void command_column_right(struct app *app, const char *argument)
{
	(void)argument;
	move_column(app, mirror_is_on() ? LIST_PREVIOUS : LIST_NEXT);
}

void command_column_page_left(struct app *app, const char *argument)
{
	(void)argument;
	move_column(app, mirror_is_on() ? LIST_PAGE_NEXT : LIST_PAGE_PREVIOUS);
}

void command_column_page_right(struct app *app, const char *argument)
{
	(void)argument;
	move_column(app, mirror_is_on() ? LIST_PAGE_PREVIOUS : LIST_PAGE_NEXT);
}

void command_column_first(struct app *app, const char *argument)
{
	(void)argument;
	move_column(app, LIST_FIRST);
}

void command_column_last(struct app *app, const char *argument)
{
	(void)argument;
	move_column(app, LIST_LAST);
}

void command_accept(struct app *app, const char *argument)
{
	(void)argument;
	struct view *top = view_top(app);
	if (top->ops->accept)
		top->ops->accept(top, app);
}

void command_back(struct app *app, const char *argument)
{
	(void)argument;
	struct view *top = view_top(app);
	if (top->ops->back)
		top->ops->back(top, app);
	else
		view_pop(app);
}
