/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/pane.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "app/support.h"
#include "base/str.h"

/* Fifty paragraphs "p00 alpha", nine code points and a line end each. */
static void fifty(struct pane *pane, size_t n_rows, size_t n_cols)
{
	struct str text = STR_EMPTY;
	for (int i = 0; i < 50; i++)
		str_appendf(&text, "p%02d alpha\n", i);
	text_pane(pane, str_cstr(&text), n_rows, n_cols);
	str_release(&text);
}

static size_t cursor_row(struct pane *pane)
{
	struct place place = pane->top, cursor = place_of(&pane->layouts, pane->cursor_cp);
	size_t row = 0;
	while (place_compare(place, cursor) < 0 && place_step(&pane->layouts, &place, 1) > 0)
		row++;
	return place_compare(place, cursor) == 0 ? row : SIZE_MAX;
}

static void a_near_place_scrolls_by_as_few_rows_as_it_takes(void **state)
{
	(void)state;
	struct pane pane;
	fifty(&pane, 10, 20);
	pane_goto(&pane, 12 * 10);
	assert_int_equal(cursor_row(&pane), 9);
	assert_int_equal(pane.top.para, 3);
	pane_goto(&pane, 1 * 10);
	assert_int_equal(cursor_row(&pane), 0);
	pane_release(&pane);
}

static void a_far_place_comes_to_the_upper_third(void **state)
{
	(void)state;
	struct pane pane;
	fifty(&pane, 9, 20);
	pane_goto(&pane, 30 * 10);
	assert_int_equal(cursor_row(&pane), 3);
	pane_release(&pane);
}

static void the_texts_end_stands_at_the_foot_of_the_screen(void **state)
{
	(void)state;
	struct pane pane;
	fifty(&pane, 10, 20);
	pane_goto(&pane, SIZE_MAX);
	assert_int_equal(pane.top.para, 40);
	assert_int_equal(cursor_row(&pane), 9);
	assert_int_equal(pane_percent(&pane), 100);
	pane_scroll(&pane, 5);
	assert_int_equal(pane.top.para, 40);
	pane_release(&pane);
}

static void a_range_is_put_on_a_row_and_higher_where_its_end_would_not_be_seen(void **state)
{
	(void)state;
	struct pane pane;
	fifty(&pane, 10, 20);
	pane_show_range(&pane, (struct cp_range){20 * 10, 21 * 10}, 4);
	assert_int_equal(pane.cursor_cp, 20 * 10);
	assert_int_equal(cursor_row(&pane), 4);
	assert_int_equal(pane_row_of(&pane, 22 * 10), 6);
	assert_int_equal(pane_row_of(&pane, 0), 0);
	assert_int_equal(pane_row_of(&pane, 49 * 10), 9);
	pane_show_range(&pane, (struct cp_range){20 * 10, 23 * 10 + 2}, 8);
	assert_int_equal(cursor_row(&pane), 6);
	pane_show_range(&pane, (struct cp_range){5 * 10, 40 * 10}, 8);
	assert_int_equal(cursor_row(&pane), 0);
	pane_show_range(&pane, (struct cp_range){49 * 10, 49 * 10 + 3}, 0);
	assert_int_equal(cursor_row(&pane), 9);
	pane_release(&pane);
}

static void scrolling_keeps_the_cursor_on_the_screen_and_in_its_column(void **state)
{
	(void)state;
	struct pane pane;
	fifty(&pane, 10, 20);
	pane_goto(&pane, 4);
	pane_scroll(&pane, 3);
	assert_int_equal(cursor_row(&pane), 0);
	assert_int_equal(pane.cursor_cp, 3 * 10 + 4);
	pane_scroll(&pane, -3);
	assert_int_equal(pane.cursor_cp, 3 * 10 + 4);
	pane_release(&pane);
}

static void a_page_moves_the_cursor_even_where_the_text_scrolls_no_further(void **state)
{
	(void)state;
	struct pane pane;
	fifty(&pane, 10, 20);
	pane_goto(&pane, SIZE_MAX);
	pane_goto(&pane, 41 * 10);
	pane_page(&pane, 5);
	assert_int_equal(pane.cursor_cp, 46 * 10);
	pane_page(&pane, 100);
	assert_int_equal(pane.cursor_cp, 49 * 10);
	pane_release(&pane);
}

