/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a unit's code points to words. */
#include <string.h>

#include "base/vec.h"
#include "compare/text-reading.h"
#include "text/code-point.h"
#include "text/segment.h"

enum { GUESS_WORDS = 8192 };

/* A unit while it is cut. */
struct cutting {
	const char32_t *cps;
	size_t n_cp;
	size_t start_cp;      /* of cps[0] in the stream */
	const bool *quoted;
	unsigned between;     /* flags of what stands since the last word */
	bool in_quotation;    /* the last word was */
};

/* % in each script's way, or a currency; as it is kept, 0 for what is none. */
static char32_t sign_of(char32_t cp)
{
	if (is_one_of(cp, U"%٪％﹪"))
		return '%';
	return is_one_of(cp, U"$€£¥₪₹₽₺﷼") ? cp : 0;
}

static bool is_digit(char32_t cp)
{
	return (cp >= '0' && cp <= '9') || (cp >= U'٠' && cp <= U'٩') || (cp >= U'۰' && cp <= U'۹');
}

static bool is_space(char32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == 0xA0 || cp == 0x202F || cp == 0x2009;
}

/* What cuts clauses: a comma or colon does not between digits, as in 12:30. */
static bool cuts(const struct cutting *c, size_t i)
{
	if (is_one_of(c->cps[i], U"؛;–—،、，；："))
		return true;
	return is_one_of(c->cps[i], U",:") && !(i + 1 < c->n_cp && is_digit(c->cps[i + 1]));
}

/* What stands between words: white space, marks. */
static void pass(struct cutting *c, size_t start, size_t end)
{
	char32_t folded[FORM_MAX];
	if (end - start == 1 && c->cps[start] == ':' && start > 0 && end < c->n_cp &&
	    is_digit(c->cps[start - 1]) && is_digit(c->cps[end]))
		c->between |= WORD_COLON;
	for (size_t i = start; i < end; i++) {
		if (is_space(c->cps[i]) || form_of(c->cps + i, 1, folded) == 0)
			continue;
		c->between |= WORD_PARTED;
		if (cuts(c, i))
			c->between |= WORD_CUT;
	}
}

static void add(struct compare_text *text, struct cutting *c, size_t start, size_t end,
		struct word word)
{
	word.start_cp = (uint32_t)(c->start_cp + start);
	word.n_cp = (uint16_t)(end - start < UINT16_MAX ? end - start : UINT16_MAX);
	word.flags = (uint8_t)c->between;
	if (c->quoted[start])
		word.flags |= WORD_QUOTED;
	if (c->quoted[start] && (!c->in_quotation || (start > 0 && !c->quoted[start - 1])))
		word.flags |= WORD_QUOTE;
	c->in_quotation = c->quoted[start];
	c->between = 0;
	VEC_PUSH(text->words, text->n_words, text->cap_words, word);
}

static void add_sign(struct compare_text *text, struct cutting *c, size_t i)
{
	char32_t sign = sign_of(c->cps[i]);
	struct word word = {.kind = WORD_SIGN, .form = forms_add(&text->forms, 0, &sign, 1)};
	add(text, c, i, i + 1, word);
}

static void add_word(struct compare_text *text, struct cutting *c, size_t start, size_t end)
{
	char32_t form[FORM_MAX];
	size_t n = form_of(c->cps + start, end - start, form);
	if (n == 0)
		return;
	struct word word = {.kind = WORD_CONTENT, .form = forms_add(&text->forms, 0, form, n)};
	add(text, c, start, end, word);
	if (text->reading->n_guessed < GUESS_WORDS) {
		guess_add(&text->guess, c->cps + start, end - start);
		text->reading->n_guessed++;
	}
}

/* $5m: what the letter says behind digits that the sign of a currency touches; NULL else. */
static const char32_t *money_scale(const struct cutting *c, size_t start, size_t end)
{
	char32_t sign = start > 0 ? sign_of(c->cps[start - 1]) : 0;
	if (sign == 0 || sign == '%' || end - start < 2 || !is_digit(c->cps[end - 2]))
		return NULL;
	switch (c->cps[end - 1]) {
	case 'm':
	case 'M': return U"mn";
	case 'b':
	case 'B': return U"bn";
	default: return NULL;
	}
}

/* Digits and the letter after them as two words, the latter as it is written in full. */
static void add_money(struct compare_text *text, struct cutting *c, size_t start, size_t end,
		      const char32_t *scale)
{
	struct word word = {.kind = WORD_CONTENT, .form = forms_add(&text->forms, 0, scale, 2)};
	add_word(text, c, start, end - 1);
	add(text, c, end - 1, end, word);
}

/* A word of UAX #29 and its parts. */
static void add_parts(struct compare_text *text, struct cutting *c, size_t start, size_t end)
{
	struct cp_range part;
	const char32_t *scale = money_scale(c, start, end);
	if (scale) {
		add_money(text, c, start, end, scale);
		return;
	}
	for (size_t at = 0; form_next_part(c->cps + start, end - start, &at, &part);)
		add_word(text, c, start + part.start_cp, start + part.end_cp);
}

static bool begins_with(const char32_t *cps, size_t n_cp, const char *letters)
{
	for (; *letters; letters++, cps++, n_cp--)
		if (n_cp == 0 || (*cps | 0x20) != (char32_t)*letters)
			return false;
	return true;
}

/* The end of an address that begins at `i`, whose parts are no words of the unit; `i` without one. */
static size_t address_end(const char32_t *cps, size_t n_cp, size_t i)
{
	static const char *const heads[] = {"http://", "https://", "www."};
	bool found = false;
	for (size_t k = 0; !found && k < sizeof heads / sizeof *heads; k++)
		found = begins_with(cps + i, n_cp - i, heads[k]);
	while (found && i < n_cp && !is_space(cps[i]))
		i++;
	return i;
}

void text_cut_words(struct compare_text *text, size_t start_cp, const char32_t *cps, size_t n_cp)
{
	struct text_reading *r = text->reading;
	r->starts = vec_reserve(r->starts, &r->cap_starts, n_cp, sizeof *r->starts);
	r->quoted = vec_reserve(r->quoted, &r->cap_quoted, n_cp, sizeof *r->quoted);
	segment_words(cps, n_cp, r->starts);
	segment_quotations(cps, n_cp, r->quoted);
	struct cutting c = {.cps = cps, .n_cp = n_cp, .start_cp = start_cp, .quoted = r->quoted};
	for (size_t start = 0, end; start < n_cp; start = end) {
		size_t address = address_end(cps, n_cp, start);
		end = address > start ? address : start + 1;
		while (end < n_cp && !r->starts[end])
			end++;
		if (address > start)
			pass(&c, start, end);
		else if (segment_is_word(cps + start, end - start))
			add_parts(text, &c, start, end);
		else if (sign_of(cps[start]))
			add_sign(text, &c, start);
		else
			pass(&c, start, end);
	}
}
