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

/* The article alone may be cut for less: ב and ל swallow it. */
static bool is_borne_out(const struct cutting *word, size_t skip)
{
	size_t rest = cutting_count(word, U"", skip, word->n, U"");
	if (rest > 0 && rest >= cutting_count(word, U"", 0, word->n, U""))
		return true;
	if (cutting_count(word, U"ה", skip, word->n, U"") > 0 && word->cps[skip - 1] != U'ה')
		return true;
	return word->cps[0] == U'ה' && skip == 1 && (rest > 0 || stands_with_another(word, skip));
}

static void cut_proclitics(struct cutting *word)
{
	size_t most = 0;
	while (most < LETTERS && most + MIN_STEM < word->n && is_proclitic(word->cps[most]))
		most++;
	for (size_t skip = most; skip > 0; skip--)
		if (is_borne_out(word, skip)) {
			cutting_skip(word, skip);
			return;
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
