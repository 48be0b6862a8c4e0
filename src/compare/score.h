/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How much two units have in common. Their words are matched, each with one of the other's at the
 * most: first those that are the same, then those of one stem, of one root, of one sense
 * (thesaurus.h); of several, the heaviest first. A match counts 1, .95, .5 or .6 of what its two
 * words weigh on average there (a word of a group that counts once weighs less than by itself:
 * tokens.c); the sum is
 *
 *	base / (Wa Wb)^1/4
 *
 * of the units' whole weights W, so it grows with how much is shared, and with how much of each is.
 * Half of the score is that; the other half is the same for the pair of clauses where it is most.
 * It is not bounded by 1. W is 3 at the least, some four words: a heading of two words that a
 * sentence has one of says no more of what it says than another sentence would.
 *
 * No rounding depends on the machine: sums are whole numbers, roots and quotients those of IEEE 754.
 */
#ifndef COMPARE_SCORE_H
#define COMPARE_SCORE_H

#include "compare/link.h"
#include "compare/set-state.h"

/* Two tokens that match, with what they add in SCORE_PART of COMPARE_ONE. */
struct token_match {
	const struct token *a, *b;
	enum match_level level;
	uint32_t weight;
};

enum { SCORE_PART = 40 };

/* Tokens of a unit, by root. */
struct token_run {
	const struct token *items;
	size_t n;
};

/* Appends what matches of two units to out[*n...], which has room for all tokens of the shorter. */
void score_match(const struct compare_set *set, struct token_run a, struct token_run b,
		 struct token_match *out, size_t *n);

struct score {
	unsigned value; /* of COMPARE_ONE */
	unsigned facts; /* what matches, but for senses and what stands aside; of COMPARE_ONE */
};

/* Of two units by their index among all of the set's. */
struct score score_units(const struct compare_set *set, size_t a, size_t b);

#endif
