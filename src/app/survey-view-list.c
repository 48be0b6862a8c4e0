/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lists of passages in the survey: two beside each other, each in its own direction, behind how
 * sure it is that they say the same; or those that no match was found for.
 */
#include "app/survey-view-internal.h"

#include <stdlib.h>

#include "app/compare-words.h"
#include "app/i18n.h"
#include "app/mirror.h"
#include "app/theme.h"
#include "app/words.h"
#include "base/xalloc.h"

enum {
	GAP = 1,
	SIGN_COLUMNS = 3,
	AMOUNT_COLUMNS = 4,
	DIFFERS_COLUMNS = 1,
	NUMBER_COLUMNS = 2, /* of an article */
	REACH_COLUMNS = 3,
	NAME_COLUMNS = 20,
	LEAST_FOR_WORDS = 120, /* columns of the screen */
	LEAST_FOR_NAMES = 100,
	LEAST_FOR_TWO = 40,
	EXCERPT_CPS = 240,
};

/* Columns of a row, from the one that is read first. */
struct columns {
	enum survey_list list;
	size_t n_words, n_name; /* 0: not there */
	size_t side, n_side;    /* where the first passage begins; how wide each is, number and all */
	size_t n_sides;
};

static const char *lead_words(const struct survey *survey, enum survey_list list, size_t item)
{
	if (list == SURVEY_OF_LINKS)
		return _(band_words(survey->links[item].band));
	if (list == SURVEY_OF_QUOTES)
		/* TRANSLATORS: a quotation that two articles have: both in quotation marks */
		return survey->quotes[item].quoted ? _("quoted in both") : _("quoted in one");
	return _(copy_words(&survey->copies[item]));
}

static const char *lead_sign(const struct survey *survey, enum survey_list list, size_t item)
{
	static const char *const bands[] = {"", "●○○", "●●○", "●●●"};
	if (list == SURVEY_OF_LINKS)
		return bands[survey->links[item].band];
	if (list == SURVEY_OF_QUOTES)
		return survey->quotes[item].exact ? "=" : "~";
	return survey->copies[item].copied ? "=" : "~";
}

/* How much alike, or how many words. */
static char *amount_text(const struct survey *survey, enum survey_list list, size_t item)
{
	if (list == SURVEY_OF_LINKS)
		return score_words(survey->links[item].score);
	if (list == SURVEY_OF_COPIES)
		return xasprintf("%zu", survey->copies[item].n_run);
	return xstrdup("");
}

/* Whether two linked passages give different numbers of the same thing. */
static bool figures_differ(const struct survey_page *page, const struct link *link)
{
	struct figure_pair_list list = {.items = NULL};
	compare_figures(page->set, link, &list);
	free(list.items);
	return list.n > 0;
}

static size_t widest_words(const struct survey_page *page, enum survey_list list)
{
	const char *const words[] = {_(band_words(BAND_STRONG)), _(band_words(BAND_LIKELY)),
				     _(band_words(BAND_WEAK)),   _("quoted in both"),
				     _("quoted in one"),	     _("copied"),
				     _("copied in large part"),	     _("copied in part"),
				     _("shared run")};
	size_t from = list == SURVEY_OF_LINKS ? 0 : list == SURVEY_OF_QUOTES ? 3 : 5;
	size_t to = list == SURVEY_OF_LINKS ? 3 : list == SURVEY_OF_QUOTES ? 5 : 9, widest = 0;
	for (size_t i = from; i < to; i++) {
		size_t columns = frame_columns(page->frame, words[i]);
		widest = columns > widest ? columns : widest;
	}
	return widest;
}

static struct columns columns_of(const struct survey_page *page, enum survey_list list,
				 size_t n_cols)
{
	struct columns c = {.list = list, .n_sides = list == SURVEY_OF_ALONE ? 1 : 2};
	size_t end = list == SURVEY_OF_LINKS ? REACH_COLUMNS + GAP : 0;
	if (list == SURVEY_OF_ALONE && n_cols >= LEAST_FOR_NAMES)
		c.n_name = NAME_COLUMNS;
	if (list != SURVEY_OF_ALONE) {
		c.n_words = n_cols >= LEAST_FOR_WORDS ? widest_words(page, list) : 0;
		c.side = SIGN_COLUMNS + GAP + (c.n_words > 0 ? c.n_words + GAP : 0);
		c.side += list == SURVEY_OF_QUOTES ? 0 : AMOUNT_COLUMNS + GAP;
		c.side += list == SURVEY_OF_LINKS ? DIFFERS_COLUMNS : 0;
	}
	/* A terminal that orders the text would mix two texts in a row. */
	if (page->frame->order == ORDER_LOGICAL || n_cols < LEAST_FOR_TWO)
		c.n_sides = 1;
	size_t room = n_cols > c.side + end ? n_cols - c.side - end : 0;
	c.n_side = room / c.n_sides;
	return c;
}

static struct area part_of(const struct survey_page *page, struct area row, size_t from,
			   size_t n_cols)
{
	return mirror_part(row, from, n_cols, page->view->shape.mirrored);
}

