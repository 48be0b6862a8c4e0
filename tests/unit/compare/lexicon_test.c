/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/lexicon.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "compare/lexicon-data.h"
#include "compare/split.h"

static unsigned traits(enum language language, const char *word)
{
	struct split split;
	split_init(&split, word);
	assert_int_equal(split.n, 1);
	return lexicon_traits(language, split.words[0].cps, split.words[0].n_cp);
}

static bool has(enum language language, enum lexicon_list list, const char *word)
{
	return traits(language, word) & 1u << list;
}

static size_t match(enum language language, enum lexicon_list list, const char *words)
{
	struct split split;
	split_init(&split, words);
	return lexicon_match(language, list, split.words, split.n);
}

/* All words of a line. */
static void assert_all(enum language language, enum lexicon_list list, const char *words)
{
	struct split split;
	split_init(&split, words);
	for (size_t i = 0; i < split.n; i++)
		if (!lexicon_has(language, list, split.words[i].cps, split.words[i].n_cp)) {
			char *word = letters_text(split.words[i].cps, split.words[i].n_cp);
			fail_msg("%s: %s is not there", language_tag(language), word);
		}
}

static void function_words_of_every_language_say_nothing(void **state)
{
	(void)state;
	assert_all(LANGUAGE_ARABIC, LEXICON_STOP, "في من إلى على التي الذي أن إن كان هذا لم لا");
	assert_all(LANGUAGE_PERSIAN, LEXICON_STOP, "از به در که را این آن است می‌شود شده‌است برای");
	assert_all(LANGUAGE_URDU, LEXICON_STOP, "میں کے کی ہے ہیں اور نے کو سے یہ وہ تھا");
	assert_all(LANGUAGE_HEBREW, LEXICON_STOP, "של את על הוא היא לא עם זה כי גם היה");
	assert_all(LANGUAGE_ENGLISH, LEXICON_STOP, "the of and to in that is was don't it's");
	assert_all(LANGUAGE_FRENCH, LEXICON_STOP, "le la les des qu'il d'une est dans pour été");
	assert_all(LANGUAGE_RUSSIAN, LEXICON_STOP, "и в не на что с по это её который");
	assert_all(LANGUAGE_GERMAN, LEXICON_STOP, "der die und in den von zu für über wäre");
	assert_all(LANGUAGE_SPANISH, LEXICON_STOP, "de la que el en y los según más también");
	assert_all(LANGUAGE_TURKISH, LEXICON_STOP, "ve bir bu için ile de olarak çok değil");
}

static void words_that_carry_news_do_say_something(void **state)
{
	(void)state;
	assert_int_equal(traits(LANGUAGE_ARABIC, "قنبلة"), 0);
	assert_int_equal(traits(LANGUAGE_ARABIC, "ولادة"), 0);
	assert_int_equal(traits(LANGUAGE_ENGLISH, "bridge"), 0);
	assert_int_equal(traits(LANGUAGE_RUSSIAN, "мост"), 0);
	assert_int_equal(traits(LANGUAGE_HEBREW, "גשר"), 0);
}

static void what_is_written_together_with_a_word_is_cut(void **state)
{
	(void)state;
	assert_all(LANGUAGE_ARABIC, LEXICON_STOP, "ومع وفي فمن بأن وبأنه ولذلك كالذي فلا");
	assert_all(LANGUAGE_ARABIC, LEXICON_SAYING, "وقال فقال وأضاف سيعلن وسيقول وأكدت");
	assert_all(LANGUAGE_ARABIC, LEXICON_TITLE, "الرئيس والرئيس للرئيس بالوزير والمتحدثة");
	assert_all(LANGUAGE_HEBREW, LEXICON_STOP, "ושל שהוא וגם כשהיא");
	assert_all(LANGUAGE_HEBREW, LEXICON_TITLE, "הנשיא לנשיא והנשיא שהנשיא");
	assert_all(LANGUAGE_HEBREW, LEXICON_SAYING, "ואמר שהודיע");
}

static void a_word_that_only_looks_so_is_not_cut(void **state)
{
	(void)state;
	assert_false(has(LANGUAGE_ARABIC, LEXICON_STOP, "ولي"));
	assert_false(has(LANGUAGE_ARABIC, LEXICON_STOP, "فهم"));
	assert_false(has(LANGUAGE_ARABIC, LEXICON_STOP, "سهم"));
	assert_false(has(LANGUAGE_ARABIC, LEXICON_SAYING, "بحث"));
	assert_false(has(LANGUAGE_ARABIC, LEXICON_SAYING, "ورد"));
	assert_false(has(LANGUAGE_HEBREW, LEXICON_STOP, "שלום"));
}

