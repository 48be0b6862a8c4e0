/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/copy.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "base/file.h"

static void the_command_reads_the_text_and_no_shell_sees_its_words(void **state)
{
	(void)state;
	char path[] = "/tmp/hashiya-copy-XXXXXX", command[64];
	struct str got = STR_EMPTY;
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	snprintf(command, sizeof command, "tee %s", path);
	assert_int_equal(copy_run(command, "سلام $(x)\n", 14, NULL), STATUS_OK);
	assert_int_equal(file_read_fd(fd, path, 1000, &got, NULL), STATUS_OK);
	assert_string_equal(str_cstr(&got), "سلام $(x)\n");
	str_release(&got);
	close(fd);
	unlink(path);
	assert_int_not_equal(copy_run("true;", "x", 1, NULL), STATUS_OK);
}

static void a_command_that_is_missing_or_fails_is_told(void **state)
{
	(void)state;
	assert_int_not_equal(copy_run("hashiya-no-such-program", "x", 1, NULL), STATUS_OK);
	assert_int_equal(copy_run("false", "", 0, NULL), STATUS_IO);
	assert_int_equal(copy_run("  ", "x", 1, NULL), STATUS_INVALID);
}

static void a_command_that_does_not_read_a_long_text_is_told_too(void **state)
{
	(void)state;
	size_t n = 1 << 20;
	char *text = calloc(n, 1);
	assert_non_null(text);
	assert_int_equal(copy_run("true", text, n, NULL), STATUS_IO);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_command_reads_the_text_and_no_shell_sees_its_words),
		cmocka_unit_test(a_command_that_is_missing_or_fails_is_told),
		cmocka_unit_test(a_command_that_does_not_read_a_long_text_is_told_too),
	};
	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
