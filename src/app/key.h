/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keys: what the input parser makes of bytes, and what keymaps are written in.
 *
 * A key is a code point, or a named key, with modifiers. Its text form is the one of default.keys:
 * `j`, `Space`, `C-e`, `S-Right`, `M-x`, `F1`, `Enter`, `Esc`; `Hash` is #.
 */
#ifndef APP_KEY_H
#define APP_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

enum key_mod { MOD_SHIFT = 1, MOD_META = 2, MOD_CTRL = 4 };

enum key_named {
	KEY_NAMED = 0x110000, /* above all code points */
	NAMED_ENTER, NAMED_ESCAPE, NAMED_TAB, NAMED_BACKSPACE,
	NAMED_UP, NAMED_DOWN, NAMED_LEFT, NAMED_RIGHT,
	NAMED_HOME, NAMED_END, NAMED_PAGE_UP, NAMED_PAGE_DOWN, NAMED_INSERT, NAMED_DELETE,
	NAMED_F1, NAMED_F2, NAMED_F3, NAMED_F4, NAMED_F5, NAMED_F6,
	NAMED_F7, NAMED_F8, NAMED_F9, NAMED_F10, NAMED_F11, NAMED_F12,
};

struct key {
	/*
	 * A code point, or enum key_named; Ctrl-letter is the small letter with MOD_CTRL. Lam and
	 * alef that arrive in one read are one key of an Arabic layout: the input parser joins them
	 * to U+FEFB, and app_event() types U+FEFB as these two letters.
	 */
	uint32_t code;
	uint8_t mods;  /* enum key_mod; a shifted letter is just its code point */
};

bool key_equal(struct key a, struct key b);

/*
 * Reads one key, up to white space or the end, from the start of `text`; its bytes, or 0 where
 * there is none.
 */
size_t key_parse(const char *text, struct key *out);

/* The key's text form in `out`, NUL-terminated. */
enum { KEY_TEXT_SIZE = 32 };
void key_format(struct key key, char out[KEY_TEXT_SIZE]);

/*
 * The key at the same place of a Latin keyboard, for what an Arabic layout (XKB `ara`) sends: its
 * letters, ؟ ، ؛ and the digits of both Arabic sets. False for any other key.
 */
bool key_latin(struct key key, struct key *out);

/*
 * What an Arabic layout sends for the key of a Latin one; false where it sends the same or nothing
 * of its own.
 */
bool key_arabic(struct key key, struct key *out);

enum mouse_kind { MOUSE_PRESS, MOUSE_DRAG, MOUSE_RELEASE, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

/* What comes from the terminal. */
enum event_kind {
	EVENT_KEY,
	EVENT_MOUSE,  /* button 1 or the wheel */
	EVENT_PASTE,  /* bracketed paste: never runs a command */
	EVENT_REPLY,  /* of the terminal to a query; for term/guard only */
	EVENT_RESIZE,
	EVENT_TICK,   /* time passed: drafts, messages, jobs */
	EVENT_HANGUP, /* the terminal is gone, or SIGTERM: save and end */
};

struct event {
	enum event_kind kind;
	struct key key;
	struct {
		enum mouse_kind kind;
		size_t row, col;
		unsigned clicks; /* 1, 2, 3 within the double-click time; presses only */
	} mouse;
	const char *text; /* paste or reply; borrowed until the next event */
	size_t n_text;
	bool cut;         /* a paste that was larger than what is kept: its end is missing */
	size_t n_rows, n_cols; /* of a resize */
};

#endif
