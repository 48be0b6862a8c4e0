/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tagpath.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void paths_are_tidied(void **state)
{
	static const char *const cases[][2] = {
		{"a", "a"},
		{"  a  ", "a"},
		{"a/b/c", "a/b/c"},
		{" a / b ", "a/b"},
		{"two   words/and\tmore", "two words/and more"},
		{"no\xc2\xa0"
		 "break \xe3\x80\x80wide",
		 "no break wide"},
		{"موقف / مؤيّد", "موقف/مؤيّد"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char *tidy = NULL;
		assert_int_equal(tagpath_tidy(cases[i][0], &tidy, NULL), STATUS_OK);
		assert_string_equal(tidy, cases[i][1]);
		free(tidy);
	}
}

static void what_is_no_path_is_refused(void **state)
{
	static const char *const bad[] = {"",
					  " ",
					  "/",
					  "a/",
					  "/a",
					  "a//b",
					  "a/ /b",
					  "a\nb",
					  "a\r",
					  "a\x1b[1m",
					  "a\x7f",
					  "a\xc2\x85",
					  "a\xe2\x80\xa8"
					  "b",
					  "a\xff",
					  "\t"};
	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct fault f = FAULT_NONE;
		char *tidy = NULL;
		assert_int_equal(tagpath_tidy(bad[i], &tidy, &f), STATUS_INVALID);
		assert_null(tidy);
		assert_string_equal(f.subject, bad[i]);
		fault_release(&f);
	}
}

/* "a/a/a...": `n` names. */
static void make_deep(char *path, size_t n)
{
	for (size_t i = 0; i < n; i++)
		memcpy(path + 2 * i, i + 1 < n ? "a/" : "a", 2);
}

static void a_path_has_a_hundred_names_at_most(void **state)
{
	char path[2 * TAGPATH_NAMES + 2], *tidy = NULL;
	(void)state;
	make_deep(path, TAGPATH_NAMES);
	assert_int_equal(tagpath_tidy(path, &tidy, NULL), STATUS_OK);
	assert_string_equal(tidy, path);
	free(tidy);
	make_deep(path, TAGPATH_NAMES + 1);
	assert_int_equal(tagpath_tidy(path, &tidy, NULL), STATUS_INVALID);
}

static void assert_parts(const char *path, const char *parent, const char *name)
{
	char *found = tagpath_parent(path);
	assert_string_equal(found, parent);
	assert_string_equal(tagpath_name(path), name);
	free(found);
}

static void a_path_has_a_name_and_a_parent(void **state)
{
	(void)state;
	assert_parts("a", "", "a");
	assert_parts("a/b", "a", "b");
	assert_parts("a/b/c", "a/b", "c");
}

static int compare(const void *a, const void *b)
{
	return tagpath_compare(*(const char *const *)a, *(const char *const *)b);
}

static void a_tree_sorts_as_a_tree(void **state)
{
	const char *paths[] = {"ع", "b", "a b", "a/x/y", "a!", "a", "a/x", "a-b/c"};
	static const char *const sorted[] = {"a", "a/x", "a/x/y", "a b", "a!", "a-b/c", "b", "ع"};
	(void)state;
	qsort(paths, 8, sizeof *paths, compare);
	for (size_t i = 0; i < 8; i++)
		assert_string_equal(paths[i], sorted[i]);
	assert_int_equal(tagpath_compare("a/b", "a/b"), 0);
}

static void below_is_a_matter_of_whole_names(void **state)
{
	(void)state;
	assert_true(tagpath_is_below("a/b", "a/b"));
	assert_true(tagpath_is_below("a/b/c", "a/b"));
	assert_false(tagpath_is_below("a/bc", "a/b"));
	assert_false(tagpath_is_below("a", "a/b"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(below_is_a_matter_of_whole_names),
		cmocka_unit_test(paths_are_tidied),
		cmocka_unit_test(what_is_no_path_is_refused),
		cmocka_unit_test(a_path_has_a_hundred_names_at_most),
		cmocka_unit_test(a_path_has_a_name_and_a_parent),
		cmocka_unit_test(a_tree_sorts_as_a_tree),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