static void phrases_are_found_the_longest_first(void **state)
{
	(void)state;
	assert_int_equal(match(LANGUAGE_ARABIC, LEXICON_CONNECTIVE, "غير أن الوزير"), 2);
	assert_int_equal(match(LANGUAGE_ARABIC, LEXICON_CONNECTIVE, "وفي حين أن"), 3);
	assert_int_equal(match(LANGUAGE_ARABIC, LEXICON_CONNECTIVE, "غير الوزير"), 0);
	assert_int_equal(match(LANGUAGE_ARABIC, LEXICON_CONNECTIVE, "لكن الوزير"), 1);
	assert_int_equal(match(LANGUAGE_ARABIC, LEXICON_SAYING, "نقلا عن مصادر"), 2);
	assert_int_equal(match(LANGUAGE_ENGLISH, LEXICON_CONNECTIVE, "as well as the"), 3);
	assert_int_equal(match(LANGUAGE_ENGLISH, LEXICON_SAYING, "according to him"), 2);
	assert_int_equal(match(LANGUAGE_FRENCH, LEXICON_CONNECTIVE, "tandis qu'il"), 2);
	assert_int_equal(match(LANGUAGE_RUSSIAN, LEXICON_SAYING, "по словам министра"), 2);
	assert_int_equal(match(LANGUAGE_PERSIAN, LEXICON_CONNECTIVE, "در حالی که"), 3);
	assert_int_equal(match(LANGUAGE_URDU, LEXICON_SAYING, "کا کہنا ہے کہ"), 3);
	assert_int_equal(match(LANGUAGE_HEBREW, LEXICON_CONNECTIVE, "ועם זאת"), 2);
	assert_int_equal(lexicon_match(LANGUAGE_ARABIC, LEXICON_STOP, NULL, 0), 0);
}

static void a_connective_is_a_stop_word_too(void **state)
{
	(void)state;
	assert_all(LANGUAGE_ARABIC, LEXICON_STOP, "لكن بينما حيث إذ مشيرا ومؤكدا");
	assert_all(LANGUAGE_ENGLISH, LEXICON_STOP, "but although whereas");
}

static void another_language_has_no_lists(void **state)
{
	(void)state;
	assert_int_equal(traits(LANGUAGE_OTHER, "the"), 0);
	assert_int_equal(match(LANGUAGE_OTHER, LEXICON_STOP, "the"), 0);
}

/* A lower one cannot be found behind a higher one, nor one that is no form. */
static void check_table(enum language language, const struct word_table *table)
{
	for (size_t i = 0; i < table->n; i++) {
		char32_t entry[FORM_MAX], form[FORM_MAX];
		size_t start = table->starts[i], n = table->starts[i + 1] - start;
		assert_true(n > 0 && n <= FORM_MAX);
		for (size_t k = 0; k < n; k++)
			entry[k] = table->letters[start + k];
		char *text = letters_text(entry, n);
		if (form_of(entry, n, form) != n || memcmp(form, entry, n * sizeof *form) != 0)
			fail_msg("%s: %s is no form", language_tag(language), text);
		unsigned meaning = 0;
		if (!lexicon_find(table, entry, n, &meaning) || meaning != table->values[i])
			fail_msg("%s: %s is out of order", language_tag(language), text);
		free(text);
	}
}

static void every_entry_is_a_form_and_is_found(void **state)
{
	(void)state;
	for (enum language i = LANGUAGE_OTHER + 1; i < LANGUAGE_COUNT; i++) {
		assert_true(lexicon_data[i].words.n > 400);
		assert_true(lexicon_data[i].numbers.n > 40);
		check_table(i, &lexicon_data[i].words);
		check_table(i, &lexicon_data[i].numbers);
	}
}

int main(void)
{
	setlocale(LC_ALL, "C.UTF-8");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(function_words_of_every_language_say_nothing),
		cmocka_unit_test(words_that_carry_news_do_say_something),
		cmocka_unit_test(what_is_written_together_with_a_word_is_cut),
		cmocka_unit_test(a_word_that_only_looks_so_is_not_cut),
		cmocka_unit_test(phrases_are_found_the_longest_first),
		cmocka_unit_test(a_connective_is_a_stop_word_too),
		cmocka_unit_test(another_language_has_no_lists),
		cmocka_unit_test(every_entry_is_a_form_and_is_found),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
