/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compare-words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/xalloc.h"

#define FSI "\u2068"
#define PDI "\u2069"

/* Two texts, a letter a code point; a word that begins at '?' cannot be read. */
static const char *const texts[] = {"abcab?", "abcxy?"};

static char *letters(const void *data, size_t text, struct cp_range range)
{
	const char *const *from = data;
	const char *start = from[text] + range.start_cp;
	return *start == '?' ? NULL : xstrndup(start, range.end_cp - range.start_cp);
}

static struct match match_at(size_t a, size_t b, enum match_level level)
{
	return (struct match){.a = {a, a + 1}, .b = {b, b + 1}, .level = level, .weight = 1};
}

static void assert_why(struct match *matches, size_t n, size_t max, const char *expected)
{
	const struct link link = {.a = {.text = 0}, .b = {.text = 1}};
	const struct match_list why = {.items = matches, .n = n};
	char *words = why_words(&why, &link, letters, texts, max);
	assert_string_equal(words, expected);
	free(words);
}

static void reasons_are_said_by_how_alike_words_are(void **state)
{
	struct match matches[] = {match_at(0, 3, MATCH_STEM), match_at(1, 1, MATCH_WORD),
				  match_at(2, 4, MATCH_ROOT), match_at(2, 2, MATCH_WORD),
				  match_at(0, 4, MATCH_SENSE)};
	(void)state;
	assert_why(matches, 5, 8,
		   "same words: " FSI "b" PDI ", " FSI "c" PDI "; same stem: " FSI "a" PDI
		   " ~ " FSI "x" PDI "; same root letters: " FSI "c" PDI " \u2248 " FSI "y" PDI
		   "; same sense: " FSI "a" PDI " \u2248 " FSI "y" PDI);
	assert_why(matches, 0, 8, "");
}

static void a_word_is_said_once_and_more_than_are_wanted_is_an_ellipsis(void **state)
{
	struct match matches[] = {match_at(0, 0, MATCH_WORD), match_at(3, 0, MATCH_WORD),
				  match_at(1, 1, MATCH_WORD), match_at(2, 2, MATCH_WORD)};
	(void)state;
	assert_why(matches, 2, 8, "same word: " FSI "a" PDI);
	assert_why(matches, 4, 2, "same words: " FSI "a" PDI ", " FSI "b" PDI ", \u2026");
	assert_why(matches, 3, 2, "same words: " FSI "a" PDI ", " FSI "b" PDI);
}

static void what_counts_once_for_all_its_words_is_said_apart(void **state)
{
	struct match matches[] = {match_at(0, 0, MATCH_WORD), match_at(1, 1, MATCH_WORD)};
	(void)state;
	matches[0].aside = true;
	assert_why(matches, 2, 8,
		   "same word: " FSI "b" PDI "; same name, phrase or date: " FSI "a" PDI);
}

static void a_word_that_cannot_be_read_is_left_out(void **state)
{
	struct match matches[] = {match_at(5, 0, MATCH_STEM), match_at(1, 1, MATCH_WORD)};
	(void)state;
	assert_why(matches, 2, 8, "same word: " FSI "b" PDI);
}

static void a_text_gives_each_of_its_values_once(void **state)
{
	struct figure items[] = {
		{.at = {.text = 0}, .noun = {2, 3}, .value = "12"},
		{.at = {.text = 1}, .value = "15"},
		{.at = {.text = 0}, .value = "9"},
		{.at = {.text = 0}, .value = "12"},
	};
	struct figure_group group = {.items = items, .n_items = 4};
	(void)state;
	char *values = figure_values(&group, 0), *noun = figure_noun(&group, letters, texts);
	assert_string_equal(values, "12, 9");
	assert_string_equal(noun, "c");
	assert_null(figure_values(&group, 2));
	free(values);
	free(noun);
	group.percent = true;
	noun = figure_noun(&group, letters, texts);
	assert_string_equal(noun, "%");
	free(noun);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reasons_are_said_by_how_alike_words_are),
		cmocka_unit_test(a_word_is_said_once_and_more_than_are_wanted_is_an_ellipsis),
		cmocka_unit_test(what_counts_once_for_all_its_words_is_said_apart),
		cmocka_unit_test(a_word_that_cannot_be_read_is_left_out),
		cmocka_unit_test(a_text_gives_each_of_its_values_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
