/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The grid's looks. From the top: the articles' numbers and outlets, a row a claim, and at the foot
 * what the cursor is on in full, the cell in words, and what the symbols mean. On a low screen the
 * foot gives way to the claims, the words last.
 */
#include "app/grid-internal.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/mirror.h"
#include "app/stance-look.h"
#include "app/theme.h"
#include "app/words.h"
#include "base/xalloc.h"

enum {
	LEAST_CLAIM_COLUMNS = 32,
	LEAST_CELL_COLUMNS = 5,
	MOST_CELL_COLUMNS = 20,
	NUMBER_COLUMNS = 4, /* of a claim, before its statement */
	CELL_GAP = 1,
	LEAST_OUTLET_COLUMNS = 8, /* of a cell: fewer letters say nothing */
	MOST_STATES = 16,   /* of a legend */
};

/* What the height leaves room for. */
struct foot {
	bool outlets, words, article, claim;
	size_t n_legend; /* rows */
	size_t n_rows;   /* all of the foot */
};

/* Up to half of the screen is for the claims, and more where the cells do not need it. */
static void shape_columns(struct grid_shape *shape, size_t n_cols, size_t n_articles)
{
	size_t least_claim = n_cols * 2 / 5;
	size_t most = n_cols < 2 * LEAST_CLAIM_COLUMNS ? LEAST_CELL_COLUMNS : MOST_CELL_COLUMNS;
	if (least_claim < LEAST_CLAIM_COLUMNS && n_cols >= 2 * LEAST_CLAIM_COLUMNS)
		least_claim = LEAST_CLAIM_COLUMNS;
	size_t room = n_cols - least_claim, each = n_articles > 0 ? room / n_articles : most;
	each = each > most ? most : each < LEAST_CELL_COLUMNS ? LEAST_CELL_COLUMNS : each;
	shape->n_cell_cols = each;
	shape->n_columns = room / each < n_articles ? room / each : n_articles;
	shape->n_claim_cols = n_cols - shape->n_columns * each;
}

/* The columns on the screen have the cursor among them, and no empty place after the last. */
static void scroll_columns(struct grid *grid)
{
	struct grid_shape *shape = &grid->shape;
	size_t n = grid->evidence.articles.n, at = grid_article_at(grid);
	if (at < n && at < shape->first)
		shape->first = at;
	if (at < n && at >= shape->first + shape->n_columns)
		shape->first = at + 1 - shape->n_columns;
	if (shape->first + shape->n_columns > n)
		shape->first = n - shape->n_columns;
}

struct area grid_column_area(const struct grid *grid, struct area row, size_t i)
{
	const struct grid_shape *shape = &grid->shape;
	if (i == 0)
		return mirror_part(row, 0, shape->n_claim_cols - CELL_GAP, shape->mirrored);
	return mirror_part(row, shape->n_claim_cols + (i - 1) * shape->n_cell_cols,
			   shape->n_cell_cols - CELL_GAP, shape->mirrored);
}

/* Half of what is left after `columns`, so that they stand in the middle. */
static size_t indent(size_t n_cols, size_t columns)
{
	return columns < n_cols ? (n_cols - columns) / 2 : 0;
}

static void put_middle(struct frame *frame, struct area area, const char *text, struct style style)
{
	size_t skip = indent(area.n_cols, frame_columns(frame, text));
	frame_text(frame, area.row, area.col + skip, area.n_cols - skip, text, style, ZONE_NONE,
		   ALIGN_LEFT);
}

static const char *outlet_of(const struct article *article)
{
	return *article->outlet ? article->outlet : article->title;
}

static void draw_head(const struct grid *grid, struct app *app, struct frame *frame,
		      struct area row, size_t i, bool outlets)
{
	size_t at = grid->shape.first + i - 1;
	const struct article *article = &grid->evidence.articles.items[at];
	bool focus = at == grid_article_at(grid);
	struct area area = grid_column_area(grid, row, i);
	char *number = xasprintf("%lld", (long long)article->number);
	struct style style = theme_style(focus ? ROLE_TITLE_FOCUS : ROLE_TITLE, app->mono);
	frame_fill(frame, area.row, area.col, 1, area.n_cols, style, ZONE_NONE);
	put_middle(frame, area, number, style);
	area.row++;
	if (outlets)
		put_middle(frame, area, outlet_of(article),
			   theme_style(focus ? ROLE_TEXT : ROLE_DIM, app->mono));
	free(number);
}

