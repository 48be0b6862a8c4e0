/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One whole control sequence from the terminal: which key, which report of the mouse, or whose reply it is.
 *
 * Keys as xterm sends them (and what rxvt, the Linux console and the two protocols for keys with modifiers add),
 * with cursor and keypad keys in either mode, since nothing here sets those modes.
 */
#ifndef TUI_SEQUENCE_H
#define TUI_SEQUENCE_H

#include <stddef.h>

#include "app/key.h"

enum sequence_kind {
	SEQUENCE_NOTHING, /* to be swallowed */
	SEQUENCE_KEY,
	SEQUENCE_MOUSE,   /* out->mouse, with clicks 0, and out->key.mods */
	SEQUENCE_PASTE,   /* a paste begins */
	SEQUENCE_REPLY,
};

/* A CSI without its introducer: parameters, intermediates, and the final byte last. Fills `out` but for text. */
enum sequence_kind sequence_csi(const char *seq, size_t n, struct event *out);

/* An SS3 without its introducer. */
enum sequence_kind sequence_ss3(const char *seq, size_t n, struct event *out);

/* What a control character below U+0020, or DEL, is as a key. */
struct key sequence_control(unsigned char c);

#endif
