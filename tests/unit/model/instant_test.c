/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/instant.h"

static void times_of_all_zones_become_utc(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{"2026-11-21T09:30:00.123Z", "2026-11-21T09:30:00.123Z"},
		{"2026-11-21", "2026-11-21T00:00:00.000Z"},
		{"2026-11-21 09:30", "2026-11-21T09:30:00.000Z"},
		{"2026-11-21T09:30:05", "2026-11-21T09:30:05.000Z"},
		{"2026-01-01T01:00:00+02:30", "2025-12-31T22:30:00.000Z"},
		{"2024-02-29T23:59:59.9999-01:00", "2024-03-01T00:59:59.999Z"},
		{"2026-11-21T09:30:05,5Z", "2026-11-21T09:30:05.500Z"},
		{"1000-01-01T00:00:00Z", "1000-01-01T00:00:00.000Z"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char out[TIME_SIZE] = "";
		assert_true(instant_parse(cases[i][0], out));
		assert_string_equal(out, cases[i][1]);
	}
}

static void what_is_no_time_is_none(void **state)
{
	(void)state;
	static const char *const cases[] = {
		"", "now", "2026", "2026-13-01", "2026-02-30", "2026-11-21T", "2026-11-21T09",
		"2026-11-21T24:00:00Z", "2026-11-21T09:30:00.Z", "2026-11-21T09:30:00ZZ",
		"2026-11-21T09:30:00+1", "0001-01-01", "9999-12-31T23:59:59-14:00", "2026-11-21 ",
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char out[TIME_SIZE];
		assert_false(instant_parse(cases[i], out));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(times_of_all_zones_become_utc),
		cmocka_unit_test(what_is_no_time_is_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
