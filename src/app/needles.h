/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words that a person types to narrow a list: each must stand somewhere in a text, folded.
 */
#ifndef APP_NEEDLES_H
#define APP_NEEDLES_H

#include <stdbool.h>
#include <stddef.h>

#include "text/fold.h"

/* Zeroed is a valid one without words, which every text has. */
struct needles {
	struct folded *words;
	size_t n, cap;
};

/* The words of `typed`, which blanks part. */
void needles_init(struct needles *needles, const char *typed);
void needles_release(struct needles *needles);

/* A word of marks alone folds to nothing, and is no condition. */
bool needles_match(const struct needles *needles, const struct folded *hay);
/* Whether the text begins with the first word. */
bool needles_begin(const struct needles *needles, const struct folded *hay);

#endif
