/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The way back of text/fold.h: in which characters a folded letter can be hidden. "ا" is in أ إ آ
 * ٱ, in joined forms and in every ligature with an alef.
 */
#ifndef TEXT_UNFOLD_H
#define TEXT_UNFOLD_H

#include <stddef.h>
#include <uchar.h>

/* Every character whose fold is not itself, by the letters of its fold. */
struct unfold;

/* Folds each character that there is, once: about a millisecond. */
struct unfold *unfold_new(void);
void unfold_free(struct unfold *unfold);

/* A character, and a letter of what it folds to. */
struct unfolding {
	char32_t letter;
	char32_t from;
};

/* Those of `letter`, `*n` of them, but itself; borrowed. */
const struct unfolding *unfold_of(const struct unfold *unfold, char32_t letter, size_t *n);

#endif
