/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The app from inside: what commands and views of this room share. Only files of app/ include it.
 */
#ifndef APP_STATE_H
#define APP_STATE_H

#include <stdbool.h>
#include <stddef.h>

#include "app/app.h"
#include "app/export-acts.h"
#include "app/job.h"
#include "app/keymap.h"
#include "app/mark-filter.h"
#include "app/project.h"
#include "app/view.h"

struct grid;
struct claim_link;
struct comparison;
struct reader;
struct library;
struct survey_view;

struct app {
	const struct options *options; /* as they are now: `own` or `demo_options` */
	struct options own;            /* as given, the coder and blind as changed since */
	struct options demo_options;   /* of a demo begun from inside; strings of `own` */
	char *coder;                   /* as changed since; NULL */
	struct project project;
	struct keymap *keymap;
	struct frame frame;
	struct view *top;        /* the stack of views */
	struct job_queue jobs;
	struct reader *reader;   /* a view; NULL while no article is open */
	struct comparison *comparison; /* of what it shows; NULL before it is first asked for */
	struct library *library; /* a view; always there */
	struct grid *grid;       /* a view; NULL before it is first shown */
	struct survey_view *survey; /* likewise */
	enum bidi_mode bidi;     /* as remembered of this terminal, then as cycled by :bidi */
	bool bidi_chosen;        /* :bidi was used: nothing else changes the mode any more */
	bool terminal_reorders;  /* in auto mode all the same */
	enum term_hint terminal_hint; /* to be said as soon as nothing else is */
	enum term_hint terminal_hinted; /* the last that was taken to be said */
	bool bidi_sample;        /* the two lines of :bidi are shown, until the next key */
	enum bidi_mode bidi_before; /* while they are: what Esc goes back to */
	bool mouse;
	bool mono;               /* no colours */
	bool layout_hint_given;  /* "Arabic layout: ت → j" */
	bool done;
	bool wants_frame;        /* idle work found what somebody waits for */
	bool begun;              /* an event came: comparing keeps off the first moment of all */
	enum app_request request;
	char *message;           /* the last thing said, on the status line until the next key */
	char *message_hint;      /* what to do about it, in place of the keys at the foot; NULL */
	bool message_is_error;
	bool message_is_guess;   /* that the terminal may need F9: who knows it may say better */
	char *copy_text;         /* for REQUEST_COPY */
	bool touched;            /* somebody pressed a key since the last tick */
	unsigned put_off;        /* ticks at which nothing was kept for that */
	char *kept_layout;       /* panes and places as last written to the project; NULL */
	char *last_words;        /* as last asked for; NULL */
	char *last_find;         /* what was looked for last; NULL */
	struct unfold *unfold;   /* for searches; made at the first */
	struct mark_filter filter; /* which highlights the reader shows */
	char *filter_words;      /* what it asks for; NULL before the first load of rows */
	struct export_only export_only; /* what exports are limited to */
	char *last_tag;          /* path of the tag that `.` repeats; NULL */
	struct claim_link *last_link;  /* claim and stance that it repeats; NULL */
	bool repeats_link;       /* the link is what was done last, not the tag */
	char placing[ID_SIZE];   /* the carried highlight that was shown from the review; "" */
	int64_t seen_changes;    /* store_changes() at the last load of rows */
	size_t n_coders;         /* that the project knows of, at the last load of rows */
	int64_t first_changes;   /* store_changes() when the project was opened */
};

/*
 * Says something on the status line. A translated format; each %s of it is isolated, so it may be
 * foreign text.
 */
void app_say(struct app *app, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Says what went wrong, why, and what to do; releases the fault. */
void app_say_fault(struct app *app, struct fault *f);

/* Ends the session without a question; a demo in which something was done is left where it is. */
void session_hang_up(struct app *app);

/* Takes back what was said. */
void app_say_nothing(struct app *app);

/* Rows changed (an act, an undo, another program): every view reloads what it shows. */
void app_reload(struct app *app);

/* Another coder from here on, whose name was answered; copied. Others' work is hidden, or not. */
void app_set_coder(struct app *app, const char *name);
void app_set_blind(struct app *app, bool blind);

/* Says what a key or a command needs to work. */
void app_complain(struct app *app, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Rows are in logical order, since the terminal orders them: one pane at a time. */
bool app_is_logical(const struct app *app);

/*
 * Runs a command by its name, as the palette and the keymap do; one that does not work in the top
 * view says so.
 */
void app_run(struct app *app, const char *name, const char *argument);

#endif
