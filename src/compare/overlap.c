/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/overlap.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

enum { SHORT = 64 }; /* words of a unit in which their order is looked at */

/* One of the two. */
struct side {
	const struct compare_set *set;
	struct unit_ref ref;
	struct word_run words;
	const uint8_t *counts;
	uint32_t *stems; /* of the words */
	uint32_t *order; /* shingles but formulas, by their first word, sorted by what they say */
	size_t n_shingles;
	bool *shared; /* words of shared shingles */
};

static int compare_shingles(const uint32_t *one, const uint32_t *other)
{
	for (size_t i = 0; i < SHINGLE; i++)
		if (one[i] != other[i])
			return one[i] < other[i] ? -1 : 1;
	return 0;
}

/* What a shingle says, then its place. */
static int by_shingle(const void *one, const void *other, void *stems)
{
	uint32_t a = *(const uint32_t *)one, b = *(const uint32_t *)other;
	int order = compare_shingles((uint32_t *)stems + a, (uint32_t *)stems + b);
	return order ? order : (a > b) - (a < b);
}

static void side_init(struct side *side, const struct compare_set *set,
		      const struct overlap_unit *unit)
{
	*side = (struct side){.set = set, .ref = unit->ref, .counts = unit->counts};
	side->words = text_unit_words(compare_set_text(set, unit->ref.text), unit->ref.unit);
	size_t n = side->words.n;
	side->stems = xmalloc((n + 1) * sizeof *side->stems);
	side->order = xmalloc((n + 1) * sizeof *side->order);
	side->shared = xcalloc(n + 1, sizeof *side->shared);
	for (size_t i = 0; i < n; i++)
		side->stems[i] = set_term(set, unit->ref.text, &side->words.items[i])->stem;
	for (size_t i = 0; i + SHINGLE <= n; i++)
		if (side->counts[i] < FORMULA)
			side->order[side->n_shingles++] = (uint32_t)i;
	qsort_r(side->order, side->n_shingles, sizeof *side->order, by_shingle, side->stems);
}

static void side_release(struct side *side)
{
	free(side->stems);
	free(side->order);
	free(side->shared);
}

/* How many shingles from `i` on, in their order, say the same. */
static size_t count_same(const struct side *side, size_t i)
{
	size_t n = 1;
	const uint32_t *first = side->stems + side->order[i];
	while (i + n < side->n_shingles &&
	       compare_shingles(first, side->stems + side->order[i + n]) == 0)
		n++;
	return n;
}

static void mark_shared(struct side *side, size_t i, size_t n)
{
	for (size_t k = i; k < i + n; k++)
		memset(side->shared + side->order[k], true, SHINGLE);
}

/* Whether shingles that both have, and that lead to the same run, begin at these words. */
static bool is_shared(const struct side *a, const struct side *b, size_t p, size_t q)
{
	return a->counts[p] < FORMULA && b->counts[q] < FORMULA &&
	       compare_shingles(a->stems + p, b->stems + q) == 0;
}

/*
 * The run that a shared shingle at `*p` and `*q` is part of: its length, and where it begins; 0
 * where the shingle before leads to it, too.
 */
static size_t run_around(const struct side *a, const struct side *b, size_t *p, size_t *q)
{
	size_t n = SHINGLE;
	for (; *p > 0 && *q > 0 && a->stems[*p - 1] == b->stems[*q - 1]; --*p, --*q, n++)
		if (is_shared(a, b, *p - 1, *q - 1))
			return 0;
	while (*p + n < a->words.n && *q + n < b->words.n && a->stems[*p + n] == b->stems[*q + n])
		n++;
	return n;
}

static void take_run(struct overlap *out, size_t p, size_t q, size_t n)
{
	bool earlier = p != out->run_a ? p < out->run_a : q < out->run_b;
	if (n < out->n_run || (n == out->n_run && !earlier))
		return;
	out->run_a = p;
	out->run_b = q;
	out->n_run = n;
}

/*
 * Of a shingle that both have: in `a` from `i` on, in `b` from `k` on, in their orders. That is fewer
 * than FORMULA in either.
 */
