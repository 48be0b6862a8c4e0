/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The interface on a terminal: the app's events come from it, and the app's frames go to it. */
#ifndef TUI_TUI_H
#define TUI_TUI_H

#include <stddef.h>

#include "base/fault.h"

struct options;

/*
 * Runs until the person quits, the terminal hangs up or a signal asks to end; the terminal is as it
 * was after it. `args` as for app_new(). NO_TTY without a usable terminal, INTERRUPTED after a
 * hangup or a signal (all is saved then).
 */
enum status tui_run(const struct options *options, char **args, size_t n_args,
		    struct fault *f) MUST_USE;

/* "ncurses 6.4.20221231": the library that runs; static. */
const char *tui_version(void);

#endif
