/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/picker-filter.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

/* Items are matched as they are; nothing here changes them. */
static void add(struct picker_filter *filter, const char *label, const char *detail,
		const char *synonyms)
{
	picker_filter_add(filter, &(struct picker_item){.label = (char *)label,
							.detail = (char *)detail,
							.synonyms = (char *)synonyms});
}

static struct picker_filter three_tags(void)
{
	struct picker_filter filter = {.n = 0};
	add(&filter, "cause/war", "3 highlights", NULL);
	add(&filter, "War crimes", NULL, "law tribunal");
	add(&filter, "\xD8\xA3\xD9\x8E\xD8\xB2\xD9\x92\xD9\x85\xD8\xA9", NULL,
	    NULL); /* alef with hamza, vocalised, teh marbuta */
	return filter;
}

static void nothing_typed_matches_everything_in_its_order(void **state)
{
	(void)state;
	struct picker_filter filter = three_tags();
	picker_filter_apply(&filter, "");
	assert_int_equal(filter.n_matches, 3);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(filter.matches[i], i);
	assert_string_equal(picker_filter_count_text(&filter), "3 of 3");
	picker_filter_release(&filter);
}

static void a_label_that_begins_so_comes_first(void **state)
{
	(void)state;
	struct picker_filter filter = three_tags();
	picker_filter_apply(&filter, "war");
	assert_int_equal(filter.n_matches, 2);
	assert_int_equal(filter.matches[0], 1);
	assert_int_equal(filter.matches[1], 0);
	picker_filter_release(&filter);
}

static void every_word_must_stand_somewhere(void **state)
{
	(void)state;
	struct picker_filter filter = three_tags();
	picker_filter_apply(&filter, "law  war");
	assert_int_equal(filter.n_matches, 1);
	assert_int_equal(filter.matches[0], 1);
	picker_filter_apply(&filter, "law cause");
	assert_int_equal(filter.n_matches, 0);
	picker_filter_release(&filter);
}

static void no_word_matches_across_label_and_detail(void **state)
{
	(void)state;
	struct picker_filter filter = three_tags();
	picker_filter_apply(&filter, "war3");
	assert_int_equal(filter.n_matches, 0);
	picker_filter_release(&filter);
}

static void arabic_is_found_however_it_is_spelled(void **state)
{
	(void)state;
	struct picker_filter filter = three_tags();
	picker_filter_apply(&filter,
			    "\xD8\xA7\xD8\xB2\xD9\x85\xD9\x87"); /* bare alef, no marks, heh */
	assert_int_equal(filter.n_matches, 1);
	assert_int_equal(filter.matches[0], 2);
	picker_filter_release(&filter);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_typed_matches_everything_in_its_order),
		cmocka_unit_test(a_label_that_begins_so_comes_first),
		cmocka_unit_test(every_word_must_stand_somewhere),
		cmocka_unit_test(no_word_matches_across_label_and_detail),
		cmocka_unit_test(arabic_is_found_however_it_is_spelled),
	};
	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
