/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Patience: pieces that stand once in either text are tied to each other, as many as keep their
 * order, and between them the same is done again. Around them the same pieces follow each other.
 */
#include "compare/difference-internal.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"

enum { MOST_ROUNDS = 64 }; /* of patience within patience: hostile texts would need many */

/* Two lists: what is left to be looked at, and how deep. */
struct todo {
	struct piece_gap gap;
	unsigned round;
};

struct todo_list {
	struct todo *items;
	size_t n, cap;
};

static uint64_t key_at(const struct difference *d, enum difference_side side, size_t piece)
{
	return d->version[side].pieces[piece].key;
}

static void add_group(struct difference *d, size_t old, size_t new)
{
	struct piece_group group = {.first = {old, new}, .n = {1, 1}};
	VEC_PUSH(d->groups, d->n_groups, d->cap_groups, group);
}

static bool is_open(const struct piece_gap *gap)
{
	return gap->start[SIDE_OLD] < gap->end[SIDE_OLD] &&
	       gap->start[SIDE_NEW] < gap->end[SIDE_NEW];
}

/* The same pieces at the ends of a gap belong together. */
static void trim(struct difference *d, struct piece_gap *gap)
{
	while (is_open(gap) && key_at(d, SIDE_OLD, gap->start[SIDE_OLD]) ==
				       key_at(d, SIDE_NEW, gap->start[SIDE_NEW]))
		add_group(d, gap->start[SIDE_OLD]++, gap->start[SIDE_NEW]++);
	while (is_open(gap) && key_at(d, SIDE_OLD, gap->end[SIDE_OLD] - 1) ==
				       key_at(d, SIDE_NEW, gap->end[SIDE_NEW] - 1))
		add_group(d, --gap->end[SIDE_OLD], --gap->end[SIDE_NEW]);
}

/* A piece of a gap. */
struct entry {
	uint64_t key;
	size_t piece;
	enum difference_side side;
};

static int by_key(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	if (x->side != y->side)
		return x->side < y->side ? -1 : 1;
	return (x->piece > y->piece) - (x->piece < y->piece);
}

static struct entry *sorted_entries(const struct difference *d, const struct piece_gap *gap,
				    size_t *n)
{
	size_t n_old = gap->end[SIDE_OLD] - gap->start[SIDE_OLD];
	struct entry *entries =
		xcalloc(n_old + gap->end[SIDE_NEW] - gap->start[SIDE_NEW], sizeof *entries);
	*n = 0;
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++)
		for (size_t i = gap->start[side]; i < gap->end[side]; i++)
			entries[(*n)++] = (struct entry){key_at(d, side, i), i, side};
	qsort(entries, *n, sizeof *entries, by_key);
	return entries;
}

static int by_old(const void *a, const void *b)
{
	size_t x = ((const struct piece_move *)a)->piece[SIDE_OLD];
	size_t y = ((const struct piece_move *)b)->piece[SIDE_OLD];
	return (x > y) - (x < y);
}

/* Pieces that stand once in either side of a gap, by the older place. */
static struct piece_move *unique_pairs(const struct difference *d, const struct piece_gap *gap,
				       size_t *n_pairs)
{
	size_t n;
	struct entry *entries = sorted_entries(d, gap, &n);
	struct piece_move *pairs = xcalloc(n / 2 + 1, sizeof *pairs);
	*n_pairs = 0;
	for (size_t i = 0, end; i < n; i = end) {
		for (end = i + 1; end < n && entries[end].key == entries[i].key;)
			end++;
		if (end - i == 2 && entries[i].side != entries[i + 1].side)
			pairs[(*n_pairs)++] = (struct piece_move){
				{entries[i].piece, entries[i + 1].piece}, 1};
	}
	qsort(pairs, *n_pairs, sizeof *pairs, by_old);
	free(entries);
	return pairs;
}

/* Longest increasing subsequence by patience sorting (Fredman 1975). */
size_t difference_rising(struct piece_move *pairs, size_t n)
{
	size_t *tops = xcalloc(n + 1, sizeof *tops), *before = xcalloc(n + 1, sizeof *before);
	size_t n_piles = 0;
	for (size_t i = 0; i < n; i++) {
		size_t low = 0, high = n_piles;
		while (low < high) {
			size_t middle = low + (high - low) / 2;
			if (pairs[tops[middle]].piece[SIDE_NEW] < pairs[i].piece[SIDE_NEW])
				low = middle + 1;
			else
				high = middle;
		}
		before[i] = low > 0 ? tops[low - 1] : n;
		tops[low] = i;
		n_piles += low == n_piles;
	}
	struct piece_move *rising = xcalloc(n_piles + 1, sizeof *rising);
	size_t at = n_piles > 0 ? tops[n_piles - 1] : n;
	for (size_t i = n_piles; i-- > 0; at = before[at])
		rising[i] = pairs[at];
	if (n_piles > 0)
		memcpy(pairs, rising, n_piles * sizeof *rising);
	free(rising);
	free(before);
	free(tops);
	return n_piles;
}

/* Ties what stands once on either side; the stretches between are to be looked at again. */
static bool tie(struct difference *d, const struct todo *todo, struct todo_list *list)
{
	size_t n;
	struct piece_gap rest = todo->gap;
	struct piece_move *pairs = unique_pairs(d, &todo->gap, &n);
	n = difference_rising(pairs, n);
	for (size_t i = 0; i < n; i++) {
		struct todo part = {.gap = rest, .round = todo->round + 1};
		for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
			part.gap.end[side] = pairs[i].piece[side];
			rest.start[side] = pairs[i].piece[side] + 1;
		}
		add_group(d, pairs[i].piece[SIDE_OLD], pairs[i].piece[SIDE_NEW]);
		VEC_PUSH(list->items, list->n, list->cap, part);
	}
	if (n > 0) {
		struct todo part = {.gap = rest, .round = todo->round + 1};
		VEC_PUSH(list->items, list->n, list->cap, part);
	}
	free(pairs);
	return n > 0;
}

void difference_anchor(struct difference *d)
{
	struct todo_list list = {.items = NULL};
	struct todo all = {.gap = {.end = {d->version[SIDE_OLD].n_pieces,
					   d->version[SIDE_NEW].n_pieces}}};
	VEC_PUSH(list.items, list.n, list.cap, all);
	while (list.n > 0) {
		struct todo todo = list.items[--list.n];
		trim(d, &todo.gap);
		if (!is_open(&todo.gap))
			continue;
		if (todo.round >= MOST_ROUNDS || !tie(d, &todo, &list))
			VEC_PUSH(d->gaps, d->n_gaps, d->cap_gaps, todo.gap);
	}
	free(list.items);
}
