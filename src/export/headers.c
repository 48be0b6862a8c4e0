/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/headers.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "export/row.h"

void headers_add(struct headers *headers, const char *name, int64_t number)
{
	size_t n = headers->n;
	VEC_PUSH(headers->numbers, n, headers->cap_numbers, number);
	VEC_PUSH(headers->names, headers->n, headers->cap_names, xstrdup(name));
}

static int compare_names(const void *a, const void *b, void *context)
{
	const struct headers *headers = context;
	return strcmp(headers->names[*(const size_t *)a], headers->names[*(const size_t *)b]);
}

static void number_name(struct headers *headers, size_t i)
{
	char *name = headers->names[i];
	headers->names[i] = xasprintf("%s%s(%" PRId64 ")", name, name[0] ? " " : "",
				      headers->numbers[i]);
	free(name);
}

/* Numbers all of `n` columns that share a name. */
static bool number_group(struct headers *headers, const size_t *group, size_t n)
{
	const char *name = headers->names[group[0]];
	if (n == 1 && name[0] && strcmp(name, CSV_GUARDED) != 0)
		return false;
	bool changed = false;
	for (size_t i = 0; i < n; i++) {
		if (headers->numbers[group[i]] == 0)
			continue;
		number_name(headers, group[i]);
		changed = true;
	}
	return changed;
}

static bool number_equal(struct headers *headers, size_t *order)
{
	bool changed = false;
	for (size_t i = 0; i < headers->n; i++)
		order[i] = i;
	qsort_r(order, headers->n, sizeof *order, compare_names, headers);
	for (size_t start = 0, end; start < headers->n; start = end) {
		for (end = start + 1; end < headers->n; end++)
			if (strcmp(headers->names[order[start]], headers->names[order[end]]) != 0)
				break;
		changed |= number_group(headers, order + start, end - start);
	}
	return changed;
}

/* A number may make a name that is there already: it comes to an end, for numbers differ. */
void headers_make_unique(struct headers *headers)
{
	size_t *order = xcalloc(headers->n ? headers->n : 1, sizeof *order);
	while (number_equal(headers, order))
		;
	free(order);
}

void headers_release(struct headers *headers)
{
	for (size_t i = 0; i < headers->n; i++)
		free(headers->names[i]);
	free(headers->names);
	free(headers->numbers);
	*headers = (struct headers){.names = NULL};
}
