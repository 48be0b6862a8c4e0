/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The two tables of the survey, with the articles as columns: the articles again as rows, or the
 * things of which they give figures. As many columns as have room; the cursor is always in one.
 */
#include "app/survey-view-internal.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/mirror.h"
#include "app/theme.h"
#include "app/words.h"
#include "base/xalloc.h"

enum {
	CELL_GAP = 1,
	LEAST_HEAD = 12,
	LEAST_CELL = 7,
	MOST_CELL = 12,
	MOST_FIGURE = 20,
	LEAST_FOR_LEGEND = 4, /* rows */
	MOST_VALUES = 8, /* of a cell: more have no room */
};

/*
 * Titles get two fifths of the screen, nouns are shorter and numbers longer; the heads get more where
 * the cells do not need it.
 */
static void shape_columns(struct survey_view *view, size_t n_cols)
{
	struct survey_shape *shape = &view->shape;
	bool figures = view->shown == SURVEY_OF_FIGURES;
	size_t n = view->columns.n, least = figures ? n_cols / 5 : n_cols * 2 / 5;
	size_t most = figures ? MOST_FIGURE : MOST_CELL;
	least = least < LEAST_HEAD ? LEAST_HEAD : least;
	size_t room = n_cols > least ? n_cols - least : 0, each = n > 0 ? room / n : room;
	each = each < LEAST_CELL ? LEAST_CELL : each > most ? most : each;
	shape->n_cell_cols = each;
	shape->n_columns = room / each < n ? room / each : n;
	shape->n_head_cols = n_cols - shape->n_columns * each;
	view->columns.n_rows = shape->n_columns;
}

static void scroll_columns(struct survey_view *view)
{
	struct survey_shape *shape = &view->shape;
	size_t at = view->columns.cursor;
	if (at < shape->first)
		shape->first = at;
	if (at >= shape->first + shape->n_columns)
		shape->first = at + 1 - shape->n_columns;
	if (shape->first + shape->n_columns > view->columns.n)
		shape->first = view->columns.n - shape->n_columns;
}

static struct area head_area(const struct survey_view *view, struct area row)
{
	return mirror_part(row, 0, view->shape.n_head_cols - CELL_GAP, view->shape.mirrored);
}

/* The cell of column `i` of those on the screen. */
static struct area cell_area(const struct survey_view *view, struct area row, size_t i)
{
	const struct survey_shape *shape = &view->shape;
	return mirror_part(row, shape->n_head_cols + i * shape->n_cell_cols,
			   shape->n_cell_cols - CELL_GAP, shape->mirrored);
}

size_t survey_column_at(const struct survey_view *view, size_t col)
{
	const struct survey_shape *shape = &view->shape;
	for (size_t i = 0; i < shape->n_columns; i++) {
		struct area area = cell_area(view, shape->rows, i);
		if (col >= area.col && col < area.col + area.n_cols)
			return shape->first + i;
	}
	return view->columns.n;
}

/* In the middle of its cell, from the cell's start on where it is longer. */
static void put_middle(const struct survey_page *page, struct area cell, const char *text,
		       struct style style)
{
	size_t columns = frame_columns(page->frame, text);
	size_t skip = columns < cell.n_cols ? (cell.n_cols - columns) / 2 : 0;
	frame_fill(page->frame, cell.row, cell.col, 1, cell.n_cols, style, ZONE_NONE);
	frame_text(page->frame, cell.row, cell.col + skip, cell.n_cols - skip, text, style,
		   ZONE_NONE, ALIGN_LEFT);
}

static void draw_numbers(const struct survey_page *page, struct area row)
{
	const struct survey_view *view = page->view;
	for (size_t i = 0; i < view->shape.n_columns; i++) {
		size_t text = view->shape.first + i;
		enum role role = text == view->columns.cursor ? ROLE_TITLE_FOCUS : ROLE_TITLE;
		char *number = xasprintf("%zu", text + 1);
		put_middle(page, cell_area(view, row, i), number, theme_style(role, page->app->mono));
		free(number);
	}
	if (view->shape.n_columns == view->columns.n)
		return;
	char *extent = words_format(_("articles %zu-%zu of %zu"), view->shape.first + 1,
				    view->shape.first + view->shape.n_columns, view->columns.n);
	survey_put(page, head_area(view, row), extent, theme_style(ROLE_DIM, page->app->mono));
	free(extent);
}

/* "12 =3": passages with a match, and how many are copied; of an article itself "○14". */
static char *pair_text(const struct survey_page *page, size_t a, size_t b)
{
	const struct survey *survey = page->survey;
	const struct survey_pair *pair = &survey->pairs[a * survey->n_texts + b];
	if (a == b)
		return xasprintf("○%zu", page->view->n_alone[a]);
	if (pair->n_copied > 0)
		return xasprintf("%zu =%zu", pair->n_linked, pair->n_copied);
	return pair->n_linked > 0 ? xasprintf("%zu", pair->n_linked) : xstrdup("·");
}

