/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tui/colour.h"

static void the_256_colours_have_their_rgb(void **state)
{
	(void)state;
	assert_int_equal(colour_rgb(16), 0x000000);
	assert_int_equal(colour_rgb(231), 0xffffff);
	assert_int_equal(colour_rgb(196), 0xff0000);
	assert_int_equal(colour_rgb(67), 0x5f87af);
	assert_int_equal(colour_rgb(232), 0x080808);
	assert_int_equal(colour_rgb(255), 0xeeeeee);
}

static void a_colour_that_the_terminal_has_stays(void **state)
{
	(void)state;
	for (int i = 0; i < 256; i++)
		assert_int_equal(colour_nearest(i, 256), i);
	for (int i = 0; i < 8; i++)
		assert_int_equal(colour_nearest(i, 8), i);
}

static void others_become_the_nearest_of_8_or_16(void **state)
{
	(void)state;
	assert_int_equal(colour_nearest(16, 8), 0);
	assert_int_equal(colour_nearest(160, 8), 1);
	assert_int_equal(colour_nearest(34, 8), 2);
	assert_int_equal(colour_nearest(255, 8), 7);
	assert_int_equal(colour_nearest(196, 16), 9);
	assert_int_equal(colour_nearest(244, 16), 8);
}

/* Terminals are white or black: a light blue that became white would be seen in half of them. */
static void a_hue_never_becomes_a_grey(void **state)
{
	(void)state;
	assert_int_equal(colour_nearest(117, 8), 6);
	assert_int_equal(colour_nearest(117, 16), 6);
	assert_int_equal(colour_nearest(17, 8), 4);
}

static void without_colour_a_background_is_an_underline(void **state)
{
	struct colours colours = {.n_colours = 0};
	struct ink marked = colours_ink(&colours, (struct style){.fg = 0, .bg = 3});
	struct ink plain = colours_ink(&colours, (struct style){.fg = 4, .bg = -1});

	(void)state;
	assert_int_equal(marked.pair, 0);
	assert_int_not_equal(marked.attrs, plain.attrs);
	assert_int_equal(plain.attrs, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_256_colours_have_their_rgb),
		cmocka_unit_test(a_colour_that_the_terminal_has_stays),
		cmocka_unit_test(others_become_the_nearest_of_8_or_16),
		cmocka_unit_test(a_hue_never_becomes_a_grey),
		cmocka_unit_test(without_colour_a_background_is_an_underline),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
