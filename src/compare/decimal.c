/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/decimal.h"

#include <inttypes.h>
#include <stdio.h>

enum { DIGITS = 18, GROUP = 3 };

/* How a number is written. */
struct marks {
	size_t n_points, n_commas; /* . and , */
	size_t last;               /* where the last of them stands */
	size_t fraction;           /* where ٫ stands, or the word's length */
};

static bool is_digit(char32_t cp)
{
	return cp >= '0' && cp <= '9';
}

/* Marks that part thousands and do nothing else: ٬ ' and what a comma is in Arabic. */
static bool parts_thousands(char32_t cp)
{
	return cp == U'٬' || cp == '\'' || cp == U'’' || cp == U'،';
}

static bool find_marks(const char32_t *form, size_t n, struct marks *marks)
{
	*marks = (struct marks){.fraction = n};
	size_t n_digits = 0;
	for (size_t i = 0; i < n; i++) {
		if (is_digit(form[i])) {
			n_digits++;
			continue;
		}
		marks->n_points += form[i] == '.';
		marks->n_commas += form[i] == ',';
		if (form[i] == '.' || form[i] == ',')
			marks->last = i;
		else if (form[i] == U'٫')
			marks->fraction = i;
		else if (!parts_thousands(form[i]))
			return false;
	}
	return n_digits > 0 && n_digits <= DIGITS && is_digit(form[0]) && is_digit(form[n - 1]);
}

/* Of one mark with three digits after it and at most three before: 1,250 or 1.250. */
static bool looks_grouped(const char32_t *form, size_t n, size_t mark)
{
	return n - mark - 1 == GROUP && mark >= 1 && mark <= GROUP && form[0] != '0';
}

static bool is_round(const char32_t *form, size_t n, size_t mark)
{
	for (size_t i = mark + 1; i < n; i++)
		if (form[i] != '0')
			return false;
	return true;
}

/* Whether people who write this language part a fraction with a comma. */
static bool has_decimal_comma(enum language language)
{
	switch (language) {
	case LANGUAGE_FRENCH:
	case LANGUAGE_RUSSIAN:
	case LANGUAGE_GERMAN:
	case LANGUAGE_SPANISH:
	case LANGUAGE_TURKISH: return true;
	default: return false;
	}
}

/* Arabic and Persian have marks of their own, and use both of ours for thousands. */
static bool has_decimal_point(enum language language)
{
	return !has_decimal_comma(language) && language != LANGUAGE_ARABIC &&
	       language != LANGUAGE_PERSIAN;
}

/* The only mark of a number that could be either. */
static bool is_fraction(enum language language, const char32_t *form, size_t n, size_t mark,
			bool scaled)
{
	if (!looks_grouped(form, n, mark))
		return true;
	if (scaled)
		return form[mark] == '.' || has_decimal_comma(language);
	if (is_round(form, n, mark))
		return false;
	return form[mark] == '.' ? has_decimal_point(language) : has_decimal_comma(language);
}

/* Where the fraction's mark stands; `n` without one. */
static size_t fraction_mark(enum language language, const char32_t *form, size_t n,
			    const struct marks *marks, bool scaled)
{
	if (marks->fraction < n || marks->n_points + marks->n_commas == 0)
		return marks->fraction;
	size_t same = form[marks->last] == '.' ? marks->n_points : marks->n_commas;
	if (same > 1)
		return n;
	bool both = marks->n_points > 0 && marks->n_commas > 0;
	return both || is_fraction(language, form, n, marks->last, scaled) ? marks->last : n;
}

/* Groups before the fraction have three digits; in India, but for the last one, two. */
static bool groups_are_whole(const char32_t *form, size_t end)
{
	size_t run = 0, n_marks = 0;
	for (size_t i = end; i-- > 0;) {
		if (is_digit(form[i])) {
			run++;
			continue;
		}
		if (n_marks == 0 ? run != GROUP : run != GROUP && run != GROUP - 1)
			return false;
		n_marks++;
		run = 0;
	}
	return n_marks == 0 || (run >= 1 && run <= GROUP);
}

bool decimal_read(enum language language, const char32_t *form, size_t n, bool scaled,
		  struct decimal *out)
{
	struct marks marks;
	if (n == 0 || !find_marks(form, n, &marks))
		return false;
	size_t fraction = fraction_mark(language, form, n, &marks, scaled);
	if (!groups_are_whole(form, fraction))
		return false;
	*out = (struct decimal){.digits = 0};
	for (size_t i = 0; i < n; i++) {
		if (!is_digit(form[i]))
			continue;
		out->digits = out->digits * 10 + (form[i] - '0');
		out->n_fraction += i > fraction;
	}
	return true;
}

bool decimal_scale(struct decimal *number, unsigned scale)
{
	struct decimal scaled = *number;
	for (; scale > 0 && scaled.n_fraction > 0; scale--)
		scaled.n_fraction--;
	for (; scale > 0; scale--) {
		if (scaled.digits > UINT64_MAX / 10)
			return false;
		scaled.digits *= 10;
	}
	*number = scaled;
	return true;
}

void decimal_write(struct decimal number, char out[DECIMAL_MAX])
{
	while (number.n_fraction > 0 && number.digits % 10 == 0) {
		number.digits /= 10;
		number.n_fraction--;
	}
	char digits[DECIMAL_MAX];
	int n = snprintf(digits, sizeof digits, "%0*" PRIu64, (int)number.n_fraction + 1,
			 number.digits);
	int whole = n - (int)number.n_fraction;
	if (number.n_fraction == 0)
		snprintf(out, DECIMAL_MAX, "%.*s", whole, digits);
	else
		snprintf(out, DECIMAL_MAX, "%.*s.%.*s", whole, digits, (int)number.n_fraction,
			 digits + whole);
}