static void find_runs(const struct side *a, size_t i, size_t n_a, const struct side *b, size_t k,
		      size_t n_b, struct overlap *out)
{
	for (size_t x = i; x < i + n_a; x++)
		for (size_t y = k; y < k + n_b; y++) {
			size_t p = a->order[x], q = b->order[y];
			size_t n = run_around(a, b, &p, &q);
			take_run(out, p, q, n);
		}
}

static void share(struct side *a, struct side *b, struct overlap *out)
{
	for (size_t i = 0, k = 0; i < a->n_shingles && k < b->n_shingles;) {
		int order = compare_shingles(a->stems + a->order[i], b->stems + b->order[k]);
		size_t n_a = order > 0 ? 0 : count_same(a, i);
		size_t n_b = order < 0 ? 0 : count_same(b, k);
		if (order == 0) {
			size_t both = n_a < n_b ? n_a : n_b;
			out->n_shared += both;
			mark_shared(a, i, both);
			mark_shared(b, k, both);
			find_runs(a, i, n_a, b, k, n_b, out);
		}
		i += n_a;
		k += n_b;
	}
}

/* Whether a shingle with word `i` stands in its text more often than once. */
static bool is_repeated(const struct side *side, size_t i)
{
	for (size_t k = i < SHINGLE ? 0 : i - SHINGLE + 1; k <= i; k++)
		if (k + SHINGLE <= side->words.n && side->counts[k] > 1)
			return true;
	return false;
}

/*
 * Words of shared shingles that say something. What the set has for a name may only be what was
 * copied, unless the text says it again.
 */
static size_t count_content(const struct side *side)
{
	bool *aside = xcalloc(side->words.n + 1, sizeof *aside);
	size_t n = 0;
	set_mark_asides(side->set, side->ref, aside);
	for (size_t i = 0; i < side->words.n; i++) {
		const struct word *word = &side->words.items[i];
		bool name = word->flags & WORD_ASIDE || (aside[i] && is_repeated(side, i));
		n += side->shared[i] && word->kind != WORD_STOP && !name;
	}
	free(aside);
	return n;
}

/* The stems of the words that belong to no formula; SHORT + 1 of a long unit. */
static size_t plain_stems(const struct side *side, uint32_t stems[SHORT])
{
	size_t n = 0;
	for (size_t i = 0; i < side->words.n; i++) {
		bool plain = true;
		for (size_t k = i < SHINGLE ? 0 : i - SHINGLE + 1; k <= i; k++)
			plain &= k + SHINGLE > side->words.n || side->counts[k] < FORMULA;
		if (plain && n == SHORT)
			return SHORT + 1;
		if (plain)
			stems[n++] = side->stems[i];
	}
	return n;
}

/* The longest common subsequence. */
static void count_ordered(const struct side *a, const struct side *b, struct overlap *out)
{
	uint32_t one[SHORT], other[SHORT];
	uint8_t row[SHORT + 1] = {0};
	size_t n = plain_stems(a, one), m = plain_stems(b, other);
	if (n > SHORT || m > SHORT)
		return;
	for (size_t i = 0; i < n; i++) {
		uint8_t diagonal = 0;
		for (size_t k = 0; k < m; k++) {
			uint8_t above = row[k + 1], best = above > row[k] ? above : row[k];
			row[k + 1] = one[i] == other[k] ? (uint8_t)(diagonal + 1) : best;
			diagonal = above;
		}
	}
	out->n_words = n < m ? n : m;
	out->n_ordered = row[m];
}

struct overlap overlap_of(const struct compare_set *set, const struct overlap_unit *a,
			  const struct overlap_unit *b)
{
	struct overlap out = {.n_shared = 0};
	struct side one, other;
	side_init(&one, set, a);
	side_init(&other, set, b);
	out.n_shingles = one.n_shingles < other.n_shingles ? one.n_shingles : other.n_shingles;
	share(&one, &other, &out);
	size_t n_one = count_content(&one), n_other = count_content(&other);
	out.n_content = n_one > n_other ? n_one : n_other;
	if (out.n_shared > 0)
		count_ordered(&one, &other, &out);
	side_release(&one);
	side_release(&other);
	return out;
}
