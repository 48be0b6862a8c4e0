/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void expect(const char *bytes, size_t n, const char32_t *want, size_t n_want)
{
	size_t n_cp;
	char32_t *cps = utf8_decode(bytes, n, &n_cp);
	assert_int_equal(n_cp, n_want);
	assert_memory_equal(cps, want, n_want * sizeof *want);
	assert_int_equal(utf8_count(bytes, n), n_want);
	free(cps);
}

#define EXPECT(bytes, want) expect(bytes, sizeof bytes - 1, want, sizeof want / sizeof *want - 1)

static void every_length_is_decoded(void **state)
{
	(void)state;
	EXPECT("aé中😀", U"a\u00E9\u4E2D\U0001F600");
	EXPECT("\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF", U"\x7F\x80\u07FF\u0800\uFFFF");
	EXPECT("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", U"\U00010000\U0010FFFF");
	EXPECT("a\0b", U"a\0b");
}

/* The examples of Unicode 15.0, tables 3-8 to 3-11. */
static void each_maximal_subpart_becomes_one_replacement(void **state)
{
	(void)state;
	EXPECT("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41",
	       U"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\x41");
	EXPECT("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41",
	       U"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\x41");
	EXPECT("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42",
	       U"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\x41\uFFFD\uFFFD\x42");
	EXPECT("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", U"\uFFFD\uFFFD\uFFFD\uFFFD\x41");
}

static void a_sequence_cut_by_the_end_is_one_replacement(void **state)
{
	(void)state;
	EXPECT("a\xF0\x9F\x98", U"a\uFFFD");
	EXPECT("a\xD8", U"a\uFFFD");
}

static void checking_finds_the_first_bad_byte(void **state)
{
	(void)state;
	size_t bad = 99;
	assert_true(utf8_check("سلام\uFFFD", 11, &bad));
	assert_int_equal(bad, 99);
	assert_false(utf8_check("ab\xD8xy", 5, &bad));
	assert_int_equal(bad, 2);
	assert_false(utf8_check("\xED\xA0\x80", 3, NULL));
	assert_true(utf8_check("", 0, NULL));
}

static void offsets_count_code_points(void **state)
{
	(void)state;
	assert_int_equal(utf8_offset("aلb", 4, 0), 0);
	assert_int_equal(utf8_offset("aلb", 4, 2), 3);
	assert_int_equal(utf8_offset("aلb", 4, 9), 4);
	assert_int_equal(utf8_offset("\xE2\x80xyz", 5, 2), 3);
}

static void what_goes_on_is_cut_between_characters(void **state)
{
	(void)state;
	assert_int_equal(utf8_whole("abc", 3), 3);
	assert_int_equal(utf8_whole("ab\xD9", 3), 2);
	assert_int_equal(utf8_whole("ab\xF0\x9F\x98", 5), 2);
	assert_int_equal(utf8_whole("ab\xF0\x9F\x98\x80", 6), 2);
	assert_int_equal(utf8_whole("ab\xF0\x9F\x98\x80\x80", 7), 7);
	assert_int_equal(utf8_whole("", 0), 0);
}

static void what_is_encoded_is_decoded_again(void **state)
{
	(void)state;
	for (char32_t cp = 0; cp <= 0x10FFFF; cp++) {
		char bytes[4];
		char32_t back;
		size_t n = utf8_encode(cp, bytes);
		assert_int_equal(utf8_next(bytes, n, &back), n);
		assert_int_equal(back, cp >= 0xD800 && cp <= 0xDFFF ? 0xFFFD : cp);
	}
}

static void values_beyond_unicode_are_encoded_as_the_replacement(void **state)
{
	(void)state;
	char bytes[4];
	assert_int_equal(utf8_encode(0x110000, bytes), 3);
	assert_memory_equal(bytes, "\uFFFD", 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_length_is_decoded),
		cmocka_unit_test(each_maximal_subpart_becomes_one_replacement),
		cmocka_unit_test(a_sequence_cut_by_the_end_is_one_replacement),
		cmocka_unit_test(checking_finds_the_first_bad_byte),
		cmocka_unit_test(offsets_count_code_points),
		cmocka_unit_test(what_goes_on_is_cut_between_characters),
		cmocka_unit_test(what_is_encoded_is_decoded_again),
		cmocka_unit_test(values_beyond_unicode_are_encoded_as_the_replacement),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
