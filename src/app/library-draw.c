/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/library-draw.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "app/command.h"
#include "app/i18n.h"
#include "app/reader.h"
#include "app/state.h"
#include "app/theme.h"

/* What a column shows of an article, in `text` or (foreign text) borrowed from the article. */
enum { NUMBER_SIZE = 48 };
typedef const char *cell_text(const struct library *library, size_t index, char text[NUMBER_SIZE]);

static const struct article *article_at(const struct library *library, size_t index)
{
	return &library->articles.items[index];
}

static const char *number_text(const struct library *library, size_t index, char text[NUMBER_SIZE])
{
	snprintf(text, NUMBER_SIZE, "%lld", (long long)article_at(library, index)->number);
	return text;
}

static const char *title_text(const struct library *library, size_t index, char text[NUMBER_SIZE])
{
	(void)text;
	return article_at(library, index)->title;
}

static const char *outlet_text(const struct library *library, size_t index, char text[NUMBER_SIZE])
{
	(void)text;
	return article_at(library, index)->outlet;
}

static const char *date_text(const struct library *library, size_t index, char text[NUMBER_SIZE])
{
	(void)text;
	return article_at(library, index)->published_at;
}

static const char *words_text(const struct library *library, size_t index, char text[NUMBER_SIZE])
{
	snprintf(text, NUMBER_SIZE, "%zu", article_at(library, index)->n_words);
	return text;
}

static const char *highlights_text(const struct library *library, size_t index, char text[NUMBER_SIZE])
{
	snprintf(text, NUMBER_SIZE, "%zu", article_at(library, index)->n_highlights);
	return text;
}

/* "2/3", where there is another version. */
static const char *version_text(const struct library *library, size_t index, char text[NUMBER_SIZE])
{
	const struct lineage *lineage = &library->lineages[index];
	snprintf(text, NUMBER_SIZE, "%zu/%zu", lineage->version, lineage->count);
	return lineage->count > 1 ? text : "";
}

/*
 * From left to right. A column stands where the screen is at least so wide; the title takes what
 * the others leave.
 */
static const struct column {
	const char *label;
	cell_text *text;
	size_t columns, min_screen;
	enum frame_align align;
} columns[] = {
	{N_("no."), number_text, 4, 0, ALIGN_RIGHT},
	{N_("title"), title_text, 0, 0, ALIGN_START},
	{N_("outlet"), outlet_text, 14, 60, ALIGN_START},
	{N_("date"), date_text, 10, 72, ALIGN_LEFT},
	{N_("words"), words_text, 5, 50, ALIGN_RIGHT},
	/* TRANSLATORS: number of highlights, in a column of 5. */
	{N_("marks"), highlights_text, 5, 40, ALIGN_RIGHT},
	/* TRANSLATORS: which of how many versions of a text, in a column of 7. */
	{N_("version"), version_text, 7, 40, ALIGN_LEFT},
};
enum { N_COLUMNS = sizeof columns / sizeof *columns, GAP = 2 };

static bool is_shown(const struct library *library, const struct column *column, size_t n_cols)
{
	if (column->text == outlet_text && !library->has_outlets)
		return false;
	if (column->text == date_text && !library->has_dates)
		return false;
	if (column->text == version_text && !library->has_versions)
		return false;
	return n_cols >= column->min_screen;
}

static size_t title_columns(const struct library *library, size_t n_cols)
{
	size_t taken = LIBRARY_MARK_COLUMNS;
	for (size_t i = 0; i < N_COLUMNS; i++)
		if (is_shown(library, &columns[i], n_cols))
			taken += columns[i].columns + GAP;
	return n_cols > taken ? n_cols - taken : 1;
}

/* Instead of an article's index: the labels of the columns. */
static const size_t LABELS = SIZE_MAX;

static const char *cell_of(const struct library *library, const struct column *column,
			   size_t index, char text[NUMBER_SIZE])
{
	return index == LABELS ? _(column->label) : column->text(library, index, text);
}

/*
 * The columns as they stand. A terminal that orders the text takes the numbers behind an Arabic
 * title for a part of it: there they stand before it.
 */
static const size_t in_order[] = {0, 1, 2, 3, 4, 5, 6},
		    numbers_first[] = {0, 3, 4, 5, 6, 1, 2};

/* One row of the table. */
static void draw_cells(const struct library *library, struct frame *frame, struct area row,
		       size_t index, struct style style, int zone)
{
	const size_t *order = frame->order == ORDER_LOGICAL ? numbers_first : in_order;
	size_t n_title = title_columns(library, row.n_cols);
	size_t col = row.col + LIBRARY_MARK_COLUMNS;
	char text[NUMBER_SIZE];
	for (size_t i = 0; i < N_COLUMNS; i++) {
		const struct column *column = &columns[order[i]];
		if (!is_shown(library, column, row.n_cols))
			continue;
		bool title = column->columns == 0;
		size_t n_cols = title ? n_title : column->columns;
		enum text_dir dir =
			title && index != LABELS ? article_at(library, index)->dir : DIR_AUTO;
		frame_title(frame, row.row, col, n_cols, cell_of(library, column, index, text), dir,
			    style, zone, column->align);
		col += n_cols + GAP;
	}
}

