/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Passages in a text: sentences of UAX #29 (which has the marks and closing marks of all scripts),
 * but of the marks that newspapers in our languages use, `. ! ? ؟ ۔`, we know more. They end one
 * where a space or the end follows, in whatever case the next begins; but not a headline's two
 * dots, an abbreviation, or what stands inside a quotation.
 */
#include <string.h>
#include <unictype.h>

#include "text/break-class.h"
#include "text/passage-internal.h"
#include "text/segment.h"
#include "text/sentence.h"

enum { TATWEEL = 0x0640, LONGEST_QUOTATION = 400, LONGEST_FOOTNOTE = 4 };

/* Quotations: what opens one, and which of two marks close it. */
static const struct {
	char32_t open;
	char32_t close[3];
} QUOTES[] = {
	{U'“', U"”\""}, {U'”', U"”\""}, {'"', U"\"”"}, {U'«', U"»"},
	{U'„', U"“”"},  {U'‹', U"›"},   {U'‘', U"’"},  {U'「', U"」"}, {U'『', U"』"},
};

enum { N_QUOTES = sizeof QUOTES / sizeof *QUOTES };

struct cutter {
	const char32_t *cps;
	size_t n;
	size_t first_visible; /* not a space */
	size_t quote;         /* the outermost open quotation's kind */
	size_t quote_start;
	size_t quote_depth;   /* how many of that kind; 0 outside */
	size_t next_closing[N_QUOTES]; /* the first closing mark after the last opening one */
	size_t searched;      /* up to here, from where the passage began, for a word */
	bool has_word;        /* a lone full stop is no passage */
};

bool passage_is_space(char32_t cp)
{
	switch (sentence_class(cp)) {
	case SENTENCE_Sp:
	case SENTENCE_Sep:
	case SENTENCE_CR:
	case SENTENCE_LF: return true;
	default: return false;
	}
}

static bool is_terminal(char32_t cp)
{
	enum sentence_class class = sentence_class(cp);
	return class == SENTENCE_STerm || class == SENTENCE_ATerm;
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

/* Quotation marks that open go with what follows, whatever UAX #29 says of their class. */
static bool is_closing_mark(char32_t cp)
{
	return sentence_class(cp) == SENTENCE_Close &&
	       !uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_Ps | UC_CATEGORY_MASK_Pi);
}

static bool at_space(const struct cutter *c, size_t i)
{
	return i >= c->n || passage_is_space(c->cps[i]);
}

/*
 * `”` after a tatweel or a one-letter preposition opens, since many outlets write it on both sides;
 * and after a conjunction that is a word by itself.
 */
static bool follows_preposition(const struct cutter *c, size_t i)
{
	if (i == 0 || is_one_of(c->cps[i - 1], U"ـبلك"))
		return i > 0;
	return is_one_of(c->cps[i - 1], U"وف") && (i == 1 || passage_is_space(c->cps[i - 2]));
}

/* Marks that look alike on both sides open after a space or bracket, before a word. */
static bool opens_by_place(const struct cutter *c, size_t i)
{
	if (at_space(c, i + 1))
		return false;
	while (i > 0 && sentence_class(c->cps[i - 1]) == SENTENCE_Format)
		i--;
	return i == 0 || passage_is_space(c->cps[i - 1]) ||
	       is_one_of(c->cps[i - 1], U"([{-–—:،؛,") || follows_preposition(c, i);
}

/* `צה"ל`: a mark of abbreviation. */
static bool is_gershayim(const struct cutter *c, size_t i)
{
	enum { ALEF = 0x05D0, TAV = 0x05EA };
	return c->cps[i] == '"' && i > 0 && i + 1 < c->n && c->cps[i - 1] >= ALEF &&
	       c->cps[i - 1] <= TAV && c->cps[i + 1] >= ALEF && c->cps[i + 1] <= TAV;
}

/* `it’s`. */
static bool is_apostrophe(const struct cutter *c, size_t i)
{
	return c->cps[i] == U'’' && i > 0 && i + 1 < c->n && is_letter(c->cps[i - 1]) &&
	       is_letter(c->cps[i + 1]);
}

/* Whether the mark at `i` closes a quotation of kind `quote`. */
static bool closes(const struct cutter *c, size_t quote, size_t i)
{
	return is_one_of(c->cps[i], QUOTES[quote].close) && !is_gershayim(c, i) &&
	       !is_apostrophe(c, i);
}

