/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tests/unit/app/find_test.c holds what is found against folding everything. */
#include "text/sieve.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static struct unfold *unfold;

static bool is_unfolding(char32_t letter, char32_t from)
{
	size_t n;
	const struct unfolding *all = unfold_of(unfold, letter, &n);
	for (size_t i = 0; i < n; i++)
		if (all[i].letter == letter && all[i].from == from)
			return true;
	return false;
}

static void every_character_is_known_by_each_letter_that_it_folds_to(void **state)
{
	(void)state;
	for (char32_t cp = 0; cp <= 0x10FFFF; cp++) {
		char32_t parts[FOLD_MAX];
		size_t n = fold_code_point(cp, parts);
		for (size_t i = 0; i < n && !(n == 1 && parts[0] == cp); i++)
			assert_true(is_unfolding(parts[i], cp));
	}
}

static void a_letter_that_only_stands_for_itself_has_no_others(void **state)
{
	(void)state;
	size_t n;
	unfold_of(unfold, U'中', &n);
	assert_int_equal(n, 0);
	unfold_of(unfold, 0x10FFFF, &n);
	assert_int_equal(n, 0);
}

/* The places that are let through, with "," between them. */
static const char *sift(const char *words, const char *text)
{
	static char out[200];
	struct folded needle;
	struct sieve sieve;
	size_t n = strlen(text), length = 0;
	fold_init_utf8(&needle, words, strlen(words));
	sieve_init(&sieve, &needle, unfold, text, n);
	out[0] = '\0';
	for (size_t at = sieve_next(&sieve, &needle, text, n, 0); at < n;
	     at = sieve_next(&sieve, &needle, text, n, at + 1))
		length += (size_t)snprintf(out + length, sizeof out - length, "%zu,", at);
	folded_release(&needle);
	return out;
}

static void only_places_whose_neighbours_agree_are_let_through(void **state)
{
	(void)state;
	assert_string_equal(sift("abc", "aXc abX Xbc abc"), "12,");
	assert_string_equal(sift("cab", "cab xab cax cab"), "0,12,");
}

static void marks_joiners_and_case_stand_in_no_ones_way(void **state)
{
	(void)state;
	assert_string_equal(sift("zob", "zo zO\u0640\u064E\u200CB"), "12,");
	assert_string_equal(sift("bz", "B\u0640\u0640\u0640Z"), "0,");
}

static void letters_in_a_ligature_are_let_through(void **state)
{
	(void)state;
	assert_string_equal(sift("سلام", "س\uFEFBم س\uFEFCم"), "2,10,");
	assert_string_equal(sift("ال", "\uFDF2"), "0,");
}

static void the_rarest_letter_is_looked_for(void **state)
{
	(void)state;
	struct folded needle;
	struct sieve sieve;
	fold_init_utf8(&needle, "eze", 3);
	sieve_init(&sieve, &needle, unfold, "eeeezeee", 8);
	assert_int_equal(sieve.place, 1);
	folded_release(&needle);
}

/* 61 sets of digits: their characters begin with too many bytes to tell all of them apart. */
static void digits_of_all_sets_are_let_through(void **state)
{
	(void)state;
	assert_string_equal(sift("12", "12 ١٢ 13 १२ १३ \U0001D7CF\U0001D7D0"), "1,5,14,29,");
}

/* Ill-formed bytes are U+FFFD, of which there is no telling from raw bytes. */
static void everything_is_let_through_for_a_letter_that_is_no_character(void **state)
{
	(void)state;
	assert_string_equal(sift("\uFFFD", "a\x80z"), "0,1,2,");
}

static void the_neighbours_of_bad_bytes_are_let_through(void **state)
{
	(void)state;
	assert_string_equal(sift("bz", "bbb \xD9\x80\x80z az"), "7,");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_character_is_known_by_each_letter_that_it_folds_to),
		cmocka_unit_test(a_letter_that_only_stands_for_itself_has_no_others),
		cmocka_unit_test(only_places_whose_neighbours_agree_are_let_through),
		cmocka_unit_test(marks_joiners_and_case_stand_in_no_ones_way),
		cmocka_unit_test(letters_in_a_ligature_are_let_through),
		cmocka_unit_test(the_rarest_letter_is_looked_for),
		cmocka_unit_test(digits_of_all_sets_are_let_through),
		cmocka_unit_test(everything_is_let_through_for_a_letter_that_is_no_character),
		cmocka_unit_test(the_neighbours_of_bad_bytes_are_let_through),
	};
	unfold = unfold_new();
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	unfold_free(unfold);
	return failed;
}
