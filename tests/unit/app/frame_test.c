/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/frame.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const struct style PLAIN = {.fg = -1, .bg = -1, .attrs = 0};

static void assert_dump(const struct frame *frame, const char *expected)
{
	struct str text = STR_EMPTY;
	frame_dump(frame, false, &text);
	assert_string_equal(str_cstr(&text), expected);
	str_release(&text);
}

static struct cell wide_cell(void)
{
	return (struct cell){
		.start_cp = 0, .end_cp = 1, .glyph = {0x4E2D}, .n_glyphs = 1, .width = 2};
}

static void put_wide(struct frame *frame, size_t row, size_t col)
{
	struct cell cell = wide_cell();
	frame_cell_put(frame, row, col, &cell, 2, PLAIN, ZONE_NONE, 0);
}

/* A right half stands behind its left half and nowhere else. */
static void assert_no_halves(struct frame *frame)
{
	for (size_t col = 0; col < frame->n_cols; col++) {
		bool after_wide = col > 0 && frame_at(frame, 0, col - 1)->width == 2;
		assert_int_equal(frame_at(frame, 0, col)->width == 0, after_wide);
	}
	assert_int_not_equal(frame_at(frame, 0, frame->n_cols - 1)->width, 2);
}

static void a_new_frame_is_spaces(void **state)
{
	(void)state;
	struct frame frame;
	frame_init(&frame, 2, 3);
	assert_dump(&frame, "\n\n");
	assert_int_equal(frame_at(&frame, 1, 2)->glyph[0], ' ');
	assert_int_equal(frame_at(&frame, 1, 2)->zone, ZONE_NONE);
	frame_release(&frame);
}

static void ascii_stands_where_it_is_put(void **state)
{
	(void)state;
	struct frame frame;
	frame_init(&frame, 2, 10);
	assert_int_equal(frame_text(&frame, 0, 2, 8, "abc", PLAIN, 7, ALIGN_LEFT), 3);
	assert_int_equal(frame_text(&frame, 1, 0, 10, "right", PLAIN, 7, ALIGN_RIGHT), 5);
	assert_dump(&frame, "  abc\n     right\n");
	assert_int_equal(frame_at(&frame, 0, 3)->zone, 7);
	assert_int_equal(frame_at(&frame, 0, 3)->start_cp, 1);
	frame_release(&frame);
}

static void a_text_that_does_not_fit_ends_in_an_ellipsis(void **state)
{
	(void)state;
	struct frame frame;
	frame_init(&frame, 1, 10);
	assert_int_equal(frame_text(&frame, 0, 0, 5, "abcdefgh", PLAIN, ZONE_NONE, ALIGN_LEFT), 5);
	assert_dump(&frame, "abcd\xE2\x80\xA6\n");
	frame_release(&frame);
}

static void arabic_is_joined_in_visual_order_and_set_flush_right(void **state)
{
	(void)state;
	struct frame frame;
	frame_init(&frame, 1, 6);
	/* seen, lam, alef, meem: three cells, since lam and alef are one */
	assert_int_equal(frame_text(&frame, 0, 0, 6, "\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85", PLAIN,
				    ZONE_NONE, ALIGN_START),
			 3);
	assert_dump(&frame, "   \xEF\xBB\xA1\xEF\xBB\xBC\xEF\xBA\xB3\n");
	frame_release(&frame);
}

static void no_control_gets_into_a_frame(void **state)
{
	(void)state;
	struct frame frame;
	frame_init(&frame, 1, 12);
	frame_text(&frame, 0, 0, 12, "a\x1B[2J\r\n\t\x7F\xC2\x9B", PLAIN, ZONE_NONE, ALIGN_LEFT);
	for (size_t col = 0; col < 12; col++)
		for (size_t i = 0; i < frame_at(&frame, 0, col)->n_glyphs; i++) {
			char32_t glyph = frame_at(&frame, 0, col)->glyph[i];
			assert_true(glyph >= ' ' && (glyph < 0x7F || glyph > 0x9F));
		}
	frame_release(&frame);
}

/* The end of a verse: a column for curses, none for half of the terminals. */
static void a_sign_whose_width_terminals_dispute_is_shown_as_a_circle(void **state)
{
	(void)state;
	struct frame frame;
	frame_init(&frame, 1, 4);
	frame_text(&frame, 0, 0, 4, "a \xDB\x9D|", PLAIN, ZONE_NONE, ALIGN_LEFT);
	assert_dump(&frame, "a \xE2\x97\x8C|\n");
	frame_release(&frame);
}

/* Fonts of pictures draw the key over its neighbours; half a flag is as wide as each terminal likes. */
static void keys_and_flags_are_shown_as_their_letters(void **state)
{
	(void)state;
	struct frame frame;
	frame_init(&frame, 1, 8);
	frame_text(&frame, 0, 0, 8, "1\xE2\x83\xA3|\xF0\x9F\x87\xAA\xF0\x9F\x87\xBA|e\xCC\x81", PLAIN, ZONE_NONE,
		   ALIGN_LEFT);
	assert_dump(&frame, "1|EU|e\xCC\x81\n");
	frame_release(&frame);
}

