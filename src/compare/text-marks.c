/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the words of a unit are, by the lists of its language. */
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "compare/lexicon.h"
#include "compare/number.h"
#include "compare/text-reading.h"

/* A unit while its words are marked: `words` of it, of which `n_kept` are done. */
struct marking {
	struct compare_text *text;
	struct word *words;
	size_t n, n_kept;
	const struct letters *letters; /* of each of the n, as they were cut */
};

static bool begins_with_digit(struct letters letters)
{
	return letters.cps[0] >= '0' && letters.cps[0] <= '9';
}

enum language text_form_language(const struct compare_text *text, uint32_t form)
{
	struct letters letters = forms_letters(&text->forms, form);
	return guess_word(&text->guess, text->language, letters.cps, letters.n_cp);
}

static unsigned traits_of(struct letters letters, enum language language)
{
	unsigned traits = FORM_KNOWN | lexicon_traits(language, letters.cps, letters.n_cp);
	if (letters.n_cp == 1 && language != LANGUAGE_OTHER)
		traits |= FORM_STOP;
	return form_is_latin(letters.cps[0]) ? traits | FORM_LATIN : traits;
}

unsigned text_form_traits(struct compare_text *text, uint32_t form)
{
	struct forms_item *item = &text->forms.items[form];
	if (!item->traits)
		item->traits = item->tag != TAG_WORD
				       ? FORM_KNOWN
				       : traits_of(forms_letters(&text->forms, form),
						   text_form_language(text, form));
	return item->traits;
}

/* How many words from `i` on may be one number: none beyond a comma, or a hyphen between digits. */
static size_t number_reach(const struct marking *m, size_t i)
{
	enum { LONGEST = 24 };
	size_t end = i + 1;
	while (end < m->n && end - i < LONGEST && !(m->words[end].flags & WORD_CUT) &&
	       !(m->words[end].flags & WORD_PARTED && begins_with_digit(m->letters[end])))
		end++;
	return end - i;
}

/* The form of a number, "5%", or of a date's part, "M2". */
static uint32_t number_form(struct compare_text *text, const struct number *number)
{
	char32_t form[NUMBER_MAX + 1];
	size_t n = 0;
	bool date = number->kind == NUMBER_MONTH || number->kind == NUMBER_WEEKDAY;
	if (date)
		form[n++] = number->kind == NUMBER_MONTH ? 'M' : 'D';
	for (const char *p = number->value; *p && n < NUMBER_MAX; p++)
		form[n++] = (unsigned char)*p;
	if (number->percent)
		form[n++] = '%';
	return forms_add(&text->forms, date ? TAG_DATE : TAG_NUMBER, form, n);
}

static bool read_number(const struct marking *m, size_t i, struct number *number)
{
	return i < m->n && number_read(m->text->language, m->letters + i, number_reach(m, i), number);
}

/* Whether the words from `i` on are a month, or `of` and one. */
static bool month_follows(const struct marking *m, size_t i)
{
	struct number number;
	if (i < m->n && text_form_traits(m->text, m->words[i].form) & FORM_STOP)
		i++;
	return read_number(m, i, &number) && number.kind == NUMBER_MONTH;
}

/* Makes one word of the `n_words` from `i` on. */
static void keep_row(struct marking *m, size_t i, size_t n_words, enum word_kind kind,
		     uint32_t form)
{
	const struct word *last = &m->words[i + n_words - 1];
	struct word word = m->words[i];
	size_t n_cp = last->start_cp + last->n_cp - word.start_cp;
	word.n_cp = (uint16_t)(n_cp < UINT16_MAX ? n_cp : UINT16_MAX);
	word.kind = (uint8_t)kind;
	word.form = form;
	m->words[m->n_kept++] = word;
}

static void keep_number(struct marking *m, size_t i, const struct number *number)
{
	enum word_kind kind = number->kind == NUMBER_COUNT ? WORD_NUMBER : WORD_DATE;
	keep_row(m, i, number->n_words, kind, number_form(m->text, number));
	struct word *kept = &m->words[m->n_kept - 1];
	kept->flags &= (uint8_t)~WORD_DEFINITE;
	if (number->definite)
		kept->flags |= WORD_DEFINITE;
}

static bool connects(const struct marking *m, size_t i, unsigned traits)
{
	return traits & (FORM_CONNECTIVE | FORM_PHRASE_BEGINS) &&
	       lexicon_match(m->text->language, LEXICON_CONNECTIVE, m->letters + i, m->n - i) > 0;
}

