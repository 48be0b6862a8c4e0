/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing, in both directions. Where the cursor stands is written as code point offsets. */
#include "app/field.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"

enum { COLUMNS = 40 };

static void assert_text(const struct field *field, const char *expected)
{
	char *text = field_text(field);

	assert_string_equal(text, expected);
	free(text);
}

static void insert(struct field *field, const char *utf8)
{
	field_insert(field, utf8, strlen(utf8));
}

/* Moves until the cursor stands still; the places on the way as text. */
static void assert_way(const char *text, enum field_move from, enum field_move move,
		       const char *expected)
{
	struct field field;
	struct str way = STR_EMPTY;
	size_t before;

	field_init(&field, text, true);
	field_move(&field, from, COLUMNS);
	do {
		before = field.cursor_cp;
		str_appendf(&way, "%s%zu", way.len > 0 ? " " : "", before);
		field_move(&field, move, COLUMNS);
	} while (field.cursor_cp != before && way.len < 500);
	assert_string_equal(way.p, expected);
	str_release(&way);
	field_release(&field);
}

static void typing_goes_in_at_the_cursor(void **state)
{
	struct field field;

	(void)state;
	field_init(&field, "", false);
	assert_true(field_is_empty(&field));
	insert(&field, "سلا");
	insert(&field, "م");
	field_move(&field, FIELD_LINE_START, COLUMNS);
	insert(&field, "وال");
	assert_text(&field, "والسلام");
	assert_int_equal(field.cursor_cp, 3);
	assert_false(field_is_empty(&field));
	field_release(&field);
}

static void one_line_stays_one_line(void **state)
{
	struct field field;

	(void)state;
	field_init(&field, "a\r\nb\nc\rd\te\xe2\x80\xa8" "f", false);
	assert_text(&field, "a b c d e f");
	field_release(&field);
	field_init(&field, "a\r\nb\nc\rd\te\xe2\x80\xa9" "f", true);
	assert_text(&field, "a\nb\nc\nd\te\nf");
	field_release(&field);
}

static void controls_are_dropped_and_bad_bytes_are_seen(void **state)
{
	struct field field;

	(void)state;
	field_init(&field, "a\033[2Jb\x01" "c\x7f" "d\xc2\x9b" "e\xff", true);
	assert_text(&field, "a[2Jbcde\xef\xbf\xbd");
	field_release(&field);
}

static void one_line_has_a_longest_length(void **state)
{
	struct field field;
	char *big = calloc(FIELD_LINE_MAX + 11, 1);

	(void)state;
	memset(big, 'x', FIELD_LINE_MAX + 10);
	field_init(&field, big, false);
	assert_int_equal(field.n_cps, FIELD_LINE_MAX);
	insert(&field, "more");
	assert_int_equal(field.n_cps, FIELD_LINE_MAX);
	field_release(&field);
	free(big);
}

static void left_to_right_text_is_walked_in_order(void **state)
{
	(void)state;
	assert_way("abc", FIELD_TEXT_START, FIELD_RIGHT, "0 1 2 3");
	assert_way("abc", FIELD_TEXT_END, FIELD_LEFT, "3 2 1 0");
	assert_way("", FIELD_TEXT_END, FIELD_LEFT, "0");
	assert_way("", FIELD_TEXT_END, FIELD_RIGHT, "0");
}

static void in_right_to_left_text_left_goes_on(void **state)
{
	(void)state;
	assert_way("نعم", FIELD_TEXT_START, FIELD_LEFT, "0 1 2 3");
	assert_way("نعم", FIELD_TEXT_END, FIELD_RIGHT, "3 2 1 0");
	assert_way("نعم", FIELD_TEXT_START, FIELD_RIGHT, "0");
	assert_way("نعم", FIELD_TEXT_END, FIELD_LEFT, "3");
}

static void mixed_text_is_walked_as_it_is_seen(void **state)
{
	(void)state;
	/* ab, then Arabic from right to left, then the end */
	assert_way("ab نعم", FIELD_TEXT_START, FIELD_RIGHT, "0 1 2 5 4 3 6");
	/* the end at the left, then ab, then Arabic */
	assert_way("نعم ab", FIELD_TEXT_END, FIELD_RIGHT, "6 4 5 3 2 1 0");
	assert_way("قال 10-20 له", FIELD_TEXT_START, FIELD_LEFT, "0 1 2 3 5 4 6 8 7 9 10 11 12");
}

