/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The comparison of what the reader's panes show: their articles as a set of compare/, made in idle
 * time, and the way from a unit of it to a pane and back.
 *
 * What is known of an article's words is kept with its pane; the set is made anew when a pane comes
 * or goes. Up to COMPARISON_UNASKED bytes that happens by itself; more takes a second or so, and
 * waits until somebody asks. Articles of more than COMPARISON_LONGEST bytes are left out, and so is
 * what comes after COMPARE_TEXTS of them. Two panes of one article are one text.
 *
 * All of it is asked for anew in each frame: a set, and indices into it, hold until the next event
 * or slice of idle work.
 */
#ifndef APP_COMPARISON_H
#define APP_COMPARISON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "compare/survey.h"

struct app;
struct pane;

enum {
	COMPARISON_UNASKED = 512 * 1024,
	COMPARISON_LONGEST = COMPARE_BYTES,
};

enum comparison_state {
	COMPARISON_ALONE,  /* fewer than two articles that can be compared */
	COMPARISON_LARGE,  /* it is not made, unless somebody asks */
	COMPARISON_MAKING, /* in idle time; a frame is wanted when it is there */
	COMPARISON_READY,
};

/*
 * Looks at what the panes show now, and has the set made where it is another than before. `asked`:
 * however large. Costs nothing where nothing changed.
 */
enum comparison_state comparison_want(struct app *app, bool asked);
/* A slice of what there is to be made, for idle time; false where there is nothing. */
bool comparison_go_on(struct app *app);
/* What is done of it, in 100 parts. */
unsigned comparison_done(const struct app *app);
/* The set of what the panes show, once it is READY; else NULL. */
const struct compare_set *comparison_set(const struct app *app);
/* Grows with each set: what was learned from one does not hold in another. */
size_t comparison_serial(const struct app *app);

/*
 * The survey of that set; the first call has it made in idle time. NULL while it, or the set, is
 * being made, and what is done of it in 100 parts.
 */
const struct survey *comparison_survey(struct app *app);
unsigned comparison_survey_done(const struct app *app);

/* Which text of the set a pane shows; the set's count where none. */
size_t comparison_text_of(const struct app *app, const struct pane *pane);
/* The first pane that shows text `i`; NULL where its article was closed meanwhile. */
struct pane *comparison_pane(const struct app *app, size_t i);
/* The title of its article; borrowed. */
const char *comparison_title(const struct app *app, size_t i);
/* The words of a range of text `i`, the caller's; NULL where they cannot be read. */
char *comparison_words(const struct app *app, size_t i, struct cp_range range);
/* The same as a range_words (compare-words.h) of the app. */
char *comparison_range_words(const void *app, size_t i, struct cp_range range);
char *comparison_unit_words(const struct app *app, struct unit_ref at);

/* Articles of the panes that are not in it, being too long or too many; the first one's title. */
size_t comparison_left_out(const struct app *app, const char **title);

/*
 * Shows these units, at most one of a text, each in the pane of its article: it gets one where it
 * has none. The focus goes to the first; the others stay, though a unit that is more like it stands
 * elsewhere. The reader becomes the view at the bottom of the stack, and what was on it is gone:
 * `at` may be of that. On a fault nothing has changed.
 */
enum status comparison_show(struct app *app, const struct unit_ref *at, size_t n, struct fault *f)
	MUST_USE;

/* At the end, or when another project is opened. */
void comparison_free(struct app *app);

#endif
