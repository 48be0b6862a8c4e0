/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/pane-draw.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "app/support.h"
#include "base/str.h"
#include "base/xalloc.h"

/*
 * Of panes as narrow as these the strip, and the columns of the first and second lane where it is on
 * the left.
 */
enum { STRIP_COLUMNS = 4, SIGN = STRIP_COLUMNS - 2, SECOND = SIGN - 1 };

static const struct style PLAIN = {.fg = -1, .bg = -1, .attrs = 0};

struct screen {
	struct pane pane;
	struct frame frame;
};

static void look_at(struct screen *screen, const char *text, size_t n_rows, size_t n_cols)
{
	text_pane(&screen->pane, text, n_rows, n_cols);
	screen->pane.article.title = xstrdup("Title");
	frame_init(&screen->frame, n_rows, n_cols);
}

static void draw(struct screen *screen)
{
	struct paragraph_options options = {.fallback = DIR_LTR};
	struct pane_look look = {
		.focus = true,
		.text = PLAIN,
		.selection = {.fg = -1, .bg = -1, .attrs = ATTR_REVERSE},
		.hit = {.fg = -1, .bg = -1, .attrs = ATTR_BOLD},
		.hit_current = {.fg = -1, .bg = -1, .attrs = ATTR_BOLD | ATTR_ITALIC},
	};
	frame_clear(&screen->frame, PLAIN);
	struct area all = {0, 0, screen->frame.n_rows, screen->frame.n_cols};
	pane_draw(&screen->pane, &screen->frame, all, &options, &look);
}

static void leave(struct screen *screen)
{
	frame_release(&screen->frame);
	pane_release(&screen->pane);
}

static char32_t glyph(struct screen *screen, size_t row, size_t col)
{
	return frame_at(&screen->frame, row, col)->glyph[0];
}

static unsigned attrs(struct screen *screen, size_t row, size_t col)
{
	return frame_at(&screen->frame, row, col)->style.attrs;
}

static void the_strip_stands_where_rows_start(void **state)
{
	(void)state;
	struct screen screen;
	look_at(&screen, "abc\n", 3, 20);
	draw(&screen);
	assert_int_equal(glyph(&screen, 1, SIGN), ' ');
	assert_int_equal(glyph(&screen, 1, STRIP_COLUMNS), 'a');
	leave(&screen);
	look_at(&screen, "سلم\n", 3, 20);
	draw(&screen);
	assert_int_equal(glyph(&screen, 1, 19), ' ');
	assert_int_equal(frame_at(&screen.frame, 1, 19 - STRIP_COLUMNS)->start_cp, 0);
	assert_int_equal(glyph(&screen, 1, 19 - STRIP_COLUMNS), 0xfeb3);
	leave(&screen);
}

static void a_highlight_is_painted_in_every_visual_run_and_nowhere_else(void **state)
{
	(void)state;
	/* `qal John` [0,8) falls into two runs on the row. */
	struct screen screen;
	look_at(&screen, "قال John: نعم", 3, 22);
	struct shown_mark mark = plain_mark("a", 0, 8, "#");
	marks_add(&screen.pane.marks, &mark);
	marks_sort(&screen.pane.marks);
	draw(&screen);
	size_t painted = 0;
	for (size_t col = 0; col < 22 - STRIP_COLUMNS; col++) {
		struct frame_cell *cell = frame_at(&screen.frame, 1, col);
		bool inside = cell->end_cp > cell->start_cp && cell->start_cp < 8;
		assert_int_equal(cell->style.attrs & ATTR_UNDERLINE, inside ? ATTR_UNDERLINE : 0);
		painted += inside;
	}
	assert_int_equal(painted, 8);
	leave(&screen);
}

static void a_stripe_begins_with_a_sign_and_goes_on_and_ends_with_lines(void **state)
{
	(void)state;
	struct screen screen;
	look_at(&screen, "alpha betas gamma delta\n", 6, STRIP_COLUMNS + 5);
	struct shown_mark mark = plain_mark("a", 8, 20, "#");
	marks_add(&screen.pane.marks, &mark);
	marks_sort(&screen.pane.marks);
	draw(&screen);
	assert_int_equal(glyph(&screen, 1, SIGN), ' ');
	assert_int_equal(glyph(&screen, 2, SIGN), '#');
	assert_int_equal(glyph(&screen, 3, SIGN), 0x250a);
	assert_int_equal(glyph(&screen, 4, SIGN), 0x2575);
	leave(&screen);
}

