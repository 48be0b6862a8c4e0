/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A whole article in one column: along the pane's height, where its highlights lie, where the hits
 * are, and which part of it is on the screen.
 *
 * A row of the column stands for as many code points as every other; how many there are is known
 * once the text was looked through, and estimated from bytes until then. So what is on the screen
 * never waits for a text of 100 MB to be read.
 *
 * There is none where there is neither a highlight nor a hit, and where all of the article is on
 * the screen: then the rows' own signs say it.
 */
#ifndef APP_OVERVIEW_H
#define APP_OVERVIEW_H

#include <stddef.h>

#include "app/frame.h"
#include "app/pane.h"

/*
 * Draws it in column `col` beside the text, whose code points `shown` are on the screen. In a part
 * with one highlight stands the symbol of its first tag, or a dotted line where it goes on from the
 * part before; with more, how many, `+` for more than nine; a `-` for hits alone. What is on the
 * screen is a heavy line, and reversed where a sign stands.
 */
void overview_draw(const struct pane *pane, struct frame *frame, size_t col, struct cp_range shown,
		   struct style text, int zone);

/*
 * Goes to row `row` (from the text's first) of it: to the highlight that begins first in that part,
 * else to the first hit, else to where the part begins.
 */
void overview_goto(struct pane *pane, size_t row);

#endif
