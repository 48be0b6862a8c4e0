/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "export/headers.h"

/* Two columns of ours, then things numbered from 1. */
static void expect_headers(const char *const *given, const char *const *wanted, size_t n)
{
	struct headers headers = {.n = 0};
	headers_add(&headers, "id", 0);
	headers_add(&headers, "document", 0);
	for (size_t i = 0; i < n; i++)
		headers_add(&headers, given[i], (int64_t)i + 1);
	headers_make_unique(&headers);
	assert_string_equal(headers.names[0], "id");
	assert_string_equal(headers.names[1], "document");
	for (size_t i = 0; i < n; i++)
		assert_string_equal(headers.names[i + 2], wanted[i]);
	headers_release(&headers);
}

static void names_of_their_own_stay_as_they_are(void **state)
{
	(void)state;
	static const char *const names[] = {"a", "b, c", "=d"};
	expect_headers(names, names, 3);
	expect_headers(names, names, 0);
}

static void equal_names_get_their_numbers(void **state)
{
	(void)state;
	static const char *const given[] = {"a", "b", "a", "", "document", "guarded"};
	static const char *const wanted[] = {"a (1)", "b", "a (3)", "(4)", "document (5)",
					     "guarded (6)"};
	expect_headers(given, wanted, 6);
}

static void a_number_that_makes_another_equal_pair_is_followed_by_more(void **state)
{
	(void)state;
	static const char *const given[] = {"a", "a", "a (2)", "a (2) (3)"};
	static const char *const wanted[] = {"a (1)", "a (2) (2)", "a (2) (3) (3)",
					     "a (2) (3) (4)"};
	expect_headers(given, wanted, 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_of_their_own_stay_as_they_are),
		cmocka_unit_test(equal_names_get_their_numbers),
		cmocka_unit_test(a_number_that_makes_another_equal_pair_is_followed_by_more),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
