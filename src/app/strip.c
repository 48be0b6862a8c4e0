/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/strip.h"

#include <string.h>

enum {
	LANES_MAX = 6,
	EDGES = 2, /* the blank column and the overview */
	DOTTED = U'┊',
	LAST = U'╵',
};

/* A wide pane can spare more columns for what stands beside its text. */
size_t strip_lanes(size_t pane_cols)
{
	static const size_t least_cols[LANES_MAX] = {0, 0, 50, 80, 120, 120};
	size_t n = 0;
	while (n < LANES_MAX && pane_cols >= least_cols[n])
		n++;
	return n;
}

size_t strip_columns(size_t pane_cols)
{
	return strip_lanes(pane_cols) + EDGES;
}

/* What stands in one lane on one row; neither symbol nor line: nothing. */
struct sign {
	const struct tag_look *symbol;
	const struct tag_look *line; /* of this look */
	bool ends;                   /* the line's last row */
};

struct signs {
	struct sign lanes[LANES_MAX];
	size_t n_lanes;
	bool more;
};

/* Beside a row on which something begins that has an unfinished note. */
static const struct tag_look draft_look = {
	.style = {.fg = -1, .bg = -1, .attrs = ATTR_BOLD}, .symbol = "✎"};

static bool is_free(const struct sign *sign)
{
	return !sign->symbol && !sign->line;
}

/* The free lane nearest to the text; n_lanes: none. */
static size_t free_lane(const struct signs *signs)
{
	size_t i = 0;
	while (i < signs->n_lanes && !is_free(&signs->lanes[i]))
		i++;
	return i;
}

static bool put_symbol(struct signs *signs, const struct tag_look *look)
{
	size_t lane = free_lane(signs);
	if (lane < signs->n_lanes)
		signs->lanes[lane] = (struct sign){.symbol = look};
	return lane < signs->n_lanes;
}

static bool begins_on(const struct shown_mark *mark, const struct strip_row *row)
{
	return mark->range.start_cp >= row->range.start_cp;
}

static struct sign sign_of(const struct shown_mark *mark, const struct strip_row *row)
{
	if (begins_on(mark, row))
		return (struct sign){.symbol = &mark->look};
	return (struct sign){.line = &mark->look, .ends = mark->range.end_cp <= row->range.end_cp};
}

/*
 * Puts a highlight into its lane. One that begins where another of the lane ends has it from here on.
 * False where it is not shown there.
 */
static bool put_in_lane(struct signs *signs, const struct shown_mark *mark,
			const struct strip_row *row)
{
	if (mark->lane >= signs->n_lanes)
		return false;
	struct sign *there = &signs->lanes[mark->lane];
	if (!is_free(there) && !(there->ends && begins_on(mark, row)))
		return false;
	*there = sign_of(mark, row);
	return true;
}

/* Symbols that find their lanes taken: of highlights, then second tags, then the draft's. */
static void put_others(struct signs *signs, const struct strip_row *row, const bool *shown)
{
	for (size_t i = row->n_marks; i > 0; i--) {
		const struct shown_mark *mark = row->marks[i - 1];
		if (!shown[i - 1] && !(begins_on(mark, row) && put_symbol(signs, &mark->look)))
			signs->more = true;
	}
	for (size_t i = row->n_marks; i > 0; i--) {
		const struct shown_mark *mark = row->marks[i - 1];
		if (mark->n_tags > 1 && begins_on(mark, row))
			put_symbol(signs, &mark->second);
	}
	if (row->draft && !put_symbol(signs, &draft_look))
		signs->lanes[signs->n_lanes - 1] = (struct sign){.symbol = &draft_look};
}

static void collect(struct signs *signs, const struct strip_row *row)
{
	bool shown[STRIP_DEPTH] = {false};
	for (size_t i = row->n_marks; i > 0; i--)
		shown[i - 1] = put_in_lane(signs, row->marks[i - 1], row);
	put_others(signs, row, shown);
	signs->more |= row->more;
}

/* The line is in the colour that the text has for ground. */
static struct style line_style(const struct tag_look *look, struct style text)
{
	text.fg = look->style.bg >= 0 ? look->style.bg : text.fg;
	return text;
}

static void draw_sign(struct frame *frame, const struct strip_place *place, size_t col,
		      const struct sign *sign)
{
	if (sign->symbol) {
		struct style style = sign->symbol->style;
		style.attrs = (uint16_t)(style.attrs & ~ATTR_UNDERLINE);
		frame_text(frame, place->row, col, 1, sign->symbol->symbol, style, place->zone,
			   ALIGN_LEFT);
	} else if (sign->line) {
		frame_glyph(frame, place->row, col, sign->ends ? LAST : DOTTED,
			    line_style(sign->line, place->text), place->zone);
	}
}

void strip_draw_row(struct frame *frame, const struct strip_place *place,
		    const struct strip_row *row)
{
	struct signs signs = {.n_lanes = place->n_lanes};
	if (row->n_marks == 0 && !row->draft)
		return;
	collect(&signs, row);
	for (size_t i = 0; i < signs.n_lanes; i++) {
		size_t col = place->col + (place->right ? 1 + i : signs.n_lanes - i);
		if (signs.more && i + 1 == signs.n_lanes)
			frame_glyph(frame, place->row, col, U'+', place->text, place->zone);
		else
			draw_sign(frame, place, col, &signs.lanes[i]);
	}
}
