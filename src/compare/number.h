/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers and parts of dates in a row of words, with one value however they are written: in digits
 * of any set, with marks for thousands and the fraction (1,250 ١٬٢٥٠ 1.250 3.5 ٣٫٥), in words
 * (مئتين وخمسين ألف, twenty-five, half a million), both (2.5 مليون); Arabic duals (ساعتان: two, and
 * the noun); months by any of their names, in any language.
 */
#ifndef COMPARE_NUMBER_H
#define COMPARE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include "compare/form.h"
#include "compare/language.h"

enum number_kind {
	NUMBER_COUNT,   /* how many: 1250, 3.5 */
	NUMBER_ORDINAL, /* which one: third, الثالثة; no figure */
	NUMBER_MONTH,   /* value 1 to 12; of calendars other than the Gregorian, 101 and on */
	NUMBER_WEEKDAY, /* value 1 (Monday) to 7 */
};

enum { NUMBER_MAX = 32 };

struct number {
	enum number_kind kind;
	size_t n_words;         /* how many words it takes */
	char value[NUMBER_MAX]; /* "1250", "3.5": no zeros before it or after the fraction */
	bool spelled;           /* in words: what may be less than a figure (one, both) */
	bool percent;           /* with percent in its words or its sign */
	bool definite;          /* a count in words, with the article: الأربع */
	/*
	 * A dual: the number is in the noun itself, whose form in the singular is this (ساعتين:
	 * ساعه); else n_noun_cp is 0. Only nouns that are counted, without the article.
	 */
	size_t n_noun_cp;
	char32_t noun[FORM_MAX];
};

/*
 * The words in a row have no more than white space and the marks inside of numbers between them
 * ("1,250" is one word; what stands behind a comma belongs to another row).
 *
 * The number that begins with the first of `words`, the longest; false where there is none. Words
 * that mostly are none (أحد, the pronoun "one") are none by themselves. A sign of percent is a
 * number's if it stands among the words, as "%".
 */
bool number_read(enum language language, const struct letters *words, size_t n_words,
		 struct number *out);

#endif
