/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/motion.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "app/support.h"
#include "text/window.h"

static void run(struct pane *pane, enum motion motion, size_t times)
{
	while (times-- > 0)
		motion_run(pane, motion, false);
}

static void left_goes_left_in_either_direction(void **state)
{
	(void)state;
	struct pane pane;
	text_pane(&pane, "abc\nسلم\n", 5, 10);
	pane_goto(&pane, 2);
	run(&pane, MOTION_LEFT, 1);
	assert_int_equal(pane.cursor_cp, 1);
	pane_goto(&pane, 4);
	run(&pane, MOTION_LEFT, 1);
	assert_int_equal(pane.cursor_cp, 5);
	run(&pane, MOTION_RIGHT, 1);
	assert_int_equal(pane.cursor_cp, 4);
	pane_release(&pane);
}

static void mixed_rows_are_walked_as_they_look(void **state)
{
	(void)state;
	/* On the screen, from the right: qal, John, nam. */
	struct pane pane;
	text_pane(&pane, "قال John نعم", 5, 20);
	static const size_t seen[] = {0, 1, 2, 3, 7, 6, 5, 4, 8, 9, 10, 11};
	for (size_t i = 0; i < sizeof seen / sizeof *seen; i++) {
		assert_int_equal(pane.cursor_cp, seen[i]);
		run(&pane, MOTION_LEFT, 1);
	}
	pane_release(&pane);
}

static void off_a_rows_edge_reading_goes_on(void **state)
{
	(void)state;
	struct pane pane;
	text_pane(&pane, "ab\nسل\ncd\n", 5, 10);
	pane_goto(&pane, 1);
	run(&pane, MOTION_RIGHT, 1);
	assert_int_equal(pane.cursor_cp, 3);
	run(&pane, MOTION_RIGHT, 1);
	assert_int_equal(pane.cursor_cp, 1);
	pane_goto(&pane, 4);
	run(&pane, MOTION_LEFT, 1);
	assert_int_equal(pane.cursor_cp, 6);
	pane_release(&pane);
}

static void the_next_passage_is_on_the_screen_as_a_whole(void **state)
{
	(void)state;
	struct pane pane;
	text_pane(&pane, "one two. six ten. abc def ghi jkl. a b c d e f g h i j k l.", 4, 9);
	run(&pane, MOTION_PASSAGE_NEXT, 2);
	/* Two rows above it: of its two the last is the screen's last. */
	assert_int_equal(pane.cursor_cp, 18);
	assert_int_equal(pane.top_cp, 0);
	run(&pane, MOTION_PASSAGE_NEXT, 1);
	/* Of three rows: the screen's last three. */
	assert_int_equal(pane.cursor_cp, 35);
	assert_int_equal(pane_row_of(&pane, 35), 1);
	pane_release(&pane);
}

static void where_the_terminal_orders_the_text_reading_goes_on_by_its_direction(void **state)
{
	(void)state;
	struct pane pane;
	struct paragraph_options options = {.fallback = DIR_LTR, .order = ORDER_LOGICAL};
	text_pane(&pane, "قال John نعم\nab\nسلام", 5, 20);
	pane_resize(&pane, pane.area, &options);
	/* The lam-alef is two letters there. */
	for (size_t cp = 0; cp < 12; cp++) {
		assert_int_equal(pane.cursor_cp, cp);
		run(&pane, MOTION_LEFT, 1);
	}
	assert_int_equal(pane.cursor_cp, 13);
	run(&pane, MOTION_RIGHT, 2);
	assert_int_equal(pane.cursor_cp, 16);
	run(&pane, MOTION_LEFT, 2);
	assert_int_equal(pane.cursor_cp, 18);
	run(&pane, MOTION_RIGHT, 3);
	assert_int_equal(pane.cursor_cp, 14);
	pane_release(&pane);
}

static void lam_alef_and_marks_are_one_step(void **state)
{
	(void)state;
	struct pane pane;
	text_pane(&pane, "سَلَام", 5, 10);
	run(&pane, MOTION_LEFT, 1);
	assert_int_equal(pane.cursor_cp, 2);
	run(&pane, MOTION_LEFT, 1);
	assert_int_equal(pane.cursor_cp, 5);
	pane_release(&pane);
}

