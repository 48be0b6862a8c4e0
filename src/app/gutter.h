/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The column between text and stripes, where articles are compared: a digit on the row on which a
 * passage begins counts the other articles that say the same, or probably; `+` is more than nine. A
 * bar stands beside the passage that is linked now, a broken one where it is only perhaps the same.
 */
#ifndef APP_GUTTER_H
#define APP_GUTTER_H

#include <stddef.h>

#include "app/frame.h"
#include "app/pane.h"

/* `range`: the code points of the row. */
void gutter_draw_row(const struct pane *pane, struct frame *frame, size_t row, size_t col,
		     struct cp_range range, bool mono, int zone);

#endif
