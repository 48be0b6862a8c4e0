/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Arabic: a light stem in the manner of light10 (Larkey, Ballesteros and Connell 2007), but what
 * stands before a word, and pronouns after it, are cut only where the set has the word without.
 */
#include "compare/stem-internal.h"

enum { MIN_STEM = 3, SURE_STEM = 4 };

/* Whether the word from `skip` on stands in the set, with an article or without. */
static bool occurs(const struct cutting *word, size_t skip, size_t end)
{
	return cutting_count(word, U"", skip, end, U"") > 0 ||
	       cutting_count(word, U"ال", skip, end, U"") > 0;
}

/* للجنة is of لجنة, whose first letter was written once; للدول of دول. */
static void cut_dative(struct cutting *word)
{
	if (!cutting_begins(word, U"لل", MIN_STEM - 1))
		return;
	bool own = occurs(word, 1, word->n);
	bool other = occurs(word, 2, word->n);
	if (own && !other)
		cutting_skip(word, 1);
	else if (word->n - 2 >= MIN_STEM)
		cutting_skip(word, 2);
}

/* An article that is the beginning of a noun: التزام stands in الالتزام. */
static bool is_own_article(const struct cutting *word)
{
	return cutting_count(word, U"ال", 0, word->n, U"") > 0 &&
	       cutting_count(word, U"", 2, word->n, U"") == 0;
}

/* The article, and conjunctions and prepositions before it. */
static bool cut_article(struct cutting *word)
{
	static const char32_t *const articles[] = {U"وبال", U"وكال", U"فبال", U"وال",
						   U"بال",  U"كال",  U"فال", NULL};
	for (size_t i = 0; articles[i]; i++) {
		size_t n = letters_length(articles[i]);
		if (!cutting_begins(word, articles[i], MIN_STEM))
			continue;
		if (word->n - n >= SURE_STEM || occurs(word, n, word->n)) {
			cutting_skip(word, n);
			return true;
		}
	}
	if (!cutting_begins(word, U"ال", MIN_STEM) || is_own_article(word))
		return false;
	cutting_skip(word, 2);
	return true;
}

/* What is written together with the word after it, and how long that must be. */
static const struct {
	const char32_t *letters;
	size_t min_rest;
	bool verb; /* only before a verb that begins with one of ي ت ن ا */
} proclitics[] = {
	{U"وب", 3, false}, {U"ول", 3, false}, {U"وس", 4, true}, {U"فس", 4, true}, {U"وك", 4, false},
	{U"فل", 4, false}, {U"فب", 4, false}, {U"و", 3, false}, {U"ب", 3, false}, {U"ل", 3, false},
	{U"ف", 4, false},  {U"ك", 4, false},  {U"س", 4, true},
};

enum { N_PROCLITICS = sizeof proclitics / sizeof *proclitics };

static bool begins_verb(char32_t cp)
{
	return cp == U'ي' || cp == U'ت' || cp == U'ن' || cp == U'ا';
}

static bool may_begin(const struct cutting *word, size_t i)
{
	size_t n = letters_length(proclitics[i].letters);
	return cutting_begins(word, proclitics[i].letters, proclitics[i].min_rest) &&
	       (!proclitics[i].verb || begins_verb(word->cps[n]));
}

/* A short rest may be another word by chance: it must stand there as often as the word itself. */
static bool cut_proclitic(struct cutting *word)
{
	enum { RARER = 4 };
	size_t count = cutting_count(word, U"", 0, word->n, U"");
	for (size_t i = 0; i < N_PROCLITICS; i++) {
		size_t n = letters_length(proclitics[i].letters);
		if (!may_begin(word, i))
			continue;
		size_t rest = cutting_count(word, U"", n, word->n, U"");
		size_t enough = word->n - n > SURE_STEM ? (count + RARER - 1) / RARER : count;
		bool often = rest >= enough;
		bool article = cutting_count(word, U"ال", n, word->n, U"") > 0;
		if ((rest > 0 && often) || article) {
			cutting_skip(word, n);
			return true;
		}
	}
	return false;
}

