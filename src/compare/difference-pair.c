/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Between pieces that are the same: which of those that are left are alike, in order.
 *
 * A small gap is solved exactly: of all ways to lay the two lists beside each other, one piece for
 * one, one for two, two for one, that with the most in common. A large one is first parted at
 * pieces that share words in a row which are rare; what is too large even then is not looked into.
 */
#include "compare/difference-internal.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"

enum {
	MOST_CELLS = 30000,   /* of a table: some milliseconds */
	LEAST_ALIKE = 30,     /* per cent that two pieces have in common, if they are a pair, */
	LEAST_ANCHOR = 50,    /* or if a large gap is to be parted there */
	PART_ALIKE = 40,      /* of one of two that stand for one */
	TWO_FOR_ONE_COST = 5, /* per cent: better one for one */
	RARE = 3,             /* pieces of one text that have the same two words in a row */
};

enum step { STEP_NONE, STEP_OLD, STEP_NEW, STEP_PAIR, STEP_OLD_SPLIT, STEP_OLD_JOINED };

static const struct version_piece *piece_of(const struct difference *d, enum difference_side side,
					    size_t piece)
{
	return &d->version[side].pieces[piece];
}

static unsigned common_of(const struct difference *d, size_t old, size_t new)
{
	return version_common(&d->version[SIDE_OLD], old, &d->version[SIDE_NEW], new);
}

static void add_group(struct difference *d, size_t old, size_t n_old, size_t new, size_t n_new)
{
	struct piece_group group = {.first = {old, new}, .n = {n_old, n_new}};
	VEC_PUSH(d->groups, d->n_groups, d->cap_groups, group);
}

/* The table of one gap: what pieces have in common, and the best way to each place. */
struct table {
	const struct difference *d;
	const struct piece_gap *gap;
	size_t n_old, n_new;
	unsigned *common;     /* of old i and new k, at i * n_new + k */
	long *best;           /* (n_old + 1) * (n_new + 1) */
	unsigned char *steps; /* enum step: the last of the best way */
};

static unsigned weight_at(const struct table *t, enum difference_side side, size_t i)
{
	return piece_of(t->d, side, t->gap->start[side] + i)->weight;
}

static unsigned common_at(const struct table *t, size_t old, size_t new)
{
	return t->common[old * t->n_new + new];
}

/* What a pair is worth: what it has in common above the least. */
static long gain(unsigned common, unsigned weight, unsigned cost)
{
	return 200L * common - (long)(LEAST_ALIKE + cost) * weight;
}

static bool is_part(unsigned common, unsigned weight)
{
	return common * 100 >= weight * PART_ALIKE;
}

/* Of one piece that became two, or of two that became one; `one` is of side `side`. */
static long gain_of_two(const struct table *t, enum difference_side side, size_t one, size_t two)
{
	enum difference_side other = side == SIDE_OLD ? SIDE_NEW : SIDE_OLD;
	unsigned weight = weight_at(t, side, one), common = 0, parts = 0;
	for (size_t i = two; i < two + 2; i++) {
		unsigned part = side == SIDE_OLD ? common_at(t, one, i) : common_at(t, i, one);
		if (!is_part(part, weight_at(t, other, i)))
			return -1;
		common += part;
		parts += weight_at(t, other, i);
	}
	return gain(common < weight ? common : weight, weight + parts, TWO_FOR_ONE_COST);
}

/* Takes a step to (i, k), if it is better than what is known. */
static void offer(struct table *t, size_t i, size_t k, long value, enum step step)
{
	size_t at = i * (t->n_new + 1) + k;
	if (t->steps[at] != STEP_NONE && value <= t->best[at])
		return;
	t->best[at] = value;
	t->steps[at] = (unsigned char)step;
}

static long best_at(const struct table *t, size_t i, size_t k)
{
	return t->best[i * (t->n_new + 1) + k];
}

static void fill_pairs(struct table *t, size_t i, size_t k)
{
	unsigned weight = weight_at(t, SIDE_OLD, i - 1) + weight_at(t, SIDE_NEW, k - 1);
	long value = gain(common_at(t, i - 1, k - 1), weight, 0);
	if (value > 0)
		offer(t, i, k, best_at(t, i - 1, k - 1) + value, STEP_PAIR);
	if (k > 1 && (value = gain_of_two(t, SIDE_OLD, i - 1, k - 2)) > 0)
		offer(t, i, k, best_at(t, i - 1, k - 2) + value, STEP_OLD_SPLIT);
	if (i > 1 && (value = gain_of_two(t, SIDE_NEW, k - 1, i - 2)) > 0)
		offer(t, i, k, best_at(t, i - 2, k - 1) + value, STEP_OLD_JOINED);
}

static void fill(struct table *t)
{
	for (size_t i = 0; i < t->n_old; i++)
		for (size_t k = 0; k < t->n_new; k++)
			t->common[i * t->n_new + k] = common_of(t->d, t->gap->start[SIDE_OLD] + i,
								t->gap->start[SIDE_NEW] + k);
	for (size_t i = 0; i <= t->n_old; i++) {
		for (size_t k = 0; k <= t->n_new; k++) {
			if (i > 0)
				offer(t, i, k, best_at(t, i - 1, k), STEP_OLD);
			if (k > 0)
				offer(t, i, k, best_at(t, i, k - 1), STEP_NEW);
			if (i > 0 && k > 0)
				fill_pairs(t, i, k);
		}
	}
}

