/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xalloc.h"
#include "model/approx.h"
#include "model/reanchor-internal.h"

enum {
	CONTEXT_MAX = 256, /* code points of a prefix or suffix that are looked at */
	SPOTS_MAX = 64,    /* places that are judged by their context */
	ERRORS_OF = 10,    /* one error in so many code points */
	/*
	 * Code points that have to agree, of quote and context together: fewer where the context
	 * speaks for the place than where only the quote does. Chance agrees on some ten to
	 * fifteen in a text of a million.
	 */
	NEED_WITH_CONTEXT = 24,
	NEED_ALONE = 40,
	NEED_IN_PLACE = 4, /* that it stands exactly where it stood speaks for itself */
	ERROR_COST = 4,
	WEIGHT_QUOTE = 50,
	WEIGHT_CONTEXT = 20,
	REACH = 8192, /* code points before and after where it should be, looked at first */
};

/* Prefix or suffix, folded; cps[0] is next to the quote. */
struct context {
	char32_t *cps;
	size_t n;
	bool backward; /* a prefix, so read from its end */
	struct approx *approx;
};

struct needle {
	char32_t *cps; /* as it is */
	size_t n_cp;
	struct folded folded;
	struct context before, after;
};

/* A place in the haystack, in folded indexes. */
struct spot {
	size_t from, to;
	size_t errors;
	size_t agrees; /* code points of the context that stand there, without a gap */
	size_t away;   /* from where it is expected */
};

/* The most promising ones, best first. */
struct spots {
	struct spot items[SPOTS_MAX];
	size_t n;
};

static void reverse(char32_t *cps, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		char32_t swap = cps[i];
		cps[i] = cps[n - 1 - i];
		cps[n - 1 - i] = swap;
	}
}

/* `n` code points of the haystack after `at`, or before it from there backwards; the caller's. */
static char32_t *near_by(const struct haystack *hay, size_t at, size_t *n, bool backward)
{
	size_t there = backward ? at : hay->folded.n_cps - at;
	*n = *n < there ? *n : there;
	const char32_t *from = hay->folded.cps + (backward ? at - *n : at);
	char32_t *cps = *n ? (char32_t *)xmemdup(from, *n * sizeof *cps) : NULL;
	if (backward)
		reverse(cps, *n);
	return cps;
}

static void context_init(struct context *context, const char *utf8, bool backward)
{
	struct folded folded;
	fold_init_utf8(&folded, utf8 ? utf8 : "", utf8 ? strlen(utf8) : 0);
	*context = (struct context){.cps = folded.cps, .n = folded.n_cps, .backward = backward};
	if (backward)
		reverse(context->cps, context->n);
	if (context->n > CONTEXT_MAX)
		context->n = CONTEXT_MAX;
	if (context->n > 0)
		context->approx = approx_new(context->cps, context->n);
	free(folded.origin_cp);
}

static void context_release(struct context *context)
{
	free(context->cps);
	approx_free(context->approx);
}

/* Code points that stand in the haystack as in the context, from the quote's end on. */
static size_t context_agrees(const struct context *context, const struct haystack *hay, size_t at)
{
	const char32_t *cps = hay->folded.cps;
	size_t there = context->backward ? at : hay->folded.n_cps - at, n = 0;
	while (n < context->n && n < there &&
	       context->cps[n] == (context->backward ? cps[at - 1 - n] : cps[at + n]))
		n++;
	return n;
}

/* 1 - 2 errors / length, at least 0. */
static double context_likeness(const struct context *context, const struct haystack *hay,
			       size_t at)
{
	if (context->n == 0 || context_agrees(context, hay, at) == context->n)
		return context->n > 0;
	size_t n = context->n + context->n / 2, length;
	char32_t *there = near_by(hay, at, &n, context->backward);
	size_t errors = approx_head(context->approx, there, n, &length);
	free(there);
	return 2 * errors < context->n ? 1 - 2.0 * (double)errors / (double)context->n : 0;
}

