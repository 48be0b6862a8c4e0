/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "term/guard.h"

#include <string.h>

#include "base/file.h"

const char GUARD_MARKS_UTF8[] = "\xe2\x80\x8e\xe2\x80\xad";

/*
 * BDSM reset (explicit mode), SCP 1 (paragraphs run left to right), and both as they were by
 * default.
 */
#define BDSM_ENTER "\033[8l\033[1 k"
#define BDSM_LEAVE "\033[0 k\033[8h"
/* The same for a terminal whose BDSM was reset before us. */
#define BDSM_LEAVE_EXPLICIT "\033[0 k"

/*
 * DECRQM for BDSM and for autodetection of directions, XTVERSION, and DA1, which everything
 * answers, last.
 */
static const char queries[] = "\033[8$p\033[?2501$p\033[>0q\033[c";

struct guard_kind {
	const char *env;        /* a variable that tells it, outside of a multiplexer; or NULL */
	const char *term;       /* a prefix of TERM that tells it; or NULL */
	const char *enter;      /* bytes that make it leave our order alone */
	const char *leave;      /* bytes that undo them */
	const char *leave_explicit; /* the same for one that a reply said was in explicit mode */
	bool marks;
	bool asks;              /* may be asked, and its replies may better this row */
};

/* The first row that fits; the last fits all. */
static const struct guard_kind kinds[] = {
	/* Takes queries and SCP for text. */
	{.term = "linux", .enter = "", .leave = "", .leave_explicit = ""},
	{.term = "dumb", .enter = "", .leave = "", .leave_explicit = ""},
	/* They swallow BDSM, and hand cells to whatever terminal is outside. */
	{.term = "tmux", .enter = "", .leave = "", .leave_explicit = "", .marks = true},
	{.term = "screen", .enter = "", .leave = "", .leave_explicit = "", .marks = true},
	/* Shows words in its own way whatever it is told, and is disturbed by marks. */
	{.env = "KITTY_WINDOW_ID", .enter = "", .leave = "", .leave_explicit = ""},
	{.enter = BDSM_ENTER,
	 .leave = BDSM_LEAVE,
	 .leave_explicit = BDSM_LEAVE_EXPLICIT,
	 .marks = true,
	 .asks = true},
};

/* For the mode in which the terminal orders text itself. */
static const struct guard_kind hands_off = {.enter = "", .leave = "", .leave_explicit = ""};

/* Read by handlers of signals: always a whole string, whichever it points to. */
static const char *volatile restore_bytes = "";

static const struct {
	const char *name;
	enum bidi_mode mode;
} modes[] = {{"auto", BIDI_AUTO}, {"app", BIDI_APP}, {"terminal", BIDI_TERMINAL}};

bool bidi_mode_parse(const char *name, enum bidi_mode *out)
{
	for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++) {
		if (strcmp(modes[i].name, name) == 0) {
			*out = modes[i].mode;
			return true;
		}
	}
	return false;
}

const char *bidi_mode_name(enum bidi_mode mode)
{
	return modes[mode].name;
}

static bool is_set(const char *value)
{
	return value && *value;
}

static bool kind_fits(const struct guard_kind *kind, const char *term, bool trust_env,
		      const char *(*getenv_fn)(const char *name))
{
	if (kind->env)
		return trust_env && is_set(getenv_fn(kind->env));
	return !kind->term || strncmp(term, kind->term, strlen(kind->term)) == 0;
}

static const struct guard_kind *kind_find(const char *(*getenv_fn)(const char *name))
{
	const char *term = getenv_fn("TERM");
	/*
	 * What a terminal put into the environment survives into the multiplexers and shells inside
	 * it.
	 */
	bool trust_env = !is_set(getenv_fn("TMUX")) && !is_set(getenv_fn("STY"));
	const struct guard_kind *kind = kinds;
	while (!kind_fits(kind, term ? term : "dumb", trust_env, getenv_fn))
		kind++;
	return kind;
}

void guard_init(struct guard *guard, enum bidi_mode mode,
		const char *(*getenv_fn)(const char *name))
{
	const struct guard_kind *kind = mode == BIDI_TERMINAL ? &hands_off : kind_find(getenv_fn);
	*guard = (struct guard){
		.mode = mode,
		.fd = -1,
		.kind = kind,
		.marks = mode == BIDI_AUTO && kind->marks,
	};
}

/* A terminal that takes no bytes is gone: reading from it tells. */
/* A terminal that takes no bytes is gone: reading from it tells. */
static void put(int fd, const char *bytes)
{
	(void)file_put(fd, bytes, strlen(bytes));
}

static const char *leave_bytes(const struct guard *guard)
{
	return guard->was_explicit ? guard->kind->leave_explicit : guard->kind->leave;
}

void guard_enter(struct guard *guard, int fd, bool ask)
{
	guard->fd = fd;
	restore_bytes = leave_bytes(guard);
	if (ask && guard->mode == BIDI_AUTO && guard->kind->asks) {
		put(fd, queries);
		guard->queries = true;
	}
	put(fd, guard->kind->enter);
}

static bool has_prefix(const char *text, size_t n, const char *prefix)
{
	size_t len = strlen(prefix);
	return n >= len && memcmp(text, prefix, len) == 0;
}

/* DECRPM: 0 unknown, 1 set, 2 reset, 3 and 4 the same for good. */
static bool take_bdsm(struct guard *guard, char state)
{
	if (state != '1' && state != '2' && state != '4')
		return false;
	guard->was_explicit = state != '1';
	if (guard->fd >= 0)
		restore_bytes = leave_bytes(guard);
	bool changed = guard->marks;
	guard->marks = false;
	return changed;
}

bool guard_reply(struct guard *guard, const char *reply, size_t n)
{
	if (!guard->queries)
		return false;
	if (n == 5 && has_prefix(reply, n, "8;") && has_prefix(reply + 3, 2, "$y"))
		return take_bdsm(guard, reply[2]);
	if (n > 1 && reply[0] == '?' && reply[n - 1] == 'c')
		guard->queries = false;
	return false;
}

void guard_leave(struct guard *guard)
{
	if (guard->fd < 0)
		return;
	put(guard->fd, leave_bytes(guard));
	guard->fd = -1;
	restore_bytes = "";
}

const char *guard_restore_bytes(void)
{
	return restore_bytes;
}
