/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The looks of a claim: its statement, what is known of it, the passages in columns as many as fit,
 * and the articles that have none.
 */
#include "app/claim-view-internal.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/mirror.h"
#include "app/stance-look.h"
#include "app/theme.h"
#include "app/words.h"
#include "base/xalloc.h"
#include "model/dir.h"
#include "model/vocabulary.h"

enum { LEAST_COLUMNS = 28, GAP = 3, INDENT = 2, STATEMENT_ROWS = 3, NUMBER_COLUMNS = 6 };

/* How many columns have room side by side; one where the terminal orders the text itself. */
static void choose_shown(struct claim_view *view, size_t n_cols, bool logical)
{
	size_t fit = logical ? 1 : (n_cols + GAP) / (LEAST_COLUMNS + GAP), at = view->columns.cursor;
	fit = fit < 1 ? 1 : fit;
	view->n_shown = fit < view->n_items ? fit : view->n_items;
	if (at < view->first)
		view->first = at;
	if (view->n_shown > 0 && at >= view->first + view->n_shown)
		view->first = at + 1 - view->n_shown;
	if (view->first + view->n_shown > view->n_items)
		view->first = view->n_items - view->n_shown;
}

struct area claim_view_column_area(const struct claim_view *view, struct area area, size_t i)
{
	size_t n = view->n_shown > 0 ? view->n_shown : 1;
	size_t width = (area.n_cols - GAP * (n - 1)) / n;
	return mirror_part(area, i * (width + GAP), width, view->mirrored);
}

static struct paragraph_options options_of(enum text_dir dir, const char *lang,
					   enum text_order order)
{
	return (struct paragraph_options){
		.dir = dir, .fallback = dir_of_language(lang), .order = order};
}

static void set_passage(struct passage *passage, const struct article *article, size_t width,
			enum text_order order)
{
	struct paragraph_options quote = options_of(article->dir, article->lang, order);
	struct paragraph_options note = options_of(DIR_AUTO, article->lang, order);
	prose_release(&passage->quote);
	prose_release(&passage->remark);
	prose_init(&passage->quote, passage->highlight.exact, width, &quote);
	if (*passage->note)
		prose_init(&passage->remark, passage->note, width, &note);
}

/* Sets the passages of a column for a width, unless they are, and finds where each begins. */
static void set_column(struct claim_view *view, struct claim_column *column, size_t n_cols,
		       enum text_order order)
{
	const struct article *article = &view->evidence.articles.items[column->article];
	size_t width = n_cols > INDENT + 2 ? n_cols - INDENT : 2, top = 0;
	bool set = column->width == width && column->order == order;
	for (size_t i = 0; i < column->n; i++) {
		struct passage *passage = &column->passages[i];
		if (!set)
			set_passage(passage, article, width, order);
		passage->top = top;
		passage->n_rows = 1 + passage->quote.n_rows + passage->remark.n_rows + 1;
		top += passage->n_rows;
	}
	column->width = width;
	column->order = order;
}

/* The passage at the column's cursor is on the screen, from its first row on. */
static void scroll_column(struct claim_column *column, size_t n_rows)
{
	const struct passage *at = &column->passages[column->list.cursor];
	const struct passage *last = &column->passages[column->n - 1];
	size_t end = at->top + at->n_rows - 1, all = last->top + last->n_rows - 1;
	if (end > column->top + n_rows)
		column->top = end - n_rows;
	if (column->top > at->top)
		column->top = at->top;
	if (column->top + n_rows > all)
		column->top = all > n_rows ? all - n_rows : 0;
}

/* "agrees · quoted · A Speaker · certain · nadia"; the caller's. */
static char *words_of(const struct claim_view *view, struct app *app, const struct mention *mention)
{
	struct stance_look look = stance_look_of(&view->evidence.scheme, mention->stance, app->mono);
	const struct term *whose = vocabulary_find(VOCABULARY_ATTRIBUTION, mention->attribution);
	const struct term *sure = vocabulary_find(VOCABULARY_CERTAINTY, mention->certainty);
	const char *coder = strcmp(mention->coder, app->options->coder) == 0 ? "" : mention->coder;
	const char *parts[] = {whose ? _(whose->label) : mention->attribution, mention->speaker,
			       sure ? _(sure->label) : mention->certainty, coder};
	char *words = xstrdup(look.label);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		char *more = *parts[i] ? words_format("%s · %s", words, parts[i]) : NULL;
		if (!more)
			continue;
		free(words);
		words = more;
	}
	return words;
}

