/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/key.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct key parsed(const char *text)
{
	struct key key;
	assert_true(key_parse(text, &key) > 0);
	return key;
}

static void a_letter_is_its_code_point(void **state)
{
	(void)state;
	assert_int_equal(parsed("j").code, 'j');
	assert_int_equal(parsed("j").mods, 0);
	assert_int_equal(parsed("\xD8\xAA").code, 0x062A);
}

static void modifiers_stand_before_the_key(void **state)
{
	(void)state;
	assert_int_equal(parsed("C-e").code, 'e');
	assert_int_equal(parsed("C-e").mods, MOD_CTRL);
	assert_int_equal(parsed("C-S-Right").code, NAMED_RIGHT);
	assert_int_equal(parsed("C-S-Right").mods, MOD_CTRL | MOD_SHIFT);
}

static void a_minus_and_letters_of_modifiers_are_keys_too(void **state)
{
	(void)state;
	assert_int_equal(parsed("-").code, '-');
	assert_int_equal(parsed("C--").code, '-');
	assert_int_equal(parsed("C").code, 'C');
	assert_int_equal(parsed("Hash").code, '#');
	assert_int_equal(parsed("#").code, '#');
}

static void a_key_ends_at_white_space(void **state)
{
	(void)state;
	struct key key;
	assert_int_equal(key_parse("Space  page-down", &key), 5);
	assert_int_equal(key.code, ' ');
}

static void what_is_no_key_is_refused(void **state)
{
	(void)state;
	static const char *const no_keys[] = {"", " j", "jj", "Entr", "C-", "\xFF", "\x01"};
	struct key key;
	for (size_t i = 0; i < sizeof no_keys / sizeof *no_keys; i++)
		assert_int_equal(key_parse(no_keys[i], &key), 0);
}

static void every_key_reads_back_as_it_was_written(void **state)
{
	(void)state;
	static const char *const keys[] = {"j",   "Space", "C-e",      "M-x",     "S-Tab",
					   "F12", "Esc",   "\xD8\xAA", "C-M-Home"};
	char text[KEY_TEXT_SIZE];
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		key_format(parsed(keys[i]), text);
		assert_string_equal(text, keys[i]);
	}
}

static void an_arabic_layout_types_latin_places(void **state)
{
	(void)state;
	static const char pairs[][2][5] = {
		{"\xD8\xAA", "j"}, {"\xD8\xA7", "h"}, {"\xD8\xB6", "q"}, {"\xEF\xBB\xBB", "b"},
		{"\xD8\x9F", "?"}, {"\xD8\x8C", ","}, {"\xD8\x9B", ";"}, {"\xD9\xA3", "3"},
		{"\xDB\xB3", "3"}, {"\xD8\xB8", "/"},
	};
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		struct key latin;
		assert_true(key_latin(parsed(pairs[i][0]), &latin));
		assert_true(key_equal(latin, parsed(pairs[i][1])));
	}
}

static void a_latin_key_has_no_other_place(void **state)
{
	(void)state;
	struct key latin;
	assert_false(key_latin(parsed("j"), &latin));
	assert_false(key_latin(parsed("Enter"), &latin));
}

static void a_keycap_of_an_arabic_layout_leads_back(void **state)
{
	(void)state;
	struct key arabic, latin;
	for (char c = 'a'; c <= 'z'; c++) {
		struct key key = {.code = (unsigned char)c};
		assert_true(key_arabic(key, &arabic));
		assert_true(key_latin(arabic, &latin));
		assert_true(key_equal(latin, key));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_letter_is_its_code_point),
		cmocka_unit_test(modifiers_stand_before_the_key),
		cmocka_unit_test(a_minus_and_letters_of_modifiers_are_keys_too),
		cmocka_unit_test(a_key_ends_at_white_space),
		cmocka_unit_test(what_is_no_key_is_refused),
		cmocka_unit_test(every_key_reads_back_as_it_was_written),
		cmocka_unit_test(an_arabic_layout_types_latin_places),
		cmocka_unit_test(a_latin_key_has_no_other_place),
		cmocka_unit_test(a_keycap_of_an_arabic_layout_leads_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
