/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/folder.h"
#include "base/xalloc.h"

static char place[64];

static int enter(void **state)
{
	(void)state;
	strcpy(place, "/tmp/hashiya-folder-XXXXXX");
	return mkdtemp(place) && chdir(place) == 0 ? 0 : -1;
}

static int leave(void **state)
{
	(void)state;
	char *command = xasprintf("rm -rf %s", place);
	int failed = chdir("/") != 0 || system(command) != 0;
	free(command);
	return failed;
}

static enum status put_text(FILE *stream, void *context, struct fault *f)
{
	(void)f;
	fputs(context, stream);
	return STATUS_OK;
}

/* Writes one file, called as it says; "fail" fails after it. */
static enum status write_one(const char *folder, void *context, struct fault *f)
{
	char *path = xasprintf("%s/%s", folder, (char *)context);
	enum status status = folder_add_file(path, put_text, context, f);
	if (status == STATUS_OK)
		assert_int_equal(folder_add_file(path, put_text, context, NULL), STATUS_EXISTS);
	free(path);
	if (status == STATUS_OK && strcmp(context, "fail") == 0)
		status = fault_set(f, STATUS_NO_SPACE, "disk");
	return status;
}

static size_t count_entries(const char *folder)
{
	size_t n = 0;
	DIR *dir = opendir(folder);
	assert_non_null(dir);
	for (struct dirent *entry; (entry = readdir(dir));)
		n += entry->d_name[0] != '.';
	closedir(dir);
	return n;
}

static void a_folder_is_replaced_whole(void **state)
{
	(void)state;
	assert_int_equal(folder_replace("out", write_one, (void *)(uintptr_t) "a", NULL),
			 STATUS_OK);
	assert_int_equal(access("out/a", F_OK), 0);
	assert_int_equal(chmod("out", 0710), 0);
	assert_int_equal(folder_replace("out/", write_one, (void *)(uintptr_t) "b", NULL),
			 STATUS_OK);
	assert_int_equal(access("out/b", F_OK), 0);
	assert_int_not_equal(access("out/a", F_OK), 0);
	struct stat st;
	assert_int_equal(stat("out", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0710);
	assert_int_equal(count_entries("."), 1);
}

static void a_failure_leaves_the_old_folder_and_nothing_else(void **state)
{
	(void)state;
	assert_int_equal(folder_replace("out", write_one, (void *)(uintptr_t) "a", NULL),
			 STATUS_OK);
	assert_int_equal(folder_replace("out", write_one, (void *)(uintptr_t) "fail", NULL),
			 STATUS_NO_SPACE);
	assert_int_equal(access("out/a", F_OK), 0);
	assert_int_equal(count_entries("out"), 1);
	assert_int_equal(folder_replace("new", write_one, (void *)(uintptr_t) "fail", NULL),
			 STATUS_NO_SPACE);
	assert_int_equal(count_entries("."), 1);
}

static void what_is_no_folder_is_left_alone(void **state)
{
	(void)state;
	assert_int_equal(file_replace_bytes("file", "x", 1, NULL), STATUS_OK);
	assert_int_equal(folder_replace("file", write_one, (void *)(uintptr_t) "a", NULL),
			 STATUS_EXISTS);
	assert_int_equal(folder_replace("none/out", write_one, (void *)(uintptr_t) "a", NULL),
			 STATUS_NO_FOLDER);
	assert_int_equal(count_entries("."), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_folder_is_replaced_whole, enter, leave),
		cmocka_unit_test_setup_teardown(a_failure_leaves_the_old_folder_and_nothing_else,
						enter, leave),
		cmocka_unit_test_setup_teardown(what_is_no_folder_is_left_alone, enter, leave),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