static void another_size_keeps_the_line_at_the_top_and_the_cursor_in_sight(void **state)
{
	(void)state;
	struct pane pane;
	struct paragraph_options options = {.fallback = DIR_LTR};
	fifty(&pane, 10, 20);
	pane_scroll(&pane, 20);
	size_t top_cp = pane.top_cp;
	for (size_t width = 2; width < 40; width += 3) {
		pane_resize(&pane, (struct area){0, 0, 10, width}, &options);
		assert_int_equal(pane.top_cp, top_cp);
		assert_true(cursor_row(&pane) < 10);
	}
	pane_resize(&pane, (struct area){0, 0, 1, 1}, &options);
	assert_int_equal(cursor_row(&pane), 0);
	pane_release(&pane);
}

/* Long paragraphs in both directions, with runs of the other in each, and a short one. */
static const char mixed[] =
	"قال المحافظ إنه أصدر بنفسه أمر إخلاء حي السلالم في مرسى الحور ليل الاثنين «بعد أن ترددت البلدية» "
	"أكثر من ساعتين، وقال John Smith (BBC) إن المضخات 3 من 5 توقفت.   وأضافت: لم ننتظر أحدًا.\n"
	"About 1,150 people left the quarter in the early hours, according to the lists kept at the three "
	"shelters and seen by the Courier: «الماء لا ينتظر» said one of them,   and went up the hill.\n"
	"\nقصير\n";

static void any_sizes_between_lead_back_to_what_was_shown(void **state)
{
	(void)state;
	struct pane pane;
	struct str text = STR_EMPTY;
	struct paragraph_options options = {.fallback = DIR_LTR};
	uint32_t random = 1;
	for (int i = 0; i < 40; i++)
		str_append_str(&text, mixed);
	text_pane(&pane, str_cstr(&text), 20, 40);
	size_t n_cp = document_known_cp(pane.doc);
	for (size_t round = 0; round < 50; round++) {
		pane_goto(&pane, n_cp * round / 50);
		pane_scroll(&pane, round % 2 ? 7 : -7);
		pane_select(&pane, (struct cp_range){pane.cursor_cp, pane.cursor_cp + 1 + round},
			    SELECT_HELD);
		size_t cursor_cp = pane.cursor_cp, top_cp = pane.top_cp;
		struct cp_range selected, before;
		assert_true(pane_selection(&pane, &before));
		for (size_t i = 0; i < 20; i++) {
			random = random * 1103515245 + 12345;
			size_t n_rows = 1 + (random >> 16) % 60, n_cols = 2 + (random >> 24) % 150;
			pane_resize(&pane, (struct area){0, 0, n_rows, n_cols}, &options);
			assert_true(cursor_row(&pane) < n_rows);
			assert_true(pane_selection(&pane, &selected));
			assert_int_equal(selected.start_cp, before.start_cp);
			assert_int_equal(selected.end_cp, before.end_cp);
		}
		pane_resize(&pane, (struct area){0, 0, 20, 40}, &options);
		assert_int_equal(pane.cursor_cp, cursor_cp);
		assert_int_equal(pane.top_cp, top_cp);
	}
	str_release(&text);
	pane_release(&pane);
}

static void the_cursors_row_stays_where_it_is_on_the_screen(void **state)
{
	(void)state;
	struct pane pane;
	struct str text = STR_EMPTY;
	struct paragraph_options options = {.fallback = DIR_LTR};
	for (int i = 0; i < 40; i++)
		str_append_str(&text, mixed);
	text_pane(&pane, str_cstr(&text), 20, 40);
	pane_goto(&pane, document_known_cp(pane.doc) / 2);
	pane_scroll(&pane, -5);
	size_t row = cursor_row(&pane);
	assert_true(row > 0 && row < 20);
	for (size_t n_cols = 5; n_cols < 120; n_cols += 5) {
		pane_resize(&pane, (struct area){0, 0, 20, n_cols}, &options);
		assert_int_equal(cursor_row(&pane), row);
	}
	/* A lower screen has it on its last row. */
	pane_resize(&pane, (struct area){0, 0, row, 40}, &options);
	assert_int_equal(cursor_row(&pane), row - 1);
	str_release(&text);
	pane_release(&pane);
}