static void lam_alef_and_marks_are_one_step(void **state)
{
	(void)state;
	assert_way("سلام", FIELD_TEXT_START, FIELD_LEFT, "0 1 3 4");
	assert_way("مُحَمَّد", FIELD_TEXT_START, FIELD_LEFT, "0 2 4 7 8");
	assert_way("لَا", FIELD_TEXT_START, FIELD_LEFT, "0 3");
}

static void wide_and_joined_characters_are_one_step(void **state)
{
	(void)state;
	assert_way("漢字", FIELD_TEXT_START, FIELD_RIGHT, "0 1 2");
	assert_way("a\xf0\x9f\x87\xab\xf0\x9f\x87\xb7z", FIELD_TEXT_START, FIELD_RIGHT, "0 1 3 4");
	assert_way("a\xf0\x9f\x87\xab\xf0\x9f\x87\xb7z", FIELD_TEXT_END, FIELD_LEFT, "4 3 1 0");
}

static void a_rows_edge_leads_to_the_next_row(void **state)
{
	(void)state;
	assert_way("ab\ncd", FIELD_TEXT_START, FIELD_RIGHT, "0 1 2 3 4 5");
	assert_way("ab\ncd", FIELD_TEXT_END, FIELD_LEFT, "5 4 3 2 1 0");
	assert_way("نع\nنم", FIELD_TEXT_START, FIELD_LEFT, "0 1 2 3 4 5");
	assert_way("نع\nنم", FIELD_TEXT_END, FIELD_RIGHT, "5 4 3 2 1 0");
}

static void up_and_down_keep_the_column(void **state)
{
	struct field field;

	(void)state;
	field_init(&field, "abcd\nef\nghij", true);
	field.cursor_cp = 3;
	field_move(&field, FIELD_DOWN, COLUMNS);
	assert_int_equal(field.cursor_cp, 7); /* the end of "ef" */
	field_move(&field, FIELD_DOWN, COLUMNS);
	assert_int_equal(field.cursor_cp, 10);
	field_move(&field, FIELD_DOWN, COLUMNS);
	assert_int_equal(field.cursor_cp, 10);
	field_move(&field, FIELD_UP, COLUMNS);
	field_move(&field, FIELD_UP, COLUMNS);
	assert_int_equal(field.cursor_cp, 2);
	field_release(&field);
}

static void down_goes_through_wrapped_rows(void **state)
{
	struct field field;

	(void)state;
	field_init(&field, "aaaa bbbb cccc", true);
	field.cursor_cp = 1;
	field_move(&field, FIELD_DOWN, 7);
	assert_int_equal(field.cursor_cp, 6);
	field_move(&field, FIELD_DOWN, 7);
	assert_int_equal(field.cursor_cp, 11);
	field_release(&field);
}

static void words_are_logical(void **state)
{
	(void)state;
	assert_way("قال John: نعم", FIELD_TEXT_START, FIELD_WORD_NEXT, "0 4 10 13");
	assert_way("قال John: نعم", FIELD_TEXT_END, FIELD_WORD_PREVIOUS, "13 10 4 0");
	assert_way("ab\ncd", FIELD_TEXT_START, FIELD_WORD_NEXT, "0 2 3 5");
	assert_way("ab\ncd", FIELD_TEXT_END, FIELD_WORD_PREVIOUS, "5 3 2 0");
}

static void deleting_takes_whole_clusters(void **state)
{
	struct field field;

	(void)state;
	field_init(&field, "مُحَمَّد", true);
	field_delete(&field, FIELD_BACKSPACE);
	field_delete(&field, FIELD_BACKSPACE);
	assert_text(&field, "مُحَ");
	field_move(&field, FIELD_TEXT_START, COLUMNS);
	field_delete(&field, FIELD_DELETE);
	assert_text(&field, "حَ");
	field_delete(&field, FIELD_DELETE);
	field_delete(&field, FIELD_DELETE);
	field_delete(&field, FIELD_BACKSPACE);
	assert_text(&field, "");
	field_release(&field);
}

