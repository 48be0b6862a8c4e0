/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "base/map.h"

static void a_map_gives_back_what_was_put_last(void **state)
{
	(void)state;
	struct map map = MAP_EMPTY;
	char key[16], value[32];
	assert_null(map_get(&map, "1"));
	for (int round = 0; round < 2; round++) {
		for (int i = 0; i < 1000; i++) {
			snprintf(key, sizeof key, "%d", i * 7919 % 1000);
			snprintf(value, sizeof value, "%d/%d", round, i);
			map_put(&map, key, value);
		}
	}
	for (int i = 0; i < 1000; i++) {
		snprintf(key, sizeof key, "%d", i * 7919 % 1000);
		snprintf(value, sizeof value, "1/%d", i);
		assert_string_equal(map_get(&map, key), value);
	}
	assert_null(map_get(&map, "1000"));
	map_release(&map);
	assert_null(map_get(&map, "1"));
}

static void what_a_map_has_may_be_put_into_it_again(void **state)
{
	(void)state;
	struct map map = MAP_EMPTY;
	map_put(&map, "a", "value");
	map_put(&map, "a", map_get(&map, "a"));
	assert_string_equal(map_get(&map, "a"), "value");
	map_release(&map);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_map_gives_back_what_was_put_last),
		cmocka_unit_test(what_a_map_has_may_be_put_into_it_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
