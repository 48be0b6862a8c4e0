/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words that two passages have in common, in order: the heaviest such sequence, less what only
 * happens to be in both.
 *
 * A word that is not the same but much of which is (with another clitic or ending, misspelt) counts
 * half at the most.
 */
#include "compare/difference-internal.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"

enum {
	SAME_SCORE = 16,     /* for each letter, up to the word's weight */
	SIMILAR_SCORE = 8,
	LEAST_SHARED = 3,    /* letters that similar words have in common at their ends, */
	LEAST_SIMILAR = 60,  /* and per cent of all */
	SURE_WORDS = 4,      /* so many in a row are never by chance, */
	SURE_WEIGHT = 20,    /* nor so much */
	LEAST_COMMON = 20,   /* per cent, or the two passages are not each other's */
};

/* The words of a group's pieces on one side. */
struct word_list {
	struct version_word *items;
	size_t n, cap;
	const char32_t *forms;
};

/* Two words of a group, by index. */
struct word_pair {
	size_t word[DIFFERENCE_SIDES];
	bool similar;
};

struct word_pairs {
	struct word_pair *items;
	size_t n, cap;
};

static struct word_list words_of(struct difference *d, const struct piece_group *group,
				 enum difference_side side)
{
	struct version *version = &d->version[side];
	struct word_list list = {.items = NULL};
	for (size_t i = group->first[side]; i < group->first[side] + group->n[side]; i++) {
		const struct version_word *words = version_words(version, i);
		for (size_t k = 0; k < version->pieces[i].n_words; k++)
			VEC_PUSH(list.items, list.n, list.cap, words[k]);
	}
	list.forms = version->forms;
	return list;
}

static bool is_same(const struct word_list *a, size_t i, const struct word_list *b, size_t k)
{
	const struct version_word *x = &a->items[i], *y = &b->items[k];
	return x->key == y->key && x->n_form == y->n_form &&
	       memcmp(a->forms + x->form, b->forms + y->form, x->n_form * sizeof(char32_t)) == 0;
}

/* Letters that two words have in common at their ends. */
static size_t shared_letters(const struct word_list *a, size_t i, const struct word_list *b,
			     size_t k)
{
	const char32_t *x = a->forms + a->items[i].form, *y = b->forms + b->items[k].form;
	size_t n_x = a->items[i].n_form, n_y = b->items[k].n_form, head = 0, tail = 0;
	while (head < n_x && head < n_y && x[head] == y[head])
		head++;
	while (head + tail < n_x && head + tail < n_y && x[n_x - 1 - tail] == y[n_y - 1 - tail])
		tail++;
	return head + tail;
}

/* What it is worth that word i of one stands for word k of the other; 0: it does not. */
static unsigned score(const struct word_list *a, size_t i, const struct word_list *b, size_t k)
{
	const struct version_word *x = &a->items[i], *y = &b->items[k];
	unsigned weight = x->weight < y->weight ? x->weight : y->weight;
	if (is_same(a, i, b, k))
		return SAME_SCORE * (weight + 1);
	if (x->n_form < LEAST_SHARED || y->n_form < LEAST_SHARED)
		return 0;
	size_t shared = 2 * shared_letters(a, i, b, k), all = x->n_form + y->n_form;
	if (shared < 2 * LEAST_SHARED || shared * 100 < LEAST_SIMILAR * all)
		return 0;
	return (unsigned)(SIMILAR_SCORE * weight * shared / all);
}

/* A stretch of both lists that is to be laid beside each other. */
struct span {
	size_t start[DIFFERENCE_SIDES], end[DIFFERENCE_SIDES];
};

enum way { WAY_OLD, WAY_NEW, WAY_BOTH };

/*
 * For each pair of places which way is best from there: past the older word, the newer, or both.
 * From behind, so that what is the same comes as early as it can.
 */
static unsigned char *best_ways(const struct word_list *a, const struct word_list *b,
				const struct span *span)
{
	size_t n_old = span->end[SIDE_OLD] - span->start[SIDE_OLD];
	size_t n_new = span->end[SIDE_NEW] - span->start[SIDE_NEW];
	unsigned char *ways = xcalloc(n_old * n_new + 1, sizeof *ways);
	unsigned *after = xcalloc(n_new + 1, sizeof *after);
	unsigned *here = xcalloc(n_new + 1, sizeof *here);
	for (size_t i = n_old; i-- > 0;) {
		here[n_new] = 0;
		for (size_t k = n_new; k-- > 0;) {
			unsigned same = score(a, span->start[SIDE_OLD] + i, b,
					      span->start[SIDE_NEW] + k);
			unsigned best = after[k];
			enum way way = WAY_OLD;
			if (here[k + 1] > best) {
				best = here[k + 1];
				way = WAY_NEW;
			}
			if (same > 0 && same + after[k + 1] >= best) {
				best = same + after[k + 1];
				way = WAY_BOTH;
			}
			here[k] = best;
			ways[i * n_new + k] = (unsigned char)way;
		}
		unsigned *swap = after;
		after = here;
		here = swap;
	}
	free(after);
	free(here);
	return ways;
}

