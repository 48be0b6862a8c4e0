/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The looks of the review: the list above; below it what the highlight at the cursor was, and what
 * it is now. The quote stands out from what is around it, and what differs between the two is
 * underlined and bold.
 */
#include "app/review-internal.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/mirror.h"
#include "app/prose.h"
#include "app/theme.h"
#include "app/words.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "compare/difference.h"

enum {
	SIGN_COLUMNS = 1,
	SCORE_COLUMNS = 5,
	NUMBER_COLUMNS = 4,
	GAP = 2,
	LEAST_LIST = 3, /* rows, where the screen is small */
	SCORE_SIZE = 16,
};

/* The next `n_cols` columns of a row, from the side where the interface starts. */
static struct area next_cells(struct area row, size_t *offset, size_t n_cols)
{
	struct area cells = mirror_part(row, *offset, n_cols, mirror_is_on());
	*offset += n_cols + GAP;
	return cells;
}

static void put(struct frame *frame, struct area cells, const char *text, struct style style,
		int zone, enum frame_align align)
{
	frame_text(frame, cells.row, cells.col, cells.n_cols, text, style, zone, align);
}

/* "=": unchanged; "~": moved or changed; "?": without a place. */
static const char *sign_of(const struct review_item *item)
{
	return item->orphan ? "?" : item->score >= 1 ? "=" : "~";
}

/* In per cent, so that the signs of a fraction need no language. Less than all is less than 100. */
static void write_score(const struct review_item *item, char out[SCORE_SIZE])
{
	if (item->orphan || item->score < 0)
		snprintf(out, SCORE_SIZE, "-");
	else
		snprintf(out, SCORE_SIZE, "%d%%", item->score < 1 ? (int)(item->score * 100) : 100);
}

static const char *quote_of(const struct review_item *item)
{
	return item->old.exact ? item->old.exact : item->now.exact;
}

/* The first line of a quote is enough in a list. */
static void draw_item(const struct review_view *view, struct app *app, struct frame *frame,
		      struct area row, size_t index)
{
	const struct review_item *item = &view->review.items[index];
	bool at_cursor = index == view->list.cursor;
	struct style style = theme_style(at_cursor ? ROLE_CURSOR : ROLE_TEXT, app->mono);
	int zone = ZONE_ITEM + (int)(index - view->list.top);
	char score[SCORE_SIZE], number[24];
	size_t offset = 0;
	write_score(item, score);
	snprintf(number, sizeof number, "%" PRId64, item->number);
	frame_fill(frame, row.row, row.col, 1, row.n_cols, style, zone);
	put(frame, next_cells(row, &offset, SIGN_COLUMNS), sign_of(item), style, zone, ALIGN_LEFT);
	put(frame, next_cells(row, &offset, SCORE_COLUMNS), score, style, zone, ALIGN_RIGHT);
	put(frame, next_cells(row, &offset, NUMBER_COLUMNS), number, style, zone, ALIGN_RIGHT);
	put(frame, next_cells(row, &offset, row.n_cols > offset ? row.n_cols - offset : 1),
	    quote_of(item), style, zone, ALIGN_START);
	if (at_cursor) {
		frame->cursor_row = row.row;
		frame->cursor_col = mirror_is_on() ? row.col + row.n_cols - 1 : row.col;
		frame->cursor_shown = true;
	}
}

static void draw_list(struct review_view *view, struct app *app, struct frame *frame,
		      struct area area)
{
	struct area row = area;
	row.n_rows = 1;
	view->drawn = area;
	list_show(&view->list, area.n_rows);
	for (size_t i = view->list.top;
	     i < view->list.n && row.row < area.row + area.n_rows; i++, row.row++)
		draw_item(view, app, frame, row, i);
}

/* A highlight with what stands around it, and what of it is not in the other version. */
struct passage_text {
	char *utf8;
	struct cp_range quote;
	struct cp_range *changed;
	size_t n_changed, cap_changed;
};

static void passage_init(struct passage_text *text, const struct highlight *highlight)
{
	size_t n_prefix = utf8_count(highlight->prefix, strlen(highlight->prefix));
	size_t n_exact = utf8_count(highlight->exact, strlen(highlight->exact));
	*text = (struct passage_text){
		.utf8 = xasprintf("%s%s%s", highlight->prefix, highlight->exact, highlight->suffix),
		.quote = {n_prefix, n_prefix + n_exact},
	};
}

static void passage_release(struct passage_text *text)
{
	free(text->utf8);
	free(text->changed);
}

static struct document *document_of(const struct passage_text *text)
{
	size_t n = strlen(text->utf8);
	return document_new(text_source_memory(xmemdup(text->utf8, n), n));
}

static void find_changes(struct passage_text *old, struct passage_text *now)
{
	struct passage_text *texts[] = {old, now};
	struct document *docs[] = {document_of(old), document_of(now)};
	struct difference *difference = difference_new(docs[SIDE_OLD], docs[SIDE_NEW]);
	size_t n;
	difference_go_on(difference, SIZE_MAX);
	const struct difference_segment *segments = difference_segments(difference, &n);
	for (size_t i = 0; i < n; i++) {
		for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
			struct cp_range mark = segments[i].mark[side];
			/* Of a word that only lost letters there is no letter to be marked. */
			if (mark.start_cp == mark.end_cp && segments[i].kind != DIFFERENCE_SAME)
				mark = segments[i].range[side];
			if (mark.start_cp < mark.end_cp)
				VEC_PUSH(texts[side]->changed, texts[side]->n_changed,
					 texts[side]->cap_changed, mark);
		}
	}
	difference_free(difference);
	document_free(docs[SIDE_OLD]);
	document_free(docs[SIDE_NEW]);
}