/* "<3 4-9 of 12>": which articles are on the screen, where these are not all. */
static void draw_extent(const struct grid *grid, struct app *app, struct frame *frame,
			struct area row)
{
	const struct grid_shape *shape = &grid->shape;
	size_t n = grid->evidence.articles.n;
	struct area area = grid_column_area(grid, row, 0);
	if (shape->n_columns == n)
		return;
	/* TRANSLATORS: which articles the columns are, of how many */
	char *text = words_format(_("articles %zu-%zu of %zu"), shape->first + 1,
				  shape->first + shape->n_columns, n);
	frame_text(frame, area.row, area.col, area.n_cols, text, theme_style(ROLE_DIM, app->mono),
		   ZONE_NONE, shape->mirrored ? ALIGN_RIGHT : ALIGN_LEFT);
	free(text);
}

/* A symbol, with the word where there is room, and how many passages where it is several. */
static char *cell_text(const struct coverage_cell *cell, struct stance_look look, bool named)
{
	named = named && *look.label && cell->state != COVERAGE_UNREAD;
	struct str text = STR_EMPTY;
	str_append_str(&text, look.symbol);
	if (named)
		str_appendf(&text, " %s", look.label);
	if (cell->n_mentions > 1)
		str_appendf(&text, named ? " %zu" : "%zu", cell->n_mentions);
	return str_take(&text);
}

static void draw_cell(const struct grid *grid, struct app *app, struct frame *frame,
		      struct area area, size_t claim, size_t article, bool at_cursor)
{
	const struct evidence *evidence = &grid->evidence;
	const struct coverage_cell *cell = coverage_grid_cell(&evidence->grid, claim, article);
	struct stance_look look = coverage_cell_look(&evidence->scheme, cell, app->mono);
	struct style style = at_cursor ? theme_style(ROLE_CURSOR, app->mono) : look.style;
	char *text = cell_text(cell, look, grid->shape.named);
	frame_fill(frame, area.row, area.col, 1, area.n_cols, style, ZONE_NONE);
	put_middle(frame, area, text, style);
	if (at_cursor) {
		frame->cursor_row = area.row;
		frame->cursor_col = area.col + indent(area.n_cols, frame_columns(frame, text));
		frame->cursor_shown = true;
	}
	free(text);
}

/* Its number, a sign where there is more to know, and its statement in its own direction. */
static void draw_claim(const struct grid *grid, struct app *app, struct frame *frame,
		       struct area area, size_t index, bool in_row, bool at_cursor)
{
	const struct claim *claim = &grid->evidence.claims.items[index];
	bool mirrored = grid->shape.mirrored;
	struct style style = theme_style(at_cursor ? ROLE_CURSOR
					 : in_row  ? ROLE_TITLE
						   : ROLE_TEXT, app->mono);
	char *number = xasprintf("%lld", (long long)claim->number);
	struct area at = mirror_part(area, 0, NUMBER_COLUMNS, mirrored);
	struct area rest = mirror_part(area, NUMBER_COLUMNS + 2, area.n_cols, mirrored);
	frame_fill(frame, area.row, area.col, 1, area.n_cols, style, ZONE_NONE);
	frame_text(frame, at.row, at.col, at.n_cols, number, style, ZONE_NONE, ALIGN_RIGHT);
	frame_text(frame, rest.row, rest.col, rest.n_cols, claim->statement, style, ZONE_NONE,
		   mirrored ? ALIGN_RIGHT : ALIGN_LEFT);
	at = mirror_part(area, NUMBER_COLUMNS, 1, mirrored);
	if (evidence_has_more(&grid->evidence, claim->id))
		frame_text(frame, at.row, at.col, at.n_cols, "+", style, ZONE_NONE, ALIGN_LEFT);
	if (at_cursor) {
		frame->cursor_row = area.row;
		frame->cursor_col = mirrored ? area.col + area.n_cols - 1 : area.col;
		frame->cursor_shown = true;
	}
	free(number);
}

static void draw_row(const struct grid *grid, struct app *app, struct frame *frame,
		     struct area row, size_t place)
{
	const struct grid_shape *shape = &grid->shape;
	bool in_row = place == grid->claims.cursor;
	size_t claim = grid->shown[place], at = grid->columns.cursor;
	draw_claim(grid, app, frame, grid_column_area(grid, row, 0), claim, in_row,
		   in_row && at == 0);
	for (size_t i = 1; i <= shape->n_columns; i++)
		draw_cell(grid, app, frame, grid_column_area(grid, row, i), claim,
			  shape->first + i - 1, in_row && at == shape->first + i);
}

