/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/score.h"

#include "compare/text-reading.h"

/* Tokens of one root, the heaviest first. */
struct rivals {
	const struct token *items[TOKENS_OF_ROOT];
	size_t n;
	uint32_t taken; /* a bit for each */
};

enum {
	ANY_CLAUSE = -1,
	NO_MATCH = -1,
	LEVELS = MATCH_SENSE + 1,
	ROOT_OF_ONE = 32, /* of COMPARE_ONE: what roots of weights in its parts have too much */
};

static int level_of(const struct compare_set *set, const struct token *a, const struct token *b)
{
	const struct term *x = &set->terms[a->term], *y = &set->terms[b->term];
	if (x->form == y->form)
		return MATCH_WORD;
	if (x->stem == y->stem)
		return MATCH_STEM;
	if (x->skeleton == y->skeleton)
		return MATCH_ROOT;
	return senses_meet(set->senses[a->term], set->senses[b->term]) ? MATCH_SENSE : NO_MATCH;
}

/* In SCORE_PART: a half for the mean, and twentieths for 1, .95, .5 and .6. */
static uint32_t weight_of(const struct token *a, const struct token *b, int level)
{
	static const uint32_t twentieths[LEVELS] = {
		[MATCH_WORD] = 20, [MATCH_STEM] = 19, [MATCH_ROOT] = 10,
		[MATCH_SENSE] = 12};
	return ((uint32_t)a->weight + b->weight) * twentieths[level];
}

static struct rivals rivals_of(const struct token *tokens, size_t n, int clause)
{
	struct rivals rivals = {.n = 0};
	for (size_t i = 0; i < n; i++) {
		if (clause != ANY_CLAUSE && tokens[i].clause != clause)
			continue;
		size_t k = rivals.n++;
		for (; k > 0 && rivals.items[k - 1]->weight < tokens[i].weight; k--)
			rivals.items[k] = rivals.items[k - 1];
		rivals.items[k] = &tokens[i];
	}
	return rivals;
}

/* The first of `b` that is free and matches `a` at that level; b->n where none does. */
static size_t partner(const struct compare_set *set, const struct token *a,
		      const struct rivals *b, int level)
{
	for (size_t i = 0; i < b->n; i++)
		if (!(b->taken >> i & 1) && level_of(set, a, b->items[i]) == level)
			return i;
	return b->n;
}

static void match_rivals(const struct compare_set *set, struct rivals *a, struct rivals *b,
			 struct token_match *out, size_t *n)
{
	for (int level = 0; level < LEVELS; level++) {
		for (size_t i = 0; i < a->n; i++) {
			size_t k = a->taken >> i & 1 ? b->n : partner(set, a->items[i], b, level);
			if (k == b->n)
				continue;
			a->taken |= UINT32_C(1) << i;
			b->taken |= UINT32_C(1) << k;
			out[(*n)++] = (struct token_match){
				a->items[i], b->items[k], (enum match_level)level,
				weight_of(a->items[i], b->items[k], level)};
		}
	}
}

/* How many tokens from `i` on have the root of the first. */
static size_t same_root(struct token_run run, size_t i)
{
	size_t end = i + 1;
	while (end < run.n && run.items[end].root == run.items[i].root)
		end++;
	return end - i;
}

/* Goes to the next root that both have; false without one. */
static bool next_root(struct token_run a, struct token_run b, size_t *i, size_t *k)
{
	while (*i < a.n && *k < b.n && a.items[*i].root != b.items[*k].root) {
		if (a.items[*i].root < b.items[*k].root)
			++*i;
		else
			++*k;
	}
	return *i < a.n && *k < b.n;
}

void score_match(const struct compare_set *set, struct token_run a, struct token_run b,
		 struct token_match *out, size_t *n)
{
	for (size_t i = 0, k = 0; next_root(a, b, &i, &k);) {
		size_t n_a = same_root(a, i), n_b = same_root(b, k);
		struct rivals of_a = rivals_of(a.items + i, n_a, ANY_CLAUSE),
			      of_b = rivals_of(b.items + k, n_b, ANY_CLAUSE);
		match_rivals(set, &of_a, &of_b, out, n);
		i += n_a;
		k += n_b;
	}
}

/* What matches of two units, and of each clause of one with each of the other, in SCORE_PART. */
struct sums {
	uint64_t all, facts;
	uint64_t clauses[TEXT_CLAUSES][TEXT_CLAUSES];
};

