/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Persian and Urdu. A non-joiner is no part of a form, so that كتاب‌ها and كتابها are one; what is
 * an ending there is told by the set.
 */
#include "compare/stem-internal.h"

enum { MIN_STEM = 3 };

static const char32_t *const by_itself[] = {NULL};

/* می and نمی before a verb: where the verb stands without it, or with the other one. */
static void cut_persian_prefix(struct cutting *word)
{
	if (cutting_begins(word, U"نمي", MIN_STEM) &&
	    (cutting_count(word, U"", 1, word->n, U"") > 0 ||
	     cutting_count(word, U"", 3, word->n, U"") > 0))
		cutting_skip(word, 3);
	else if (cutting_begins(word, U"مي", MIN_STEM) &&
		 (cutting_count(word, U"", 2, word->n, U"") > 0 ||
		  cutting_count(word, U"ن", 0, word->n, U"") > 0))
		cutting_skip(word, 2);
}

void stem_persian(struct cutting *word)
{
	static const char32_t *const plurals[] = {U"هايشان", U"هايمان", U"هايتان", U"هايش", U"هايم",
						  U"هايت",   U"هايي",   U"هاي",    U"ها",   NULL};
	static const char32_t *const degrees[] = {U"ترين", NULL};
	static const char32_t *const endings[] = {U"شان", U"مان", U"تان", U"گان", U"تر", U"ان",
						  U"ات",  U"اي",  U"يي",  U"ين",  U"ش",  U"م",
						  U"ت",   U"ه",   U"ي",   U"ند",  U"د",  NULL};
	static const char32_t *const silent[] = {U"ه", NULL};
	cut_persian_prefix(word);
	cutting_cut_ending(word, plurals, MIN_STEM);
	cutting_cut_ending(word, degrees, MIN_STEM);
	/* One ending may stand on another: ایرانیان. */
	if (cutting_cut_attested(word, endings, MIN_STEM, silent))
		cutting_cut_attested(word, endings, MIN_STEM, by_itself);
	cutting_cut_ending(word, silent, MIN_STEM);
}

void stem_urdu(struct cutting *word)
{
	static const char32_t *const plurals[] = {U"يون", U"يان", U"يين", U"ون",
						  U"ين",  U"ات",  U"ان",  NULL};
	static const char32_t *const vowels[] = {U"ا", U"ه", U"ي", NULL};
	cutting_cut_attested(word, plurals, MIN_STEM, vowels);
	cutting_cut_ending(word, vowels, MIN_STEM);
}
