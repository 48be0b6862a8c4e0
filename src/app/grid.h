/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The coverage grid: claims as rows, articles as columns, and in each cell what the article does
 * with the claim. A cell tells itself by its symbol, then by its colour, and the one at the cursor in
 * words at the foot.
 *
 * The app keeps the grid while it is not shown, so that coming back from a passage finds the cursor
 * where it was.
 */
#ifndef APP_GRID_H
#define APP_GRID_H

#include "app/view.h"
#include "model/rows.h"

struct app;
struct grid;

/* Puts the grid on top, made where there is none yet, with what is in the project now. */
void grid_show(struct app *app);
void grid_free(struct grid *grid);

/* The claim at the cursor where the grid is on top, else NULL; and the article, NULL on the claim. */
const struct claim *grid_claim(const struct app *app);
const struct article *grid_article(const struct app *app);

/* Moves the cursor to a claim, if it is shown. */
void grid_go_to_claim(struct app *app, const char *id);

#endif
