/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "app/support.h"
#include "base/str.h"

enum { N_ROWS = 10, COL = 30, ZONE = ZONE_OVERVIEW };

static const struct style PLAIN = {.fg = -1, .bg = -1, .attrs = 0};

struct column {
	struct pane pane;
	struct frame frame;
};

/* A hundred paragraphs of nine code points and a line end: a row of ten stands for ten of them. */
static void look_at(struct column *column)
{
	struct str text = STR_EMPTY;
	for (int i = 0; i < 100; i++)
		str_appendf(&text, "p%02d alpha\n", i);
	text_pane(&column->pane, str_cstr(&text), N_ROWS, 20);
	document_scan(column->pane.doc, SIZE_MAX);
	frame_init(&column->frame, N_ROWS, COL + 1);
	str_release(&text);
}

static void leave(struct column *column)
{
	frame_release(&column->frame);
	pane_release(&column->pane);
}

static void mark(struct column *column, const char *id, size_t start_cp, size_t end_cp,
		 const char *symbol)
{
	struct shown_mark mark = plain_mark(id, start_cp, end_cp, symbol);
	marks_add(&column->pane.marks, &mark);
	marks_sort(&column->pane.marks);
}

static void hit(struct column *column, const char *words)
{
	struct unfold *unfold = unfold_new();
	finds_start(&column->pane.finds, words, unfold);
	while (!finds_scan(&column->pane.finds, column->pane.doc, SIZE_MAX))
		continue;
	unfold_free(unfold);
}

static void draw(struct column *column, size_t start_cp, size_t end_cp)
{
	struct cp_range shown = {start_cp, end_cp};
	frame_clear(&column->frame, PLAIN);
	overview_draw(&column->pane, &column->frame, COL, shown, PLAIN, ZONE);
}

/* The column as a string, `[` and `]` around what is reversed. */
static void assert_column(struct column *column, const char *expected)
{
	struct str got = STR_EMPTY;
	for (size_t row = 0; row < N_ROWS; row++) {
		const struct frame_cell *cell = frame_at(&column->frame, row, COL);
		char32_t glyph = cell->glyph[0];
		bool reversed = cell->style.attrs & ATTR_REVERSE;
		str_appendf(&got, reversed ? "[%c]" : "%c",
			    glyph == U'┃' ? '|' : glyph == U'┊' ? ':' : (char)glyph);
	}
	assert_string_equal(str_cstr(&got), expected);
	str_release(&got);
}

static void without_highlights_there_is_none(void **state)
{
	(void)state;
	struct column column;
	look_at(&column);
	draw(&column, 0, 100);
	assert_column(&column, "          ");
	assert_int_equal(frame_at(&column.frame, 0, COL)->zone, ZONE_NONE);
	leave(&column);
}

static void a_highlight_stands_in_its_part_of_the_whole_article(void **state)
{
	(void)state;
	struct column column;
	look_at(&column);
	mark(&column, "a", 399, 405, "#");
	mark(&column, "b", 999, 1000, "%");
	draw(&column, 0, 150);
	assert_column(&column, "|| #:    %");
	assert_int_equal(frame_at(&column.frame, 5, COL)->zone, ZONE);
	leave(&column);
}

static void several_in_one_part_are_counted(void **state)
{
	(void)state;
	struct column column;
	char id[8];
	look_at(&column);
	for (size_t i = 0; i < 11; i++) {
		snprintf(id, sizeof id, "m%zu", i);
		mark(&column, id, i < 2 ? 210 : 810 + i, i < 2 ? 215 : 815 + i, "#");
	}
	draw(&column, 0, 100);
	assert_column(&column, "| 2     9 ");
	mark(&column, "z", 899, 901, "#");
	draw(&column, 0, 100);
	assert_column(&column, "| 2     +:");
	leave(&column);
}

static void what_is_on_the_screen_is_seen_under_the_signs(void **state)
{
	(void)state;
	struct column column;
	look_at(&column);
	mark(&column, "a", 310, 320, "#");
	draw(&column, 200, 500);
	assert_column(&column, "  |[#]|     ");
	/* However little of the article that is. */
	draw(&column, 312, 315);
	assert_column(&column, "   [#]      ");
	leave(&column);
}

static void hits_are_shown_where_there_is_no_highlight(void **state)
{
	(void)state;
	struct column column;
	look_at(&column);
	mark(&column, "a", 505, 509, "#");
	hit(&column, "p55");
	draw(&column, 0, 100);
	assert_column(&column, "|    #    ");
	hit(&column, "p71");
	draw(&column, 0, 100);
	assert_column(&column, "|    # -  ");
	leave(&column);
}

static void an_article_that_is_all_on_the_screen_needs_none(void **state)
{
	(void)state;
	struct column column;
	look_at(&column);
	mark(&column, "a", 310, 320, "#");
	draw(&column, 0, 999);
	assert_column(&column, "          ");
	leave(&column);
}

static void a_length_that_is_not_known_yet_is_estimated_from_bytes(void **state)
{
	(void)state;
	struct column column;
	struct str text = STR_EMPTY;
	for (int i = 0; i < 40000; i++)
		str_appendf(&text, "p%05d alpha\n", i);
	text_pane(&column.pane, str_cstr(&text), N_ROWS, 20);
	str_release(&text);
	frame_init(&column.frame, N_ROWS, COL + 1);
	mark(&column, "a", 13 * 22000, 13 * 22000 + 5, "#");
	struct document_paragraph at;
	assert_true(document_paragraph(column.pane.doc, 20, &at));
	assert_true(document_scanned_bytes(column.pane.doc) < document_bytes(column.pane.doc));
	size_t scanned = document_scanned_bytes(column.pane.doc);
	draw(&column, 0, 100);
	assert_column(&column, "|    #    ");
	assert_int_equal(document_scanned_bytes(column.pane.doc), scanned);
	document_scan(column.pane.doc, SIZE_MAX);
	draw(&column, 0, 100);
	assert_column(&column, "|    #    ");
	leave(&column);
}

static void going_to_a_part_finds_what_its_sign_stands_for(void **state)
{
	(void)state;
	struct column column;
	look_at(&column);
	mark(&column, "a", 550, 555, "#");
	mark(&column, "b", 560, 565, "#");
	hit(&column, "p73");
	overview_goto(&column.pane, 5);
	assert_int_equal(column.pane.cursor_cp, 550);
	assert_string_equal(pane_picked(&column.pane)->id, "a");
	overview_goto(&column.pane, 7);
	assert_int_equal(column.pane.cursor_cp, 730);
	overview_goto(&column.pane, 2);
	assert_int_equal(column.pane.cursor_cp, 200);
	overview_goto(&column.pane, 0);
	assert_int_equal(column.pane.cursor_cp, 0);
	leave(&column);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_highlights_there_is_none),
		cmocka_unit_test(a_highlight_stands_in_its_part_of_the_whole_article),
		cmocka_unit_test(several_in_one_part_are_counted),
		cmocka_unit_test(what_is_on_the_screen_is_seen_under_the_signs),
		cmocka_unit_test(hits_are_shown_where_there_is_no_highlight),
		cmocka_unit_test(an_article_that_is_all_on_the_screen_needs_none),
		cmocka_unit_test(a_length_that_is_not_known_yet_is_estimated_from_bytes),
		cmocka_unit_test(going_to_a_part_finds_what_its_sign_stands_for),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