static void up_and_down_keep_the_column_over_short_rows(void **state)
{
	(void)state;
	struct pane pane;
	text_pane(&pane, "abcdef\n\nx\nabcdef\n", 9, 10);
	pane_goto(&pane, 4);
	run(&pane, MOTION_DOWN, 3);
	assert_int_equal(pane.cursor_cp, 10 + 4);
	run(&pane, MOTION_UP, 3);
	assert_int_equal(pane.cursor_cp, 4);
	pane_release(&pane);
}

static void row_ends_are_logical(void **state)
{
	(void)state;
	struct pane pane;
	text_pane(&pane, "سلام عليكم يا أهل الدار", 5, 12);
	run(&pane, MOTION_ROW_END, 1);
	assert_int_equal(place_of(&pane.layouts, pane.cursor_cp).row, 0);
	assert_int_equal(pane_cursor_col(&pane), 12 - layout_get(&pane.layouts, 0)->rows[0].columns);
	run(&pane, MOTION_ROW_START, 1);
	assert_int_equal(pane.cursor_cp, 0);
	pane_release(&pane);
}

static void words_and_passages_are_walked_in_reading_order(void **state)
{
	(void)state;
	struct pane pane;
	text_pane(&pane, "One two. Three.\n\nقال John.\n", 9, 40);
	static const size_t words[] = {4, 9, 17, 21, 21};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		run(&pane, MOTION_WORD_NEXT, 1);
		assert_int_equal(pane.cursor_cp, words[i]);
	}
	run(&pane, MOTION_PASSAGE_PREVIOUS, 2);
	assert_int_equal(pane.cursor_cp, 9);
	run(&pane, MOTION_PARAGRAPH_NEXT, 1);
	assert_int_equal(pane.cursor_cp, 17);
	run(&pane, MOTION_WORD_PREVIOUS, 10);
	assert_int_equal(pane.cursor_cp, 0);
	pane_release(&pane);
}

static const char *selected(struct pane *pane)
{
	struct cp_range range;
	return pane_selection(pane, &range) ? range_text(pane->doc, range) : "";
}

static void shift_extends_and_a_plain_motion_lets_go(void **state)
{
	(void)state;
	struct pane pane;
	text_pane(&pane, "سلام", 5, 10);
	motion_run(&pane, MOTION_LEFT, true);
	assert_string_equal(selected(&pane), "سلا");
	motion_run(&pane, MOTION_LEFT, false);
	assert_int_equal(pane.selecting, SELECT_NONE);
	pane_release(&pane);
}

static void a_held_selection_grows_with_every_motion_to_the_units_end(void **state)
{
	(void)state;
	struct pane pane;
	text_pane(&pane, "One two three. Four five. Six.", 5, 40);
	pane_goto(&pane, 4);
	pane.selecting = SELECT_HELD;
	pane.anchor_cp = 4;
	run(&pane, MOTION_WORD_NEXT, 1);
	assert_string_equal(selected(&pane), "two");
	run(&pane, MOTION_WORD_NEXT, 1);
	assert_string_equal(selected(&pane), "two three");
	run(&pane, MOTION_PASSAGE_NEXT, 1);
	assert_string_equal(selected(&pane), "two three.");
	run(&pane, MOTION_PASSAGE_NEXT, 1);
	assert_string_equal(selected(&pane), "two three. Four five.");
	pane_release(&pane);
}

static void a_selection_grows_backwards_too(void **state)
{
	(void)state;
	struct pane pane;
	text_pane(&pane, "One two three.", 5, 40);
	pane_goto(&pane, 12);
	pane.selecting = SELECT_HELD;
	pane.anchor_cp = 12;
	run(&pane, MOTION_WORD_PREVIOUS, 2);
	assert_string_equal(selected(&pane), "two three");
	pane_release(&pane);
}

static void selecting_a_unit_again_takes_the_next_one_too(void **state)
{
	(void)state;
	struct pane pane;
	text_pane(&pane, "قال نعم. ثم خرج. وعاد.", 5, 40);
	pane_goto(&pane, 5);
	motion_select(&pane, UNIT_PASSAGE);
	assert_string_equal(selected(&pane), "قال نعم.");
	motion_select(&pane, UNIT_PASSAGE);
	assert_string_equal(selected(&pane), "قال نعم. ثم خرج.");
	pane_release(&pane);
}

/* A pane on a text whose paragraphs come in windows of some ten code points. */
static void windowed_pane(struct pane *pane, const char *utf8)
{
	struct paragraph_options options = {.fallback = DIR_LTR};
	struct document *doc = text_document(utf8);
	document_set_window(doc, 10);
	pane_init(pane, doc);
	pane_resize(pane, (struct area){0, 0, 9, 8}, &options);
}

