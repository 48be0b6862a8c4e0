/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/sentence.h"

#include "text/break-class.h"

static bool is_ignored(enum sentence_class class)
{
	return class == SENTENCE_Extend || class == SENTENCE_Format;
}

static bool is_terminal(enum sentence_class class)
{
	return class == SENTENCE_STerm || class == SENTENCE_ATerm;
}

static bool is_letter(enum sentence_class class)
{
	return class == SENTENCE_Upper || class == SENTENCE_Lower || class == SENTENCE_OLetter;
}

/* ParaSep of UAX #29. */
static bool is_separator(enum sentence_class class)
{
	return class == SENTENCE_Sep || class == SENTENCE_CR || class == SENTENCE_LF;
}

/* The class at `i`; that of a separator where the text ends. */
static enum sentence_class class_at(const char32_t *cps, size_t n_cp, size_t i)
{
	return i < n_cp ? sentence_class(cps[i]) : SENTENCE_Sep;
}

/* One past the characters of `class` at `i`, with what SB5 ignores. */
static size_t skip(const char32_t *cps, size_t n_cp, size_t i, enum sentence_class class)
{
	while (i < n_cp && (sentence_class(cps[i]) == class || is_ignored(sentence_class(cps[i]))))
		i++;
	return i;
}

/* SB8: `etc.) and`. Looks no further than the next mark that could end a sentence. */
static bool goes_on_in_lower_case(const char32_t *cps, size_t n_cp, size_t i)
{
	enum sentence_class class = class_at(cps, n_cp, i);
	while (!is_letter(class) && !is_separator(class) && !is_terminal(class))
		class = class_at(cps, n_cp, ++i);
	return class == SENTENCE_Lower;
}

/* SB7: `U.S`, where the letter before the full stop may carry marks. */
static bool is_between_letters(const char32_t *cps, size_t i, enum sentence_class after)
{
	size_t before = i;
	while (before > 0 && is_ignored(sentence_class(cps[before - 1])))
		before--;
	if (before == 0 || after != SENTENCE_Upper)
		return false;
	enum sentence_class class = sentence_class(cps[before - 1]);
	return class == SENTENCE_Upper || class == SENTENCE_Lower;
}

/* One past the separator at `i`, CR LF being one (SB3); `i` where there is none. */
static size_t skip_separator(const char32_t *cps, size_t n_cp, size_t i)
{
	if (i == n_cp || !is_separator(sentence_class(cps[i])))
		return i;
	return i + (cps[i] == '\r' && i + 1 < n_cp && cps[i + 1] == '\n' ? 2 : 1);
}

bool sentence_end(const char32_t *cps, size_t n_cp, size_t i, size_t *next)
{
	bool full_stop = sentence_class(cps[i]) == SENTENCE_ATerm;
	size_t after = skip(cps, n_cp, i + 1, SENTENCE_Extend);
	enum sentence_class class = class_at(cps, n_cp, after);
	*next = after;
	if (full_stop && (class == SENTENCE_Numeric || is_between_letters(cps, i, class)))
		return false; /* SB6, SB7 */
	size_t closed = skip(cps, n_cp, after, SENTENCE_Close);
	size_t spaced = skip(cps, n_cp, closed, SENTENCE_Sp);
	*next = skip_separator(cps, n_cp, spaced); /* SB9 to SB11 */
	if (*next > spaced)
		return true;
	class = class_at(cps, n_cp, spaced);
	if (full_stop && goes_on_in_lower_case(cps, n_cp, spaced))
		return false; /* SB8 */
	return class != SENTENCE_SContinue && !is_terminal(class); /* SB8a */
}

void sentence_find(const char32_t *cps, size_t n_cp, const struct sentence_tailoring *tailoring,
		   bool *starts)
{
	for (size_t i = 0; i < n_cp; i++)
		starts[i] = i == 0;
	for (size_t i = 0, next; i < n_cp; i = next) {
		enum sentence_class class = sentence_class(cps[i]);
		bool ends = is_separator(class); /* SB4 */
		next = i + 1;
		if (ends)
			next = skip_separator(cps, n_cp, i);
		if (is_terminal(class))
			ends = tailoring ? tailoring->end(tailoring->self, i, &next)
					 : sentence_end(cps, n_cp, i, &next);
		else if (tailoring && (ends || class == SENTENCE_Close))
			tailoring->see(tailoring->self, i);
		if (ends && next < n_cp)
			starts[next] = true;
	}
}
