/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines that say when, where and by whom an article was published, and nothing else. */
#include "compare/text-reading.h"

/* What is there for and against it. */
struct evidence {
	size_t n_dates;   /* parts of dates, words of time */
	size_t n_unknown; /* may be the names of places and people */
	size_t n_sources; /* agencies, "by" */
	bool said;        /* someone says something */
};

/* A title says as little as a number by itself: either stands beside names and dates. */
static void weigh(struct compare_text *text, const struct word *word, struct evidence *e)
{
	unsigned traits = text_form_traits(text, word->form);
	if (word->kind == WORD_DATE || traits & FORM_TIME)
		e->n_dates++;
	else if (traits & FORM_SOURCE)
		e->n_sources++;
	else if (word->kind == WORD_CONTENT && !(traits & FORM_TITLE))
		e->n_unknown++;
	e->said |= (traits & (FORM_SAYING | FORM_SOURCE)) == FORM_SAYING;
}

/*
 * A date and at most two names (a place, an outlet), one more if it is called an agency; or, after
 * an agency or "by", at most three.
 */
bool text_is_dateline(struct compare_text *text, const struct word *words, size_t n)
{
	enum { LONGEST = 24, PLACE = 2, NAME = 3 };
	struct evidence e = {.n_dates = 0};
	if (n == 0 || n > LONGEST)
		return false;
	for (size_t i = 0; i < n; i++)
		weigh(text, &words[i], &e);
	bool dated = e.n_dates > 1 ? e.n_unknown <= PLACE + e.n_sources
				   : e.n_dates == 1 && e.n_unknown == 0;
	bool signed_by = text_form_traits(text, words[0].form) & FORM_SOURCE && e.n_unknown <= NAME;
	return !e.said && (dated || signed_by);
}
