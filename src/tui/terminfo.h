/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is known of the terminal before a byte is written to it. (A room of its own for term.h, whose macros
 * take words like `lines` and `columns`.)
 */
#ifndef TUI_TERMINFO_H
#define TUI_TERMINFO_H

#include "base/fault.h"

/* NO_TTY for a terminal that is unknown or cannot move its cursor. */
enum status terminfo_check(struct fault *f) MUST_USE;

#endif