/* Rows of five: row i of the text holds [6i, 6i+5) and a space. */
static void look_at_rows(struct screen *screen, size_t n_rows)
{
	look_at(screen, "aaaaa bbbbb ccccc ddddd eeeee fffff ggggg hhhhh\n", n_rows,
		STRIP_COLUMNS + 5);
}

static void add_mark(struct screen *screen, const char *id, size_t start_cp, size_t end_cp)
{
	struct shown_mark mark = plain_mark(id, start_cp, end_cp, id);
	marks_add(&screen->pane.marks, &mark);
	marks_sort(&screen->pane.marks);
}

/* The strip without its edges, a row after the other from `row` on; `|` goes on, `.` ends. */
static void assert_stripes(struct screen *screen, size_t row, const char *expected)
{
	char got[64];
	size_t n = 0;
	draw(screen);
	for (; n < strlen(expected); n++) {
		char32_t at = n % 3 == 2 ? U' ' : glyph(screen, row + n / 3, n % 3 ? SECOND : SIGN);
		got[n] = at == U'┊' ? '|' : at == U'╵' ? '.' : (char)at;
	}
	got[n] = '\0';
	assert_string_equal(got, expected);
}

static void stripes_of_what_overlaps_stand_beside_each_other(void **state)
{
	(void)state;
	struct screen screen;
	look_at_rows(&screen, 8);
	add_mark(&screen, "a", 0, 28);
	add_mark(&screen, "b", 8, 16);
	assert_stripes(&screen, 1, "a  |b |. |  . ");
	leave(&screen);
	look_at_rows(&screen, 8);
	add_mark(&screen, "a", 0, 16);
	add_mark(&screen, "b", 8, 28);
	assert_stripes(&screen, 1, "a  |b .|  |  . ");
	leave(&screen);
	look_at_rows(&screen, 8);
	add_mark(&screen, "a", 0, 28);
	add_mark(&screen, "b", 0, 16);
	assert_stripes(&screen, 1, "ab || |. |  . ");
	leave(&screen);
}

static void a_stripe_follows_on_a_row_where_another_ends(void **state)
{
	(void)state;
	struct screen screen;
	look_at_rows(&screen, 8);
	add_mark(&screen, "a", 0, 14);
	add_mark(&screen, "b", 15, 27);
	add_mark(&screen, "c", 30, 35);
	assert_stripes(&screen, 1, "a  |  .b  |  . c ");
	leave(&screen);
}

static void what_finds_its_lane_taken_stands_where_there_is_room(void **state)
{
	(void)state;
	struct screen screen;
	look_at_rows(&screen, 8);
	add_mark(&screen, "a", 0, 1);
	add_mark(&screen, "b", 2, 3);
	assert_stripes(&screen, 1, "ab ");
	add_mark(&screen, "c", 4, 5);
	assert_stripes(&screen, 1, "a+ ");
	add_mark(&screen, "d", 6, 11);
	assert_stripes(&screen, 2, "d");
	leave(&screen);
}

static void a_stripe_keeps_its_column_while_the_text_scrolls(void **state)
{
	(void)state;
	struct screen screen;
	look_at_rows(&screen, 4);
	add_mark(&screen, "a", 0, 16);
	add_mark(&screen, "b", 8, 40);
	add_mark(&screen, "c", 26, 46);
	assert_stripes(&screen, 1, "a  |b .| ");
	pane_scroll(&screen.pane, 2);
	assert_stripes(&screen, 1, ".|  | c| ");
	pane_scroll(&screen.pane, 2);
	assert_stripes(&screen, 1, "c| || |. ");
	pane_scroll(&screen.pane, -4);
	assert_stripes(&screen, 1, "a  |b .| ");
	leave(&screen);
}

static void a_wide_pane_has_more_stripes(void **state)
{
	(void)state;
	struct screen screen;
	look_at(&screen, "abcdefghij", 3, 130);
	for (size_t i = 0; i < 6; i++)
		add_mark(&screen, (const char[]){(char)('1' + i), '\0'}, i, 8);
	draw(&screen);
	for (size_t i = 0; i < 6; i++)
		assert_int_equal(glyph(&screen, 1, 6 - i), '1' + i);
	add_mark(&screen, "7", 6, 8);
	draw(&screen);
	assert_int_equal(glyph(&screen, 1, 1), '+');
	assert_int_equal(glyph(&screen, 1, 2), '5');
	leave(&screen);
}

