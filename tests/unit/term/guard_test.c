/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The guard writes into a pipe; what it wrote is read back exactly. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "term/guard.h"

#define QUERIES "\033[8$p\033[?2501$p\033[>0q\033[c"
#define ENTER "\033[8l\033[1 k"
#define LEAVE "\033[0 k\033[8h"

struct pipe {
	int out, in;
	char text[256];
};

static int pipe_setup(void **state)
{
	static struct pipe p;
	int ends[2];

	if (pipe2(ends, O_NONBLOCK) != 0)
		return -1;
	p = (struct pipe){.out = ends[0], .in = ends[1]};
	*state = &p;
	return 0;
}

static int pipe_teardown(void **state)
{
	struct pipe *p = *state;

	close(p->out);
	close(p->in);
	return 0;
}

static const char *written(struct pipe *p)
{
	ssize_t n = read(p->out, p->text, sizeof p->text - 1);

	p->text[n > 0 ? n : 0] = '\0';
	return p->text;
}

static const char *env_vte(const char *name)
{
	return strcmp(name, "TERM") == 0 ? "xterm-256color"
	       : strcmp(name, "VTE_VERSION") == 0 ? "7006"
						  : NULL;
}

static const char *env_tmux(const char *name)
{
	return strcmp(name, "TERM") == 0   ? "tmux-256color"
	       : strcmp(name, "TMUX") == 0 ? "/tmp/x,1,0"
					   : NULL;
}

static const char *env_screen(const char *name)
{
	return strcmp(name, "TERM") == 0  ? "screen.xterm-256color"
	       : strcmp(name, "STY") == 0 ? "1.x"
					  : NULL;
}

static const char *env_linux(const char *name)
{
	return strcmp(name, "TERM") == 0 ? "linux" : NULL;
}

static const char *env_none(const char *name)
{
	(void)name;
	return NULL;
}

static const char *env_kitty(const char *name)
{
	return strcmp(name, "TERM") == 0 ? "xterm-kitty"
	       : strcmp(name, "KITTY_WINDOW_ID") == 0 ? "1"
						      : NULL;
}

static const char *env_kitty_outside_tmux(const char *name)
{
	return strcmp(name, "TERM") == 0 ? "xterm-256color"
	     : strcmp(name, "KITTY_WINDOW_ID") == 0 || strcmp(name, "TMUX") == 0 ? "1" : NULL;
}

static void reply(struct guard *guard, const char *text)
{
	guard_reply(guard, text, strlen(text));
}

static void modes_have_names(void **state)
{
	enum bidi_mode mode;

	(void)state;
	for (mode = BIDI_AUTO; mode <= BIDI_TERMINAL; mode++) {
		enum bidi_mode parsed;
		assert_true(bidi_mode_parse(bidi_mode_name(mode), &parsed));
		assert_int_equal(parsed, mode);
	}
	assert_false(bidi_mode_parse("", &mode));
	assert_false(bidi_mode_parse("visual", &mode));
}

static void an_unknown_terminal_gets_all_and_is_asked(void **state)
{
	struct pipe *p = *state;
	struct guard guard;

	guard_init(&guard, BIDI_AUTO, env_vte);
	assert_true(guard.marks);
	guard_enter(&guard, p->in, true);
	assert_string_equal(written(p), QUERIES ENTER);
	assert_true(guard.queries);
	assert_string_equal(guard_restore_bytes(), LEAVE);
	guard_enter(&guard, p->in, false);
	assert_string_equal(written(p), ENTER);
	guard_leave(&guard);
	assert_string_equal(written(p), LEAVE);
	assert_string_equal(guard_restore_bytes(), "");
	guard_leave(&guard);
	assert_string_equal(written(p), "");
}

static void a_terminal_that_knows_explicit_mode_needs_no_marks(void **state)
{
	struct pipe *p = *state;
	struct guard guard;

	guard_init(&guard, BIDI_AUTO, env_vte);
	guard_enter(&guard, p->in, true);
	assert_true(guard_reply(&guard, "8;1$y", 5));
	assert_false(guard.marks);
	assert_false(guard_reply(&guard, "?2501;2$y", 9));
	assert_false(guard_reply(&guard, ">|VTE(7006)", 11));
	assert_true(guard.queries);
	assert_false(guard_reply(&guard, "?65;1;9c", 8));
	assert_false(guard.queries);
	written(p);
	guard_leave(&guard);
	assert_string_equal(written(p), LEAVE);
}

