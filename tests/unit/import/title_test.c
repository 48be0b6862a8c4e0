/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "import/import.h"

static void expect_title(const char *text, const char *wanted)
{
	char *title = import_title(text, strlen(text));
	assert_string_equal(title, wanted);
	free(title);
}

static void a_title_is_the_first_line_with_something_on_it(void **state)
{
	(void)state;
	expect_title("One\nTwo\n", "One");
	expect_title("\n \t\n\u3000\nOne\n", "One");
	expect_title("One", "One");
	expect_title("One\u2029Two", "One");
	expect_title("", "");
	expect_title("\n\n", "");
}

static void its_white_space_is_folded_and_trimmed(void **state)
{
	(void)state;
	expect_title("  a\t b\u00a0 c  \n", "a b c");
}

static void a_dateline_in_another_script_is_passed_over(void **state)
{
	(void)state;
	expect_title("Cairo\n\nقمة ألاسكا\nنص طويل\n", "قمة ألاسكا");
	expect_title("New York\nقمة ألاسكا\nنص طويل\n", "قمة ألاسكا");
	expect_title("القاهرة\nA summit\nA long text\n", "A summit");
	expect_title("Москва\nA summit\nA long text\n", "A summit");
}

static void other_first_lines_are_titles(void **state)
{
	(void)state;
	expect_title("The whole title\nقمة ألاسكا\nنص طويل\n", "The whole title");
	expect_title("قمة\nألاسكا نص طويل\n", "قمة");
	expect_title("2025\nقمة ألاسكا\n", "2025");
	expect_title("BBC\n\n", "BBC");
	expect_title("Cairo\n12 34\n", "Cairo");
}

static void a_short_title_above_its_own_text_is_no_dateline(void **state)
{
	(void)state;
	expect_title("عنوان مُلصق\nسطر أول من النص الملصق.\nسطر ثان.\n", "عنوان مُلصق");
	expect_title("عنوان مُلصق\nسطر أول.\nSources: a long list in another script\n",
		     "عنوان مُلصق");
}

static void an_endless_line_is_cut_with_an_ellipsis(void **state)
{
	(void)state;
	struct str text = STR_EMPTY;
	for (int i = 0; i < 1000; i++)
		str_append_str(&text, "و");
	char *title = import_title(text.p, text.len);
	assert_int_equal(strlen(title), 160 * strlen("و") + strlen("\u2026"));
	assert_memory_equal(title + 160 * strlen("و"), "\u2026", strlen("\u2026"));
	free(title);
	str_release(&text);
}

static void a_line_that_just_fits_is_not_cut(void **state)
{
	(void)state;
	char text[161 + 1];
	memset(text, 'a', 160);
	strcpy(text + 160, "\n");
	char *title = import_title(text, 161);
	assert_int_equal(strlen(title), 160);
	free(title);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_title_is_the_first_line_with_something_on_it),
		cmocka_unit_test(its_white_space_is_folded_and_trimmed),
		cmocka_unit_test(a_dateline_in_another_script_is_passed_over),
		cmocka_unit_test(other_first_lines_are_titles),
		cmocka_unit_test(a_short_title_above_its_own_text_is_no_dateline),
		cmocka_unit_test(an_endless_line_is_cut_with_an_ellipsis),
		cmocka_unit_test(a_line_that_just_fits_is_not_cut),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
