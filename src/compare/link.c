/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/link.h"

#include <stdlib.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "compare/score.h"
#include "compare/text-reading.h"

/* The least score of each band, and what strong takes besides (link.h); of COMPARE_ONE. */
enum {
	LEAST_WEAK = 379,    /* .37 */
	LEAST_LIKELY = 512,  /* .50 */
	LEAST_STRONG = 768,  /* .75 */
	STRONG_FACTS = 1280, /* 1.25: some three words, or phrases, beside names and dates */
	SAME_WORDS = 2,      /* more for the same word for word, before what has others too */
};

static enum band band_of(struct score score)
{
	if (score.value >= LEAST_STRONG && score.facts >= STRONG_FACTS)
		return BAND_STRONG;
	if (score.value >= LEAST_LIKELY)
		return BAND_LIKELY;
	return score.value >= LEAST_WEAK ? BAND_WEAK : BAND_NONE;
}

/* Whether they are the same from the first word to the last, stop words too. */
static bool same_words(const struct compare_set *set, struct unit_ref a, struct unit_ref b)
{
	struct word_run x = text_unit_words(set->texts[a.text].text, a.unit),
			y = text_unit_words(set->texts[b.text].text, b.unit);
	bool same = x.n == y.n;
	for (size_t i = 0; same && i < x.n; i++)
		same = set_term(set, a.text, &x.items[i])->form ==
		       set_term(set, b.text, &y.items[i])->form;
	return same;
}

/* Two units that are the same word for word; one or two words, "Sources:", may be of anything. */
static enum band band_of_same(const struct compare_set *set, struct unit_ref ref)
{
	enum { FEW = 3 };
	return text_unit_words(set->texts[ref.text].text, ref.unit).n < FEW ? BAND_WEAK : BAND_STRONG;
}

static struct link link_of(const struct compare_set *set, struct unit_ref a, struct unit_ref b)
{
	struct score score = score_units(set, set_unit_index(set, a), set_unit_index(set, b));
	struct link link = {.a = a, .b = b, .score = score.value};
	bool same = score.value > 0 && same_words(set, a, b);
	link.score += same ? SAME_WORDS : 0;
	link.same_names = score.value > 0 && score.facts == 0 && !same;
	link.band = same ? band_of_same(set, a) : link.same_names ? BAND_NONE : band_of(score);
	return link;
}

struct link compare_link(const struct compare_set *set, struct unit_ref a, struct unit_ref b)
{
	if (a.text == b.text)
		return (struct link){.a = a, .b = b};
	return link_of(set, a, b);
}

/* Candidates are scored by steps of their bound, the highest first. */
enum { BOUND_STEP = 32, N_STEPS = 256 };

/* A unit that shares something, and what its score is not above. */
struct candidate {
	uint32_t unit; /* of the text */
	uint32_t bound;
	uint32_t next; /* of the same step, + 1; 0 for none */
};

/* The search for the best links of a unit into a text. */
struct search {
	const struct compare_set *set;
	struct unit_ref from;
	size_t to;
	uint32_t *shared; /* by unit of the text: what may match, of COMPARE_ONE */
	struct candidate *candidates;
	size_t n_candidates, cap_candidates;
	uint32_t steps[N_STEPS]; /* the first candidate of each, + 1; the last holds all above */
	struct link *best;       /* best first */
	size_t n_best, max_best;
};

/* Adds what a root that the unit has `n` times may match in each unit that has it. */
static void share_root(struct search *s, uint32_t root, size_t n)
{
	const struct compare_set *set = s->set;
	size_t first_unit = set->texts[s->to].first_unit,
	       end_unit = first_unit + set->texts[s->to].text->n_units;
	uint32_t weight = set->root_weights[root] * (uint32_t)n;
	size_t i = posting_from(set, set->first_posting[root], set->first_posting[root + 1],
				first_unit);
	for (; i < set->first_posting[root + 1] && set->postings[i] < end_unit; i++) {
		uint32_t unit = set->postings[i] - (uint32_t)first_unit;
		if (s->shared[unit] == 0)
			VEC_PUSH(s->candidates, s->n_candidates, s->cap_candidates,
				 (struct candidate){.unit = unit});
		s->shared[unit] += weight;
	}
}

