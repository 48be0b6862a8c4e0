/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The highlights of one article, as the reader shows them: which of them cover a cell, which begin
 * on a row, and how each looks.
 */
#ifndef APP_MARKS_H
#define APP_MARKS_H

#include <stdbool.h>
#include <stddef.h>

#include "app/mark-filter.h"
#include "app/project.h"
#include "app/theme.h"
#include "base/fault.h"
#include "model/rows.h"

struct shown_mark {
	char id[ID_SIZE];
	char article[ID_SIZE];
	struct cp_range range;
	char *quote;
	char *tags; /* paths, joined by ", "; "" for none */
	size_t n_tags;
	struct tag_look look;   /* of its first tag; without one, of its first stance */
	struct tag_look second; /* of its second, where it has so many */
	bool linked;            /* to a claim; without a tag its symbol is among the words */
	char *words;            /* what is said of it: tags, claims with their stances, coders, a note */
	size_t lane;          /* of its stripe, from the text outwards; marks_set_lanes() */
};

void shown_mark_release(struct shown_mark *mark);

/* Zero is a valid empty one. */
struct marks {
	struct shown_mark *items; /* by start, then the longer first */
	size_t *reach_cp;         /* the furthest end of items[0..i] */
	size_t n, cap;
	size_t n_all;             /* with those that the filter leaves out */
	size_t row_cp, n_lanes;   /* that lanes are set for; 0: for none */
};

void marks_release(struct marks *marks);

/* What is shown of a project (its store is there). */
struct marks_source {
	const struct project *project;
	const struct mark_filter *filter; /* NULL: all */
	bool mono;
};

/*
 * The highlights of `article` as they are in the project now, that the filter asks for, as far as
 * project_sees() their coders or what these did on them. On a fault `marks` is as it was.
 */
enum status marks_load(struct marks *marks, const struct marks_source *source, const char *article,
		       struct fault *f) MUST_USE;

/*
 * Those of all articles, by article number and place: a list to go through, with which nothing else
 * here works.
 */
enum status marks_load_all(struct marks *marks, const struct marks_source *source,
			   struct fault *f) MUST_USE;

/* Adds one (its strings are taken over); marks_sort() before anything is asked. */
void marks_add(struct marks *marks, const struct shown_mark *mark);
void marks_sort(struct marks *marks);

/*
 * Gives each a lane for its stripe: in the order in which they begin the lowest that is free, so that
 * it depends on nothing but the highlights and these two. A lane is free a row of `row_cp` code points
 * behind an end, for until there both may be on one row; where that leaves none of `n_lanes`, as soon
 * as it ended. Those that find none have a lane beyond. Costs nothing where nothing changed.
 */
void marks_set_lanes(struct marks *marks, size_t row_cp, size_t n_lanes);

/*
 * Those that touch `range`, at most `max` of them, the last to begin first; an empty range is a
 * place. Returns how many there are.
 */
size_t marks_touching(const struct marks *marks, struct cp_range range,
		      const struct shown_mark **out, size_t max);

/* By id, or NULL. */
const struct shown_mark *marks_find(const struct marks *marks, const char *id);
/* The one that follows or precedes `mark`, which is one of them; NULL. */
const struct shown_mark *marks_after(const struct marks *marks, const struct shown_mark *mark);
const struct shown_mark *marks_before(const struct marks *marks, const struct shown_mark *mark);
/* The first that begins after `cp`, or the last that begins before it; NULL. */
const struct shown_mark *marks_next(const struct marks *marks, size_t cp);
const struct shown_mark *marks_previous(const struct marks *marks, size_t cp);

#endif
