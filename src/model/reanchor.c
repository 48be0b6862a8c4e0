/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/reanchor.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "model/anchor.h"
#include "model/reanchor-internal.h"

const char *reanchor_state_name(enum reanchor_state state)
{
	static const char *const names[] = {"orphan", "moved", "exact"};
	return names[state];
}

static enum status haystack_init(struct haystack *hay, struct document *doc, struct fault *f)
{
	struct str utf8 = STR_EMPTY;
	*hay = (struct haystack){.cps = NULL};
	enum status status = document_extract(doc, (struct cp_range){0, SIZE_MAX}, &utf8, f);
	if (status == STATUS_OK) {
		hay->cps = utf8_decode(str_cstr(&utf8), utf8.len, &hay->n_cp);
		fold_init(&hay->folded, hay->cps, hay->n_cp);
	}
	str_release(&utf8);
	return status;
}

static void haystack_release(struct haystack *hay)
{
	free(hay->cps);
	folded_release(&hay->folded);
}

/* What is under way for all quotes, in the order of their old text. */
struct work {
	const struct reanchor_quote **quotes;
	struct candidates *candidates;
	size_t *chosen;
	size_t n;
};

/* By their old place; those without one come last. */
static int by_place(const void *a, const void *b)
{
	const struct reanchor_quote *const *px = a, *const *py = b;
	const struct reanchor_quote *x = *px, *y = *py;
	bool known = x->range.start_cp < x->range.end_cp;
	if (known != (y->range.start_cp < y->range.end_cp))
		return known ? -1 : 1;
	if (x->range.start_cp != y->range.start_cp)
		return x->range.start_cp < y->range.start_cp ? -1 : 1;
	if (x->range.end_cp != y->range.end_cp)
		return x->range.end_cp < y->range.end_cp ? -1 : 1;
	/* They are items of one array. */
	return x < y ? -1 : x > y;
}

static void work_init(struct work *work, const struct reanchor_quote *quotes, size_t n)
{
	*work = (struct work){.quotes = xcalloc(n, sizeof *work->quotes),
			      .candidates = xcalloc(n, sizeof *work->candidates),
			      .chosen = xcalloc(n, sizeof *work->chosen),
			      .n = n};
	for (size_t i = 0; i < n; i++)
		work->quotes[i] = &quotes[i];
	qsort(work->quotes, n, sizeof *work->quotes, by_place);
}

static void work_release(struct work *work)
{
	free(work->quotes);
	free(work->candidates);
	free(work->chosen);
}

/* Each quote is expected where the last one that had no choice went. */
static void find_all(struct work *work, const struct haystack *hay)
{
	ptrdiff_t shift = 0;
	for (size_t i = 0; i < work->n; i++) {
		struct candidates *found = &work->candidates[i];
		struct cp_range old = work->quotes[i]->range;
		candidates_find(hay, work->quotes[i], shift, found);
		if (found->n == 1 && old.start_cp < old.end_cp)
			shift = (ptrdiff_t)found->items[0].range.start_cp -
				(ptrdiff_t)old.start_cp;
	}
}

static const struct candidate *chosen_of(const struct work *work, size_t i)
{
	return &work->candidates[i].items[work->chosen[i]];
}

static size_t shared(struct cp_range a, struct cp_range b)
{
	size_t start = a.start_cp > b.start_cp ? a.start_cp : b.start_cp;
	size_t end = a.end_cp < b.end_cp ? a.end_cp : b.end_cp;
	return start < end ? end - start : 0;
}

static size_t shorter(struct cp_range a, struct cp_range b)
{
	size_t n = a.end_cp - a.start_cp, m = b.end_cp - b.start_cp;
	return n < m ? n : m;
}

/* A place chosen, to be sorted. */
struct taken {
	struct cp_range range;
	size_t index; /* in the work */
};

static int by_range(const void *a, const void *b)
{
	const struct taken *x = a, *y = b;
	if (x->range.start_cp != y->range.start_cp)
		return x->range.start_cp < y->range.start_cp ? -1 : 1;
	return x->index < y->index ? -1 : x->index > y->index;
}

/* Two quotes that stood apart want one place: the better one gets it, or neither. */
static void settle(struct work *work, size_t a, size_t b)
{
	struct cp_range new_a = chosen_of(work, a)->range, new_b = chosen_of(work, b)->range;
	struct cp_range old_a = work->quotes[a]->range, old_b = work->quotes[b]->range;
	bool known = old_a.start_cp < old_a.end_cp && old_b.start_cp < old_b.end_cp;
	if (!known || shared(old_a, old_b) > 0 ||
	    2 * shared(new_a, new_b) <= shorter(new_a, new_b))
		return;
	double score_a = chosen_of(work, a)->score, score_b = chosen_of(work, b)->score;
	if (score_a <= score_b)
		work->chosen[a] = CHOSEN_NONE;
	if (score_b <= score_a)
		work->chosen[b] = CHOSEN_NONE;
}

