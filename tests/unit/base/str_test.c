/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void an_empty_one_reads_as_an_empty_string(void **state)
{
	(void)state;
	struct str s = STR_EMPTY;
	assert_string_equal(str_cstr(&s), "");
	str_clear(&s);
	char *taken = str_take(&s);
	assert_string_equal(taken, "");
	free(taken);
	str_release(&s);
}

static void bytes_are_appended_in_order_and_end_with_a_nul(void **state)
{
	(void)state;
	struct str s = STR_EMPTY;
	str_append(&s, "abc", 2);
	str_append_str(&s, "cd");
	str_append_char(&s, 'e');
	str_appendf(&s, "-%03d", 7);
	assert_string_equal(s.p, "abcde-007");
	assert_int_equal(s.len, strlen("abcde-007"));
	assert_int_equal(s.p[s.len], '\0');
	str_release(&s);
}

static void a_nul_inside_is_a_byte_like_any_other(void **state)
{
	(void)state;
	struct str s = STR_EMPTY;
	str_append(&s, "a\0b", 3);
	assert_int_equal(s.len, 3);
	assert_memory_equal(s.p, "a\0b", 4);
	str_release(&s);
}

static void a_string_may_be_appended_to_itself_across_every_growth(void **state)
{
	(void)state;
	struct str s = STR_EMPTY;
	str_append_str(&s, "xyz");
	for (int i = 0; i < 8; i++)
		str_append(&s, s.p, s.len);
	assert_int_equal(s.len, 3 << 8);
	for (size_t i = 0; i < s.len; i++)
		assert_int_equal(s.p[i], "xyz"[i % 3]);
	str_release(&s);
}

static void truncating_cuts_and_clearing_keeps_the_memory(void **state)
{
	(void)state;
	struct str s = STR_EMPTY;
	str_append_str(&s, "abcdef");
	str_truncate(&s, 2);
	assert_string_equal(s.p, "ab");
	size_t cap = s.cap;
	str_clear(&s);
	assert_string_equal(s.p, "");
	assert_int_equal(s.cap, cap);
	str_release(&s);
}

static void taking_leaves_an_empty_one_that_can_be_used_again(void **state)
{
	(void)state;
	struct str s = STR_EMPTY;
	str_append_str(&s, "mine");
	char *taken = str_take(&s);
	assert_string_equal(taken, "mine");
	assert_int_equal(s.len, 0);
	str_append_str(&s, "new");
	assert_string_equal(s.p, "new");
	free(taken);
	str_release(&s);
}

static void reserved_room_holds_what_was_asked_and_a_nul(void **state)
{
	(void)state;
	struct str s = STR_EMPTY;
	str_append_str(&s, "ab");
	char *room = str_reserve(&s, 1000);
	assert_ptr_equal(room, s.p + 2);
	assert_true(s.cap >= 1003);
	str_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_one_reads_as_an_empty_string),
		cmocka_unit_test(bytes_are_appended_in_order_and_end_with_a_nul),
		cmocka_unit_test(a_nul_inside_is_a_byte_like_any_other),
		cmocka_unit_test(a_string_may_be_appended_to_itself_across_every_growth),
		cmocka_unit_test(truncating_cuts_and_clearing_keeps_the_memory),
		cmocka_unit_test(taking_leaves_an_empty_one_that_can_be_used_again),
		cmocka_unit_test(reserved_room_holds_what_was_asked_and_a_nul),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
