/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/lookup.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

/* Rows of one id stay as they were in the list. */
static int compare(const void *a, const void *b)
{
	const char *left = *(const char *const *)a, *right = *(const char *const *)b;
	int order = strcmp(left, right);
	return order ? order : (left > right) - (left < right);
}

void lookup_init(struct lookup *lookup, const char *first_id, size_t n, size_t size)
{
	*lookup = (struct lookup){.n = n, .first_id = first_id, .size = size};
	lookup->ids = xcalloc(n, sizeof *lookup->ids);
	for (size_t i = 0; i < n; i++)
		lookup->ids[i] = first_id + i * size;
	if (n)
		qsort(lookup->ids, n, sizeof *lookup->ids, compare);
}

void lookup_release(struct lookup *lookup)
{
	free(lookup->ids);
	*lookup = (struct lookup){.n = 0};
}

size_t lookup_first(const struct lookup *lookup, const char *id)
{
	size_t low = 0, high = lookup->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (strcmp(lookup->ids[middle], id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool lookup_is(const struct lookup *lookup, size_t at, const char *id)
{
	return at < lookup->n && strcmp(lookup->ids[at], id) == 0;
}

size_t lookup_row(const struct lookup *lookup, size_t at)
{
	return (size_t)(lookup->ids[at] - lookup->first_id) / lookup->size;
}

size_t lookup_find(const struct lookup *lookup, const char *id)
{
	size_t at = lookup_first(lookup, id);
	return lookup_is(lookup, at, id) ? lookup_row(lookup, at) : SIZE_MAX;
}

bool lookup_one(const struct lookup *lookup, const char *id, size_t *row)
{
	size_t found = lookup_find(lookup, id);
	if (found == SIZE_MAX)
		return false;
	*row = found;
	return true;
}
