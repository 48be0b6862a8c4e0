/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines that say when, where and by whom an article was published, and nothing else. */
#include "compare/lexicon.h"
#include "compare/text-reading.h"

enum { LONGEST = 24, PLACE = 2, NAME = 3 };

/* What is there for and against it. */
struct evidence {
	size_t n_dates;   /* parts of dates, words of time */
	size_t n_unknown; /* may be the names of places and people */
	size_t n_sources; /* agencies, "by" */
	size_t n_numbers;
	size_t n_stops;   /* more than one belong to a sentence */
	bool signs;       /* it begins with a source that is no person's office */
	bool placed;      /* a source stands behind a dash or in brackets */
	bool said;        /* someone says something */
};

/* A line of words; entries of the lists may be several of them. */
struct line {
	struct compare_text *text;
	const struct word *words;
	size_t n;
	enum language language;
	struct letters letters[LONGEST];
};

static size_t match(const struct line *line, enum lexicon_list list, size_t i)
{
	return lexicon_match(line->language, list, line->letters + i, line->n - i);
}

static void weigh_source(const struct line *line, size_t i, struct evidence *e)
{
	e->n_sources++;
	e->signs |= i == 0 && !(text_form_traits(line->text, line->words[0].form) & FORM_TITLE);
	e->placed |= i > 0 && line->words[i].flags & WORD_PARTED;
}

/* A title says as little as a number by itself: either stands beside names and dates. */
static void weigh_word(const struct line *line, size_t i, struct evidence *e)
{
	const struct word *word = &line->words[i];
	unsigned traits = text_form_traits(line->text, word->form);
	if (word->kind == WORD_DATE || traits & FORM_TIME)
		e->n_dates++;
	else if (word->kind == WORD_CONTENT && !(traits & FORM_TITLE))
		e->n_unknown++;
	e->n_numbers += word->kind == WORD_NUMBER;
	e->n_stops += word->kind == WORD_STOP;
	e->said |= (traits & FORM_SAYING) != 0;
}

/* Weighs what begins with word `i`; how many words it is. */
static size_t weigh(const struct line *line, size_t i, struct evidence *e)
{
	size_t source = match(line, LEXICON_SOURCE, i), time = match(line, LEXICON_TIME, i);
	if (time > 1 && time >= source) {
		e->n_dates++;
		return time;
	}
	if (source > 0 && line->words[i].kind != WORD_DATE) {
		weigh_source(line, i, e);
		return source;
	}
	weigh_word(line, i, e);
	return 1;
}

/*
 * A date and at most two names (a place, an outlet), one more for each agency; or 16/8/2025; or
 * after "by", or before an agency behind a dash, not many.
 */
static bool is_dateline(const struct line *line, const struct evidence *e)
{
	size_t names = e->n_sources > 1 ? 2 * e->n_sources : NAME;
	if (e->said)
		return false;
	if (e->n_dates > 1)
		return e->n_unknown <= PLACE + e->n_sources;
	if (e->n_stops > 1)
		return false;
	if (e->n_unknown == 0)
		return e->n_dates == 1 || e->n_sources > 0 ||
		       (e->n_numbers == line->n && line->n >= 3);
	return (e->signs && e->n_unknown <= names) || (e->placed && e->n_unknown <= PLACE);
}

bool text_is_dateline(struct compare_text *text, const struct word *words, size_t n)
{
	struct line line = {.text = text, .words = words, .n = n};
	struct evidence e = {.n_dates = 0};
	if (n == 0 || n > LONGEST)
		return false;
	line.language = text_form_language(text, words[0].form);
	for (size_t i = 0; i < n; i++)
		line.letters[i] = forms_letters(&text->forms, words[i].form);
	for (size_t i = 0; i < n;)
		i += weigh(&line, i, &e);
	return is_dateline(&line, &e);
}
