/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the words of a built set's texts are in it, for those in this room who compare. */
#ifndef COMPARE_SET_INTERNAL_H
#define COMPARE_SET_INTERNAL_H

#include "compare/set.h"
#include "compare/text-internal.h"

/*
 * What a form is in the set. Two words are the same (MATCH_WORD) where `form` is, of one stem where
 * `stem` is, of one root where `skeleton` is; the latter two never across languages, for words that
 * are not numbers, dates or in Latin letters `form` neither.
 */
struct term {
	uint32_t form, stem, skeleton; /* from 0, each by itself; by first place in the set */
	uint32_t weight;               /* of COMPARE_ONE; 0 of stop words, of words of saying, of signs */
};

/* The term of a word of text `i`; the set's. */
const struct term *set_term(const struct compare_set *set, size_t i, const struct word *word);

/* What a word has in common with all that match it at any level; below set_root_count(). */
uint32_t set_root(const struct compare_set *set, size_t i, const struct word *word);
size_t set_root_count(const struct compare_set *set);

/* Sets aside[i] for words of a unit that say no fact: names with titles, who speaks, when. */
void set_mark_asides(const struct compare_set *set, struct unit_ref ref, bool *aside);

/* Whether few units have words of a root: three a text at most, or one in eight. */
bool set_root_is_rare(const struct compare_set *set, uint32_t root);

/* The units of a text that have words of a root, in order; none of a root that weighs nothing. */
struct root_units {
	const uint32_t *items;
	size_t n;
	size_t text;
};

struct root_units set_root_units(const struct compare_set *set, uint32_t root, size_t text);
struct unit_ref root_unit(const struct compare_set *set, const struct root_units *units, size_t i);

#endif
