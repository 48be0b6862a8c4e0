/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A stance scheme: the values that the stance of a mention may have, and how they are shown.
 *
 * A project has one at a time. Values are stored and exported as they are; labels and definitions
 * are in the language they were loaded in. Every value has a symbol, so that none is told by its
 * colour alone.
 */
#ifndef MODEL_STANCE_H
#define MODEL_STANCE_H

#include <stddef.h>

struct stance_value {
	char *value;      /* "agree": what is stored */
	char *label;      /* what people read */
	char *symbol;     /* one cell wide */
	char *colour;     /* a name of app/theme */
	char *definition;
};

struct stance_scheme {
	char *name;  /* "arastance": what is stored beside each value */
	char *title;
	struct stance_value *values; /* in the order in which they are offered */
	size_t n, cap;
};

/* Frees what it holds; it is all zero again. */
void stance_scheme_release(struct stance_scheme *scheme);

/* The entry of `value`; NULL where the scheme has it not ("" too). */
const struct stance_value *stance_find(const struct stance_scheme *scheme, const char *value);

#endif
