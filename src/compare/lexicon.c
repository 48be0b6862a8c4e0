/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/lexicon.h"

#include <string.h>

#include "compare/lexicon-data.h"

enum {
	SAYING = 1 << LEXICON_SAYING,
	ANY = (1 << (LEXICON_COUNT + 1)) - 1,
	NOUN = ANY & ~SAYING, /* what prepositions and articles stand before */
};

/* What is written together with the word after it, and what that may be. */
struct proclitic {
	const char32_t *letters;
	size_t min_rest; /* letters of the word, at least */
	unsigned lists;
	const char32_t *before; /* the word begins with one of these; NULL: with any letter */
};

static const struct proclitic arabic[] = {
	{U"و", 2, ANY, NULL},     {U"ف", 2, ANY, NULL},     {U"ب", 2, NOUN, NULL},
	{U"ل", 2, NOUN, NULL},    {U"ك", 2, NOUN, NULL},    {U"س", 3, SAYING, U"يتن"},
	{U"ال", 3, NOUN, NULL},   {U"لل", 3, NOUN, NULL},   {U"وب", 2, NOUN, NULL},
	{U"ول", 2, NOUN, NULL},   {U"وك", 2, NOUN, NULL},   {U"فب", 2, NOUN, NULL},
	{U"فل", 2, NOUN, NULL},   {U"وس", 3, SAYING, U"يتن"}, {U"وال", 3, NOUN, NULL},
	{U"فال", 3, NOUN, NULL},  {U"بال", 3, NOUN, NULL},  {U"كال", 3, NOUN, NULL},
	{U"ولل", 3, NOUN, NULL},  {U"وبال", 3, NOUN, NULL}, {U"وكال", 3, NOUN, NULL},
	{NULL, 0, 0, NULL},
};

static const struct proclitic hebrew[] = {
	{U"ו", 2, ANY, NULL},   {U"ש", 2, ANY, NULL},   {U"ה", 3, NOUN, NULL},
	{U"ב", 3, NOUN, NULL},  {U"ל", 3, NOUN, NULL},  {U"מ", 3, NOUN, NULL},
	{U"כ", 3, NOUN, NULL},  {U"וה", 3, NOUN, NULL}, {U"וב", 3, NOUN, NULL},
	{U"ול", 3, NOUN, NULL}, {U"ומ", 3, NOUN, NULL}, {U"וכ", 3, NOUN, NULL},
	{U"וש", 2, ANY, NULL},  {U"שה", 3, NOUN, NULL}, {U"שב", 3, NOUN, NULL},
	{U"מה", 3, NOUN, NULL}, {U"כש", 2, ANY, NULL},  {U"כשה", 3, NOUN, NULL},
	{NULL, 0, 0, NULL},
};

static const struct proclitic none[] = {{NULL, 0, 0, NULL}};

static const struct proclitic *proclitics(enum language language)
{
	switch (language) {
	case LANGUAGE_ARABIC: return arabic;
	case LANGUAGE_HEBREW: return hebrew;
	default: return none;
	}
}

bool lexicon_find(const struct word_table *table, const char32_t *entry, size_t n_cp,
		  unsigned *meaning)
{
	struct word_values found = word_table_find(table, entry, n_cp);
	if (found.n > 0)
		*meaning = found.items[0];
	return found.n > 0;
}

size_t lexicon_join(const struct letters *words, size_t n_words, char32_t out[FORM_MAX])
{
	size_t n = 0;
	for (size_t i = 0; i < n_words; i++) {
		if (n + 1 + words[i].n_cp > FORM_MAX)
			return 0;
		if (i > 0)
			out[n++] = '_';
		memcpy(out + n, words[i].cps, words[i].n_cp * sizeof *out);
		n += words[i].n_cp;
	}
	return n;
}

/* Whether the word is that proclitic and another one; the latter begins at `*start`. */
static bool begins_with(const struct proclitic *proclitic, const char32_t *form, size_t n,
			size_t *start)
{
	size_t i = 0;
	while (proclitic->letters[i] && i < n && form[i] == proclitic->letters[i])
		i++;
	*start = i;
	if (proclitic->letters[i] || n - i < proclitic->min_rest)
		return false;
	const char32_t *before = proclitic->before;
	while (before && *before && *before != form[i])
		before++;
	return !before || *before;
}

/* The traits of a word, and where it begins in `form`: behind what is written together with it. */
static unsigned traits_of(enum language language, const char32_t *form, size_t n, size_t *start)
{
	const struct word_table *words = &lexicon_data[language].words;
	unsigned traits = 0;
	*start = 0;
	if (lexicon_find(words, form, n, &traits))
		return traits;
	for (const struct proclitic *p = proclitics(language); p->letters; p++)
		if (begins_with(p, form, n, start) &&
		    lexicon_find(words, form + *start, n - *start, &traits) && traits & p->lists)
			return traits & p->lists;
	*start = 0;
	return 0;
}

unsigned lexicon_traits(enum language language, const char32_t *form, size_t n)
{
	return traits_of(language, form, n, &(size_t){0});
}

bool lexicon_has(enum language language, enum lexicon_list list, const char32_t *form, size_t n)
{
	return lexicon_traits(language, form, n) & 1u << list;
}

size_t lexicon_match(enum language language, enum lexicon_list list, const struct letters *words,
		     size_t n_words)
{
	if (n_words == 0)
		return 0;
	struct letters row[LEXICON_PHRASE];
	size_t start, n = n_words < LEXICON_PHRASE ? n_words : LEXICON_PHRASE;
	unsigned traits = traits_of(language, words[0].cps, words[0].n_cp, &start);
	memcpy(row, words, n * sizeof *row);
	row[0] = (struct letters){words[0].cps + start, words[0].n_cp - start};
	for (; traits & LEXICON_PHRASE_BEGINS && n > 1; n--) {
		char32_t joined[FORM_MAX];
		size_t n_cp = lexicon_join(row, n, joined);
		unsigned lists = 0;
		if (n_cp > 0 && lexicon_find(&lexicon_data[language].words, joined, n_cp, &lists) &&
		    lists & 1u << list)
			return n;
	}
	return traits & 1u << list ? 1 : 0;
}
