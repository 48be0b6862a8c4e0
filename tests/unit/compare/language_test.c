/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void a_language_is_found_by_the_beginning_of_its_tag(void **state)
{
	(void)state;
	assert_int_equal(language_of_tag("ar"), LANGUAGE_ARABIC);
	assert_int_equal(language_of_tag("AR-eg"), LANGUAGE_ARABIC);
	assert_int_equal(language_of_tag("he"), LANGUAGE_HEBREW);
}

static void what_is_no_language_here_is_other(void **state)
{
	(void)state;
	assert_int_equal(language_of_tag(NULL), LANGUAGE_OTHER);
	assert_int_equal(language_of_tag(""), LANGUAGE_OTHER);
	assert_int_equal(language_of_tag("a"), LANGUAGE_OTHER);
	assert_int_equal(language_of_tag("arc"), LANGUAGE_OTHER);
	assert_int_equal(language_of_tag("und"), LANGUAGE_OTHER);
}

static void every_tag_leads_back_to_its_language(void **state)
{
	(void)state;
	for (enum language i = LANGUAGE_OTHER + 1; i < LANGUAGE_COUNT; i++)
		assert_int_equal(language_of_tag(language_tag(i)), i);
	assert_string_equal(language_tag(LANGUAGE_OTHER), "und");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_language_is_found_by_the_beginning_of_its_tag),
		cmocka_unit_test(what_is_no_language_here_is_other),
		cmocka_unit_test(every_tag_leads_back_to_its_language),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
