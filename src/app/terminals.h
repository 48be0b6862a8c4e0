/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What people said in `doctor --bidi`: the bidi mode that reads right in a terminal, kept in
 * $XDG_STATE_HOME/hashiya/terminals.
 *
 * The file has a line `MODE NAME TERM` for each terminal: a bidi mode, the guard's name of it, its
 * TERM. A line that is none is passed over, and goes when the file is next written. It is read when
 * the terminal's name is known, and again when a reply tells a better one.
 */
#ifndef APP_TERMINALS_H
#define APP_TERMINALS_H

#include <stdbool.h>

#include "app/options.h"
#include "base/fault.h"
#include "term/guard.h"

/* The caller's. */
char *terminals_path(void);

/* What is remembered of the terminal that `guard` knows; false: nothing. */
bool terminals_recall(const struct guard *guard, enum bidi_mode *out);

/*
 * The mode to use in it: as somebody has set it, else as it is remembered, else auto. True where it
 * is remembered.
 */
bool terminals_mode(const struct options *options, const struct guard *guard, enum bidi_mode *out);

/* What a person could set in it, translated; NULL: nothing. */
const char *terminals_advice(enum term_hint hint);

/* In place of what was remembered of it. */
enum status terminals_remember(const struct guard *guard, enum bidi_mode mode, struct fault *f)
	MUST_USE;

/* Fine where nothing was remembered. */
enum status terminals_forget(const struct guard *guard, struct fault *f) MUST_USE;

#endif