static void draw_stance(const struct claim_view *view, struct app *app, struct frame *frame,
			struct area row, const struct passage *passage, bool at_cursor)
{
	struct stance_look look =
		stance_look_of(&view->evidence.scheme, passage->mention->stance, app->mono);
	struct style style = theme_style(at_cursor ? ROLE_CURSOR : ROLE_TITLE, app->mono);
	struct area sign = mirror_part(row, 0, 1, view->mirrored);
	struct area rest = mirror_part(row, INDENT, row.n_cols, view->mirrored);
	char *words = words_of(view, app, passage->mention);
	frame_fill(frame, row.row, row.col, 1, row.n_cols, style, ZONE_NONE);
	frame_text(frame, sign.row, sign.col, 1, look.symbol, look.style, ZONE_NONE, ALIGN_LEFT);
	frame_text(frame, rest.row, rest.col, rest.n_cols, words, style, ZONE_NONE,
		   view->mirrored ? ALIGN_RIGHT : ALIGN_LEFT);
	if (at_cursor) {
		frame->cursor_row = row.row;
		frame->cursor_col = sign.col;
		frame->cursor_shown = true;
	}
	free(words);
}

/* Row `index` of a passage: the stance, then the quote, then notes. */
static void draw_passage_row(const struct claim_view *view, struct app *app, struct frame *frame,
			     struct area row, const struct passage *passage, size_t index,
			     bool at_cursor)
{
	struct area rest = mirror_part(row, INDENT, row.n_cols, view->mirrored);
	if (index == 0) {
		draw_stance(view, app, frame, row, passage, at_cursor);
		return;
	}
	if (at_cursor && index < passage->n_rows - 1)
		frame_glyph(frame, row.row, mirror_part(row, 0, 1, view->mirrored).col, U'▌',
			    theme_style(ROLE_RULE, app->mono), ZONE_NONE);
	index--;
	if (index < passage->quote.n_rows)
		prose_draw_row(&passage->quote, index, frame, rest.row, rest.col,
			       theme_style(ROLE_TEXT, app->mono), ZONE_NONE);
	else if (index - passage->quote.n_rows < passage->remark.n_rows)
		prose_draw_row(&passage->remark, index - passage->quote.n_rows, frame, rest.row,
			       rest.col, theme_style(ROLE_DIM, app->mono), ZONE_NONE);
}

static void draw_title(const struct claim_view *view, struct app *app, struct frame *frame,
		       struct area row, const struct claim_column *column, bool focus)
{
	const struct article *article = &view->evidence.articles.items[column->article];
	struct style style = theme_style(focus ? ROLE_TITLE_FOCUS : ROLE_TITLE, app->mono);
	struct area at = mirror_part(row, 0, 4, view->mirrored);
	struct area rest = mirror_part(row, 5, row.n_cols, view->mirrored);
	char *number = xasprintf("%lld", (long long)article->number);
	char *title = *article->outlet ? words_format("%s · %s", article->outlet, article->title)
				       : xstrdup(article->title);
	frame_fill(frame, row.row, row.col, 1, row.n_cols, style, ZONE_NONE);
	frame_text(frame, at.row, at.col, at.n_cols, number, style, ZONE_NONE, ALIGN_RIGHT);
	frame_title(frame, rest.row, rest.col, rest.n_cols, title, article->dir, style, ZONE_NONE,
		    view->mirrored ? ALIGN_RIGHT : ALIGN_LEFT);
	free(title);
	free(number);
}

static void draw_column(struct claim_view *view, struct app *app, struct frame *frame,
			struct area area, struct claim_column *column, bool focus)
{
	struct area row = area;
	row.n_rows = 1;
	draw_title(view, app, frame, row, column, focus);
	if (area.n_rows < 2)
		return;
	set_column(view, column, area.n_cols, frame->order);
	scroll_column(column, area.n_rows - 1);
	column->list.n_rows = 2;
	for (size_t i = 0; i < column->n; i++) {
		const struct passage *passage = &column->passages[i];
		for (size_t k = 0; k < passage->n_rows; k++) {
			size_t at = passage->top + k;
			row.row = area.row + 1 + at - column->top;
			if (at >= column->top && at < column->top + area.n_rows - 1)
				draw_passage_row(view, app, frame, row, passage, k,
						 focus && i == column->list.cursor);
		}
	}
}

static void draw_rule(const struct claim_view *view, struct app *app, struct frame *frame,
		      struct area area, size_t i)
{
	struct area column = claim_view_column_area(view, area, i);
	size_t col = view->mirrored ? column.col + column.n_cols + 1 : column.col - 2;
	for (size_t row = 0; row < area.n_rows; row++)
		frame_glyph(frame, area.row + row, col, U'│', theme_style(ROLE_RULE, app->mono),
			    ZONE_NONE);
}

/* The statement, in its own direction, in at most `most` rows; how many it took. */
static size_t draw_statement(struct claim_view *view, struct app *app, struct frame *frame,
			     struct area area, size_t most)
{
	const struct claim *claim = &view->evidence.claims.items[view->index];
	struct area at = mirror_part(area, 0, NUMBER_COLUMNS - 2, view->mirrored);
	struct area rest = mirror_part(area, NUMBER_COLUMNS, area.n_cols, view->mirrored);
	struct paragraph_options options = options_of(DIR_AUTO, claim->lang, frame->order);
	struct style style = theme_style(ROLE_TITLE, app->mono);
	char *number = xasprintf("%lld", (long long)claim->number);
	size_t n = 0;
	prose_release(&view->statement);
	prose_init(&view->statement, claim->statement, rest.n_cols, &options);
	frame_text(frame, at.row, at.col, at.n_cols, number, style, ZONE_NONE, ALIGN_RIGHT);
	for (; n < most && n < view->statement.n_rows; n++)
		prose_draw_row(&view->statement, n, frame, rest.row + n, rest.col, style,
			       ZONE_NONE);
	free(number);
	return n;
}