static void needle_init(struct needle *needle, const struct reanchor_quote *quote)
{
	*needle = (struct needle){.cps = NULL};
	needle->cps = utf8_decode(quote->exact, strlen(quote->exact), &needle->n_cp);
	fold_init(&needle->folded, needle->cps, needle->n_cp);
	context_init(&needle->before, quote->prefix, true);
	context_init(&needle->after, quote->suffix, false);
}

static void needle_release(struct needle *needle)
{
	free(needle->cps);
	folded_release(&needle->folded);
	context_release(&needle->before);
	context_release(&needle->after);
}

/* The first folded index that comes from code point `cp` or one after it. */
static size_t folded_at(const struct haystack *hay, size_t cp)
{
	size_t low = 0, high = hay->folded.n_cps;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (hay->folded.origin_cp[middle] < cp)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool stands_at(const struct haystack *hay, const struct needle *needle, size_t cp)
{
	return needle->n_cp > 0 && cp <= hay->n_cp && needle->n_cp <= hay->n_cp - cp &&
	       memcmp(hay->cps + cp, needle->cps, needle->n_cp * sizeof *needle->cps) == 0;
}

/* Length of the quote that errors are counted by; a quote of nothing but marks folds to nothing. */
static size_t length_of(const struct needle *needle)
{
	return needle->folded.n_cps ? needle->folded.n_cps : needle->n_cp;
}

/* What is known of a place, and what of it speaks for the place. */
struct verdict {
	double score;
	bool good;
};

static struct verdict judge(const struct haystack *hay, const struct needle *needle,
			    const struct spot *spot, bool verbatim, bool in_place)
{
	double n = (double)length_of(needle), errors = (double)spot->errors;
	double quote = 1 - (errors + (verbatim ? 0 : .5)) / n;
	double before = context_likeness(&needle->before, hay, spot->from);
	double after = context_likeness(&needle->after, hay, spot->to);
	double n_before = (double)needle->before.n, n_after = (double)needle->after.n;
	double weights = WEIGHT_QUOTE + (n_before > 0 ? WEIGHT_CONTEXT : 0) +
			 (n_after > 0 ? WEIGHT_CONTEXT : 0);
	bool known = n_before + n_after > 0, agrees = before >= .5 || after >= .5;
	double need = in_place ? NEED_IN_PLACE : agrees ? NEED_WITH_CONTEXT : NEED_ALONE;
	/* A short text has no more to agree. */
	double all = .75 * (n + n_before + n_after);
	double have = n - ERROR_COST * errors + before * n_before + after * n_after;
	return (struct verdict){
		.score = (WEIGHT_QUOTE * (quote > 0 ? quote : 0) +
			  WEIGHT_CONTEXT * (before + after)) / weights,
		.good = !known ? spot->errors == 0 || have >= NEED_WITH_CONTEXT / 2.0
			       : have >= (need < all ? need : all),
	};
}

static struct cp_range verbatim_range(const struct needle *needle, size_t start_cp)
{
	return (struct cp_range){start_cp, start_cp + needle->n_cp};
}

/* The quote at `start_cp`, where it stands there between all that is known to be around it. */
static bool find_sure(const struct haystack *hay, const struct needle *needle, size_t start_cp,
		      struct candidates *out)
{
	if (!stands_at(hay, needle, start_cp))
		return false;
	struct cp_range range = verbatim_range(needle, start_cp);
	struct spot spot = {folded_at(hay, range.start_cp), folded_at(hay, range.end_cp), 0, 0, 0};
	if (context_agrees(&needle->before, hay, spot.from) < needle->before.n ||
	    context_agrees(&needle->after, hay, spot.to) < needle->after.n)
		return false;
	*out = (struct candidates){.items = {{range, true, 1}}, .n = 1};
	return true;
}

/* Fewer errors, more context, nearer, earlier. */
static bool is_better(const struct spot *a, const struct spot *b)
{
	size_t for_a = a->agrees + ERROR_COST * b->errors;
	size_t for_b = b->agrees + ERROR_COST * a->errors;
	if (for_a != for_b)
		return for_a > for_b;
	return a->away != b->away ? a->away < b->away : a->from < b->from;
}

static void spots_add(struct spots *spots, const struct spot *spot)
{
	if (spots->n == SPOTS_MAX && !is_better(spot, &spots->items[SPOTS_MAX - 1]))
		return;
	size_t at = spots->n < SPOTS_MAX ? spots->n++ : SPOTS_MAX - 1;
	for (; at > 0 && is_better(spot, &spots->items[at - 1]); at--)
		spots->items[at] = spots->items[at - 1];
	spots->items[at] = *spot;
}

/* A search for one quote. */
struct search {
	const struct haystack *hay;
	const struct needle *needle;
	bool known;         /* it is known where it stood, */
	size_t old_cp;      /* here, */
	size_t expected_cp; /* and should begin now */
	size_t low, high;   /* folded indexes: what is searched */
	struct spots spots;
};

static void note_spot(struct search *s, struct spot spot)
{
	const struct folded *folded = &s->hay->folded;
	size_t cp = folded->origin_cp[spot.from];
	spot.agrees = context_agrees(&s->needle->before, s->hay, spot.from) +
		      context_agrees(&s->needle->after, s->hay, spot.to);
	if (s->known)
		spot.away = cp < s->expected_cp ? s->expected_cp - cp : cp - s->expected_cp;
	spots_add(&s->spots, &spot);
}

static void find_folded(struct search *s)
{
	const struct folded *needle = &s->needle->folded;
	const struct folded part = {.cps = s->hay->folded.cps + s->low,
				    .n_cps = s->high - s->low};
	for (size_t at = fold_find(&part, needle, 0); at < part.n_cps;
	     at = fold_find(&part, needle, at + 1))
		note_spot(s, (struct spot){.from = s->low + at,
					   .to = s->low + at + needle->n_cps});
}

/* A long quote is looked for by pieces as equal as can be: which is the `index`th. */
static struct cp_range piece_of(const struct needle *needle, size_t index)
{
	size_t n = needle->folded.n_cps, n_pieces = (n + APPROX_MAX - 1) / APPROX_MAX;
	return (struct cp_range){n * index / n_pieces, n * (index + 1) / n_pieces};
}

static struct approx *piece_new(const struct needle *needle, struct cp_range piece)
{
	return approx_new(needle->folded.cps + piece.start_cp, piece.end_cp - piece.start_cp);
}

/*
 * Errors of the quote against the haystack from `from` on, at most to `limit`, and where it ends
 * there. Of a long quote they are counted piece after piece: perhaps some too many, none too few.
 */
static size_t errors_from(const struct haystack *hay, const struct needle *needle, size_t from,
			  size_t limit, size_t *to)
{
	size_t errors = 0, slack = needle->folded.n_cps / ERRORS_OF;
	struct cp_range piece = {0, 0};
	*to = from;
	for (size_t i = 0; piece.end_cp < needle->folded.n_cps; i++) {
		piece = piece_of(needle, i);
		struct approx *approx = piece_new(needle, piece);
		size_t n = piece.end_cp - piece.start_cp + slack, length;
		n = n < limit - *to ? n : limit - *to;
		errors += approx_head(approx, hay->folded.cps + *to, n, &length);
		*to += length;
		approx_free(approx);
	}
	return errors;
}

/* Where the first piece begins that ends at `end`, found by reading both backwards. */
static size_t start_of(const struct haystack *hay, struct approx *reversed, size_t n, size_t end)
{
	size_t window = n + n / ERRORS_OF, length;
	char32_t *there = near_by(hay, end, &window, true);
	approx_head(reversed, there, window, &length);
	free(there);
	return end - length;
}

static struct approx *reversed_new(const struct needle *needle, struct cp_range piece)
{
	size_t n = piece.end_cp - piece.start_cp;
	char32_t *cps = (char32_t *)xmemdup(needle->folded.cps + piece.start_cp, n * sizeof *cps);
	reverse(cps, n);
	struct approx *reversed = approx_new(cps, n);
	free(cps);
	return reversed;
}

static int by_errors(const void *a, const void *b)
{
	const struct approx_hit *x = a, *y = b;
	if (x->errors != y->errors)
		return x->errors < y->errors ? -1 : 1;
	return x->end < y->end ? -1 : x->end > y->end;
}

/* Notes the places that the best of `hits`, the ends of the quote's first piece, lead to. */
static void note_hits(struct search *s, struct approx_hit *hits, size_t n_hits,
		      struct cp_range piece)
{
	struct approx *reversed = reversed_new(s->needle, piece);
	size_t n = s->needle->folded.n_cps;
	qsort(hits, n_hits, sizeof *hits, by_errors);
	for (size_t i = 0; i < n_hits && i < SPOTS_MAX; i++) {
		struct spot spot = {0};
		spot.from = start_of(s->hay, reversed, piece.end_cp, s->low + hits[i].end);
		spot.errors = errors_from(s->hay, s->needle, spot.from, s->hay->folded.n_cps,
					  &spot.to);
		if (spot.errors <= n / ERRORS_OF && spot.from < spot.to)
			note_spot(s, spot);
	}
	approx_free(reversed);
}

static void find_fuzzy(struct search *s)
{
	struct cp_range piece = piece_of(s->needle, 0);
	struct approx *approx = piece_new(s->needle, piece);
	struct approx_hit *hits;
	size_t n_hits = approx_find(approx, s->hay->folded.cps + s->low, s->high - s->low,
				    piece.end_cp / ERRORS_OF, &hits);
	if (n_hits > 0)
		note_hits(s, hits, n_hits, piece);
	free(hits);
	approx_free(approx);
}

static struct candidate candidate_of(const struct search *s, const struct spot *spot)
{
	const struct folded *folded = &s->needle->folded;
	struct cp_range range = fold_origin(&s->hay->folded, spot->from, spot->to - spot->from);
	/* What vanishes before the first letter of the quote is of the quote. */
	size_t lead = folded->n_cps ? folded->origin_cp[0] : 0;
	bool verbatim = range.start_cp >= lead &&
			stands_at(s->hay, s->needle, range.start_cp - lead);
	if (verbatim)
		range = verbatim_range(s->needle, range.start_cp - lead);
	return (struct candidate){.range = range, .verbatim = verbatim};
}

/* Of places that overlap, two readings of one, the better. */
static void keep(struct candidates *out, struct candidate candidate)
{
	for (size_t i = 0; i < out->n; i++) {
		struct candidate *there = &out->items[i];
		if (!cp_ranges_overlap(there->range, candidate.range))
			continue;
		if (candidate.score > there->score)
			*there = candidate;
		return;
	}
	if (out->n < CANDIDATES_MAX)
		out->items[out->n++] = candidate;
}

/* Of the places noted, those that are good enough. */
static void judge_all(const struct search *s, struct candidates *out)
{
	for (size_t i = 0; i < s->spots.n; i++) {
		const struct spot *spot = &s->spots.items[i];
		struct candidate candidate = candidate_of(s, spot);
		bool in_place = candidate.verbatim && s->known &&
				candidate.range.start_cp == s->old_cp;
		struct verdict verdict =
			judge(s->hay, s->needle, spot, candidate.verbatim, in_place);
		candidate.score = verdict.score;
		if (verdict.good && candidate.range.start_cp < candidate.range.end_cp)
			keep(out, candidate);
	}
}

/* Between folded `low` and `high`. */
static void find_between(struct search *s, size_t low, size_t high, struct candidates *out)
{
	s->low = low;
	s->high = high;
	s->spots.n = out->n = 0;
	find_folded(s);
	judge_all(s, out);
	if (out->n > 0 || s->needle->folded.n_cps < ERRORS_OF)
		return;
	s->spots.n = 0;
	find_fuzzy(s);
	judge_all(s, out);
}

/*
 * Most quotes of a changed text are near where their neighbours say. What is found there is enough
 * where it is clear and alone.
 */
static bool find_near(struct search *s, struct candidates *out)
{
	size_t at = folded_at(s->hay, s->expected_cp), n = s->hay->folded.n_cps;
	size_t reach = REACH + s->needle->folded.n_cps;
	find_between(s, at > reach ? at - reach : 0, n - at > reach ? at + reach : n, out);
	return out->n == 1 && out->items[0].score >= REANCHOR_CLEAR;
}

static bool is_known(struct cp_range range)
{
	return range.start_cp < range.end_cp;
}

/* `cp` moved by `shift`, not before the text's beginning. */
static size_t moved(size_t cp, ptrdiff_t shift)
{
	size_t by = shift < 0 ? (size_t)-shift : (size_t)shift;
	if (shift < 0)
		return cp > by ? cp - by : 0;
	return cp + by;
}

void candidates_find(const struct haystack *hay, const struct reanchor_quote *quote,
		     ptrdiff_t shift, struct candidates *out)
{
	struct needle needle;
	bool known = is_known(quote->range);
	needle_init(&needle, quote);
	struct search s = {.hay = hay,
			   .needle = &needle,
			   .known = known,
			   .old_cp = quote->range.start_cp,
			   .expected_cp = moved(quote->range.start_cp, shift)};
	bool context = needle.before.n + needle.after.n > 0;
	*out = (struct candidates){.n = 0};
	bool found = known && (find_sure(hay, &needle, quote->range.start_cp, out) ||
			       (context && find_sure(hay, &needle, s.expected_cp, out)));
	if (!found && needle.n_cp > 0 && !(known && find_near(&s, out)))
		find_between(&s, 0, hay->folded.n_cps, out);
	needle_release(&needle);
}

void candidates_find_folded(const struct haystack *hay, const struct reanchor_quote *quote,
			    struct candidates *out)
{
	struct needle needle;
	needle_init(&needle, quote);
	struct search s = {.hay = hay, .needle = &needle, .high = hay->folded.n_cps};
	*out = (struct candidates){.n = 0};
	find_folded(&s);
	judge_all(&s, out);
	needle_release(&needle);
}

/* Errors between the quote and all of the haystack from `from` to `to`. */
static size_t errors_between(const struct haystack *hay, const struct needle *needle, size_t from,
			     size_t to)
{
	size_t n = needle->folded.n_cps, end = from;
	if (n == 0 || to - from > 2 * n)
		return n + (to - from);
	size_t errors = errors_from(hay, needle, from, to, &end);
	if (n > APPROX_MAX)
		return errors + (to - end);
	struct approx *approx = piece_new(needle, piece_of(needle, 0));
	errors = approx_distance(approx, hay->folded.cps + from, to - from);
	approx_free(approx);
	return errors;
}

double candidate_score(const struct haystack *hay, const struct reanchor_quote *quote,
		       struct cp_range range)
{
	struct needle needle;
	needle_init(&needle, quote);
	bool verbatim = range.end_cp - range.start_cp == needle.n_cp &&
			stands_at(hay, &needle, range.start_cp);
	struct spot spot = {.from = folded_at(hay, range.start_cp),
			    .to = folded_at(hay, range.end_cp)};
	spot.errors = verbatim ? 0 : errors_between(hay, &needle, spot.from, spot.to);
	double score = judge(hay, &needle, &spot, verbatim, false).score;
	needle_release(&needle);
	return score;
}
