/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A survey of a whole set: all its links, and what follows from them. It is made in slices, since
 * with many long articles it takes a while.
 */
#ifndef COMPARE_SURVEY_H
#define COMPARE_SURVEY_H

#include "base/str.h"
#include "compare/link.h"

/* What two texts share. */
struct survey_pair {
	size_t n_linked; /* units of the first that have a link, likely or better, to the second */
	size_t n_copied; /* units of the first that are copied from the second, or the other way */
};

/* Two units with words in common one after the other (containment of stem 3-shingles). */
struct copy {
	struct unit_ref a, b;
	struct cp_range range_a, range_b; /* the longest run */
	unsigned contained;               /* of the shorter one's shingles in the other, of COMPARE_ONE */
	size_t n_run;                     /* words of the longest run */
	bool copied;                      /* contained by .30 or more; else only a shared run of 8 or more */
};

/* A quotation that stands elsewhere too, in quotation marks or not. */
struct shared_quote {
	struct unit_ref a, b;
	struct cp_range quote, found; /* in a, without its marks; in b */
	bool quoted; /* found in quotation marks */
};

/* A number of something, as one article says it. */
struct figure {
	struct unit_ref at;
	struct cp_range number, noun;
	const char *value; /* as "1250" or "3.5"; the survey's */
	bool differs;      /* a linked unit has another number of the same */
};

/* All numbers of one thing. */
struct figure_group {
	const char *noun; /* as first written; the survey's */
	struct figure *items; /* by text, then place */
	size_t n_items;
	size_t n_values; /* different ones */
	bool differs;    /* of any item */
};

struct survey {
	size_t n_texts;
	struct survey_pair *pairs;  /* [first * n_texts + second] */
	struct link *links;         /* shown ones (a.text < b.text), the strongest first */
	size_t n_links;
	struct unit_ref *alone;     /* units of kind UNIT_TEXT without a shown link, in order */
	size_t n_alone;
	struct copy *copies;        /* the longest first */
	size_t n_copies;
	struct shared_quote *quotes; /* by a */
	size_t n_quotes;
	struct figure_group *figures; /* those that differ first, then by how many articles have them */
	size_t n_figures;
};

struct survey_maker;

/* `set` is built, and borrowed as long as the survey lives. */
struct survey_maker *survey_begin(const struct compare_set *set);
/* Goes on for about so many units; true when it is done. SIZE_MAX: all. */
bool survey_go_on(struct survey_maker *maker, size_t max_units);
/* How many of 100 parts are done. */
unsigned survey_done(const struct survey_maker *maker);
/* What was made; the maker is gone after it. */
struct survey *survey_take(struct survey_maker *maker);
void survey_cancel(struct survey_maker *maker); /* may be NULL */
void survey_free(struct survey *survey);

#endif
