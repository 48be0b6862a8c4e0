/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/marks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "app/support.h"

/* a [0,30) around b [10,20) and c [10,15); d [40,50) alone. */
static struct marks some_marks(void)
{
	struct marks marks = {.n = 0};
	const struct shown_mark all[] = {
		plain_mark("d", 40, 50, "d"), plain_mark("c", 10, 15, "c"),
		plain_mark("a", 0, 30, "a"), plain_mark("b", 10, 20, "b"),
	};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		marks_add(&marks, &all[i]);
	marks_sort(&marks);
	return marks;
}

/* The ids of what touches [start,end), the last to begin first. */
static void assert_touching(size_t start_cp, size_t end_cp, const char *ids)
{
	struct marks marks = some_marks();
	const struct shown_mark *found[8];
	size_t n = marks_touching(&marks, (struct cp_range){start_cp, end_cp}, found, 8);
	assert_int_equal(n, strlen(ids));
	for (size_t i = 0; i < n; i++)
		assert_int_equal(found[i]->id[0], ids[i]);
	marks_release(&marks);
}

static void a_range_is_touched_by_what_overlaps_it(void **state)
{
	(void)state;
	assert_touching(0, 5, "a");
	assert_touching(12, 13, "cba");
	assert_touching(15, 20, "ba");
	assert_touching(30, 40, "");
	assert_touching(29, 41, "da");
}

static void an_empty_range_is_a_place(void **state)
{
	(void)state;
	assert_touching(29, 29, "a");
	assert_touching(30, 30, "");
	assert_touching(40, 40, "d");
}

static void more_than_there_is_room_for_are_counted(void **state)
{
	(void)state;
	struct marks marks = some_marks();
	const struct shown_mark *found[1];
	assert_int_equal(marks_touching(&marks, (struct cp_range){0, 50}, found, 1), 4);
	assert_string_equal(found[0]->id, "d");
	marks_release(&marks);
}

/* The id of the last to begin of those at `cp`; "" where there is none. */
static const char *innermost(const struct marks *marks, size_t cp)
{
	const struct shown_mark *mark;
	return marks_touching(marks, (struct cp_range){cp, cp + 1}, &mark, 1) > 0 ? mark->id : "";
}

static void the_innermost_counts_where_several_overlap(void **state)
{
	(void)state;
	struct marks marks = some_marks();
	assert_string_equal(innermost(&marks, 12), "c");
	assert_string_equal(innermost(&marks, 17), "b");
	assert_string_equal(innermost(&marks, 29), "a");
	assert_string_equal(innermost(&marks, 35), "");
	marks_release(&marks);
}

static void next_and_previous_go_by_where_highlights_begin(void **state)
{
	(void)state;
	struct marks marks = some_marks();
	assert_int_equal(marks_next(&marks, 0)->range.start_cp, 10);
	assert_string_equal(marks_next(&marks, 10)->id, "d");
	assert_null(marks_next(&marks, 40));
	assert_string_equal(marks_previous(&marks, 10)->id, "a");
	assert_null(marks_previous(&marks, 0));
	marks_release(&marks);
}

static void none_at_all_is_no_trouble(void **state)
{
	(void)state;
	struct marks marks = {.n = 0};
	marks_sort(&marks);
	assert_string_equal(innermost(&marks, 0), "");
	assert_null(marks_next(&marks, 0));
	assert_null(marks_previous(&marks, 9));
	assert_null(marks_find(&marks, "a"));
	marks_release(&marks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_range_is_touched_by_what_overlaps_it),
		cmocka_unit_test(an_empty_range_is_a_place),
		cmocka_unit_test(more_than_there_is_room_for_are_counted),
		cmocka_unit_test(the_innermost_counts_where_several_overlap),
		cmocka_unit_test(next_and_previous_go_by_where_highlights_begin),
		cmocka_unit_test(none_at_all_is_no_trouble),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
