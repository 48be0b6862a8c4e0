/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The terminal guard: makes a terminal leave our visual order alone, and gives it back as it was.
 *
 * hashiya emits visual order and presentation forms. A terminal that reorders text by itself would
 * reverse it again, across the panes' borders. Two things keep it from that: explicit mode (ECMA-48
 * BDSM, `CSI 8 l`, honoured by VTE and others, harmless elsewhere), written before the first clear,
 * and LRM+LRO (U+200E U+202D) on the cell in column 0 of every row, for those that have no such
 * mode. Which are needed is first told from the environment, so that the first frame waits for no
 * reply, and corrected when the replies to our queries come. What was measured of each terminal
 * stands in doc/TERMINALS.md.
 *
 * No function here draws or waits, but guard_leave(). guard_restore_bytes() are static, for a
 * handler of signals.
 */
#ifndef TERM_GUARD_H
#define TERM_GUARD_H

#include <stdbool.h>
#include <stddef.h>

enum bidi_mode {
	BIDI_AUTO,     /* visual order, guarded as the terminal needs, corrected by its replies */
	BIDI_APP,      /* visual order, `CSI 8 l`, no queries */
	BIDI_TERMINAL, /* logical order, for a terminal that will reorder anyhow: one pane */
};

/* "auto", "app", "terminal"; false for any other name. */
bool bidi_mode_parse(const char *name, enum bidi_mode *out);
const char *bidi_mode_name(enum bidi_mode mode);

/* What a kind of terminal needs: a row of the table in guard.c. */
struct guard_kind;

struct guard {
	enum bidi_mode mode;
	int fd;                        /* the terminal, -1 outside of enter..leave */
	const struct guard_kind *kind; /* as the environment tells */
	bool marks;                    /* each row's column 0 must carry LRM+LRO */
	bool queries;                  /* asked, and DA1's reply is still to come */
	bool was_explicit; /* a reply said that the terminal was in explicit mode before us */
};

/* Decides from the environment; `getenv_fn` is getenv, or a test's. */
void guard_init(struct guard *guard, enum bidi_mode mode,
		const char *(*getenv_fn)(const char *name));

/*
 * Writes the switches and, where `ask`, the queries before them. Call before the first clear, after
 * a resize and on resume (then not asking); the terminal must not echo any more, or it would echo
 * the replies.
 */
void guard_enter(struct guard *guard, int fd, bool ask);

/*
 * Takes the reply that the input parser cut out (without its introducer: tui/input.h). True when
 * `marks` changed: paint again.
 */
bool guard_reply(struct guard *guard, const char *reply, size_t n);

/* Gives the terminal back. */
void guard_leave(struct guard *guard);

/*
 * What guard_leave() would write, NUL-terminated, in static storage: for crash handlers. Empty when
 * nothing is to restore.
 */
const char *guard_restore_bytes(void);

/* What stands before column 0's glyph on guarded rows; one string for `show` and for the frame. */
extern const char GUARD_MARKS_UTF8[]; /* U+200E U+202D */

#endif
