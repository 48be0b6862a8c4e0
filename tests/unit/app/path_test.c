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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_completed_as_far_as_they_agree),
		cmocka_unit_test(a_lone_directory_gets_its_slash),
		cmocka_unit_test(hidden_files_want_their_dot),
		cmocka_unit_test(the_home_is_kept_as_typed),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
