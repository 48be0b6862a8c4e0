/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bytes from the terminal to events.
 *
 * One state machine eats every byte once, wherever reads cut the stream. What is not a key, the
 * mouse or a paste is a reply of the terminal or malformed, and neither ever becomes a key: a stray
 * `y` would be a command. Pure: the clock is handed in, and nothing here reads.
 *
 * Escape alone has no end of its own: input_waits() tells for how long the next byte may still make
 * it a sequence, and input_expire() makes it a key when none came.
 */
#ifndef TUI_INPUT_H
#define TUI_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/key.h"
#include "base/str.h"

enum {
	INPUT_ESCAPE_MS = 25, /* Escape alone is a key after so long */
	INPUT_ESCAPE_EXPECTING_MS = 2000, /* while replies are expected, which a line may cut */
	INPUT_STRING_MS = 5000, /* a reply that stops in its middle is given up after so long */
	INPUT_CLICK_MS = 400, /* presses on one cell in so short a time are one more click */
	INPUT_REPLY_MAX = 4096, /* bytes kept of a reply */
	INPUT_PASTE_MAX = 16 << 20, /* bytes kept of a paste */
};

enum input_state {
	INPUT_GROUND,
	INPUT_UTF8,     /* inside a character */
	INPUT_ESC,
	INPUT_CSI,
	INPUT_LINUX_KEY, /* after `CSI [`: one letter */
	INPUT_X10,      /* after `CSI M`: three bytes of a mouse report that we did not ask for */
	INPUT_SS3,
	INPUT_STRING,   /* DCS, OSC, APC */
	INPUT_STRING_ESC,
	INPUT_PASTE,
};

struct input {
	enum input_state state;
	bool expecting;         /* replies are to come: see input_expect() */
	bool meta;              /* an Escape came before the character being read */
	enum input_state expired; /* by input_expire(), and its rest may still come; or GROUND */
	char32_t cp;            /* of INPUT_UTF8: bits so far */
	unsigned n_more;        /* bytes to come, of INPUT_UTF8 and INPUT_X10 */
	char32_t cp_min;        /* smallest value that is not overlong */
	char introducer;        /* of a string: P ] _ */
	struct str sequence;    /* of a CSI or SS3, from its parameters on; a string; a paste */
	bool too_long;          /* more came than is kept */
	size_t n_end;           /* bytes of a paste's end seen so far */
	struct str text;        /* of the event handed out last */
	const char *bytes;      /* what was fed and is still to be eaten */
	size_t n_bytes;
	int64_t now_ms;
	int64_t press_ms;       /* the last press of the mouse */
	size_t press_row, press_col;
	unsigned clicks;
};

void input_init(struct input *in);
void input_release(struct input *in);

/*
 * Bytes of one read at `now_ms` (any clock that only grows); borrowed until input_next() says
 * false.
 */
void input_feed(struct input *in, const char *bytes, size_t n, int64_t now_ms);

/*
 * The next event of what was fed; false when all of it is eaten. Its text is borrowed until the
 * next call.
 */
bool input_next(struct input *in, struct event *out);

/* Milliseconds of silence after which input_expire() is to be called; -1: never. */
int input_waits(const struct input *in);

/*
 * Nothing came for input_waits(): ends what waits. True where that makes an event; call again until
 * false.
 */
bool input_expire(struct input *in, struct event *out);

/* Tells whether queries are unanswered. */
void input_expect(struct input *in, bool expecting);

#endif
