/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "term/guard.h"

#include <stdatomic.h>
#include <string.h>

#include "base/file.h"

const char GUARD_MARKS_UTF8[] = "\xe2\x80\x8e\xe2\x80\xad";

/*
 * DECRQM for BDSM and for autodetection of directions, XTVERSION, DA2, and DA1, which everything
 * answers, last.
 */
static const char queries[] = "\033[8$p\033[?2501$p\033[>0q\033[>c\033[c";

static const struct {
	const char *enter;
	const char *leave;
	const char *leave_explicit; /* for a terminal that was in explicit mode before us */
} switches[N_SWITCHES] = {
	[SWITCH_NONE] = {"", "", ""},
	/* BDSM reset (explicit mode), SCP 1 (paragraphs run left to right), and their defaults. */
	[SWITCH_BDSM] = {"\033[8l\033[1 k", "\033[0 k\033[8h", "\033[0 k"},
	[SWITCH_KONSOLE] = {"\033]50;BidiRenderingEnabled=false\a",
			    "\033]50;BidiRenderingEnabled=true\a",
			    "\033]50;BidiRenderingEnabled=true\a"},
	[SWITCH_MLTERM] = {"\033]5379;use_ctl=false\a", "\033]5379;use_ctl=true\a",
			   "\033]5379;use_ctl=true\a"},
};

enum { RESTORE_SIZE = 128 }; /* all of them together */

/*
 * Read by handlers of signals: `now` always points to a whole string, while the next one is made in
 * the other half.
 */
static struct {
	char halves[2][RESTORE_SIZE];
	const char *volatile now;
} restore_bytes = {.now = ""};

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

static bool is_name_char(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
	       (c && strchr("._+-", c));
}

/* As much of `text` as is a name; false, and `out` as it was, where that is nothing. */
static bool take_name(char out[GUARD_NAME_SIZE], const char *text, size_t n)
{
	size_t len = 0;
	while (len < n && len < GUARD_NAME_SIZE - 1 && is_name_char(text[len]))
		len++;
	if (len == 0)
		return false;
	memcpy(out, text, len);
	out[len] = '\0';
	return true;
}

bool guard_is_name(const char *text)
{
	size_t n = 0;
	while (is_name_char(text[n]))
		n++;
	return n > 0 && n < GUARD_NAME_SIZE && !text[n];
}

static void take_kind(struct guard *guard, const struct term_kind *kind, const char *known_by)
{
	guard->kind = kind;
	guard->known_by = known_by;
	take_name(guard->name, kind->name, strlen(kind->name));
}

void guard_init(struct guard *guard, enum bidi_mode mode,
		const char *(*getenv_fn)(const char *name))
{
	*guard = (struct guard){.mode = mode, .may_ask = mode == BIDI_AUTO, .fd = -1};
	const char *known_by, *term = getenv_fn("TERM"), *program = getenv_fn("TERM_PROGRAM");
	const struct term_kind *kind = kind_by_environment(getenv_fn, &known_by);
	take_kind(guard, kind, known_by);
	if (kind == &KIND_OTHER && program)
		take_name(guard->name, program, strlen(program));
	if (!term || !take_name(guard->term, term, strlen(term)))
		take_name(guard->term, "-", 1);
}

/* The terminal has told that explicit mode works in it, which is better than all else. */
static bool knows_bdsm(const struct guard *guard)
{
	return guard->bdsm == '1' || guard->bdsm == '2';
}

bool guard_marks(const struct guard *guard)
{
	return guard->mode == BIDI_AUTO && guard->kind->marks && !knows_bdsm(guard);
}

bool guard_reorders(const struct guard *guard)
{
	return guard->kind->reorders && !knows_bdsm(guard);
}

bool guard_logical(const struct guard *guard)
{
	return guard->mode == BIDI_TERMINAL ||
	       (guard->mode == BIDI_AUTO && guard_reorders(guard));
}

enum term_hint guard_hint(const struct guard *guard)
{
	return guard->mode == BIDI_AUTO && !knows_bdsm(guard) ? guard->kind->hint : TERM_HINT_NONE;
}

static enum term_switch switch_wanted(const struct guard *guard)
{
	const struct term_kind *kind = guard->kind;
	if (guard_logical(guard))
		return SWITCH_NONE;
	/* Who chooses app mode may know better than the table; it is harmless. */
	bool chosen = guard->mode == BIDI_APP && kind->by == SWITCH_NONE && !kind->mute;
	return knows_bdsm(guard) || chosen ? SWITCH_BDSM : kind->by;
}

/* A terminal that takes no bytes is gone: reading from it tells. */
static void put(const struct guard *guard, const char *bytes)
{
	(void)file_put(guard->fd, bytes, strlen(bytes));
}

