/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The app from inside: what commands and views of this room share. Only files of app/ include it.
 */
#ifndef APP_STATE_H
#define APP_STATE_H

#include <stdbool.h>
#include <stddef.h>

#include "app/app.h"
#include "app/keymap.h"
#include "app/project.h"
#include "app/view.h"

struct reader;
struct library;

struct app {
	const struct options *options; /* borrowed */
	struct project project;
	struct keymap *keymap;
	struct frame frame;
	struct view *top;        /* the stack of views */
	struct reader *reader;   /* a view; NULL while no article is open */
	struct library *library; /* a view; always there */
	enum bidi_mode bidi;     /* as cycled by :bidi */
	bool mouse;
	bool done;
	enum app_request request;
	char *message;           /* the last thing said, on the status line until the next key */
	bool message_is_error;
	char *copy_text;         /* for REQUEST_COPY */
	char *last_tag;          /* path of the tag that `.` repeats; NULL */
	int64_t seen_changes;    /* store_changes() at the last load of rows */
};

/* Says something on the status line (a format in the person's language; the arguments may be foreign text). */
void app_say(struct app *app, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Says what went wrong, why, and what to do; releases the fault. */
void app_say_fault(struct app *app, struct fault *f);

/* Rows changed (an act, an undo, another program): every view reloads what it shows. */
void app_reload(struct app *app);

/* Runs a command by its name, as the palette and the keymap do. */
void app_run(struct app *app, const char *name, const char *argument);

#endif
