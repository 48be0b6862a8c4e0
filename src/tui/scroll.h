/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds that a frame is the one before with rows moved up or down, so that the screen can move them too instead of
 * drawing them anew.
 */
#ifndef TUI_SCROLL_H
#define TUI_SCROLL_H

#include <stdbool.h>
#include <stddef.h>

#include "app/frame.h"

struct scroll {
	size_t top, end; /* the rows that move among themselves: [top, end) */
	int by;          /* rows up, negative: down */
};

bool style_same(struct style a, struct style b);

/* Whether two cells look alike, whatever they stand for. */
bool cell_same(const struct frame_cell *a, const struct frame_cell *b);

/*
 * Frames of one size. True where more than half of the rows between the first and the last that differ are found again
 * elsewhere among them, all as far from their old place.
 */
bool scroll_find(const struct frame *old, const struct frame *new, struct scroll *out);

#endif