static void a_terminal_that_was_explicit_stays_so(void **state)
{
	struct pipe *p = *state;
	struct guard guard;

	guard_init(&guard, BIDI_AUTO, env_vte);
	guard_enter(&guard, p->in, true);
	reply(&guard, "8;2$y");
	assert_true(guard.was_explicit);
	assert_string_equal(guard_restore_bytes(), "\033[0 k");
	written(p);
	guard_leave(&guard);
	assert_string_equal(written(p), "\033[0 k");
}

static void a_terminal_that_does_not_know_the_mode_keeps_its_marks(void **state)
{
	static const char *const replies[] = {
		"8;0$y", "8;3$y", "8;$y", "18;1$y", "8;1$z", "", "?8;1$y", "y"};
	struct pipe *p = *state;
	struct guard guard;

	guard_init(&guard, BIDI_AUTO, env_vte);
	guard_enter(&guard, p->in, true);
	for (size_t i = 0; i < sizeof replies / sizeof replies[0]; i++)
		assert_false(guard_reply(&guard, replies[i], strlen(replies[i])));
	assert_true(guard.marks);
	assert_true(guard.queries);
}

static void nobody_is_believed_who_was_not_asked(void **state)
{
	struct pipe *p = *state;
	struct guard guard;

	guard_init(&guard, BIDI_AUTO, env_vte);
	guard_enter(&guard, p->in, false);
	assert_false(guard_reply(&guard, "8;1$y", 5));
	assert_true(guard.marks);
	guard_leave(&guard);
}

static void multiplexers_get_marks_and_nothing_else(void **state)
{
	static const char *(*const envs[])(const char *) = {env_tmux, env_screen};
	struct pipe *p = *state;

	for (size_t i = 0; i < 2; i++) {
		struct guard guard;
		guard_init(&guard, BIDI_AUTO, envs[i]);
		assert_true(guard.marks);
		guard_enter(&guard, p->in, true);
		assert_false(guard.queries);
		guard_leave(&guard);
		assert_string_equal(written(p), "");
	}
}

static void terminals_that_print_what_they_do_not_know_get_nothing(void **state)
{
	static const char *(*const envs[])(const char *) = {env_linux, env_none, env_kitty};
	struct pipe *p = *state;

	for (size_t i = 0; i < 3; i++) {
		struct guard guard;
		guard_init(&guard, BIDI_AUTO, envs[i]);
		assert_false(guard.marks);
		guard_enter(&guard, p->in, true);
		guard_leave(&guard);
		assert_string_equal(written(p), "");
	}
}

static void what_leaks_into_a_multiplexer_is_not_believed(void **state)
{
	struct guard guard;

	(void)state;
	guard_init(&guard, BIDI_AUTO, env_kitty_outside_tmux);
	assert_true(guard.marks);
}

static void app_mode_switches_without_asking(void **state)
{
	struct pipe *p = *state;
	struct guard guard;

	guard_init(&guard, BIDI_APP, env_vte);
	assert_false(guard.marks);
	guard_enter(&guard, p->in, true);
	assert_string_equal(written(p), ENTER);
	guard_leave(&guard);
	assert_string_equal(written(p), LEAVE);
}

static void terminal_mode_leaves_the_terminal_alone(void **state)
{
	struct pipe *p = *state;
	struct guard guard;

	guard_init(&guard, BIDI_TERMINAL, env_vte);
	assert_false(guard.marks);
	guard_enter(&guard, p->in, true);
	guard_leave(&guard);
	assert_string_equal(written(p), "");
}

static void a_terminal_that_is_gone_does_not_hold_us(void **state)
{
	struct guard guard;

	(void)state;
	guard_init(&guard, BIDI_AUTO, env_vte);
	guard_enter(&guard, -1, true);
	guard_enter(&guard, 1000, true);
	guard_leave(&guard);
	assert_int_equal(guard.fd, -1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, pipe_setup, pipe_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(modes_have_names),
		TEST(an_unknown_terminal_gets_all_and_is_asked),
		TEST(a_terminal_that_knows_explicit_mode_needs_no_marks),
		TEST(a_terminal_that_was_explicit_stays_so),
		TEST(a_terminal_that_does_not_know_the_mode_keeps_its_marks),
		TEST(nobody_is_believed_who_was_not_asked),
		TEST(multiplexers_get_marks_and_nothing_else),
		TEST(terminals_that_print_what_they_do_not_know_get_nothing),
		TEST(what_leaks_into_a_multiplexer_is_not_believed),
		TEST(app_mode_switches_without_asking),
		TEST(terminal_mode_leaves_the_terminal_alone),
		TEST(a_terminal_that_is_gone_does_not_hold_us),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
