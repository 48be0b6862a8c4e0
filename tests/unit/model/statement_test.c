/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/statement.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "model/white.h"

static void a_statement_is_kept_but_for_white_space_around_it(void **state)
{
	static const char *const cases[][2] = {
		{"a", "a"},
		{" \t a  b \r\n", "a  b"},
		{"\xc2\xa0\xe2\x80\xa8" "two\nlines" "\xc2\x85\xe3\x80\x80", "two\nlines"},
		{"\xe2\x80\xae" "قيل", "\xe2\x80\xae" "قيل"},
		{"\x01" "a" "\x1b", "\x01" "a" "\x1b"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char *tidy = NULL;
		assert_int_equal(statement_tidy(cases[i][0], &tidy, NULL), STATUS_OK);
		assert_string_equal(tidy, cases[i][1]);
		free(tidy);
	}
}

static void what_nobody_can_see_states_nothing(void **state)
{
	static const char *const bad[] = {"",
					  " \n\t",
					  "\xe2\x80\x8b",             /* U+200B */
					  "\xe2\x80\xae\xe2\x80\xac", /* U+202E U+202C */
					  "\x1b\x7f",
					  "\xff"};
	char *tidy = NULL;
	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_int_equal(statement_tidy(bad[i], &tidy, NULL), STATUS_INVALID);
	assert_null(tidy);
}

static void nothing_is_left_of_white_space(void **state)
{
	(void)state;
	char *trimmed = white_trimmed(" \xe2\x80\xa9\t\n");
	assert_string_equal(trimmed, "");
	free(trimmed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_statement_is_kept_but_for_white_space_around_it),
		cmocka_unit_test(what_nobody_can_see_states_nothing),
		cmocka_unit_test(nothing_is_left_of_white_space),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