static void share(struct search *s)
{
	const struct set_unit *unit = &s->set->units[set_unit_index(s->set, s->from)];
	const struct token *tokens = s->set->tokens;
	for (uint32_t i = unit->first_token, end; i < unit[1].first_token; i = end) {
		end = i + 1;
		while (end < unit[1].first_token && tokens[end].root == tokens[i].root)
			end++;
		share_root(s, tokens[i].root, end - i);
	}
}

/*
 * No less than the score of two units that share no more than `shared`: base / (Wa Wb)^1/4, with the
 * whole of it in the lightest clauses. The parts of COMPARE_ONE under the roots are 32 too many.
 */
static uint32_t bound_of(struct unit_bound a, struct unit_bound b, uint32_t shared)
{
	const float half_of_32 = 16, rounding = 2 + SAME_WORDS;
	return (uint32_t)((float)shared * half_of_32 * (a.whole * b.whole + a.clause * b.clause) +
			  rounding);
}

static void order(struct search *s)
{
	const struct unit_bound *to = s->set->bounds + s->set->texts[s->to].first_unit;
	struct unit_bound from = s->set->bounds[set_unit_index(s->set, s->from)];
	for (size_t i = 0; i < s->n_candidates; i++) {
		struct candidate *c = &s->candidates[i];
		c->bound = bound_of(from, to[c->unit], s->shared[c->unit]);
		size_t step = c->bound / BOUND_STEP < N_STEPS ? c->bound / BOUND_STEP : N_STEPS - 1;
		c->next = s->steps[step];
		s->steps[step] = (uint32_t)i + 1;
	}
}

static bool is_better(const struct link *a, const struct link *b)
{
	return a->score > b->score || (a->score == b->score && a->b.unit < b->b.unit);
}

static void keep(struct search *s, struct link link)
{
	if (s->n_best == s->max_best && !is_better(&link, &s->best[s->n_best - 1]))
		return;
	size_t i = s->n_best < s->max_best ? s->n_best++ : s->n_best - 1;
	for (; i > 0 && is_better(&link, &s->best[i - 1]); i--)
		s->best[i] = s->best[i - 1];
	s->best[i] = link;
}

/* Whether one of this bound, at the most, can no longer be among the best. */
static bool is_too_low(const struct search *s, uint32_t bound)
{
	return s->n_best == s->max_best && bound < s->best[s->n_best - 1].score;
}

static void score_candidate(struct search *s, const struct candidate *candidate)
{
	if (is_too_low(s, candidate->bound))
		return;
	struct link link = link_of(s->set, s->from, (struct unit_ref){s->to, candidate->unit});
	if (link.score > 0)
		keep(s, link);
}

static void choose(struct search *s)
{
	for (size_t step = N_STEPS; step-- > 0;) {
		bool last = step + 1 == N_STEPS;
		if (!last && is_too_low(s, (uint32_t)(step + 1) * BOUND_STEP - 1))
			return;
		for (uint32_t i = s->steps[step]; i > 0; i = s->candidates[i - 1].next)
			score_candidate(s, &s->candidates[i - 1]);
	}
}

void compare_links(const struct compare_set *set, struct unit_ref from, size_t to, size_t max,
		   struct link_list *out)
{
	size_t n_units = set->texts[to].text->n_units;
	if (from.text == to || max == 0 || n_units == 0)
		return;
	struct search s = {.set = set, .from = from, .to = to};
	s.max_best = max < n_units ? max : n_units;
	s.shared = xcalloc(n_units, sizeof *s.shared);
	share(&s);
	order(&s);
	s.best = xcalloc(s.max_best, sizeof *s.best);
	choose(&s);
	for (size_t i = 0; i < s.n_best; i++)
		VEC_PUSH(out->items, out->n, out->cap, s.best[i]);
	free(s.best);
	free(s.candidates);
	free(s.shared);
}

const char *band_name(enum band band)
{
	static const char *const names[] = {
		[BAND_NONE] = "none",
		[BAND_WEAK] = "weak",
		[BAND_LIKELY] = "likely",
		[BAND_STRONG] = "strong",
	};
	return names[band];
}

const char *match_level_name(enum match_level level)
{
	static const char *const names[] = {
		[MATCH_WORD] = "word",
		[MATCH_STEM] = "stem",
		[MATCH_ROOT] = "root",
		[MATCH_SENSE] = "sense",
	};
	return names[level];
}
