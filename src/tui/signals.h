/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Signals as bytes in a pipe, so that poll() waits for them and everything else at once; and what a
 * crash still does.
 */
#ifndef TUI_SIGNALS_H
#define TUI_SIGNALS_H

#include <stddef.h>

#include "base/fault.h"
#include "tui/terminal.h"

/*
 * From here on HUP, INT, TERM, TSTP, CONT and WINCH arrive as bytes (their numbers) at the
 * descriptor in `*fd`, which does not block. `fd` is signals_close()'s to close.
 */
enum status signals_open(int *fd, struct fault *f) MUST_USE;

/* As they were before. */
void signals_close(void);

/*
 * Stops the process and those started with it, as Ctrl-Z at a shell does; returns when it
 * continues.
 */
void signals_stop(void);

enum { CRASH_BYTES = 256 };

/*
 * From here on a signal that kills (SEGV, ABRT, ...) and a lack of memory first give `terminal`
 * back: what ends the screen, where it is known, the modes, the guard's bytes, the line.
 */
void crash_arm(const struct terminal *terminal);

/* What ends the screen: copied, less than CRASH_BYTES. Once; it stays through crash_disarm(). */
void crash_add(const char *bytes);
void crash_disarm(void);

#endif