static void a_stripe_has_the_colour_of_its_tag(void **state)
{
	(void)state;
	struct screen screen;
	look_at_rows(&screen, 5);
	struct shown_mark mark = plain_mark("a", 0, 16, "#");
	mark.look.style = (struct style){.fg = 16, .bg = 36, .attrs = 0};
	marks_add(&screen.pane.marks, &mark);
	marks_sort(&screen.pane.marks);
	draw(&screen);
	assert_int_equal(frame_at(&screen.frame, 1, SIGN)->style.bg, 36);
	assert_int_equal(frame_at(&screen.frame, 2, SIGN)->style.fg, 36);
	assert_int_equal(frame_at(&screen.frame, 2, SIGN)->style.bg, -1);
	leave(&screen);
}

static void two_that_overlap_are_both_seen(void **state)
{
	(void)state;
	struct screen screen;
	look_at(&screen, "abcdefghij", 3, 20);
	struct shown_mark one = plain_mark("a", 0, 6, "#"), two = plain_mark("b", 3, 9, "%");
	two.look.style.attrs = ATTR_ITALIC;
	marks_add(&screen.pane.marks, &one);
	marks_add(&screen.pane.marks, &two);
	marks_sort(&screen.pane.marks);
	draw(&screen);
	assert_int_equal(glyph(&screen, 1, SIGN), '#');
	assert_int_equal(glyph(&screen, 1, SECOND), '%');
	assert_int_equal(attrs(&screen, 1, STRIP_COLUMNS + 2), ATTR_UNDERLINE);
	assert_int_equal(attrs(&screen, 1, STRIP_COLUMNS + 7), ATTR_ITALIC);
	for (size_t col = 3; col < 6; col++)
		assert_int_equal(attrs(&screen, 1, STRIP_COLUMNS + col),
				 ATTR_ITALIC | ATTR_BOLD | ATTR_UNDERLINE);
	leave(&screen);
}

static void the_one_that_was_gone_to_is_on_top(void **state)
{
	(void)state;
	struct screen screen;
	size_t place = 0, n = 0;
	look_at(&screen, "abcdefghij", 3, 20);
	struct shown_mark one = plain_mark("a", 0, 9, "#"), two = plain_mark("b", 0, 5, "%");
	two.look.style.attrs = ATTR_ITALIC;
	marks_add(&screen.pane.marks, &one);
	marks_add(&screen.pane.marks, &two);
	marks_sort(&screen.pane.marks);
	assert_string_equal(pane_mark(&screen.pane, &place, &n)->id, "b");
	assert_int_equal(place, 2);
	assert_int_equal(n, 2);
	pane_pick(&screen.pane, marks_find(&screen.pane.marks, "a"));
	assert_string_equal(pane_mark(&screen.pane, &place, &n)->id, "a");
	assert_int_equal(place, 1);
	draw(&screen);
	assert_int_equal(attrs(&screen, 1, STRIP_COLUMNS + 1), ATTR_BOLD | ATTR_UNDERLINE);
	pane_goto(&screen.pane, 3);
	assert_string_equal(pane_mark(&screen.pane, NULL, NULL)->id, "b");
	leave(&screen);
}

static void two_tags_of_one_highlight_are_both_seen(void **state)
{
	(void)state;
	struct screen screen;
	look_at(&screen, "abcdefghij", 3, 20);
	struct shown_mark mark = plain_mark("a", 0, 6, "#");
	mark.n_tags = 2;
	mark.second = (struct tag_look){.style = {.fg = -1, .bg = -1, .attrs = ATTR_ITALIC}, .symbol = "%"};
	marks_add(&screen.pane.marks, &mark);
	marks_sort(&screen.pane.marks);
	draw(&screen);
	assert_int_equal(glyph(&screen, 1, SIGN), '#');
	assert_int_equal(glyph(&screen, 1, SECOND), '%');
	assert_int_equal(attrs(&screen, 1, STRIP_COLUMNS), ATTR_UNDERLINE);
	assert_int_equal(attrs(&screen, 1, STRIP_COLUMNS + 1), ATTR_UNDERLINE);
	leave(&screen);
}

static void a_third_is_a_plus_sign(void **state)
{
	(void)state;
	struct screen screen;
	look_at(&screen, "abcdefghij", 3, 20);
	for (size_t i = 0; i < 3; i++) {
		struct shown_mark mark = plain_mark("a", i, 8, "#");
		marks_add(&screen.pane.marks, &mark);
	}
	marks_sort(&screen.pane.marks);
	draw(&screen);
	assert_int_equal(glyph(&screen, 1, SECOND), '+');
	leave(&screen);
}

