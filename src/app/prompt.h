/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One line asked for, at the foot of the screen: a path, words to find, a new name. The commands
 * `complete` and `recall` are the prompt's.
 */
#ifndef APP_PROMPT_H
#define APP_PROMPT_H

#include <stdbool.h>

#include "app/view.h"

struct prompt_ops {
	/*
	 * Enter. The prompt is off the stack before this is called, so that what comes next may be
	 * pushed; `text` lives through it. False: the prompt comes back with its text, so that what is
	 * wrong can be mended; push nothing then.
	 */
	bool (*accept)(struct app *app, const char *text, void *data);
	/* Esc, likewise; may be NULL. */
	void (*cancel)(struct app *app, void *data);
	/* After each change of the text; may be NULL. */
	void (*changed)(struct app *app, const char *text, void *data);
	/*
	 * What was accepted here the last time, for `recall`; NULL: nothing. Borrowed; may be NULL.
	 */
	const char *(*recall)(struct app *app, void *data);
	void (*free_data)(void *data); /* may be NULL */
	bool paths;                    /* what is typed is a path: `complete` completes it */
};

/* A prompt, to be pushed. `label` and `text` (what stands in it at first) are copied. */
struct view *prompt_new(struct app *app, const char *label, const char *text,
			const struct prompt_ops *ops, void *data);

#endif
