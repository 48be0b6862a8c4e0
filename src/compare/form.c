/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/form.h"

#include <stdbool.h>

#include "text/code-point.h"
#include "text/fold.h"
#include "text/segment.h"

static bool is_hebrew(char32_t cp)
{
	return is_between(cp, 0x05D0, 0x05EA);
}

bool form_is_latin(char32_t cp)
{
	return is_between(cp, 'a', 'z') || is_between(cp, 'A', 'Z') ||
	       (is_between(cp, 0x00C0, 0x024F) && cp != 0x00D7 && cp != 0x00F7) ||
	       is_between(cp, 0x1E00, 0x1EFF);
}

/* One letter for those that alphabets of one script write differently. Not final: see form.h. */
static char32_t fold_arabic(char32_t cp)
{
	switch (cp) {
	case U'ہ': case U'ھ': case U'ۂ': case U'ۃ': case U'ۀ': case U'ە': return U'ه';
	case U'ے': case U'ۓ': case U'ې': case U'ۍ': case U'ێ': return U'ي';
	case U'ں': return U'ن';
	case U'ڪ': return U'ك';
	case U'ګ': return U'گ';
	case U'ڤ': return U'ف';
	case U'ۇ': case U'ۆ': case U'ۋ': return U'و';
	default: return cp;
	}
}

static char32_t fold_hebrew(char32_t cp)
{
	switch (cp) {
	case U'ך': return U'כ';
	case U'ם': return U'מ';
	case U'ן': return U'נ';
	case U'ף': return U'פ';
	case U'ץ': return U'צ';
	default: return cp;
	}
}

static char32_t fold_letter(char32_t cp)
{
	enum { YO = 0x0451, IE = 0x0435 };
	if (cp < YO)
		return cp;
	if (is_between(cp, 0x0620, 0x06FF))
		return fold_arabic(cp);
	if (is_hebrew(cp))
		return fold_hebrew(cp);
	return cp == YO ? IE : cp;
}

/* A mark of abbreviation or of a foreign sound in a Hebrew word. */
static bool is_hebrew_mark(char32_t cp)
{
	return cp == '"' || cp == '\'' || cp == U'’' || cp == U'”' || cp == 0x05F3 || cp == 0x05F4;
}

/* Adds a folded code point to out[0..n); returns the new length. */
static size_t push(char32_t out[FORM_MAX], size_t n, char32_t cp)
{
	enum { FIRST_ACCENT = 0x0300, LAST_ACCENT = 0x036F };
	if (n > 0 && is_between(cp, FIRST_ACCENT, LAST_ACCENT)) {
		char32_t composed = fold_compose(out[n - 1], cp);
		if (composed)
			out[n - 1] = fold_letter(composed);
		return n;
	}
	if (n > 0 && is_hebrew(out[n - 1]) && is_hebrew_mark(cp))
		return n;
	if (n < FORM_MAX)
		out[n++] = fold_letter(cp);
	return n;
}

/* U.S and أ.ف.ب are written without their dots. */
static bool is_initials(const char32_t *form, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((i % 2 == 1) != (form[i] == '.') || is_between(form[i], '0', '9'))
			return false;
	return n > 1;
}

static size_t without_dots(char32_t *form, size_t n)
{
	size_t kept = 0;
	for (size_t i = 0; i < n; i++)
		if (form[i] != '.')
			form[kept++] = form[i];
	return kept;
}

size_t form_of(const char32_t *cps, size_t n_cp, char32_t out[FORM_MAX])
{
	size_t n = 0;
	for (size_t i = 0; i < n_cp && n < FORM_MAX; i++) {
		char32_t parts[FOLD_MAX];
		size_t n_parts = fold_code_point(cps[i], parts);
		for (size_t k = 0; k < n_parts; k++)
			n = push(out, n, parts[k]);
	}
	return is_initials(out, n) ? without_dots(out, n) : n;
}

static bool is_digit(char32_t cp)
{
	char32_t parts[FOLD_MAX] = {cp};
	if (cp >= 0x80)
		fold_code_point(cp, parts);
	return is_between(parts[0], '0', '9');
}

static bool is_letter(char32_t cp)
{
	return segment_is_word(&cp, 1) && !is_digit(cp);
}

static bool is_apostrophe(char32_t cp)
{
	return cp == '\'' || cp == U'’' || cp == U'‘' || cp == 0x02BC || cp == U'＇';
}

