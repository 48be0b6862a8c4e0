/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/figures.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/vec.h"
#include "compare/figures-internal.h"

enum {
	MOST = 64,  /* figures of a unit; a table of numbers is not compared row by row */
	BESIDE = 3, /* how far a word may be from a figure to tell what it is of */
};

/* The figures of one of the two units. */
struct side {
	const struct compare_set *set;
	size_t text;
	struct word_run words;
	const struct found_figure *items;
	size_t n;
};

static bool agree(const struct found_figure *a, const struct found_figure *b)
{
	return (a->thing == b->thing || b->thing == FIGURE_ALONE || b->bare) && a->low <= b->high &&
	       b->low <= a->high;
}

/* Whether a figure of the other unit says the same. */
static bool is_borne_out(const struct found_figure *figure, const struct side *other)
{
	for (size_t i = 0; i < other->n; i++)
		if (agree(figure, &other->items[i]))
			return true;
	return false;
}

static size_t count_of(const struct side *side, uint32_t thing)
{
	size_t n = 0;
	for (size_t i = 0; i < side->n; i++)
		n += side->items[i].thing == thing;
	return n;
}

/* The words around a figure, no more than `reach` from it: [first, end). */
static void around(const struct side *side, const struct found_figure *figure, size_t reach,
		   size_t *first, size_t *end)
{
	size_t low = figure->number < figure->noun ? figure->number : figure->noun;
	size_t high = figure->number < figure->noun ? figure->noun : figure->number;
	*first = low > reach ? low - reach : 0;
	*end = reach < side->words.n - high ? high + 1 + reach : side->words.n;
	*end = *end < side->words.n ? *end : side->words.n;
}

/* What a word beside a figure is in the set; 0 of its own words and of those of the topic. */
static uint32_t root_beside(const struct side *side, const struct found_figure *figure, size_t i)
{
	const struct word *word = &side->words.items[i];
	if (i == figure->number || i == figure->noun ||
	    !figure_word_tells(side->set, side->text, word))
		return 0;
	uint32_t root = set_root(side->set, side->text, word);
	return set_root_is_rare(side->set, root) && root != figure->thing ? root + 1 : 0;
}

/* Whether the same word stands beside both, no farther than `reach`. */
static bool are_of_the_same(const struct side *a, const struct found_figure *of_a,
			    const struct side *b, const struct found_figure *of_b, size_t reach)
{
	size_t first_a, end_a, first_b, end_b;
	around(a, of_a, reach, &first_a, &end_a);
	around(b, of_b, reach, &first_b, &end_b);
	for (size_t i = first_a; i < end_a; i++) {
		uint32_t root = root_beside(a, of_a, i);
		for (size_t k = first_b; root > 0 && k < end_b; k++)
			if (root == root_beside(b, of_b, k))
				return true;
	}
	return false;
}

/* Ten times as many are not another count of the same. */
static bool are_of_one_order(const struct found_figure *a, const struct found_figure *b)
{
	enum { ORDER = 10 };
	return a->low / ORDER <= b->high && b->low / ORDER <= a->high;
}

/*
 * Where each unit has one number of a thing, these are compared; where one has several, or the
 * thing measures things of all kinds, only those beside which the same word stands. Units that surely
 * say the same, and have one per cent each, may have that word anywhere.
 */
static bool clash(const struct side *a, const struct found_figure *of_a, const struct side *b,
		  const struct found_figure *of_b, enum band band)
{
	if (of_a->thing != of_b->thing || of_a->thing == FIGURE_ALONE || is_borne_out(of_a, b) ||
	    is_borne_out(of_b, a))
		return false;
	if (!are_of_one_order(of_a, of_b))
		return false;
	bool alone = count_of(a, of_a->thing) == 1 && count_of(b, of_b->thing) == 1;
	bool surely = alone && of_a->thing == FIGURE_PERCENT && band == BAND_STRONG;
	return (alone && !of_a->measure && !of_b->measure) ||
	       are_of_the_same(a, of_a, b, of_b, surely ? SIZE_MAX : BESIDE);
}

static struct side side_of(const struct compare_set *set, struct unit_ref ref,
			   struct unit_figures figures)
{
	const struct compare_text *text = compare_set_text(set, ref.text);
	return (struct side){.set = set,
			     .text = ref.text,
			     .words = text_unit_words(text, ref.unit),
			     .items = figures.items,
			     .n = figures.n < MOST ? figures.n : MOST};
}

/* Whether both have the same number, whatever they count with it. */
static bool share_a_number(const struct side *a, const struct side *b)
{
	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < b->n; k++)
			if (a->items[i].low == b->items[k].low &&
			    a->items[i].high == b->items[k].high)
				return true;
	return false;
}

void figures_clash(const struct compare_set *set, const struct link *link, struct unit_figures of_a,
		   struct unit_figures of_b, struct figure_clashes *out)
{
	struct side a = side_of(set, link->a, of_a), b = side_of(set, link->b, of_b);
	out->n = 0;
	if (link->band == BAND_NONE || (link->band == BAND_WEAK && !share_a_number(&a, &b)))
		return;
	for (size_t i = 0; i < a.n; i++)
		for (size_t k = 0; k < b.n; k++)
			if (clash(&a, &a.items[i], &b, &b.items[k], link->band))
				VEC_PUSH(out->items, out->n, out->cap,
					 ((struct figure_clash){i, k}));
}

static struct cp_range range_of(const struct compare_set *set, struct unit_ref ref, size_t word)
{
	struct word_run words = text_unit_words(compare_set_text(set, ref.text), ref.unit);
	return word_range(&words.items[word]);
}

/* Of each thing the first two that differ. */
static bool is_first(const struct found_figure *figures, const struct figure_clashes *clashes,
		     size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (figures[clashes->items[k].a].thing == figures[clashes->items[i].a].thing)
			return false;
	return true;
}

void compare_figures(const struct compare_set *set, const struct link *link,
		     struct figure_pair_list *out)
{
	struct found_figures of_a = {.items = NULL}, of_b = {.items = NULL};
	struct figure_clashes clashes = {.items = NULL};
	out->n = 0;
	figures_find(set, link->a, MOST, &of_a);
	figures_find(set, link->b, MOST, &of_b);
	figures_clash(set, link, (struct unit_figures){of_a.items, of_a.n},
		      (struct unit_figures){of_b.items, of_b.n}, &clashes);
	for (size_t i = 0; i < clashes.n; i++) {
		const struct found_figure *one = &of_a.items[clashes.items[i].a];
		const struct found_figure *other = &of_b.items[clashes.items[i].b];
		if (!is_first(of_a.items, &clashes, i))
			continue;
		struct figure_pair pair = {
			range_of(set, link->a, one->number), range_of(set, link->a, one->noun),
			range_of(set, link->b, other->number),
			range_of(set, link->b, other->noun)};
		VEC_PUSH(out->items, out->n, out->cap, pair);
	}
	free(of_a.items);
	free(of_b.items);
	free(clashes.items);
}
