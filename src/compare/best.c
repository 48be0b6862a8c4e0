/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/best.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"

static void *at(const struct best *best, size_t i)
{
	return (char *)best->items + i * best->size;
}

/* Whether it comes too late, as was found out when the list was cut last. */
static bool is_beyond(const struct best *best, const void *item)
{
	return best->n_all > 2 * best->most && best->compare(item, at(best, best->most - 1)) > 0;
}

static void cut(struct best *best)
{
	if (best->n > 1)
		qsort(best->items, best->n, best->size, best->compare);
	if (best->n > best->most)
		best->n = best->most;
}

void best_add(struct best *best, const void *item)
{
	best->n_all++;
	if (is_beyond(best, item))
		return;
	best->items = vec_reserve(best->items, &best->cap, best->n + 1, best->size);
	memcpy(at(best, best->n++), item, best->size);
	if (best->n == 2 * best->most)
		cut(best);
}

void *best_take(struct best *best, size_t *n, size_t *n_all)
{
	cut(best);
	void *items = best->items;
	*n = best->n;
	*n_all = best->n_all;
	best->items = NULL;
	best_release(best);
	return items;
}

void best_release(struct best *best)
{
	free(best->items);
	best->items = NULL;
	best->n = best->cap = best->n_all = 0;
}