/*
 * What was told to a kind that it is not did nothing there, and its contrary must not be written
 * either; explicit mode may have been understood by any kind.
 */
static bool is_understood(const struct guard *guard, enum term_switch by)
{
	return by == SWITCH_BDSM || by == guard->kind->by;
}

/* What `told` says is what a crash from now on restores. */
static void publish(const struct guard *guard)
{
	bool first = restore_bytes.now == restore_bytes.halves[0];
	char *next = restore_bytes.halves[first], *end = next;
	for (enum term_switch i = 0; i < N_SWITCHES; i++)
		if (guard->told & 1u << i && is_understood(guard, i))
			end = stpcpy(end, guard->bdsm == '2' ? switches[i].leave_explicit
							     : switches[i].leave);
	*end = '\0';
	atomic_signal_fence(memory_order_release); /* it is whole before it is seen */
	restore_bytes.now = next;
}

static void tell(struct guard *guard)
{
	enum term_switch by = switch_wanted(guard);
	guard->told |= 1u << by;
	publish(guard); /* before, so that no moment is without */
	put(guard, switches[by].enter);
}

/* Undoes all that was told. */
static void untell(struct guard *guard)
{
	put(guard, restore_bytes.now);
	guard->told = 0;
	publish(guard);
}

void guard_enter(struct guard *guard, int fd, bool ask)
{
	guard->fd = fd;
	if (ask && guard->may_ask && !guard->asked && !guard->kind->mute) {
		put(guard, queries);
		guard->asked = guard->queries = true;
	}
	tell(guard);
}

void guard_set_mode(struct guard *guard, enum bidi_mode mode)
{
	int fd = guard->fd;
	guard_leave(guard);
	guard->mode = mode;
	guard->may_ask = guard->may_ask || mode == BIDI_AUTO;
	if (fd >= 0)
		guard_enter(guard, fd, true);
}

static bool has_prefix(const char *text, size_t n, const char *prefix)
{
	size_t len = strlen(prefix);
	return n >= len && memcmp(text, prefix, len) == 0;
}

/* DECRPM for `mode`: `<mode>;<state>$y`. 3 and 4 are 1 and 2 for good: 3 cannot be switched. */
static bool is_mode_report(const char *reply, size_t n, const char *mode, char *state)
{
	size_t len = strlen(mode);
	if (n != len + 3 || !has_prefix(reply, n, mode) || memcmp(reply + len + 1, "$y", 2) != 0)
		return false;
	char c = reply[len];
	*state = c == '4' ? '2' : c == '1' || c == '2' ? c : '0';
	return true;
}

static void take_version(struct guard *guard, const char *version, size_t n)
{
	const struct term_kind *kind = kind_by_version(version, n);
	guard->by_version = true;
	if (kind) {
		take_kind(guard, kind, "XTVERSION");
		return;
	}
	take_kind(guard, &KIND_OTHER, "XTVERSION");
	take_name(guard->name, version, n);
}

static void take_da2(struct guard *guard, const char *params, size_t n)
{
	const struct term_kind *kind = guard->by_version ? NULL : kind_by_da2(params, n);
	if (kind)
		take_kind(guard, kind, "DA2");
}

static void take_reply(struct guard *guard, const char *reply, size_t n)
{
	char last = n > 0 ? reply[n - 1] : '\0';
	if (is_mode_report(reply, n, "8;", &guard->bdsm) ||
	    is_mode_report(reply, n, "?2501;", &guard->autodetect))
		return;
	if (has_prefix(reply, n, ">|"))
		take_version(guard, reply + 2, n - 2);
	else if (reply[0] == '>' && last == 'c')
		take_da2(guard, reply + 1, n - 2);
	else if (reply[0] == '?' && last == 'c')
		guard->queries = false;
}

void guard_learn(struct guard *guard, const char *reply, size_t n)
{
	if (!guard->queries || n == 0)
		return;
	take_reply(guard, reply, n);
	if (guard->fd >= 0)
		publish(guard);
}

enum guard_change guard_reply(struct guard *guard, const char *reply, size_t n)
{
	bool marks = guard_marks(guard), logical = guard_logical(guard);
	guard_learn(guard, reply, n);
	enum term_switch by = switch_wanted(guard);
	if (guard->fd >= 0 && by != SWITCH_NONE && !(guard->told & 1u << by)) {
		tell(guard);
		return GUARD_CLEAR;
	}
	return marks != guard_marks(guard) || logical != guard_logical(guard) ? GUARD_REPAINT
									    : GUARD_SAME;
}

void guard_leave(struct guard *guard)
{
	if (guard->fd < 0)
		return;
	untell(guard);
	guard->fd = -1;
}

const char *guard_restore_bytes(void)
{
	return restore_bytes.now;
}
