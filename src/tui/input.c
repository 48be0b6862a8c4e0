/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/input.h"

#include <string.h>

#include "tui/sequence.h"

enum { ESC = 0x1b, CAN = 0x18, SUB = 0x1a, ETX = 0x03, BEL = 0x07 };

/* U+0644, U+0627 as it arrives, and the one cell that stands for both. */
enum { LAM = 0x0644, LAM_ALEF = 0xFEFB };
static const char ALEF[] = "\xD8\xA7";

static const char paste_end[] = "\033[201~";

void input_init(struct input *in)
{
	*in = (struct input){.state = INPUT_GROUND, .press_ms = -INPUT_CLICK_MS - 1};
}

void input_release(struct input *in)
{
	str_release(&in->sequence);
	str_release(&in->text);
}

void input_expect(struct input *in, bool expecting)
{
	in->expecting = expecting;
}

static void ground(struct input *in)
{
	in->state = INPUT_GROUND;
	in->meta = false;
	in->too_long = false;
	str_clear(&in->sequence);
}

static void begin(struct input *in, enum input_state state)
{
	ground(in);
	in->state = state;
}

static bool key_out(struct input *in, struct key key, struct event *out)
{
	if (in->meta)
		key.mods |= MOD_META;
	*out = (struct event){.kind = EVENT_KEY, .key = key};
	ground(in);
	return true;
}

static bool code_out(struct input *in, char32_t cp, struct event *out)
{
	return key_out(in, (struct key){.code = cp}, out);
}

/* Hands out what was collected; the next sequence collects in what the last event had. */
static void text_out(struct input *in, struct event *out)
{
	struct str old = in->text;

	in->text = in->sequence;
	in->sequence = old;
	out->text = str_cstr(&in->text);
	out->n_text = in->text.len;
	ground(in);
}

static bool reply_out(struct input *in, struct event *out)
{
	*out = (struct event){.kind = EVENT_REPLY};
	text_out(in, out);
	return true;
}

static void collect(struct input *in, char c, size_t max)
{
	if (in->sequence.len < max)
		str_append_char(&in->sequence, c);
	else
		in->too_long = true;
}

static void count_click(struct input *in, struct event *event)
{
	bool again = event->mouse.row == in->press_row && event->mouse.col == in->press_col &&
		     in->now_ms - in->press_ms <= INPUT_CLICK_MS;

	in->clicks = again ? in->clicks % 3 + 1 : 1;
	in->press_ms = in->now_ms;
	in->press_row = event->mouse.row;
	in->press_col = event->mouse.col;
	event->mouse.clicks = in->clicks;
}

/* A sequence is whole: true where it is an event. */
static bool sequence_out(struct input *in, enum sequence_kind kind, struct event *out)
{
	if (in->too_long)
		kind = SEQUENCE_NOTHING;
	switch (kind) {
	case SEQUENCE_KEY:
		return key_out(in, out->key, out);
	case SEQUENCE_MOUSE:
		if (out->mouse.kind == MOUSE_PRESS)
			count_click(in, out);
		break;
	case SEQUENCE_REPLY:
		return reply_out(in, out);
	case SEQUENCE_PASTE:
		begin(in, INPUT_PASTE);
		in->n_end = 0;
		return false;
	case SEQUENCE_NOTHING:
		break;
	}
	ground(in);
	return kind == SEQUENCE_MOUSE;
}

/* The lead byte of a character of more than one byte; anything else is no UTF-8, and swallowed. */
static void utf8_begin(struct input *in, unsigned char c)
{
	static const char32_t min[] = {0, 0x80, 0x800, 0x10000};
	unsigned n_more = c >= 0xf0 && c <= 0xf4 ? 3 : c >= 0xe0 && c < 0xf0 ? 2 : c >= 0xc2 && c < 0xe0 ? 1 : 0;

	if (n_more == 0) {
		ground(in);
		return;
	}
	in->state = INPUT_UTF8;
	in->n_more = n_more;
	in->cp = c & (0x3fu >> n_more);
	in->cp_min = min[n_more];
}

static bool utf8_ends(const struct input *in)
{
	/* C1 controls are no keys either. */
	return in->cp >= in->cp_min && in->cp >= 0xa0 && in->cp <= 0x10ffff &&
	       !(in->cp >= 0xd800 && in->cp <= 0xdfff);
}

static bool on_ground(struct input *in, unsigned char c, struct event *out)
{
	if (c == ESC)
		begin(in, INPUT_ESC);
	else if (c < ' ' || c == 0x7f)
		return key_out(in, sequence_control(c), out);
	else if (c < 0x80)
		return code_out(in, c, out);
	else
		utf8_begin(in, c);
	return false;
}

