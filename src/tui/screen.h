/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Puts frames on the terminal. Only what changed since the last frame is handed to curses, and curses writes the fewest
 * bytes that it finds.
 *
 * No decision about contents is made here, but one: where the terminal's guard wants marks, the cell in column 0 of each
 * row carries them.
 */
#ifndef TUI_SCREEN_H
#define TUI_SCREEN_H

#include <stdbool.h>
#include <stddef.h>

#include "app/frame.h"
#include "base/fault.h"

struct screen;

/*
 * Takes over the terminal on standard input and output, which terminfo_check() has passed and which has
 * been made raw, with `color` where it has some.
 */
enum status screen_new(struct screen **out, size_t n_rows, size_t n_cols, bool color, struct fault *f) MUST_USE;

/* Gives the terminal back and frees. */
void screen_free(struct screen *screen);

/* Shows `frame`; `marks` as in struct guard. */
void screen_draw(struct screen *screen, const struct frame *frame, bool marks);

/* Clears the terminal and paints everything at the next draw. */
void screen_invalidate(struct screen *screen);

void screen_resize(struct screen *screen, size_t n_rows, size_t n_cols);

/* Gives the terminal back for a while; the next draw takes it again, cleared. */
void screen_suspend(struct screen *screen);

/* The bytes that end curses' modes, for a crash: written to `out`, of `size`, NUL-terminated. */
void screen_restore_bytes(char *out, size_t size);

#endif