/* How far from cps[i] on there are Latin letters. */
static size_t count_latin(const char32_t *cps, size_t n_cp, size_t i)
{
	size_t end = i;
	while (end < n_cp && form_is_latin(cps[end]))
		end++;
	return end - i;
}

static bool is_ordinal_ending(const char32_t *cps, size_t n)
{
	static const char *const endings[] = {"st", "nd", "rd", "th", "er", "re", "nde", "eme"};
	for (size_t e = 0; e < sizeof endings / sizeof *endings; e++) {
		size_t i = 0;
		while (i < n && endings[e][i] && (char32_t)endings[e][i] == (cps[i] | 0x20))
			i++;
		if (i == n && !endings[e][i])
			return true;
	}
	return n == 3 && cps[0] == U'è';
}

/* Between the letter before `i` and the digit there. What is a model's name stays whole. */
static bool parts_letters_from_digit(const char32_t *cps, size_t i)
{
	enum { NAME = 2 }; /* Latin letters that may belong to a number: G20, EU27 */
	size_t start = i;
	while (start > 0 && form_is_latin(cps[start - 1]))
		start--;
	return start == i || i - start > NAME;
}

/* Between the digit before `i` and the letter there: units of measure are words. */
static bool parts_digit_from_letters(const char32_t *cps, size_t n_cp, size_t i)
{
	size_t n = count_latin(cps, n_cp, i);
	return n == 0 || (n > 1 && !is_ordinal_ending(cps + i, n));
}

static bool is_short(size_t n_digits)
{
	return n_digits == 1 || n_digits == 2;
}

/* Three numbers between dots, one of them a year: 7.10.2023. */
static bool is_date(const char32_t *cps, size_t n_cp)
{
	size_t lengths[3] = {0}, n = 0;
	for (size_t i = 0; i < n_cp; i++) {
		if (cps[i] == '.')
			n++;
		else if (!is_digit(cps[i]) || n > 2)
			return false;
		else
			lengths[n]++;
	}
	if (n != 2 || !is_short(lengths[1]))
		return false;
	return (lengths[0] == 4 && is_short(lengths[2])) ||
	       (is_short(lengths[0]) && (lengths[2] == 2 || lengths[2] == 4));
}

/* Whether the character at `i` stands between two parts and belongs to neither. */
static bool is_separator(const char32_t *cps, size_t n_cp, size_t i, bool date)
{
	if (cps[i] == '_' || (date && cps[i] == '.'))
		return true;
	bool inside = i > 0 && i + 1 < n_cp;
	return is_apostrophe(cps[i]) && inside && is_letter(cps[i - 1]) && is_letter(cps[i + 1]) &&
	       !is_hebrew(cps[i - 1]);
}

/* Whether one part ends and the next begins at `i`; a tatweel goes with the letter before: بـ15. */
static bool is_seam(const char32_t *cps, size_t n_cp, size_t i)
{
	enum { TATWEEL = 0x0640 };
	if ((is_letter(cps[i - 1]) || cps[i - 1] == TATWEEL) && is_digit(cps[i]))
		return parts_letters_from_digit(cps, i);
	return is_digit(cps[i - 1]) && is_letter(cps[i]) && parts_digit_from_letters(cps, n_cp, i);
}

/* The letters that most words consist of: nothing is cut there. */
static bool is_plain(const char32_t *cps, size_t n_cp)
{
	size_t i = 0;
	while (i < n_cp && (is_between(cps[i], 0x0621, 0x0652) || is_between(cps[i] | 0x20, 'a', 'z') ||
			    is_between(cps[i], 0x0400, 0x052F) || is_hebrew(cps[i])))
		i++;
	return i == n_cp;
}

bool form_next_part(const char32_t *cps, size_t n_cp, size_t *at, struct cp_range *part)
{
	if (*at == 0 && is_plain(cps, n_cp)) {
		*part = (struct cp_range){0, n_cp};
		*at = n_cp;
		return n_cp > 0;
	}
	bool date = is_date(cps, n_cp);
	while (*at < n_cp && is_separator(cps, n_cp, *at, date))
		++*at;
	size_t start = *at, end = start;
	while (end < n_cp && !is_separator(cps, n_cp, end, date) &&
	       (end == start || !is_seam(cps, n_cp, end)))
		end++;
	*at = end;
	*part = (struct cp_range){start, end};
	return start < end;
}
