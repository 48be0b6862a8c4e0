/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Standard output, and the one place that knows whether a terminal is there.
 *
 * Data is exact in a file or a pipe and made safe for a terminal. Lines for people are safe
 * everywhere; on a terminal they are in visual order, behind the terminal guard. A failed write is
 * found out at the end.
 */
#ifndef CLI_OUT_H
#define CLI_OUT_H

#include <stdbool.h>
#include <stddef.h>

#include "app/options.h"
#include "base/fault.h"
#include "base/str.h"
#include "term/guard.h"
#include "text/paragraph.h"

struct out {
	int fd;
	bool tty;
	bool color; /* escapes for colours are wanted: a terminal, and nothing against it */
	size_t width;          /* columns of the terminal; 0: unknown */
	enum text_order order; /* what rows on this terminal are made of */
	struct guard guard;
	bool guarded;          /* between guard_enter() and guard_leave() */
	struct str buffer;
	int error;             /* errno of the first write that failed; 0: none */
};

void out_init(struct out *out, int fd);

/* Takes the options into account: bidi mode, or what is remembered of it, and colours. */
void out_configure(struct out *out, const struct options *options);

/* Lines from here on are in this mode. */
void out_set_bidi(struct out *out, enum bidi_mode mode);

/* Writes what is buffered, which a person should see now. */
void out_flush(struct out *out);

/*
 * Writes what is left and gives the terminal back; IO, NO_SPACE or PIPE_CLOSED where anything got
 * lost.
 */
enum status out_finish(struct out *out, struct fault *f) MUST_USE;

/* Somebody's bytes. */
void out_data(struct out *out, const char *bytes, size_t n);

/* Our own bytes, which are safe: escapes, rows that the text engine made. */
void out_raw(struct out *out, const char *bytes, size_t n);

/*
 * What must stand before column 0 of a row in visual order: begins the guard where there is a
 * terminal.
 */
void out_row_start(struct out *out);

/*
 * One line for people, without the line end. Foreign text may come by %s, and is isolated;
 * conversions as in words_vformat().
 */
void out_line(struct out *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A line for people on standard error: "hashiya: ...", safe. */
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The fault in words, and the hint on a line of its own, on standard error. */
void say_fault(const struct fault *f);

#endif
