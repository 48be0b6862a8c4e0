/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Senses: different words that outlets have for one thing, talks and negotiations, مقتل and مصرع.
 * They stand in thesaurus/, a file a language, a sense a line; here each is known by its stem, as
 * of a word that stands alone in its set.
 */
#ifndef COMPARE_THESAURUS_H
#define COMPARE_THESAURUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

#include "compare/language.h"

/* Senses of a word, in order; of two languages none is the same. */
struct senses {
	const uint16_t *items;
	size_t n;
};

/* Those of a stem (stem.h); none of most. */
struct senses thesaurus_senses(enum language language, const char32_t *stem, size_t n);

/* How many senses there are, of all languages; each is below it. */
size_t thesaurus_count(void);

/* Whether two words have a sense in common. */
bool senses_meet(struct senses a, struct senses b);

#endif