/* A ligature is one cell and two letters: each is deleted alone. */
static void backspace_takes_the_alef_of_a_ligature(void **state)
{
	struct field field;

	(void)state;
	field_init(&field, "سلا", false);
	field_delete(&field, FIELD_BACKSPACE);
	assert_text(&field, "سل");
	field_release(&field);
}

static void lines_are_joined_by_deleting_their_end(void **state)
{
	struct field field;

	(void)state;
	field_init(&field, "ab\ncd", true);
	field.cursor_cp = 3;
	field_delete(&field, FIELD_BACKSPACE);
	assert_text(&field, "abcd");
	assert_int_equal(field.cursor_cp, 2);
	field_release(&field);
}

static void words_and_lines_are_deleted_at_once(void **state)
{
	struct field field;

	(void)state;
	field_init(&field, "one\ntwo three four", true);
	field_delete(&field, FIELD_DELETE_WORD);
	assert_text(&field, "one\ntwo three ");
	field_delete(&field, FIELD_DELETE_WORD);
	assert_text(&field, "one\ntwo ");
	field_delete(&field, FIELD_DELETE_TO_START);
	assert_text(&field, "one\n");
	field_delete(&field, FIELD_DELETE_ALL);
	assert_text(&field, "");
	field_release(&field);
}

/*
 * A mark typed before another makes one cluster with what stands before it: the cursor goes behind.
 */
static void the_cursor_never_stands_inside_a_cluster(void **state)
{
	struct field field;

	(void)state;
	field_init(&field, "\xd9\x8e", true); /* a mark alone */
	field_move(&field, FIELD_TEXT_START, COLUMNS);
	insert(&field, "ب");
	assert_int_equal(field.cursor_cp, 2);
	field_release(&field);
}

static void draw(struct field *field, size_t n_rows, size_t n_cols, struct frame *frame)
{
	frame_init(frame, n_rows, n_cols);
	field_draw(field, frame, (struct area){.n_rows = n_rows, .n_cols = n_cols},
		   (struct style){.fg = -1, .bg = -1}, true);
}

static void assert_drawn(struct field *field, size_t n_rows, size_t n_cols, const char *rows,
			 size_t row, size_t col)
{
	struct frame frame;
	struct str out = STR_EMPTY;

	draw(field, n_rows, n_cols, &frame);
	for (size_t r = 0; r < n_rows; r++) {
		for (size_t c = 0; c < n_cols; c++) {
			const struct frame_cell *cell = frame_at(&frame, r, c);
			char32_t glyph = cell->glyph[0];
			if (cell->n_glyphs > 0)
				str_append_char(&out, glyph == ' '   ? '.'
						      : glyph < 0x80 ? (char)glyph
								     : '#');
		}
		str_append_char(&out, '|');
	}
	assert_string_equal(out.p, rows);
	assert_true(frame.cursor_shown);
	assert_int_equal(frame.cursor_row, row);
	assert_int_equal(frame.cursor_col, col);
	str_release(&out);
	frame_release(&frame);
}

static void one_line_scrolls_sideways(void **state)
{
	struct field field;

	(void)state;
	field_init(&field, "abcdefgh", false);
	assert_drawn(&field, 1, 5, "efgh.|", 0, 4);
	field_move(&field, FIELD_LEFT, 5);
	assert_drawn(&field, 1, 5, "efgh.|", 0, 3);
	field_move(&field, FIELD_TEXT_START, 5);
	assert_drawn(&field, 1, 5, "abcde|", 0, 0);
	field_delete(&field, FIELD_DELETE_ALL);
	assert_drawn(&field, 1, 5, ".....|", 0, 0);
	field_release(&field);
}

static void right_to_left_text_stands_at_the_right(void **state)
{
	struct field field;

	(void)state;
	field_init(&field, "نعم", false);
	assert_drawn(&field, 1, 8, ".....###|", 0, 4);
	field_move(&field, FIELD_RIGHT, 8);
	assert_drawn(&field, 1, 8, ".....###|", 0, 5);
	insert(&field, " ");
	field_move(&field, FIELD_TEXT_END, 8);
	insert(&field, " ");
	assert_drawn(&field, 1, 8, "....#.##|", 0, 2);
	field_release(&field);
}

