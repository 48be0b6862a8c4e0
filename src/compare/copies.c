/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/copies.h"

#include <stdlib.h>

#include "compare/copies-internal.h"

enum {
	CONTAINED = COMPARE_ONE * 3 / 10, /* a copy: so much of the shorter one's shingles */
	LEAST_SHARED = 3,                 /* and so many of them */
	HALF = COMPARE_ONE / 2,
	LEAST_ORDERED = 4, /* or else so many words in order, and two of three */
	LONG_RUN = 8,      /* a shared run: so many words */
	/* Words that say something, of all that is in common. */
	LEAST_OF_PARTS = 3,
	LEAST_OF_RUN = 2,
};

static unsigned contained(const struct overlap *overlap)
{
	if (overlap->n_shingles == 0)
		return 0;
	return (unsigned)(overlap->n_shared * COMPARE_ONE / overlap->n_shingles);
}

/*
 * So many shingles that it is not by chance: few, or those of a short phrase and of nothing else,
 * only if they are half of all.
 */
static bool is_contained(const struct overlap *overlap)
{
	bool phrase = overlap->n_shared + SHINGLE - 1 <= overlap->n_run &&
		      overlap->n_run < LONG_RUN;
	bool few = overlap->n_shared < LEAST_SHARED || phrase;
	return overlap->n_shared > 1 && contained(overlap) >= (few ? HALF : CONTAINED);
}

/* Words dropped and swapped in a short sentence leave few shingles, but the order of the rest. */
static bool is_in_order(const struct overlap *overlap)
{
	return overlap->n_ordered >= LEAST_ORDERED &&
	       overlap->n_ordered * 3 >= overlap->n_words * 2;
}

static bool is_copy(const struct overlap *overlap, bool *copied)
{
	bool run = overlap->n_run >= LONG_RUN && overlap->n_content >= LEAST_OF_RUN;
	*copied = (is_contained(overlap) && overlap->n_content >= LEAST_OF_PARTS) ||
		  (is_in_order(overlap) && overlap->n_content > 0);
	return *copied || run;
}

static struct cp_range run_range(const struct compare_set *set, struct unit_ref ref, size_t first,
				 size_t n)
{
	struct word_run words = text_unit_words(compare_set_text(set, ref.text), ref.unit);
	return (struct cp_range){word_range(&words.items[first]).start_cp,
				 word_range(&words.items[first + n - 1]).end_cp};
}

bool copy_between(const struct compare_set *set, const struct overlap_unit *a,
		  const struct overlap_unit *b, struct copy *out)
{
	bool copied;
	struct overlap overlap = overlap_of(set, a, b);
	if (!is_copy(&overlap, &copied))
		return false;
	*out = (struct copy){
		.a = a->ref,
		.b = b->ref,
		.n_a = 1,
		.n_b = 1,
		.range_a = run_range(set, a->ref, overlap.run_a, overlap.n_run),
		.range_b = run_range(set, b->ref, overlap.run_b, overlap.n_run),
		.run_a = run_range(set, a->ref, overlap.run_a, overlap.n_run),
		.run_b = run_range(set, b->ref, overlap.run_b, overlap.n_run),
		.contained = contained(&overlap),
		.n_run = overlap.n_run,
		.copied = copied,
	};
	return true;
}

static int by_place(const void *one, const void *other)
{
	const struct copy *x = one, *y = other;
	if (x->a.unit != y->a.unit)
		return x->a.unit < y->a.unit ? -1 : 1;
	return (x->b.unit > y->b.unit) - (x->b.unit < y->b.unit);
}

/* The copy of these two units; NULL where there is none, or it was joined. */
static struct copy *find_copy(struct copy_list *list, size_t unit_a, size_t unit_b)
{
	struct copy key = {.a.unit = unit_a, .b.unit = unit_b};
	struct copy *found = bsearch(&key, list->items, list->n, sizeof key, by_place);
	return found && found->n_a > 0 ? found : NULL;
}

/* The one that goes on where `copy` ends: in both, or in the one while the other stays. */
static struct copy *find_next(struct copy_list *list, const struct copy *copy)
{
	size_t a = copy->a.unit + copy->n_a, b = copy->b.unit + copy->n_b;
	struct copy *next = find_copy(list, a, b);
	if (!next)
		next = find_copy(list, a, b - 1);
	return next ? next : find_copy(list, a - 1, b);
}

static void join(struct copy *copy, struct copy *next)
{
	copy->n_a = next->a.unit - copy->a.unit + 1;
	copy->n_b = next->b.unit - copy->b.unit + 1;
	if (next->range_a.end_cp > copy->range_a.end_cp)
		copy->range_a.end_cp = next->range_a.end_cp;
	if (next->range_b.end_cp > copy->range_b.end_cp)
		copy->range_b.end_cp = next->range_b.end_cp;
	if (next->n_run > copy->n_run) {
		copy->n_run = next->n_run;
		copy->run_a = next->run_a;
		copy->run_b = next->run_b;
	}
	if (next->contained < copy->contained)
		copy->contained = next->contained;
	next->n_a = 0;
}

void copies_join(struct copy_list *list)
{
	size_t kept = 0;
	for (size_t i = 0; i < list->n; i++) {
		struct copy *copy = &list->items[i];
		for (struct copy *next; copy->n_a > 0 && copy->copied;) {
			next = find_next(list, copy);
			if (!next || !next->copied)
				break;
			join(copy, next);
		}
	}
	for (size_t i = 0; i < list->n; i++)
		if (list->items[i].n_a > 0)
			list->items[kept++] = list->items[i];
	list->n = kept;
}
