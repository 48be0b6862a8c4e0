/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ends.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "app/support.h"

enum { ROWS = 10, COLS = 60 };

/* A pane, and a range in it whose end is on the move. */
struct scene {
	struct pane pane;
	struct ends ends;
};

static void begin(struct scene *scene, const char *text, size_t start_cp, size_t end_cp)
{
	text_pane(&scene->pane, text, ROWS, COLS);
	pane_goto(&scene->pane, end_cp - 1);
	ends_begin(&scene->ends, &scene->pane, (struct cp_range){start_cp, end_cp});
}

static void move(struct scene *scene, enum motion motion)
{
	ends_move(&scene->ends, &scene->pane, motion);
}

static void expect_text(struct scene *scene, const char *text)
{
	assert_string_equal(range_text(scene->pane.doc, scene->ends.range), text);
}

static void expect_range(const struct scene *scene, size_t start_cp, size_t end_cp, bool at_start)
{
	assert_int_equal(scene->ends.range.start_cp, start_cp);
	assert_int_equal(scene->ends.range.end_cp, end_cp);
	assert_int_equal(scene->ends.at_start, at_start);
}

static void end(struct scene *scene)
{
	pane_release(&scene->pane);
}

static void the_end_nearer_to_the_cursor_moves_first(void **state)
{
	struct scene scene;
	(void)state;
	text_pane(&scene.pane, "one two three four", ROWS, COLS);
	pane_goto(&scene.pane, 5);
	ends_begin(&scene.ends, &scene.pane, (struct cp_range){4, 13});
	assert_true(scene.ends.at_start);
	pane_goto(&scene.pane, 11);
	ends_begin(&scene.ends, &scene.pane, (struct cp_range){4, 13});
	assert_false(scene.ends.at_start);
	assert_int_equal(scene.pane.cursor_cp, 12);
	end(&scene);
}

static void an_end_stands_between_the_lam_and_the_alef_of_one_cell(void **state)
{
	struct scene scene;
	(void)state;
	begin(&scene, "إن الأمن", 3, 8);
	ends_swap(&scene.ends, &scene.pane);
	move(&scene, MOTION_LEFT);
	expect_text(&scene, "لأمن");
	move(&scene, MOTION_LEFT);
	expect_text(&scene, "أمن");
	move(&scene, MOTION_LEFT);
	expect_text(&scene, "من");
	move(&scene, MOTION_RIGHT);
	expect_text(&scene, "أمن");
	move(&scene, MOTION_RIGHT);
	expect_text(&scene, "لأمن");
	ends_swap(&scene.ends, &scene.pane);
	for (size_t i = 0; i < 3; i++)
		move(&scene, MOTION_RIGHT);
	expect_text(&scene, "ل");
	move(&scene, MOTION_LEFT);
	expect_text(&scene, "لأ");
	end(&scene);
}

static void a_letter_keeps_its_marks(void **state)
{
	struct scene scene;
	(void)state;
	begin(&scene, "كُلِّها هنا", 0, 2);
	move(&scene, MOTION_LEFT);
	expect_text(&scene, "كُلِّ");
	move(&scene, MOTION_RIGHT);
	expect_text(&scene, "كُ");
	move(&scene, MOTION_LEFT);
	move(&scene, MOTION_LEFT);
	expect_text(&scene, "كُلِّه");
	end(&scene);
}

static void left_and_right_are_sides_of_the_screen(void **state)
{
	struct scene scene;
	(void)state;
	begin(&scene, "abcdef", 1, 3);
	move(&scene, MOTION_RIGHT);
	expect_text(&scene, "bcd");
	move(&scene, MOTION_LEFT);
	move(&scene, MOTION_LEFT);
	expect_text(&scene, "b");
	end(&scene);
	begin(&scene, "ابتثجح", 1, 3);
	move(&scene, MOTION_LEFT);
	expect_text(&scene, "بتث");
	move(&scene, MOTION_RIGHT);
	move(&scene, MOTION_RIGHT);
	expect_text(&scene, "ب");
	end(&scene);
}

