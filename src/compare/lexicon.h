/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is known of words: those that say nothing by themselves, those that join clauses, that say
 * who speaks, what he is, and when. The lists stand in lexicon/, one file a language.
 *
 * Words are forms (form.h), cut at their apostrophes. What a language writes together with a word
 * is cut off where needed (Arabic و ف ب ل ك, Hebrew ו ה ב ל מ ש כ).
 */
#ifndef COMPARE_LEXICON_H
#define COMPARE_LEXICON_H

#include <stdbool.h>
#include <stddef.h>

#include "compare/form.h"
#include "compare/language.h"

enum lexicon_list {
	LEXICON_STOP,       /* words that weigh nothing; connectives are among them */
	LEXICON_CONNECTIVE, /* a clause begins with it: لكن, غير أن, whereas */
	LEXICON_SAYING,     /* someone says: قال, مؤكدا, according to */
	LEXICON_TITLE,      /* offices and titles: رئيس, spokesman; countries' adjectives are not */
	LEXICON_TIME,       /* when: weekdays, months, hours, today, updated, GMT */
	LEXICON_SOURCE,     /* who reports: news agencies, correspondent, by, translated */
	LEXICON_MORE,       /* the number beside it says at least so many: أكثر من, over */
	LEXICON_LESS,       /* at most */
	LEXICON_ABOUT,      /* more or less */
	LEXICON_PART,       /* between a number and what it counts: of the */
	LEXICON_MEASURE,    /* what things of all kinds are counted in: dollars, years, points */
	LEXICON_NUMBERED,   /* the number after it is its name: article 5 */
	LEXICON_CLOCK,      /* the number before it is an hour */
	LEXICON_HALF,       /* and a half */
	LEXICON_AMOUNT,     /* how much it is, whatever it is: reached, rose, value */
	LEXICON_COUNTED,    /* persons and things that a number like a year's counts: people, houses */
	LEXICON_DATED,      /* what such a number behind it is a year by: in, since, عام */
	LEXICON_EVENT,      /* what a number alone right behind it counts: مقتل 12, وإصابة 40 */
	LEXICON_COUNT,
};

enum {
	LEXICON_PHRASE = 4,                     /* words of an entry, at the most */
	LEXICON_PHRASE_BEGINS = 1 << LEXICON_COUNT, /* of traits: an entry's first word */
};

/* Of each list that has the word by itself, its bit (1 << list); and LEXICON_PHRASE_BEGINS. */
unsigned lexicon_traits(enum language language, const char32_t *form, size_t n);

/* Whether a list has the word by itself. */
bool lexicon_has(enum language language, enum lexicon_list list, const char32_t *form, size_t n);

/*
 * How many of the words, from the first one on, are an entry of a list: 2 for غير أن, 1 for لكن; 0
 * where none is. The longest entry counts.
 */
size_t lexicon_match(enum language language, enum lexicon_list list, const struct letters *words,
		     size_t n_words);

#endif