/* What the symbols mean, in the order of the scheme and then of the states. */
static size_t legend_looks(const struct grid *grid, bool mono, struct stance_look *looks)
{
	static const enum coverage_state states[] = {COVERAGE_MIXED, COVERAGE_ABSENT,
						     COVERAGE_MENTIONED, COVERAGE_UNREAD};
	const struct stance_scheme *scheme = &grid->evidence.scheme;
	size_t n = 0;
	for (size_t i = 0; i < scheme->n && n + 4 < MOST_STATES; i++)
		looks[n++] = stance_look_of(scheme, scheme->values[i].value, mono);
	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		looks[n++] = coverage_look(states[i], mono);
	return n;
}

static size_t entry_columns(struct frame *frame, const struct stance_look *look)
{
	return 2 + frame_columns(frame, look->label) + 2;
}

/* Rows that the legend needs; drawn where `draw`. */
static size_t lay_legend(const struct grid *grid, struct app *app, struct frame *frame,
			 struct area area, bool draw)
{
	struct stance_look looks[MOST_STATES];
	size_t n = legend_looks(grid, app->mono, looks), used = 0, n_rows = 1;
	struct style text = theme_style(ROLE_DIM, app->mono);
	for (size_t i = 0; i < n; i++) {
		size_t columns = entry_columns(frame, &looks[i]);
		if (used > 0 && used + columns - 2 > area.n_cols) {
			used = 0;
			n_rows++;
			area.row++;
		}
		struct area sign = mirror_part(area, used, 1, grid->shape.mirrored);
		struct area word = mirror_part(area, used + 2, columns - 4, grid->shape.mirrored);
		used += columns;
		if (!draw)
			continue;
		frame_text(frame, sign.row, sign.col, sign.n_cols, looks[i].symbol, looks[i].style,
			   ZONE_NONE, ALIGN_LEFT);
		frame_text(frame, word.row, word.col, word.n_cols, looks[i].label, text, ZONE_NONE,
			   ALIGN_LEFT);
	}
	return n_rows;
}

/* All stances have their words, or none: one without would look like less. */
static bool are_named(const struct grid *grid, struct app *app, struct frame *frame)
{
	struct stance_look looks[MOST_STATES];
	size_t n = legend_looks(grid, app->mono, looks), widest = 0;
	for (size_t i = 0; i < n && i < grid->evidence.scheme.n; i++) {
		size_t columns = frame_columns(frame, looks[i].label);
		widest = columns > widest ? columns : widest;
	}
	return 2 + widest + 2 <= grid->shape.n_cell_cols - CELL_GAP;
}

static struct foot foot_of(const struct grid *grid, struct app *app, struct frame *frame,
			   struct area area)
{
	struct foot foot = {.words = area.n_rows >= 6,
			    .outlets = area.n_rows >= 14 &&
				       grid->shape.n_cell_cols >= LEAST_OUTLET_COLUMNS,
			    .article = area.n_rows >= 12,
			    .claim = area.n_rows >= 11};
	if (area.n_rows >= 16)
		foot.n_legend = lay_legend(grid, app, frame, area, false);
	foot.n_rows = (size_t)foot.words + foot.article + foot.claim + foot.n_legend;
	return foot;
}

static void draw_line(const struct grid *grid, struct frame *frame, struct area line,
		      const char *number, const char *text, enum text_dir dir, struct style style)
{
	bool mirrored = grid->shape.mirrored;
	struct area at = mirror_part(line, 0, NUMBER_COLUMNS, mirrored);
	struct area rest = mirror_part(line, NUMBER_COLUMNS + 2, line.n_cols, mirrored);
	frame_text(frame, at.row, at.col, at.n_cols, number, style, ZONE_NONE, ALIGN_RIGHT);
	frame_title(frame, rest.row, rest.col, rest.n_cols, text, dir, style, ZONE_NONE,
		    mirrored ? ALIGN_RIGHT : ALIGN_LEFT);
}