static void draw_article(struct library *library, struct app *app, struct frame *frame,
			 struct area row, size_t index)
{
	const struct article *article = &library->articles.items[index];
	bool marked = library_mark_of(library, article->id) < library->n_marks;
	bool at_cursor = index == library->list.cursor;
	struct style style = theme_style(at_cursor ? ROLE_CURSOR : ROLE_TEXT, app->mono);
	int zone = ZONE_ITEM + (int)(index - library->list.top);
	if (marked)
		style.attrs |= ATTR_BOLD;
	frame_fill(frame, row.row, row.col, 1, row.n_cols, style, zone);
	if (marked)
		frame_text(frame, row.row, row.col, 1, "●", style, zone, ALIGN_LEFT);
	if (reader_has(app->reader, article->id))
		frame_text(frame, row.row, row.col + 1, 1, "▸", style, zone, ALIGN_LEFT);
	draw_cells(library, frame, row, index, style, zone);
	/* The hardware cursor stands on the focus, for screen readers and magnifiers. */
	if (at_cursor) {
		frame->cursor_row = row.row;
		frame->cursor_col = row.col;
		frame->cursor_shown = true;
	}
}

static void draw_table(struct library *library, struct app *app, struct frame *frame,
		       struct area area)
{
	struct area row = {.row = area.row, .col = area.col, .n_rows = 1, .n_cols = area.n_cols};
	draw_cells(library, frame, row, LABELS, theme_style(ROLE_DIM, app->mono), ZONE_NONE);
	list_show(&library->list, area.n_rows - 1);
	for (size_t i = 0; i + 1 < area.n_rows && library->list.top + i < library->articles.n;
	     i++) {
		row.row = area.row + 1 + i;
		draw_article(library, app, frame, row, library->list.top + i);
	}
}

/*
 * What there is to do in an empty project: three choices, none of which asks anything else first.
 */
static const struct {
	const char *command, *text;
} choices[] = {
	{"demo", N_("try it with three bundled articles (nothing is kept)")},
	{"import", N_("add an article from a file")},
	{"paste", N_("add an article by pasting its text")},
};
enum { N_CHOICES = sizeof choices / sizeof *choices };

static void draw_choice(struct app *app, struct frame *frame, size_t row, size_t col, size_t index)
{
	struct key key;
	char text[KEY_TEXT_SIZE] = "";
	size_t n_commands;
	const struct command *commands = command_table(&n_commands);
	int zone = ZONE_KEY + (int)(command_find(choices[index].command) - commands);
	if (keymap_keys(app->keymap, SECTION_LIBRARY | SECTION_COMMON, choices[index].command, NULL,
			&key, 1) > 0)
		key_format(key, text);
	frame_text(frame, row, col, 3, text, theme_style(ROLE_KEY, app->mono), zone, ALIGN_LEFT);
	if (frame->n_cols > col + 4)
		frame_text(frame, row, col + 4, frame->n_cols - col - 4, _(choices[index].text),
			   theme_style(ROLE_TEXT, app->mono), zone, ALIGN_LEFT);
}

static void draw_welcome(struct app *app, struct frame *frame, struct area area)
{
	size_t n_rows = N_CHOICES + 3;
	size_t row = area.row + (area.n_rows > n_rows ? (area.n_rows - n_rows) / 3 : 0);
	size_t col = area.col + (area.n_cols > 64 ? (area.n_cols - 60) / 2 : 1);
	size_t n_cols = area.n_cols > col ? area.n_cols - col : 0;
	frame_text(frame, row, col, n_cols,
		   _("hashiya: articles side by side, and notes in their margins"),
		   theme_style(ROLE_TITLE, app->mono), ZONE_NONE, ALIGN_LEFT);
	frame_text(frame, row + 1, col, n_cols, _("This project has no articles yet."),
		   theme_style(ROLE_DIM, app->mono), ZONE_NONE, ALIGN_LEFT);
	for (size_t i = 0; i < N_CHOICES; i++)
		draw_choice(app, frame, row + 3 + i, col, i);
}

void library_draw(struct view *view, struct app *app, struct frame *frame, struct area area)
{
	struct library *library = (struct library *)view;
	if (area.n_rows < 2 || library->articles.n == 0)
		draw_welcome(app, frame, area);
	else
		draw_table(library, app, frame, area);
}
