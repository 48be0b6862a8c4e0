/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/xalloc.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

static void copies_stop_where_they_should(void **state)
{
	(void)state;
	char *whole = xstrdup("abc"), *part = xstrndup("abc", 2), *early = xstrndup("a\0c", 3);
	char *bytes = xmemdup("a\0c", 3), *made = xasprintf("%s-%d", "n", 5);
	assert_string_equal(whole, "abc");
	assert_string_equal(part, "ab");
	assert_string_equal(early, "a");
	assert_memory_equal(bytes, "a\0c", 4);
	assert_string_equal(made, "n-5");
	free(whole);
	free(part);
	free(early);
	free(bytes);
	free(made);
}

static void nothing_asked_is_still_memory(void **state)
{
	(void)state;
	void *a = xmalloc(0), *b = xcalloc(0, 8), *c = xrealloc(NULL, 0, 8);
	assert_true(a && b && c);
	free(a);
	free(b);
	free(c);
}

static void say_restored(void)
{
	ssize_t ignored = write(STDERR_FILENO, "restored;", 9);
	(void)ignored;
}

static void ask_for_too_much(void)
{
	xrealloc(NULL, SIZE_MAX / 2, 4);
}

/* Runs `act` in a child; returns its wait status and what it wrote to stderr. */
static int run_in_child(void (*act)(void), char *said, size_t size)
{
	int ends[2];
	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		xalloc_on_failure(say_restored);
		act();
		_exit(0);
	}
	close(ends[1]);
	size_t n = 0;
	ssize_t got;
	while (n < size - 1 && (got = read(ends[0], said + n, size - 1 - n)) > 0)
		n += (size_t)got;
	said[n] = '\0';
	close(ends[0]);
	int status = 0;
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

static void out_of_memory_restores_the_terminal_then_says_so_and_ends(void **state)
{
	(void)state;
	char said[4096];
	int status = run_in_child(ask_for_too_much, said, sizeof said);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 3);
	/* The end of it: a sanitizer's allocator has its own say first. */
	static const char expected[] = "restored;hashiya: out of memory\n";
	size_t n = strlen(said);
	assert_true(n >= sizeof expected - 1);
	assert_string_equal(said + n - (sizeof expected - 1), expected);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(copies_stop_where_they_should),
		cmocka_unit_test(nothing_asked_is_still_memory),
		cmocka_unit_test(out_of_memory_restores_the_terminal_then_says_so_and_ends),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
