/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/line-cache.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static const struct line *get(struct line_cache *cache, const char *text, size_t width)
{
	return line_cache_get(cache, text, strlen(text), width, DIR_AUTO, ORDER_VISUAL);
}

static void a_line_is_laid_out_once(void **state)
{
	struct line_cache *cache = line_cache_new();
	const struct placed_cell *cells = get(cache, "كتاب", 80)->cells;
	(void)state;
	assert_ptr_equal(get(cache, "كتاب", 80)->cells, cells);
	line_cache_free(cache);
}

static void another_width_direction_or_order_is_another_line(void **state)
{
	struct line_cache *cache = line_cache_new();
	(void)state;
	assert_int_equal(get(cache, "كتاب", 80)->columns, 4);
	assert_int_equal(get(cache, "كتاب", 3)->columns, 3);
	assert_true(get(cache, "كتاب", 3)->cut);
	const struct line *line = line_cache_get(cache, "كتاب", strlen("كتاب"), 80, DIR_AUTO,
						  ORDER_LOGICAL);
	assert_int_equal(line->cells[0].cell->glyph[0], 0x0643);
	assert_int_equal(get(cache, "كتاب", 80)->cells[0].cell->glyph[0], 0xFE8F);
	assert_false(get(cache, "BBC: ا", 80)->rtl);
	assert_true(line_cache_get(cache, "BBC: ا", strlen("BBC: ا"), 80, DIR_RTL, ORDER_VISUAL)->rtl);
	assert_false(get(cache, "BBC: ا", 80)->rtl);
	line_cache_free(cache);
}

/* More lines than there is room for, so that each slot changes hands. */
static void lines_in_the_place_of_others_are_what_they_say(void **state)
{
	struct line_cache *cache = line_cache_new();
	(void)state;
	for (size_t i = 0; i < 2000; i++) {
		char text[32];
		snprintf(text, sizeof text, "%zu", i % 700);
		const struct line *line = get(cache, text, 80);
		assert_int_equal(line->columns, strlen(text));
		for (size_t c = 0; c < line->n_cells; c++)
			assert_int_equal(line->cells[c].cell->glyph[0], text[c]);
	}
	line_cache_free(cache);
}

static void a_long_text_is_laid_out_and_cut(void **state)
{
	struct line_cache *cache = line_cache_new();
	char text[5000];
	(void)state;
	memset(text, 'a', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	for (size_t width = 20; width < 40; width++)
		assert_int_equal(get(cache, text, width)->columns, width);
	line_cache_free(cache);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_is_laid_out_once),
		cmocka_unit_test(another_width_direction_or_order_is_another_line),
		cmocka_unit_test(lines_in_the_place_of_others_are_what_they_say),
		cmocka_unit_test(a_long_text_is_laid_out_and_cut),
	};
	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
