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

#define QUERIES "\033[8$p\033[?2501$p\033[>0q\033[>c\033[c"
#define ENTER "\033[8l\033[1 k"
#define LEAVE "\033[0 k\033[8h"
#define KONSOLE_ENTER "\033]50;BidiRenderingEnabled=false\a"
#define KONSOLE_LEAVE "\033]50;BidiRenderingEnabled=true\a"
#define MLTERM_ENTER "\033]5379;use_ctl=false\a"
#define MLTERM_LEAVE "\033]5379;use_ctl=true\a"

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

/* An environment with one variable beside TERM. */
#define ENV(name, term, variable, value)                                                           \
	static const char *env_##name(const char *asked)                                           \
	{                                                                                          \
		return strcmp(asked, "TERM") == 0 ? term : strcmp(asked, variable) == 0 ? value : NULL; \
	}
ENV(other, "xterm-256color", "COLORTERM", "truecolor")
ENV(vte, "xterm-256color", "VTE_VERSION", "7006")
ENV(konsole, "xterm-256color", "KONSOLE_VERSION", "221203")
ENV(mlterm, "xterm", "MLTERM", "3.9.0")
ENV(kitty, "xterm-kitty", "KITTY_WINDOW_ID", "1")
ENV(apple, "xterm-256color", "TERM_PROGRAM", "Apple_Terminal")
ENV(iterm, "xterm-256color", "TERM_PROGRAM", "iTerm.app (x)")
ENV(wezterm, "xterm-256color", "TERM_PROGRAM", "WezTerm")
ENV(tmux, "tmux-256color", "TMUX", "/x,1,0")
ENV(screen, "screen.xterm-256color", "STY", "1.x")
ENV(linux, "linux", "COLORTERM", "")
ENV(none, NULL, "COLORTERM", NULL)

static enum guard_change reply(struct guard *guard, const char *text)
{
	return guard_reply(guard, text, strlen(text));
}

/* A guard that has entered and asked; what it wrote is forgotten. */
static void begin(struct guard *guard, struct pipe *p, const char *(*env)(const char *))
{
	guard_init(guard, BIDI_AUTO, env);
	guard_enter(guard, p->in, true);
	written(p);
}