/* Lam, and in the same read alef: one key of an Arabic layout (app/key.h). */
static bool is_lam_alef(const struct input *in)
{
	return in->cp == LAM && in->n_bytes >= 2 && memcmp(in->bytes, ALEF, 2) == 0;
}

static bool on_utf8(struct input *in, unsigned char c, struct event *out)
{
	if ((c & 0xc0) != 0x80) {
		ground(in);
		return on_ground(in, c, out);
	}
	in->cp = in->cp << 6 | (c & 0x3f);
	if (--in->n_more > 0)
		return false;
	if (is_lam_alef(in)) {
		in->bytes += 2;
		in->n_bytes -= 2;
		return code_out(in, LAM_ALEF, out);
	}
	if (utf8_ends(in))
		return code_out(in, in->cp, out);
	ground(in);
	return false;
}

static bool on_esc(struct input *in, unsigned char c, struct event *out)
{
	switch (c) {
	case '[':
		begin(in, INPUT_CSI);
		return false;
	case 'O':
		begin(in, INPUT_SS3);
		return false;
	case 'P': case ']': case '_':
		begin(in, INPUT_STRING);
		in->introducer = (char)c;
		return false;
	case ESC: /* pressed twice, on a line that delivers late */
		*out = (struct event){.kind = EVENT_KEY, .key = {.code = NAMED_ESCAPE}};
		return true;
	default:
		in->meta = true;
		in->state = INPUT_GROUND;
		return on_ground(in, c, out);
	}
}

static bool on_csi(struct input *in, unsigned char c, struct event *out)
{
	if (c < ' ' || c >= 0x7f) { /* no part of a sequence: what began is malformed */
		ground(in);
		return on_ground(in, c, out);
	}
	if (in->sequence.len == 0 && (c == '[' || c == 'M')) {
		begin(in, c == '[' ? INPUT_LINUX_KEY : INPUT_X10);
		in->n_more = 3;
		return false;
	}
	collect(in, (char)c, INPUT_REPLY_MAX);
	if (c < '@')
		return false;
	return sequence_out(in, sequence_csi(in->sequence.p, in->sequence.len, out), out);
}

static bool on_linux_key(struct input *in, unsigned char c, struct event *out)
{
	if (c >= 'A' && c <= 'E')
		return key_out(in, (struct key){.code = NAMED_F1 + (uint32_t)(c - 'A')}, out);
	ground(in);
	return false;
}

static bool on_ss3(struct input *in, unsigned char c, struct event *out)
{
	if (c < ' ' || c >= 0x7f) {
		ground(in);
		return on_ground(in, c, out);
	}
	collect(in, (char)c, INPUT_REPLY_MAX);
	if (c < '@')
		return false;
	return sequence_out(in, sequence_ss3(in->sequence.p, in->sequence.len, out), out);
}

static bool string_out(struct input *in, struct event *out)
{
	if (!in->too_long && in->introducer != '_')
		return reply_out(in, out);
	ground(in);
	return false;
}

static bool on_string(struct input *in, unsigned char c, struct event *out)
{
	if (c == ESC) {
		in->state = INPUT_STRING_ESC;
		return false;
	}
	if (c == BEL && in->introducer == ']')
		return string_out(in, out);
	if (c == CAN || c == SUB || c == ETX) { /* ETX: a person's way out of what never ends */
		ground(in);
		return c == ETX && on_ground(in, c, out);
	}
	collect(in, (char)c, INPUT_REPLY_MAX);
	return false;
}

static bool on_string_esc(struct input *in, unsigned char c, struct event *out)
{
	if (c == '\\')
		return string_out(in, out);
	begin(in, INPUT_ESC);
	return on_esc(in, c, out);
}

/* Terminals send a paste's line ends as CR. */
static void normalise_line_ends(struct str *s)
{
	size_t to = 0;

	for (size_t from = 0; from < s->len; from++) {
		bool cr = s->p[from] == '\r';
		if (cr && from + 1 < s->len && s->p[from + 1] == '\n')
			continue;
		s->p[to++] = cr ? '\n' : s->p[from];
	}
	str_truncate(s, to);
}

static bool paste_out(struct input *in, struct event *out)
{
	*out = (struct event){.kind = EVENT_PASTE, .cut = in->too_long};
	if (in->sequence.len > 0)
		normalise_line_ends(&in->sequence);
	text_out(in, out);
	return true;
}