static void the_selection_and_hits_lie_over_highlights(void **state)
{
	(void)state;
	struct screen screen;
	look_at(&screen, "abcd bcd", 3, 20);
	pane_select(&screen.pane, (struct cp_range){0, 3}, SELECT_PASSING);
	struct unfold *unfold = unfold_new();
	finds_start(&screen.pane.finds, "BC", unfold);
	finds_scan(&screen.pane.finds, screen.pane.doc, 100);
	draw(&screen);
	assert_int_equal(attrs(&screen, 1, STRIP_COLUMNS), ATTR_REVERSE);
	assert_int_equal(attrs(&screen, 1, STRIP_COLUMNS + 1), ATTR_REVERSE | ATTR_BOLD);
	assert_int_equal(attrs(&screen, 1, STRIP_COLUMNS + 3), 0);
	assert_int_equal(attrs(&screen, 1, STRIP_COLUMNS + 5), ATTR_BOLD);
	unfold_free(unfold);
	leave(&screen);
}

static void the_cursor_stands_on_its_cell_and_at_the_start_of_an_empty_row(void **state)
{
	(void)state;
	struct screen screen;
	look_at(&screen, "abc\n\nسلم", 5, 20);
	pane_goto(&screen.pane, 1);
	draw(&screen);
	assert_true(screen.frame.cursor_shown);
	assert_int_equal(screen.frame.cursor_row, 1);
	assert_int_equal(screen.frame.cursor_col, STRIP_COLUMNS + 1);
	pane_goto(&screen.pane, 4);
	draw(&screen);
	assert_int_equal(screen.frame.cursor_row, 2);
	assert_int_equal(screen.frame.cursor_col, STRIP_COLUMNS);
	leave(&screen);
}

/* The header's row, ASCII only. */
static const char *header(struct screen *screen)
{
	static char text[128];
	size_t n = 0;
	for (size_t col = 0; col < screen->frame.n_cols && n + 1 < sizeof text; col++)
		text[n++] = (char)glyph(screen, 0, col);
	text[n] = '\0';
	return text;
}

static void that_characters_are_hidden_is_told_where_nothing_else_has_room(void **state)
{
	(void)state;
	struct screen screen;
	look_at(&screen, "abcdefghij", 3, 28);
	screen.pane.hidden = 6806;
	screen.pane.noted = true;
	draw(&screen);
	assert_non_null(strstr(header(&screen), "hidden: 6806 note 100%"));
	leave(&screen);
	look_at(&screen, "abcdefghij", 3, 24);
	screen.pane.hidden = 6806;
	screen.pane.noted = true;
	draw(&screen);
	assert_non_null(strstr(header(&screen), "hidden: 6806 100%"));
	assert_null(strstr(header(&screen), "note"));
	leave(&screen);
	look_at(&screen, "abcdefghij", 3, 17);
	screen.pane.hidden = 6806;
	draw(&screen);
	assert_non_null(strstr(header(&screen), "hidden: 6806"));
	assert_null(strstr(header(&screen), "100%"));
	leave(&screen);
}

static void every_size_down_to_one_cell_can_be_drawn(void **state)
{
	(void)state;
	for (size_t n_rows = 1; n_rows < 5; n_rows++)
		for (size_t n_cols = 1; n_cols < 30; n_cols++) {
			struct screen screen;
			look_at(&screen, "سلام John\tعليكم 漢字\n\n", n_rows, n_cols);
			draw(&screen);
			assert_true(screen.frame.cursor_row < n_rows);
			leave(&screen);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_strip_stands_where_rows_start),
		cmocka_unit_test(a_highlight_is_painted_in_every_visual_run_and_nowhere_else),
		cmocka_unit_test(a_stripe_begins_with_a_sign_and_goes_on_and_ends_with_lines),
		cmocka_unit_test(stripes_of_what_overlaps_stand_beside_each_other),
		cmocka_unit_test(a_stripe_follows_on_a_row_where_another_ends),
		cmocka_unit_test(what_finds_its_lane_taken_stands_where_there_is_room),
		cmocka_unit_test(a_stripe_keeps_its_column_while_the_text_scrolls),
		cmocka_unit_test(a_wide_pane_has_more_stripes),
		cmocka_unit_test(a_stripe_has_the_colour_of_its_tag),
		cmocka_unit_test(two_that_overlap_are_both_seen),
		cmocka_unit_test(the_one_that_was_gone_to_is_on_top),
		cmocka_unit_test(two_tags_of_one_highlight_are_both_seen),
		cmocka_unit_test(a_third_is_a_plus_sign),
		cmocka_unit_test(the_selection_and_hits_lie_over_highlights),
		cmocka_unit_test(the_cursor_stands_on_its_cell_and_at_the_start_of_an_empty_row),
		cmocka_unit_test(that_characters_are_hidden_is_told_where_nothing_else_has_room),
		cmocka_unit_test(every_size_down_to_one_cell_can_be_drawn),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
