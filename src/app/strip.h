/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The strip beside a pane's text. From the text outwards: a blank column (and the gutter, where there
 * is one: gutter.h), the stripes of the highlights, a column each, and the whole article in a column
 * (overview.h).
 *
 * A stripe begins with the symbol of the highlight's tag, goes on as a dotted line in its colour, and
 * ends with a short one. Highlights that overlap have stripes beside each other, each in the same
 * column from its first row to its last, whatever part of it is on the screen (marks_set_lanes()). So
 * which row belongs to which is seen without colour. Where there are more than columns, a `+` stands in
 * the outermost.
 */
#ifndef APP_STRIP_H
#define APP_STRIP_H

#include <stdbool.h>
#include <stddef.h>

#include "app/frame.h"
#include "app/marks.h"

enum { STRIP_DEPTH = 16 }; /* highlights of one row that are told apart; more are counted */

/* How many stripes a pane of so many columns has room for, and how wide its strip is. */
size_t strip_lanes(size_t pane_cols);
size_t strip_columns(size_t pane_cols);

/* What the strip says of a row of text. */
struct strip_row {
	struct cp_range range;
	const struct shown_mark *const *marks; /* that touch it, the last to begin first */
	size_t n_marks;                        /* at most STRIP_DEPTH */
	bool more;                             /* and others */
	bool draft; /* what begins on it has an unfinished note */
};

/* Where it is drawn. */
struct strip_place {
	size_t row, col; /* of the frame; its left edge */
	size_t n_lanes;
	bool right;      /* it is on the right of the text */
	struct style text;
	int zone;
};

void strip_draw_row(struct frame *frame, const struct strip_place *place,
		    const struct strip_row *row);

#endif