/* The kind of quotation that the mark at `i` opens; N_QUOTES for none. */
static size_t opened_quote(const struct cutter *c, size_t i)
{
	size_t quote = 0;
	while (quote < N_QUOTES && QUOTES[quote].open != c->cps[i])
		quote++;
	bool by_place = is_one_of(c->cps[i], U"\"”‘");
	return by_place && (is_gershayim(c, i) || !opens_by_place(c, i)) ? N_QUOTES : quote;
}

/* A quotation that nothing closes is none. */
static bool is_closed_later(struct cutter *c, size_t quote, size_t i)
{
	size_t *next = &c->next_closing[quote];
	if (*next <= i)
		*next = i + 1;
	while (*next < c->n && !closes(c, quote, *next))
		++*next;
	return *next < c->n && *next - i <= PASSAGE_CONTEXT_CP;
}

static bool in_quotation(struct cutter *c, size_t i)
{
	if (c->quote_depth > 0 && i - c->quote_start > LONGEST_QUOTATION)
		c->quote_depth = 0;
	return c->quote_depth > 0;
}

/* A mark outside of all quotations. */
static void open_quotation(struct cutter *c, size_t i)
{
	size_t quote = opened_quote(c, i);
	if (quote == N_QUOTES || !is_closed_later(c, quote, i))
		return;
	c->quote = quote;
	c->quote_start = i;
	c->quote_depth = 1;
}

/* Keeps account of quotations, for each closing mark and line separator. */
static void see(void *self, size_t i)
{
	struct cutter *c = self;
	if (passage_is_space(c->cps[i]))
		c->quote_depth = 0;
	else if (!in_quotation(c, i))
		open_quotation(c, i);
	else if (closes(c, c->quote, i))
		c->quote_depth--;
	else if (opened_quote(c, i) == c->quote)
		c->quote_depth++;
}

/* One past a footnote mark like [1] or (2) at `i`; `i` where there is none. */
static size_t skip_footnote(const struct cutter *c, size_t i)
{
	if (i >= c->n || !is_one_of(c->cps[i], U"[("))
		return i;
	size_t end = i + 1;
	while (end < c->n && end - i <= LONGEST_FOOTNOTE && is_digit(c->cps[end]))
		end++;
	bool closed = end < c->n && c->cps[end] == (c->cps[i] == '[' ? ']' : ')');
	return closed && end > i + 1 ? end + 1 : i;
}

/* One past all that belongs to the passage on the left: more marks, closing marks, footnotes. */
static size_t skip_closers(struct cutter *c, size_t i)
{
	for (;;) {
		size_t after = skip_footnote(c, i);
		if (after == i && i < c->n && is_closing_mark(c->cps[i])) {
			see(c, i);
			after = i + 1;
		} else if (after == i && i < c->n && is_terminal(c->cps[i])) {
			after = i + 1;
		}
		if (after == i)
			return i;
		i = after;
	}
}

/* `..`, in headlines a dash; `...` is no end either. */
static bool is_dots(const struct cutter *c, size_t i)
{
	return c->cps[i] == '.' &&
	       ((i > 0 && c->cps[i - 1] == '.') || (i + 1 < c->n && c->cps[i + 1] == '.'));
}

/* The start of what stands before `i` without a space: letters, marks, digits. */
static size_t word_start(const struct cutter *c, size_t i)
{
	while (i > 0 && is_alnum(c->cps[i - 1]))
		i--;
	return i;
}

/* د. أ. م. U.S.: one letter (its marks do not count) before the dot. */
static bool is_initial(const struct cutter *c, size_t start, size_t dot)
{
	size_t letters = 0;
	if (start > 0 && !passage_is_space(c->cps[start - 1]) &&
	    !is_one_of(c->cps[start - 1], U".-([{«“\""))
		return false; /* the end of a path, of `it's`, or of what else is no name */
	for (size_t i = start; i < dot; i++) {
		if (!is_letter(c->cps[i]) && !uc_is_general_category(c->cps[i], UC_MARK))
			return false;
		letters += is_letter(c->cps[i]);
	}
	return letters == 1;
}

/* `1.` at the head of a line numbers it. */
static bool is_list_number(const struct cutter *c, size_t start, size_t dot)
{
	if (start > c->first_visible)
		return false;
	for (size_t i = start; i < dot; i++)
		if (!is_digit(c->cps[i]))
			return false;
	return true;
}

