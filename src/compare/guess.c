/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/guess.h"

#include <stdbool.h>

#include "compare/form.h"
#include "compare/lexicon.h"
#include "text/code-point.h"

enum { ENOUGH_WORDS = 2048, FUNCTION_WORD = 2 };

static const struct {
	enum guess_script script;
	enum language language;
} languages[] = {
	/* Where nothing tells, the first one of a script. */
	{GUESS_ARABIC, LANGUAGE_ARABIC}, {GUESS_ARABIC, LANGUAGE_PERSIAN},
	{GUESS_ARABIC, LANGUAGE_URDU},   {GUESS_HEBREW, LANGUAGE_HEBREW},
	{GUESS_CYRILLIC, LANGUAGE_RUSSIAN}, {GUESS_LATIN, LANGUAGE_ENGLISH},
	{GUESS_LATIN, LANGUAGE_FRENCH},  {GUESS_LATIN, LANGUAGE_GERMAN},
	{GUESS_LATIN, LANGUAGE_SPANISH}, {GUESS_LATIN, LANGUAGE_TURKISH},
};

enum { N_LANGUAGES = sizeof languages / sizeof *languages };

/* Letters that some languages of a script have and others have not; OTHER: one we do not know. */
static const struct {
	enum guess_script script;
	enum language language;
	const char32_t *letters;
} letters[] = {
	{GUESS_ARABIC, LANGUAGE_ARABIC, U"ةىكيأإ"},
	{GUESS_ARABIC, LANGUAGE_PERSIAN, U"پچژگکی"},
	{GUESS_ARABIC, LANGUAGE_URDU, U"ٹڈڑںےہھۓپچگکی"},
	{GUESS_ARABIC, LANGUAGE_OTHER, U"ټډړښڼېۍڕڵێۆڭ"},
	{GUESS_CYRILLIC, LANGUAGE_RUSSIAN, U"ыэъё"},
	{GUESS_CYRILLIC, LANGUAGE_OTHER, U"іїєґўјљњћџђѓќѕ"},
	{GUESS_LATIN, LANGUAGE_GERMAN, U"ßäÄ"},
	{GUESS_LATIN, LANGUAGE_SPANISH, U"ñáíóú"},
	{GUESS_LATIN, LANGUAGE_FRENCH, U"èêàâçùœîô"},
	{GUESS_LATIN, LANGUAGE_TURKISH, U"ığşİĞŞ"},
	{GUESS_LATIN, LANGUAGE_OTHER, U"øåąęłżśćčřžůőűãõđ"},
};

static enum guess_script script_of(char32_t cp)
{
	if (form_is_latin(cp))
		return GUESS_LATIN;
	if (is_between(cp, 0x0400, 0x052F))
		return GUESS_CYRILLIC;
	if (is_between(cp, 0x05D0, 0x05F2) || is_between(cp, 0xFB1D, 0xFB4F))
		return GUESS_HEBREW;
	bool digit = is_between(cp, 0x0660, 0x066C) || is_between(cp, 0x06F0, 0x06F9);
	bool arabic = is_between(cp, 0x0620, 0x06D3) || is_between(cp, 0x0750, 0x077F) ||
		      is_between(cp, 0xFB50, 0xFDFF) || is_between(cp, 0xFE70, 0xFEFC);
	return arabic && !digit ? GUESS_ARABIC : GUESS_SCRIPTS;
}

/* The script of a word's first letter. */
static enum guess_script word_script(const char32_t *word, size_t n_cp)
{
	enum guess_script script = GUESS_SCRIPTS;
	for (size_t i = 0; script == GUESS_SCRIPTS && i < n_cp; i++)
		script = script_of(word[i]);
	return script;
}

static void add_letters(struct guess *guess, enum guess_script script, char32_t cp)
{
	for (size_t i = 0; cp >= 0x80 && i < sizeof letters / sizeof *letters; i++) {
		if (letters[i].script != script || !is_one_of(cp, letters[i].letters))
			continue;
		if (letters[i].language == LANGUAGE_OTHER)
			guess->others[script] += FUNCTION_WORD;
		else
			guess->points[letters[i].language]++;
	}
}

void guess_add(struct guess *guess, const char32_t *word, size_t n_cp)
{
	enum guess_script script = word_script(word, n_cp);
	if (script == GUESS_SCRIPTS || guess->n_words >= ENOUGH_WORDS)
		return;
	guess->n_words++;
	guess->words[script]++;
	for (size_t i = 0; i < n_cp; i++)
		add_letters(guess, script, word[i]);
	char32_t form[FORM_MAX];
	size_t n = form_of(word, n_cp, form);
	for (size_t i = 0; i < N_LANGUAGES; i++)
		if (languages[i].script == script &&
		    lexicon_has(languages[i].language, LEXICON_STOP, form, n))
			guess->points[languages[i].language] += FUNCTION_WORD;
}

static enum language best_of(const struct guess *guess, enum guess_script script)
{
	enum language best = LANGUAGE_OTHER;
	unsigned most = guess->others[script];
	for (size_t i = 0; i < N_LANGUAGES; i++)
		if (languages[i].script == script && guess->points[languages[i].language] > most) {
			best = languages[i].language;
			most = guess->points[best];
		}
	return best;
}

enum language guess_article(const struct guess *guess)
{
	enum guess_script script = GUESS_ARABIC;
	for (enum guess_script i = GUESS_ARABIC; i < GUESS_SCRIPTS; i++)
		if (guess->words[i] > guess->words[script])
			script = i;
	return best_of(guess, script);
}

static enum guess_script language_script(enum language language)
{
	for (size_t i = 0; i < N_LANGUAGES; i++)
		if (languages[i].language == language)
			return languages[i].script;
	return GUESS_SCRIPTS;
}

enum language guess_word(const struct guess *guess, enum language article, const char32_t *word,
			 size_t n_cp)
{
	enum guess_script script = word_script(word, n_cp);
	if (script == GUESS_SCRIPTS || script == language_script(article))
		return article;
	return best_of(guess, script);
}
