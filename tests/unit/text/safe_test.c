/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/safe.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <cmocka.h>

#include "base/utf8.h"

static void every_c0_control_has_its_picture(void **state)
{
	(void)state;
	for (char32_t cp = 0; cp < 0x20; cp++)
		assert_int_equal(safe_glyph(cp), 0x2400 + cp);
	assert_int_equal(safe_glyph(0x7F), 0x2421);
}

static void every_c1_control_and_noncharacter_is_replaced(void **state)
{
	(void)state;
	for (char32_t cp = 0x80; cp < 0xA0; cp++)
		assert_int_equal(safe_glyph(cp), 0xFFFD);
	for (char32_t cp = 0xFDD0; cp < 0xFDF0; cp++)
		assert_int_equal(safe_glyph(cp), 0xFFFD);
	for (char32_t plane = 0; plane <= 0x10; plane++) {
		assert_int_equal(safe_glyph(plane << 16 | 0xFFFE), 0xFFFD);
		assert_int_equal(safe_glyph(plane << 16 | 0xFFFF), 0xFFFD);
	}
	assert_int_equal(safe_glyph(0xD800), 0xFFFD);
	assert_int_equal(safe_glyph(0x110000), 0xFFFD);
	assert_int_equal(safe_glyph(0x2028), 0xFFFD);
}

static void bidi_controls_and_other_invisibles_are_hidden(void **state)
{
	(void)state;
	static const char32_t hidden[] = {
		0x00AD, 0x034F, 0x061C, 0x115F, 0x180E, 0x200B, 0x200C, 0x200D,  0x200E,  0x200F,
		0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2066, 0x2067,  0x2068,  0x2069,
		0x206F, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFB, 0x13430, 0xE0001, 0xE0041, 0xE01EF};
	for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++) {
		assert_true(safe_is_hidden(hidden[i]));
		assert_int_equal(safe_glyph(hidden[i]), 0xFFFD);
		assert_int_equal(wcwidth((wchar_t)safe_revealed(hidden[i])), 1);
	}
}

static void letters_marks_and_spaces_are_not_hidden(void **state)
{
	(void)state;
	static const char32_t shown[] = {' ',    'a',    0xA0,   0x0300, 0x0600,
					 0x0644, 0x064E, 0x06DD, 0x2003, 0x2028,
					 0x3000, 0x4E2D, 0xFB90, 0xFFFD, 0x1F600};
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		assert_false(safe_is_hidden(shown[i]));
}

static void whatever_goes_in_has_a_width_when_it_comes_out(void **state)
{
	(void)state;
	for (char32_t cp = 0; cp <= 0x110010; cp++) {
		char32_t glyph = safe_glyph(cp);
		assert_true(wcwidth((wchar_t)glyph) >= 0);
		assert_false(glyph < 0x20 || (glyph >= 0x7F && glyph < 0xA0) ||
			     safe_is_hidden(glyph));
	}
}

static void expect(const char *in, bool keep_lines, const char *want)
{
	struct str out = STR_EMPTY;
	safe_append(&out, in, strlen(in), keep_lines);
	assert_string_equal(str_cstr(&out), want);
	str_release(&out);
}

static void escape_sequences_lose_their_escape(void **state)
{
	(void)state;
	expect("\x1B[31mred\x1B]0;t\x07", false, "␛[31mred␛]0;t␇");
	expect("\x9B" "31m \xC2\x9B" "31m", false, "\uFFFD31m \uFFFD31m");
}

static void line_ends_and_tabs_are_kept_only_on_request(void **state)
{
	(void)state;
	expect("a\tb\nc\r", true, "a\tb\nc␍");
	expect("a\tb\nc\r", false, "a␉b␊c␍");
}

static void hidden_characters_are_dropped(void **state)
{
	(void)state;
	expect("a\u202Eb\u2069\u200Fc\uFEFF", true, "abc");
}

static size_t hidden_in(const char *text)
{
	size_t n_cp;
	char32_t *cps = utf8_decode(text, strlen(text), &n_cp);
	size_t hidden = safe_count_hidden(cps, n_cp);
	free(cps);
	return hidden;
}

static void hidden_characters_are_counted(void **state)
{
	(void)state;
	assert_int_equal(hidden_in("abc سلام"), 0);
	assert_int_equal(hidden_in("a\u202Eb\u202C\u200F\u00AD"), 4);
	assert_int_equal(hidden_in("a\u200Bb\uFEFF\u200E"), 3);
}

