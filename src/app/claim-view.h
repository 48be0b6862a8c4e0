/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One claim: every passage that speaks of it, a column an article, side by side, each with its
 * stance, who speaks, and its quote set as in the article; below, which articles were looked through
 * in vain and which nobody read yet.
 */
#ifndef APP_CLAIM_VIEW_H
#define APP_CLAIM_VIEW_H

#include "app/view.h"
#include "model/rows.h"

struct app;

/* Puts the view of a claim on top, in place of one that is there. */
void claim_view_show(struct app *app, const char *claim);

/* What the cursor of the claim view is on; NULL where that is not on top, or there is none. */
const struct claim *claim_view_claim(const struct app *app);
const struct article *claim_view_article(const struct app *app);
const struct highlight *claim_view_passage(const struct app *app);

#endif