/* The place of a value among `n` figures; `n` where it is not there. */
static size_t place_of(const struct figure *const *figures, size_t n, const char *value)
{
	size_t i = 0;
	while (i < n && strcmp(figures[i]->value, value) != 0)
		i++;
	return i;
}

/* One figure for each of the first values of an article: one that differs, where one does. */
static size_t values_of(const struct figure_group *group, size_t text,
			const struct figure *out[MOST_VALUES])
{
	size_t n = 0;
	for (size_t i = 0; i < group->n_items; i++) {
		const struct figure *figure = &group->items[i];
		size_t at = figure->at.text == text ? place_of(out, n, figure->value) : MOST_VALUES;
		if (at == MOST_VALUES || (at < n && !figure->differs))
			continue;
		out[at] = figure;
		n += at == n;
	}
	return n;
}

static char *values_text(const struct figure_group *group, size_t text)
{
	const struct figure *figures[MOST_VALUES];
	struct str out = STR_EMPTY;
	size_t n = values_of(group, text, figures);
	for (size_t i = 0; i < n; i++)
		str_appendf(&out, "%s%s%s", i > 0 ? ", " : "", figures[i]->differs ? "≠" : "",
			    figures[i]->value);
	if (n == 0)
		str_append_str(&out, "·");
	return str_take(&out);
}

static char *cell_text(const struct survey_page *page, enum survey_list list, size_t item,
		       size_t text)
{
	return list == SURVEY_OF_ARTICLES ? pair_text(page, item, text)
					  : values_text(&page->survey->figures[item], text);
}

/* What is counted, with a sign where articles give other numbers of it. */
static void draw_noun(const struct survey_page *page, struct area head,
		      const struct figure_group *group, struct style style)
{
	bool mirrored = page->view->shape.mirrored;
	struct area sign = mirror_part(head, 0, 1, mirrored);
	struct area rest = mirror_part(head, 2, head.n_cols, mirrored);
	char *noun = survey_noun_words(page, group);
	if (group->differs)
		survey_put(page, sign, "≠", style);
	survey_put(page, rest, noun, style);
	free(noun);
}

static void draw_head(const struct survey_page *page, struct area head, enum survey_list list,
		      size_t item, enum role role)
{
	struct style style = theme_style(role, page->app->mono);
	if (list == SURVEY_OF_ARTICLES)
		survey_put_article(page, head, item, style);
	else
		draw_noun(page, head, &page->survey->figures[item], style);
}

/* What is not there, or is of an article against itself, matters less. */
static enum role role_of(enum survey_list list, size_t item, size_t text, const char *cell)
{
	bool itself = list == SURVEY_OF_ARTICLES && item == text;
	return itself || strcmp(cell, "·") == 0 ? ROLE_DIM : ROLE_TEXT;
}

/* A row of a table, the cursor in column `at`; the columns' n: in none. */
static void draw_row(const struct survey_page *page, struct area row, enum survey_list list,
		     size_t item, size_t at)
{
	const struct survey_view *view = page->view;
	draw_head(page, head_area(view, row), list, item,
		  at < view->columns.n ? ROLE_TITLE : ROLE_TEXT);
	for (size_t i = 0; i < view->shape.n_columns; i++) {
		size_t text = view->shape.first + i;
		struct area cell = cell_area(view, row, i);
		char *words = cell_text(page, list, item, text);
		enum role role = text == at ? ROLE_CURSOR : role_of(list, item, text, words);
		put_middle(page, cell, words, theme_style(role, page->app->mono));
		if (text == at)
			survey_put_cursor(page, cell);
		free(words);
	}
}

void survey_draw_figures(const struct survey_page *page, struct area row, size_t item)
{
	draw_row(page, row, SURVEY_OF_FIGURES, item, page->view->columns.n);
}

static void draw_legend(const struct survey_page *page, struct area row)
{
	const char *words =
		page->view->shown == SURVEY_OF_ARTICLES
			/* TRANSLATORS: what stands in a cell of the table of two articles; the last
			 * behind a passage
			 */
			? _("n: passages with a match  =n: copied  ○n: no match found  "
			    "×n: in n articles")
			/* TRANSLATORS: what a sign before a number means */
			: _("≠: another article has another number, where it says the same");
	survey_put(page, row, words, theme_style(ROLE_DIM, page->app->mono));
}

void survey_draw_table(const struct survey_page *page, struct area area)
{
	struct survey_view *view = page->view;
	struct list *list = &view->lists[view->shown];
	struct area row = area;
	bool legend = area.n_rows >= LEAST_FOR_LEGEND;
	shape_columns(view, area.n_cols);
	scroll_columns(view);
	row.n_rows = 1;
	if (area.n_rows > 1) {
		draw_numbers(page, row);
		row.row++;
		area.n_rows--;
	}
	area.row = row.row;
	area.n_rows -= legend;
	view->shape.rows = area;
	list_show(list, area.n_rows);
	for (size_t i = list->top; i < list->n && i - list->top < area.n_rows; i++, row.row++)
		draw_row(page, row, view->shown, view->rows[view->shown].items[i],
			 i == list->cursor ? view->columns.cursor : view->columns.n);
	if (legend)
		draw_legend(page, row);
}
