/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "app/nearest.h"
#include "app/words.h"

static void a_fault_reads_subject_what_happened_and_detail(void **state)
{
	(void)state;
	struct fault f = FAULT_NONE;
	struct str out = STR_EMPTY;
	fault_setf(&f, STATUS_NO_FILE, "a.txt", "detail %d", 1);
	words_fault(&out, &f);
	assert_string_equal(out.p, "a.txt: there is no such file (detail 1)");
	assert_non_null(words_hint(&f));
	str_clear(&out);
	fault_set(&f, STATUS_NOT_FOUND, NULL);
	words_fault(&out, &f);
	assert_string_equal(out.p, "nothing was found");
	assert_null(words_hint(&f));
	fault_release(&f);
	str_release(&out);
}

static void foreign_text_in_a_fault_is_made_safe(void **state)
{
	(void)state;
	struct fault f = FAULT_NONE;
	struct str out = STR_EMPTY;
	fault_setf(&f, STATUS_NO_FILE, "a\033[2J\nb", "\u202Ec");
	words_fault(&out, &f);
	assert_string_equal(out.p, "a\u241B[2J\u240Ab: there is no such file (c)");
	fault_release(&f);
	str_release(&out);
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
		cmocka_unit_test(foreign_text_in_a_fault_is_made_safe),
		cmocka_unit_test(an_excerpt_is_one_line_cut_at_a_space),
		cmocka_unit_test(the_nearest_name_is_what_may_have_been_meant),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
