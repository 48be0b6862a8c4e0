/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The two ends of a highlight on the move, one of them at a time.
 *
 * An end is a boundary between grapheme clusters, which is finer than a cell: lam and alef are one
 * cell and two letters, and the article of an Arabic word may end between them. So the range that is
 * being made stands here and not in the pane's selection, which is of whole cells. While it is on its
 * way it may be empty; an end that is moved beyond the other is that one from there on.
 */
#ifndef APP_ENDS_H
#define APP_ENDS_H

#include <stdbool.h>
#include <stddef.h>

#include "app/motion.h"
#include "app/pane.h"

struct ends {
	struct cp_range range;
	bool at_start; /* it is the start that moves */
};

/* Begins with the end of `range` that is nearer to the cursor; both as near: the end. */
void ends_begin(struct ends *ends, struct pane *pane, struct cp_range range);

/*
 * Moves the end, and the cursor to the last letter inside of it. Left and Right go by a letter, to
 * the side that they name; next and previous to where such a unit ends, or for the start begins; all
 * others take the end to the cell that the cursor goes to.
 */
void ends_move(struct ends *ends, struct pane *pane, enum motion motion);
/* To the cell of code point `cp`; for the mouse. */
void ends_move_to(struct ends *ends, struct pane *pane, size_t cp);

/* The other one moves from here on. */
void ends_swap(struct ends *ends, struct pane *pane);

/* The boundary that moves. */
size_t ends_boundary(const struct ends *ends);

#endif
