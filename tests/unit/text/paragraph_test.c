/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What layout.test cannot say: what a paragraph counts, marks and keeps. */
#include "text/paragraph.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/utf8.h"

static struct paragraph *lay_out(const char *text, struct paragraph_options options)
{
	size_t n_cp;
	char32_t *cps = utf8_decode(text, strlen(text), &n_cp);
	struct paragraph *para = paragraph_new(cps, n_cp, &options);
	free(cps);
	return para;
}

static bool is_rtl(const char *text, enum text_dir dir, enum text_dir fallback)
{
	struct paragraph *para =
		lay_out(text, (struct paragraph_options){.dir = dir, .fallback = fallback});
	bool rtl = paragraph_is_rtl(para);
	paragraph_free(para);
	return rtl;
}

static void the_base_is_asked_for_or_found_or_falls_back(void **state)
{
	(void)state;
	assert_true(is_rtl("12 سلام abc", DIR_AUTO, DIR_LTR));
	assert_false(is_rtl("12 abc سلام", DIR_AUTO, DIR_RTL));
	assert_true(is_rtl("abc", DIR_RTL, DIR_LTR));
	assert_false(is_rtl("سلام", DIR_LTR, DIR_RTL));
	assert_true(is_rtl("12 (3)", DIR_AUTO, DIR_RTL));
	assert_false(is_rtl("", DIR_AUTO, DIR_LTR));
	assert_false(is_rtl("\u2067سلام\u2069 abc", DIR_AUTO, DIR_RTL));
}

static void cells_say_what_they_are(void **state)
{
	(void)state;
	size_t n;
	struct paragraph *para = lay_out("a \t\x01🇸🇦", (struct paragraph_options){.dir = DIR_AUTO});
	const struct cell *cells = paragraph_cells(para, &n);
	static const uint8_t want[] = {0, CELL_SPACE, CELL_SPACE | CELL_TAB, CELL_VISIBLE,
				       0, CELL_INSIDE};
	assert_int_equal(n, sizeof want / sizeof *want);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(cells[i].flags, want[i]);
	assert_int_equal(paragraph_n_cp(para), 6);
	paragraph_free(para);
}

static void levels_are_those_before_reordering(void **state)
{
	(void)state;
	size_t n;
	struct paragraph *para = lay_out("اb1 ", (struct paragraph_options){.dir = DIR_AUTO});
	const struct cell *cells = paragraph_cells(para, &n);
	assert_int_equal(cells[0].level, 1);
	assert_int_equal(cells[1].level, 2);
	assert_int_equal(cells[2].level, 2);
	assert_int_equal(cells[3].level, 1);
	paragraph_free(para);
}

/* What was given may change or go. */
static void a_paragraph_keeps_nothing_of_its_caller(void **state)
{
	(void)state;
	char32_t cps[] = {'a', 'b'};
	struct paragraph_options options = {.dir = DIR_AUTO};
	struct paragraph *para = paragraph_new(cps, 2, &options);
	cps[0] = 'x';
	options.dir = DIR_RTL;
	size_t n;
	assert_int_equal(paragraph_cells(para, &n)[0].glyph[0], 'a');
	assert_false(paragraph_is_rtl(para));
	paragraph_free(para);
	paragraph_free(NULL);
}

static void a_row_narrower_than_the_text_is_not_pushed_right(void **state)
{
	(void)state;
	struct paragraph *para = lay_out("سلم", (struct paragraph_options){.dir = DIR_AUTO});
	size_t n_rows;
	struct row *rows = paragraph_wrap(para, 10, &n_rows);
	struct placed_cell placed[3];
	assert_int_equal(row_place(para, &rows[0], 2, placed), 3);
	assert_int_equal(placed[0].col, 0);
	free(rows);
	paragraph_free(para);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_base_is_asked_for_or_found_or_falls_back),
		cmocka_unit_test(cells_say_what_they_are),
		cmocka_unit_test(levels_are_those_before_reordering),
		cmocka_unit_test(a_paragraph_keeps_nothing_of_its_caller),
		cmocka_unit_test(a_row_narrower_than_the_text_is_not_pushed_right),
	};
	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
