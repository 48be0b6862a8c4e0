/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words that always come together: a name and its titles, an office, a place of two words. Sentences
 * that say different things share them whole, so all of such a phrase carries one fact and counts
 * once; and who says it, or when, is no fact of what is said.
 *
 * A phrase is a chain of words, one right after the other, each pair of which stands in two thirds of
 * the units that have the rarer of the two: in two units at least, if the chain has a title in it;
 * else in four, and in more units than texts. For a phrase that each article has in one sentence is
 * rather what they all report, and one that an article repeats a name of what it reports on. After a
 * title, a word that stands before such a pair, or begins one, goes with them: what the office is of
 * (الرئيس الأوكراني فولوديمير زيلينسكي), in whatever spelling.
 */
#ifndef COMPARE_PHRASES_H
#define COMPARE_PHRASES_H

#include "compare/set-state.h"

/* A stage of building, as those in set-state.h: counts the pairs. */
bool phrases_count(struct compare_set *set, size_t *left);
void phrases_release(struct compare_set *set);

/*
 * Gives a unit's tokens, which are in the order of its words, their group (the index of its first
 * word) and whether they stand aside.
 */
void phrases_group(const struct compare_set *set, struct unit_ref ref, struct token *tokens,
		   size_t n);

#endif
