/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Passages: a mark that ends a sentence, with what closes after it, ends one where a space or the
 * end follows; but not a headline's two dots, an abbreviation, or what stands inside a quotation.
 */
#include <string.h>
#include <unictype.h>

#include "text/segment.h"

enum { TATWEEL = 0x0640, LONGEST_QUOTATION = 400, LONGEST_FOOTNOTE = 4 };

struct scan {
	const char32_t *cps;
	size_t n;
	size_t quote_start; /* the outermost open quotation */
	size_t quote_depth; /* 0 outside */
	size_t first_visible; /* not a space */
	size_t last_closer; /* one past the last character that can close a quotation */
};

static bool is_one_of(char32_t cp, const char32_t *set)
{
	for (; *set; set++)
		if (*set == cp)
			return true;
	return false;
}

static bool is_terminal(char32_t cp)
{
	return is_one_of(cp, U".!?؟۔");
}

static bool is_space(char32_t cp)
{
	return cp == '\t' || uc_is_general_category(cp, UC_SPACE_SEPARATOR);
}

static bool is_letter(char32_t cp)
{
	return cp != TATWEEL && uc_is_general_category(cp, UC_LETTER);
}

static bool is_alnum(char32_t cp)
{
	return uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N |
							    UC_CATEGORY_MASK_M);
}

static bool is_digit(char32_t cp)
{
	return uc_decimal_value(cp) >= 0;
}

static bool at_end(const struct scan *s, size_t i)
{
	return i >= s->n || is_space(s->cps[i]);
}

/* `”` after a tatweel or a one-letter preposition opens, since many outlets write it on both sides. */
static bool follows_preposition(const struct scan *s, size_t i)
{
	return i > 0 && is_one_of(s->cps[i - 1], U"ـبلك");
}

static bool opens_quotation(const struct scan *s, size_t i)
{
	char32_t cp = s->cps[i];
	if (cp == '"')
		return s->quote_depth == 0 &&
		       (i == 0 || !is_alnum(s->cps[i - 1]) || follows_preposition(s, i));
	if (cp == U'”')
		return s->quote_depth == 0 && follows_preposition(s, i);
	return cp == U'“' || cp == U'«' || cp == U'„';
}

static bool can_close(char32_t cp)
{
	return is_one_of(cp, U"”»\"");
}

/* Keeps account of quotations. One that nothing closes in this paragraph is none. */
static void see_quote(struct scan *s, size_t i)
{
	if (opens_quotation(s, i)) {
		if (i + 1 >= s->last_closer)
			return;
		if (s->quote_depth++ == 0)
			s->quote_start = i;
	} else if (can_close(s->cps[i]) && s->quote_depth > 0) {
		s->quote_depth--;
	}
}

static bool in_quotation(struct scan *s, size_t i)
{
	if (s->quote_depth > 0 && i - s->quote_start > LONGEST_QUOTATION)
		s->quote_depth = 0;
	return s->quote_depth > 0;
}

/* One past a footnote mark like [1] or (2) at `i`; `i` where there is none. */
static size_t skip_footnote(const struct scan *s, size_t i)
{
	if (i >= s->n || !is_one_of(s->cps[i], U"[("))
		return i;
	size_t end = i + 1;
	while (end < s->n && end - i <= LONGEST_FOOTNOTE && is_digit(s->cps[end]))
		end++;
	bool closed = end < s->n && s->cps[end] == (s->cps[i] == '[' ? ']' : ')');
	return closed && end > i + 1 ? end + 1 : i;
}

/* One past all that belongs to the passage on the left: more terminals, closing marks, footnotes. */
static size_t skip_closers(struct scan *s, size_t i)
{
	for (;;) {
		size_t after = skip_footnote(s, i);
		if (after == i && i < s->n &&
		    (is_terminal(s->cps[i]) || is_one_of(s->cps[i], U"”»\")]’›}"))) {
			if (can_close(s->cps[i]) && s->quote_depth > 0)
				s->quote_depth--;
			after = i + 1;
		}
		if (after == i)
			return i;
		i = after;
	}
}

