/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How stances and the cells of the coverage grid look: a symbol, a word and a colour, of which the
 * colour is never the only one to tell two of them apart.
 */
#ifndef APP_STANCE_LOOK_H
#define APP_STANCE_LOOK_H

#include <stdbool.h>

#include "app/frame.h"
#include "model/coverage.h"
#include "model/stance.h"

struct stance_look {
	const char *symbol; /* one column */
	const char *label;  /* translated */
	struct style style;
};

/*
 * Borrowed from the scheme and from `stance`. A stance that the scheme has not is its own label;
 * "" is one that was not judged.
 */
struct stance_look stance_look_of(const struct stance_scheme *scheme, const char *stance,
				  bool mono);

/* What a state that is no stance is called, and how it looks. */
struct stance_look coverage_look(enum coverage_state state, bool mono);

/* A cell's: its stance's, or its state's. */
struct stance_look coverage_cell_look(const struct stance_scheme *scheme,
				      const struct coverage_cell *cell, bool mono);

#endif
