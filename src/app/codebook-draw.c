/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree, and at its foot what the tag at the cursor means. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/codebook-internal.h"
#include "app/i18n.h"
#include "app/mirror.h"
#include "app/state.h"
#include "app/words.h"
#include "base/str.h"
#include "base/xalloc.h"

enum {
	SIGN_COLUMNS = 2,   /* the symbol and a gap */
	DEPTH_COLUMNS = 2,  /* of each level of the tree */
	GAP = 2,
	NUMBER_SIZE = 24,
	ABOUT_ROWS = 4,     /* at the foot, with the rule above them */
	LEAST_LIST_ROWS = 8,
};

/* The columns behind the names, where there is room for them. */
static const struct column {
	const char *label;
	size_t columns, min_screen;
} columns[] = {
	{N_("key"), 5, 60},
	{N_("marks"), 6, 30},
	{N_("articles"), 8, 45},
};
enum { COLUMN_KEY, COLUMN_MARKS, COLUMN_ARTICLES, N_COLUMNS };

static bool is_shown(const struct column *column, size_t n_cols)
{
	return n_cols >= column->min_screen;
}

static size_t columns_behind(size_t n_cols)
{
	size_t taken = 0;
	for (size_t i = 0; i < N_COLUMNS; i++)
		if (is_shown(&columns[i], n_cols))
			taken += columns[i].columns + GAP;
	return taken;
}

static void cell_text(const struct tag *tag, size_t column, char text[NUMBER_SIZE])
{
	if (column == COLUMN_KEY)
		snprintf(text, NUMBER_SIZE, "%s", strlen(tag->key) < NUMBER_SIZE ? tag->key : "");
	else
		snprintf(text, NUMBER_SIZE, "%zu",
			 column == COLUMN_MARKS ? tag->n_highlights : tag->n_articles);
}

/* The columns behind the names: of a tag, or without one their labels. */
static void draw_columns(struct frame *frame, struct area row, const struct tag *tag,
			 struct style style, int zone)
{
	size_t offset = row.n_cols - columns_behind(row.n_cols);
	char text[NUMBER_SIZE];
	for (size_t i = 0; i < N_COLUMNS; i++) {
		if (!is_shown(&columns[i], row.n_cols))
			continue;
		struct area part =
			mirror_part(row, offset + GAP, columns[i].columns, mirror_is_on());
		if (tag)
			cell_text(tag, i, text);
		frame_text(frame, part.row, part.col, part.n_cols,
			   tag ? text : _(columns[i].label), style, zone,
			   mirror_is_on() ? ALIGN_LEFT : ALIGN_RIGHT);
		offset += columns[i].columns + GAP;
	}
}

static size_t depth_of(const char *path)
{
	size_t depth = 0;
	for (; *path; path++)
		depth += *path == '/';
	return depth;
}

/* The name on its level; what is deeper than half of the screen stands there. */
static void draw_name(struct frame *frame, struct area row, const char *name, size_t depth,
		      struct style style, int zone)
{
	size_t room = row.n_cols - columns_behind(row.n_cols), indent = depth * DEPTH_COLUMNS;
	size_t offset = SIGN_COLUMNS + 1 + (indent < room / 2 ? indent : room / 2);
	struct area part =
		mirror_part(row, offset, room > offset ? room - offset : 0, mirror_is_on());
	frame_text(frame, part.row, part.col, part.n_cols, name, style, zone,
		   mirror_is_on() ? ALIGN_RIGHT : ALIGN_LEFT);
}

static void draw_tag(struct codebook_view *codebook, struct app *app, struct frame *frame,
		     struct area row, size_t index)
{
	const struct tag *tag = &codebook->tags.items[index];
	bool at_cursor = index == codebook->list.cursor;
	struct style style = theme_style(at_cursor ? ROLE_CURSOR : ROLE_TEXT, app->mono);
	int zone = ZONE_ITEM + (int)(index - codebook->list.top);
	struct area sign = mirror_part(row, 1, 1, mirror_is_on());
	frame_fill(frame, row.row, row.col, 1, row.n_cols, style, zone);
	frame_text(frame, sign.row, sign.col, sign.n_cols, codebook->looks[index].symbol,
		   codebook->looks[index].style, zone, ALIGN_LEFT);
	draw_name(frame, row, tag->name, depth_of(tag->path), style, zone);
	draw_columns(frame, row, tag, style, zone);
	if (at_cursor) {
		frame->cursor_row = row.row;
		frame->cursor_col = sign.col;
		frame->cursor_shown = true;
	}
}

