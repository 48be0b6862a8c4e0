/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The timeline from inside: what it is made of; only for the files of the timeline.
 */
#ifndef APP_TIMELINE_INTERNAL_H
#define APP_TIMELINE_INTERNAL_H

#include <stdbool.h>

#include "app/list.h"
#include "app/picker-filter.h"
#include "app/state.h"
#include "app/timeline.h"
#include "base/str.h"

struct timeline {
	struct view view;
	struct act_list acts;        /* of the coders that are seen, latest first */
	bool several;                /* they are of more than one coder, */
	size_t coder_columns;        /* whose names are so wide */
	struct picker_filter filter; /* over the acts; made when first asked for */
	char *needle;                /* what the acts shown match; "" is all */
	size_t *shown;               /* indexes of the acts that match */
	size_t n_shown;
	struct list list;            /* over `shown`; where that is all, the start behind them */
	struct area rows;            /* where they are, as last drawn */
	struct str status;
};

/* The act at a row of the list; NULL at the start, or where the list is empty. */
const struct act *timeline_act(const struct timeline *timeline, size_t row);
/* How the coder gets to what the cursor is on. */
struct timeline_route timeline_route_here(const struct timeline *timeline, const struct app *app);

void timeline_draw(struct view *view, struct app *app, struct frame *frame, struct area area);

#endif
