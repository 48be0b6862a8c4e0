/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which items of a picker match what is typed, and in which order.
 *
 * An item is folded once, when it is added; typing only searches. Every word must stand somewhere
 * in the label, the detail or the synonyms. An item whose label begins with the first word comes
 * before the others; otherwise the order is the one in which items were added.
 */
#ifndef APP_PICKER_FILTER_H
#define APP_PICKER_FILTER_H

#include "app/picker.h"
#include "text/fold.h"

struct picker_filter {
	struct folded *hays;  /* one an item */
	size_t n, cap;
	size_t *matches;      /* indexes of items */
	size_t n_matches, cap_matches;
	char *count_text;     /* "3 of 40" */
};

void picker_filter_add(struct picker_filter *filter, const struct picker_item *item);
/* Fills `matches` for what is typed; "" matches all. */
void picker_filter_apply(struct picker_filter *filter, const char *typed);
/* The same, all in the order in which they were added. */
void picker_filter_apply_in_order(struct picker_filter *filter, const char *typed);
/* Borrowed until the next apply. */
const char *picker_filter_count_text(const struct picker_filter *filter);
void picker_filter_release(struct picker_filter *filter);

#endif
