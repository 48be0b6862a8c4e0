/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A box with a title on top of a view: pickers, forms, editors.
 */
#ifndef APP_BOX_H
#define APP_BOX_H

#include "app/view.h"

struct app;

/*
 * Draws an empty box in the middle of `area`, of at most `n_rows` by `n_cols` cells inside, and
 * returns its inside, which may be empty. On a small screen the border goes first.
 */
struct area box_draw(struct app *app, struct frame *frame, struct area area, size_t n_rows,
		     size_t n_cols, const char *title);

#endif
