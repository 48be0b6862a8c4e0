/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a word weighs: the less the more units have it (Spärck Jones 1972), from 1 down to 0,
 *
 *	idf(n) = ln((N + 1) / (n + 1/2)) / ln((N + 1) / (1/2)) = 1 - log(2n + 1) / log(2N + 2)
 *
 * of N units in its language, but of 100 at the least: how rare a word is, fewer do not tell. The
 * less of its stem's and its skeleton's. In integers, for the same bytes everywhere.
 * A figure weighs a quarter more: it has no synonyms, so whoever reports it writes it. But small
 * numbers are of many things. That someone says something weighs nothing.
 */
#include <stdlib.h>

#include "base/xalloc.h"
#include "compare/set-state.h"
#include "compare/text-reading.h"

/* In how many units something is, and the last of them (+ 1), so that none counts twice. */
struct spread_count {
	uint32_t n, last;
};

struct spread {
	struct spread_count *stems, *skeletons;
	size_t n_units; /* that can be linked */
	size_t n_of[LANGUAGE_COUNT]; /* of these, in texts of each language */
};

void weights_release(struct compare_set *set)
{
	if (!set->spread)
		return;
	free(set->spread->stems);
	free(set->spread->skeletons);
	free(set->spread);
	set->spread = NULL;
}

static void see(struct spread_count *count, uint32_t unit)
{
	if (count->last != unit) {
		count->last = unit;
		count->n++;
	}
}

static void see_unit(struct compare_set *set, struct unit_ref ref)
{
	struct word_run words = text_unit_words(set->texts[ref.text].text, ref.unit);
	uint32_t unit = (uint32_t)set_unit_index(set, ref) + 1;
	for (size_t i = 0; i < words.n; i++) {
		const struct term *term = set_term(set, ref.text, &words.items[i]);
		see(&set->spread->stems[term->stem], unit);
		see(&set->spread->skeletons[term->skeleton], unit);
	}
	set->spread->n_units++;
	set->spread->n_of[compare_text_language(set->texts[ref.text].text)]++;
}

bool weights_spread(struct compare_set *set, size_t *left)
{
	struct unit_ref ref;
	if (!set->spread) {
		set->spread = xcalloc(1, sizeof *set->spread);
		set->spread->stems = xcalloc(set->stems.n + 1, sizeof(struct spread_count));
		set->spread->skeletons = xcalloc(set->skeletons.n + 1, sizeof(struct spread_count));
	}
	while (set_next_unit(set, left, &ref))
		if (set_is_linked(set, ref))
			see_unit(set, ref);
	return set->at_text == set->n_texts;
}

/* log2(n) in 2^-24, n at least 1 and below 2^32: the digits of the fraction by squaring. */
static uint64_t log2_fixed(uint64_t n)
{
	enum { DIGITS = 24, ONE = 30 };
	uint64_t log = 0;
	unsigned whole = 63 - (unsigned)__builtin_clzll(n);
	uint64_t x = whole >= ONE ? n >> (whole - ONE) : n << (ONE - whole); /* in [1,2) */
	for (unsigned i = 0; i < DIGITS; i++) {
		x = (x * x) >> ONE;
		log <<= 1;
		if (x >> (ONE + 1)) {
			x >>= 1;
			log |= 1;
		}
	}
	return ((uint64_t)whole << DIGITS) | log;
}

static uint32_t idf(size_t n, uint64_t log_all)
{
	uint64_t part = (log2_fixed(2 * n + 1) * COMPARE_ONE + log_all / 2) / log_all;
	return part < COMPARE_ONE ? (uint32_t)(COMPARE_ONE - part) : 0;
}

/* A number of two digits or more. */
static bool is_figure(const struct compare_set *set, const struct term *term)
{
	const struct forms_item *item = &set->forms.items[term - set->terms];
	return item->tag == TERM_NUMBER && item->n_cp > 1;
}

/*
 * log(2N + 2) of the units in a word's language, for an article in another one makes no word rarer.
 * Few units do not tell what is rare.
 */
static uint64_t log_all(const struct compare_set *set, const struct term *term)
{
	enum { FEWEST = 100 };
	uint8_t tag = set->forms.items[term - set->terms].tag;
	bool counted = tag < LANGUAGE_COUNT && set->spread->n_of[tag] > 0;
	size_t n = counted ? set->spread->n_of[tag] : set->spread->n_units;
	return log2_fixed(2 * (n > FEWEST ? n : FEWEST) + 2);
}

static uint32_t weight_of(const struct compare_set *set, const struct term *term)
{
	uint64_t all = log_all(set, term);
	uint32_t stem = idf(set->spread->stems[term->stem].n, all),
		 skeleton = idf(set->spread->skeletons[term->skeleton].n, all);
	uint32_t weight = stem < skeleton ? stem : skeleton;
	return is_figure(set, term) ? weight + weight / 4 : weight;
}

bool weights_give(struct compare_set *set, size_t *left)
{
	for (; set->at < set->n_terms && *left > 0; set->at++, --*left) {
		bool light = set->forms.items[set->at].traits & (FORM_STOP | FORM_SAYING);
		struct term *term = &set->terms[set->at];
		term->weight = light ? 0 : weight_of(set, term);
	}
	if (set->at < set->n_terms)
		return false;
	set->stem_units = xcalloc(set->stems.n + 1, sizeof *set->stem_units);
	for (size_t i = 0; i < set->stems.n; i++)
		set->stem_units[i] = set->spread->stems[i].n;
	weights_release(set);
	return true;
}
