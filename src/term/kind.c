/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "term/kind.h"

#include <string.h>

static const struct term_kind kinds[] = {
	/* They show what they do not know. */
	{.name = "linux", .term = "linux", .mute = true},
	{.name = "dumb", .term = "dumb", .mute = true},

	/*
	 * Multiplexers swallow switches and hand cells to whatever terminal is outside. What that
	 * is cannot be told from variables, which survive from where the multiplexer was started.
	 */
	{.name = "tmux", .term = "tmux", .env = "TMUX", .inner = true, .version = "tmux ",
	 .da2 = "84;", .marks = true},
	{.name = "screen", .term = "screen", .env = "STY", .inner = true, .da2 = "83;",
	 .marks = true},

	/*
	 * They have explicit mode, and most answer so. Those that came before XTVERSION are known
	 * by that answer alone.
	 */
	{.name = "vte", .term = "vte", .env = "VTE_VERSION", .version = "VTE(", .da2 = "65;",
	 .by = SWITCH_BDSM, .marks = true},
	{.name = "mintty", .term = "mintty", .env = "TERM_PROGRAM=mintty", .version = "mintty ",
	 .da2 = "77;", .by = SWITCH_BDSM},
	{.name = "wezterm", .term = "wezterm", .env = "TERM_PROGRAM=WezTerm",
	 .version = "WezTerm ", .by = SWITCH_BDSM},
	{.name = "contour", .term = "contour", .env = "TERMINAL_NAME=contour",
	 .version = "contour ", .by = SWITCH_BDSM},

	/* They have switches of their own. */
	{.name = "konsole", .term = "konsole", .env = "KONSOLE_VERSION", .version = "Konsole",
	 .by = SWITCH_KONSOLE},
	{.name = "mlterm", .term = "mlterm", .env = "MLTERM", .version = "mlterm",
	 .by = SWITCH_MLTERM},

	/* Shapes words in its own way whatever it is told, and is disturbed by marks. */
	{.name = "kitty", .term = "xterm-kitty", .env = "KITTY_WINDOW_ID", .version = "kitty(",
	 .hint = TERM_HINT_FORCE_LTR},

	/* They reorder, and have nothing but a setting against it. */
	{.name = "putty", .term = "putty", .da2 = "0;136;", .reorders = true,
	 .hint = TERM_HINT_REORDERS},
	{.name = "apple", .term = "nsterm", .env = "TERM_PROGRAM=Apple_Terminal", .reorders = true,
	 .hint = TERM_HINT_REORDERS},

	/*
	 * They leave rows alone. Marks were seen to do no harm in the first, and were not seen in
	 * the others, which promise in their documents to need none.
	 */
	{.name = "xterm", .env = "XTERM_VERSION", .version = "XTerm(", .by = SWITCH_BDSM,
	 .marks = true},
	{.name = "rxvt", .term = "rxvt", .da2 = "85;", .by = SWITCH_BDSM, .marks = true},
	{.name = "alacritty", .term = "alacritty", .env = "ALACRITTY_WINDOW_ID",
	 .by = SWITCH_BDSM, .marks = true},
	{.name = "st", .term = "st-", .by = SWITCH_BDSM, .marks = true},
	{.name = "foot", .term = "foot", .version = "foot(", .by = SWITCH_BDSM},
	{.name = "ghostty", .term = "xterm-ghostty", .env = "TERM_PROGRAM=ghostty",
	 .version = "ghostty ", .by = SWITCH_BDSM},

	/* Leaves rows alone on purpose, so far: the marks are for the day when it does not. */
	{.name = "windows", .env = "WT_SESSION", .by = SWITCH_BDSM, .marks = true},
};
enum { N_KINDS = sizeof kinds / sizeof *kinds };

/* Explicit mode is harmless where it is not known, and marks are invisible but in kitty. */
const struct term_kind KIND_OTHER = {.name = "other", .by = SWITCH_BDSM, .marks = true};

static bool has_prefix(const char *text, size_t n, const char *prefix)
{
	size_t len = prefix ? strlen(prefix) : 0;
	return prefix && n >= len && memcmp(text, prefix, len) == 0;
}

/* `env` is NAME, set to anything, or NAME=VALUE. */
static bool env_tells(const char *env, const char *(*getenv_fn)(const char *name))
{
	char name[32];
	const char *equals = env ? strchr(env, '=') : NULL;
	size_t n = equals ? (size_t)(equals - env) : env ? strlen(env) : 0;
	if (n == 0 || n >= sizeof name)
		return false;
	memcpy(name, env, n);
	name[n] = '\0';
	const char *value = getenv_fn(name);
	return value && *value && (!equals || strcmp(value, equals + 1) == 0);
}

/*
 * Where two are set, one terminal was started from inside the other, and nobody knows which: its
 * answers will tell.
 */
static const struct term_kind *the_only_env(const char *(*getenv_fn)(const char *name))
{
	const struct term_kind *found = NULL;
	for (size_t i = 0; i < N_KINDS; i++) {
		if (!env_tells(kinds[i].env, getenv_fn))
			continue;
		if (found)
			return NULL;
		found = &kinds[i];
	}
	return found;
}

const struct term_kind *kind_by_environment(const char *(*getenv_fn)(const char *name),
					    const char **known_by)
{
	const char *term = getenv_fn("TERM");
	if (!term || !*term)
		term = "dumb";
	for (const struct term_kind *kind = kinds; kind < kinds + N_KINDS; kind++) {
		bool by_term = has_prefix(term, strlen(term), kind->term);
		if (!by_term && !(kind->inner && env_tells(kind->env, getenv_fn)))
			continue;
		*known_by = by_term ? "TERM" : kind->env;
		return kind;
	}
	const struct term_kind *kind = the_only_env(getenv_fn);
	*known_by = kind ? kind->env : NULL;
	return kind ? kind : &KIND_OTHER;
}

const struct term_kind *kind_by_version(const char *version, size_t n)
{
	for (const struct term_kind *kind = kinds; kind < kinds + N_KINDS; kind++)
		if (has_prefix(version, n, kind->version))
			return kind;
	return NULL;
}

const struct term_kind *kind_by_da2(const char *params, size_t n)
{
	for (const struct term_kind *kind = kinds; kind < kinds + N_KINDS; kind++)
		if (has_prefix(params, n, kind->da2))
			return kind;
	return NULL;
}