/* The whole statement and the whole title, of which rows and heads show the beginning. */
static void draw_claim_line(const struct grid *grid, struct app *app, struct frame *frame,
			    struct area line)
{
	size_t at = grid_claim_at(grid);
	if (at == grid->evidence.claims.n)
		return;
	const struct claim *claim = &grid->evidence.claims.items[at];
	char *number = xasprintf("%lld", (long long)claim->number);
	draw_line(grid, frame, line, number, claim->statement, DIR_AUTO,
		  theme_style(ROLE_TITLE, app->mono));
	free(number);
}

static void draw_article_line(const struct grid *grid, struct app *app, struct frame *frame,
			      struct area line)
{
	size_t at = grid_article_at(grid);
	if (at == grid->evidence.articles.n)
		return;
	const struct article *article = &grid->evidence.articles.items[at];
	char *number = xasprintf("%lld", (long long)article->number);
	char *title = *article->outlet ? words_format("%s · %s", article->outlet, article->title)
				       : xstrdup(article->title);
	draw_line(grid, frame, line, number, title, article->dir,
		  theme_style(ROLE_TEXT, app->mono));
	free(title);
	free(number);
}

static void draw_foot(const struct grid *grid, struct app *app, struct frame *frame,
		      struct area area, const struct foot *foot)
{
	struct area line = area;
	line.row += area.n_rows - foot->n_rows;
	line.n_rows = 1;
	if (foot->claim) {
		draw_claim_line(grid, app, frame, line);
		line.row++;
	}
	if (foot->article) {
		draw_article_line(grid, app, frame, line);
		line.row++;
	}
	if (foot->words) {
		char *words = grid_words(grid, &app->project, app->mono);
		frame_text(frame, line.row, line.col, line.n_cols, words,
			   theme_style(ROLE_TITLE, app->mono), ZONE_NONE,
			   grid->shape.mirrored ? ALIGN_RIGHT : ALIGN_LEFT);
		free(words);
		line.row++;
	}
	if (foot->n_legend > 0)
		lay_legend(grid, app, frame, line, true);
}

/* What there is to do where there are no claims yet. */
static void draw_empty(const struct grid *grid, struct app *app, struct frame *frame,
		       struct area area)
{
	const char *const lines[] = {
		_("This project has no claims yet."),
		_("n types one; in an article, c makes one of the passage at the cursor."),
	};
	bool none = grid->evidence.claims.n == 0;
	for (size_t i = 0; i < 2 && area.n_rows > i; i++)
		frame_text(frame, area.row + i, area.col, area.n_cols,
			   none ? lines[i] : i == 0 ? _("no claim has these words") : "",
			   theme_style(ROLE_TEXT, app->mono), ZONE_NONE, ALIGN_START);
}

void grid_draw(struct view *view, struct app *app, struct frame *frame, struct area area)
{
	struct grid *grid = (struct grid *)view;
	struct grid_shape *shape = &grid->shape;
	/* The screen's first column is for the guard's marks (term/guard.h): no text. */
	size_t skip = area.col == 0 && area.n_cols > 2 ? 1 : 0;
	area.col += skip;
	area.n_cols -= skip;
	/* A terminal that orders the text takes what stands behind Arabic for a part of it. */
	shape->mirrored = mirror_is_on() || frame->order == ORDER_LOGICAL;
	shape_columns(shape, area.n_cols, grid->evidence.articles.n);
	grid->columns.n_rows = shape->n_columns;
	scroll_columns(grid);
	shape->named = are_named(grid, app, frame);
	struct foot foot = foot_of(grid, app, frame, area);
	size_t n_heads = area.n_rows < 3 ? 0 : foot.outlets ? 2 : 1;
	shape->rows = area;
	shape->rows.row += n_heads;
	shape->rows.n_rows = area.n_rows - n_heads - foot.n_rows;
	list_show(&grid->claims, shape->rows.n_rows);
	for (size_t i = 1; n_heads > 0 && i <= shape->n_columns; i++)
		draw_head(grid, app, frame, area, i, foot.outlets);
	if (n_heads > 0)
		draw_extent(grid, app, frame, area);
	if (grid->claims.n == 0)
		draw_empty(grid, app, frame, shape->rows);
	for (size_t i = 0; i < shape->rows.n_rows && grid->claims.top + i < grid->claims.n; i++) {
		struct area row = shape->rows;
		row.row += i;
		draw_row(grid, app, frame, row, grid->claims.top + i);
	}
	draw_foot(grid, app, frame, area, &foot);
}
