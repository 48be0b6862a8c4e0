/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The first so many, in some order, of items that come in any: never much more than twice as many
 * are kept at a time.
 */
#ifndef COMPARE_BEST_H
#define COMPARE_BEST_H

#include <stdbool.h>
#include <stddef.h>

struct best {
	void *items;
	size_t n, cap;
	size_t n_all;  /* that were added */
	size_t most;
	size_t size;   /* of an item */
	int (*compare)(const void *one, const void *other); /* a total order */
};

#define BEST(type, most_, compare_) \
	((struct best){.most = (most_), .size = sizeof(type), .compare = (compare_)})

/* Copies the item. */
void best_add(struct best *best, const void *item);

/* In order; the caller's to free. */
void *best_take(struct best *best, size_t *n, size_t *n_all);

void best_release(struct best *best);

#endif
