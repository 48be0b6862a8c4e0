/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/status.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void every_status_has_words_and_a_known_exit_code(void **state)
{
	(void)state;
	for (enum status s = 0; s < N_STATUSES; s++) {
		int code = status_exit_code(s);
		assert_true((code >= 0 && code <= 3) || code == 130);
		assert_int_equal(code == 0, s == STATUS_OK || s == STATUS_PIPE_CLOSED);
		assert_true(strlen(status_message(s)) > 0);
		assert_true(strlen(status_name(s)) > 0);
	}
}

static void words_are_clauses_that_can_stand_after_a_colon(void **state)
{
	(void)state;
	for (enum status s = 0; s < N_STATUSES; s++) {
		const char *message = status_message(s);
		assert_true(message[0] >= 'a' && message[0] <= 'z');
		assert_int_not_equal(message[strlen(message) - 1], '.');
	}
}

static void a_hint_is_words_or_null_but_never_empty(void **state)
{
	(void)state;
	for (enum status s = 0; s < N_STATUSES; s++)
		assert_true(!status_hint(s) || status_hint(s)[0]);
	assert_null(status_hint(STATUS_OK));
	assert_non_null(strstr(status_hint(STATUS_BAD_UTF8), "iconv"));
}

static void the_documented_exit_codes_hold(void **state)
{
	(void)state;
	assert_int_equal(status_exit_code(STATUS_NOT_FOUND), 1);
	assert_int_equal(status_exit_code(STATUS_USAGE), 2);
	assert_int_equal(status_exit_code(STATUS_NO_PROJECT), 3);
	assert_int_equal(status_exit_code(STATUS_INTERRUPTED), 130);
	assert_string_equal(status_name(STATUS_QUOTE_ABSENT), "QUOTE_ABSENT");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_status_has_words_and_a_known_exit_code),
		cmocka_unit_test(words_are_clauses_that_can_stand_after_a_colon),
		cmocka_unit_test(a_hint_is_words_or_null_but_never_empty),
		cmocka_unit_test(the_documented_exit_codes_hold),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
