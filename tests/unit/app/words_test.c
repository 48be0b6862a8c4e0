/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <inttypes.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/nearest.h"
#include "app/words.h"
#include "text/line.h"

#define ISOLATED(text) "\u2068" text "\u2069"

static void a_fault_reads_subject_what_happened_and_detail(void **state)
{
	(void)state;
	struct fault f = FAULT_NONE;
	struct str out = STR_EMPTY;
	fault_setf(&f, STATUS_NO_FILE, "a.txt", "detail %d", 1);
	words_fault(&out, &f);
	assert_string_equal(out.p, ISOLATED("a.txt") ": there is no such file (" ISOLATED("detail 1") ")");
	assert_non_null(words_hint(&f));
	str_clear(&out);
	fault_set(&f, STATUS_NOT_FOUND, NULL);
	words_fault(&out, &f);
	assert_string_equal(out.p, "nothing was found");
	assert_null(words_hint(&f));
	fault_release(&f);
	str_release(&out);
}

static void an_empty_subject_leaves_no_colon_behind(void **state)
{
	(void)state;
	struct fault f = FAULT_NONE;
	struct str out = STR_EMPTY;
	fault_set(&f, STATUS_NOT_FOUND, "");
	words_fault(&out, &f);
	assert_string_equal(out.p, "nothing was found");
	fault_release(&f);
	str_release(&out);
}

static void foreign_text_in_a_fault_changes_nothing_beside_it(void **state)
{
	(void)state;
	struct fault f = FAULT_NONE;
	struct str out = STR_EMPTY;
	fault_setf(&f, STATUS_NO_FILE, "a\u2069\u202E", "\u2067c");
	words_fault(&out, &f);
	assert_string_equal(out.p, ISOLATED("a\u202E") ": there is no such file (" ISOLATED("\u2067c\u2069") ")");
	fault_release(&f);
	str_release(&out);
}

static void expect_words(char *words, const char *expected)
{
	assert_string_equal(words, expected);
	free(words);
}

static void a_translation_may_tell_a_number_by_its_word(void **state)
{
	(void)state;
	static const char many[] = "move %zu marks from %s to %s";
	expect_words(words_translated("move two marks from %s to %s", many, (size_t)2, "a", "b"),
		     "move two marks from " ISOLATED("a") " to " ISOLATED("b"));
	expect_words(words_translated("to %3$s from %2$s", many, (size_t)2, "a", "b"),
		     "to " ISOLATED("b") " from " ISOLATED("a"));
	expect_words(words_translated("from %s %zu to %s", many, (size_t)2, "a", "b"),
		     "from " ISOLATED("a") " 2 to " ISOLATED("b"));
}

static void a_format_takes_texts_and_numbers_in_any_order(void **state)
{
	(void)state;
	expect_words(words_format("%s, %zu%%: %d %s", "a", (size_t)7, -1, "b"),
		     ISOLATED("a") ", 7%: -1 " ISOLATED("b"));
	expect_words(words_format("%2$s %1$zu", (size_t)3, "x"), ISOLATED("x") " 3");
	expect_words(words_format("%" PRId64 "|%s", INT64_MIN, ""), "-9223372036854775808|" ISOLATED(""));
	expect_words(words_format("plain"), "plain");
}

/* The columns of `text` when it stands in "x %s y %s z", and each other column is as with a harmless one. */
static void expect_neighbours_in_place(const char *text)
{
	struct line hostile, harmless;
	char *one = words_format("x %s y %s z", text, "\u0627\u0628"), *two = words_format("x %s y %s z", "b", "\u0627\u0628");
	line_init(&hostile, one, strlen(one), 100, DIR_AUTO, ORDER_VISUAL);
	line_init(&harmless, two, strlen(two), 100, DIR_AUTO, ORDER_VISUAL);
	assert_true(hostile.n_cells >= harmless.n_cells - 1);
	for (size_t i = 1; i <= 7; i++)
		assert_int_equal(hostile.cells[hostile.n_cells - i].cell->glyph[0],
				 harmless.cells[harmless.n_cells - i].cell->glyph[0]);
	assert_int_equal(hostile.cells[0].cell->glyph[0], 'x');
	assert_int_equal(hostile.cells[1].cell->glyph[0], ' ');
	line_release(&hostile);
	line_release(&harmless);
	free(one);
	free(two);
}

static void no_text_moves_what_stands_beside_it(void **state)
{
	(void)state;
	static const char *const controls[] = {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067",
					       "\u2068", "\u2069", "\u200E", "\u200F", "\u061C", "\u2029", "\xC2\x85",
					       "\n",     "\x1C",   "a",      "\u05D0", "1"};
	const size_t n = sizeof controls / sizeof *controls;
	for (size_t i = 0; i < n * n * n; i++) {
		struct str text = STR_EMPTY;
		str_appendf(&text, "%s%s%s", controls[i % n], controls[i / n % n], controls[i / n / n]);
		expect_neighbours_in_place(str_cstr(&text));
		str_release(&text);
	}
	struct str deep = STR_EMPTY;
	for (int i = 0; i < 200; i++)
		str_append_str(&deep, i % 2 ? "\u2067" : "\u202E");
	expect_neighbours_in_place(str_cstr(&deep));
	str_release(&deep);
}

static const char *nearest_of(const char *typed)
{
	static const char *const names[] = {"import", "export", "list", "undo", "highlight list"};
	struct nearest nearest = NEAREST(typed);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		nearest_offer(&nearest, names[i]);
	return nearest.name ? nearest.name : "-";
}

static void the_nearest_name_is_what_may_have_been_meant(void **state)
{
	(void)state;
	assert_string_equal(nearest_of("imprt"), "import");
	assert_string_equal(nearest_of("improt"), "import");
	assert_string_equal(nearest_of("exprot"), "export");
	assert_string_equal(nearest_of("udno"), "undo");
	assert_string_equal(nearest_of("lists"), "list");
	assert_string_equal(nearest_of("higlight lst"), "highlight list");
	assert_string_equal(nearest_of("frobnicate"), "-");
	assert_string_equal(nearest_of(""), "-");
}

static void expect_excerpt(const char *text, size_t max_cp, const char *expected)
{
	char *excerpt = words_excerpt(text, max_cp);
	assert_string_equal(excerpt, expected);
	free(excerpt);
}

static void an_excerpt_is_one_line_cut_at_a_space(void **state)
{
	(void)state;
	expect_excerpt("short", 5, "short");
	expect_excerpt("one\ntwo\tthree", 20, "one two three");
	expect_excerpt("one two three", 9, "one two\u2026");
	expect_excerpt("onetwothree", 4, "onet\u2026");
	expect_excerpt("قال لنا", 5, "قال\u2026");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_fault_reads_subject_what_happened_and_detail),
		cmocka_unit_test(an_empty_subject_leaves_no_colon_behind),
		cmocka_unit_test(foreign_text_in_a_fault_changes_nothing_beside_it),
		cmocka_unit_test(a_format_takes_texts_and_numbers_in_any_order),
		cmocka_unit_test(a_translation_may_tell_a_number_by_its_word),
		cmocka_unit_test(no_text_moves_what_stands_beside_it),
		cmocka_unit_test(an_excerpt_is_one_line_cut_at_a_space),
		cmocka_unit_test(the_nearest_name_is_what_may_have_been_meant),
	};
	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