static void the_end_goes_by_words_passages_and_paragraphs_to_their_ends(void **state)
{
	static const char text[] = "one two three. Four five.\nSix seven.";
	struct scene scene;
	(void)state;
	begin(&scene, text, 4, 6);
	move(&scene, MOTION_WORD_NEXT);
	expect_text(&scene, "two");
	move(&scene, MOTION_WORD_NEXT);
	expect_text(&scene, "two three");
	move(&scene, MOTION_PASSAGE_NEXT);
	expect_text(&scene, "two three.");
	move(&scene, MOTION_PASSAGE_NEXT);
	expect_text(&scene, "two three. Four five.");
	move(&scene, MOTION_PARAGRAPH_NEXT);
	expect_text(&scene, "two three. Four five.\nSix seven.");
	move(&scene, MOTION_PARAGRAPH_PREVIOUS);
	expect_text(&scene, "two three. Four five.");
	move(&scene, MOTION_PASSAGE_PREVIOUS);
	expect_text(&scene, "two three.");
	move(&scene, MOTION_WORD_PREVIOUS);
	expect_text(&scene, "two three");
	move(&scene, MOTION_WORD_PREVIOUS);
	expect_text(&scene, "two");
	end(&scene);
}

static void the_start_goes_by_words_passages_and_paragraphs_to_their_starts(void **state)
{
	static const char text[] = "One two.\nThree four. Five six seven";
	struct scene scene;
	(void)state;
	begin(&scene, text, 30, 35);
	ends_swap(&scene.ends, &scene.pane);
	move(&scene, MOTION_WORD_PREVIOUS);
	expect_text(&scene, "six seven");
	move(&scene, MOTION_PASSAGE_PREVIOUS);
	expect_text(&scene, "Five six seven");
	move(&scene, MOTION_PARAGRAPH_PREVIOUS);
	expect_text(&scene, "Three four. Five six seven");
	move(&scene, MOTION_PARAGRAPH_PREVIOUS);
	expect_range(&scene, 0, 35, true);
	move(&scene, MOTION_PASSAGE_NEXT);
	move(&scene, MOTION_PASSAGE_NEXT);
	expect_text(&scene, "Five six seven");
	move(&scene, MOTION_WORD_NEXT);
	expect_text(&scene, "six seven");
	end(&scene);
}

static void an_end_that_passes_the_other_is_that_one_from_there_on(void **state)
{
	struct scene scene;
	(void)state;
	begin(&scene, "abcdef", 2, 4);
	move(&scene, MOTION_LEFT);
	move(&scene, MOTION_LEFT);
	expect_range(&scene, 2, 2, false);
	move(&scene, MOTION_LEFT);
	expect_range(&scene, 1, 2, true);
	move(&scene, MOTION_LEFT);
	expect_range(&scene, 0, 2, true);
	move(&scene, MOTION_RIGHT);
	move(&scene, MOTION_RIGHT);
	expect_range(&scene, 2, 2, true);
	move(&scene, MOTION_RIGHT);
	expect_range(&scene, 2, 3, false);
	end(&scene);
}

static void rows_take_the_end_to_the_cell_of_the_cursor(void **state)
{
	struct scene scene;
	(void)state;
	begin(&scene, "abcdef\nghijkl\nmnopqr", 8, 10);
	move(&scene, MOTION_DOWN);
	expect_text(&scene, "hijkl\nmno");
	move(&scene, MOTION_UP);
	move(&scene, MOTION_UP);
	expect_range(&scene, 2, 8, true);
	move(&scene, MOTION_ROW_START);
	expect_range(&scene, 0, 8, true);
	move(&scene, MOTION_TEXT_END);
	expect_text(&scene, "hijkl\nmnopqr");
	ends_move_to(&scene.ends, &scene.pane, 9);
	expect_text(&scene, "hi");
	end(&scene);
}

static void where_the_terminal_orders_the_text_left_and_right_go_as_its_paragraph(void **state)
{
	struct paragraph_options options = {.fallback = DIR_LTR, .order = ORDER_LOGICAL};
	struct scene scene;
	(void)state;
	begin(&scene, "ابت abc ثجح", 4, 6);
	pane_resize(&scene.pane, (struct area){0, 0, ROWS, COLS}, &options);
	pane_goto(&scene.pane, 5);
	move(&scene, MOTION_LEFT);
	expect_text(&scene, "abc");
	move(&scene, MOTION_RIGHT);
	expect_text(&scene, "ab");
	end(&scene);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_end_nearer_to_the_cursor_moves_first),
		cmocka_unit_test(an_end_stands_between_the_lam_and_the_alef_of_one_cell),
		cmocka_unit_test(a_letter_keeps_its_marks),
		cmocka_unit_test(left_and_right_are_sides_of_the_screen),
		cmocka_unit_test(the_end_goes_by_words_passages_and_paragraphs_to_their_ends),
		cmocka_unit_test(the_start_goes_by_words_passages_and_paragraphs_to_their_starts),
		cmocka_unit_test(an_end_that_passes_the_other_is_that_one_from_there_on),
		cmocka_unit_test(rows_take_the_end_to_the_cell_of_the_cursor),
		cmocka_unit_test(where_the_terminal_orders_the_text_left_and_right_go_as_its_paragraph),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
