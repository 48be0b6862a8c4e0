/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/lineage.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

struct named {
	const char *id;
	size_t index; /* in the list */
};

static int by_id(const void *a, const void *b)
{
	const struct named *x = a, *y = b;
	return strcmp(x->id, y->id);
}

static struct named *sort_by_id(const struct article_list *articles)
{
	struct named *named = xcalloc(articles->n, sizeof *named);
	for (size_t i = 0; i < articles->n; i++)
		named[i] = (struct named){articles->items[i].id, i};
	qsort(named, articles->n, sizeof *named, by_id);
	return named;
}

/*
 * Where `version_of` leads to in the end. A file from elsewhere may have it lead in a circle: after
 * as many steps as there are articles it is one.
 */
static size_t root_of(const struct article_list *articles, const struct named *named, size_t index)
{
	for (size_t steps = 0; steps < articles->n; steps++) {
		struct named key = {articles->items[index].version_of, 0};
		const struct named *found =
			*key.id ? bsearch(&key, named, articles->n, sizeof key, by_id) : NULL;
		if (!found)
			break;
		index = found->index;
	}
	return index;
}

struct lineage *lineage_make(const struct article_list *articles)
{
	struct lineage *lineages = xcalloc(articles->n, sizeof *lineages);
	size_t *roots = xcalloc(articles->n, sizeof *roots);
	size_t *counts = xcalloc(articles->n, sizeof *counts);
	struct named *named = sort_by_id(articles);
	for (size_t i = 0; i < articles->n; i++) {
		roots[i] = root_of(articles, named, i);
		lineages[i].version = ++counts[roots[i]];
		lineages[i].root = roots[i];
	}
	for (size_t i = 0; i < articles->n; i++)
		lineages[i].count = counts[roots[i]];
	free(named);
	free(counts);
	free(roots);
	return lineages;
}

size_t lineage_find(const struct lineage *lineages, size_t n, size_t index, size_t version)
{
	size_t i = 0;
	while (i < n && (lineages[i].root != lineages[index].root || lineages[i].version != version))
		i++;
	return i;
}
