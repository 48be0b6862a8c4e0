/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the review's files share: the view, its looks, what is done in it. */
#ifndef APP_REVIEW_INTERNAL_H
#define APP_REVIEW_INTERNAL_H

#include "app/list.h"
#include "app/review.h"
#include "app/state.h"
#include "base/str.h"

struct review_view {
	struct view view;
	struct review review;
	struct list list; /* over review.items */
	struct area drawn; /* the list's rows, as last drawn */
	struct str status;
};

/* The review on top of the stack; NULL where something else is. */
struct review_view *review_on_top(const struct app *app);
/* The item at the cursor; NULL where nothing is left. */
const struct review_item *review_focus(const struct review_view *view);

void review_draw(struct view *view, struct app *app, struct frame *frame, struct area area);

#endif
