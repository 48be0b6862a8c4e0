/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Styles to what the terminal can show: curses attributes and a colour pair, made at first use.
 *
 * Frames speak of xterm's 256 colours. A terminal with 8 or 16 gets the nearest of them, one with
 * direct colour gets their RGB values, and where there is no colour a background of its own becomes
 * an underline, so that no mark is lost.
 */
#ifndef TUI_COLOUR_H
#define TUI_COLOUR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/frame.h"

enum { COLOURS_SLOTS = 1024 }; /* of the table of pairs, a power of two; half are used at most */

struct colours {
	int n_colours; /* 0: none, or none wanted */
	int max_pairs; /* pairs that may be made, not counting pair 0 */
	int n_pairs;
	struct {
		int16_t fg, bg;
		int pair; /* 0: free */
	} slots[COLOURS_SLOTS];
};

/* What curses is to draw with. */
struct ink {
	unsigned attrs; /* attr_t */
	int pair;
};

/* Call after newterm(). */
void colours_init(struct colours *colours, bool wanted);

struct ink colours_ink(struct colours *colours, struct style style);

/*
 * The nearest of the first `n_colours` (8, 16) of xterm's colours to its colour `index`; a hue
 * stays one; pure.
 */
int colour_nearest(int index, int n_colours);

/* 0xRRGGBB of xterm's colour `index`, 0 to 255; pure. */
unsigned colour_rgb(int index);

#endif
