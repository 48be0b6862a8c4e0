/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/sequence.h"

#include <string.h>

enum { MAX_PARAMS = 3, MAX_PARAM = 0x10FFFF };

/* A sequence taken apart. */
struct parts {
	char prefix;        /* one of < = > ? before the parameters, or 0 */
	char intermediate;  /* the last one, or 0 */
	char final;
	long params[MAX_PARAMS]; /* 0 where absent; sub-parameters after a colon are left out */
	size_t n_params;
};

static const struct {
	char final;
	uint32_t code;
} letter_keys[] = {
	{'A', NAMED_UP}, {'B', NAMED_DOWN}, {'C', NAMED_RIGHT}, {'D', NAMED_LEFT},
	{'H', NAMED_HOME}, {'F', NAMED_END},
	{'P', NAMED_F1}, {'Q', NAMED_F2}, {'R', NAMED_F3}, {'S', NAMED_F4},
};

/* By the number before `~`; 0: none. */
static const uint32_t number_keys[] = {
	[1] = NAMED_HOME, [2] = NAMED_INSERT, [3] = NAMED_DELETE, [4] = NAMED_END,
	[5] = NAMED_PAGE_UP, [6] = NAMED_PAGE_DOWN, [7] = NAMED_HOME, [8] = NAMED_END,
	[11] = NAMED_F1, [12] = NAMED_F2, [13] = NAMED_F3, [14] = NAMED_F4, [15] = NAMED_F5,
	[17] = NAMED_F6, [18] = NAMED_F7, [19] = NAMED_F8, [20] = NAMED_F9, [21] = NAMED_F10,
	[23] = NAMED_F11, [24] = NAMED_F12,
};

/* What a keypad sends in application mode, from `j` on. */
static const char keypad[] = "*+,-./0123456789";

static uint32_t letter_code(char final)
{
	for (size_t i = 0; i < sizeof letter_keys / sizeof letter_keys[0]; i++)
		if (letter_keys[i].final == final)
			return letter_keys[i].code;
	return 0;
}

static uint32_t number_code(long number)
{
	if (number < 0 || (size_t)number >= sizeof number_keys / sizeof number_keys[0])
		return 0;
	return number_keys[number];
}

static bool is_param(char c)
{
	return c >= '0' && c <= ';';
}

static const char *take_params(const char *p, const char *end, struct parts *out)
{
	bool sub = false;

	if (p < end && is_param(*p))
		out->n_params = 1;
	for (; p < end && is_param(*p); p++) {
		if (*p == ';') {
			out->n_params++;
			sub = false;
		} else if (*p == ':') {
			sub = true;
		} else if (!sub && out->n_params <= MAX_PARAMS) {
			long *value = &out->params[out->n_params - 1];
			if (*value <= MAX_PARAM)
				*value = *value * 10 + (*p - '0');
		}
	}
	return p;
}

/* False for what ECMA-48 5.4 does not allow. */
static bool take_apart(const char *seq, size_t n, struct parts *out)
{
	const char *p = seq, *end = seq + n - 1;

	*out = (struct parts){.final = '\0'};
	if (n == 0)
		return false;
	if (p < end && *p >= '<' && *p <= '?')
		out->prefix = *p++;
	p = take_params(p, end, out);
	while (p < end && *p >= ' ' && *p <= '/')
		out->intermediate = *p++;
	out->final = *p;
	return p == end;
}

/* xterm: one more than a sum of bits; 8 is its Meta, beside Alt. */
static uint8_t modifiers(long param)
{
	unsigned bits = param > 1 ? (unsigned)(param - 1) : 0;
	return (uint8_t)((bits & (MOD_SHIFT | MOD_META | MOD_CTRL)) | (bits & 8 ? MOD_META : 0));
}

static enum sequence_kind named(struct event *out, uint32_t code, uint8_t mods)
{
	if (code == 0)
		return SEQUENCE_NOTHING;
	out->kind = EVENT_KEY;
	out->key = (struct key){.code = code, .mods = mods};
	return SEQUENCE_KEY;
}

/* A character with modifiers, in the form that it has without these protocols. */
static enum sequence_kind character(struct event *out, long code, uint8_t mods)
{
	if (code < ' ' || code == 0x7f) {
		if (code < 0)
			return SEQUENCE_NOTHING;
		struct key key = sequence_control((unsigned char)code);
		return named(out, key.code, (uint8_t)(key.mods | mods));
	}
	if ((code > 0x7f && code < 0xa0) || code > MAX_PARAM || (code >= 0xd800 && code <= 0xdfff))
		return SEQUENCE_NOTHING;
	if (mods & MOD_CTRL && code >= 'A' && code <= 'Z')
		code += 'a' - 'A';
	if (code != ' ')
		mods &= (uint8_t)~MOD_SHIFT;
	return named(out, (uint32_t)code, mods);
}