/* `..`, in headlines a dash; `...` is no end either. */
static bool is_dots(const struct scan *s, size_t i)
{
	return s->cps[i] == '.' &&
	       ((i > 0 && s->cps[i - 1] == '.') || (i + 1 < s->n && s->cps[i + 1] == '.'));
}

/* The start of what stands before `i` without a space: letters, marks, digits. */
static size_t word_start(const struct scan *s, size_t i)
{
	while (i > 0 && is_alnum(s->cps[i - 1]))
		i--;
	return i;
}

/* د. أ. م. U.S.: one letter (its marks do not count) before the dot. */
static bool is_initial(const struct scan *s, size_t start, size_t dot)
{
	size_t letters = 0;
	if (start > 0 && !is_space(s->cps[start - 1]) &&
	    !is_one_of(s->cps[start - 1], U".-([{«“\"'"))
		return false; /* the end of a path, or of something else that is no name */
	for (size_t i = start; i < dot; i++) {
		if (!is_letter(s->cps[i]) && !uc_is_general_category(s->cps[i], UC_MARK))
			return false;
		letters += is_letter(s->cps[i]);
	}
	return letters == 1;
}

/* `1.` at the head of a line numbers it. */
static bool is_list_number(const struct scan *s, size_t start, size_t dot)
{
	if (start > s->first_visible)
		return false;
	for (size_t i = start; i < dot; i++)
		if (!is_digit(s->cps[i]))
			return false;
	return true;
}

static bool is_title(const struct scan *s, size_t start, size_t dot)
{
	static const char32_t *const titles[] = {U"Mr",   U"Mrs", U"Ms", U"Dr",
						 U"Prof", U"Gen", U"Sen"};
	for (size_t t = 0; t < sizeof titles / sizeof *titles; t++) {
		size_t length = 0;
		while (titles[t][length])
			length++;
		if (length == dot - start &&
		    memcmp(titles[t], s->cps + start, length * sizeof(char32_t)) == 0)
			return true;
	}
	return false;
}

static bool is_abbreviation(const struct scan *s, size_t i)
{
	if (s->cps[i] != '.')
		return false;
	size_t start = word_start(s, i);
	return is_initial(s, start, i) || is_list_number(s, start, i) || is_title(s, start, i);
}

static size_t skip_spaces(const struct scan *s, size_t i)
{
	while (i < s->n && is_space(s->cps[i]))
		i++;
	return i;
}

/*
 * Whether the terminal at `i` ends a passage; `*next` is where to go on: where the next passage
 * would begin.
 */
static bool ends_passage(struct scan *s, size_t i, size_t *next)
{
	*next = i + 1;
	if (is_dots(s, i) || is_abbreviation(s, i))
		return false;
	*next = skip_closers(s, i);
	if (!at_end(s, *next) || in_quotation(s, *next))
		return false;
	*next = skip_spaces(s, *next);
	size_t footnote = skip_footnote(s, *next);
	if (footnote > *next && s->cps[*next] == '[')
		*next = skip_spaces(s, footnote);
	return true;
}

static struct scan scan_begin(const char32_t *cps, size_t n_cp)
{
	struct scan s = {.cps = cps, .n = n_cp};
	for (size_t i = 0; i < n_cp; i++)
		if (can_close(cps[i]))
			s.last_closer = i + 1;
	s.first_visible = skip_spaces(&s, 0);
	return s;
}

void segment_passages(const char32_t *cps, size_t n_cp, bool *starts)
{
	struct scan s = scan_begin(cps, n_cp);
	bool has_word = false; /* since the passage began: a lone full stop is none */
	for (size_t i = 0; i < n_cp; i++)
		starts[i] = i == 0;
	for (size_t i = 0, next; i < n_cp; i = next) {
		next = i + 1;
		if (!is_terminal(cps[i])) {
			see_quote(&s, i);
			has_word |= is_alnum(cps[i]);
		} else if (has_word && ends_passage(&s, i, &next)) {
			has_word = false;
			if (next < n_cp)
				starts[next] = true;
		}
	}
}
