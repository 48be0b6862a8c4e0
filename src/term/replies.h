/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The terminal's replies apart from what is typed, for who asks a terminal without an interface.
 *
 * Every control sequence and every control string is the terminal's here, also those of cursor
 * keys: what asks takes letters only. The interface has a parser of its own (tui/input.h), which
 * knows keys.
 */
#ifndef TERM_REPLIES_H
#define TERM_REPLIES_H

#include <stdbool.h>
#include <stddef.h>

enum { REPLY_MAX = 256 }; /* bytes kept of one; longer ones are swallowed */

struct replies {
	enum { REPLIES_GROUND, REPLIES_ESC, REPLIES_CSI, REPLIES_STRING, REPLIES_STRING_ESC } state;
	bool too_long;
	char bytes[REPLY_MAX];
	size_t n;
};

enum reply_piece {
	PIECE_NONE,  /* a part of something */
	PIECE_KEY,   /* `c` is a byte that somebody typed */
	PIECE_REPLY, /* `bytes`, `n` of them, are a whole reply, as guard_reply() takes it */
};

/* Eats the next byte. Begin with a zeroed struct. */
enum reply_piece replies_take(struct replies *replies, char c);

#endif