static void a_motion_at_another_size_is_where_the_next_begins(void **state)
{
	(void)state;
	struct pane pane;
	struct paragraph_options options = {.fallback = DIR_LTR};
	text_pane(&pane, "aaaa bbbb cccc dddd", 5, 20);
	pane_goto(&pane, 4);
	assert_int_equal(pane.cursor_cp, 4);
	/* The space hangs, and the cursor stands before it. */
	pane_resize(&pane, (struct area){0, 0, 5, 4}, &options);
	assert_int_equal(pane.cursor_cp, 3);
	pane_resize(&pane, (struct area){0, 0, 5, 20}, &options);
	assert_int_equal(pane.cursor_cp, 4);
	pane_resize(&pane, (struct area){0, 0, 5, 4}, &options);
	pane_goto(&pane, 3);
	pane_resize(&pane, (struct area){0, 0, 5, 20}, &options);
	assert_int_equal(pane.cursor_cp, 3);
	pane_release(&pane);
}

static void the_highlight_that_was_gone_to_is_still_meant_at_another_size(void **state)
{
	(void)state;
	struct pane pane;
	struct paragraph_options options = {.fallback = DIR_LTR};
	struct shown_mark outer = plain_mark("a", 4, 14, "#"), inner = plain_mark("b", 4, 9, "%");
	text_pane(&pane, "aaaa bbbb cccc dddd", 5, 20);
	marks_add(&pane.marks, &outer);
	marks_add(&pane.marks, &inner);
	marks_sort(&pane.marks);
	pane_pick(&pane, marks_find(&pane.marks, "a"));
	for (size_t width = 2; width < 20; width++) {
		pane_resize(&pane, (struct area){0, 0, 5, width}, &options);
		assert_non_null(pane_picked(&pane));
		assert_string_equal(pane_picked(&pane)->id, "a");
	}
	pane_release(&pane);
}

static void other_options_move_no_line_and_lose_no_cursor(void **state)
{
	(void)state;
	struct pane pane;
	struct paragraph_options options = {.fallback = DIR_LTR, .dir = DIR_RTL, .reveal = true};
	fifty(&pane, 10, 20);
	pane_scroll(&pane, 20);
	size_t top_cp = pane.top_cp, cursor_cp = pane.cursor_cp;
	assert_true(pane_resize(&pane, pane.area, &options));
	assert_false(pane_resize(&pane, pane.area, &options));
	assert_int_equal(pane.top_cp, top_cp);
	assert_int_equal(pane.cursor_cp, cursor_cp);
	pane_release(&pane);
}

static void the_place_where_it_was_left_is_found_before_it_is_drawn(void **state)
{
	(void)state;
	struct pane pane;
	struct paragraph_options options = {.fallback = DIR_LTR};
	fifty(&pane, 10, 20);
	pane_restore(&pane, 20 * 10, 22 * 10 + 4);
	pane_resize(&pane, pane.area, &options);
	assert_int_equal(pane.top.para, 20);
	assert_int_equal(pane.cursor_cp, 22 * 10 + 4);
	pane_release(&pane);
}

static void a_selection_has_the_cells_of_both_its_ends(void **state)
{
	(void)state;
	struct pane pane;
	struct cp_range range;
	text_pane(&pane, "سلام لا", 5, 20);
	assert_false(pane_selection(&pane, &range));
	/* U+0644 U+0627 share a cell: it is taken whole from either half. */
	pane_select(&pane, (struct cp_range){1, 3}, SELECT_PASSING);
	assert_true(pane_selection(&pane, &range));
	assert_int_equal(range.start_cp, 1);
	assert_int_equal(range.end_cp, 3);
	pane_select(&pane, (struct cp_range){2, 6}, SELECT_PASSING);
	assert_true(pane_selection(&pane, &range));
	assert_int_equal(range.start_cp, 1);
	assert_int_equal(range.end_cp, 7);
	pane_release(&pane);
}

static void a_place_of_the_screen_is_the_cell_there_or_the_nearest(void **state)
{
	(void)state;
	struct pane pane;
	struct paragraph_options options = {.fallback = DIR_LTR};
	text_pane(&pane, "abc\nسلام\n", 5, 10);
	pane_resize(&pane, (struct area){2, 4, 5, 10}, &options);
	assert_int_equal(pane_screen_cell(&pane, 2, 5), 1);
	assert_int_equal(pane_screen_cell(&pane, 2, 13), 2);
	assert_int_equal(pane_screen_cell(&pane, 3, 13), 4);
	assert_int_equal(pane_screen_cell(&pane, 3, 4), 7);
	assert_int_equal(pane_screen_cell(&pane, 4, 13), 4);
	assert_int_equal(pane_screen_cell(&pane, 0, 0), 0);
	pane_release(&pane);
}

