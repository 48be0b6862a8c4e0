/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/guess.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

static struct guess guess_of(const char *text)
{
	struct guess guess = {.n_words = 0};
	size_t n_cp, start = 0;
	char32_t *cps = utf8_decode(text, strlen(text), &n_cp);
	for (size_t i = 0; i <= n_cp; i++) {
		if (i < n_cp && cps[i] != ' ')
			continue;
		guess_add(&guess, cps + start, i - start);
		start = i + 1;
	}
	free(cps);
	return guess;
}

static void assert_language(const char *text, enum language wanted)
{
	struct guess guess = guess_of(text);
	assert_string_equal(language_tag(guess_article(&guess)), language_tag(wanted));
}

static void languages_of_the_arabic_script_are_told_apart(void **state)
{
	(void)state;
	assert_language("وصل الوفد إلى المدينة مساء أمس بعد رحلة استمرت ساعات", LANGUAGE_ARABIC);
	assert_language("هیأت دیشب پس از سفری چند ساعته وارد این شهر شد", LANGUAGE_PERSIAN);
	assert_language("وفد گزشتہ رات کئی گھنٹوں کے سفر کے بعد شہر پہنچا", LANGUAGE_URDU);
}

static void persian_in_arabic_letters_is_persian(void **state)
{
	(void)state;
	assert_language("هيأت ديشب پس از سفري چند ساعته وارد اين شهر شد و با مردم ديدار كرد",
			LANGUAGE_PERSIAN);
}

static void languages_of_the_latin_script_are_told_apart(void **state)
{
	(void)state;
	assert_language("The delegation arrived in the city late last night after a long trip",
			LANGUAGE_ENGLISH);
	assert_language("La délégation est arrivée dans la ville après un long voyage",
			LANGUAGE_FRENCH);
	assert_language("Die Delegation ist nach einer langen Reise in der Stadt angekommen",
			LANGUAGE_GERMAN);
	assert_language("La delegación llegó a la ciudad después de un largo viaje",
			LANGUAGE_SPANISH);
	assert_language("Heyet uzun bir yolculuğun ardından dün gece bu şehre ulaştı",
			LANGUAGE_TURKISH);
}

static void russian_and_hebrew_are_told_by_their_script(void **state)
{
	(void)state;
	assert_language("Делегация прибыла в город поздно вечером после долгой поездки",
			LANGUAGE_RUSSIAN);
	assert_language("המשלחת הגיעה אל העיר אמש אחרי מסע של כמה שעות", LANGUAGE_HEBREW);
}

static void a_language_that_is_not_known_is_other(void **state)
{
	(void)state;
	assert_language("Делегація прибула до міста пізно ввечері після довгої подорожі її",
			LANGUAGE_OTHER);
	assert_language("代表団は昨夜市に到着した", LANGUAGE_OTHER);
	assert_language("", LANGUAGE_OTHER);
	assert_language("2023 10 7", LANGUAGE_OTHER);
}

static enum language word_language(const struct guess *guess, enum language article,
				   const char *word)
{
	size_t n_cp;
	char32_t *cps = utf8_decode(word, strlen(word), &n_cp);
	enum language language = guess_word(guess, article, cps, n_cp);
	free(cps);
	return language;
}

static void words_in_another_script_have_a_language_of_their_own(void **state)
{
	(void)state;
	struct guess guess = guess_of("وصل الوفد إلى المدينة مساء أمس بعد رحلة استمرت ساعات "
				      "Sources: the report of the committee");
	assert_int_equal(guess_article(&guess), LANGUAGE_ARABIC);
	assert_int_equal(word_language(&guess, LANGUAGE_ARABIC, "report"), LANGUAGE_ENGLISH);
	assert_int_equal(word_language(&guess, LANGUAGE_ARABIC, "الوفد"), LANGUAGE_ARABIC);
	assert_int_equal(word_language(&guess, LANGUAGE_ARABIC, "2023"), LANGUAGE_ARABIC);
	assert_int_equal(word_language(&guess, LANGUAGE_ARABIC, "מים"), LANGUAGE_OTHER);
}

static void a_given_language_holds_for_words_in_its_script(void **state)
{
	(void)state;
	struct guess guess = guess_of("وصل الوفد إلى المدينة مساء أمس");
	assert_int_equal(word_language(&guess, LANGUAGE_PERSIAN, "الوفد"), LANGUAGE_PERSIAN);
}

int main(void)
{
	setlocale(LC_ALL, "C.UTF-8");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(languages_of_the_arabic_script_are_told_apart),
		cmocka_unit_test(persian_in_arabic_letters_is_persian),
		cmocka_unit_test(languages_of_the_latin_script_are_told_apart),
		cmocka_unit_test(russian_and_hebrew_are_told_by_their_script),
		cmocka_unit_test(a_language_that_is_not_known_is_other),
		cmocka_unit_test(words_in_another_script_have_a_language_of_their_own),
		cmocka_unit_test(a_given_language_holds_for_words_in_its_script),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
