/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/linked.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static struct cp_range range(size_t start_cp, size_t end_cp)
{
	return (struct cp_range){start_cp, end_cp};
}

static void words_come_into_order_and_those_that_overlap_are_one(void **state)
{
	struct linked linked = {.words = NULL};
	(void)state;
	linked_add(&linked, range(20, 25));
	linked_add(&linked, range(3, 7));
	linked_add(&linked, range(22, 30));
	linked_add(&linked, range(3, 7));
	linked_add(&linked, range(7, 9));
	linked_sort(&linked);
	assert_int_equal(linked.n, 3);
	assert_int_equal(linked.words[0].start_cp, 3);
	assert_int_equal(linked.words[0].end_cp, 7);
	assert_int_equal(linked.words[1].start_cp, 7);
	assert_int_equal(linked.words[2].start_cp, 20);
	assert_int_equal(linked.words[2].end_cp, 30);
	linked_release(&linked);
}

static void a_cell_shows_a_word_where_they_share_a_code_point(void **state)
{
	struct linked linked = {.words = NULL};
	(void)state;
	assert_false(linked_has_word(&linked, range(0, 100)));
	linked_add(&linked, range(5, 8));
	linked_add(&linked, range(12, 14));
	linked_sort(&linked);
	assert_false(linked_has_word(&linked, range(4, 5)));
	assert_true(linked_has_word(&linked, range(4, 6)));
	assert_true(linked_has_word(&linked, range(7, 8)));
	assert_false(linked_has_word(&linked, range(8, 12)));
	assert_true(linked_has_word(&linked, range(13, 20)));
	assert_false(linked_has_word(&linked, range(14, 15)));
	linked_release(&linked);
}

static void what_is_cleared_stays_pinned_and_held(void **state)
{
	struct linked linked = {.state = LINKED_SHOWN, .unit = {3, 9}, .pinned = true, .held = true};
	(void)state;
	linked_add(&linked, range(3, 5));
	linked_clear(&linked);
	assert_int_equal(linked.state, LINKED_UNTOLD);
	assert_false(linked_has(&linked, range(0, 100)));
	assert_false(linked_has_word(&linked, range(0, 100)));
	assert_true(linked.pinned && linked.held);
	linked_release(&linked);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_come_into_order_and_those_that_overlap_are_one),
		cmocka_unit_test(a_cell_shows_a_word_where_they_share_a_code_point),
		cmocka_unit_test(what_is_cleared_stays_pinned_and_held),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
