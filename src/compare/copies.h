/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Copies: units that have not only words in common, but the same words one after the other. They
 * are found by shingles, runs of three stems, so that a word that was dropped, swapped or spelled
 * otherwise here and there hides nothing. What is said word for word again and again in the set,
 * as a name with its title is, counts for nothing.
 */
#ifndef COMPARE_COPIES_H
#define COMPARE_COPIES_H

#include "compare/link.h"

/*
 * What two texts have word for word: a unit of each, or several that follow each other in both
 * (where one has a full stop and the other has none, fewer of the one).
 */
struct copy {
	struct unit_ref a, b;             /* the first of each; a.text < b.text */
	size_t n_a, n_b;                  /* units, at least 1 */
	struct cp_range range_a, range_b; /* the longest run; of several units, from the first
					     one's to the last one's */
	struct cp_range run_a, run_b;     /* the longest run of all */
	unsigned contained; /* of the shorter side's shingles in the other, of COMPARE_ONE */
	size_t n_run;       /* words of the longest run */
	bool copied; /* contained by .30 or more, or most words in order; else a run of 8 or more */
};

#endif
