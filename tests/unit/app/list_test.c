/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct list list_of(size_t n, size_t n_rows)
{
	struct list list = {.n = 0};
	list_set(&list, n);
	list_show(&list, n_rows);
	return list;
}

static void the_cursor_stays_in_the_list(void **state)
{
	(void)state;
	struct list list = list_of(3, 10);
	list_move(&list, LIST_PREVIOUS);
	assert_int_equal(list.cursor, 0);
	list_move(&list, LIST_LAST);
	list_move(&list, LIST_NEXT);
	list_move(&list, LIST_PAGE_NEXT);
	assert_int_equal(list.cursor, 2);
}

static void a_wrapping_list_goes_round(void **state)
{
	(void)state;
	struct list list = list_of(3, 10);
	list.wraps = true;
	list_move(&list, LIST_PREVIOUS);
	assert_int_equal(list.cursor, 2);
	list_move(&list, LIST_NEXT);
	assert_int_equal(list.cursor, 0);
}

static void an_empty_list_can_be_moved_in(void **state)
{
	(void)state;
	struct list list = list_of(0, 10);
	for (int move = LIST_NEXT; move <= LIST_SCROLL_PREVIOUS; move++)
		list_move(&list, (enum list_move)move);
	list_show(&list, 0);
	assert_int_equal(list.cursor, 0);
	assert_int_equal(list.top, 0);
}

static void the_cursor_is_always_among_the_rows_shown(void **state)
{
	(void)state;
	struct list list = list_of(100, 10);
	static const enum list_move walk[] = {
		LIST_PAGE_NEXT,       LIST_LAST,  LIST_PREVIOUS,    LIST_PAGE_PREVIOUS,
		LIST_SCROLL_NEXT,     LIST_FIRST, LIST_SCROLL_NEXT, LIST_SCROLL_NEXT,
		LIST_SCROLL_PREVIOUS, LIST_NEXT};
	for (size_t i = 0; i < sizeof walk / sizeof *walk; i++) {
		list_move(&list, walk[i]);
		list_show(&list, 10);
		assert_in_range(list.cursor, list.top, list.top + 9);
	}
}

static void a_page_leaves_one_row_of_the_old_one(void **state)
{
	(void)state;
	struct list list = list_of(100, 10);
	list_move(&list, LIST_PAGE_NEXT);
	assert_int_equal(list.cursor, 9);
}

static void scrolling_takes_the_cursor_along_only_at_the_edge(void **state)
{
	(void)state;
	struct list list = list_of(100, 10);
	list.cursor = 1;
	list_move(&list, LIST_SCROLL_NEXT);
	assert_int_equal(list.cursor, 1);
	list_move(&list, LIST_SCROLL_NEXT);
	assert_int_equal(list.cursor, 2);
	assert_int_equal(list.top, 2);
}

static void no_row_is_left_empty_while_items_stand_above(void **state)
{
	(void)state;
	struct list list = list_of(20, 10);
	list_move(&list, LIST_LAST);
	list_show(&list, 10);
	list_set(&list, 12);
	list_show(&list, 10);
	assert_int_equal(list.top, 2);
	list_show(&list, 50);
	assert_int_equal(list.top, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_cursor_stays_in_the_list),
		cmocka_unit_test(a_wrapping_list_goes_round),
		cmocka_unit_test(an_empty_list_can_be_moved_in),
		cmocka_unit_test(the_cursor_is_always_among_the_rows_shown),
		cmocka_unit_test(a_page_leaves_one_row_of_the_old_one),
		cmocka_unit_test(scrolling_takes_the_cursor_along_only_at_the_edge),
		cmocka_unit_test(no_row_is_left_empty_while_items_stand_above),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