static void check_leave(struct guard *guard, struct pipe *p, const char *bytes)
{
	assert_string_equal(guard_restore_bytes(), bytes);
	guard_leave(guard);
	assert_string_equal(written(p), bytes);
	assert_string_equal(guard_restore_bytes(), "");
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

static void check_first_bytes(struct pipe *p, const char *(*env)(const char *), const char *enter,
			      bool marks, const char *leave)
{
	struct guard guard;

	guard_init(&guard, BIDI_AUTO, env);
	assert_int_equal(guard_marks(&guard), marks);
	guard_enter(&guard, p->in, true);
	assert_string_equal(written(p), enter);
	check_leave(&guard, p, leave);
}

static void the_first_bytes_are_what_the_environment_tells(void **state)
{
	struct pipe *p = *state;

	check_first_bytes(p, env_other, QUERIES ENTER, true, LEAVE);
	check_first_bytes(p, env_vte, QUERIES ENTER, true, LEAVE);
	check_first_bytes(p, env_wezterm, QUERIES ENTER, false, LEAVE);
	check_first_bytes(p, env_konsole, QUERIES KONSOLE_ENTER, false, KONSOLE_LEAVE);
	check_first_bytes(p, env_mlterm, QUERIES MLTERM_ENTER, false, MLTERM_LEAVE);
	check_first_bytes(p, env_kitty, QUERIES, false, "");
	check_first_bytes(p, env_apple, QUERIES, false, "");
	check_first_bytes(p, env_tmux, QUERIES, true, "");
	check_first_bytes(p, env_screen, QUERIES, true, "");
	check_first_bytes(p, env_linux, "", false, "");
	check_first_bytes(p, env_none, "", false, "");
}

static void it_is_entered_again_without_asking(void **state)
{
	struct pipe *p = *state;
	struct guard guard;

	begin(&guard, p, env_konsole);
	guard_enter(&guard, p->in, false);
	assert_string_equal(written(p), KONSOLE_ENTER);
	guard_enter(&guard, p->in, true); /* once is enough */
	assert_string_equal(written(p), KONSOLE_ENTER);
	check_leave(&guard, p, KONSOLE_LEAVE);
	guard_leave(&guard);
	assert_string_equal(written(p), "");
}

static void a_terminal_that_knows_explicit_mode_needs_no_marks(void **state)
{
	struct pipe *p = *state;
	struct guard guard;

	begin(&guard, p, env_vte);
	assert_int_equal(reply(&guard, "8;1$y"), GUARD_REPAINT);
	assert_false(guard_marks(&guard));
	assert_int_equal(reply(&guard, "?2501;2$y"), GUARD_SAME);
	assert_int_equal(reply(&guard, ">|VTE(7006)"), GUARD_SAME);
	assert_int_equal(reply(&guard, ">65;7006;1c"), GUARD_SAME);
	assert_true(guard.queries);
	assert_int_equal(reply(&guard, "?65;1;9c"), GUARD_SAME);
	assert_false(guard.queries);
	assert_string_equal(written(p), "");
	check_leave(&guard, p, LEAVE);
}

static void a_terminal_that_was_explicit_stays_so(void **state)
{
	struct pipe *p = *state;
	struct guard guard;

	begin(&guard, p, env_vte);
	reply(&guard, "8;2$y");
	check_leave(&guard, p, "\033[0 k");
}

/* The answers that come from each, over ssh, where the environment tells nothing. */
static void replies_correct_what_the_environment_did_not_tell(void **state)
{
	struct pipe *p = *state;
	struct guard guard;

	begin(&guard, p, env_other);
	assert_int_equal(reply(&guard, ">|Konsole 22.12.3"), GUARD_CLEAR);
	assert_string_equal(written(p), KONSOLE_ENTER);
	assert_false(guard_marks(&guard));
	check_leave(&guard, p, LEAVE KONSOLE_LEAVE);

	begin(&guard, p, env_other);
	assert_int_equal(reply(&guard, ">|kitty(0.26.5)"), GUARD_REPAINT);
	assert_false(guard_marks(&guard));
	assert_int_equal(guard_hint(&guard), TERM_HINT_FORCE_LTR);
	assert_string_equal(written(p), "");
	check_leave(&guard, p, LEAVE);

	begin(&guard, p, env_other);
	assert_int_equal(reply(&guard, ">0;136;0c"), GUARD_REPAINT);
	assert_true(guard_logical(&guard));
	assert_false(guard_marks(&guard));
	assert_int_equal(guard_hint(&guard), TERM_HINT_REORDERS);
	check_leave(&guard, p, LEAVE);

	begin(&guard, p, env_other);
	assert_int_equal(reply(&guard, ">|tmux 3.3a"), GUARD_SAME);
	assert_true(guard_marks(&guard));
	assert_string_equal(guard.name, "tmux");
	check_leave(&guard, p, LEAVE);
}

static void replies_correct_what_leaked_from_another_terminal(void **state)
{
	struct pipe *p = *state;
	struct guard guard;

	/* An xterm started in Konsole: OSC 50 is never written to it again. */
	begin(&guard, p, env_konsole);
	assert_int_equal(reply(&guard, "8;0$y"), GUARD_SAME);
	assert_int_equal(reply(&guard, ">|XTerm(379)"), GUARD_CLEAR);
	assert_string_equal(written(p), ENTER);
	assert_true(guard_marks(&guard));
	check_leave(&guard, p, LEAVE);

	/* A VTE started in kitty. */
	begin(&guard, p, env_kitty);
	assert_int_equal(guard_hint(&guard), TERM_HINT_FORCE_LTR);
	assert_int_equal(reply(&guard, "8;1$y"), GUARD_CLEAR);
	assert_string_equal(written(p), ENTER);
	assert_int_equal(guard_hint(&guard), TERM_HINT_NONE);
	check_leave(&guard, p, LEAVE);

	/* Something new started in Apple's. */
	begin(&guard, p, env_apple);
	assert_true(guard_logical(&guard));
	assert_int_equal(reply(&guard, ">|Newcomer 1"), GUARD_CLEAR);
	assert_string_equal(written(p), ENTER);
	assert_false(guard_logical(&guard));
	assert_true(guard_marks(&guard));
	check_leave(&guard, p, LEAVE);
}

static void da2_adds_nothing_to_a_name(void **state)
{
	struct pipe *p = *state;
	struct guard guard;

	begin(&guard, p, env_other);
	reply(&guard, ">|Konsole 22.12.3");
	written(p);
	assert_int_equal(reply(&guard, ">0;136;0c"), GUARD_SAME);
	assert_string_equal(guard.name, "konsole");
	assert_string_equal(guard.known_by, "XTVERSION");
	guard_leave(&guard);
}

static void a_terminal_has_a_name_that_is_safe_to_keep(void **state)
{
	struct pipe *p = *state;
	struct guard guard;

	guard_init(&guard, BIDI_AUTO, env_none);
	assert_string_equal(guard.term, "-");
	guard_init(&guard, BIDI_AUTO, env_iterm);
	assert_string_equal(guard.name, "iTerm.app");
	assert_string_equal(guard.term, "xterm-256color");
	assert_null(guard.known_by);
	begin(&guard, p, env_other);
	assert_string_equal(guard.name, "other");
	reply(&guard, ">|Foo-1.2(x)\n auto evil");
	assert_string_equal(guard.name, "Foo-1.2");
	reply(&guard, ">|\n");
	assert_string_equal(guard.name, "other");
	reply(&guard, ">|aaaaaaaaaabbbbbbbbbbccccccccccddddddddddd");
	assert_string_equal(guard.name, "aaaaaaaaaabbbbbbbbbbccccccccccd");
	guard_leave(&guard);
}

static void malformed_replies_change_nothing(void **state)
{
	static const char *const replies[] = {
		"8;0$y", "8;3$y", "8;$y", "18;1$y", "8;1$z", "", "?8;1$y", "y", "8;1$", ">", "?",
		">c", "c", "65;1c", "8;11$y", "?2501;1$y", "?2501;$y", ">136c", "]50;x",
	};
	struct pipe *p = *state;
	struct guard guard;

	begin(&guard, p, env_other);
	for (size_t i = 0; i < sizeof replies / sizeof replies[0]; i++)
		assert_int_equal(reply(&guard, replies[i]), GUARD_SAME);
	assert_true(guard_marks(&guard));
	assert_true(guard.queries);
	assert_string_equal(guard.name, "other");
	check_leave(&guard, p, LEAVE);
}

static void nobody_is_believed_who_was_not_asked(void **state)
{
	struct pipe *p = *state;
	struct guard guard;

	guard_init(&guard, BIDI_AUTO, env_vte);
	guard_enter(&guard, p->in, false);
	assert_int_equal(reply(&guard, "8;1$y"), GUARD_SAME);
	assert_true(guard_marks(&guard));
	guard_leave(&guard);
	begin(&guard, p, env_vte);
	reply(&guard, "?65;1;9c");
	assert_int_equal(reply(&guard, ">|Konsole 1"), GUARD_SAME);
	guard_leave(&guard);
}

static void app_mode_switches_without_asking(void **state)
{
	struct pipe *p = *state;
	struct guard guard;

	guard_init(&guard, BIDI_APP, env_vte);
	assert_false(guard_marks(&guard));
	guard_enter(&guard, p->in, true);
	assert_string_equal(written(p), ENTER);
	check_leave(&guard, p, LEAVE);
}

static void terminal_mode_leaves_the_terminal_alone(void **state)
{
	struct pipe *p = *state;
	struct guard guard;

	guard_init(&guard, BIDI_TERMINAL, env_vte);
	assert_true(guard_logical(&guard));
	assert_false(guard_marks(&guard));
	guard_enter(&guard, p->in, true);
	check_leave(&guard, p, "");
}

static void each_mode_undoes_the_one_before(void **state)
{
	struct pipe *p = *state;
	struct guard guard;

	begin(&guard, p, env_konsole);
	guard_set_mode(&guard, BIDI_TERMINAL);
	assert_string_equal(written(p), KONSOLE_LEAVE);
	assert_string_equal(guard_restore_bytes(), "");
	guard_set_mode(&guard, BIDI_APP);
	assert_string_equal(written(p), KONSOLE_ENTER);
	check_leave(&guard, p, KONSOLE_LEAVE);
	guard_set_mode(&guard, BIDI_AUTO); /* outside nothing is written */
	assert_string_equal(written(p), "");

	guard_init(&guard, BIDI_APP, env_other);
	guard_enter(&guard, p->in, true);
	written(p);
	guard_set_mode(&guard, BIDI_AUTO);
	assert_string_equal(written(p), LEAVE QUERIES ENTER);
	guard_leave(&guard);
}

/* An answer to a question of auto mode may come in another: it is kept, and nothing is written. */
/* Who chooses app mode may know better than the table. */
static void app_mode_switches_what_the_table_leaves_alone_but_never_a_mute_one(void **state)
{
	static const char *(*const envs[])(const char *) = {env_kitty, env_apple, env_tmux};
	struct pipe *p = *state;
	struct guard guard;

	for (size_t i = 0; i < 3; i++) {
		guard_init(&guard, BIDI_APP, envs[i]);
		guard_enter(&guard, p->in, true);
		assert_string_equal(written(p), ENTER);
		check_leave(&guard, p, LEAVE);
	}
	guard_init(&guard, BIDI_APP, env_linux);
	guard_enter(&guard, p->in, true);
	check_leave(&guard, p, "");
}

static void a_late_reply_does_not_force_a_mode(void **state)
{
	struct pipe *p = *state;
	struct guard guard;

	begin(&guard, p, env_other);
	guard_set_mode(&guard, BIDI_TERMINAL);
	written(p);
	assert_int_equal(reply(&guard, "8;2$y"), GUARD_SAME);
	assert_int_equal(reply(&guard, ">|Konsole 22"), GUARD_SAME);
	assert_string_equal(written(p), "");
	guard_set_mode(&guard, BIDI_AUTO);
	assert_string_equal(written(p), ENTER);
	check_leave(&guard, p, "\033[0 k");
}

static void who_leaves_learns_but_switches_nothing(void **state)
{
	struct pipe *p = *state;
	struct guard guard;

	begin(&guard, p, env_other);
	guard_learn(&guard, "8;2$y", 5);
	guard_learn(&guard, ">|Konsole 22", 12);
	assert_true(guard.queries);
	guard_learn(&guard, "?62;1c", 6);
	assert_false(guard.queries);
	assert_string_equal(written(p), "");
	check_leave(&guard, p, "\033[0 k");
}

/* What the bytes so far leave a terminal in that takes all of them to heart. */
struct seen {
	bool explicit, konsole, mlterm;
};

static void see(struct seen *seen, const char *bytes)
{
	for (const char *p = bytes; *p; p++) {
		if (strncmp(p, "\033[8l", 4) == 0 || strncmp(p, "\033[8h", 4) == 0)
			seen->explicit = p[3] == 'l';
		if (strncmp(p, KONSOLE_ENTER, strlen(KONSOLE_ENTER)) == 0)
			seen->konsole = true;
		if (strncmp(p, KONSOLE_LEAVE, strlen(KONSOLE_LEAVE)) == 0)
			seen->konsole = false;
		if (strncmp(p, MLTERM_ENTER, strlen(MLTERM_ENTER)) == 0)
			seen->mlterm = true;
		if (strncmp(p, MLTERM_LEAVE, strlen(MLTERM_LEAVE)) == 0)
			seen->mlterm = false;
	}
}

/* `version`: a terminal has one name, and does not change it. */
static void step(struct guard *guard, struct pipe *p, const char *version, unsigned what)
{
	const char *const replies[] = {
		"8;0$y", "8;1$y", "?2501;2$y", version, ">0;136;0c", ">65;1;1c", "?62c", "8;1",
	};
	size_t n = sizeof replies / sizeof *replies;
	if (what % 20 < n)
		reply(guard, replies[what % 20]);
	else if (what % 20 == 13)
		guard_leave(guard);
	else if (what % 20 > 16)
		guard_set_mode(guard, (enum bidi_mode)(what % 20 - 17));
	else
		guard_enter(guard, p->in, what & 64);
}

/*
 * Whatever comes, in whatever order: at each moment a crash would undo all that a terminal of this
 * kind has understood, and at the end nothing is left.
 */
static void nothing_that_was_understood_is_ever_left_undone(void **state)
{
	static const char *(*const envs[])(const char *) = {env_other, env_konsole, env_mlterm,
							    env_kitty, env_apple};
	static const char *const versions[] = {"?", ">|Konsole 22", ">|kitty(1)", ">|tmux 3",
					       ">|XTerm(1)", ">|Foo", ">|mlterm(3)"};
	struct pipe *p = *state;
	unsigned random = 1;

	for (int round = 0; round < 2000; round++) {
		struct guard guard;
		struct seen seen = {.konsole = false};
		guard_init(&guard, (enum bidi_mode)(round % 3), envs[round % 5]);
		for (int i = 0; i < 12; i++) {
			random = random * 1103515245 + 12345;
			step(&guard, p, versions[round % 7], random >> 16);
			see(&seen, written(p));
			struct seen after = seen;
			see(&after, guard_restore_bytes());
			assert_false(after.explicit && seen.explicit && guard.fd >= 0);
			bool konsole = strcmp(guard.name, "konsole") == 0;
			assert_false(after.konsole && konsole);
			assert_false(after.mlterm && strcmp(guard.name, "mlterm") == 0);
		}
		guard_leave(&guard);
		see(&seen, written(p));
		assert_false(seen.explicit);
		assert_string_equal(guard_restore_bytes(), "");
	}
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
		TEST(the_first_bytes_are_what_the_environment_tells),
		TEST(it_is_entered_again_without_asking),
		TEST(a_terminal_that_knows_explicit_mode_needs_no_marks),
		TEST(a_terminal_that_was_explicit_stays_so),
		TEST(replies_correct_what_the_environment_did_not_tell),
		TEST(replies_correct_what_leaked_from_another_terminal),
		TEST(da2_adds_nothing_to_a_name),
		TEST(a_terminal_has_a_name_that_is_safe_to_keep),
		TEST(malformed_replies_change_nothing),
		TEST(nobody_is_believed_who_was_not_asked),
		TEST(app_mode_switches_without_asking),
		TEST(terminal_mode_leaves_the_terminal_alone),
		TEST(each_mode_undoes_the_one_before),
		TEST(app_mode_switches_what_the_table_leaves_alone_but_never_a_mute_one),
		TEST(a_late_reply_does_not_force_a_mode),
		TEST(who_leaves_learns_but_switches_nothing),
		TEST(nothing_that_was_understood_is_ever_left_undone),
		TEST(a_terminal_that_is_gone_does_not_hold_us),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
