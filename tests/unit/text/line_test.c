/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/line.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "base/utf8.h"

/* The glyphs of the line from left to right. */
static void expect(const char *text, size_t width, const char *want, bool rtl, bool cut)
{
	struct line line;
	struct str got = STR_EMPTY;
	line_init(&line, text, strlen(text), width, DIR_AUTO, ORDER_VISUAL);
	for (size_t i = 0; i < line.n_cells; i++)
		utf8_append(&got, line.cells[i].cell->glyph, line.cells[i].cell->n_glyphs);
	assert_string_equal(str_cstr(&got), want);
	assert_true(line.columns <= width);
	assert_int_equal(line.rtl, rtl);
	assert_int_equal(line.cut, cut);
	str_release(&got);
	line_release(&line);
}

static void a_text_that_fits_is_whole(void **state)
{
	(void)state;
	expect("abc", 3, "abc", false, false);
	expect("سلام", 80, "ﻡﻼﺳ", true, false);
	expect("", 10, "", false, false);
}

static void the_logical_end_is_cut(void **state)
{
	(void)state;
	expect("abcdef", 4, "abc…", false, true);
	expect("سلام عليكم", 6, "…ﻉ ﻡﻼﺳ", true, true);
	expect("abc", 1, "…", false, true);
	expect("abc", 0, "", false, true);
}

static void a_wide_character_is_not_halved_by_the_cut(void **state)
{
	(void)state;
	expect("中中中", 4, "中…", false, true);
}

static void a_line_stays_one_line(void **state)
{
	(void)state;
	expect("a\nb\tc\r\xC2\x85\u2028\u2029\x1C", 80, "a␊b␉c␍\uFFFD\uFFFD\uFFFD␜", false, false);
}

static void nothing_that_controls_gets_out(void **state)
{
	(void)state;
	expect("\x1B[2J\u202Eabc\u2069", 80, "␛[2Jcba", false, false);
}

static void spaces_at_the_end_are_kept(void **state)
{
	(void)state;
	expect("ab  ", 80, "ab  ", false, false);
	expect("اب ", 80, " ﺏﺍ", true, false);
}

static void cells_stand_side_by_side_from_column_0(void **state)
{
	(void)state;
	struct line line;
	size_t col = 0;
	line_init(&line, "نعم 中 abc", strlen("نعم 中 abc"), 80, DIR_AUTO, ORDER_VISUAL);
	for (size_t i = 0; i < line.n_cells; i++) {
		assert_int_equal(line.cells[i].col, col);
		col += line.cells[i].width;
	}
	assert_int_equal(col, line.columns);
	line_release(&line);
}

static void columns_are_what_a_terminal_needs(void **state)
{
	(void)state;
	assert_int_equal(line_columns("", 0), 0);
	assert_int_equal(line_columns("مُحَمَّد", strlen("مُحَمَّد")), 4);
	assert_int_equal(line_columns("لا", strlen("لا")), 1);
	assert_int_equal(line_columns("中a", strlen("中a")), 3);
}

static void assert_sent(const char *text, const char *sent)
{
	struct line line;
	struct str out = STR_EMPTY;
	line_init(&line, text, strlen(text), 80, DIR_AUTO, ORDER_VISUAL);
	line_append(&line, &out);
	assert_string_equal(str_cstr(&out), sent);
	str_release(&out);
	line_release(&line);
}

static void a_terminal_gets_signs_whose_width_it_does_not_dispute(void **state)
{
	(void)state;
	assert_sent("آية \u06DD|", "|\u25CC ﺔﻳﺁ");
	assert_sent("1\u20E3\u0301|", "1\u0301|");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_that_fits_is_whole),
		cmocka_unit_test(the_logical_end_is_cut),
		cmocka_unit_test(a_wide_character_is_not_halved_by_the_cut),
		cmocka_unit_test(a_line_stays_one_line),
		cmocka_unit_test(nothing_that_controls_gets_out),
		cmocka_unit_test(spaces_at_the_end_are_kept),
		cmocka_unit_test(cells_stand_side_by_side_from_column_0),
		cmocka_unit_test(columns_are_what_a_terminal_needs),
		cmocka_unit_test(a_terminal_gets_signs_whose_width_it_does_not_dispute),
	};
	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
