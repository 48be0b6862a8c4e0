/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of a pane as JSON, one object a line: what is painted where, and which code points it
 * stands for.
 */
#ifndef CLI_CELLS_H
#define CLI_CELLS_H

#include "cli/out.h"
#include "cli/panes.h"

/*
 * {"pane":i,"paragraph":k,"base":"L"|"R","start":cp,"end":cp,
 *  "cells":[{"glyphs":"...","range":[cp,cp],"width":w,"col":c}...]}: cells from left to right,
 * offsets in the article's code points, columns from the pane's left edge. `number` is the pane's,
 * from 1, as are those of paragraphs.
 */
enum status cells_print(struct out *out, struct show_pane *pane, size_t number,
			struct fault *f) MUST_USE;

#endif
