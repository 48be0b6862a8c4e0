/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which language a text is in, by its first words: the script tells some, letters and function
 * words those that share one (Arabic, Persian, Urdu; English, French, German, Spanish, Turkish).
 * Words of another script than most, such as English sources in an Arabic article, have a language
 * of their own.
 */
#ifndef COMPARE_GUESS_H
#define COMPARE_GUESS_H

#include <stddef.h>
#include <uchar.h>

#include "compare/language.h"

/* Scripts in which more than one word is known. */
enum guess_script {
	GUESS_ARABIC,
	GUESS_HEBREW,
	GUESS_CYRILLIC,
	GUESS_LATIN,
	GUESS_SCRIPTS, /* none of them, or no letter */
};

struct guess {
	unsigned n_words;                /* that were taken */
	unsigned words[GUESS_SCRIPTS];   /* in each script */
	unsigned points[LANGUAGE_COUNT]; /* what speaks for each */
	unsigned others[GUESS_SCRIPTS];  /* what speaks for another language of the script */
};

/*
 * Takes a word of the text as it stands there (not folded). Start from {0}; after the first
 * thousands of words, more change nothing.
 */
void guess_add(struct guess *guess, const char32_t *word, size_t n_cp);

/* The language of most of what was taken; LANGUAGE_OTHER where nothing speaks for any. */
enum language guess_article(const struct guess *guess);

/*
 * The language of a word (or its form) in an article of language `article`: that one if the word is
 * in its script, else the one that the guess has for the word's script. Digits: `article`.
 */
enum language guess_word(const struct guess *guess, enum language article, const char32_t *word,
			 size_t n_cp);

#endif