/* SGR reports: CSI < button ; column ; row M or m. */
static enum sequence_kind mouse(const struct parts *parts, struct event *out)
{
	enum { LOW = 3, SHIFT = 4, META = 8, CTRL = 16, MOTION = 32, WHEEL = 64, EXTRA = 128 };
	long b = parts->params[0];
	bool wheel = b & WHEEL;

	if (parts->n_params != 3 || parts->params[1] < 1 || parts->params[2] < 1 || b & EXTRA)
		return SEQUENCE_NOTHING;
	if (wheel ? (b & LOW) > 1 || parts->final == 'm' : (b & LOW) != 0)
		return SEQUENCE_NOTHING;
	out->kind = EVENT_MOUSE;
	out->mouse.row = (size_t)parts->params[2] - 1;
	out->mouse.col = (size_t)parts->params[1] - 1;
	out->key.mods = (uint8_t)((b & SHIFT ? MOD_SHIFT : 0) | (b & META ? MOD_META : 0) |
				  (b & CTRL ? MOD_CTRL : 0));
	if (wheel)
		out->mouse.kind = (b & LOW) == 0 ? MOUSE_WHEEL_UP : MOUSE_WHEEL_DOWN;
	else if (parts->final == 'm')
		out->mouse.kind = MOUSE_RELEASE;
	else
		out->mouse.kind = b & MOTION ? MOUSE_DRAG : MOUSE_PRESS;
	return SEQUENCE_MOUSE;
}

static enum sequence_kind tilde(const struct parts *parts, struct event *out)
{
	if (parts->params[0] == 200)
		return SEQUENCE_PASTE;
	if (parts->params[0] == 27 && parts->n_params == 3)
		return character(out, parts->params[2], modifiers(parts->params[1]));
	return named(out, number_code(parts->params[0]), modifiers(parts->params[1]));
}

enum sequence_kind sequence_csi(const char *seq, size_t n, struct event *out)
{
	struct parts parts;

	*out = (struct event){.kind = EVENT_KEY};
	if (!take_apart(seq, n, &parts))
		return SEQUENCE_NOTHING;
	if (parts.prefix == '<' && !parts.intermediate && (parts.final == 'M' || parts.final == 'm'))
		return mouse(&parts, out);
	if (parts.prefix || parts.intermediate || strchr("cnty", parts.final)) {
		out->kind = EVENT_REPLY;
		return SEQUENCE_REPLY;
	}
	switch (parts.final) {
	case '~': return tilde(&parts, out);
	case 'u': return character(out, parts.params[0], modifiers(parts.params[1]));
	case 'Z': return named(out, NAMED_TAB, MOD_SHIFT);
	/* rxvt */
	case '^': return named(out, number_code(parts.params[0]), MOD_CTRL);
	case '@': return named(out, number_code(parts.params[0]), MOD_CTRL | MOD_SHIFT);
	case 'a': case 'b': case 'd':
		return named(out, letter_code((char)(parts.final - 'a' + 'A')), MOD_SHIFT);
	default: return named(out, letter_code(parts.final), modifiers(parts.params[1]));
	}
}

enum sequence_kind sequence_ss3(const char *seq, size_t n, struct event *out)
{
	struct parts parts;

	*out = (struct event){.kind = EVENT_KEY};
	if (!take_apart(seq, n, &parts) || parts.prefix || parts.intermediate)
		return SEQUENCE_NOTHING;
	if (parts.final >= 'a' && parts.final <= 'd') /* rxvt */
		return named(out, letter_code((char)(parts.final - 'a' + 'A')), MOD_CTRL);
	if (parts.final >= 'j' && parts.final <= 'y')
		return named(out, (unsigned char)keypad[parts.final - 'j'], 0);
	if (parts.final == 'M')
		return named(out, NAMED_ENTER, 0);
	if (parts.final == 'X')
		return named(out, '=', 0);
	return named(out, letter_code(parts.final), modifiers(parts.params[0]));
}

struct key sequence_control(unsigned char c)
{
	switch (c) {
	case 0x00: return (struct key){.code = ' ', .mods = MOD_CTRL};
	case '\b': /* what Backspace sends in half of all terminals */
	case 0x7f: return (struct key){.code = NAMED_BACKSPACE};
	case '\t': return (struct key){.code = NAMED_TAB};
	case '\r': return (struct key){.code = NAMED_ENTER};
	case 0x1b: return (struct key){.code = NAMED_ESCAPE};
	default: return (struct key){.code = c <= 26 ? c + 'a' - 1u : c + 0x40u, .mods = MOD_CTRL};
	}
}
