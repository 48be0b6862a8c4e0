/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the stemmers of single languages share: a word that is cut at both ends. */
#ifndef COMPARE_STEM_INTERNAL_H
#define COMPARE_STEM_INTERNAL_H

#include <stdbool.h>

#include "compare/stem.h"

/* A word under the knife: its letters that are left. */
struct cutting {
	struct stem_counts counts;
	char32_t cps[FORM_MAX];
	size_t n;
};

/* How often `before` and then the word from `skip` to `end` and then `after` stand in the set. */
size_t cutting_count(const struct cutting *word, const char32_t *before, size_t skip, size_t end,
		     const char32_t *after);

/* Whether it begins or ends with those letters, and at least `min_rest` others are left. */
bool cutting_begins(const struct cutting *word, const char32_t *letters, size_t min_rest);
bool cutting_ends(const struct cutting *word, const char32_t *letters, size_t min_rest);

/* Leaves so many letters at the beginning out; keeps so many. */
void cutting_skip(struct cutting *word, size_t n);
void cutting_keep(struct cutting *word, size_t n);

/* Cuts the first of `endings` (up to NULL) that the word has; false where it has none of them. */
bool cutting_cut_ending(struct cutting *word, const char32_t *const *endings, size_t min_rest);

/* As that, but only where the set has what is left, by itself or with one of `bears` after it. */
bool cutting_cut_attested(struct cutting *word, const char32_t *const *endings, size_t min_rest,
			  const char32_t *const *bears);

size_t letters_length(const char32_t *letters);

void stem_arabic(struct cutting *word);
void stem_persian(struct cutting *word);
void stem_urdu(struct cutting *word);
void stem_hebrew(struct cutting *word);

#endif
