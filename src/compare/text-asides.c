/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands in a unit beside what it says: who says it (قال المتحدث باسم الوزارة فلان إن), and
 * when (الثلاثاء 12 فبراير 2025).
 */
#include <string.h>

#include "compare/text-reading.h"

/* What is said begins with one of these, in their languages; no others have such a word's letters. */
static bool begins_speech(const struct compare_text *text, const struct word *word)
{
	static const char32_t *const words[] = {
		U"ان",	U"انه",	 U"انها", U"انهم", U"انهما", U"اننا", U"انني", U"اني", U"بان",
		U"بانه", U"بانها", U"بانهم", U"بانهما", U"that", U"que", U"qu", U"dass", U"что",
		U"כי",	U"که",	 U"كه", U"diye",
	};
	struct letters form = forms_letters(&text->forms, word->form);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = 0;
		while (words[i][n])
			n++;
		if (n == form.n_cp && memcmp(words[i], form.cps, n * sizeof *form.cps) == 0)
			return true;
	}
	return false;
}

static bool has(struct compare_text *text, const struct word *word, unsigned trait)
{
	return text_form_traits(text, word->form) & trait;
}

/* What stands between a word of saying and what is said. */
struct speaker {
	size_t n_words; /* that count */
	bool titled;
};

/*
 * Adds a word; false where this is no name of a speaker: it is too long, it has a figure in it, or
 * someone else says something.
 */
static bool add_to_speaker(struct compare_text *text, const struct word *word, struct speaker *s)
{
	enum { LONGEST = 12, LONGEST_UNTITLED = 4 };
	s->titled |= has(text, word, FORM_TITLE);
	s->n_words += word->kind == WORD_CONTENT;
	bool other = has(text, word, FORM_SAYING) && word->flags & WORD_CUT;
	return word->kind != WORD_NUMBER && !other &&
	       s->n_words <= LONGEST && (s->titled || s->n_words <= LONGEST_UNTITLED);
}

/*
 * Where what is said begins, for a word of saying at `i`; `i` where nothing tells. A quotation after
 * a preposition is part of what is said.
 */
static size_t speech_after(struct compare_text *text, const struct word *words, size_t n, size_t i)
{
	struct speaker speaker = {.n_words = 0};
	for (size_t k = i + 1; k < n; k++) {
		bool quoted = words[k].flags & WORD_QUOTE && words[k - 1].kind != WORD_STOP;
		if (quoted || begins_speech(text, &words[k]))
			return k;
		if (words[k].flags & WORD_QUOTE || !add_to_speaker(text, &words[k], &speaker))
			return i;
	}
	return i;
}

static void mark(struct word *words, size_t start, size_t end)
{
	for (size_t i = start; i < end; i++)
		words[i].flags |= WORD_ASIDE;
	words[start].flags |= WORD_GROUP;
}

/* Where a date that begins at `i` ends; `i` where none does: three days are no date. */
static size_t date_end(struct compare_text *text, const struct word *words, size_t n, size_t i)
{
	bool dated = false;
	size_t end = i;
	for (; end < n && (words[end].kind == WORD_DATE || has(text, &words[end], FORM_TIME)); end++)
		dated |= words[end].kind == WORD_DATE;
	return dated ? end : i;
}

void text_mark_asides(struct compare_text *text, struct word *words, size_t n)
{
	for (size_t i = 0, end; i < n; i = end > i ? end : i + 1) {
		end = has(text, &words[i], FORM_SAYING) ? speech_after(text, words, n, i)
							: date_end(text, words, n, i);
		if (end > i)
			mark(words, i, end);
	}
}
