/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/lookup.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

struct row {
	int value;
	char target[8];
};

static void rows_of_an_id_come_in_the_order_of_their_list(void **state)
{
	static const struct row rows[] = {{1, "b"}, {2, "a"}, {3, "b"}, {4, "c"}, {5, "b"}};
	struct lookup lookup;
	int seen = 0;
	(void)state;
	lookup_init(&lookup, rows->target, 5, sizeof *rows);
	size_t at = lookup_first(&lookup, "b");
	for (; lookup_is(&lookup, at, "b"); at++)
		seen = seen * 10 + rows[lookup_row(&lookup, at)].value;
	assert_int_equal(seen, 135);
	lookup_release(&lookup);
}

static void an_id_that_is_nowhere_is_not_found(void **state)
{
	static const struct row rows[] = {{1, "b"}, {2, "d"}};
	static const char *const strange[] = {"", "a", "c", "e", "bb"};
	struct lookup lookup;
	size_t row = 9;
	(void)state;
	lookup_init(&lookup, rows->target, 2, sizeof *rows);
	for (size_t i = 0; i < sizeof strange / sizeof *strange; i++)
		assert_false(lookup_one(&lookup, strange[i], &row));
	assert_true(lookup_one(&lookup, "d", &row));
	assert_int_equal(row, 1);
	lookup_release(&lookup);
	lookup_init(&lookup, NULL, 0, sizeof *rows);
	assert_false(lookup_one(&lookup, "d", &row));
	lookup_release(&lookup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_of_an_id_come_in_the_order_of_their_list),
		cmocka_unit_test(an_id_that_is_nowhere_is_not_found),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
