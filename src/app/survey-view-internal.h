/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The view of a survey from inside; only for its files.
 */
#ifndef APP_SURVEY_VIEW_INTERNAL_H
#define APP_SURVEY_VIEW_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>

#include "app/list.h"
#include "app/state.h"
#include "app/survey-rows.h"
#include "app/survey-view.h"
#include "base/str.h"

/* Where things stand on the screen, as last drawn. */
struct survey_shape {
	bool mirrored;           /* the first column stands at the right */
	struct area tabs[N_SURVEY_LISTS];
	struct area rows;        /* of the list */
	size_t n_head_cols;      /* of articles or nouns, before the columns, */
	size_t n_cell_cols;      /* of each cell, with the gap after it */
	size_t n_columns, first; /* articles shown, from this one on */
};

struct survey_view {
	struct view view;
	size_t serial;             /* of the set that the rows are of */
	bool made;                 /* its survey was there when they were made */
	enum survey_list shown;
	struct survey_sieve sieve; /* what is shown of each list but the articles */
	char *needle;              /* as typed; "" */
	struct survey_rows rows[N_SURVEY_LISTS];
	struct list lists[N_SURVEY_LISTS]; /* over the rows */
	struct list columns;       /* the articles */
	struct survey_reach reach;
	bool *best;     /* which links are some unit's best, */
	size_t n_best;  /* and how many */
	size_t n_alone[COMPARE_TEXTS]; /* units of each text that no match was found for */
	bool waits;                /* the reader was reached from here */
	bool working;              /* its job is in the app's queue */
	struct survey_shape shape;
	struct str status;
};

/* What one frame shows: made anew for each, since a set may be gone at the next event. */
struct survey_page {
	struct survey_view *view;
	struct app *app;
	struct frame *frame;
	const struct compare_set *set;
	const struct survey *survey;
};

/* Brings the view up to what the panes show; false while there is no survey. */
bool survey_view_refresh(struct survey_view *view, struct app *app);
/* The survey of the panes and its texts; without a survey while it is being made. */
struct survey_source survey_view_source(const struct app *app, const struct survey *survey);

/* The item at the cursor; SIZE_MAX where the list is empty. */
size_t survey_view_item(const struct survey_view *view);
/* The articles at the cursor of the matrix: the same one twice on its diagonal. */
struct survey_scope survey_view_pair(const struct survey_view *view);

/* Where it is on top; NULL. */
struct survey_view *survey_view_on_top(const struct app *app);
/* Shows a list, where it was left; of other articles, from its first row on. */
void survey_view_show_list(struct survey_view *view, struct app *app, enum survey_list list,
			   struct survey_scope scope);
/* The same of the articles that the list before was of. */
void survey_view_choose_list(struct survey_view *view, struct app *app, enum survey_list list);
/* What is shown has the words from here on. */
void survey_view_narrow(struct survey_view *view, struct app *app, const char *needle);
/* The article whose column is at a column of the screen; the columns' n where there is none. */
size_t survey_column_at(const struct survey_view *view, size_t col);

void survey_view_draw(struct view *view, struct app *app, struct frame *frame, struct area area);

/* The parts of the screen: each draws into `area`. */
void survey_draw_table(const struct survey_page *page, struct area area);
/* A row of the table of figures, in the columns that were drawn last. */
void survey_draw_figures(const struct survey_page *page, struct area row, size_t item);
void survey_draw_list(const struct survey_page *page, struct area area);
/* The first rows of a list that are in a scope, without a cursor. */
void survey_draw_preview(const struct survey_page *page, struct area area, enum survey_list list,
			 struct survey_scope scope);
void survey_draw_detail(const struct survey_page *page, struct area area);

/* An article's number, outlet and title, the title's direction kept. */
void survey_put_article(const struct survey_page *page, struct area row, size_t text,
			struct style style);
/* A line of our own words or of an article's, cut where it has no room. */
void survey_put(const struct survey_page *page, struct area cells, const char *text,
		struct style style);
void survey_put_cursor(const struct survey_page *page, struct area cells);

/* The words of a unit or a part of it, at most `max_cp` code points; the caller's, never NULL. */
char *survey_page_words(const struct survey_page *page, struct unit_ref at, struct cp_range part,
			size_t max_cp);
/* Where a unit stands in its text. */
struct cp_range survey_page_range(const struct survey_page *page, struct unit_ref at);
/* What people call an article: its outlet, else its title. Borrowed. */
const char *survey_page_name(const struct survey_page *page, size_t text);

/* What a group of figures is of, as its first article calls it; the caller's. */
char *survey_noun_words(const struct survey_page *page, const struct figure_group *group);
/* In words; the caller's. */
char *survey_pair_words(const struct survey_page *page, struct survey_scope pair);
char *survey_item_words(const struct survey_page *page, enum survey_list list, size_t item);
/* Why two passages are taken for the same. */
char *survey_reasons(const struct survey_page *page, const struct link *link);
/* What the articles' languages mean for the comparison, and what is left out of it; "" for nothing. */
char *survey_languages_words(const struct survey_page *page);
char *survey_left_out_words(const struct app *app);

#endif
