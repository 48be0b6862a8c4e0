/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/scroll.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

/* A frame with one letter of `rows` in each row. */
static struct frame frame_of(const char *rows)
{
	struct frame frame;

	frame_init(&frame, strlen(rows), 3);
	for (size_t row = 0; row < frame.n_rows; row++)
		frame_at(&frame, row, 1)->glyph[0] = (unsigned char)rows[row];
	return frame;
}

static void check(const char *old_rows, const char *new_rows, struct scroll expected)
{
	struct frame old = frame_of(old_rows), new = frame_of(new_rows);
	struct scroll found;
	bool scrolls = scroll_find(&old, &new, &found);

	assert_int_equal(scrolls, expected.by != 0);
	if (scrolls) {
		assert_int_equal(found.by, expected.by);
		assert_int_equal(found.top, expected.top);
		assert_int_equal(found.end, expected.end);
	}
	frame_release(&old);
	frame_release(&new);
}

static void rows_that_moved_are_found(void **state)
{
	(void)state;
	check("abcdefgh", "bcdefghi", (struct scroll){0, 8, 1});
	check("bcdefghi", "abcdefgh", (struct scroll){0, 8, -1});
	check("abcdefgh", "defghijk", (struct scroll){0, 8, 3});
}

static void what_stands_still_around_them_is_no_part(void **state)
{
	(void)state;
	check("TabcdefghS", "TbcdefghiS", (struct scroll){1, 9, 1});
	check("TabcdefghST", "TxyabcdefST", (struct scroll){1, 9, -2});
}

static void a_changed_row_among_them_does_not_matter(void **state)
{
	(void)state;
	check("abcdefgh", "bcdXfghi", (struct scroll){0, 8, 1});
}

/* A margin whose glyphs stay where they are while the text beside it moves. */
static void what_does_not_scroll_with_the_text_does_not_hide_that_it_moved(void **state)
{
	(void)state;
	struct frame old = frame_of("abcdefgh"), new = frame_of("bcdefghi");
	struct scroll found;

	for (size_t row = 0; row < old.n_rows; row++) {
		struct frame_cell *before = frame_at(&old, row, 2), *after = frame_at(&new, row, 2);
		before->zone = after->zone = ZONE_OVERVIEW;
		before->glyph[0] = after->glyph[0] = U'0' + (char32_t)row;
	}
	assert_true(scroll_find(&old, &new, &found));
	assert_int_equal(found.by, 1);
	frame_release(&old);
	frame_release(&new);
}

static void other_rows_are_no_scroll(void **state)
{
	(void)state;
	check("abcdefgh", "abcdefgh", (struct scroll){0, 0, 0});
	check("abcdefgh", "ABCDEFGH", (struct scroll){0, 0, 0});
	check("abcdefgh", "efghABCD", (struct scroll){0, 0, 0});
	check("ab", "ba", (struct scroll){0, 0, 0});
	check("", "", (struct scroll){0, 0, 0});
}

static void equal_rows_mislead_nobody(void **state)
{
	(void)state;
	check("a    b    c", "    b    cd", (struct scroll){0, 11, 1});
}

static void cells_are_compared_by_looks(void **state)
{
	struct frame_cell a = {.glyph = {'a', 'x'}, .n_glyphs = 1, .width = 1}, b = a;

	(void)state;
	b.start_cp = 7;
	b.zone = 3;
	b.glyph[1] = 'y';
	assert_true(cell_same(&a, &b));
	a.n_glyphs = b.n_glyphs = 2;
	assert_false(cell_same(&a, &b));
	b = a;
	b.style.attrs = ATTR_BOLD;
	assert_false(cell_same(&a, &b));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_that_moved_are_found),
		cmocka_unit_test(what_stands_still_around_them_is_no_part),
		cmocka_unit_test(a_changed_row_among_them_does_not_matter),
		cmocka_unit_test(what_does_not_scroll_with_the_text_does_not_hide_that_it_moved),
		cmocka_unit_test(other_rows_are_no_scroll),
		cmocka_unit_test(equal_rows_mislead_nobody),
		cmocka_unit_test(cells_are_compared_by_looks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
