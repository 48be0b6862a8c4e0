/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/lineage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

/* Article `i` is a version of article `of[i]`, or (-1) of none. */
static void assert_versions(const int *of, size_t n, const char *expected)
{
	struct article_list list = {.items = NULL};
	char got[200] = "";
	size_t used = 0;
	for (size_t i = 0; i < n; i++) {
		struct article *article = article_list_add(&list);
		article->number = (int64_t)i + 1;
		snprintf(article->id, ID_SIZE, "article-%zu", i);
		if (of[i] >= 0)
			snprintf(article->version_of, ID_SIZE, "article-%d", of[i]);
	}
	struct lineage *lineages = lineage_make(&list);
	for (size_t i = 0; i < n; i++)
		used += (size_t)snprintf(got + used, sizeof got - used, "%zu/%zu ",
					 lineages[i].version, lineages[i].count);
	assert_string_equal(got, expected);
	free(lineages);
	article_list_release(&list);
}

static void versions_are_counted_from_the_oldest(void **state)
{
	(void)state;
	assert_versions((const int[]){-1, -1, 0, 2}, 4, "1/3 1/1 2/3 3/3 ");
	assert_versions((const int[]){-1}, 1, "1/1 ");
	assert_versions(NULL, 0, "");
}

static void branches_are_versions_of_one(void **state)
{
	(void)state;
	assert_versions((const int[]){-1, 0, 0, 1}, 4, "1/4 2/4 3/4 4/4 ");
}

static void what_leads_nowhere_or_in_a_circle_ends(void **state)
{
	(void)state;
	assert_versions((const int[]){7, 0}, 2, "1/2 2/2 ");
	assert_versions((const int[]){0}, 1, "1/1 ");
	assert_versions((const int[]){1, 2, 0}, 3, "1/1 1/1 1/1 ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(versions_are_counted_from_the_oldest),
		cmocka_unit_test(branches_are_versions_of_one),
		cmocka_unit_test(what_leads_nowhere_or_in_a_circle_ends),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