/* Beside names and dates, and in a word that both have: of a sense it may be another thing. */
static bool is_fact(const struct token *a, const struct token *b, enum match_level level)
{
	return !a->aside && !b->aside && level != MATCH_SENSE;
}

/* What matches among rivals; those that are facts are added to `*facts`, which may be NULL. */
static uint64_t sum_rivals(const struct compare_set *set, struct rivals a, struct rivals b,
			   uint64_t *facts)
{
	struct token_match matches[TOKENS_OF_ROOT];
	uint64_t all = 0;
	size_t n = 0;
	match_rivals(set, &a, &b, matches, &n);
	for (size_t i = 0; i < n; i++) {
		all += matches[i].weight;
		if (facts && is_fact(matches[i].a, matches[i].b, matches[i].level))
			*facts += matches[i].weight;
	}
	return all;
}

static unsigned clauses_of(const struct token *tokens, size_t n)
{
	unsigned set = 0;
	for (size_t i = 0; i < n; i++)
		set |= 1u << tokens[i].clause;
	return set;
}

/* Several words of one root: in each pair of clauses only those are rivals that stand there. */
static void add_rivals(const struct compare_set *set, struct token_run a, struct token_run b,
		       struct sums *sums)
{
	sums->all += sum_rivals(set, rivals_of(a.items, a.n, ANY_CLAUSE),
				rivals_of(b.items, b.n, ANY_CLAUSE), &sums->facts);
	unsigned in_a = clauses_of(a.items, a.n), in_b = clauses_of(b.items, b.n);
	for (int x = 0; in_a >> x; x++)
		for (int y = 0; in_a >> x & 1 && in_b >> y; y++)
			if (in_b >> y & 1)
				sums->clauses[x][y] += sum_rivals(set,
								  rivals_of(a.items, a.n, x),
								  rivals_of(b.items, b.n, y), NULL);
}

static void add_root(const struct compare_set *set, struct token_run a, struct token_run b,
		     struct sums *sums)
{
	if (a.n > 1 || b.n > 1) {
		add_rivals(set, a, b, sums);
		return;
	}
	int level = level_of(set, a.items, b.items);
	if (level == NO_MATCH)
		return;
	uint32_t weight = weight_of(a.items, b.items, level);
	sums->all += weight;
	sums->facts += is_fact(a.items, b.items, (enum match_level)level) ? weight : 0;
	sums->clauses[a.items->clause][b.items->clause] += weight;
}

static struct token_run tokens_of(const struct compare_set *set, size_t unit)
{
	size_t first = set->units[unit].first_token;
	return (struct token_run){set->tokens + first, set->units[unit + 1].first_token - first};
}

/* base / (Wa Wb)^1/4, where all three are counted in parts of COMPARE_ONE; so is what it returns. */
static double normed(uint64_t base, double root4_a, double root4_b)
{
	return base == 0 ? 0 : (double)base * ROOT_OF_ONE / (root4_a * root4_b) / SCORE_PART;
}

static double best_clauses(const struct compare_set *set, size_t a, size_t b,
			   const struct sums *sums)
{
	const struct set_unit *x = &set->units[a], *y = &set->units[b];
	const double *of_a = set->clauses + x->first_clause, *of_b = set->clauses + y->first_clause;
	double best = 0;
	for (size_t i = 0; i < x[1].first_clause - x->first_clause; i++) {
		for (size_t k = 0; k < y[1].first_clause - y->first_clause; k++) {
			double score = normed(sums->clauses[i][k], of_a[i], of_b[k]);
			best = score > best ? score : best;
		}
	}
	return best;
}

struct score score_units(const struct compare_set *set, size_t a, size_t b)
{
	struct token_run of_a = tokens_of(set, a), of_b = tokens_of(set, b);
	struct sums sums = {.all = 0};
	for (size_t i = 0, k = 0; next_root(of_a, of_b, &i, &k);) {
		struct token_run x = {of_a.items + i, same_root(of_a, i)},
				 y = {of_b.items + k, same_root(of_b, k)};
		add_root(set, x, y, &sums);
		i += x.n;
		k += y.n;
	}
	if (sums.all == 0)
		return (struct score){.value = 0};
	double whole = normed(sums.all, set->units[a].root4, set->units[b].root4);
	return (struct score){
		.value = (unsigned)((whole + best_clauses(set, a, b, &sums)) / 2 + .5),
		.facts = (unsigned)(sums.facts / SCORE_PART),
	};
}
