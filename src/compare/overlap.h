/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What two units have in common word for word, by their shingles (Broder 1997): runs of three
 * stems. The same whichever is first.
 */
#ifndef COMPARE_OVERLAP_H
#define COMPARE_OVERLAP_H

#include "compare/set-internal.h"

enum {
	SHINGLE = 3,
	FORMULA = 3, /* what stands so often in a text is a name with its title, or the like */
};

struct overlap {
	size_t n_shingles; /* of the shorter one, without formulas */
	size_t n_shared;   /* of these, those in the other; each as often as it is in both */
	size_t n_content;  /* their words that say something: no stop words, no names */
	/*
	 * Words of the shorter one that belong to no formula, and those of them that the other has
	 * in the same order; none of a long unit, whose shingles tell enough.
	 */
	size_t n_words, n_ordered;
	size_t run_a, run_b; /* where the first of the longest runs in common begins */
	size_t n_run;        /* 0 where no shingle is shared */
};

/* A unit, and how often each of its shingles stands in its text, by the shingle's first word. */
struct overlap_unit {
	struct unit_ref ref;
	const uint8_t *counts;
};

struct overlap overlap_of(const struct compare_set *set, const struct overlap_unit *a,
			  const struct overlap_unit *b);

#endif
