/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/form.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "compare/split.h"

static void assert_form(const char *word, const char *wanted)
{
	char *form = form_text(word);
	assert_string_equal(form, wanted);
	free(form);
}

static void assert_same(const char *a, const char *b)
{
	char *form = form_text(a);
	assert_form(b, form);
	free(form);
}

/* The parts of a word, with spaces between. */
static void assert_parts(const char *word, const char *wanted)
{
	struct str parts = STR_EMPTY;
	size_t n_cp, at = 0;
	char32_t *cps = utf8_decode(word, strlen(word), &n_cp);
	struct cp_range part;
	while (form_next_part(cps, n_cp, &at, &part)) {
		if (parts.len > 0)
			str_append_char(&parts, ' ');
		utf8_append(&parts, cps + part.start_cp, part.end_cp - part.start_cp);
	}
	assert_string_equal(str_cstr(&parts), wanted);
	str_release(&parts);
	free(cps);
}

static void marks_and_what_is_not_seen_are_no_part_of_a_form(void **state)
{
	(void)state;
	assert_same("مُحَمَّدٌ", "محمد");
	assert_same("القـــمة", "القمة");
	assert_same("ال\u200Fقمة\u200E", "القمة");
	assert_same("al\u00ADpha", "alpha");
	assert_same("\uFEFFalpha", "alpha");
	assert_same("می‌خواهد", "میخواهد");
	assert_same("שָׁלוֹם", "שלום");
	assert_form("\u200F", "");
}

static void letters_that_people_write_in_several_ways_are_one(void **state)
{
	(void)state;
	assert_form("أإآٱ", "اااا");
	assert_form("قمة", "قمه");
	assert_form("على", "علي");
	assert_form("مؤتمر", "موتمر");
	assert_form("رئيس", "رييس");
	assert_form("ﷲ", "الله");
	assert_form("ﻻ", "لا");
}

static void letters_of_persian_and_urdu_are_those_of_arabic_but_for_their_own_sounds(void **state)
{
	(void)state;
	assert_same("کشور", "كشور");
	assert_same("ایران", "ايران");
	assert_same("ہم", "هم");
	assert_same("بھی", "بهي");
	assert_same("کے", "كي");
	assert_same("میں", "مين");
	assert_same("خانۀ", "خانه");
	assert_form("پچژگٹڈڑ", "پچژگٹڈڑ");
}

static void final_letters_and_gershayim_of_hebrew_do_not_matter(void **state)
{
	(void)state;
	assert_form("שלום", "שלומ");
	assert_same("צה\"ל", "צה״ל");
	assert_form("ג'ורג'", "גורג");
}

static void case_does_not_matter_and_accents_stay(void **state)
{
	(void)state;
	assert_form("ÉTÉ", "été");
	assert_same("e\u0301te\u0301", "été");
	assert_form("Straße", "straße");
	assert_form("İstanbul", "istanbul");
	assert_form("Ёлка", "елка");
	assert_form("й", "й");
	assert_same("и\u0306", "й");
	assert_same("за\u0301мок", "замок");
}

static void digits_are_ascii(void **state)
{
	(void)state;
	assert_form("٢٠٢٣", "2023");
	assert_form("۲۰۲۳", "2023");
}

static void initials_have_no_dots(void **state)
{
	(void)state;
	assert_form("U.S", "us");
	assert_form("أ.ف.ب", "افب");
	assert_form("a.org", "a.org");
	assert_form("2.0", "2.0");
}

static void a_long_word_is_cut(void **state)
{
	(void)state;
	char word[FORM_MAX * 2 + 1] = "";
	memset(word, 'a', sizeof word - 1);
	char *form = form_text(word);
	assert_int_equal(strlen(form), FORM_MAX);
	free(form);
}

static void letters_and_digits_that_touch_are_two_words(void **state)
{
	(void)state;
	assert_parts("أكتوبر2023", "أكتوبر 2023");
	assert_parts("2025م", "2025 م");
	assert_parts("30km", "30 km");
	assert_parts("October2023", "October 2023");
}

static void a_name_with_a_number_is_one_word(void **state)
{
	(void)state;
	assert_parts("G20", "G20");
	assert_parts("F16", "F16");
	assert_parts("5G", "5G");
	assert_parts("3rd", "3rd");
	assert_parts("20th", "20th");
	assert_parts("2ème", "2ème");
}

static void numbers_keep_their_marks_and_dates_do_not(void **state)
{
	(void)state;
	assert_parts("1,250.5", "1,250.5");
	assert_parts("7.10.2023", "7 10 2023");
	assert_parts("07.10.23", "07 10 23");
	assert_parts("2023.10.7", "2023 10 7");
	assert_parts("1.250.000", "1.250.000");
}

static void words_part_at_apostrophes_but_not_in_hebrew(void **state)
{
	(void)state;
	assert_parts("l'homme", "l homme");
	assert_parts("qu’il", "qu il");
	assert_parts("Ankara'da", "Ankara da");
	assert_parts("ז'בוטינסקי", "ז'בוטינסקי");
	assert_parts("#غزة_الآن", "#غزة الآن");
	assert_parts("1'250", "1'250");
}

int main(void)
{
	setlocale(LC_ALL, "C.UTF-8");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_and_what_is_not_seen_are_no_part_of_a_form),
		cmocka_unit_test(letters_that_people_write_in_several_ways_are_one),
		cmocka_unit_test(
			letters_of_persian_and_urdu_are_those_of_arabic_but_for_their_own_sounds),
		cmocka_unit_test(final_letters_and_gershayim_of_hebrew_do_not_matter),
		cmocka_unit_test(case_does_not_matter_and_accents_stay),
		cmocka_unit_test(digits_are_ascii),
		cmocka_unit_test(initials_have_no_dots),
		cmocka_unit_test(a_long_word_is_cut),
		cmocka_unit_test(letters_and_digits_that_touch_are_two_words),
		cmocka_unit_test(a_name_with_a_number_is_one_word),
		cmocka_unit_test(numbers_keep_their_marks_and_dates_do_not),
		cmocka_unit_test(words_part_at_apostrophes_but_not_in_hebrew),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