/* Draws it in rows of `area`; returns how many it took. What has no room is cut off. */
static size_t draw_passage(struct app *app, struct frame *frame, struct area area,
			   const struct passage_text *text)
{
	struct paragraph_options options = {.fallback = mirror_is_on() ? DIR_RTL : DIR_LTR,
					    .order = frame->order};
	struct style dim = theme_style(ROLE_DIM, app->mono);
	struct style plain = theme_style(ROLE_TEXT, app->mono);
	struct prose_mark *marks = xcalloc(text->n_changed + 1, sizeof *marks);
	struct prose prose = {.paras = NULL};
	prose_init(&prose, text->utf8, area.n_cols, &options);
	marks[0] = (struct prose_mark){.range = text->quote, .style = plain};
	for (size_t i = 0; i < text->n_changed; i++)
		marks[1 + i] = (struct prose_mark){.range = text->changed[i],
						   .attrs = ATTR_BOLD | ATTR_UNDERLINE};
	size_t n = prose.n_rows < area.n_rows ? prose.n_rows : area.n_rows;
	for (size_t i = 0; i < n; i++)
		prose_draw_marked(&prose, i, frame, area.row + i, area.col, dim, marks,
				  text->n_changed + 1, ZONE_NONE);
	if (n < prose.n_rows && n > 0)
		frame_glyph(frame, area.row + n - 1,
			    mirror_is_on() ? area.col : area.col + area.n_cols - 1, U'…', dim,
			    ZONE_NONE);
	prose_release(&prose);
	free(marks);
	return n;
}

static void draw_label(struct app *app, struct frame *frame, struct area area, const char *label)
{
	for (size_t col = 0; col < area.n_cols; col++)
		frame_glyph(frame, area.row, area.col + col, U'─',
			    theme_style(ROLE_RULE, app->mono), ZONE_NONE);
	size_t n = frame_columns(frame, label);
	struct area at = mirror_part(area, GAP, n + 2, mirror_is_on());
	frame_fill(frame, at.row, at.col, 1, at.n_cols, theme_style(ROLE_TITLE, app->mono),
		   ZONE_NONE);
	if (at.n_cols > 2)
		frame_text(frame, at.row, at.col + 1, at.n_cols - 2, label,
			   theme_style(ROLE_TITLE, app->mono), ZONE_NONE, ALIGN_START);
}

/* The older passage in the upper half of `area`, or as much as it needs; the new one below. */
static void draw_both(struct app *app, struct frame *frame, struct area area,
		      const struct review_item *item)
{
	struct passage_text old = {.utf8 = NULL}, now = {.utf8 = NULL};
	char *is = item->orphan ? words_format(_("in %zu it has no place"), (size_t)item->number)
				: words_format(_("now, in %zu"), (size_t)item->number);
	struct area part = area;
	if (item->old.exact)
		passage_init(&old, &item->old);
	if (!item->orphan)
		passage_init(&now, &item->now);
	if (old.utf8 && now.utf8)
		find_changes(&old, &now);
	draw_label(app, frame, part, old.utf8 ? _("as it was") : _("what it was is not known"));
	part.row++;
	part.n_rows = area.n_rows > 2 ? (area.n_rows - 2) / (item->orphan ? 1 : 2) : 0;
	if (old.utf8)
		part.row += draw_passage(app, frame, part, &old);
	part.n_rows = area.row + area.n_rows > part.row ? area.row + area.n_rows - part.row : 0;
	if (part.n_rows > 0)
		draw_label(app, frame, part, is);
	if (now.utf8 && part.n_rows > 1) {
		part.row++;
		part.n_rows--;
		draw_passage(app, frame, part, &now);
	}
	passage_release(&old);
	passage_release(&now);
	free(is);
}

void review_draw(struct view *base, struct app *app, struct frame *frame, struct area area)
{
	struct review_view *view = (struct review_view *)base;
	const struct review_item *item = review_focus(view);
	struct area title = area, list = area, rest = area;
	frame_fill(frame, area.row, area.col, area.n_rows, area.n_cols,
		   theme_style(ROLE_TEXT, app->mono), ZONE_NONE);
	frame_text(frame, title.row, title.col, title.n_cols, _("Highlights of new versions"),
		   theme_style(ROLE_TITLE, app->mono), ZONE_NONE,
		   mirror_is_on() ? ALIGN_RIGHT : ALIGN_LEFT);
	if (area.n_rows < 2)
		return;
	size_t most = (area.n_rows - 1) / 3 > LEAST_LIST ? (area.n_rows - 1) / 3 : LEAST_LIST;
	list.row++;
	list.n_rows = view->list.n < most ? view->list.n : most;
	if (list.n_rows > area.n_rows - 1)
		list.n_rows = area.n_rows - 1;
	draw_list(view, app, frame, list);
	rest.row = list.row + list.n_rows;
	rest.n_rows = area.row + area.n_rows - rest.row;
	if (item && rest.n_rows > 1)
		draw_both(app, frame, rest, item);
	else if (!item)
		put(frame, mirror_part(rest, 0, rest.n_cols, false), _("nothing is left to review"),
		    theme_style(ROLE_DIM, app->mono), ZONE_NONE,
		    mirror_is_on() ? ALIGN_RIGHT : ALIGN_LEFT);
}
