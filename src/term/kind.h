/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The kinds of terminals: how each is recognised, and what makes it leave our visual order alone.
 *
 * kind.c is one table, and all that the program knows of single terminals. What was measured of
 * each stands in doc/TERMINALS.md. Pure: nothing here reads or writes.
 */
#ifndef TERM_KIND_H
#define TERM_KIND_H

#include <stdbool.h>
#include <stddef.h>

/* What a terminal can be told so that it reorders nothing; at the end it is told the contrary. */
enum term_switch {
	SWITCH_NONE,
	SWITCH_BDSM,    /* explicit mode, ECMA-48 and the draft for terminals */
	SWITCH_KONSOLE, /* its own, and a request for another font in xterm: to Konsole only */
	SWITCH_MLTERM,  /* its own, to mlterm only */
	N_SWITCHES,
};

/* What a person could change in the terminal; the words are the app's. */
enum term_hint {
	TERM_HINT_NONE,
	TERM_HINT_FORCE_LTR, /* kitty: `force_ltr yes` */
	TERM_HINT_REORDERS,  /* a setting of the terminal, and nothing that it can be told */
};

struct term_kind {
	const char *name; /* one word */

	/* How it is recognised; NULL: not so. */
	const char *term;    /* a prefix of TERM */
	const char *env;     /* a variable that it sets: NAME, or NAME=VALUE */
	const char *version; /* a prefix of its answer to XTVERSION */
	const char *da2;     /* a prefix of its answer to DA2, between `>` and `c` */
	bool inner;          /* runs inside of others, whose variables are set too: `env` wins */

	/* What it needs. */
	enum term_switch by;
	bool marks;    /* LRM+LRO in column 0 of each row */
	bool reorders; /* whatever it is told: it wants logical order, and one pane */
	bool mute;     /* shows queries as text: must not be asked */
	enum term_hint hint;
};

/* A terminal of no known kind. */
extern const struct term_kind KIND_OTHER;

/*
 * As the environment tells; KIND_OTHER where it tells nothing, or contradicts itself. `*known_by`:
 * the variable that told, static, or NULL. `getenv_fn` is getenv, or a test's.
 */
const struct term_kind *kind_by_environment(const char *(*getenv_fn)(const char *name),
					    const char **known_by);

/* As the answer to XTVERSION, or to DA2, tells; NULL: it tells nothing. */
const struct term_kind *kind_by_version(const char *version, size_t n);
const struct term_kind *kind_by_da2(const char *params, size_t n);

#endif
