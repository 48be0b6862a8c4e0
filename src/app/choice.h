/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A few answers, each one key away: by its number in any set of digits, or by its letter at its
 * place on the keyboard, so that an Arabic layout chooses the same.
 */
#ifndef APP_CHOICE_H
#define APP_CHOICE_H

#include <stdbool.h>
#include <stddef.h>

#include "app/view.h"

struct choice_item {
	const char *name;   /* whose first free letter chooses it: the value as it is stored */
	const char *label;  /* translated */
	const char *detail; /* what it means, dimmed; may be NULL */
	const char *symbol; /* before the label; may be NULL */
	struct style symbol_style;
};

struct choice_ops {
	/*
	 * An item was chosen. The choice is off the stack before this is called, and `data` lives
	 * through it.
	 */
	void (*choose)(struct app *app, size_t index, void *data);
	/* The same by the command `details`; NULL where there are none. */
	void (*details)(struct app *app, size_t index, void *data);
	void (*free_data)(void *data); /* may be NULL */
};

/* A choice, to be pushed, with the cursor on `cursor`. `title` and the items are copied. */
struct view *choice_new(const char *title, const struct choice_item *items, size_t n_items,
			size_t cursor, const struct choice_ops *ops, void *data);

#endif