/* 23:40 and 23:40:05 as one word; 0 where none is. */
static size_t take_clock(struct marking *m, size_t i)
{
	char32_t form[FORM_MAX];
	size_t n = 0, n_words = 1;
	form[n++] = 'T';
	for (size_t k = i; k < i + n_words; k++) {
		struct letters part = m->letters[k];
		if (n + 1 + part.n_cp > FORM_MAX)
			return 0;
		if (k > i)
			form[n++] = ':';
		memcpy(form + n, part.cps, part.n_cp * sizeof *form);
		n += part.n_cp;
		n_words += k + 1 < m->n && m->words[k + 1].flags & WORD_COLON;
	}
	if (n_words == 1)
		return 0;
	keep_row(m, i, n_words, WORD_DATE, forms_add(&m->text->forms, TAG_DATE, form, n));
	return n_words;
}

static void take_word(struct marking *m, size_t i)
{
	struct word word = m->words[i];
	unsigned traits = text_form_traits(m->text, word.form);
	if (word.kind == WORD_CONTENT && traits & FORM_STOP)
		word.kind = WORD_STOP;
	if (word.flags & WORD_CUT || connects(m, i, traits))
		word.flags |= WORD_CLAUSE;
	m->words[m->n_kept++] = word;
}

/* Takes a time, a number or a word; returns how many words that were. An ordinal is a day or a word. */
static size_t take(struct marking *m, size_t i)
{
	struct number number;
	size_t n_clock = take_clock(m, i);
	if (n_clock > 0)
		return n_clock;
	if (!read_number(m, i, &number) || number.n_noun_cp > 0) {
		take_word(m, i);
		return 1;
	}
	if (number.kind != NUMBER_ORDINAL || month_follows(m, i + number.n_words)) {
		keep_number(m, i, &number);
		return number.n_words;
	}
	for (size_t k = 0; k < number.n_words; k++)
		take_word(m, i + k);
	return number.n_words;
}

/* A unit's letters; they stay where they are while number forms are added. */
static void gather_letters(struct marking *m)
{
	struct text_reading *reading = m->text->reading;
	struct forms *forms = &m->text->forms;
	forms_reserve(forms, m->n * (NUMBER_MAX + 1));
	reading->letters = vec_reserve(reading->letters, &reading->cap_letters, m->n,
				       sizeof *reading->letters);
	for (size_t i = 0; i < m->n; i++)
		reading->letters[i] = forms_letters(forms, m->words[i].form);
	m->letters = reading->letters;
}

/* The value of a whole number; -1 of any other word. */
static long value_of(const struct marking *m, size_t i)
{
	if (i >= m->n_kept || m->words[i].kind != WORD_NUMBER)
		return -1;
	struct letters letters = forms_letters(&m->text->forms, m->words[i].form);
	long value = 0;
	for (size_t k = 0; k < letters.n_cp; k++) {
		if (letters.cps[k] < '0' || letters.cps[k] > '9' || k > 4)
			return -1;
		value = value * 10 + (long)(letters.cps[k] - '0');
	}
	return value;
}

static bool is_month(const struct marking *m, size_t i)
{
	return i < m->n_kept && m->words[i].kind == WORD_DATE &&
	       forms_letters(&m->text->forms, m->words[i].form).cps[0] == 'M';
}

/* The day before a month and the year after it, or both after it (February 12, 2025). */
static void mark_dates(struct marking *m)
{
	enum { LAST_DAY = 31, FIRST_YEAR = 1000, LAST_YEAR = 2999 };
	for (size_t i = 0; i < m->n_kept; i++) {
		if (!is_month(m, i))
			continue;
		long before = i > 0 ? value_of(m, i - 1) : -1, after = value_of(m, i + 1);
		if (before >= 1 && before <= LAST_DAY)
			m->words[i - 1].kind = WORD_DATE;
		else if (after >= 1 && after <= LAST_DAY)
			m->words[i + 1].kind = WORD_DATE;
		for (size_t k = i + 1; k <= i + 2; k++)
			if (value_of(m, k) >= FIRST_YEAR && value_of(m, k) <= LAST_YEAR)
				m->words[k].kind = WORD_DATE;
	}
}

size_t text_mark_words(struct compare_text *text, struct word *words, size_t n)
{
	struct marking m = {.text = text, .words = words, .n = n};
	gather_letters(&m);
	for (size_t i = 0; i < n;)
		i += take(&m, i);
	mark_dates(&m);
	text_join_clauses(words, m.n_kept);
	text_mark_asides(text, words, m.n_kept);
	return m.n_kept;
}
