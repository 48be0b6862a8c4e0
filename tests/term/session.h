/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A program in a terminal of our own: a pty, a small shell that does its job control, libvterm for the screen, and the
 * replies of one family of terminals.
 *
 * Everything here waits for conditions with one deadline, and none for time to pass.
 */
#ifndef TESTS_TERM_SESSION_H
#define TESTS_TERM_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>
#include <vterm.h>

#include "base/str.h"

/* How a family of terminals answers; NULL: not at all. */
struct family {
	const char *name;
	const char *term;     /* TERM in it */
	const char *env;      /* NAME=VALUE that it sets */
	const char *da1;      /* the answer to CSI c */
	const char *da2;      /* to CSI > c */
	const char *bdsm;     /* to CSI 8 $ p */
	const char *autodetect; /* to CSI ? 2501 $ p */
	const char *version;  /* to CSI > 0 q */
};
const struct family *family_find(const char *name);

struct session {
	const struct family *family;
	int n_rows, n_cols;
	int master, slave;        /* the slave stays open here, to look at its modes */
	int status, control;      /* pipes from and to the small shell */
	int shell, program;       /* process ids; 0: not running */
	struct termios before;    /* the line's modes before the program */
	bool stopped, ended;
	int exit_status;          /* as of waitpid(), when ended */
	VTerm *vt;
	VTermScreen *screen;
	struct str sent;          /* what the program sent since session_mark() */
	bool hold;                /* replies wait in `held` */
	struct str held;
};

void session_init(struct session *s);
/* The terminal is one of this family: its replies, and the environment of what is run from here on. */
void session_set_family(struct session *s, const struct family *family);
/* Ends what still runs, by SIGKILL. */
void session_release(struct session *s);

void session_run(struct session *s, char **argv);
void session_resize(struct session *s, int n_rows, int n_cols);
void session_signal(struct session *s, int signo);
void session_continue(struct session *s);
void session_hang_up(struct session *s);

enum apart {
	APART_NOT,
	APART_KEYS,  /* but Escape and the next two, which a busy machine could part for so long that they are keys */
	APART_BYTES, /* every byte: while replies are to come, Escape has time */
};

/* Types bytes; apart, each is sent when the program has read the one before. */
void session_type(struct session *s, const char *bytes, size_t n, enum apart apart);

/* Takes what the program sends until `done` says true; false when the deadline passed or the program ended before. */
bool session_until(struct session *s, bool (*done)(struct session *s, void *data), void *data);

/* Until the program has read what was typed, sent all, and sleeps, without idle work; false when the deadline passed. */
bool session_settle(struct session *s);

/* A row as text, without the guard's marks and the spaces at its end. */
void session_row(struct session *s, int row, struct str *out);
/* True when the guard's marks stand in the row's first cell. */
bool session_row_marked(struct session *s, int row);
bool session_line_restored(struct session *s);
/* Nothing that was typed, and no reply, is left for who reads next. */
bool session_line_empty(struct session *s);

#endif
