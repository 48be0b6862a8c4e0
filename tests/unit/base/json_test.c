/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/json.h"

static void expect_text(const char *bytes, size_t n, const char *wanted)
{
	struct str out = STR_EMPTY;
	json_text(&out, bytes, n);
	assert_string_equal(str_cstr(&out), wanted);
	str_release(&out);
}

static void commas_stand_between_values_and_nowhere_else(void **state)
{
	(void)state;
	struct str out = STR_EMPTY;
	json_open(&out, '{');
	json_text_member(&out, "a", "x");
	json_name(&out, "b");
	json_open(&out, '[');
	json_number(&out, -1);
	json_open(&out, '{');
	json_close(&out, '}');
	json_text(&out, "", 0);
	json_close(&out, ']');
	json_number_member(&out, "c", INT64_MIN);
	json_close(&out, '}');
	assert_string_equal(str_cstr(&out), "{\"a\":\"x\",\"b\":[-1,{},\"\"],"
					    "\"c\":-9223372036854775808}");
	str_release(&out);
}

static void what_a_text_may_not_hold_as_it_is_is_escaped(void **state)
{
	(void)state;
	expect_text("a\"b\\c", 5, "\"a\\\"b\\\\c\"");
	expect_text("\n\t\r\0\x1f\x7f", 6, "\"\\n\\t\\u000d\\u0000\\u001f\\u007f\"");
	expect_text("/ كلمة \U0001F600 \uFFFD", sizeof "/ كلمة \U0001F600 \uFFFD" - 1,
		    "\"/ كلمة \U0001F600 \uFFFD\"");
}

static void nothing_in_a_text_ends_a_line(void **state)
{
	(void)state;
	expect_text("a\xC2\x85" "b\u2028c\u2029", sizeof "a\xC2\x85" "b\u2028c\u2029" - 1,
		    "\"a\\u0085b\\u2028c\\u2029\"");
}

static void bytes_that_are_no_text_become_one(void **state)
{
	(void)state;
	expect_text("a\xFF\xE2\x82z", 5, "\"a\uFFFD\uFFFDz\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(commas_stand_between_values_and_nowhere_else),
		cmocka_unit_test(what_a_text_may_not_hold_as_it_is_is_escaped),
		cmocka_unit_test(nothing_in_a_text_ends_a_line),
		cmocka_unit_test(bytes_that_are_no_text_become_one),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
