/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which terminal is recognised by what; environments are written as one string each. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "term/kind.h"

/* "NAME=VALUE NAME=VALUE" */
static const char *environment;
static char value_found[64];

static const char *lookup(const char *name)
{
	size_t n = strlen(name);
	const char *p = environment;
	while (p && !(strncmp(p, name, n) == 0 && p[n] == '=')) {
		p = strchr(p, ' ');
		p = p ? p + 1 : NULL;
	}
	if (!p)
		return NULL;
	size_t len = strcspn(p + n + 1, " ");
	memcpy(value_found, p + n + 1, len);
	value_found[len] = '\0';
	return value_found;
}

static void check_env(const char *env, const char *name, const char *known_by)
{
	const char *by = "unset";
	environment = env;
	assert_string_equal(kind_by_environment(lookup, &by)->name, name);
	if (known_by)
		assert_string_equal(by, known_by);
	else
		assert_null(by);
}

static void each_terminal_is_told_by_its_variables(void **state)
{
	(void)state;
	check_env("TERM=linux", "linux", "TERM");
	check_env("TERM=linux-16color", "linux", "TERM");
	check_env("TERM=dumb VTE_VERSION=7006", "dumb", "TERM");
	check_env("", "dumb", "TERM");
	check_env("TERM=xterm-256color VTE_VERSION=7006", "vte", "VTE_VERSION");
	check_env("TERM=xterm-256color KONSOLE_VERSION=221203", "konsole", "KONSOLE_VERSION");
	check_env("TERM=xterm MLTERM=3.9.0", "mlterm", "MLTERM");
	check_env("TERM=mlterm", "mlterm", "TERM");
	check_env("TERM=xterm TERM_PROGRAM=mintty", "mintty", "TERM_PROGRAM=mintty");
	check_env("TERM=xterm-kitty", "kitty", "TERM");
	check_env("TERM=xterm-256color KITTY_WINDOW_ID=1", "kitty", "KITTY_WINDOW_ID");
	check_env("TERM=putty-256color", "putty", "TERM");
	check_env("TERM=xterm-256color TERM_PROGRAM=Apple_Terminal", "apple",
		  "TERM_PROGRAM=Apple_Terminal");
	check_env("TERM=xterm-256color TERM_PROGRAM=WezTerm", "wezterm", "TERM_PROGRAM=WezTerm");
	check_env("TERM=xterm XTERM_VERSION=XTerm(379)", "xterm", "XTERM_VERSION");
	check_env("TERM=rxvt-unicode-256color", "rxvt", "TERM");
	check_env("TERM=alacritty", "alacritty", "TERM");
	check_env("TERM=xterm-256color WT_SESSION=1-2-3", "windows", "WT_SESSION");
	check_env("TERM=st-256color", "st", "TERM");
	check_env("TERM=foot", "foot", "TERM");
	check_env("TERM=xterm-ghostty", "ghostty", "TERM");
	check_env("TERM=xterm-256color", "other", NULL);
	check_env("TERM=xterm-256color TERM_PROGRAM=iTerm.app", "other", NULL);
	check_env("TERM=xterm-256color VTE_VERSION=", "other", NULL);
}

static void inside_a_multiplexer_no_variable_of_a_terminal_is_believed(void **state)
{
	(void)state;
	check_env("TERM=tmux-256color TMUX=/x,1,0 VTE_VERSION=7006", "tmux", "TERM");
	check_env("TERM=xterm-256color TMUX=/x,1,0 KONSOLE_VERSION=2", "tmux", "TMUX");
	check_env("TERM=xterm-256color TMUX=/x,1,0 KITTY_WINDOW_ID=2", "tmux", "TMUX");
	check_env("TERM=screen.xterm-256color STY=1.x VTE_VERSION=7006", "screen", "TERM");
	check_env("TERM=xterm STY=1.x MLTERM=3", "screen", "STY");
	/* Over ssh or sudo there is no TMUX. */
	check_env("TERM=tmux-256color VTE_VERSION=7006", "tmux", "TERM");
	check_env("TERM=screen-256color", "screen", "TERM");
}

static void a_terminal_started_from_another_is_not_guessed(void **state)
{
	(void)state;
	check_env("TERM=xterm KONSOLE_VERSION=221203 XTERM_VERSION=XTerm(379)", "other", NULL);
	check_env("TERM=xterm-256color KITTY_WINDOW_ID=1 VTE_VERSION=7006", "other", NULL);
	/* But its own TERM tells. */
	check_env("TERM=rxvt-unicode KONSOLE_VERSION=221203", "rxvt", "TERM");
	check_env("TERM=alacritty VTE_VERSION=7006", "alacritty", "TERM");
}

static void check_answer(const struct term_kind *(*by)(const char *, size_t), const char *answer,
			 const char *name)
{
	const struct term_kind *kind = by(answer, strlen(answer));
	assert_string_equal(kind ? kind->name : "none", name);
}

static void each_terminal_is_told_by_its_answers(void **state)
{
	(void)state;
	check_answer(kind_by_version, "VTE(7006)", "vte");
	check_answer(kind_by_version, "Konsole 22.12.3", "konsole");
	check_answer(kind_by_version, "mintty 3.6.1", "mintty");
	check_answer(kind_by_version, "kitty(0.26.5)", "kitty");
	check_answer(kind_by_version, "WezTerm 20230712-072601-f4abf8fd", "wezterm");
	check_answer(kind_by_version, "XTerm(379)", "xterm");
	check_answer(kind_by_version, "tmux 3.3a", "tmux");
	check_answer(kind_by_version, "foot(1.13.1)", "foot");
	check_answer(kind_by_version, "ghostty 1.0.1", "ghostty");
	check_answer(kind_by_version, "", "none");
	check_answer(kind_by_version, "VT", "none");
	check_answer(kind_by_version, "iTerm2 3.5.0", "none");
	check_answer(kind_by_da2, "0;136;0", "putty");
	check_answer(kind_by_da2, "65;7006;1", "vte");
	check_answer(kind_by_da2, "77;30601;0", "mintty");
	check_answer(kind_by_da2, "84;0;0", "tmux");
	check_answer(kind_by_da2, "83;40900;0", "screen");
	check_answer(kind_by_da2, "85;95;0", "rxvt");
	check_answer(kind_by_da2, "", "none");
	check_answer(kind_by_da2, "0;95;0", "none");
	check_answer(kind_by_da2, "1;115;0", "none");
}

/* OSC 50 is a request for another font to everyone else, and OSC 5379 is mlterm's. */
static void a_switch_of_a_terminals_own_is_for_it_alone(void **state)
{
	static const char *const envs[] = {
		"TERM=xterm", "TERM=xterm VTE_VERSION=1", "TERM=tmux TMUX=x KONSOLE_VERSION=2",
		"TERM=xterm STY=x MLTERM=2", "TERM=rxvt KONSOLE_VERSION=2",
		"TERM=xterm XTERM_VERSION=x KONSOLE_VERSION=2",
	};
	const char *by;

	(void)state;
	for (size_t i = 0; i < sizeof envs / sizeof *envs; i++) {
		environment = envs[i];
		enum term_switch told = kind_by_environment(lookup, &by)->by;
		assert_true(told == SWITCH_NONE || told == SWITCH_BDSM);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_terminal_is_told_by_its_variables),
		cmocka_unit_test(inside_a_multiplexer_no_variable_of_a_terminal_is_believed),
		cmocka_unit_test(a_terminal_started_from_another_is_not_guessed),
		cmocka_unit_test(each_terminal_is_told_by_its_answers),
		cmocka_unit_test(a_switch_of_a_terminals_own_is_for_it_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