/* Goes the best way back, and takes the pairs on it. */
static void walk(struct difference *d, const struct table *t)
{
	static const struct { size_t n_old, n_new; } moves[] = {
		[STEP_OLD] = {1, 0}, [STEP_NEW] = {0, 1}, [STEP_PAIR] = {1, 1},
		[STEP_OLD_SPLIT] = {1, 2}, [STEP_OLD_JOINED] = {2, 1},
	};
	size_t i = t->n_old, k = t->n_new;
	while (i > 0 || k > 0) {
		enum step step = t->steps[i * (t->n_new + 1) + k];
		i -= moves[step].n_old;
		k -= moves[step].n_new;
		if (step >= STEP_PAIR)
			add_group(d, t->gap->start[SIDE_OLD] + i, moves[step].n_old,
				  t->gap->start[SIDE_NEW] + k, moves[step].n_new);
	}
}

static void solve(struct difference *d, const struct piece_gap *gap)
{
	struct table t = {.d = d,
			  .gap = gap,
			  .n_old = gap->end[SIDE_OLD] - gap->start[SIDE_OLD],
			  .n_new = gap->end[SIDE_NEW] - gap->start[SIDE_NEW]};
	size_t n = (t.n_old + 1) * (t.n_new + 1);
	t.common = xcalloc(n, sizeof *t.common);
	t.best = xcalloc(n, sizeof *t.best);
	t.steps = xcalloc(n, sizeof *t.steps);
	fill(&t);
	walk(d, &t);
	free(t.common);
	free(t.best);
	free(t.steps);
}

/* Two words in a row, of a piece, to be brought together with the others that have them. */
struct posting {
	uint64_t key;
	size_t piece;
	unsigned weight;
	enum difference_side side;
};

static int by_key(const void *a, const void *b)
{
	const struct posting *x = a, *y = b;
	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	if (x->side != y->side)
		return x->side < y->side ? -1 : 1;
	return (x->piece > y->piece) - (x->piece < y->piece);
}

/* Two pieces that share something rare. */
struct vote {
	size_t piece[DIFFERENCE_SIDES];
	unsigned weight;
};

struct vote_list {
	struct vote *items;
	size_t n, cap;
};

static int by_pieces(const void *a, const void *b)
{
	const struct vote *x = a, *y = b;
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++)
		if (x->piece[side] != y->piece[side])
			return x->piece[side] < y->piece[side] ? -1 : 1;
	return 0;
}

struct posting_list {
	struct posting *items;
	size_t n, cap;
};

/* The first word follows nothing. */
static void post_piece(struct posting_list *list, struct version *version,
		       enum difference_side side, size_t piece)
{
	const struct version_word *words = version_words(version, piece);
	for (size_t i = 0; i < version->pieces[piece].n_words; i++) {
		uint64_t before = i > 0 ? words[i - 1].key : 0;
		struct posting posting = {before * 31 + words[i].key, piece, words[i].weight, side};
		VEC_PUSH(list->items, list->n, list->cap, posting);
	}
}

/* Sorted, each once. */
static struct posting_list post(struct difference *d, size_t *const pieces[DIFFERENCE_SIDES],
				const size_t n_pieces[DIFFERENCE_SIDES])
{
	struct posting_list list = {.items = NULL};
	size_t kept = 0;
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++)
		for (size_t i = 0; i < n_pieces[side]; i++)
			post_piece(&list, &d->version[side], side, pieces[side][i]);
	if (list.n > 0)
		qsort(list.items, list.n, sizeof *list.items, by_key);
	for (size_t i = 0; i < list.n; i++)
		if (kept == 0 || by_key(&list.items[kept - 1], &list.items[i]) != 0)
			list.items[kept++] = list.items[i];
	list.n = kept;
	return list;
}

/* The pairs of pieces that have the same words, where few of either side have them. */
static void cast(struct vote_list *votes, const struct posting *postings, size_t n)
{
	size_t n_old = 0;
	while (n_old < n && postings[n_old].side == SIDE_OLD)
		n_old++;
	if (n_old > RARE || n - n_old > RARE)
		return;
	for (size_t i = 0; i < n_old; i++) {
		for (size_t k = n_old; k < n; k++) {
			struct vote vote = {{postings[i].piece, postings[k].piece},
					    postings[i].weight};
			VEC_PUSH(votes->items, votes->n, votes->cap, vote);
		}
	}
}

/* One vote for each pair of pieces, by the first of each. */
static struct vote_list count_votes(const struct posting_list *list)
{
	const struct posting *postings = list->items;
	struct vote_list votes = {.items = NULL};
	size_t kept = 0;
	for (size_t i = 0, end; i < list->n; i = end) {
		for (end = i + 1; end < list->n && postings[end].key == postings[i].key;)
			end++;
		cast(&votes, postings + i, end - i);
	}
	if (votes.n > 0)
		qsort(votes.items, votes.n, sizeof *votes.items, by_pieces);
	for (size_t i = 0; i < votes.n; i++) {
		if (kept > 0 && by_pieces(&votes.items[kept - 1], &votes.items[i]) == 0)
			votes.items[kept - 1].weight += votes.items[i].weight;
		else
			votes.items[kept++] = votes.items[i];
	}
	votes.n = kept;
	return votes;
}

