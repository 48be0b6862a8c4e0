/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The codebook: the project's tags as a tree, and what is done with them.
 *
 * A view that covers the screen; the command `codebook` puts it on top. Rows are loaded once and
 * again only when they change. Each act says how many highlights it reached, and that undo brings
 * back what was there.
 */
#ifndef APP_CODEBOOK_H
#define APP_CODEBOOK_H

#include "app/view.h"

/* The view, to be pushed, with its cursor on the first tag. */
struct view *codebook_new(struct app *app);

#endif