/* Verdict, relations, notes on the claim; "" for nothing. The caller's. */
static char *about_claim(const struct claim_view *view)
{
	const struct claim *claim = &view->evidence.claims.items[view->index];
	char *relations = evidence_relations(&view->evidence, claim->id);
	struct str text = STR_EMPTY;
	if (*claim->verdict) {
		char *verdict = words_format(_("verdict: %s"), claim->verdict);
		str_append_str(&text, verdict);
		free(verdict);
	}
	if (*relations)
		str_appendf(&text, "%s%s", text.len > 0 ? " · " : "", relations);
	for (size_t i = 0; i < view->evidence.notes.n; i++) {
		const struct note *note = &view->evidence.notes.items[i];
		if (note->kind != NOTE_CLAIM || strcmp(note->target, claim->id) != 0)
			continue;
		char *words = words_format(_("note: %s"), note->text);
		str_appendf(&text, "%s%s", text.len > 0 ? " · " : "", words);
		free(words);
	}
	free(relations);
	return str_take(&text);
}

/* "∅ absent: 4, 5": the numbers of the articles in a state; nothing where there are none. */
static void append_articles(const struct claim_view *view, enum coverage_state state, bool mono,
			    struct str *out)
{
	const struct evidence *evidence = &view->evidence;
	struct stance_look look = coverage_look(state, mono);
	bool any = false;
	for (size_t i = 0; i < evidence->articles.n; i++) {
		if (coverage_grid_cell(&evidence->grid, view->index, i)->state != state)
			continue;
		if (any)
			str_append_str(out, ", ");
		else
			str_appendf(out, "%s%s %s: ", out->len > 0 ? "   " : "", look.symbol,
				    look.label);
		str_appendf(out, "%lld", (long long)evidence->articles.items[i].number);
		any = true;
	}
}

static void draw_line(const struct claim_view *view, struct app *app, struct frame *frame,
		      struct area line, const char *text)
{
	frame_text(frame, line.row, line.col, line.n_cols, text, theme_style(ROLE_DIM, app->mono),
		   ZONE_NONE, view->mirrored ? ALIGN_RIGHT : ALIGN_LEFT);
}

static void draw_columns(struct claim_view *view, struct app *app, struct frame *frame,
			 struct area area)
{
	if (view->n_items == 0)
		draw_line(view, app, frame, area,
			  _("No passage is linked to this claim yet: in an article, c links one."));
	for (size_t i = 0; i < view->n_shown; i++) {
		size_t at = view->first + i;
		draw_column(view, app, frame, claim_view_column_area(view, area, i),
			    &view->items[at], at == view->columns.cursor);
		if (i > 0)
			draw_rule(view, app, frame, area, i);
	}
}

/* What stands above the columns; how many rows it took. */
static size_t draw_head(struct claim_view *view, struct app *app, struct frame *frame,
			struct area area)
{
	bool high = area.n_rows >= 12;
	size_t n = draw_statement(view, app, frame, area, high ? STATEMENT_ROWS : 1);
	char *about = about_claim(view);
	area.row += n;
	if (high && *about) {
		draw_line(view, app, frame,
			  mirror_part(area, NUMBER_COLUMNS, area.n_cols, view->mirrored), about);
		n++;
	}
	free(about);
	return n + high;
}

static void draw_missing(struct claim_view *view, struct app *app, struct frame *frame,
			 struct area area)
{
	struct str text = STR_EMPTY;
	append_articles(view, COVERAGE_ABSENT, app->mono, &text);
	append_articles(view, COVERAGE_UNREAD, app->mono, &text);
	area.row += area.n_rows - 1;
	draw_line(view, app, frame, area, str_cstr(&text));
	str_release(&text);
}

void claim_view_draw(struct view *base, struct app *app, struct frame *frame, struct area area)
{
	struct claim_view *view = (struct claim_view *)base;
	/* The screen's first column is for the guard's marks (term/guard.h): no text. */
	size_t skip = area.col == 0 && area.n_cols > 2 ? 1 : 0;
	area.col += skip;
	area.n_cols -= skip;
	view->mirrored = mirror_is_on();
	if (view->index == view->evidence.claims.n) {
		draw_line(view, app, frame, area, _("this claim is gone; u brings it back"));
		return;
	}
	choose_shown(view, area.n_cols, frame->order == ORDER_LOGICAL);
	size_t n_head = draw_head(view, app, frame, area), n_foot = area.n_rows >= 6;
	view->drawn = area;
	view->drawn.row += n_head;
	view->drawn.n_rows = area.n_rows > n_head + n_foot ? area.n_rows - n_head - n_foot : 0;
	if (view->drawn.n_rows > 0)
		draw_columns(view, app, frame, view->drawn);
	if (n_foot > 0)
		draw_missing(view, app, frame, area);
}
