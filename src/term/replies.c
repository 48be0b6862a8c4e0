/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "term/replies.h"

enum { ESC = 0x1b, BEL = 0x07 };

static enum reply_piece begin(struct replies *replies, int state)
{
	replies->state = state;
	replies->n = 0;
	replies->too_long = false;
	return PIECE_NONE;
}

static void collect(struct replies *replies, char c)
{
	if (replies->n < REPLY_MAX)
		replies->bytes[replies->n++] = c;
	else
		replies->too_long = true;
}

static enum reply_piece end(struct replies *replies)
{
	replies->state = REPLIES_GROUND;
	return replies->too_long ? PIECE_NONE : PIECE_REPLY;
}

static enum reply_piece on_esc(struct replies *replies, char c)
{
	switch (c) {
	case '[':
		return begin(replies, REPLIES_CSI);
	case 'P': case ']': case '_': case '^': case 'X':
		return begin(replies, REPLIES_STRING);
	case ESC:
		return PIECE_NONE;
	default:
		replies->state = REPLIES_GROUND;
		return PIECE_NONE;
	}
}

static enum reply_piece on_csi(struct replies *replies, char c)
{
	if (c < ' ' || c > '~')
		return begin(replies, c == ESC ? REPLIES_ESC : REPLIES_GROUND);
	collect(replies, c);
	return c >= '@' ? end(replies) : PIECE_NONE;
}

enum reply_piece replies_take(struct replies *replies, char c)
{
	switch (replies->state) {
	case REPLIES_GROUND:
		return c == ESC ? begin(replies, REPLIES_ESC) : PIECE_KEY;
	case REPLIES_ESC:
		return on_esc(replies, c);
	case REPLIES_CSI:
		return on_csi(replies, c);
	case REPLIES_STRING:
		if (c == BEL)
			return end(replies);
		if (c == ESC)
			replies->state = REPLIES_STRING_ESC;
		else
			collect(replies, c);
		return PIECE_NONE;
	case REPLIES_STRING_ESC:
		return c == '\\' ? end(replies) : on_esc(replies, c);
	}
	return PIECE_NONE;
}
