/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is remembered of terminals, in a folder of the test's own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/terminals.h"
#include "base/file.h"
#include "base/str.h"
#include "base/xalloc.h"

static char folder[] = "terminals_test.XXXXXX";

static int enter_folder(void **state)
{
	(void)state;
	memcpy(strrchr(folder, '.') + 1, "XXXXXX", 6);
	if (!mkdtemp(folder))
		return -1;
	char *home = xasprintf("%s/home", folder);
	setenv("HOME", home, 1);
	unsetenv("XDG_STATE_HOME");
	free(home);
	return 0;
}

static int leave_folder(void **state)
{
	(void)state;
	char *command = xasprintf("rm -rf %s", folder);
	int failed = system(command);
	free(command);
	return failed;
}

static struct guard terminal(const char *name, const char *term)
{
	struct guard guard = {.fd = -1};
	strcpy(guard.name, name);
	strcpy(guard.term, term);
	return guard;
}

static void remember(struct guard guard, enum bidi_mode mode)
{
	assert_int_equal(terminals_remember(&guard, mode, NULL), STATUS_OK);
}

static void assert_recalled(struct guard guard, enum bidi_mode wanted)
{
	enum bidi_mode mode;
	assert_true(terminals_recall(&guard, &mode));
	assert_int_equal(mode, wanted);
}

static void assert_unknown(struct guard guard)
{
	enum bidi_mode mode = BIDI_APP;
	assert_false(terminals_recall(&guard, &mode));
	assert_int_equal(mode, BIDI_APP);
}

static void write_memory(const char *bytes, size_t n)
{
	char *path = terminals_path();
	assert_int_equal(file_replace_bytes(path, bytes, n, NULL), STATUS_OK);
	free(path);
}

static void each_terminal_is_remembered_by_its_name_and_term(void **state)
{
	(void)state;
	assert_unknown(terminal("vte", "xterm"));
	remember(terminal("vte", "xterm"), BIDI_APP);
	remember(terminal("putty", "xterm"), BIDI_TERMINAL);
	assert_recalled(terminal("vte", "xterm"), BIDI_APP);
	assert_recalled(terminal("putty", "xterm"), BIDI_TERMINAL);
	assert_unknown(terminal("vte", "xterm-256color"));
	remember(terminal("vte", "xterm"), BIDI_AUTO);
	assert_recalled(terminal("vte", "xterm"), BIDI_AUTO);
	assert_recalled(terminal("putty", "xterm"), BIDI_TERMINAL);
}

static void what_is_forgotten_is_gone_and_nothing_else_is(void **state)
{
	(void)state;
	struct guard vte = terminal("vte", "xterm"), putty = terminal("putty", "xterm");
	char *path = terminals_path();
	assert_int_equal(terminals_forget(&vte, NULL), STATUS_OK);
	assert_int_equal(access(path, F_OK), -1);
	remember(vte, BIDI_APP);
	remember(putty, BIDI_APP);
	assert_int_equal(terminals_forget(&vte, NULL), STATUS_OK);
	assert_unknown(vte);
	assert_recalled(putty, BIDI_APP);
	free(path);
}

static void lines_that_are_none_are_passed_over(void **state)
{
	static const char bytes[] =
		"# app vte xterm\n\n \nterminal\nterminal vte\nterminal  xterm\nvisual vte xterm\n"
		"terminal vte xterm more\nterminal vte\033]52;c;x\a xterm\nTERMINAL vte xterm\n"
		" terminal vte xterm\nterminal vte xterm \nterminal vte xterm\r\n"
		"terminal aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa xterm\n"
		"app good xterm\nterminal vte xterm\0\nterminal good xterm";
	(void)state;
	remember(terminal("vte", "xterm"), BIDI_APP);
	write_memory(bytes, sizeof bytes - 1);
	assert_recalled(terminal("good", "xterm"), BIDI_APP);
	assert_recalled(terminal("vte", "xterm"), BIDI_TERMINAL);
	remember(terminal("vte", "xterm"), BIDI_AUTO);
	struct str text = STR_EMPTY;
	char *path = terminals_path();
	assert_int_equal(file_read(path, 4096, &text, NULL), STATUS_OK);
	assert_string_equal(strchr(text.p, '\n') + 1, "app good xterm\nauto vte xterm\n");
	free(path);
	str_release(&text);
}

static void a_file_that_is_far_too_long_remembers_nothing_and_is_replaced(void **state)
{
	size_t n = 1 << 20;
	char *big = xmalloc(n);
	(void)state;
	for (size_t i = 0; i < n; i++)
		big[i] = "app vte xterm\n"[i % 14];
	remember(terminal("x", "x"), BIDI_APP);
	write_memory(big, n);
	assert_unknown(terminal("vte", "xterm"));
	remember(terminal("x", "x"), BIDI_TERMINAL);
	assert_recalled(terminal("x", "x"), BIDI_TERMINAL);
	free(big);
}

static void of_too_many_the_oldest_goes(void **state)
{
	char name[GUARD_NAME_SIZE];
	(void)state;
	for (int i = 0; i <= 200; i++) {
		snprintf(name, sizeof name, "t%d", i);
		remember(terminal(name, "x"), BIDI_APP);
	}
	assert_unknown(terminal("t0", "x"));
	assert_recalled(terminal("t1", "x"), BIDI_APP);
	assert_recalled(terminal("t200", "x"), BIDI_APP);
}

static void what_somebody_has_set_is_stronger(void **state)
{
	(void)state;
	struct options options;
	struct guard vte = terminal("vte", "xterm");
	enum bidi_mode mode;
	options_init(&options);
	assert_false(terminals_mode(&options, &vte, &mode));
	assert_int_equal(mode, BIDI_AUTO);
	remember(vte, BIDI_TERMINAL);
	assert_true(terminals_mode(&options, &vte, &mode));
	assert_int_equal(mode, BIDI_TERMINAL);
	assert_int_equal(options_set_config(&options, "bidi", "auto", NULL), STATUS_OK);
	assert_false(terminals_mode(&options, &vte, &mode));
	assert_int_equal(mode, BIDI_AUTO);
	options_release(&options);
}

static void a_folder_that_cannot_be_made_is_told(void **state)
{
	(void)state;
	struct guard vte = terminal("vte", "xterm");
	struct fault f = FAULT_NONE;
	setenv("HOME", "/dev/null", 1);
	assert_int_not_equal(terminals_remember(&vte, BIDI_APP, &f), STATUS_OK);
	assert_unknown(vte);
	fault_release(&f);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, enter_folder, leave_folder)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_terminal_is_remembered_by_its_name_and_term),
		TEST(what_is_forgotten_is_gone_and_nothing_else_is),
		TEST(lines_that_are_none_are_passed_over),
		TEST(a_file_that_is_far_too_long_remembers_nothing_and_is_replaced),
		TEST(of_too_many_the_oldest_goes),
		TEST(what_somebody_has_set_is_stronger),
		TEST(a_folder_that_cannot_be_made_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
