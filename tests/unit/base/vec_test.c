/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/vec.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

static void pushing_keeps_every_item_and_moves_seldom(void **state)
{
	(void)state;
	size_t *items = NULL, n = 0, cap = 0, growths = 0;
	for (size_t i = 0; i < 100000; i++) {
		size_t before = cap;
		VEC_PUSH(items, n, cap, i * i);
		growths += cap != before;
	}
	assert_int_equal(n, 100000);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(items[i], i * i);
	assert_true(growths < 40);
	free(items);
}

static void room_that_is_there_is_not_asked_for_again(void **state)
{
	(void)state;
	size_t cap = 0;
	int *items = vec_reserve(NULL, &cap, 5, sizeof *items);
	size_t first = cap;
	assert_ptr_equal(vec_reserve(items, &cap, first, sizeof *items), items);
	assert_int_equal(cap, first);
	free(items);
}

static void a_large_need_is_met_at_once(void **state)
{
	(void)state;
	size_t cap = 0;
	char *items = vec_reserve(NULL, &cap, 12345, 1);
	assert_int_equal(cap, 12345);
	items[12344] = 1;
	free(items);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pushing_keeps_every_item_and_moves_seldom),
		cmocka_unit_test(room_that_is_there_is_not_asked_for_again),
		cmocka_unit_test(a_large_need_is_met_at_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