/* A whole sentence in one column, which fonts draw over the pane beside. */
static void the_basmala_is_shown_as_a_circle(void **state)
{
	(void)state;
	struct frame frame;
	frame_init(&frame, 1, 4);
	frame_text(&frame, 0, 0, 4, "a \xEF\xB7\xBD|", PLAIN, ZONE_NONE, ALIGN_LEFT);
	assert_dump(&frame, "a \xE2\x97\x8C|\n");
	frame_release(&frame);
}

static void a_wide_cell_takes_two_columns(void **state)
{
	(void)state;
	struct frame frame;
	frame_init(&frame, 1, 4);
	put_wide(&frame, 0, 1);
	assert_int_equal(frame_at(&frame, 0, 1)->width, 2);
	assert_int_equal(frame_at(&frame, 0, 2)->width, 0);
	assert_dump(&frame, " \xE4\xB8\xAD\n");
	frame_release(&frame);
}

static void a_wide_cell_that_would_be_halved_becomes_a_space(void **state)
{
	(void)state;
	struct frame frame;
	frame_init(&frame, 1, 4);
	put_wide(&frame, 0, 3);
	assert_no_halves(&frame);
	assert_dump(&frame, "\n");
	frame_release(&frame);
}

static void writing_over_one_half_leaves_no_other_half(void **state)
{
	(void)state;
	struct frame frame;
	for (size_t col = 0; col < 5; col++)
		for (size_t n = 1; n <= 5 - col; n++) {
			frame_init(&frame, 1, 6);
			put_wide(&frame, 0, 0);
			put_wide(&frame, 0, 2);
			put_wide(&frame, 0, 4);
			frame_fill(&frame, 0, col, 1, n, PLAIN, ZONE_NONE);
			assert_no_halves(&frame);
			frame_release(&frame);
		}
}

static void drawing_outside_of_the_frame_changes_nothing(void **state)
{
	(void)state;
	struct frame frame;
	frame_init(&frame, 2, 2);
	put_wide(&frame, 2, 0);
	put_wide(&frame, 0, 2);
	frame_fill(&frame, 5, 5, 9, 9, PLAIN, 3);
	assert_int_equal(frame_text(&frame, 9, 0, 5, "abc", PLAIN, ZONE_NONE, ALIGN_LEFT), 0);
	assert_int_equal(frame_text(&frame, 0, 9, 5, "abc", PLAIN, ZONE_NONE, ALIGN_LEFT), 0);
	assert_dump(&frame, "\n\n");
	frame_release(&frame);
}

static void a_frame_without_cells_can_be_drawn_on(void **state)
{
	(void)state;
	struct frame frame;
	frame_init(&frame, 0, 0);
	frame_fill(&frame, 0, 0, 1, 1, PLAIN, ZONE_NONE);
	assert_int_equal(frame_text(&frame, 0, 0, 5, "abc", PLAIN, ZONE_NONE, ALIGN_LEFT), 0);
	assert_dump(&frame, "");
	frame_release(&frame);
}

static void styles_are_told_by_letters(void **state)
{
	(void)state;
	struct frame frame;
	struct str text = STR_EMPTY;
	frame_init(&frame, 1, 4);
	frame_text(&frame, 0, 1, 2, "ab", (struct style){.fg = 1, .bg = -1, .attrs = ATTR_BOLD},
		   ZONE_NONE, ALIGN_LEFT);
	frame.cursor_shown = true;
	frame.cursor_col = 2;
	frame_dump(&frame, true, &text);
	assert_string_equal(str_cstr(&text), " ab\n.aa.\na fg 1 bg -1 bold\ncursor 0,2\n");
	str_release(&text);
	frame_release(&frame);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_frame_is_spaces),
		cmocka_unit_test(ascii_stands_where_it_is_put),
		cmocka_unit_test(a_text_that_does_not_fit_ends_in_an_ellipsis),
		cmocka_unit_test(arabic_is_joined_in_visual_order_and_set_flush_right),
		cmocka_unit_test(no_control_gets_into_a_frame),
		cmocka_unit_test(a_sign_whose_width_terminals_dispute_is_shown_as_a_circle),
		cmocka_unit_test(keys_and_flags_are_shown_as_their_letters),
		cmocka_unit_test(the_basmala_is_shown_as_a_circle),
		cmocka_unit_test(a_wide_cell_takes_two_columns),
		cmocka_unit_test(a_wide_cell_that_would_be_halved_becomes_a_space),
		cmocka_unit_test(writing_over_one_half_leaves_no_other_half),
		cmocka_unit_test(drawing_outside_of_the_frame_changes_nothing),
		cmocka_unit_test(a_frame_without_cells_can_be_drawn_on),
		cmocka_unit_test(styles_are_told_by_letters),
	};
	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
