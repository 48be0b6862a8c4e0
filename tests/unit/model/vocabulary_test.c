/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/vocabulary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void every_term_is_found_by_its_value_and_no_other(void **state)
{
	static const enum vocabulary all[] = {VOCABULARY_ATTRIBUTION, VOCABULARY_CERTAINTY,
					      VOCABULARY_RELATION};
	static const size_t sizes[] = {4, 3, 4};
	(void)state;
	for (size_t v = 0; v < sizeof all / sizeof *all; v++) {
		size_t n = 0;
		for (const struct term *term; (term = vocabulary_term(all[v], n)); n++) {
			assert_ptr_equal(vocabulary_find(all[v], term->value), term);
			assert_true(*term->label && *term->meaning);
		}
		assert_int_equal(n, sizes[v]);
		assert_null(vocabulary_term(all[v], n + 1));
		assert_null(vocabulary_find(all[v], ""));
		assert_null(vocabulary_find(all[v], "Own"));
	}
	assert_null(vocabulary_find(VOCABULARY_CERTAINTY, "own"));
}

static void only_what_reads_the_same_from_both_sides_is_mutual(void **state)
{
	(void)state;
	const struct term *term;
	for (size_t i = 0; (term = vocabulary_term(VOCABULARY_RELATION, i)); i++)
		assert_int_equal(relation_is_mutual(term),
				 strcmp(term->value, "same_as") == 0 ||
					 strcmp(term->value, "contradicts") == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_term_is_found_by_its_value_and_no_other),
		cmocka_unit_test(only_what_reads_the_same_from_both_sides_is_mutual),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