/* Pronouns; the endings of verbs in the past. */
static const char32_t *const pronouns[] = {U"هما", U"كما", U"ها", U"هم", U"هن", U"كم", U"نا",
					   U"ني",  U"وا",  U"ه",  U"ي",  U"ت",  NULL};

/* عزلته is of عزلة, which is written with ه in forms. */
static bool is_feminine(const struct cutting *word, size_t skip, size_t end)
{
	return end >= skip + MIN_STEM && word->cps[end - 1] == U'ت' &&
	       (cutting_count(word, U"", skip, end - 1, U"ه") > 0 ||
		cutting_count(word, U"ال", skip, end - 1, U"ه") > 0);
}

/* A pronoun where what is between it and the first `skip` letters stands in the set. */
static bool cut_pronoun(struct cutting *word, size_t skip, size_t min_rest)
{
	for (size_t i = 0; pronouns[i]; i++) {
		if (!cutting_ends(word, pronouns[i], skip + min_rest))
			continue;
		size_t end = word->n - letters_length(pronouns[i]);
		bool feminine = is_feminine(word, skip, end);
		if (!feminine && !occurs(word, skip, end))
			continue;
		if (feminine)
			word->cps[end - 1] = U'ه';
		cutting_keep(word, end);
		cutting_skip(word, skip);
		return true;
	}
	return false;
}

/* وتشغيله, where تشغيل stands in the set, but neither وتشغيل nor تشغيله. */
static bool cut_both(struct cutting *word)
{
	for (size_t i = 0; i < N_PROCLITICS; i++)
		if (may_begin(word, i) &&
		    cut_pronoun(word, letters_length(proclitics[i].letters), SURE_STEM))
			return true;
	return false;
}

/* يناقش is of ناقش, يستهدف of استهدف, where these stand in the set. */
static void cut_present(struct cutting *word)
{
	if (!cutting_begins(word, U"ي", SURE_STEM))
		return;
	if (cutting_count(word, U"", 1, word->n, U"") > 0)
		cutting_skip(word, 1);
	else if (cutting_count(word, U"ا", 1, word->n, U"") > 0)
		word->cps[0] = U'ا';
}

/*
 * A dual or plural, as far as one can tell: what is left of قانون and بوتين is too short to be a
 * word by itself, unless the set has it.
 */
static bool cut_number(struct cutting *word)
{
	static const char32_t *const endings[] = {U"ان", U"ون", U"ين", NULL};
	static const char32_t *const bears[] = {U"ه", NULL};
	return cutting_cut_ending(word, endings, SURE_STEM) ||
	       cutting_cut_attested(word, endings, MIN_STEM, bears);
}

/* Dual, plural, feminine, of a country, in the accusative. What is left may have another ending. */
static void cut_endings(struct cutting *word)
{
	static const char32_t *const endings[] = {U"تين", U"تان", U"ات", U"يه", U"يا",
						  U"ه",   U"ي",   U"ا",  NULL};
	while (cutting_cut_ending(word, endings, MIN_STEM) || cut_number(word))
		continue;
}

static void cut_clitics(struct cutting *word)
{
	if (cut_article(word)) {
		cut_pronoun(word, 0, MIN_STEM);
		return;
	}
	cut_dative(word);
	if (cut_proclitic(word))
		cut_article(word);
	if (!cut_pronoun(word, 0, MIN_STEM))
		cut_both(word);
}

/* عبدالعاطي is عبد العاطي, where the set has it written so. */
static void cut_servant(struct cutting *word)
{
	if (cutting_begins(word, U"عبدال", MIN_STEM) &&
	    cutting_count(word, U"", 3, word->n, U"") > 0)
		cutting_skip(word, 3);
}

void stem_arabic(struct cutting *word)
{
	cut_servant(word);
	cut_clitics(word);
	cut_present(word);
	cut_endings(word);
}
