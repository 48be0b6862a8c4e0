/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A pane on the frame: a header row (number, title, what there is to know, position), and the text
 * with a strip at the side at which its rows start (strip.h).
 *
 * Highlights are painted cell by cell, so a range that falls into several visual runs is right in
 * each of them. Where two overlap, one is on top, and letters are bold and
 * underlined; both have their sign in the strip.
 */
#ifndef APP_PANE_DRAW_H
#define APP_PANE_DRAW_H

#include <stdbool.h>
#include <stddef.h>

#include "app/pane.h"

struct pane_look {
	size_t index;   /* among the panes: for zones and the number shown */
	size_t n_panes; /* to be told beside it; 0: they are seen */
	bool focus;
	bool mono;
	bool gutter; /* it counts beside the text who says the same (gutter.h) */
	struct style text;
	struct style selection;
	struct style hit, hit_current;
};

/*
 * Draws it in `area`, laid out by `options`; where it has the focus, the frame's cursor goes to its
 * own.
 */
void pane_draw(struct pane *pane, struct frame *frame, struct area area,
	       const struct paragraph_options *options, const struct pane_look *look);

#endif
