/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/act.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define ISOLATED(text) "\u2068" text "\u2069"

static void assert_words(const char *what, int64_t n, const char *expected)
{
	struct act act = {.what = (char *)what,
			  .subject = (char *)"one",
			  .object = (char *)"two",
			  .n = n};
	char *words = act_words(&act);
	assert_string_equal(words, expected);
	free(words);
}

static void an_act_is_told_with_what_it_was_done_to(void **state)
{
	(void)state;
	assert_words("remove", 1, "remove \"" ISOLATED("one") "\"");
	assert_words("tag-rename", 1,
		     "rename the tag \"" ISOLATED("one") "\" to \"" ISOLATED("two") "\"");
}

static void an_act_on_many_is_told_with_their_number(void **state)
{
	(void)state;
	assert_words("unmark", 1, "remove 1 highlight");
	assert_words("unmark", 3, "remove 3 highlights");
	/* What a damaged file may say. */
	assert_words("unmark", -1, "remove 0 highlights");
}

static void an_act_that_this_program_does_not_know_is_told_by_its_subject(void **state)
{
	(void)state;
	assert_words("", 1, ISOLATED("one"));
	assert_words("of a later version", 1, ISOLATED("one"));
}

/* Names are in people's projects: two kinds of one name, or one that moved, would tell a lie. */
static void every_kind_has_a_name_of_its_own_and_words(void **state)
{
	(void)state;
	for (int i = 0; i < N_ACT_KINDS; i++) {
		struct act act = {.what = (char *)act_name((enum act_kind)i),
				  .subject = (char *)"one",
				  .object = (char *)"two",
				  .n = 2};
		char *words = act_words(&act);
		assert_true(act.what[0] != '\0');
		assert_true(strcmp(words, ISOLATED("one")) != 0 && words[0] != '\0');
		for (int k = 0; k < i; k++)
			assert_string_not_equal(act.what, act_name((enum act_kind)k));
		free(words);
	}
	assert_string_equal(act_name(ACT_MARK), "mark");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_act_is_told_with_what_it_was_done_to),
		cmocka_unit_test(an_act_on_many_is_told_with_their_number),
		cmocka_unit_test(an_act_that_this_program_does_not_know_is_told_by_its_subject),
		cmocka_unit_test(every_kind_has_a_name_of_its_own_and_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