static void paste_append(struct input *in, const char *bytes, size_t n)
{
	size_t room = INPUT_PASTE_MAX - in->sequence.len;

	if (n > room)
		in->too_long = true;
	str_append(&in->sequence, bytes, n < room ? n : room);
}

/* Eats up to the next byte that may end the paste. */
static void paste_run(struct input *in)
{
	const char *esc = memchr(in->bytes, ESC, in->n_bytes);
	size_t n = esc ? (size_t)(esc - in->bytes) : in->n_bytes;

	paste_append(in, in->bytes, n);
	in->bytes += n;
	in->n_bytes -= n;
}

static bool on_paste(struct input *in, unsigned char c, struct event *out)
{
	if (c == (unsigned char)paste_end[in->n_end]) {
		in->n_end++;
		return in->n_end == sizeof paste_end - 1 && paste_out(in, out);
	}
	paste_append(in, paste_end, in->n_end);
	in->n_end = c == ESC;
	if (c != ESC)
		paste_append(in, (const char *)&c, 1);
	return false;
}

static bool step(struct input *in, unsigned char c, struct event *out)
{
	switch (in->state) {
	case INPUT_GROUND: return on_ground(in, c, out);
	case INPUT_UTF8: return on_utf8(in, c, out);
	case INPUT_ESC: return on_esc(in, c, out);
	case INPUT_CSI: return on_csi(in, c, out);
	case INPUT_LINUX_KEY: return on_linux_key(in, c, out);
	case INPUT_X10:
		if (--in->n_more == 0)
			ground(in);
		return false;
	case INPUT_SS3: return on_ss3(in, c, out);
	case INPUT_STRING: return on_string(in, c, out);
	case INPUT_STRING_ESC: return on_string_esc(in, c, out);
	case INPUT_PASTE: return on_paste(in, c, out);
	}
	return false;
}

/*
 * Escape, or Escape and an introducer, has become a key, and what comes now in one read is what only a terminal sends after it: the
 * rest of a sequence that the line cut. Nobody types so fast.
 */
static bool is_late_rest(const char *bytes, size_t n, enum input_state expired)
{
	if (expired == INPUT_ESC) {
		if (n < 2 || !strchr("[]P", bytes[0]))
			return false;
		bytes++;
		n--;
	}
	return n > 1 && bytes[0] && strchr("0123456789?<>", bytes[0]);
}

void input_feed(struct input *in, const char *bytes, size_t n, int64_t now_ms)
{
	in->bytes = bytes;
	in->n_bytes = n;
	in->now_ms = now_ms;
	if (in->expired != INPUT_GROUND && in->state == INPUT_GROUND && is_late_rest(bytes, n, in->expired))
		in->state = in->expired;
	in->expired = INPUT_GROUND;
}

bool input_next(struct input *in, struct event *out)
{
	while (in->n_bytes > 0) {
		if (in->state == INPUT_PASTE && in->n_end == 0)
			paste_run(in);
		if (in->n_bytes == 0)
			break;
		in->n_bytes--;
		if (step(in, (unsigned char)*in->bytes++, out))
			return true;
	}
	return false;
}

int input_waits(const struct input *in)
{
	int escape = in->expecting ? INPUT_ESCAPE_EXPECTING_MS : INPUT_ESCAPE_MS;

	switch (in->state) {
	case INPUT_ESC:
	case INPUT_STRING_ESC:
	case INPUT_LINUX_KEY:
		return escape;
	case INPUT_CSI:
		return in->sequence.len == 0 ? escape : -1;
	case INPUT_SS3:
	case INPUT_STRING:
		return in->sequence.len == 0 ? escape : INPUT_STRING_MS;
	case INPUT_X10:
		return INPUT_STRING_MS;
	default:
		return -1;
	}
}

bool input_expire(struct input *in, struct event *out)
{
	enum input_state state = in->state;
	bool bare = in->sequence.len == 0;

	if (input_waits(in) < 0)
		return false;
	ground(in);
	switch (state) {
	case INPUT_ESC:
	case INPUT_STRING_ESC:
		in->expired = INPUT_ESC;
		return code_out(in, NAMED_ESCAPE, out);
	case INPUT_CSI:
		in->expired = INPUT_CSI;
		in->meta = true;
		return code_out(in, '[', out);
	case INPUT_SS3:
		in->meta = bare;
		return bare && code_out(in, 'O', out);
	case INPUT_STRING:
		in->expired = bare ? INPUT_STRING : INPUT_GROUND;
		in->meta = bare;
		return bare && code_out(in, (unsigned char)in->introducer, out);
	default:
		return false;
	}
}
