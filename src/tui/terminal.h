/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The terminal apart from what is drawn on it: raw mode, the guard, the mouse, bracketed paste, the
 * clipboard.
 *
 * terminal_enter() comes before curses starts or resumes, terminal_leave() after it has ended:
 * curses then finds and leaves a terminal that is already raw, and what the guard switches encloses
 * everything that is shown.
 */
#ifndef TUI_TERMINAL_H
#define TUI_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

#include "base/fault.h"
#include "term/guard.h"

struct terminal {
	int in, out;
	struct termios shell; /* as it was before us */
	struct guard guard;
	bool mouse;
};

/* NO_TTY unless standard input and output are terminals. Changes nothing yet. */
enum status terminal_init(struct terminal *terminal, enum bidi_mode mode, bool mouse,
			  struct fault *f) MUST_USE;

/* Its size; 24 x 80 where it does not know. */
void terminal_size(const struct terminal *terminal, size_t *n_rows, size_t *n_cols);

/* `ask`: with the guard's queries. */
void terminal_enter(struct terminal *terminal, bool ask);
void terminal_leave(struct terminal *terminal);

void terminal_set_mouse(struct terminal *terminal, bool on);

/* To the clipboard (OSC 52). False, and nothing written, where `n` is above APP_COPY_MAX. */
bool terminal_copy(struct terminal *terminal, const char *text, size_t n);

/* Static: what undoes the modes of terminal_enter() but for the guard's. For crashes. */
extern const char TERMINAL_MODES_OFF[];

#endif