static void add_pair(struct word_pairs *pairs, const struct word_list *a, size_t old,
		     const struct word_list *b, size_t new)
{
	struct word_pair pair = {.word = {old, new}, .similar = !is_same(a, old, b, new)};
	VEC_PUSH(pairs->items, pairs->n, pairs->cap, pair);
}

static void align_span(struct word_pairs *pairs, const struct word_list *a,
		       const struct word_list *b, const struct span *span)
{
	size_t i = span->start[SIDE_OLD], k = span->start[SIDE_NEW];
	size_t n_new = span->end[SIDE_NEW] - k, first_i = i, first_k = k;
	unsigned char *ways = best_ways(a, b, span);
	while (i < span->end[SIDE_OLD] && k < span->end[SIDE_NEW]) {
		enum way way = ways[(i - first_i) * n_new + k - first_k];
		if (way == WAY_BOTH)
			add_pair(pairs, a, i, b, k);
		i += way != WAY_NEW;
		k += way != WAY_OLD;
	}
	free(ways);
}

/* What is the same at the ends needs no table. */
static struct word_pairs align(const struct word_list *a, const struct word_list *b)
{
	struct word_pairs pairs = {.items = NULL};
	size_t n = a->n < b->n ? a->n : b->n, head = 0, tail = 0;
	for (; head < n && is_same(a, head, b, head); head++)
		add_pair(&pairs, a, head, b, head);
	while (head + tail < n && is_same(a, a->n - 1 - tail, b, b->n - 1 - tail))
		tail++;
	struct span span = {.start = {head, head}, .end = {a->n - tail, b->n - tail}};
	align_span(&pairs, a, b, &span);
	for (size_t i = tail; i > 0; i--)
		add_pair(&pairs, a, a->n - i, b, b->n - i);
	return pairs;
}

/* Pairs that follow each other in both texts, and the change before them. */
struct run {
	size_t first, n;                  /* pairs */
	unsigned weight;
	unsigned lost[DIFFERENCE_SIDES];  /* the weight of the change on either side, */
	size_t n_lost[DIFFERENCE_SIDES];  /* and its words */
};

struct runs {
	struct run *items;
	size_t n, cap;
};

static unsigned weigh(const struct word_list *list, size_t from, size_t to)
{
	unsigned weight = 0;
	for (size_t i = from; i < to; i++)
		weight += (unsigned)list->items[i].n_form;
	return weight;
}

/* What stands between pair `i` and the one before; behind the last, where there is no such pair. */
static void weigh_between(struct run *run, const struct word_pairs *pairs, size_t i,
			  const struct word_list lists[DIFFERENCE_SIDES])
{
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
		size_t from = i > 0 ? pairs->items[i - 1].word[side] + 1 : 0;
		size_t to = i < pairs->n ? pairs->items[i].word[side] : lists[side].n;
		run->lost[side] = weigh(&lists[side], from, to);
		run->n_lost[side] = to - from;
	}
}

static bool follows(const struct word_pairs *pairs, size_t i)
{
	return i > 0 && i < pairs->n &&
	       pairs->items[i].word[SIDE_OLD] == pairs->items[i - 1].word[SIDE_OLD] + 1 &&
	       pairs->items[i].word[SIDE_NEW] == pairs->items[i - 1].word[SIDE_NEW] + 1;
}

static unsigned pair_weight(const struct word_pair *pair, const struct word_list *old)
{
	unsigned weight = (unsigned)old->items[pair->word[SIDE_OLD]].n_form;
	return pair->similar ? weight / 2 : weight;
}

/* All runs, and a last one without pairs for what is behind them. */
static struct runs find_runs(const struct word_pairs *pairs,
			     const struct word_list lists[DIFFERENCE_SIDES])
{
	struct runs runs = {.items = NULL};
	for (size_t i = 0; i <= pairs->n; i++) {
		if (!follows(pairs, i)) {
			struct run run = {.first = i};
			weigh_between(&run, pairs, i, lists);
			VEC_PUSH(runs.items, runs.n, runs.cap, run);
		}
		if (i == pairs->n)
			break;
		struct run *last = &runs.items[runs.n - 1];
		last->n++;
		last->weight += pair_weight(&pairs->items[i], &lists[SIDE_OLD]);
	}
	return runs;
}

/* Whether a run is less than a change beside it, in words and in weight. */
static bool is_less(const struct run *run, const struct run *change)
{
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++)
		if (run->n < change->n_lost[side] && run->weight <= change->lost[side])
			return true;
	return false;
}

/* Whether a run is less than what changed before it and after it: it is in both by chance. */
static bool is_chance(const struct run *run, const struct run *next)
{
	return run->n < SURE_WORDS && run->weight < SURE_WEIGHT && is_less(run, run) &&
	       is_less(run, next);
}

