/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each unit has of the vocabulary, and in which units each root stands. */
#include <math.h>
#include <stdlib.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "compare/phrases.h"
#include "compare/set-state.h"
#include "compare/text-reading.h"

/* Of a unit or clause; few words weigh as much as some four do, 0 of none (score.h). */
static double root4(uint64_t weight)
{
	enum { LEAST = 3 * COMPARE_ONE };
	if (weight > 0 && weight < LEAST)
		weight = LEAST;
	return sqrt(sqrt((double)weight));
}

/* The unit's sums, and its clauses'. */
static void sum_unit(struct compare_set *set, size_t index, const struct token *tokens, size_t n)
{
	struct set_unit *unit = &set->units[index];
	struct unit_bound *bound = &set->bounds[index];
	uint64_t all = 0, sums[TEXT_CLAUSES] = {0};
	size_t n_clauses = 1;
	for (size_t i = 0; i < n; i++) {
		all += tokens[i].weight;
		sums[tokens[i].clause] += tokens[i].weight;
		if (tokens[i].clause >= n_clauses)
			n_clauses = tokens[i].clause + 1u;
	}
	unit->root4 = root4(all);
	bound->whole = bound->clause = all > 0 ? (float)(1 / unit->root4) : 0;
	for (size_t i = 0; i < n_clauses; i++) {
		double clause = root4(sums[i]);
		VEC_PUSH(set->clauses, set->n_clauses, set->cap_clauses, clause);
		if (sums[i] > 0 && (float)(1 / clause) > bound->clause)
			bound->clause = (float)(1 / clause);
	}
}

static void add_unit(struct compare_set *set, struct unit_ref ref)
{
	size_t n = 0, index = set_unit_index(set, ref);
	struct set_unit *unit = &set->units[index];
	unit->first_token = (uint32_t)set->n_tokens;
	unit->first_clause = (uint32_t)set->n_clauses;
	if (set_is_linked(set, ref))
		n = tokens_of_unit(set, ref, &set->unit_tokens, &set->cap_unit_tokens);
	const struct token *tokens = set->unit_tokens;
	sum_unit(set, index, tokens, n);
	for (size_t i = 0; i < n; i++) {
		VEC_PUSH(set->tokens, set->n_tokens, set->cap_tokens, tokens[i]);
		if (i == 0 || tokens[i - 1].root != tokens[i].root)
			set->first_posting[tokens[i].root + 2]++;
		if (set->root_weights[tokens[i].root] < tokens[i].weight)
			set->root_weights[tokens[i].root] = tokens[i].weight;
	}
}

bool postings_tokens(struct compare_set *set, size_t *left)
{
	if (!set->units) {
		set->units = xcalloc(set->n_units + 1, sizeof *set->units);
		set->bounds = xcalloc(set->n_units + 1, sizeof *set->bounds);
		set->first_posting = xcalloc(set->n_roots + 2, sizeof *set->first_posting);
		set->root_weights = xcalloc(set->n_roots + 1, sizeof *set->root_weights);
	}
	struct unit_ref ref;
	while (set_next_unit(set, left, &ref))
		add_unit(set, ref);
	if (set->at_text < set->n_texts)
		return false;
	set->units[set->n_units].first_token = (uint32_t)set->n_tokens;
	set->units[set->n_units].first_clause = (uint32_t)set->n_clauses;
	free(set->unit_tokens);
	set->unit_tokens = NULL;
	phrases_release(set);
	free(set->stem_units);
	set->stem_units = NULL;
	return true;
}

/* first_posting[root + 1] becomes where the postings of `root` begin. */
static void place_postings(struct compare_set *set)
{
	for (size_t root = 0; root < set->n_roots; root++)
		set->first_posting[root + 1] += set->first_posting[root];
	size_t n = set->first_posting[set->n_roots + 1] + set->first_posting[set->n_roots];
	set->postings = xcalloc(n + 1, sizeof *set->postings);
}

/* Where a root's postings end moves on until it is where the next one's begin. */
bool postings_fill(struct compare_set *set, size_t *left)
{
	if (!set->postings)
		place_postings(set);
	struct unit_ref ref;
	while (set_next_unit(set, left, &ref)) {
		size_t unit = set_unit_index(set, ref);
		const struct set_unit *of = &set->units[unit];
		for (uint32_t i = of->first_token; i < of[1].first_token; i++) {
			uint32_t root = set->tokens[i].root;
			if (i == of->first_token || set->tokens[i - 1].root != root)
				set->postings[set->first_posting[root + 1]++] = (uint32_t)unit;
		}
	}
	return set->at_text == set->n_texts;
}

size_t posting_from(const struct compare_set *set, size_t low, size_t high, size_t unit)
{
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (set->postings[middle] < unit)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void postings_release(struct compare_set *set)
{
	free(set->units);
	free(set->bounds);
	free(set->unit_tokens);
	free(set->tokens);
	free(set->clauses);
	free(set->first_posting);
	free(set->postings);
	free(set->root_weights);
}
