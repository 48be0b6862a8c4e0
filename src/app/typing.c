/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands of typing, which work on the field of the top view, whatever kind of view it is. */
#include "app/command.h"

#include <stdlib.h>

#include "app/field.h"
#include "app/state.h"

static struct field *top_field(struct app *app, size_t *columns)
{
	struct view *top = view_top(app);
	return top->ops->field ? top->ops->field(top, columns) : NULL;
}

static void move(struct app *app, enum field_move move_by)
{
	size_t columns = 0;
	struct field *field = top_field(app, &columns);
	if (field)
		field_move(field, move_by, columns);
}

static void changed(struct app *app)
{
	struct view *top = view_top(app);
	if (top->ops->changed)
		top->ops->changed(top, app);
}

static void delete_text(struct app *app, enum field_delete what)
{
	size_t columns = 0;
	struct field *field = top_field(app, &columns);
	if (!field)
		return;
	field_delete(field, what);
	changed(app);
}

/* A number of times, for rows; once where none is given. */
static void move_times(struct app *app, enum field_move move_by, const char *argument)
{
	long times = argument[0] ? strtol(argument, NULL, 10) : 1;
	for (long i = 0; i < times && i < 1000; i++)
		move(app, move_by);
}

void command_newline(struct app *app, const char *argument)
{
	(void)argument;
	size_t columns = 0;
	struct field *field = top_field(app, &columns);
	if (!field)
		return;
	field_insert(field, "\n", 1);
	changed(app);
}

void command_field_up(struct app *app, const char *argument)
{
	move_times(app, FIELD_UP, argument);
}

void command_field_down(struct app *app, const char *argument)
{
	move_times(app, FIELD_DOWN, argument);
}

/* The rest differ in what they move by or delete. */
#define MOVE(function, move_by)                                           \
	void command_##function(struct app *app, const char *argument)    \
	{                                                                 \
		(void)argument;                                           \
		move(app, move_by);                                       \
	}
#define DELETE(function, what)                                            \
	void command_##function(struct app *app, const char *argument)    \
	{                                                                 \
		(void)argument;                                           \
		delete_text(app, what);                                       \
	}

MOVE(field_left, FIELD_LEFT)
MOVE(field_right, FIELD_RIGHT)
MOVE(field_next_word, FIELD_WORD_NEXT)
MOVE(field_previous_word, FIELD_WORD_PREVIOUS)
MOVE(field_line_start, FIELD_LINE_START)
MOVE(field_line_end, FIELD_LINE_END)
MOVE(field_text_start, FIELD_TEXT_START)
MOVE(field_text_end, FIELD_TEXT_END)
DELETE(field_backspace, FIELD_BACKSPACE)
DELETE(field_delete, FIELD_DELETE)
DELETE(field_delete_word, FIELD_DELETE_WORD)
DELETE(field_delete_to_start, FIELD_DELETE_TO_START)
