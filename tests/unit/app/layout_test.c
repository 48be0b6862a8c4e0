/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "app/support.h"
#include "base/str.h"

/* `n` paragraphs of three words that take three rows each at 5 columns. */
static struct document *rows_of_three(size_t n)
{
	struct str text = STR_EMPTY;
	for (size_t i = 0; i < n; i++)
		str_append_str(&text, "alpha betas gamma\n");
	struct document *doc = text_document(str_cstr(&text));
	str_release(&text);
	return doc;
}

static void narrow(struct layout_cache *cache, struct document *doc)
{
	struct paragraph_options options = {.fallback = DIR_LTR};
	layout_cache_init(cache, doc);
	layout_cache_set(cache, 5, 4, &options);
}

static void a_step_crosses_paragraphs_and_tells_how_far_it_went(void **state)
{
	(void)state;
	struct document *doc = rows_of_three(3);
	struct layout_cache cache;
	struct place place = {0, 1};
	narrow(&cache, doc);
	assert_int_equal(place_step(&cache, &place, 5), 5);
	assert_int_equal(place.para, 2);
	assert_int_equal(place.row, 0);
	assert_int_equal(place_step(&cache, &place, 100), 2);
	assert_int_equal(place.row, 2);
	assert_int_equal(place_step(&cache, &place, -100), 8);
	assert_int_equal(place_compare(place, (struct place){0, 0}), 0);
	layout_cache_release(&cache);
	document_free(doc);
}

static void a_step_down_and_up_again_comes_back(void **state)
{
	(void)state;
	struct document *doc = rows_of_three(7);
	struct layout_cache cache;
	narrow(&cache, doc);
	for (ptrdiff_t n = 0; n < 21; n++) {
		struct place place = {0, 0};
		assert_int_equal(place_step(&cache, &place, n), n);
		assert_int_equal(place_step(&cache, &place, -n), n);
		assert_int_equal(place_compare(place, (struct place){0, 0}), 0);
	}
	layout_cache_release(&cache);
	document_free(doc);
}

static void a_code_point_is_on_the_row_that_holds_it_and_a_line_end_on_the_last(void **state)
{
	(void)state;
	struct document *doc = rows_of_three(2);
	struct layout_cache cache;
	narrow(&cache, doc);
	assert_int_equal(place_of(&cache, 0).row, 0);
	assert_int_equal(place_of(&cache, 6).row, 1);
	assert_int_equal(place_of(&cache, 17).row, 2);
	assert_int_equal(place_of(&cache, 18).para, 1);
	assert_int_equal(place_of(&cache, 100000).para, 1);
	layout_cache_release(&cache);
	document_free(doc);
}

static void a_new_width_wraps_again_and_says_so(void **state)
{
	(void)state;
	struct document *doc = rows_of_three(1);
	struct layout_cache cache;
	narrow(&cache, doc);
	assert_int_equal(layout_get(&cache, 0)->n_rows, 3);
	struct paragraph_options options = cache.options;
	assert_true(layout_cache_set(&cache, 40, 4, &options));
	assert_int_equal(layout_get(&cache, 0)->n_rows, 1);
	assert_false(layout_cache_set(&cache, 40, 4, &options));
	options.reveal = true;
	assert_true(layout_cache_set(&cache, 40, 4, &options));
	layout_cache_release(&cache);
	document_free(doc);
}

static void what_is_kept_stays_bounded_however_far_one_goes(void **state)
{
	(void)state;
	struct document *doc = rows_of_three(5000);
	struct layout_cache cache;
	struct place place = {0, 0};
	narrow(&cache, doc);
	assert_int_equal(place_step(&cache, &place, 100000), 3 * 5000 - 1);
	assert_true(cache.n_cells <= cache.n_cells_max);
	layout_cache_release(&cache);
	assert_int_equal(cache.n_cells, 0);
	document_free(doc);
}

static void a_long_paragraph_beside_others_is_laid_out_once(void **state)
{
	(void)state;
	struct str text = STR_EMPTY;
	for (int i = 0; i < 10000; i++)
		str_append_str(&text, "words ");
	str_append_str(&text, "\nnext\nlast\n");
	struct document *doc = text_document(str_cstr(&text));
	struct layout_cache cache;
	narrow(&cache, doc);
	const struct paragraph *before = layout_get(&cache, 0)->para;
	for (int i = 0; i < 10; i++) {
		assert_int_equal(layout_get(&cache, 1)->n_rows, 1);
		assert_int_equal(layout_get(&cache, 2)->n_rows, 1);
		assert_ptr_equal(layout_get(&cache, 0)->para, before);
	}
	layout_cache_release(&cache);
	document_free(doc);
	str_release(&text);
}

static void a_few_windows_of_a_text_on_one_line_are_kept(void **state)
{
	(void)state;
	struct str text = STR_EMPTY;
	for (int i = 0; i < 200000; i++)
		str_append_str(&text, "word ");
	struct document *doc = text_document(str_cstr(&text));
	struct layout_cache cache;
	struct paragraph_options options = {.fallback = DIR_LTR};
	layout_cache_init(&cache, doc);
	layout_cache_set(&cache, 200, 50, &options);
	size_t n = 0, kept = 0;
	while (layout_get(&cache, n) != NULL)
		n++;
	for (size_t i = 0; i < LAYOUT_SLOTS; i++)
		kept += cache.slots[i].para != NULL;
	assert_true(n > 10);
	assert_in_range(kept, 3, 5);
	const struct paragraph *last = layout_get(&cache, n - 1)->para;
	layout_get(&cache, n - 2);
	assert_ptr_equal(layout_get(&cache, n - 1)->para, last);
	layout_cache_release(&cache);
	document_free(doc);
	str_release(&text);
}

static void an_empty_document_has_no_rows(void **state)
{
	(void)state;
	struct document *doc = text_document("");
	struct layout_cache cache;
	struct place place = {0, 0};
	narrow(&cache, doc);
	assert_null(layout_get(&cache, 0));
	assert_int_equal(place_step(&cache, &place, 3), 0);
	assert_int_equal(place_step(&cache, &place, -3), 0);
	assert_int_equal(place_of(&cache, 7).para, 0);
	layout_cache_release(&cache);
	document_free(doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_step_crosses_paragraphs_and_tells_how_far_it_went),
		cmocka_unit_test(a_step_down_and_up_again_comes_back),
		cmocka_unit_test(a_code_point_is_on_the_row_that_holds_it_and_a_line_end_on_the_last),
		cmocka_unit_test(a_new_width_wraps_again_and_says_so),
		cmocka_unit_test(what_is_kept_stays_bounded_however_far_one_goes),
		cmocka_unit_test(a_long_paragraph_beside_others_is_laid_out_once),
		cmocka_unit_test(a_few_windows_of_a_text_on_one_line_are_kept),
		cmocka_unit_test(an_empty_document_has_no_rows),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
