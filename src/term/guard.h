/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The terminal guard: makes a terminal leave our visual order alone, and gives it back as it was.
 *
 * hashiya emits visual order and presentation forms. A terminal that reorders text by itself would
 * reverse it again, across the panes' borders. Two things keep it from that: a switch (explicit
 * mode, `CSI 8 l`, or the terminal's own), written before the first clear, and LRM+LRO (U+200E
 * U+202D) on the cell in column 0 of every row, for those that have no switch. Which are needed is
 * first told from the environment, so that the first frame waits for no reply, and corrected when
 * the replies to our queries come. What is known of each terminal is the table in kind.c.
 *
 * The guard remembers what was written and is not undone: that, and nothing else, is restored. No
 * function here draws or waits.
 */
#ifndef TERM_GUARD_H
#define TERM_GUARD_H

#include <stdbool.h>
#include <stddef.h>

#include "term/kind.h"

enum bidi_mode {
	BIDI_AUTO,     /* visual order, guarded as the terminal needs, corrected by its replies */
	BIDI_APP,      /* visual order, with the switch and without marks; nothing is asked */
	BIDI_TERMINAL, /* logical order, for a terminal that will reorder anyhow: one pane */
};

/* "auto", "app", "terminal"; false for any other name. */
bool bidi_mode_parse(const char *name, enum bidi_mode *out);
const char *bidi_mode_name(enum bidi_mode mode);

enum { GUARD_NAME_SIZE = 32 };

struct guard {
	enum bidi_mode mode;
	bool may_ask;  /* the mode was auto at the beginning, or since */
	int fd;        /* the terminal, -1 outside of enter..leave */
	const struct term_kind *kind; /* as the environment tells, then as the replies do */
	const char *known_by; /* a variable, XTVERSION or DA2; NULL: nothing told the kind */
	bool by_version;      /* XTVERSION has told the name: DA2 has nothing to add */
	unsigned told; /* bits 1 << enum term_switch: what was written, and must be undone */
	bool asked;    /* the queries are out; once is enough */
	bool queries;  /* and DA1's reply, the last, is still to come */
	char bdsm; /* the answer to DECRQM 8: 0 none, '0' unknown, '1' implicit, '2' explicit */
	char autodetect; /* the same of ?2501 */
	/* What it is called, and its TERM: letters, digits and `._+-`, never empty; cut. */
	char name[GUARD_NAME_SIZE], term[GUARD_NAME_SIZE];
};

/* True for what may stand in `name` and `term`. */
bool guard_is_name(const char *text);

/* Decides from the environment; `getenv_fn` is getenv, or a test's. */
void guard_init(struct guard *guard, enum bidi_mode mode,
		const char *(*getenv_fn)(const char *name));

/*
 * Writes the switch and, where `ask`, the queries before it. Call before the first clear, after a
 * resize and on resume (then not asking); the terminal must not echo any more, or it would echo the
 * replies.
 */
void guard_enter(struct guard *guard, int fd, bool ask);

/* Another mode; between enter and leave it is in force at once: clear and paint again. */
void guard_set_mode(struct guard *guard, enum bidi_mode mode);

/* What a reply changed. */
enum guard_change {
	GUARD_SAME,
	GUARD_REPAINT, /* what rows must be made of */
	GUARD_CLEAR,   /* that, and the terminal was switched: only rows begun anew obey */
};

/* Takes the reply that the input parser cut out (without its introducer and its end). */
enum guard_change guard_reply(struct guard *guard, const char *reply, size_t n);

/* The same for who leaves: nothing is switched any more. */
void guard_learn(struct guard *guard, const char *reply, size_t n);

/* Each row's column 0 must carry LRM+LRO. */
bool guard_marks(const struct guard *guard);

/* In auto mode the terminal reorders rows all the same. */
bool guard_reorders(const struct guard *guard);

/* So, or by its mode: rows must be in logical order and belong to one pane. */
bool guard_logical(const struct guard *guard);

/* What a person could do for a better picture. */
enum term_hint guard_hint(const struct guard *guard);

/* Gives the terminal back. */
void guard_leave(struct guard *guard);

/*
 * What guard_leave() would write, NUL-terminated, in static storage: for handlers of signals, right
 * whenever they run. Empty when nothing is to restore.
 */
const char *guard_restore_bytes(void);

/* What stands before column 0's glyph on guarded rows; one string for `show` and for the frame. */
extern const char GUARD_MARKS_UTF8[]; /* U+200E U+202D */

#endif
