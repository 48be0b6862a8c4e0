/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Re-anchoring: where the quotes of an earlier text, or of another program's file, stand in this
 * one. What was found is a proposal with a score, and a person accepts it; what was not is an
 * orphan, and no place is better than a wrong one.
 *
 * Tried in this order: the quote at its old place; the quote elsewhere; the quote folded
 * (text/fold.h: case, Arabic marks, hamza, tatweel, digits); the folded quote with at most one
 * error in ten code points (insertions, deletions, substitutions: Myers 1999, model/approx.h). A
 * quote of which folding leaves nothing is found only where it stood.
 * Where a quote stands several times, what stood before and after it decides (as Hypothesis weighs
 * it: quote 50, prefix 20, suffix 20), and then its neighbours: quotes of one text that stood
 * together move together, so that a repeated sentence goes to the right one of its twins. Two
 * places that are as good as each other are none.
 *
 * The result depends on nothing but what is given. Time is linear in the text for each quote; the
 * whole text is held in memory meanwhile, some twenty bytes a code point.
 */
#ifndef MODEL_REANCHOR_H
#define MODEL_REANCHOR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "text/document.h"

/* A quote that looks for its place. Strings are UTF-8 and borrowed. */
struct reanchor_quote {
	const char *exact;
	const char *prefix, *suffix; /* as much as is known, of any length; NULL or "": nothing */
	struct cp_range range;       /* where it stood, in code points; empty: not known */
};

enum reanchor_state {
	REANCHOR_ORPHAN, /* no place, or no sure one */
	REANCHOR_MOVED,  /* somewhere else, or with changes */
	REANCHOR_EXACT,  /* the quote stands at its old range, code point by code point */
};

struct reanchored {
	enum reanchor_state state;
	struct cp_range range; /* in the document; whole grapheme clusters; empty for an orphan */
	bool verbatim;         /* the text of `range` is the quote, code point by code point */
	/*
	 * How much of what is known stands there, 0 to 1: (50 q + 20 p + 20 s) / (the weights of
	 * what is known). q is 1 - errors / length of the folded quote, where all that folding
	 * hides counts as half an error; p and s are 1 - 2 errors / length of prefix and suffix,
	 * folded, at least 0. So 1 is the quote unchanged between what stood around it.
	 */
	double score;
};

/* "exact", "moved", "orphan": the values of anchor_state. */
const char *reanchor_state_name(enum reanchor_state state);

/*
 * The places of `n` quotes of one text in `doc`, `out[i]` that of `quotes[i]`, in any order. Fails
 * only where the text cannot be read.
 */
enum status reanchor(struct document *doc, const struct reanchor_quote *quotes, size_t n,
		     struct reanchored *out, struct fault *f) MUST_USE;

/*
 * Asks the other way round, where the old text is at hand: what stands at a place that was found,
 * does it not come from somewhere else in `old`? The sentence is deleted, say, and its twin is
 * still there: then the place is the twin's, and the quote is an orphan after all. `out` is what
 * reanchor() made of `quotes` in `doc`.
 */
enum status reanchor_prove(struct document *old, struct document *doc,
			   const struct reanchor_quote *quotes, size_t n,
			   struct reanchored *out, struct fault *f) MUST_USE;

/* The scores of places that somebody chose: `scores[i]` of `quotes[i]` at `ranges[i]`. */
enum status reanchor_scores(struct document *doc, const struct reanchor_quote *quotes,
			    const struct cp_range *ranges, size_t n, double *scores,
			    struct fault *f) MUST_USE;

#endif