static void joiners_count_only_where_they_are_no_spelling(void **state)
{
	(void)state;
	assert_int_equal(hidden_in("می\u200Cخواهم ه\u200D"), 0);
	assert_int_equal(hidden_in("pass\u200Cword"), 1);
	assert_int_equal(hidden_in("\u200Cا"), 1);
	assert_int_equal(hidden_in("ا\u200C\u200C"), 1);
	assert_int_equal(hidden_in("❤\uFE0F"), 0);
}

static void every_hidden_character_counts_once_where_it_is_no_spelling(void **state)
{
	(void)state;
	for (char32_t cp = 0; cp < 0x110000; cp++) {
		if (!safe_is_hidden(cp))
			continue;
		bool selector = cp >= 0xFE00 && cp <= 0xFE0F;
		const char32_t latin[] = {'a', cp, 'b'}, arabic[] = {0x0644, cp, 0x0627}, alone[] = {cp};
		assert_int_equal(safe_count_hidden(latin, 3), !selector);
		assert_int_equal(safe_count_hidden(arabic, 3), !selector && cp != 0x200C && cp != 0x200D);
		assert_int_equal(safe_count_hidden(alone, 1), 1);
	}
}

static void each_kind_of_hidden_character_has_its_token(void **state)
{
	(void)state;
	static const char32_t kinds[] = {0x200E, 0x200F, 0x202A, 0x202B, 0x202D, 0x202E, 0x202C, 0x2066, 0x2067, 0x2068,
					 0x2069, 0x200C, 0x200D, 0xAD,   0xFE00, 0xE0061, 0xFFF9, 0x115F, 0x200B};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		for (size_t k = 0; k < i; k++)
			assert_int_not_equal(safe_revealed(kinds[i]), safe_revealed(kinds[k]));
}

static void every_token_is_one_column_wide_and_shown_as_it_is(void **state)
{
	(void)state;
	size_t n_hidden = 0;
	for (char32_t cp = 0; cp < 0x110000; cp++) {
		if (!safe_is_hidden(cp))
			continue;
		n_hidden++;
		assert_int_equal(wcwidth((wchar_t)safe_revealed(cp)), 1);
		assert_int_equal(safe_glyph(safe_revealed(cp)), safe_revealed(cp));
	}
	assert_true(n_hidden > 4000);
}

static void expect_isolated(const char *in, const char *want)
{
	struct str out = STR_EMPTY;
	safe_isolate(&out, in, strlen(in));
	assert_string_equal(str_cstr(&out), want);
	str_release(&out);
}

static void an_isolate_is_closed_by_us_alone(void **state)
{
	(void)state;
	expect_isolated("", "\u2068\u2069");
	expect_isolated("a\u2069\u202Eb", "\u2068a\u202Eb\u2069");
	expect_isolated("\u2067a", "\u2068\u2067a\u2069\u2069");
	expect_isolated("\u2067a\u2069\u2069", "\u2068\u2067a\u2069\u2069");
	expect_isolated("a\xE2\x81", "\u2068a\xE2\x81\u2069");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_hidden_character_counts_once_where_it_is_no_spelling),
		cmocka_unit_test(each_kind_of_hidden_character_has_its_token),
		cmocka_unit_test(every_token_is_one_column_wide_and_shown_as_it_is),
		cmocka_unit_test(an_isolate_is_closed_by_us_alone),
		cmocka_unit_test(every_c0_control_has_its_picture),
		cmocka_unit_test(every_c1_control_and_noncharacter_is_replaced),
		cmocka_unit_test(bidi_controls_and_other_invisibles_are_hidden),
		cmocka_unit_test(letters_marks_and_spaces_are_not_hidden),
		cmocka_unit_test(whatever_goes_in_has_a_width_when_it_comes_out),
		cmocka_unit_test(escape_sequences_lose_their_escape),
		cmocka_unit_test(line_ends_and_tabs_are_kept_only_on_request),
		cmocka_unit_test(hidden_characters_are_dropped),
		cmocka_unit_test(hidden_characters_are_counted),
		cmocka_unit_test(joiners_count_only_where_they_are_no_spelling),
	};
	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
