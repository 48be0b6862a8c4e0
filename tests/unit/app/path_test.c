/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/path.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/xalloc.h"

static const char *const names[] = {"report-one.txt", "report-two.txt", ".hidden", "سلام", "سماء"};

static void make_file(const char *dir, const char *name)
{
	char *path = xasprintf("%s/%s", dir, name);
	int fd = open(path, O_CREAT | O_WRONLY, 0600);

	assert_true(fd >= 0);
	close(fd);
	free(path);
}

static int setup(void **state)
{
	char *dir = xstrdup("path_test.XXXXXX"), *folder;

	if (!mkdtemp(dir))
		return -1;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		make_file(dir, names[i]);
	folder = xasprintf("%s/folder", dir);
	mkdir(folder, 0700);
	free(folder);
	*state = dir;
	return 0;
}

static int teardown(void **state)
{
	char *dir = *state, *path;

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		path = xasprintf("%s/%s", dir, names[i]);
		unlink(path);
		free(path);
	}
	path = xasprintf("%s/folder", dir);
	rmdir(path);
	free(path);
	rmdir(dir);
	free(dir);
	return 0;
}

static void check(const char *dir, const char *typed, const char *expected, size_t n_expected)
{
	char *from = xasprintf("%s/%s", dir, typed), *to = xasprintf("%s/%s", dir, expected);
	size_t n;
	char *completed = path_complete(from, &n);

	assert_string_equal(completed, to);
	assert_int_equal(n, n_expected);
	free(completed);
	free(from);
	free(to);
}

static void names_are_completed_as_far_as_they_agree(void **state)
{
	check(*state, "re", "report-", 2);
	check(*state, "report-o", "report-one.txt", 1);
	check(*state, "nothing", "nothing", 0);
	/* The two agree in one letter and in half of the next. */
	check(*state, "س", "س", 2);
}

static void a_lone_directory_gets_its_slash(void **state)
{
	check(*state, "fo", "folder/", 1);
}

static void hidden_files_want_their_dot(void **state)
{
	check(*state, ".h", ".hidden", 1);
	check(*state, "", "", 5);
}

static void the_home_is_kept_as_typed(void **state)
{
	char *here = getcwd(NULL, 0), *home = xasprintf("%s/%s", here, (char *)*state);
	size_t n;

	setenv("HOME", home, 1);
	char *completed = path_complete("~/fo", &n);
	assert_string_equal(completed, "~/folder/");
	assert_int_equal(n, 1);
	free(completed);
	free(home);
	free(here);
}

/* The paths that `typed` means are `expected`, which ends with NULL. */
static void check_list(const char *typed, const char *const *expected)
{
	size_t n, i;
	char **paths = path_list(typed, &n);

	for (i = 0; i < n && expected[i]; i++)
		assert_string_equal(paths[i], expected[i]);
	assert_int_equal(i, n);
	assert_null(expected[i]);
	path_list_free(paths, n);
}

#define CHECK_LIST(typed, ...) check_list(typed, (const char *const[]){__VA_ARGS__, NULL})

static void what_terminals_paste_is_understood(void **state)
{
	(void)state;
	CHECK_LIST("'/no/a b.txt' ", "/no/a b.txt");
	CHECK_LIST("\"/no/a \\\"b\\\".txt\"", "/no/a \"b\".txt");
	CHECK_LIST("/no/a\\ b\\(1\\).txt", "/no/a b(1).txt");
	CHECK_LIST("'it'\\''s'", "it's");
	CHECK_LIST("file:///no/a%20b%D8%A7.txt", "/no/a b\xD8\xA7.txt");
	CHECK_LIST("file://host/no/a%zz%00", "/no/a%zz%00");
	CHECK_LIST("'/no/a b' '/no/c'\n", "/no/a b", "/no/c");
}

static void text_without_marks_is_one_path_unless_all_of_it_is_there(void **state)
{
	char *two = xasprintf(" %s/report-one.txt  %s/report-two.txt ", (char *)*state,
			      (char *)*state);
	char *one = xasprintf("%s/report-one.txt", (char *)*state);
	char *other = xasprintf("%s/report-two.txt", (char *)*state);

	CHECK_LIST(two, one, other);
	CHECK_LIST("no such file.txt ", "no such file.txt");
	CHECK_LIST("it's", "it's");
	CHECK_LIST("", "");
	setenv("HOME", "/home/x", 1);
	CHECK_LIST("~/no file", "/home/x/no file");
	CHECK_LIST("$HOME `id` $(id)", "$HOME `id` $(id)");
	free(other);
	free(one);
	free(two);
}

static void a_name_with_marks_that_is_there_is_meant(void **state)
{
	char *name = xasprintf("%s/'a\\ b'", (char *)*state);

	make_file(*state, "'a\\ b'");
	CHECK_LIST(name, name);
	assert_int_equal(unlink(name), 0);
	free(name);
}

static void patterns_are_the_files_that_match(void **state)
{
	char *pattern = xasprintf("%s/report-*", (char *)*state);
	char *nothing = xasprintf("%s/nothing-*", (char *)*state);
	char *one = xasprintf("%s/report-one.txt", (char *)*state);
	char *other = xasprintf("%s/report-two.txt", (char *)*state);

	CHECK_LIST(pattern, one, other);
	CHECK_LIST(nothing, nothing);
	free(other);
	free(one);
	free(nothing);
	free(pattern);
}

static void check_typed(const char *typed, const char *expected)
{
	char *path = path_typed(typed);

	assert_string_equal(path, expected);
	free(path);
}

static void a_path_to_write_is_one_and_no_pattern(void **state)
{
	(void)state;
	check_typed(" my table.csv ", "my table.csv");
	check_typed("'my table.csv' ", "my table.csv");
	check_typed("my\\ table.csv", "my table.csv");
	check_typed("'a' 'b'", "'a' 'b'");
	check_typed("*", "*");
	check_typed("  ", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_completed_as_far_as_they_agree),
		cmocka_unit_test(a_lone_directory_gets_its_slash),
		cmocka_unit_test(hidden_files_want_their_dot),
		cmocka_unit_test(the_home_is_kept_as_typed),
		cmocka_unit_test(what_terminals_paste_is_understood),
		cmocka_unit_test(text_without_marks_is_one_path_unless_all_of_it_is_there),
		cmocka_unit_test(a_name_with_marks_that_is_there_is_meant),
		cmocka_unit_test(patterns_are_the_files_that_match),
		cmocka_unit_test(a_path_to_write_is_one_and_no_pattern),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
