/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words of a text, for those in this room who compare.
 *
 * Words are those of UAX #29, cut further between letters and digits (أكتوبر2023) and at
 * apostrophes (but not in Hebrew): l'homme is two words. A number, a date or a part of one is one
 * word, however many it is written in (number.h). The signs of per cent and of currencies are words
 * of their own; all else that is no letter or digit is left out.
 *
 * A form is what a word is compared by: its letters folded, or what a number or a date says. Those
 * of a text are kept once, and known by their index.
 */
#ifndef COMPARE_TEXT_INTERNAL_H
#define COMPARE_TEXT_INTERNAL_H

#include <stdint.h>
#include <uchar.h>

#include "compare/lexicon.h"
#include "compare/text.h"

enum word_kind {
	WORD_CONTENT,
	WORD_STOP,   /* says nothing by itself, or is one letter */
	WORD_NUMBER, /* its form is the value: "1250", "3.5", with per cent "5%" */
	WORD_DATE,   /* a month "M2", a weekday "D1", the day "12" and year "2025" beside a month;
		      * a time of day "T23:40" */
	WORD_SIGN,   /* % and currencies; as it is written, ٪ as % */
};

/* What stands between a word and the one before. */
enum word_flags {
	WORD_QUOTED = 1 << 0, /* it is in quotation marks */
	WORD_QUOTE = 1 << 1,  /* the first word of a quotation */
	WORD_PARTED = 1 << 2, /* more than white space is between it and the one before */
	WORD_CUT = 1 << 3,    /* ؛ ، : or the like is between */
	WORD_CLAUSE = 1 << 4, /* the first word of a clause */
	WORD_ASIDE = 1 << 5,  /* of a name with its titles, of who says it, of a date */
	WORD_GROUP = 1 << 6,  /* the first word of such a group */
	WORD_COLON = 1 << 7,  /* a colon between digits is all that is between: 23:40 */
	WORD_DEFINITE = WORD_COLON, /* of a number: it has the article, المضخات الأربع */
};

struct word {
	uint32_t start_cp; /* in the document's stream */
	uint32_t form;     /* index of its form in the text */
	uint16_t n_cp;
	uint8_t kind;      /* enum word_kind */
	uint8_t flags;     /* enum word_flags */
};

/* What is known of a form: of each list of the lexicon, whether it is there; and more. */
enum form_traits {
	FORM_STOP = 1 << LEXICON_STOP,
	FORM_CONNECTIVE = 1 << LEXICON_CONNECTIVE,
	FORM_SAYING = 1 << LEXICON_SAYING,
	FORM_TITLE = 1 << LEXICON_TITLE,
	FORM_TIME = 1 << LEXICON_TIME,
	FORM_SOURCE = 1 << LEXICON_SOURCE,
	FORM_PHRASE_BEGINS = LEXICON_PHRASE_BEGINS,
	FORM_LATIN = LEXICON_PHRASE_BEGINS << 1, /* in Latin letters: compared across languages */
	FORM_KNOWN = LEXICON_PHRASE_BEGINS << 2, /* it was looked up */
};

struct form {
	const char32_t *cps; /* the text's */
	size_t n_cp;
	unsigned traits; /* enum form_traits */
};

/* Words in a row; borrowed from the text. */
struct word_run {
	const struct word *items;
	size_t n;
};

/* Whether it says something: a word, a number, a date. */
static inline bool word_counts(const struct word *word)
{
	return word->kind != WORD_STOP && word->kind != WORD_SIGN;
}

static inline struct cp_range word_range(const struct word *word)
{
	return (struct cp_range){word->start_cp, (size_t)word->start_cp + word->n_cp};
}

/* The words of unit `i`, or of the whole text, in order. */
struct word_run text_unit_words(const struct compare_text *text, size_t i);
struct word_run text_words(const struct compare_text *text);

struct form text_form(const struct compare_text *text, uint32_t form);

#endif
