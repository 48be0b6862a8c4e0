/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/timeline.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* Latest first, as the store lists them: ann's 5 and 6 are undone, 4 is gone for good. */
static struct act items[] = {
	{.seq = 7, .coder = (char *)"bob"},
	{.seq = 6, .coder = (char *)"ann", .undone = true, .redoable = true},
	{.seq = 5, .coder = (char *)"ann", .undone = true, .redoable = true},
	{.seq = 4, .coder = (char *)"ann", .undone = true},
	{.seq = 3, .coder = (char *)"ann"},
	{.seq = 2, .coder = (char *)"bob"},
	{.seq = 1, .coder = (char *)"ann"},
};
static const struct act_list acts = {.items = items, .n = sizeof items / sizeof *items};

static void assert_route(const char *coder, int64_t seq, int way, int64_t to, size_t n)
{
	struct timeline_route route = timeline_route(&acts, coder, seq);
	assert_int_equal(route.way, way);
	if (way != ROUTE_NONE)
		assert_int_equal(route.seq, to);
	assert_int_equal(route.n, n);
}

static void the_way_back_takes_ones_own_acts_after_a_place(void **state)
{
	(void)state;
	assert_route("ann", 1, ROUTE_UNDO, 3, 1);
	assert_route("ann", 2, ROUTE_UNDO, 3, 1);
	assert_route("ann", TIMELINE_START, ROUTE_UNDO, 1, 2);
	assert_route("bob", 3, ROUTE_UNDO, 7, 1);
}

static void the_way_forth_takes_what_is_undone_up_to_a_place(void **state)
{
	(void)state;
	assert_route("ann", 5, ROUTE_REDO, 5, 1);
	assert_route("ann", 6, ROUTE_REDO, 6, 2);
	assert_route("ann", 7, ROUTE_REDO, 6, 2);
}

static void where_the_coder_stands_there_is_no_way_to_go(void **state)
{
	(void)state;
	assert_route("ann", 3, ROUTE_NONE, 0, 0);
	assert_route("ann", 4, ROUTE_NONE, 0, 0);
	assert_route("bob", 7, ROUTE_NONE, 0, 0);
	assert_route("cem", TIMELINE_START, ROUTE_NONE, 0, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_way_back_takes_ones_own_acts_after_a_place),
		cmocka_unit_test(the_way_forth_takes_what_is_undone_up_to_a_place),
		cmocka_unit_test(where_the_coder_stands_there_is_no_way_to_go),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