static void spaces_at_the_end_are_seen(void **state)
{
	struct field field;

	(void)state;
	field_init(&field, "ab  ", true);
	assert_drawn(&field, 1, 8, "ab......|", 0, 4);
	field_release(&field);
}

static void many_lines_wrap_and_scroll(void **state)
{
	struct field field;

	(void)state;
	field_init(&field, "aa bb\ncc\n\nدد\nee", true);
	assert_drawn(&field, 3, 5, ".....|...##|ee...|", 2, 2);
	field_move(&field, FIELD_TEXT_START, 5);
	assert_drawn(&field, 3, 5, "aa...|bb...|cc...|", 0, 0);
	field_move(&field, FIELD_DOWN, 5);
	assert_drawn(&field, 3, 5, "aa...|bb...|cc...|", 1, 0);
	field.cursor_cp = 9;
	assert_drawn(&field, 3, 5, "bb...|cc...|.....|", 2, 0);
	field_release(&field);
}

static void any_size_is_drawn(void **state)
{
	static const char *const texts[] = {
		"", "a", "漢字 漢字", "السلام عليكم\nab\tc", "\xd9\x8e\xe2\x80\x8f", "\n\n\n"};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		for (size_t size = 1; size < 12; size++) {
			for (int many = 0; many < 2; many++) {
				struct field field;
				struct frame frame;
				field_init(&field, texts[i], many);
				draw(&field, many ? 2 : 1, size, &frame);
				assert_true(frame.cursor_col < size);
				field_move(&field, FIELD_UP, size);
				field_move(&field, FIELD_LEFT, size);
				frame_release(&frame);
				field_release(&field);
			}
		}
	}
}

/* A book pasted as one paragraph: no key lays out all of it. */
static void a_very_large_text_is_typed_in(void **state)
{
	struct str big = STR_EMPTY;
	struct field field;

	(void)state;
	for (int i = 0; i < 200000; i++)
		str_append_str(&big, "كلمة word ");
	field_init(&field, big.p, true);
	for (int i = 0; i < 20; i++) {
		struct frame frame;
		insert(&field, "ن");
		field_move(&field, i % 2 ? FIELD_UP : FIELD_LEFT, COLUMNS);
		draw(&field, 10, COLUMNS, &frame);
		frame_release(&frame);
	}
	assert_int_equal(field.n_cps, 200000 * 10 + 20);
	field_release(&field);
	str_release(&big);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(typing_goes_in_at_the_cursor),
		cmocka_unit_test(one_line_stays_one_line),
		cmocka_unit_test(controls_are_dropped_and_bad_bytes_are_seen),
		cmocka_unit_test(one_line_has_a_longest_length),
		cmocka_unit_test(left_to_right_text_is_walked_in_order),
		cmocka_unit_test(in_right_to_left_text_left_goes_on),
		cmocka_unit_test(mixed_text_is_walked_as_it_is_seen),
		cmocka_unit_test(lam_alef_and_marks_are_one_step),
		cmocka_unit_test(wide_and_joined_characters_are_one_step),
		cmocka_unit_test(a_rows_edge_leads_to_the_next_row),
		cmocka_unit_test(up_and_down_keep_the_column),
		cmocka_unit_test(down_goes_through_wrapped_rows),
		cmocka_unit_test(words_are_logical),
		cmocka_unit_test(deleting_takes_whole_clusters),
		cmocka_unit_test(backspace_takes_the_alef_of_a_ligature),
		cmocka_unit_test(lines_are_joined_by_deleting_their_end),
		cmocka_unit_test(words_and_lines_are_deleted_at_once),
		cmocka_unit_test(the_cursor_never_stands_inside_a_cluster),
		cmocka_unit_test(one_line_scrolls_sideways),
		cmocka_unit_test(right_to_left_text_stands_at_the_right),
		cmocka_unit_test(spaces_at_the_end_are_seen),
		cmocka_unit_test(many_lines_wrap_and_scroll),
		cmocka_unit_test(any_size_is_drawn),
		cmocka_unit_test(a_very_large_text_is_typed_in),
	};
	setlocale(LC_ALL, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
