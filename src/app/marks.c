/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/vec.h"
#include "base/xalloc.h"

void shown_mark_release(struct shown_mark *mark)
{
	free(mark->quote);
	free(mark->tags);
	free(mark->words);
}

void marks_release(struct marks *marks)
{
	for (size_t i = 0; i < marks->n; i++)
		shown_mark_release(&marks->items[i]);
	free(marks->items);
	free(marks->reach_cp);
	*marks = (struct marks){0};
}

void marks_add(struct marks *marks, const struct shown_mark *mark)
{
	VEC_PUSH(marks->items, marks->n, marks->cap, *mark);
}

static int compare(const void *a, const void *b)
{
	const struct shown_mark *one = a, *two = b;
	if (one->range.start_cp != two->range.start_cp)
		return one->range.start_cp < two->range.start_cp ? -1 : 1;
	if (one->range.end_cp != two->range.end_cp)
		return one->range.end_cp > two->range.end_cp ? -1 : 1;
	return strcmp(one->id, two->id);
}

void marks_sort(struct marks *marks)
{
	marks->row_cp = marks->n_lanes = 0;
	if (marks->n == 0)
		return;
	qsort(marks->items, marks->n, sizeof *marks->items, compare);
	marks->reach_cp = xrealloc(marks->reach_cp, marks->n, sizeof *marks->reach_cp);
	size_t reach = 0;
	for (size_t i = 0; i < marks->n; i++) {
		if (marks->items[i].range.end_cp > reach)
			reach = marks->items[i].range.end_cp;
		marks->reach_cp[i] = reach;
	}
}

enum { LANES_MAX = 16 };

/* The lowest lane that is free at `cp`, `row_cp` behind what was in it; `n_lanes`: none. */
static size_t free_lane(const size_t *ends_cp, size_t n_lanes, size_t row_cp, size_t cp)
{
	size_t lane = 0;
	while (lane < n_lanes && ends_cp[lane] > 0 && ends_cp[lane] + row_cp > cp)
		lane++;
	return lane;
}

void marks_set_lanes(struct marks *marks, size_t row_cp, size_t n_lanes)
{
	size_t ends_cp[LANES_MAX] = {0};
	n_lanes = n_lanes < LANES_MAX ? n_lanes : LANES_MAX;
	if (marks->row_cp == row_cp && marks->n_lanes == n_lanes)
		return;
	marks->row_cp = row_cp;
	marks->n_lanes = n_lanes;
	for (size_t i = 0; i < marks->n; i++) {
		struct cp_range range = marks->items[i].range;
		size_t lane = free_lane(ends_cp, n_lanes, row_cp, range.start_cp);
		if (lane == n_lanes)
			lane = free_lane(ends_cp, n_lanes, 0, range.start_cp);
		if (lane < n_lanes && range.end_cp > ends_cp[lane])
			ends_cp[lane] = range.end_cp;
		marks->items[i].lane = lane;
	}
}

/* How many of them begin before `cp`. */
static size_t count_before(const struct marks *marks, size_t cp)
{
	size_t low = 0, high = marks->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (marks->items[middle].range.start_cp < cp)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t marks_touching(const struct marks *marks, struct cp_range range,
		      const struct shown_mark **out, size_t max)
{
	size_t end_cp = range.end_cp > range.start_cp ? range.end_cp : range.start_cp + 1, n = 0;
	for (size_t i = count_before(marks, end_cp);
	     i > 0 && marks->reach_cp[i - 1] > range.start_cp; i--) {
		if (marks->items[i - 1].range.end_cp <= range.start_cp)
			continue;
		if (n < max)
			out[n] = &marks->items[i - 1];
		n++;
	}
	return n;
}

const struct shown_mark *marks_find(const struct marks *marks, const char *id)
{
	for (size_t i = 0; i < marks->n; i++)
		if (strcmp(marks->items[i].id, id) == 0)
			return &marks->items[i];
	return NULL;
}

const struct shown_mark *marks_next(const struct marks *marks, size_t cp)
{
	size_t i = count_before(marks, cp + 1);
	return i < marks->n ? &marks->items[i] : NULL;
}

const struct shown_mark *marks_previous(const struct marks *marks, size_t cp)
{
	size_t i = count_before(marks, cp);
	return i > 0 ? &marks->items[i - 1] : NULL;
}

const struct shown_mark *marks_after(const struct marks *marks, const struct shown_mark *mark)
{
	return mark + 1 < marks->items + marks->n ? mark + 1 : NULL;
}

const struct shown_mark *marks_before(const struct marks *marks, const struct shown_mark *mark)
{
	return mark > marks->items ? mark - 1 : NULL;
}
