/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A survey as lists of rows: which of its items a list shows, the passages that an item is about,
 * and what it opens. Knows no screen and no panes: words come from whoever has the texts.
 *
 * An item is one link, one unit without a link, all figures of one thing, one quotation or one
 * copy, by its index in the survey.
 */
#ifndef APP_SURVEY_ROWS_H
#define APP_SURVEY_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "app/needles.h"
#include "compare/survey.h"

enum survey_list {
	SURVEY_OF_ARTICLES, /* each with each: its items are the texts */
	SURVEY_OF_LINKS,
	SURVEY_OF_ALONE,
	SURVEY_OF_FIGURES,
	SURVEY_OF_QUOTES,
	SURVEY_OF_COPIES,
	N_SURVEY_LISTS
};

/* Only what is of text `a`, or of both where `b` is one too; SIZE_MAX: no such condition. */
struct survey_scope {
	size_t a, b;
};

#define SURVEY_WHOLE ((struct survey_scope){.a = SIZE_MAX, .b = SIZE_MAX})

/* A passage that an item is about. */
struct survey_side {
	struct unit_ref at;
	struct cp_range part; /* what of it is meant; empty: all of it */
	struct cp_range noun; /* of a figure: what is counted; else empty */
	const struct figure *figure; /* NULL where it is none */
};

/* How many the survey has kept, and how many there are in all. */
size_t survey_items(const struct survey *survey, enum survey_list list);
size_t survey_all_items(const struct survey *survey, enum survey_list list);
/* Of things with figures those that differ. */
size_t survey_differing(const struct survey *survey);
/* For each text, the units that no match was found for. */
void survey_count_alone(const struct survey *survey, size_t n_alone[COMPARE_TEXTS]);

bool survey_item_is_in(const struct survey *survey, enum survey_list list, size_t item,
		       struct survey_scope scope);

/* In the order of the survey; of SURVEY_OF_ARTICLES there are none. */
size_t survey_sides(const struct survey *survey, enum survey_list list, size_t item);
struct survey_side survey_side(const struct survey *survey, enum survey_list list, size_t item,
			       size_t i);

/*
 * The units to be shown for an item, one of each text, that of `first` (SIZE_MAX: none) before the
 * others: of several the one whose figure differs, then the first. Returns how many.
 */
size_t survey_places(const struct survey *survey, enum survey_list list, size_t item, size_t first,
		     struct unit_ref out[COMPARE_TEXTS]);

/* In which texts a unit has likely links, for all units that have some. Zeroed is an empty one. */
struct survey_reach {
	struct {
		uint32_t *units; /* a bit for each text */
		size_t n;
	} texts[COMPARE_TEXTS];
};

void survey_reach_make(struct survey_reach *reach, const struct survey *survey);
void survey_reach_release(struct survey_reach *reach);
/* How many articles say what the units of a link say, theirs with them. */
unsigned survey_reach_of(const struct survey_reach *reach, const struct link *link);

/*
 * Which links are some unit's first, that is its best: one for each, at least, and no more for what
 * five articles say in ten pairs. As many as the survey has links, the caller's to free; `*n` of
 * them are true.
 */
bool *survey_best_links(const struct survey *survey, size_t *n);

/* A survey and the texts that it is of. */
struct survey_source {
	const struct survey *survey;
	/* The words of a part of a unit (empty: of all of it), the caller's; NULL: unreadable. */
	char *(*words)(const void *texts, struct unit_ref at, struct cp_range part);
	const void *texts;
};

/* What is shown of a list. */
struct survey_sieve {
	struct survey_scope scope;
	const bool *best;       /* of links of the whole survey only these; NULL: all */
	struct needles needles; /* all in the row's passages, or in noun and values of figures */
};

/* The items that a list shows, in the order of the survey. Zeroed: none was looked at. */
struct survey_rows {
	size_t *items;
	size_t n, cap;
	size_t next; /* the first item that was not looked at */
};

/* Looks at the next `max` items, or as many as there are; true when all were looked at. */
bool survey_rows_go_on(struct survey_rows *rows, const struct survey_source *from,
		       enum survey_list list, const struct survey_sieve *sieve, size_t max);
/* All are to be looked at again. */
void survey_rows_restart(struct survey_rows *rows);
void survey_rows_release(struct survey_rows *rows);

#endif
