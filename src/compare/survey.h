/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A survey of a whole set: all its links, and what follows from them. It is made in steps, since
 * with many long articles it takes a while.
 *
 * It says the same whatever the order of the texts. Its memory is bounded: of each list it keeps
 * the first SURVEY_MOST (of figures, SURVEY_FIGURES a text) and says how many there are in all;
 * the counts of survey_pair are always of all.
 */
#ifndef COMPARE_SURVEY_H
#define COMPARE_SURVEY_H

#include "compare/copies.h"
#include "compare/figures.h"
#include "compare/link.h"
#include "compare/quotes.h"

enum {
	SURVEY_MOST = 10000,
	SURVEY_FIGURES = 4096,
};

/* What two texts share. */
struct survey_pair {
	size_t n_linked; /* units of the first that have a link, likely or better, to the second */
	size_t n_copied; /* units of the first that are copied from the second, or the other way */
};

/* A number of something, as one article says it. */
struct figure {
	struct unit_ref at;
	struct cp_range number, noun; /* the same where one word is both: ساعتين, 40% */
	const char *value;            /* in digits, as "1250" or "3.5"; the survey's */
	bool differs; /* a linked unit has another number of the same (compare_figures()) */
};

/* All numbers of one thing. What it is called stands in an article: the first item's noun. */
struct figure_group {
	bool percent;         /* per cent, of whatever; then no item has a noun of its own */
	struct figure *items; /* by text, then place */
	size_t n_items;
	size_t n_values; /* different ones */
	size_t n_texts;  /* that have one */
	bool differs;    /* of any item */
};

struct survey {
	size_t n_texts;
	struct survey_pair *pairs;  /* [first * n_texts + second] */
	struct link *links;         /* shown ones (a.text < b.text), by band, then score */
	size_t n_links, n_all_links;
	struct unit_ref *alone;    /* units of kind UNIT_TEXT that say something but have no shown
				      link, in order: all */
	size_t n_alone;
	struct copy *copies;       /* the longest first */
	size_t n_copies, n_all_copies;
	struct shared_quote *quotes; /* by a, then place, then b */
	size_t n_quotes, n_all_quotes;
	struct figure_group *figures; /* differing first, then by how many texts have them */
	size_t n_figures;
	size_t n_figures_left_out; /* numbers, not groups */
};

struct survey_maker;

/* `set` is built, and borrowed as long as the survey is made. */
struct survey_maker *survey_begin(const struct compare_set *set);
/*
 * Goes on for at most so many steps; true when it is done. A step is one unit towards one other
 * text, or about as much: some .1 ms, with texts of 1 MB up to 1 ms. SIZE_MAX: all.
 */
bool survey_go_on(struct survey_maker *maker, size_t max_steps);
/* How many of 100 parts are done. */
unsigned survey_done(const struct survey_maker *maker);
/* What was made; the maker is gone after it. Only once survey_go_on() has returned true. */
struct survey *survey_take(struct survey_maker *maker);
void survey_cancel(struct survey_maker *maker); /* may be NULL */
void survey_free(struct survey *survey);        /* may be NULL */

#endif
