/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/prose.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "app/mirror.h"
#include "base/str.h"

static const struct paragraph_options options = {.fallback = DIR_LTR};

/* All rows of `utf8` in a frame of `columns`, as text. */
static const char *drawn(const char *utf8, size_t columns, struct str *out)
{
	struct frame frame;
	struct prose prose;
	frame_init(&frame, 4, columns);
	frame_clear(&frame, (struct style){.fg = -1, .bg = -1});
	prose_init(&prose, utf8, columns, &options);
	assert_true(prose.n_rows <= 4);
	for (size_t i = 0; i < prose.n_rows; i++)
		prose_draw_row(&prose, i, &frame, i, 0, (struct style){.fg = -1, .bg = -1},
			       ZONE_NONE);
	frame_dump(&frame, false, out);
	prose_release(&prose);
	frame_release(&frame);
	return str_cstr(out);
}

static void each_paragraph_stands_at_its_own_side(void **state)
{
	(void)state;
	struct str out = STR_EMPTY;
	assert_string_equal(drawn("ab\n\nسلام", 8, &out), "ab\n\n     ﻡﻼﺳ\n\n");
	str_release(&out);
}

static void a_row_ends_where_a_line_may_break(void **state)
{
	(void)state;
	struct str out = STR_EMPTY;
	assert_string_equal(drawn("one two three", 8, &out), "one two\nthree\n\n\n");
	str_release(&out);
}

static void nothing_is_one_empty_row(void **state)
{
	(void)state;
	struct prose prose;
	prose_init(&prose, "", 10, &options);
	assert_int_equal(prose.n_rows, 1);
	prose_release(&prose);
	assert_int_equal(prose.n_rows, 0);
}

static void a_mirrored_part_is_counted_from_the_right(void **state)
{
	(void)state;
	const struct area all = {.row = 3, .col = 10, .n_rows = 1, .n_cols = 20};
	struct area left = mirror_part(all, 2, 5, false), right = mirror_part(all, 2, 5, true);
	assert_int_equal(left.col, 12);
	assert_int_equal(left.n_cols, 5);
	assert_int_equal(right.col, 23);
	assert_int_equal(right.n_cols, 5);
	assert_int_equal(mirror_part(all, 18, 5, false).n_cols, 2);
	assert_int_equal(mirror_part(all, 18, 5, true).n_cols, 2);
	assert_int_equal(mirror_part(all, 18, 5, true).col, 10);
	assert_int_equal(mirror_part(all, 30, 5, true).n_cols, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_paragraph_stands_at_its_own_side),
		cmocka_unit_test(a_row_ends_where_a_line_may_break),
		cmocka_unit_test(nothing_is_one_empty_row),
		cmocka_unit_test(a_mirrored_part_is_counted_from_the_right),
	};
	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
