/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lists of words in lexicon/, as lexicon-data.py writes them: each table's entries (forms,
 * their words joined by _) in the order of their code points, in one string.
 */
#ifndef COMPARE_LEXICON_DATA_H
#define COMPARE_LEXICON_DATA_H

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

#include "compare/form.h"
#include "compare/language.h"
#include "compare/word-table.h"

/*
 * What an entry of `numbers` means: a kind above LEXICON_VALUE_BITS bits of value, and
 * LEXICON_RARE where the word is mostly another.
 */
enum lexicon_kind {
	LEXICON_NUMBER,  /* value: 0 to 999, added up */
	LEXICON_SCALE,   /* value: a power of ten, by which what is before it is multiplied */
	LEXICON_ORDINAL, /* value: which one */
	LEXICON_DUAL,    /* value: a power of ten, twice: مئتان */
	LEXICON_MONTH,
	LEXICON_WEEKDAY,
	LEXICON_PERCENT,
	LEXICON_AND,
	LEXICON_PAIR,      /* a noun in the dual; value: 1 where it loses a ة */
	LEXICON_THOUSANDS, /* value: how many, in one word: zwanzigtausend */
	LEXICON_FRACTION,  /* value: hundredths; half, one and a half */
	LEXICON_BEGINS, /* the first words of an entry, nothing by themselves */
};

enum { LEXICON_VALUE_BITS = 11, LEXICON_RARE = 1 << 15 };

struct lexicon_data {
	struct word_table words; /* values: bits of enum lexicon_list */
	struct word_table numbers;
};

/* By enum language. */
extern const struct lexicon_data lexicon_data[];

/* The meaning of an entry into `*meaning`; false where the table has no such entry. */
bool lexicon_find(const struct word_table *table, const char32_t *entry, size_t n_cp,
		  unsigned *meaning);

/* The first `n_words` joined by _ ; 0 where they are too long for an entry. */
size_t lexicon_join(const struct letters *words, size_t n_words, char32_t out[FORM_MAX]);

#endif