/* Its number; its article's name where it is the first of the article on the screen; its words. */
static void draw_side(const struct survey_page *page, struct area row, const struct columns *c,
		      const struct survey_side *side, bool named, struct style style)
{
	char *number = xasprintf("%zu", side->at.text + 1);
	char *whole = survey_page_words(page, side->at, side->part, EXCERPT_CPS);
	char *words = words_excerpt(whole, EXCERPT_CPS);
	struct area at = part_of(page, row, 0, NUMBER_COLUMNS);
	size_t from = NUMBER_COLUMNS + GAP;
	frame_text(page->frame, at.row, at.col, at.n_cols, number, style, ZONE_NONE, ALIGN_RIGHT);
	if (c->n_name > 0 && named)
		survey_put(page, part_of(page, row, from, c->n_name),
			   survey_page_name(page, side->at.text), style);
	from += c->n_name > 0 ? c->n_name + 2 * GAP : 0;
	at = part_of(page, row, from, row.n_cols > from + GAP ? row.n_cols - from - GAP : 0);
	frame_text(page->frame, at.row, at.col, at.n_cols, words, style, ZONE_NONE, ALIGN_START);
	free(words);
	free(whole);
	free(number);
}

static void draw_lead(const struct survey_page *page, struct area row, const struct columns *c,
		      size_t item, struct style style)
{
	const struct survey *survey = page->survey;
	char *amount = amount_text(survey, c->list, item);
	size_t from = SIGN_COLUMNS + GAP;
	survey_put(page, part_of(page, row, 0, SIGN_COLUMNS), lead_sign(survey, c->list, item),
		   style);
	if (c->n_words > 0)
		survey_put(page, part_of(page, row, from, c->n_words),
			   lead_words(survey, c->list, item), style);
	from += c->n_words > 0 ? c->n_words + GAP : 0;
	if (c->list != SURVEY_OF_QUOTES) {
		struct area at = part_of(page, row, from, AMOUNT_COLUMNS);
		frame_text(page->frame, at.row, at.col, at.n_cols, amount, style, ZONE_NONE,
			   ALIGN_RIGHT);
	}
	if (c->list == SURVEY_OF_LINKS && figures_differ(page, &survey->links[item]))
		survey_put(page, part_of(page, row, from + AMOUNT_COLUMNS + GAP, DIFFERS_COLUMNS),
			   "≠", style);
	free(amount);
}

static void draw_reach(const struct survey_page *page, struct area row, size_t item,
		       struct style style)
{
	unsigned n = survey_reach_of(&page->view->reach, &page->survey->links[item]);
	char *text = xasprintf("×%u", n);
	size_t from = row.n_cols > REACH_COLUMNS ? row.n_cols - REACH_COLUMNS : 0;
	survey_put(page, part_of(page, row, from, REACH_COLUMNS), text, style);
	free(text);
}

static void draw_item(const struct survey_page *page, struct area row, const struct columns *c,
		      size_t item, bool named, struct style style)
{
	frame_fill(page->frame, row.row, row.col, 1, row.n_cols, style, ZONE_NONE);
	if (c->list != SURVEY_OF_ALONE)
		draw_lead(page, row, c, item, style);
	for (size_t i = 0; i < c->n_sides; i++) {
		struct survey_side side = survey_side(page->survey, c->list, item, i);
		draw_side(page, part_of(page, row, c->side + i * c->n_side, c->n_side), c, &side,
			  named, style);
	}
	if (c->list == SURVEY_OF_LINKS)
		draw_reach(page, row, item, style);
}

static bool is_other_article(const struct survey_page *page, const struct survey_rows *rows,
			     size_t place)
{
	const struct unit_ref *alone = page->survey->alone;
	return alone[rows->items[place - 1]].text != alone[rows->items[place]].text;
}

void survey_draw_list(const struct survey_page *page, struct area area)
{
	struct survey_view *view = page->view;
	const struct survey_rows *rows = &view->rows[view->shown];
	struct list *list = &view->lists[view->shown];
	struct columns c = columns_of(page, view->shown, area.n_cols);
	struct area row = area;
	row.n_rows = 1;
	list_show(list, area.n_rows);
	for (size_t i = list->top; i < list->n && i - list->top < area.n_rows; i++, row.row++) {
		bool at_cursor = i == list->cursor;
		bool named = i == list->top ||
			     (view->shown == SURVEY_OF_ALONE && is_other_article(page, rows, i));
		draw_item(page, row, &c, rows->items[i], named,
			  theme_style(at_cursor ? ROLE_CURSOR : ROLE_TEXT, page->app->mono));
		if (at_cursor)
			survey_put_cursor(page, row);
	}
}

void survey_draw_preview(const struct survey_page *page, struct area area, enum survey_list list,
			 struct survey_scope scope)
{
	struct columns c = columns_of(page, list, area.n_cols);
	size_t n = survey_items(page->survey, list), drawn = 0;
	struct area row = area;
	row.n_rows = 1;
	c.n_name = 0;
	for (size_t i = 0; i < n && drawn < area.n_rows; i++) {
		if (!survey_item_is_in(page->survey, list, i, scope))
			continue;
		draw_item(page, row, &c, i, false, theme_style(ROLE_TEXT, page->app->mono));
		row.row++;
		drawn++;
	}
	if (drawn == 0)
		survey_put(page, row,
			   list == SURVEY_OF_ALONE ? _("for each passage a match was found")
						: _("no match found"),
			   theme_style(ROLE_DIM, page->app->mono));
}
