/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is at the cursor, in full: the passages beside each other, or where the screen is narrow one
 * below the other, each in its own direction, with the words that both have underlined; of figures
 * each passage in a line, the one of the article at the cursor first.
 */
#include "app/survey-view-internal.h"

#include <stdlib.h>

#include "app/comparison.h"
#include "app/mirror.h"
#include "app/prose.h"
#include "app/reader-internal.h"
#include "app/theme.h"
#include "base/xalloc.h"
#include "model/dir.h"

enum {
	GAP = 3,
	NUMBER_COLUMNS = 2, /* of an article */
	LEAST_FOR_TWO = 60, /* columns of the screen */
	LEAST_FOR_REASONS = 6, /* rows */
	PASSAGE_CPS = 2000,
};

/* A passage to be drawn, and what of it stands out: ranges of the article's text. */
struct shown {
	struct survey_side side;
	struct cp_range *marks;
	size_t n_marks;
};

/* The words that a link is for. */
static void mark_matches(const struct survey_page *page, const struct link *link,
			 struct shown sides[2])
{
	struct match_list why = {.items = NULL};
	compare_why(page->set, link->a, link->b, &why);
	for (size_t i = 0; i < 2; i++) {
		sides[i].marks = xcalloc(why.n + 1, sizeof *sides[i].marks);
		for (size_t k = 0; k < why.n; k++)
			sides[i].marks[k] = i == 0 ? why.items[k].a : why.items[k].b;
		sides[i].n_marks = why.n;
	}
	free(why.items);
}

static void mark_part(struct shown *shown)
{
	shown->marks = xcalloc(2, sizeof *shown->marks);
	shown->marks[shown->n_marks++] = shown->side.part;
	shown->marks[shown->n_marks++] = shown->side.noun;
}

static struct paragraph_options options_of(const struct survey_page *page, size_t text)
{
	const struct pane *pane = comparison_pane(page->app, text);
	return (struct paragraph_options){
		.dir = pane ? pane->article.dir : DIR_AUTO,
		.fallback = pane ? dir_of_language(pane->article.lang) : DIR_LTR,
		.order = page->frame->order,
	};
}

/* What stands out, in the passage that begins at `start_cp`; as many as `shown` has marks. */
static struct prose_mark *marks_of(const struct shown *shown, size_t start_cp)
{
	struct prose_mark *marks = xcalloc(shown->n_marks + 1, sizeof *marks);
	for (size_t i = 0; i < shown->n_marks; i++) {
		struct cp_range range = shown->marks[i];
		bool before = range.end_cp <= start_cp;
		marks[i].range.start_cp = range.start_cp > start_cp ? range.start_cp - start_cp : 0;
		marks[i].range.end_cp = before ? 0 : range.end_cp - start_cp;
		marks[i].attrs = ATTR_BOLD | ATTR_UNDERLINE;
	}
	return marks;
}

/* Where a row begins, in the whole text. */
static size_t row_start(const struct prose *prose, size_t i)
{
	return prose->rows[i].start_cp + prose->rows[i].row.start_cp;
}

/* The first row that a mark begins in, so that it is seen where not all has room. */
static size_t row_of(const struct prose *prose, size_t cp)
{
	size_t i = 0;
	while (i + 1 < prose->n_rows && row_start(prose, i + 1) <= cp)
		i++;
	return i;
}

static struct style text_style(const struct survey_page *page)
{
	return theme_style(ROLE_TEXT, page->app->mono);
}

/* The passage in rows of `area`, from row `first` on; how many it took. */
static size_t draw_rows(const struct survey_page *page, struct area area, const struct prose *prose,
			size_t first, const struct shown *shown, size_t start_cp)
{
	struct prose_mark *marks = marks_of(shown, start_cp);
	size_t n = prose->n_rows - first < area.n_rows ? prose->n_rows - first : area.n_rows;
	for (size_t i = 0; i < n; i++)
		prose_draw_marked(prose, first + i, page->frame, area.row + i, area.col,
				  text_style(page), marks, shown->n_marks, ZONE_NONE);
	if (n > 0 && first + n < prose->n_rows)
		frame_glyph(page->frame, area.row + n - 1,
			    mirror_part(area, area.n_cols - 1, 1, page->view->shape.mirrored).col,
			    U'…', theme_style(ROLE_DIM, page->app->mono), ZONE_NONE);
	free(marks);
	return n;
}

/*
 * From its first row on; where that leaves no room for it, from the row on in which the first of
 * what is meant begins.
 */
static size_t draw_passage(const struct survey_page *page, struct area area,
			   const struct shown *shown)
{
	struct paragraph_options options = options_of(page, shown->side.at.text);
	size_t start_cp = survey_page_range(page, shown->side.at).start_cp;
	char *words = survey_page_words(page, shown->side.at, (struct cp_range){0, 0}, PASSAGE_CPS);
	struct prose prose = {.paras = NULL};
	size_t first = 0, part = shown->side.part.start_cp;
	if (area.n_cols > 1) {
		prose_init(&prose, words, area.n_cols, &options);
		if (part > start_cp)
			first = row_of(&prose, part - start_cp);
		if (first < area.n_rows)
			first = 0;
		first = draw_rows(page, area, &prose, first, shown, start_cp);
		prose_release(&prose);
	}
	free(words);
	return first;
}

