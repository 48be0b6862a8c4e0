/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How re-anchoring is done: each quote gets candidates (reanchor-find.c), of which one or none is
 * chosen with a view to its neighbours (reanchor-chain.c). Only the reanchor*.c files include it.
 */
#ifndef MODEL_REANCHOR_INTERNAL_H
#define MODEL_REANCHOR_INTERNAL_H

#include "model/reanchor.h"
#include "text/fold.h"

/* A text to search in, whole. */
struct haystack {
	char32_t *cps;
	size_t n_cp;
	struct folded folded;
};

struct candidate {
	struct cp_range range; /* in the haystack; not yet widened to clusters */
	bool verbatim;
	double score;
};

enum { CANDIDATES_MAX = 16 };

/* A score at which nothing elsewhere is likely to be better: no place far away is looked for. */
#define REANCHOR_CLEAR .85

/* The places that a quote could have, each good enough by itself. */
struct candidates {
	struct candidate items[CANDIDATES_MAX];
	size_t n;
};

/*
 * `shift` is how far the quote's neighbours moved: of more places than there is room for, those
 * near the one that this says are kept.
 */
void candidates_find(const struct haystack *hay, const struct reanchor_quote *quote,
		     ptrdiff_t shift, struct candidates *out);

/* Only where the quote stands as it is, folded: without errors, and so much faster. */
void candidates_find_folded(const struct haystack *hay, const struct reanchor_quote *quote,
			    struct candidates *out);

/* The score of `range` (struct reanchored), good enough or not. */
double candidate_score(const struct haystack *hay, const struct reanchor_quote *quote,
		       struct cp_range range);

/*
 * Chooses for each of `n` quotes, given in the order of their old text, one of its candidates:
 * `chosen[i]` is its index, or CHOSEN_NONE where there is none or no sure one.
 */
enum { CHOSEN_NONE = CANDIDATES_MAX };
void candidates_choose(const struct reanchor_quote *const *quotes,
		       const struct candidates *candidates, size_t n, size_t *chosen);

#endif