static void draw_tree(struct codebook_view *codebook, struct app *app, struct frame *frame,
		      struct area area)
{
	struct area row = {.row = area.row, .col = area.col, .n_rows = 1, .n_cols = area.n_cols};
	struct style style = theme_style(ROLE_DIM, app->mono);
	draw_name(frame, row, _("tag"), 0, style, ZONE_NONE);
	draw_columns(frame, row, NULL, style, ZONE_NONE);
	list_show(&codebook->list, area.n_rows - 1);
	for (size_t i = 0; i + 1 < area.n_rows && codebook->list.top + i < codebook->tags.n; i++) {
		row.row = area.row + 1 + i;
		draw_tag(codebook, app, frame, row, codebook->list.top + i);
	}
}

static void append_notes(struct app *app, const char *tag, struct str *out)
{
	struct note_list notes = {.items = NULL};
	struct fault f = FAULT_NONE;
	if (store_note_list(app->project.store, tag, &notes, &f))
		app_say_fault(app, &f);
	for (size_t i = 0; i < notes.n; i++) {
		if (!project_sees(&app->project, notes.items[i].coder))
			continue;
		/* TRANSLATORS: who wrote a note, and the note */
		char *words = words_format(_("note of %s: %s"), notes.items[i].coder,
					   notes.items[i].text);
		str_appendf(out, "%s%s", out->len ? "\n" : "", words);
		free(words);
	}
	note_list_release(&notes);
}

/* What there is to say of the tag at the cursor, looked up once. */
static void learn_about(struct codebook_view *codebook, struct app *app, const struct tag *tag)
{
	struct str about = STR_EMPTY;
	if (strcmp(codebook->about_id, tag->id) == 0)
		return;
	str_append_str(&about, tag->definition);
	append_notes(app, tag->id, &about);
	if (about.len == 0)
		str_append_str(&about, _("without a definition; e writes one"));
	free(codebook->about);
	codebook->about = str_take(&about);
	memcpy(codebook->about_id, tag->id, ID_SIZE);
}

/* The rule with the tag's whole path in it. */
static void draw_rule(struct app *app, struct frame *frame, struct area row, const char *path)
{
	struct style style = theme_style(ROLE_RULE, app->mono);
	struct area part = mirror_part(row, 3, row.n_cols > 6 ? row.n_cols - 6 : 0, mirror_is_on());
	char *title = words_format(" %s ", path);
	for (size_t col = 0; col < row.n_cols; col++)
		frame_glyph(frame, row.row, row.col + col, U'─', style, ZONE_NONE);
	frame_text(frame, part.row, part.col, part.n_cols, title,
		   theme_style(ROLE_TITLE, app->mono), ZONE_NONE,
		   mirror_is_on() ? ALIGN_RIGHT : ALIGN_LEFT);
	free(title);
}

static void draw_about(struct codebook_view *codebook, struct app *app, struct frame *frame,
		       struct area area)
{
	const struct tag *tag = codebook_focus(codebook);
	struct paragraph_options options = {.dir = DIR_AUTO,
					    .fallback = mirror_is_on() ? DIR_RTL : DIR_LTR,
					    .order = frame->order};
	if (!tag || area.n_cols < 4)
		return;
	learn_about(codebook, app, tag);
	draw_rule(app, frame, area, tag->path);
	prose_release(&codebook->prose);
	prose_init(&codebook->prose, codebook->about, area.n_cols - 2, &options);
	for (size_t i = 0; i < codebook->prose.n_rows && i + 1 < area.n_rows; i++)
		prose_draw_row(&codebook->prose, i, frame, area.row + 1 + i, area.col + 1,
			       theme_style(ROLE_TEXT, app->mono), ZONE_NONE);
}

static void draw_empty(struct app *app, struct frame *frame, struct area area)
{
	static const char *const lines[] = {
		N_("This project has no tags yet."),
		N_("a adds one; i adds a ready codebook, or one from a file"),
	};
	for (size_t i = 0; i < sizeof lines / sizeof *lines && i < area.n_rows; i++)
		frame_text(frame, area.row + i, area.col, area.n_cols, _(lines[i]),
			   theme_style(i == 0 ? ROLE_TEXT : ROLE_DIM, app->mono), ZONE_NONE,
			   mirror_is_on() ? ALIGN_RIGHT : ALIGN_LEFT);
}

void codebook_draw(struct view *view, struct app *app, struct frame *frame, struct area area)
{
	struct codebook_view *codebook = (struct codebook_view *)view;
	struct area tree = area, about = area;
	bool has_about = area.n_rows >= LEAST_LIST_ROWS + ABOUT_ROWS;
	if (area.n_rows < 2 || codebook->tags.n == 0) {
		draw_empty(app, frame, area);
		return;
	}
	about.n_rows = has_about ? ABOUT_ROWS : 0;
	tree.n_rows -= about.n_rows;
	about.row += tree.n_rows;
	draw_tree(codebook, app, frame, tree);
	if (has_about)
		draw_about(codebook, app, frame, about);
}