static bool is_title(const struct cutter *c, size_t start, size_t dot)
{
	static const char32_t *const titles[] = {U"Mr",   U"Mrs", U"Ms", U"Dr",
						 U"Prof", U"Gen", U"Sen"};
	for (size_t t = 0; t < sizeof titles / sizeof *titles; t++) {
		size_t length = 0;
		while (titles[t][length])
			length++;
		if (length == dot - start &&
		    memcmp(titles[t], c->cps + start, length * sizeof(char32_t)) == 0)
			return true;
	}
	return false;
}

static bool is_abbreviation(const struct cutter *c, size_t i)
{
	if (c->cps[i] != '.')
		return false;
	size_t start = word_start(c, i);
	return is_initial(c, start, i) || is_list_number(c, start, i) || is_title(c, start, i);
}

static size_t skip_spaces(const struct cutter *c, size_t i)
{
	while (i < c->n && passage_is_space(c->cps[i]))
		i++;
	return i;
}

/* Whether a word stands between the passage's start and `i`. */
static bool has_word(struct cutter *c, size_t i)
{
	while (!c->has_word && c->searched < i) {
		char32_t cp = c->cps[c->searched++];
		c->has_word = cp != TATWEEL && is_alnum(cp);
	}
	return c->has_word;
}

/* One of `. ! ? ؟ ۔`. */
static bool known_mark_ends(struct cutter *c, size_t i, size_t *next)
{
	*next = i + 1;
	if (is_dots(c, i) || is_abbreviation(c, i))
		return false;
	*next = skip_closers(c, i);
	if (!at_space(c, *next) || in_quotation(c, *next))
		return false;
	*next = skip_spaces(c, *next);
	size_t footnote = skip_footnote(c, *next);
	if (footnote > *next && c->cps[*next] == '[')
		*next = skip_spaces(c, footnote);
	return true;
}

/* A mark of another script: as UAX #29 has it, but for quotations and for marks that open. */
static bool other_mark_ends(struct cutter *c, size_t i, size_t *next)
{
	bool ends = sentence_end(c->cps, c->n, i, next);
	while (*next > i + 1 && sentence_class(c->cps[*next - 1]) == SENTENCE_Close &&
	       !is_closing_mark(c->cps[*next - 1]))
		--*next;
	for (size_t k = i + 1; k < *next; k++)
		if (sentence_class(c->cps[k]) == SENTENCE_Close)
			see(c, k);
	return ends && !in_quotation(c, *next);
}

static bool ends_passage(void *self, size_t i, size_t *next)
{
	struct cutter *c = self;
	*next = i + 1;
	if (!has_word(c, i))
		return false;
	bool ends = is_one_of(c->cps[i], U".!?؟۔") ? known_mark_ends(c, i, next)
						   : other_mark_ends(c, i, next);
	if (ends) {
		c->has_word = false;
		c->searched = *next;
	}
	return ends;
}

void segment_passages(const char32_t *cps, size_t n_cp, bool *starts)
{
	struct cutter c = {.cps = cps, .n = n_cp};
	c.first_visible = skip_spaces(&c, 0);
	sentence_find(cps, n_cp,
		      &(struct sentence_tailoring){.self = &c, .end = ends_passage, .see = see},
		      starts);
}

void segment_quotations(const char32_t *cps, size_t n_cp, bool *quoted)
{
	struct cutter c = {.cps = cps, .n = n_cp};
	for (size_t i = 0; i < n_cp; i++) {
		bool before = in_quotation(&c, i);
		enum sentence_class class = sentence_class(cps[i]);
		if (class == SENTENCE_Close || class == SENTENCE_Sep)
			see(&c, i);
		quoted[i] = before && in_quotation(&c, i);
	}
}

/* Where a footnote mark that ends at `end` begins; `end` where there is none. */
static size_t footnote_before(const struct cutter *c, size_t end)
{
	for (size_t i = end > LONGEST_FOOTNOTE + 2 ? end - LONGEST_FOOTNOTE - 2 : 0; i < end; i++)
		if (skip_footnote(c, i) == end)
			return i;
	return end;
}

char32_t passage_terminal(const char32_t *cps, size_t n_cp)
{
	struct cutter c = {.cps = cps, .n = n_cp};
	size_t end = n_cp;
	for (size_t before = end + 1; before != end;) {
		before = end;
		end = footnote_before(&c, end);
		if (end == before && end > 0 &&
		    (passage_is_space(cps[end - 1]) || is_closing_mark(cps[end - 1])))
			end--;
	}
	bool ended = end > 0 && is_terminal(cps[end - 1]) && !is_dots(&c, end - 1);
	return ended ? cps[end - 1] : 0;
}
