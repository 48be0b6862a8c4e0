/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Named fields of one line each: what is known of an article.
 */
#ifndef APP_FORM_H
#define APP_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "app/view.h"

struct form_line {
	const char *label; /* translated */
	const char *hint;  /* dimmed after an empty field; may be NULL */
	const char *text;  /* what stands in it at first */
};

struct form_ops {
	/*
	 * All texts, in the lines' order. False: the form stays, so that what is wrong can be
	 * mended; else it goes off the stack.
	 */
	bool (*accept)(struct app *app, char *const *texts, void *data);
	void (*free_data)(void *data); /* may be NULL */
};

/* A form, to be pushed. The lines are copied. */
struct view *form_new(struct app *app, const char *title, const struct form_line *lines,
		      size_t n_lines, const struct form_ops *ops, void *data);

/* Whether anything in `form` is other than it was at first. */
bool form_is_changed(const struct view *form);

/* Puts the cursor on a line of `form`: what is wrong stands there. */
void form_go_to(struct view *form, size_t line);

#endif
