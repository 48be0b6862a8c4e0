/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A view draws itself into an area of the frame and takes what the keymap does not.
 *
 * Views are a stack: the library or the reader at the bottom, and on it what asks for attention: a
 * picker, an editor, a prompt. The top view's section of the keymap decides what keys mean;
 * commands (command.def) do the work.
 */
#ifndef APP_VIEW_H
#define APP_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "app/frame.h"
#include "app/key.h"

struct app;
struct field;
struct list;
struct view;

struct area {
	size_t row, col, n_rows, n_cols;
};

/* A section of default.keys, and where a command is at home. */
enum section {
	SECTION_COMMON = 1 << 0, /* looked up after the view's own, unless the view takes text */
	SECTION_LIBRARY = 1 << 1,
	SECTION_READER = 1 << 2,
	SECTION_PICKER = 1 << 3,
	SECTION_EDITOR = 1 << 4, /* many lines: a note, pasted text */
	SECTION_PROMPT = 1 << 5, /* one line, at the foot of the screen */
	SECTION_FORM = 1 << 6,   /* fields of an article */
	SECTION_GRID = 1 << 7,   /* claims and articles: who says what */
	SECTION_CLAIM = 1 << 8,  /* one claim: its passages side by side */
	SECTION_ENDS = 1 << 9,   /* a highlight in the reader, its ends on the move */
	SECTION_CHOICE = 1 << 10, /* a few answers, a key each */
	SECTION_CODEBOOK = 1 << 11, /* the tree of tags */
	SECTION_TIMELINE = 1 << 12, /* the history */
	SECTION_REVIEW = 1 << 13, /* highlights of new versions, to be decided on */
	SECTION_DIFFERENCE = 1 << 14, /* two versions of a text */
	SECTION_SURVEY = 1 << 15, /* what the opened articles share */

	/* over the screen */
	SECTIONS_OF_LISTS = SECTION_LIBRARY | SECTION_GRID | SECTION_CLAIM | SECTION_CODEBOOK |
			    SECTION_TIMELINE | SECTION_REVIEW | SECTION_SURVEY,
	SECTIONS_OF_MOVING = SECTION_READER | SECTION_ENDS, /* a cursor in a text */
	SECTIONS_OF_TYPING = SECTION_PICKER | SECTION_EDITOR | SECTION_PROMPT | SECTION_FORM |
			     SECTION_CHOICE,
};

/*
 * Or-ed to the sections of a command: it changes the project, or begins what will, so that who does it
 * has to be known before (coder.h).
 */
enum { COMMAND_ACTS = 1 << 30 };

struct view_ops {
	enum section section;
	bool covers;     /* fills the screen above the status line: nothing below it is drawn */
	bool takes_text; /* characters that its section does not bind are typed into it */
	/*
	 * Draws into `area`: the whole of it for a view that covers, else the view chooses its own
	 * box inside.
	 */
	void (*draw)(struct view *view, struct app *app, struct frame *frame, struct area area);
	/* Typed characters, or pasted text; only where takes_text. */
	void (*text)(struct view *view, struct app *app, const char *utf8, size_t n, bool pasted);
	/*
	 * The field that is typed in, for the field-... commands, and how many columns wide it was
	 * last drawn; may be NULL. `changed` is called after a command changed its text; may be
	 * NULL.
	 */
	struct field *(*field)(struct view *view, size_t *columns);
	void (*changed)(struct view *view, struct app *app);
	/* The list that the item-... commands move in; may be NULL. */
	struct list *(*list)(struct view *view);
	/* The columns that the column-... commands move in, from the first; may be NULL. */
	struct list *(*columns)(struct view *view);
	/* The command `accept`; may be NULL. It takes itself off the stack. */
	void (*accept)(struct view *view, struct app *app);
	/* The command `back` (Esc). NULL: the view is taken off the stack. */
	void (*back)(struct view *view, struct app *app);
	/*
	 * Whether a command of its section can do something here now, for the footer; NULL: they
	 * all can.
	 */
	bool (*offers)(struct view *view, struct app *app, const char *command);
	/*
	 * What a command of its section is called at the foot here, translated; NULL: as in the
	 * table. May be NULL.
	 */
	const char *(*label)(struct view *view, struct app *app, const char *command);
	/* Rows changed; load again what is shown. May be NULL. */
	void (*reload)(struct view *view, struct app *app);
	/* May be NULL. */
	void (*mouse)(struct view *view, struct app *app, const struct event *event);
	void (*tick)(struct view *view, struct app *app); /* about once a second; may be NULL */
	/*
	 * What the status line should say at its right end; may be NULL. Borrowed until the next
	 * call.
	 */
	const char *(*status)(struct view *view, struct app *app);
	void (*free)(struct view *view);
};

/* Every view begins with this. */
struct view {
	const struct view_ops *ops;
	struct view *below;
};

/* Puts `view` on top; the app owns it from here. */
void view_push(struct app *app, struct view *view);
/* Takes the top view off and frees it. The bottom view stays. */
void view_pop(struct app *app);
struct view *view_top(struct app *app);
/* Whether a view of that kind is somewhere on the stack. */
bool view_is_on_stack(const struct app *app, const struct view_ops *ops);

/*
 * Takes everything off, and makes `view` the bottom of the stack: the library or the reader, which
 * the app keeps (app->library, app->reader) while they are not shown. What was the bottom before is
 * not freed.
 */
void view_base(struct app *app, struct view *view);

#endif
