/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/best.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

enum { MOST = 4 };

static int by_value(const void *one, const void *other)
{
	int a = *(const int *)one, b = *(const int *)other;
	return (a > b) - (a < b);
}

/* Adds 0 to 999, each once, in an order that `stride` (coprime to 1000) makes. */
static void fill(struct best *best, int stride)
{
	for (int i = 0; i < 1000; i++) {
		int value = i * stride % 1000;
		best_add(best, &value);
		assert_true(best->n < 2 * MOST);
	}
}

static void the_first_are_kept_in_whatever_order_they_come(void **state)
{
	(void)state;
	static const int strides[] = {1, 999, 7, 333};
	for (size_t s = 0; s < sizeof strides / sizeof *strides; s++) {
		struct best best = BEST(int, MOST, by_value);
		size_t n, n_all;
		fill(&best, strides[s]);
		int *items = best_take(&best, &n, &n_all);
		assert_int_equal(n, MOST);
		assert_int_equal(n_all, 1000);
		for (int i = 0; i < MOST; i++)
			assert_int_equal(items[i], i);
		free(items);
	}
}

static void fewer_are_all_kept(void **state)
{
	(void)state;
	struct best best = BEST(int, MOST, by_value);
	size_t n, n_all;
	free(best_take(&best, &n, &n_all));
	assert_int_equal(n, 0);
	best_add(&best, &(int){3});
	best_add(&best, &(int){1});
	int *items = best_take(&best, &n, &n_all);
	assert_int_equal(n, 2);
	assert_int_equal(n_all, 2);
	assert_int_equal(items[0], 1);
	free(items);
	best_add(&best, &(int){5});
	best_release(&best);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_are_kept_in_whatever_order_they_come),
		cmocka_unit_test(fewer_are_all_kept),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
