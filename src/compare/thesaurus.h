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
#include <uchar.h>

#include "compare/language.h"
#include "compare/word-table.h"

/* The senses of a stem (stem.h), in order: none of most. Two languages have none in common. */
struct word_values thesaurus_senses(enum language language, const char32_t *stem, size_t n);

/* How many senses there are, of all languages; each is below it. */
size_t thesaurus_count(void);

/* Whether two words have a sense in common. */
bool senses_meet(struct word_values a, struct word_values b);

#endif
