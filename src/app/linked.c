/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/linked.h"

#include <stdlib.h>

#include "base/vec.h"

void linked_release(struct linked *linked)
{
	free(linked->words);
	*linked = (struct linked){.words = NULL};
}

void linked_clear(struct linked *linked)
{
	linked->state = LINKED_UNTOLD;
	linked->link = (struct link){.band = BAND_NONE};
	linked->unit = (struct cp_range){0, 0};
	linked->n = 0;
}

void linked_add(struct linked *linked, struct cp_range word)
{
	VEC_PUSH(linked->words, linked->n, linked->cap, word);
}

static int by_start(const void *a, const void *b)
{
	const struct cp_range *one = a, *two = b;
	if (one->start_cp != two->start_cp)
		return one->start_cp < two->start_cp ? -1 : 1;
	return (one->end_cp > two->end_cp) - (one->end_cp < two->end_cp);
}

void linked_sort(struct linked *linked)
{
	size_t kept = 0;
	if (linked->n > 1)
		qsort(linked->words, linked->n, sizeof *linked->words, by_start);
	for (size_t i = 0; i < linked->n; i++) {
		struct cp_range word = linked->words[i];
		struct cp_range *last = kept > 0 ? &linked->words[kept - 1] : NULL;
		if (!last || word.start_cp >= last->end_cp)
			linked->words[kept++] = word;
		else if (word.end_cp > last->end_cp)
			last->end_cp = word.end_cp;
	}
	linked->n = kept;
}

const char *linked_arrow(const struct linked *linked)
{
	return linked->state == LINKED_ABOVE ? " ↑" : linked->state == LINKED_BELOW ? " ↓" : "";
}

bool linked_has_word(const struct linked *linked, struct cp_range cell)
{
	size_t low = 0, high = linked->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (linked->words[middle].end_cp <= cell.start_cp)
			low = middle + 1;
		else
			high = middle;
	}
	return low < linked->n && cp_ranges_overlap(linked->words[low], cell);
}

bool linked_has(const struct linked *linked, struct cp_range cell)
{
	return cp_ranges_overlap(linked->unit, cell);
}
