/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the cursor of a pane moves.
 *
 * Left and Right go to the visual neighbour, and off a row's edge to the row that follows in
 * reading order (by base direction). Where the terminal orders the text it knows alone what is
 * beside what: there they go on or back in the text, as the paragraph's direction has it. Words,
 * passages, paragraphs, starts and ends are logical: "next" is what one reads next, whichever side
 * that is on.
 */
#ifndef APP_MOTION_H
#define APP_MOTION_H

#include <stdbool.h>

#include "app/pane.h"
#include "app/unit.h"

enum motion {
	MOTION_LEFT, MOTION_RIGHT,
	MOTION_UP, MOTION_DOWN,
	MOTION_ROW_START, MOTION_ROW_END,
	MOTION_WORD_NEXT, MOTION_WORD_PREVIOUS,
	MOTION_PASSAGE_NEXT, MOTION_PASSAGE_PREVIOUS,
	MOTION_PARAGRAPH_NEXT, MOTION_PARAGRAPH_PREVIOUS,
	MOTION_PAGE_NEXT, MOTION_PAGE_PREVIOUS,
	MOTION_TEXT_START, MOTION_TEXT_END,
};

/*
 * Moves the cursor. With `extend` the selection follows, or begins at the cursor; without it a
 * selection that was made in passing ends. A unit that a selection grows over is taken to its last
 * cell, not to the first of the next.
 */
void motion_run(struct pane *pane, enum motion motion, bool extend);

/*
 * Selects the unit at the cursor, or the nearest where the cursor is between two paragraphs; again:
 * the next one too.
 */
void motion_select(struct pane *pane, enum text_unit unit);

#endif