static void nothing_is_felt_of_the_windows_of_a_paragraph(void **state)
{
	(void)state;
	struct pane pane;
	struct document_paragraph at;
	windowed_pane(&pane, "aa bb cc dd ee ff gg hh ii jj kk\nمن كل عين هي بل هم عن قد\nend\n");
	assert_true(document_paragraph(pane.doc, 1, &at) && at.continues);
	size_t last_cp = 32 + 1 + 24 + 1;
	run(&pane, MOTION_PARAGRAPH_NEXT, 1);
	assert_int_equal(pane.cursor_cp, 33);
	run(&pane, MOTION_PARAGRAPH_NEXT, 1);
	assert_int_equal(pane.cursor_cp, last_cp);
	run(&pane, MOTION_PARAGRAPH_PREVIOUS, 2);
	assert_int_equal(pane.cursor_cp, 0);
	/* Each row has its hanging space, and nothing else is missed, in either direction. */
	for (size_t cp = 0; cp < 32; cp = pane.cursor_cp) {
		run(&pane, MOTION_RIGHT, 1);
		assert_in_range(pane.cursor_cp, cp + 1, cp + 2);
	}
	for (size_t cp = 33; cp < 33 + 24; cp = pane.cursor_cp) {
		assert_int_equal(pane.cursor_cp, cp);
		run(&pane, MOTION_LEFT, 1);
		assert_in_range(pane.cursor_cp, cp + 1, cp + 2);
	}
	run(&pane, MOTION_TEXT_START, 1);
	pane.selecting = SELECT_HELD;
	pane.anchor_cp = at.start_cp - 3;
	pane_goto(&pane, at.start_cp + 1);
	struct cp_range range;
	assert_true(pane_selection(&pane, &range));
	assert_int_equal(range.start_cp, at.start_cp - 3);
	assert_int_equal(range.end_cp, at.start_cp + 2);
	run(&pane, MOTION_TEXT_END, 1);
	assert_int_equal(place_of(&pane.layouts, pane.cursor_cp).para,
			 document_paragraph_at(pane.doc, SIZE_MAX));
	pane_release(&pane);
}

static void nothing_moves_in_an_empty_text(void **state)
{
	(void)state;
	for (enum motion motion = MOTION_LEFT; motion <= MOTION_TEXT_END; motion++) {
		struct pane pane;
		text_pane(&pane, "", 3, 10);
		motion_run(&pane, motion, true);
		assert_int_equal(pane.cursor_cp, 0);
		pane_release(&pane);
	}
}

static void between_two_paragraphs_the_nearest_passage_is_selected(void **state)
{
	(void)state;
	struct pane pane;
	struct cp_range selected;
	text_pane(&pane, "\nOne two.\n\n", 12, 10);
	pane_goto(&pane, 0);
	motion_select(&pane, UNIT_PASSAGE);
	assert_true(pane_selection(&pane, &selected));
	assert_int_equal(selected.start_cp, 1);
	assert_int_equal(selected.end_cp, 9);
	pane_release(&pane);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(left_goes_left_in_either_direction),
		cmocka_unit_test(mixed_rows_are_walked_as_they_look),
		cmocka_unit_test(off_a_rows_edge_reading_goes_on),
		cmocka_unit_test(the_next_passage_is_on_the_screen_as_a_whole),
		cmocka_unit_test(where_the_terminal_orders_the_text_reading_goes_on_by_its_direction),
		cmocka_unit_test(lam_alef_and_marks_are_one_step),
		cmocka_unit_test(up_and_down_keep_the_column_over_short_rows),
		cmocka_unit_test(row_ends_are_logical),
		cmocka_unit_test(words_and_passages_are_walked_in_reading_order),
		cmocka_unit_test(shift_extends_and_a_plain_motion_lets_go),
		cmocka_unit_test(a_held_selection_grows_with_every_motion_to_the_units_end),
		cmocka_unit_test(a_selection_grows_backwards_too),
		cmocka_unit_test(selecting_a_unit_again_takes_the_next_one_too),
		cmocka_unit_test(nothing_is_felt_of_the_windows_of_a_paragraph),
		cmocka_unit_test(nothing_moves_in_an_empty_text),
		cmocka_unit_test(between_two_paragraphs_the_nearest_passage_is_selected),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
