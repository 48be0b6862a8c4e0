/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hebrew: letters before a word are cut where the set has the word without them, or with others. */
#include "compare/stem-internal.h"

enum { MIN_STEM = 3, LETTERS = 3 };

static bool is_proclitic(char32_t cp)
{
	static const char32_t letters[] = U"והבלמשכ";
	size_t i = 0;
	while (letters[i] && letters[i] != cp)
		i++;
	return letters[i];
}

/* Whether the word from `skip` on stands in the set with another letter before it. */
static bool stands_with_another(const struct cutting *word, size_t skip)
{
	static const char32_t *const letters[] = {U"ה", U"ב", U"ל", U"מ", U"ו", U"ש", U"כ", NULL};
	for (size_t i = 0; letters[i]; i++)
		if (letters[i][0] != word->cps[skip - 1] &&
		    cutting_count(word, letters[i], skip, word->n, U"") > 0)
			return true;
	return false;
}

static const char32_t *const noun_endings[] = {U"ימ", U"ות", U"ה", U"ת", U"י", NULL};

/* Whether the set has the word from `skip` on in another number: אוטובוס of האוטובוסים. */
static bool stands_in_another_form(const struct cutting *word, size_t skip)
{
	enum { SURE = 4 };
	size_t end = word->n;
	for (size_t i = 0; noun_endings[i] && end == word->n; i++)
		if (cutting_ends(word, noun_endings[i], skip + SURE))
			end -= letters_length(noun_endings[i]);
	if (end - skip < SURE)
		return false;
	bool found = cutting_count(word, U"", skip, end, U"") > 0;
	for (size_t i = 0; !found && noun_endings[i]; i++)
		found = cutting_count(word, U"", skip, end, noun_endings[i]) > 0;
	return found;
}

/*
 * Whether the last of the first `skip` letters is one that stands before the rest. ב ל and כ take
 * the place of the article, so that the rest may stand in the set with it.
 */
static bool is_borne_out(const struct cutting *word, size_t skip)
{
	char32_t last = word->cps[skip - 1];
	size_t rest = cutting_count(word, U"", skip, word->n, U"");
	if (rest > 0 && rest >= cutting_count(word, U"", 0, word->n, U""))
		return true;
	if ((last == U'ב' || last == U'ל' || last == U'כ') &&
	    cutting_count(word, U"ה", skip, word->n, U"") > 0)
		return true;
	if (last == U'ה' && (rest > 0 || stands_with_another(word, skip)))
		return true;
	return stands_in_another_form(word, skip);
}

/* The shortest that the set bears out, and again: one may stand on another. */
static void cut_proclitics(struct cutting *word)
{
	size_t skip = 1;
	while (skip <= LETTERS && skip + MIN_STEM <= word->n && is_proclitic(word->cps[skip - 1])) {
		if (!is_borne_out(word, skip)) {
			skip++;
			continue;
		}
		cutting_skip(word, skip);
		skip = 1;
	}
}

void stem_hebrew(struct cutting *word)
{
	static const char32_t *const pronouns[] = {U"יהמ", U"יהנ", U"ינו", U"המ", U"הנ", U"נו",
						   U"יו",  U"ו",   NULL};
	static const char32_t *const endings[] = {U"יימ", U"יות", U"ימ", U"ינ", U"ות", U"ית",
						  U"ה",   U"י",   U"ת",  NULL};
	static const char32_t *const bears[] = {U"ה", NULL};
	cut_proclitics(word);
	cutting_cut_attested(word, pronouns, MIN_STEM, bears);
	while (cutting_cut_ending(word, endings, MIN_STEM))
		continue;
}
