/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Quotes of one text, in its order, are a chain: each link costs something where a quote moved
 * otherwise than the one before it, and the dearest whole wins (Viterbi 1967). Run from both ends,
 * it also tells for each quote how much worse everything would be with another of its candidates,
 * and so whether its place is sure (max-marginals).
 */
#include <math.h> /* INFINITY */
#include <stdlib.h>

#include "base/xalloc.h"
#include "model/reanchor-internal.h"

/* In scores, so between the weights of a context and nothing. */
static const double CHANGE = .04;   /* another shift than the neighbour's */
static const double FARTHEST = .06; /* the more, the farther: all of it at a million code points */
static const double CROSSING = .04; /* and what stood after it stands before it now */
static const double MARGIN = .02;   /* by which the best has to be better than the second */

enum { DOUBLINGS = 20 }; /* to a million */

struct chain {
	const struct reanchor_quote *const *quotes;
	const struct candidates *candidates;
	size_t n;
	/* For each candidate of each quote, the best score of all up to it, and of all after it. */
	double (*forward)[CANDIDATES_MAX], (*backward)[CANDIDATES_MAX];
};

static bool is_placed(const struct chain *chain, size_t i)
{
	return chain->candidates[i].n > 0 &&
	       chain->quotes[i]->range.start_cp < chain->quotes[i]->range.end_cp;
}

static ptrdiff_t shift_of(const struct chain *chain, size_t i, size_t k)
{
	return (ptrdiff_t)chain->candidates[i].items[k].range.start_cp -
	       (ptrdiff_t)chain->quotes[i]->range.start_cp;
}

/* What it costs that neighbours moved by `a` and by `b`. */
static double cost_of_shifts(ptrdiff_t a, ptrdiff_t b)
{
	size_t doublings = 0;
	for (ptrdiff_t far = a < b ? b - a : a - b; far > 0 && doublings < DOUBLINGS; far /= 2)
		doublings++;
	return a == b ? 0 : CHANGE + FARTHEST * (double)doublings / DOUBLINGS;
}

/* From candidate `a` of quote `i` to candidate `b` of the later quote `j`. */
static double cost(const struct chain *chain, size_t i, size_t a, size_t j, size_t b)
{
	bool crossed = chain->candidates[j].items[b].range.start_cp <
		       chain->candidates[i].items[a].range.start_cp;
	return cost_of_shifts(shift_of(chain, i, a), shift_of(chain, j, b)) +
	       (crossed ? CROSSING : 0);
}

static double larger(double a, double b)
{
	return a > b ? a : b;
}

static double score_of(const struct chain *chain, size_t i, size_t k)
{
	return chain->candidates[i].items[k].score;
}

/* The quote before (with `step` -1) or after `i` that has candidates and a known old place. */
static size_t neighbour(const struct chain *chain, size_t i, ptrdiff_t step)
{
	do
		i += (size_t)step;
	while (i < chain->n && !is_placed(chain, i));
	return i;
}

static double best_before(const struct chain *chain, size_t before, size_t i, size_t k)
{
	double best = -INFINITY;
	for (size_t a = 0; a < chain->candidates[before].n; a++)
		best = larger(best, chain->forward[before][a] - cost(chain, before, a, i, k));
	return best;
}

static double best_after(const struct chain *chain, size_t i, size_t k, size_t after)
{
	double best = -INFINITY;
	for (size_t b = 0; b < chain->candidates[after].n; b++)
		best = larger(best, score_of(chain, after, b) + chain->backward[after][b] -
					  cost(chain, i, k, after, b));
	return best;
}

/* Before the first is the text's beginning, which did not move. */
static void run_forward(struct chain *chain)
{
	size_t before = SIZE_MAX;
	for (size_t i = 0; i < chain->n; i++) {
		if (!is_placed(chain, i))
			continue;
		for (size_t k = 0; k < chain->candidates[i].n; k++)
			chain->forward[i][k] =
				score_of(chain, i, k) +
				(before == SIZE_MAX ? -cost_of_shifts(0, shift_of(chain, i, k))
						    : best_before(chain, before, i, k));
		before = i;
	}
}

static void run_backward(struct chain *chain)
{
	for (size_t i = chain->n; i-- > 0;) {
		if (!is_placed(chain, i))
			continue;
		size_t after = neighbour(chain, i, 1);
		for (size_t k = 0; k < chain->candidates[i].n; k++)
			chain->backward[i][k] =
				after < chain->n ? best_after(chain, i, k, after) : 0;
	}
}

/* The best of the candidates of quote `i`, or none where the second is as good. */
static size_t choose(const struct chain *chain, size_t i)
{
	size_t best = CHOSEN_NONE;
	double first = -INFINITY, second = -INFINITY;
	for (size_t k = 0; k < chain->candidates[i].n; k++) {
		double whole = is_placed(chain, i)
				       ? chain->forward[i][k] + chain->backward[i][k]
				       : score_of(chain, i, k);
		if (whole > first) {
			second = first;
			first = whole;
			best = k;
		} else if (whole > second) {
			second = whole;
		}
	}
	return first - second < MARGIN ? CHOSEN_NONE : best;
}

void candidates_choose(const struct reanchor_quote *const *quotes,
		       const struct candidates *candidates, size_t n, size_t *chosen)
{
	struct chain chain = {.quotes = quotes, .candidates = candidates, .n = n};
	chain.forward = xcalloc(n, sizeof *chain.forward);
	chain.backward = xcalloc(n, sizeof *chain.backward);
	run_forward(&chain);
	run_backward(&chain);
	for (size_t i = 0; i < n; i++)
		chosen[i] = choose(&chain, i);
	free(chain.forward);
	free(chain.backward);
}
