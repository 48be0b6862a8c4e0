/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The whole program but the terminal: events in, frames out.
 *
 * tui/loop.c reads events and shows frames; `--keys` feeds events from a file and prints frames.
 * Neither knows what a pane is; nothing here knows what curses is.
 */
#ifndef APP_APP_H
#define APP_APP_H

#include <stdbool.h>
#include <stddef.h>

#include "app/frame.h"
#include "app/key.h"
#include "app/options.h"
#include "base/fault.h"

struct app;

/*
 * Starts with `options` (borrowed; must outlive the app). `args` are what the person named: files,
 * numbers or ids of articles to open side by side; none opens the library, or the panes of last
 * time. A fault here is told before any screen is up.
 */
enum status app_new(struct app **out, const struct options *options, char **args, size_t n_args,
		    size_t n_rows, size_t n_cols, struct fault *f) MUST_USE;
/* Saves panes and positions; drafts are saved already. */
void app_free(struct app *app);

/* Takes one event. */
void app_event(struct app *app, const struct event *event);

/* Draws the present state; borrowed, valid until the next call. */
const struct frame *app_frame(struct app *app);

/* Whether there is anything for app_idle(); where not, idle time changes nothing. */
bool app_has_work(const struct app *app);
/* Work for idle time, a part of a millisecond of it; true when there is more. */
bool app_idle(struct app *app);
/* Whether it brought what somebody waits for, to be drawn at once. */
bool app_wants_frame(const struct app *app);

/* True when the program is to end. */
bool app_done(const struct app *app);

/* What is left to say when the terminal is the shell's again; NULL: nothing. Borrowed. */
const char *app_last_words(struct app *app);

/*
 * What `guard` knows of the terminal now: before the first frame, and after each reply. True where
 * the bidi mode is another one by that: app_bidi_mode(). Nobody need call it.
 */
bool app_terminal(struct app *app, const struct guard *guard);

/* What only the terminal can do; the loop asks after each event, and does it. */
enum app_request {
	REQUEST_NONE,
	REQUEST_SUSPEND, /* Ctrl-Z */
	REQUEST_REDRAW,  /* clear and paint all */
	REQUEST_BIDI,    /* the bidi mode changed: app_bidi_mode() */
	REQUEST_MOUSE,   /* capture on or off: app_mouse() */
	REQUEST_COPY,    /* app_copy_text() to the clipboard by OSC 52; at most APP_COPY_MAX */
};
/* Terminals take 100,000 bytes of base64 at the most. */
enum { APP_COPY_MAX = 74994 };
enum app_request app_request(struct app *app); /* and forgets it */
int app_bidi_mode(const struct app *app);      /* enum bidi_mode */
bool app_mouse(const struct app *app);
const char *app_copy_text(const struct app *app, size_t *n);

#endif
