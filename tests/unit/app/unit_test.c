/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/unit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "app/support.h"
#include "text/window.h"

static const char TEXT[] = "قال الوزير: نعم. ثم خرج.\n\n  Second one, here.\n";

static struct cp_range at(enum text_unit unit, size_t cp)
{
	struct document *doc = text_document(TEXT);
	struct cp_range range = {0, 0};
	assert_true(unit_at(doc, unit, cp, &range));
	document_free(doc);
	return range;
}

static void assert_text(struct cp_range range, const char *expected)
{
	struct document *doc = text_document(TEXT);
	assert_string_equal(range_text(doc, range), expected);
	document_free(doc);
}

static void a_word_is_found_from_inside_it(void **state)
{
	(void)state;
	assert_text(at(UNIT_WORD, 6), "الوزير");
}

static void a_space_belongs_to_the_word_after_it(void **state)
{
	(void)state;
	assert_text(at(UNIT_WORD, 3), "الوزير");
}

static void punctuation_at_a_paragraphs_end_belongs_to_the_word_before(void **state)
{
	(void)state;
	assert_text(at(UNIT_WORD, 23), "خرج");
}

static void a_passage_has_its_full_stop_and_no_space(void **state)
{
	(void)state;
	assert_text(at(UNIT_PASSAGE, 0), "قال الوزير: نعم.");
	assert_text(at(UNIT_PASSAGE, 20), "ثم خرج.");
}

static void a_passage_has_no_bullet(void **state)
{
	(void)state;
	struct document *doc = text_document("\n  • نعم. لا.\n");
	struct cp_range range;
	assert_true(unit_next(doc, UNIT_PASSAGE, 0, &range));
	assert_string_equal(range_text(doc, range), "نعم.");
	assert_true(unit_at(doc, UNIT_PASSAGE, 1, &range));
	assert_string_equal(range_text(doc, range), "نعم.");
	document_free(doc);
}

static void a_paragraph_has_no_white_space_at_its_ends(void **state)
{
	(void)state;
	assert_text(at(UNIT_PARAGRAPH, 30), "Second one, here.");
}

static void an_empty_paragraph_has_no_unit(void **state)
{
	(void)state;
	struct document *doc = text_document(TEXT);
	struct cp_range range;
	assert_false(unit_at(doc, UNIT_WORD, 25, &range));
	document_free(doc);
}

static void next_crosses_empty_paragraphs_and_ends_at_the_texts_end(void **state)
{
	(void)state;
	struct document *doc = text_document(TEXT);
	struct cp_range range = {0, 0};
	assert_true(unit_next(doc, UNIT_PASSAGE, 20, &range));
	assert_string_equal(range_text(doc, range), "Second one, here.");
	assert_false(unit_next(doc, UNIT_PASSAGE, range.start_cp, &range));
	document_free(doc);
}

static void previous_crosses_them_too_and_ends_at_the_start(void **state)
{
	(void)state;
	struct document *doc = text_document(TEXT);
	struct cp_range range = {28, 28};
	assert_true(unit_previous(doc, UNIT_WORD, 28, &range));
	assert_string_equal(range_text(doc, range), "خرج");
	assert_false(unit_previous(doc, UNIT_WORD, 0, &range));
	document_free(doc);
}

static void an_empty_text_has_no_units(void **state)
{
	(void)state;
	struct document *doc = text_document("");
	struct cp_range range;
	assert_false(unit_at(doc, UNIT_PARAGRAPH, 0, &range));
	assert_false(unit_next(doc, UNIT_WORD, 0, &range));
	assert_false(unit_previous(doc, UNIT_WORD, 0, &range));
	document_free(doc);
}

/* In windows of 6 code points, the first and the last of them white. */
static struct document *long_document(void)
{
	struct document *doc = text_document("one\n           aa bb cc dd ee ff                  \nlast\n");
	document_set_window(doc, 6);
	return doc;
}

static void all_windows_of_a_paragraph_are_one_unit(void **state)
{
	(void)state;
	static const char whole[] = "aa bb cc dd ee ff";
	struct document *doc = long_document();
	struct cp_range range;
	for (size_t cp = 4; cp < 50; cp += 3) {
		assert_true(unit_at(doc, UNIT_PARAGRAPH, cp, &range));
		assert_string_equal(range_text(doc, range), whole);
	}
	assert_true(unit_next(doc, UNIT_PARAGRAPH, 0, &range));
	assert_string_equal(range_text(doc, range), whole);
	assert_true(unit_next(doc, UNIT_PARAGRAPH, range.start_cp, &range));
	assert_string_equal(range_text(doc, range), "last");
	assert_true(unit_previous(doc, UNIT_PARAGRAPH, range.start_cp, &range));
	assert_string_equal(range_text(doc, range), whole);
	assert_true(unit_previous(doc, UNIT_PARAGRAPH, range.start_cp, &range));
	assert_string_equal(range_text(doc, range), "one");
	document_free(doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_is_found_from_inside_it),
		cmocka_unit_test(a_space_belongs_to_the_word_after_it),
		cmocka_unit_test(punctuation_at_a_paragraphs_end_belongs_to_the_word_before),
		cmocka_unit_test(a_passage_has_its_full_stop_and_no_space),
		cmocka_unit_test(a_passage_has_no_bullet),
		cmocka_unit_test(a_paragraph_has_no_white_space_at_its_ends),
		cmocka_unit_test(an_empty_paragraph_has_no_unit),
		cmocka_unit_test(next_crosses_empty_paragraphs_and_ends_at_the_texts_end),
		cmocka_unit_test(previous_crosses_them_too_and_ends_at_the_start),
		cmocka_unit_test(an_empty_text_has_no_units),
		cmocka_unit_test(all_windows_of_a_paragraph_are_one_unit),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
