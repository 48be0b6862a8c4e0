/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/find.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "app/support.h"

static const char TEXT[] = "قِمّة ألاسكا\nالقمه الثانية\nno\nقمة وقمة\n";

static void look(struct finds *finds, struct document **doc, const char *words)
{
	*doc = text_document(TEXT);
	*finds = (struct finds){.done = false};
	finds_start(finds, words);
	while (!finds_scan(finds, *doc, 1))
		;
}

static void arabic_is_folded_and_every_hit_is_found_in_order(void **state)
{
	(void)state;
	struct finds finds;
	struct document *doc;
	look(&finds, &doc, "قمة");
	assert_int_equal(finds.n, 4);
	assert_string_equal(range_text(doc, finds.hits[0]), "قِمّة");
	assert_string_equal(range_text(doc, finds.hits[1]), "قمه");
	for (size_t i = 1; i < finds.n; i++)
		assert_true(finds.hits[i - 1].end_cp <= finds.hits[i].start_cp);
	finds_release(&finds);
	document_free(doc);
}

static void next_and_previous_are_strictly_after_and_before(void **state)
{
	(void)state;
	struct finds finds;
	struct document *doc;
	look(&finds, &doc, "قمة");
	assert_ptr_equal(finds_next(&finds, finds.hits[1].start_cp), &finds.hits[2]);
	assert_ptr_equal(finds_previous(&finds, finds.hits[1].start_cp), &finds.hits[0]);
	assert_null(finds_next(&finds, finds.hits[3].start_cp));
	assert_null(finds_previous(&finds, 0));
	finds_release(&finds);
	document_free(doc);
}

static void a_hit_is_known_by_any_of_its_characters(void **state)
{
	(void)state;
	struct finds finds;
	struct document *doc;
	look(&finds, &doc, "قمة");
	assert_int_equal(finds_number(&finds, finds.hits[2].end_cp - 1), 3);
	assert_int_equal(finds_number(&finds, finds.hits[2].end_cp), 0);
	assert_null(finds_touching(&finds, (struct cp_range){6, 9}));
	finds_release(&finds);
	document_free(doc);
}

static void a_slice_stops_where_it_was_told_and_the_next_goes_on(void **state)
{
	(void)state;
	struct finds finds = {.done = false};
	struct document *doc = text_document(TEXT);
	finds_start(&finds, "قمة");
	assert_false(finds_scan(&finds, doc, 0));
	assert_int_equal(finds.n, 1);
	assert_true(finds_scan(&finds, doc, SIZE_MAX - 1));
	assert_int_equal(finds.n, 4);
	finds_release(&finds);
	document_free(doc);
}

static void no_words_are_found_nowhere_and_looked_for_no_further(void **state)
{
	(void)state;
	struct finds finds;
	struct document *doc;
	look(&finds, &doc, "");
	assert_false(finds_active(&finds));
	assert_int_equal(finds.n, 0);
	assert_int_equal(finds.next_para, 0);
	finds_release(&finds);
	document_free(doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arabic_is_folded_and_every_hit_is_found_in_order),
		cmocka_unit_test(next_and_previous_are_strictly_after_and_before),
		cmocka_unit_test(a_hit_is_known_by_any_of_its_characters),
		cmocka_unit_test(a_slice_stops_where_it_was_told_and_the_next_goes_on),
		cmocka_unit_test(no_words_are_found_nowhere_and_looked_for_no_further),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