/* What run `i` was, and what was lost before it, was lost before the next one. */
static void dissolve(struct runs *runs, size_t i)
{
	struct run *run = &runs->items[i], *next = run + 1;
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
		next->lost[side] += run->lost[side] + run->weight;
		next->n_lost[side] += run->n_lost[side] + run->n;
	}
	memmove(run, next, (runs->n - i - 1) * sizeof *run);
	runs->n--;
}

/* A change that grew may swallow the run before it too. */
static void drop_chance(struct runs *runs)
{
	for (size_t i = 0; i + 1 < runs->n;) {
		if (!is_chance(&runs->items[i], &runs->items[i + 1])) {
			i++;
			continue;
		}
		dissolve(runs, i);
		i -= i > 0;
	}
}

static void clean_up(struct word_pairs *pairs, const struct word_list lists[DIFFERENCE_SIDES])
{
	struct runs runs = find_runs(pairs, lists);
	size_t kept = 0;
	drop_chance(&runs);
	for (size_t i = 0; i < runs.n; i++)
		for (size_t k = 0; k < runs.items[i].n; k++)
			pairs->items[kept++] = pairs->items[runs.items[i].first + k];
	pairs->n = kept;
	free(runs.items);
}

static struct cp_range between(const struct word_list *list, size_t from, size_t to, size_t else_cp)
{
	if (from == to)
		return (struct cp_range){else_cp, else_cp};
	return (struct cp_range){list->items[from].range.start_cp,
				 list->items[to - 1].range.end_cp};
}

static size_t group_end(const struct difference *d, const struct piece_group *group,
			enum difference_side side)
{
	size_t last = group->first[side] + group->n[side] - 1;
	return d->version[side].pieces[last].range.end_cp;
}

/* Pair `i` as a match; behind the last, the group's end. */
static void add_match(struct difference *d, const struct piece_group *group,
		      const struct word_pairs *pairs, size_t i,
		      const struct word_list lists[DIFFERENCE_SIDES])
{
	struct word_match match = {.similar = i < pairs->n && pairs->items[i].similar};
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
		const struct word_list *list = &lists[side];
		size_t from = i > 0 ? pairs->items[i - 1].word[side] + 1 : 0;
		size_t to = i < pairs->n ? pairs->items[i].word[side] : list->n;
		size_t end_cp = group_end(d, group, side);
		match.range[side] = i < pairs->n ? list->items[to].range
						 : (struct cp_range){end_cp, end_cp};
		match.before[side] = between(list, from, to, match.range[side].start_cp);
	}
	VEC_PUSH(d->matches, d->n_matches, d->cap_matches, match);
}

static bool is_worth(const struct word_pairs *pairs, const struct word_list lists[DIFFERENCE_SIDES])
{
	unsigned common = 0;
	for (size_t i = 0; i < pairs->n; i++)
		common += 2 * pair_weight(&pairs->items[i], &lists[SIDE_OLD]);
	return common * 100 >= LEAST_COMMON * (weigh(&lists[SIDE_OLD], 0, lists[SIDE_OLD].n) +
					       weigh(&lists[SIDE_NEW], 0, lists[SIDE_NEW].n));
}

static void match_whole(struct difference *d, const struct piece_group *group)
{
	struct word_match whole = {.similar = false}, last = {.similar = false};
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
		size_t start_cp = d->version[side].pieces[group->first[side]].range.start_cp;
		size_t end_cp = group_end(d, group, side);
		whole.range[side] = (struct cp_range){start_cp, end_cp};
		whole.before[side] = (struct cp_range){start_cp, start_cp};
		last.range[side] = last.before[side] = (struct cp_range){end_cp, end_cp};
	}
	VEC_PUSH(d->matches, d->n_matches, d->cap_matches, whole);
	VEC_PUSH(d->matches, d->n_matches, d->cap_matches, last);
}

static bool is_whole(const struct difference *d, const struct piece_group *group)
{
	struct cp_range range[DIFFERENCE_SIDES];
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++)
		range[side] = (struct cp_range){
			d->version[side].pieces[group->first[side]].range.start_cp,
			group_end(d, group, side)};
	return version_same(d, range);
}

void difference_match_words(struct difference *d, struct piece_group *group)
{
	group->first_match = d->n_matches;
	if (is_whole(d, group)) {
		match_whole(d, group);
		group->n_matches = d->n_matches - group->first_match;
		return;
	}
	struct word_list lists[] = {words_of(d, group, SIDE_OLD), words_of(d, group, SIDE_NEW)};
	struct word_pairs pairs = align(&lists[SIDE_OLD], &lists[SIDE_NEW]);
	clean_up(&pairs, lists);
	if (is_worth(&pairs, lists))
		for (size_t i = 0; i <= pairs.n; i++)
			add_match(d, group, &pairs, i, lists);
	group->n_matches = d->n_matches - group->first_match;
	free(pairs.items);
	free(lists[SIDE_OLD].items);
	free(lists[SIDE_NEW].items);
}