/* Its article above it; how many rows both took. */
static size_t draw_shown(const struct survey_page *page, struct area area,
			 const struct shown *shown)
{
	if (area.n_rows < 2)
		return 0;
	survey_put_article(page, area, shown->side.at.text, theme_style(ROLE_DIM, page->app->mono));
	area.row++;
	area.n_rows--;
	return 1 + draw_passage(page, area, shown);
}

static void draw_below(const struct survey_page *page, struct area area,
		       const struct shown *sides, size_t n)
{
	for (size_t i = 0; i < n && area.n_rows > 1; i++) {
		struct area part = area;
		if (i + 1 < n)
			part.n_rows = area.n_rows / (n - i);
		size_t used = draw_shown(page, part, &sides[i]);
		area.row += used;
		area.n_rows -= used;
	}
}

static void draw_beside(const struct survey_page *page, struct area area,
			const struct shown sides[2])
{
	bool mirrored = page->view->shape.mirrored;
	size_t width = (area.n_cols - GAP) / 2, n_rows = 0;
	struct area rule = mirror_part(area, width + 1, 1, mirrored);
	for (size_t i = 0; i < 2; i++) {
		struct area side = mirror_part(area, i * (width + GAP), width, mirrored);
		size_t used = draw_shown(page, side, &sides[i]);
		n_rows = used > n_rows ? used : n_rows;
	}
	for (size_t i = 0; i < n_rows; i++)
		frame_glyph(page->frame, area.row + i, rule.col, U'│',
			    theme_style(ROLE_RULE, page->app->mono), ZONE_NONE);
}

/* Takes the row that it needs from `area`. */
static void draw_reasons(const struct survey_page *page, struct area *area, const struct link *link)
{
	char *words = survey_reasons(page, link);
	if (area->n_rows >= LEAST_FOR_REASONS && *words) {
		survey_put(page, *area, words, theme_style(ROLE_DIM, page->app->mono));
		area->row++;
		area->n_rows--;
	}
	free(words);
}

static void draw_passages(const struct survey_page *page, struct area area, size_t item)
{
	enum survey_list list = page->view->shown;
	size_t n = survey_sides(page->survey, list, item);
	struct shown sides[2] = {{.marks = NULL}, {.marks = NULL}};
	for (size_t i = 0; i < n; i++)
		sides[i].side = survey_side(page->survey, list, item, i);
	if (list == SURVEY_OF_LINKS) {
		draw_reasons(page, &area, &page->survey->links[item]);
		mark_matches(page, &page->survey->links[item], sides);
	}
	for (size_t i = 0; i < n && list != SURVEY_OF_LINKS; i++)
		mark_part(&sides[i]);
	/* A terminal that orders the text would mix the two. */
	if (n == 2 && area.n_cols >= LEAST_FOR_TWO && page->frame->order == ORDER_VISUAL)
		draw_beside(page, area, sides);
	else
		draw_below(page, area, sides, n);
	for (size_t i = 0; i < n; i++)
		free(sides[i].marks);
}

/* One row of the passage: the one with the number. */
static void draw_figure(const struct survey_page *page, struct area row, size_t item, size_t i)
{
	struct shown shown = {.side = survey_side(page->survey, SURVEY_OF_FIGURES, item, i)};
	bool mirrored = page->view->shape.mirrored;
	char *number = xasprintf("%zu", shown.side.at.text + 1);
	struct area at = mirror_part(row, 0, NUMBER_COLUMNS, mirrored);
	struct style style = theme_style(ROLE_TITLE, page->app->mono);
	frame_text(page->frame, at.row, at.col, at.n_cols, number, style, ZONE_NONE, ALIGN_RIGHT);
	if (shown.side.figure->differs)
		survey_put(page, mirror_part(row, NUMBER_COLUMNS + 1, 1, mirrored), "≠", style);
	mark_part(&shown);
	draw_passage(page, mirror_part(row, NUMBER_COLUMNS + 3, row.n_cols, mirrored), &shown);
	free(shown.marks);
	free(number);
}

/* Those of the article at the cursor, or those of the others. */
static void draw_figures(const struct survey_page *page, struct area *area, size_t item, bool here)
{
	const struct figure_group *group = &page->survey->figures[item];
	for (size_t i = 0; i < group->n_items && area->n_rows > 0; i++) {
		struct area row = *area;
		if ((group->items[i].at.text == page->view->columns.cursor) != here)
			continue;
		row.n_rows = 1;
		draw_figure(page, row, item, i);
		area->row++;
		area->n_rows--;
	}
}

void survey_draw_detail(const struct survey_page *page, struct area area)
{
	size_t item = survey_view_item(page->view);
	if (page->view->shown == SURVEY_OF_FIGURES) {
		draw_figures(page, &area, item, true);
		draw_figures(page, &area, item, false);
	} else {
		draw_passages(page, area, item);
	}
}