static void settle_all(struct work *work)
{
	struct taken *places = xcalloc(work->n, sizeof *places);
	size_t n = 0;
	for (size_t i = 0; i < work->n; i++)
		if (work->chosen[i] != CHOSEN_NONE)
			places[n++] = (struct taken){chosen_of(work, i)->range, i};
	qsort(places, n, sizeof *places, by_range);
	for (size_t i = 1; i < n; i++)
		if (work->chosen[places[i - 1].index] != CHOSEN_NONE)
			settle(work, places[i - 1].index, places[i].index);
	free(places);
}

/* The range on whole clusters. What grows is not the quote any more. */
static enum status finish(struct document *doc, const struct haystack *hay,
			  const struct reanchor_quote *quote, const struct candidate *candidate,
			  struct reanchored *out, struct fault *f)
{
	bool widened;
	*out = (struct reanchored){.state = REANCHOR_MOVED,
				   .range = candidate->range,
				   .score = candidate->score};
	enum status status = anchor_widen(doc, &out->range, &widened, f);
	if (status != STATUS_OK)
		return status;
	if (widened)
		out->score = candidate_score(hay, quote, out->range);
	out->verbatim = candidate->verbatim && !widened;
	if (out->verbatim && out->range.start_cp == quote->range.start_cp &&
	    out->range.end_cp == quote->range.end_cp)
		out->state = REANCHOR_EXACT;
	return STATUS_OK;
}

enum status reanchor(struct document *doc, const struct reanchor_quote *quotes, size_t n,
		     struct reanchored *out, struct fault *f)
{
	struct haystack hay;
	struct work work;
	enum status status = haystack_init(&hay, doc, f);
	if (status != STATUS_OK)
		return status;
	work_init(&work, quotes, n);
	find_all(&work, &hay);
	candidates_choose(work.quotes, work.candidates, n, work.chosen);
	settle_all(&work);
	for (size_t i = 0; i < n && status == STATUS_OK; i++) {
		struct reanchored *result = &out[work.quotes[i] - quotes];
		*result = (struct reanchored){.state = REANCHOR_ORPHAN};
		if (work.chosen[i] != CHOSEN_NONE)
			status = finish(doc, &hay, work.quotes[i], chosen_of(&work, i), result,
					f);
	}
	work_release(&work);
	haystack_release(&hay);
	return status;
}

/* The best score that a quote has anywhere but at `own`. */
static double best_elsewhere(const struct candidates *candidates, struct cp_range own)
{
	double best = 0;
	for (size_t i = 0; i < candidates->n; i++) {
		const struct candidate *candidate = &candidates->items[i];
		if (shared(candidate->range, own) == 0 && candidate->score > best)
			best = candidate->score;
	}
	return best;
}

/* Whether what stands at `range` of `doc` came from `own` rather than from elsewhere in `old`. */
static enum status comes_from(const struct haystack *old, struct document *doc,
			      struct cp_range range, struct cp_range own, bool *comes,
			      struct fault *f)
{
	struct highlight there = {.exact = NULL};
	struct candidates candidates;
	enum status status = anchor_make(doc, range, &there, f);
	if (status == STATUS_OK) {
		struct reanchor_quote back = {.exact = there.exact,
					      .prefix = there.prefix,
					      .suffix = there.suffix};
		double score = candidate_score(old, &back, own);
		if (score >= REANCHOR_CLEAR)
			candidates_find_folded(old, &back, &candidates);
		else
			candidates_find(old, &back, 0, &candidates);
		*comes = score >= best_elsewhere(&candidates, own);
	}
	highlight_release(&there);
	return status;
}

enum status reanchor_prove(struct document *old, struct document *doc,
			   const struct reanchor_quote *quotes, size_t n,
			   struct reanchored *out, struct fault *f)
{
	struct haystack hay;
	enum status status = haystack_init(&hay, old, f);
	if (status != STATUS_OK)
		return status;
	for (size_t i = 0; i < n && status == STATUS_OK; i++) {
		bool comes = true;
		if (out[i].state != REANCHOR_ORPHAN && out[i].score < 1)
			status = comes_from(&hay, doc, out[i].range, quotes[i].range, &comes, f);
		if (!comes)
			out[i] = (struct reanchored){.state = REANCHOR_ORPHAN};
	}
	haystack_release(&hay);
	return status;
}

enum status reanchor_scores(struct document *doc, const struct reanchor_quote *quotes,
			    const struct cp_range *ranges, size_t n, double *scores,
			    struct fault *f)
{
	struct haystack hay;
	enum status status = haystack_init(&hay, doc, f);
	if (status != STATUS_OK)
		return status;
	for (size_t i = 0; i < n; i++)
		scores[i] = candidate_score(&hay, &quotes[i], ranges[i]);
	haystack_release(&hay);
	return STATUS_OK;
}
