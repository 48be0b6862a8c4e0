/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The input parser: whatever comes, the same events in whatever pieces; keys are keys, and nothing is held for ever. */
#include "tui/input.h"

#include <string.h>

#include "base/str.h"
#include "fuzz.h"

/* Lam and alef are one key where they come in one read (app/key.h): told as two, as when they do not. */
enum { LAM = 0x0644, ALEF = 0x0627, LAM_ALEF = 0xFEFB };

static const char *append_event(struct str *out, const struct event *event)
{
	uint32_t code = event->key.code;

	if (event->kind == EVENT_KEY && code == LAM_ALEF) {
		struct event lam = *event, alef = {.kind = EVENT_KEY, .key = {.code = ALEF}};
		lam.key.code = LAM;
		append_event(out, &lam);
		return append_event(out, &alef);
	}
	str_appendf(out, "%d %x %x %zu %zu %u %d ", (int)event->kind, code, (unsigned)event->key.mods, event->mouse.row,
		    event->mouse.col, event->mouse.clicks, event->cut);
	if (event->kind == EVENT_PASTE || event->kind == EVENT_REPLY)
		str_append(out, event->text, event->n_text);
	if (event->kind == EVENT_KEY && (code < ' ' || (code >= 0x7f && code < 0xa0) || code > NAMED_F12))
		return "a control, or nothing known, is a key";
	return NULL;
}

static const char *feed(const char *bytes, size_t n, size_t piece, struct str *out)
{
	struct input in;
	struct event event;
	const char *wrong = NULL;

	input_init(&in);
	for (size_t i = 0; i < n; i += piece) {
		input_feed(&in, bytes + i, n - i < piece ? n - i : piece, 0);
		while (!wrong && input_next(&in, &event))
			wrong = append_event(out, &event);
	}
	while (!wrong && input_waits(&in) >= 0)
		while (!wrong && input_expire(&in, &event))
			wrong = append_event(out, &event);
	input_release(&in);
	return wrong;
}

const char *fuzz_input(const uint8_t *bytes, size_t n)
{
	struct str whole = STR_EMPTY;
	const char *wrong = feed((const char *)bytes, n, n ? n : 1, &whole);

	for (size_t piece = 1; piece < 4 && !wrong; piece++) {
		struct str cut = STR_EMPTY;
		wrong = feed((const char *)bytes, n, piece, &cut);
		if (!wrong && (cut.len != whole.len || (cut.len > 0 && memcmp(cut.p, whole.p, cut.len) != 0)))
			wrong = "pieces make other events than the whole";
		str_release(&cut);
	}
	str_release(&whole);
	return wrong;
}
