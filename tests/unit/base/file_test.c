/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/file.h"

#include <dirent.h>
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

/* Each test stands in a directory of its own, removed afterwards. */
static int enter_directory(void **state)
{
	char *dir = xstrdup("/tmp/hashiya-file-XXXXXX");
	if (!mkdtemp(dir) || chdir(dir) != 0)
		return -1;
	umask(022);
	*state = dir;
	return 0;
}

static int leave_directory(void **state)
{
	DIR *dir = opendir(".");
	for (struct dirent *e; dir && (e = readdir(dir));)
		if (unlink(e->d_name) != 0 && e->d_name[0] != '.')
			rmdir(e->d_name);
	closedir(dir);
	int failed = chdir("/") != 0 || rmdir(*state) != 0;
	free(*state);
	return failed;
}

static size_t files_here(void)
{
	size_t n = 0;
	DIR *dir = opendir(".");
	for (struct dirent *e; (e = readdir(dir));)
		n += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
	closedir(dir);
	return n;
}

static void put(const char *path, const char *text)
{
	assert_int_equal(file_replace_bytes(path, text, strlen(text), NULL), STATUS_OK);
}

static void assert_holds(const char *path, const char *text)
{
	struct str s = STR_EMPTY;
	assert_int_equal(file_read(path, 1 << 20, &s, NULL), STATUS_OK);
	assert_string_equal(str_cstr(&s), text);
	str_release(&s);
}

static mode_t mode_of(const char *path)
{
	struct stat st;
	assert_int_equal(stat(path, &st), 0);
	return st.st_mode & 0777;
}

static void reading_stops_beyond_the_limit_and_not_at_it(void **state)
{
	(void)state;
	put("a", "12345");
	struct str s = STR_EMPTY;
	struct fault f = FAULT_NONE;
	assert_int_equal(file_read("a", 5, &s, &f), STATUS_OK);
	assert_string_equal(s.p, "12345");
	assert_int_equal(file_read("a", 4, &s, &f), STATUS_TOO_LARGE);
	assert_string_equal(f.subject, "a");
	fault_release(&f);
	str_release(&s);
}

static void missing_files_and_directories_are_told_apart(void **state)
{
	(void)state;
	struct str s = STR_EMPTY;
	assert_int_equal(file_read("missing", 10, &s, NULL), STATUS_NO_FILE);
	assert_int_equal(file_read(".", 10, &s, NULL), STATUS_IS_DIRECTORY);
	assert_int_equal(file_replace_bytes(".", "x", 1, NULL), STATUS_IS_DIRECTORY);
	assert_int_equal(file_replace_bytes("missing/x", "x", 1, NULL), STATUS_NO_FOLDER);
	str_release(&s);
}

static void a_new_file_has_the_umasks_mode_and_leaves_nothing_beside_it(void **state)
{
	(void)state;
	umask(027);
	put("new", "text");
	assert_holds("new", "text");
	assert_int_equal(mode_of("new"), 0640);
	assert_int_equal(files_here(), 1);
}

static void a_replaced_file_keeps_its_mode_whatever_the_umask(void **state)
{
	(void)state;
	put("old", "before");
	assert_int_equal(chmod("old", 0664), 0);
	umask(077);
	put("old", "after");
	assert_holds("old", "after");
	assert_int_equal(mode_of("old"), 0664);
}

static void who_reads_the_old_file_keeps_reading_the_old_text(void **state)
{
	(void)state;
	put("f", "before");
	int fd = open("f", O_RDONLY);
	put("f", "after!");
	struct str s = STR_EMPTY;
	assert_int_equal(file_read_fd(fd, "f", 100, &s, NULL), STATUS_OK);
	assert_string_equal(s.p, "before");
	close(fd);
	str_release(&s);
}

static enum status write_half_and_fail(FILE *stream, void *context, struct fault *f)
{
	(void)context;
	fputs("half", stream);
	return fault_set(f, STATUS_CORRUPT, "source");
}

static void a_writer_that_fails_leaves_the_old_file_and_nothing_else(void **state)
{
	(void)state;
	put("f", "before");
	struct fault f = FAULT_NONE;
	assert_int_equal(file_replace("f", write_half_and_fail, NULL, &f), STATUS_CORRUPT);
	assert_string_equal(f.subject, "source");
	assert_holds("f", "before");
	assert_int_equal(files_here(), 1);
	fault_release(&f);
}

static void a_symlink_stays_one_and_its_target_is_replaced(void **state)
{
	(void)state;
	assert_int_equal(mkdir("d", 0700), 0);
	put("d/target", "before");
	assert_int_equal(symlink("d/target", "link"), 0);
	assert_int_equal(symlink("dangling", "d/link"), 0);
	put("link", "after");
	put("d/link", "born");
	struct stat st;
	assert_int_equal(lstat("link", &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_holds("d/target", "after");
	assert_holds("d/dangling", "born");
	assert_int_equal(unlink("d/target") | unlink("d/link") | unlink("d/dangling"), 0);
}

static void a_full_device_is_written_in_place_and_its_failure_is_told(void **state)
{
	(void)state;
	struct fault f = FAULT_NONE;
	assert_int_equal(file_replace_bytes("/dev/full", "x", 1, &f), STATUS_NO_SPACE);
	assert_string_equal(f.subject, "/dev/full");
	assert_int_equal(file_replace_bytes("/dev/null", "x", 1, NULL), STATUS_OK);
	struct stat st;
	assert_int_equal(stat("/dev/null", &st), 0);
	assert_true(S_ISCHR(st.st_mode));
	fault_release(&f);
}

#define IN_DIRECTORY(test) cmocka_unit_test_setup_teardown(test, enter_directory, leave_directory)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_DIRECTORY(reading_stops_beyond_the_limit_and_not_at_it),
		IN_DIRECTORY(missing_files_and_directories_are_told_apart),
		IN_DIRECTORY(a_new_file_has_the_umasks_mode_and_leaves_nothing_beside_it),
		IN_DIRECTORY(a_replaced_file_keeps_its_mode_whatever_the_umask),
		IN_DIRECTORY(who_reads_the_old_file_keeps_reading_the_old_text),
		IN_DIRECTORY(a_writer_that_fails_leaves_the_old_file_and_nothing_else),
		IN_DIRECTORY(a_symlink_stays_one_and_its_target_is_replaced),
		IN_DIRECTORY(a_full_device_is_written_in_place_and_its_failure_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