static void an_empty_text_can_be_looked_at(void **state)
{
	(void)state;
	struct pane pane;
	struct cp_range range;
	text_pane(&pane, "", 5, 10);
	pane_goto(&pane, 5);
	pane_scroll(&pane, 3);
	pane_page(&pane, -3);
	assert_int_equal(pane.cursor_cp, 0);
	assert_int_equal(pane_percent(&pane), 100);
	pane_select(&pane, (struct cp_range){0, 0}, SELECT_HELD);
	assert_false(pane_selection(&pane, &range));
	pane_release(&pane);
}

/* Paragraph i's slot, laid out or not. */
static bool is_laid_out(const struct pane *pane, size_t index)
{
	return pane->layouts.slots[index].para && pane->layouts.slots[index].index == index;
}

static void the_next_screen_is_laid_out_before_it_is_asked_for(void **state)
{
	(void)state;
	struct pane pane;
	fifty(&pane, 10, 20);
	assert_false(pane_is_ahead(&pane));
	assert_false(is_laid_out(&pane, 19));
	pane_look_ahead(&pane);
	assert_true(pane_is_ahead(&pane));
	assert_true(is_laid_out(&pane, 19));
	assert_false(is_laid_out(&pane, 20));
	pane_scroll(&pane, 1);
	assert_false(pane_is_ahead(&pane));
	pane_release(&pane);
}

static void going_back_it_is_the_screen_before(void **state)
{
	(void)state;
	struct pane pane;
	fifty(&pane, 10, 20);
	pane_goto(&pane, 40 * 10);
	pane_look_ahead(&pane);
	size_t top = pane.top.para;
	assert_int_equal(top, 37);
	assert_false(is_laid_out(&pane, top - 10));
	pane_scroll(&pane, -1);
	assert_false(pane_is_ahead(&pane));
	pane_look_ahead(&pane);
	assert_true(pane_is_ahead(&pane));
	assert_true(is_laid_out(&pane, top - 11));
	assert_false(is_laid_out(&pane, top - 12));
	pane_release(&pane);
}

static void a_long_paragraph_is_not_laid_out_ahead(void **state)
{
	(void)state;
	struct pane pane;
	char *text = malloc(50002);
	memset(text, 'a', 50001);
	memcpy(text, "1\n2\n3\n4\n5\n", 10);
	text[50001] = '\0';
	text_pane(&pane, text, 3, 20);
	pane_look_ahead(&pane);
	assert_true(pane_is_ahead(&pane));
	assert_true(is_laid_out(&pane, 4));
	assert_false(is_laid_out(&pane, 5));
	pane_release(&pane);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_near_place_scrolls_by_as_few_rows_as_it_takes),
		cmocka_unit_test(a_far_place_comes_to_the_upper_third),
		cmocka_unit_test(the_texts_end_stands_at_the_foot_of_the_screen),
		cmocka_unit_test(
			a_range_is_put_on_a_row_and_higher_where_its_end_would_not_be_seen),
		cmocka_unit_test(scrolling_keeps_the_cursor_on_the_screen_and_in_its_column),
		cmocka_unit_test(a_page_moves_the_cursor_even_where_the_text_scrolls_no_further),
		cmocka_unit_test(another_size_keeps_the_line_at_the_top_and_the_cursor_in_sight),
		cmocka_unit_test(any_sizes_between_lead_back_to_what_was_shown),
		cmocka_unit_test(the_cursors_row_stays_where_it_is_on_the_screen),
		cmocka_unit_test(a_motion_at_another_size_is_where_the_next_begins),
		cmocka_unit_test(the_highlight_that_was_gone_to_is_still_meant_at_another_size),
		cmocka_unit_test(other_options_move_no_line_and_lose_no_cursor),
		cmocka_unit_test(the_place_where_it_was_left_is_found_before_it_is_drawn),
		cmocka_unit_test(a_selection_has_the_cells_of_both_its_ends),
		cmocka_unit_test(a_place_of_the_screen_is_the_cell_there_or_the_nearest),
		cmocka_unit_test(an_empty_text_can_be_looked_at),
		cmocka_unit_test(the_next_screen_is_laid_out_before_it_is_asked_for),
		cmocka_unit_test(going_back_it_is_the_screen_before),
		cmocka_unit_test(a_long_paragraph_is_not_laid_out_ahead),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