/* For each piece of a side the vote with the most weight, the first of those; SIZE_MAX: none. */
static size_t *best_votes(const struct vote_list *votes, enum difference_side side, size_t n_pieces)
{
	size_t *best = xcalloc(n_pieces + 1, sizeof *best);
	for (size_t i = 0; i < n_pieces; i++)
		best[i] = SIZE_MAX;
	for (size_t i = 0; i < votes->n; i++) {
		size_t piece = votes->items[i].piece[side];
		if (best[piece] == SIZE_MAX ||
		    votes->items[i].weight > votes->items[best[piece]].weight)
			best[piece] = i;
	}
	return best;
}

static bool are_alike(const struct difference *d, const struct vote *vote, unsigned percent)
{
	unsigned weight = piece_of(d, SIDE_OLD, vote->piece[SIDE_OLD])->weight +
			  piece_of(d, SIDE_NEW, vote->piece[SIDE_NEW])->weight;
	return 200 * common_of(d, vote->piece[SIDE_OLD], vote->piece[SIDE_NEW]) >= percent * weight;
}

struct piece_move *difference_alike(struct difference *d, size_t *const pieces[DIFFERENCE_SIDES],
				    const size_t n_pieces[DIFFERENCE_SIDES], unsigned percent,
				    size_t *n)
{
	struct posting_list postings = post(d, pieces, n_pieces);
	struct vote_list votes = count_votes(&postings);
	size_t *of_old = best_votes(&votes, SIDE_OLD, d->version[SIDE_OLD].n_pieces);
	size_t *of_new = best_votes(&votes, SIDE_NEW, d->version[SIDE_NEW].n_pieces);
	struct piece_move *pairs = xcalloc(votes.n + 1, sizeof *pairs);
	*n = 0;
	for (size_t i = 0; i < votes.n; i++) {
		const struct vote *vote = &votes.items[i];
		if (of_old[vote->piece[SIDE_OLD]] == i && of_new[vote->piece[SIDE_NEW]] == i &&
		    are_alike(d, vote, percent))
			pairs[(*n)++] = (struct piece_move){
				{vote->piece[SIDE_OLD], vote->piece[SIDE_NEW]}, 1};
	}
	free(of_old);
	free(of_new);
	free(votes.items);
	free(postings.items);
	return pairs;
}

static size_t *indices(const struct piece_gap *gap, enum difference_side side)
{
	size_t n = gap->end[side] - gap->start[side], *list = xcalloc(n + 1, sizeof *list);
	for (size_t i = 0; i < n; i++)
		list[i] = gap->start[side] + i;
	return list;
}

static size_t count_cells(const struct piece_gap *gap)
{
	return (gap->end[SIDE_OLD] - gap->start[SIDE_OLD]) *
	       (gap->end[SIDE_NEW] - gap->start[SIDE_NEW]);
}

/* What is left of a large gap between two pairs: to be solved, if it is small enough. */
static void leave(struct difference *d, const struct piece_gap *gap)
{
	size_t cells = count_cells(gap);
	if (cells > MOST_CELLS)
		d->coarse = true;
	else if (cells > 0)
		VEC_PUSH(d->gaps, d->n_gaps, d->cap_gaps, *gap);
}

/* Parts a large gap at pieces that are alike. */
static void part(struct difference *d, const struct piece_gap *gap)
{
	size_t *pieces[] = {indices(gap, SIDE_OLD), indices(gap, SIDE_NEW)}, n;
	size_t n_pieces[] = {gap->end[SIDE_OLD] - gap->start[SIDE_OLD],
			     gap->end[SIDE_NEW] - gap->start[SIDE_NEW]};
	struct piece_move *pairs = difference_alike(d, pieces, n_pieces, LEAST_ANCHOR, &n);
	struct piece_gap rest = *gap;
	n = difference_rising(pairs, n);
	for (size_t i = 0; i < n; i++) {
		struct piece_gap before = rest;
		for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
			before.end[side] = pairs[i].piece[side];
			rest.start[side] = pairs[i].piece[side] + 1;
		}
		add_group(d, pairs[i].piece[SIDE_OLD], 1, pairs[i].piece[SIDE_NEW], 1);
		leave(d, &before);
	}
	leave(d, &rest);
	free(pairs);
	free(pieces[SIDE_OLD]);
	free(pieces[SIDE_NEW]);
}

void difference_pair(struct difference *d)
{
	struct piece_gap gap = d->gaps[--d->n_gaps];
	if (count_cells(&gap) > MOST_CELLS) {
		part(d, &gap);
		return;
	}
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++)
		for (size_t i = gap.start[side]; i < gap.end[side]; i++)
			version_words(&d->version[side], i);
	solve(d, &gap);
}
