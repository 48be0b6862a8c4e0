/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes in, events out, written as text; every case is fed whole and byte by byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/xalloc.h"
#include "tui/input.h"

struct input_case {
	const char *bytes, *events;
};

static void append_mouse(struct str *out, const struct event *event)
{
	static const char *const kinds[] = {"press", "drag", "release", "up", "down"};

	str_appendf(out, "%s@%zu,%zu", kinds[event->mouse.kind], event->mouse.row, event->mouse.col);
	if (event->mouse.kind == MOUSE_PRESS)
		str_appendf(out, "x%u", event->mouse.clicks);
	if (event->key.mods)
		str_appendf(out, "+%u", event->key.mods);
}

static void append_event(struct str *out, const struct event *event)
{
	char key[KEY_TEXT_SIZE];

	if (out->len > 0)
		str_append_char(out, ' ');
	switch (event->kind) {
	case EVENT_KEY:
		key_format(event->key, key);
		str_append_str(out, key);
		break;
	case EVENT_MOUSE:
		append_mouse(out, event);
		break;
	case EVENT_PASTE:
	case EVENT_REPLY:
		str_append_str(out, event->kind == EVENT_PASTE ? "paste<" : "reply<");
		str_append(out, event->text, event->n_text);
		str_append_char(out, '>');
		break;
	default:
		fail_msg("an event of kind %d", event->kind);
	}
}

static void feed(struct input *in, const char *bytes, size_t n, int64_t now, struct str *out)
{
	struct event event;

	input_feed(in, bytes, n, now);
	while (input_next(in, &event))
		append_event(out, &event);
}

static void expire(struct input *in, struct str *out)
{
	struct event event;

	if (input_waits(in) < 0)
		return;
	while (input_expire(in, &event))
		append_event(out, &event);
}

static void check_case(const struct input_case *c, size_t piece)
{
	struct input in;
	struct str out = STR_EMPTY;
	size_t n = strlen(c->bytes);

	input_init(&in);
	for (size_t i = 0; i < n; i += piece)
		feed(&in, c->bytes + i, n - i < piece ? n - i : piece, 0, &out);
	expire(&in, &out);
	assert_string_equal(str_cstr(&out), c->events);
	assert_int_equal(input_waits(&in), -1);
	str_release(&out);
	input_release(&in);
}

static void check_cases(const struct input_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t piece = 1; piece < 9; piece++)
			check_case(&cases[i], piece);
}

#define CHECK(cases) check_cases(cases, sizeof(cases) / sizeof(cases)[0])

static void characters_and_controls_are_keys(void **state)
{
	static const struct input_case cases[] = {
		{"", ""},
		{"aZ1", "a Z 1"},
		{"\xd8\xb3\xef\xbb\xbc", "س ﻼ"},
		{"\xf0\x9f\x99\x82", "🙂"},
		{" ", "Space"},
		{"\r\t\x7f\b", "Enter Tab Backspace Backspace"},
		{"\x01\x05\x0a\x1a\x03", "C-a C-e C-j C-z C-c"},
		{"\x1c\x1d\x1e\x1f", "C-\\ C-] C-^ C-_"},
	};
	(void)state;
	CHECK(cases);
}

/*
 * An Arabic layout has one key for both; fed byte by byte they are two, so this is no case for
 * check_cases().
 */
static void lam_and_alef_in_one_read_are_one_key(void **state)
{
	struct input in;
	struct str out = STR_EMPTY;

	(void)state;
	input_init(&in);
	feed(&in, "\xD9\x84\xD8\xA7j", 5, 0, &out);
	feed(&in, "\xD9\x84", 2, 10, &out);
	feed(&in, "\xD8\xA7", 2, 20, &out);
	assert_string_equal(str_cstr(&out), "\xEF\xBB\xBB j \xD9\x84 \xD8\xA7");
	str_release(&out);
	input_release(&in);
}

static void control_space_is_a_key(void **state)
{
	struct input in;
	struct str out = STR_EMPTY;

	(void)state;
	input_init(&in);
	feed(&in, "\0", 1, 0, &out);
	assert_string_equal(out.p, "C-Space");
	str_release(&out);
	input_release(&in);
}

static void bytes_that_are_no_utf8_are_swallowed(void **state)
{
	static const struct input_case cases[] = {
		{"a\xff" "b", "a b"},
		{"a\x80\xbf" "b", "a b"},
		{"a\xc0\x80" "b", "a b"},
		{"a\xe0\x80\x80" "b", "a b"},
		{"a\xed\xa0\x80" "b", "a b"},
		{"a\xf5\x80\x80\x80" "b", "a b"},
		{"a\xd8" "b", "a b"},
		{"\xd8\xd8\xb3", "س"},
		{"\xe2\x80\x1b[A", "Up"},
		{"\xc2\x9b" "5y", "5 y"}, /* U+009B, a C1 control, begins nothing */
	};
	(void)state;
	CHECK(cases);
}

static void cursor_and_function_keys_come_in_either_mode(void **state)
{
	static const struct input_case cases[] = {
		{"\033[A\033[B\033[C\033[D", "Up Down Right Left"},
		{"\033OA\033OB\033OC\033OD", "Up Down Right Left"},
		{"\033[H\033[F\033OH\033OF\033[1~\033[4~\033[7~\033[8~", "Home End Home End Home End Home End"},
		{"\033[2~\033[3~\033[5~\033[6~", "Insert Delete PageUp PageDown"},
		{"\033OP\033OQ\033OR\033OS\033[15~\033[17~", "F1 F2 F3 F4 F5 F6"},
		{"\033[11~\033[14~\033[23~\033[24~", "F1 F4 F11 F12"},
		{"\033[[A\033[[E", "F1 F5"},
		{"\033[Z", "S-Tab"},
		{"\033OM\033Oj\033Op\033Oy", "Enter * 0 9"},
	};
	(void)state;
	CHECK(cases);
}

static void modifiers_come_with_keys(void **state)
{
	static const struct input_case cases[] = {
		{"\033[1;2C", "S-Right"},
		{"\033[1;3A", "M-Up"},
		{"\033[1;5H", "C-Home"},
		{"\033[1;6D", "C-S-Left"},
		{"\033[1;5P", "C-F1"},
		{"\033[3;5~", "C-Delete"},
		{"\033[27;5;9~", "C-Tab"},
		{"\033[27;5;13~", "C-Enter"},
		{"\033[105;5u", "C-i"},
		{"\033[1587;3u", "M-س"},
		{"\033[97:65;5u", "C-a"},
		{"\033[5^\033[a\033Od", "C-PageUp S-Up C-Left"},
		{"\033x\033\r\033\x7f\033\xd8\xb3", "M-x M-Enter M-Backspace M-س"},
	};
	(void)state;
	CHECK(cases);
}

static void escape_alone_is_a_key_after_a_silence(void **state)
{
	static const struct input_case cases[] = {
		{"\033", "Esc"},
		{"\033\033", "Esc Esc"},
		{"j\033", "j Esc"},
		{"\033\033[A", "Esc Up"},
		{"\033[", "M-["},
		{"\033O", "M-O"},
		{"\033P", "M-P"},
		{"\033]", "M-]"},
	};
	struct input in;

	(void)state;
	CHECK(cases);
	input_init(&in);
	input_feed(&in, "\033", 1, 0);
	assert_false(input_next(&in, &(struct event){.kind = EVENT_KEY}));
	assert_int_equal(input_waits(&in), INPUT_ESCAPE_MS);
	input_expect(&in, true);
	assert_int_equal(input_waits(&in), INPUT_ESCAPE_EXPECTING_MS);
	input_release(&in);
}

static void replies_are_never_keys(void **state)
{
	static const struct input_case cases[] = {
		{"\033[?65;1;9c", "reply<?65;1;9c>"},
		{"\033[>65;7006;1c", "reply<>65;7006;1c>"},
		{"\033[8;1$y", "reply<8;1$y>"},
		{"\033[?2501;2$y", "reply<?2501;2$y>"},
		{"\033[0n\033[4;300;400t", "reply<0n> reply<4;300;400t>"},
		{"\033P>|VTE(7006)\033\\", "reply<>|VTE(7006)>"},
		{"\033]11;rgb:0/0/0\033\\", "reply<11;rgb:0/0/0>"},
		{"\033]11;rgb:0/0/0\a", "reply<11;rgb:0/0/0>"},
		{"\033_Gi=1;OK\033\\q", "q"},
		{"\033P\r\nquit\r\033\\q", "reply<\r\nquit\r> q"},
	};
	(void)state;
	CHECK(cases);
}

/* A byte at a time, and as long a silence after each as a slow line makes: what waits is not ended too early. */
static void while_replies_are_expected_no_silence_makes_a_key(void **state)
{
	static const char replies[] = "\033[8;1$y\033[?2501;2$y\033P>|VTE(7006)\033\\\033[>65;7006;1c\033[?65;1;9c";
	struct input in;
	struct str out = STR_EMPTY;
	int64_t now = 0;

	(void)state;
	input_init(&in);
	input_expect(&in, true);
	for (const char *p = replies; *p; p++) {
		feed(&in, p, 1, now, &out);
		int64_t silence = INPUT_ESCAPE_EXPECTING_MS - 1;
		if (input_waits(&in) >= 0 && silence >= input_waits(&in))
			expire(&in, &out);
		now += silence;
	}
	assert_string_equal(out.p, "reply<8;1$y> reply<?2501;2$y> reply<>|VTE(7006)> reply<>65;7006;1c> reply<?65;1;9c>");
	str_release(&out);
	input_release(&in);
}

static void malformed_sequences_are_swallowed(void **state)
{
	static const struct input_case cases[] = {
		{"\033[1;2;3;4;5;6Xq", "q"},
		{"\033[99~q", "q"},
		{"\033[99999999999999999999~q", "q"},
		{"\033[1$2yq", "q"},
		{"\033[I\033[Oq", "q"},
		{"\033[<0;0;0Mq", "q"},
		{"\033[<0;5Mq", "q"},
		{"\033[M !!q", "q"},
		{"\033[[Zq", "q"},
		{"\033O?q", ""},
		{"\033[5\033[A", "Up"},
		{"\033[5\rq", "Enter q"},
		{"\033[5\xd8\xb3", "س"},
		{"\033Pabc\030q", "q"},
		{"\033Pabc\003q", "C-c q"},
		{"\033Pabc\033[A", "Up"},
		{"\033[55296u\033[128uq", "q"},
	};
	(void)state;
	CHECK(cases);
}

static void the_mouse_reports_presses_drags_and_the_wheel(void **state)
{
	static const struct input_case cases[] = {
		{"\033[<0;10;5M", "press@4,9x1"},
		{"\033[<32;11;5M\033[<0;11;5m", "drag@4,10 release@4,10"},
		{"\033[<64;1;1M\033[<65;1;1M", "up@0,0 down@0,0"},
		{"\033[<4;1;1M\033[<16;1;1M", "press@0,0x1+1 press@0,0x2+4"},
		{"\033[<1;1;1M\033[<2;1;1M\033[<66;1;1M\033[<128;1;1Mq", "q"},
		{"\033[<0;500;200M", "press@199,499x1"},
	};
	(void)state;
	CHECK(cases);
}

static void clicks_are_counted_on_one_cell_in_a_short_time(void **state)
{
	static const char press[] = "\033[<0;3;3M\033[<0;3;3m", elsewhere[] = "\033[<0;4;3M";
	struct input in;
	struct str out = STR_EMPTY;

	(void)state;
	input_init(&in);
	for (int i = 0; i < 4; i++)
		feed(&in, press, sizeof press - 1, 100 * i, &out);
	feed(&in, elsewhere, sizeof elsewhere - 1, 400, &out);
	feed(&in, elsewhere, sizeof elsewhere - 1, 400 + INPUT_CLICK_MS + 1, &out);
	assert_string_equal(out.p, "press@2,2x1 release@2,2 press@2,2x2 release@2,2 press@2,2x3 release@2,2 "
				   "press@2,2x1 release@2,2 press@2,3x1 press@2,3x1");
	str_release(&out);
	input_release(&in);
}

static void a_paste_ends_only_at_its_end(void **state)
{
	static const struct input_case cases[] = {
		{"\033[200~abc\033[201~q", "paste<abc> q"},
		{"\033[200~\033[201~q", "paste<> q"},
		{"\033[200~a\rb\r\nc\nd\033[201~", "paste<a\nb\nc\nd>"},
		{"\033[200~:q\r\033[A\033\033[201~", "paste<:q\n\033[A\033>"},
		{"\033[200~\033[20\033[201\033[201~", "paste<\033[20\033[201>"},
		{"\033[200~\033[200~x\033[201~", "paste<\033[200~x>"},
		{"\033[200~\xd8\xb3\xff\033[201~", "paste<س\xff>"},
		{"\033[201~q", "q"},
	};
	(void)state;
	CHECK(cases);
}

static void a_paste_may_hold_any_byte_and_is_cut_at_its_limit(void **state)
{
	size_t n = INPUT_PASTE_MAX + 10u;
	char *big = xmalloc(n);
	struct input in;
	struct event event;
	struct str ignored = STR_EMPTY;

	(void)state;
	memset(big, '\0', n);
	input_init(&in);
	feed(&in, "\033[200~", 6, 0, &ignored);
	feed(&in, big, n, 0, &ignored);
	input_feed(&in, "\033[201~", 6, 0);
	assert_true(input_next(&in, &event));
	assert_int_equal(event.kind, EVENT_PASTE);
	assert_int_equal(event.n_text, INPUT_PASTE_MAX);
	assert_true(event.cut);
	assert_memory_equal(event.text, big, 100);
	assert_int_equal(ignored.len, 0);
	input_release(&in);
	free(big);
}

static void the_late_rest_of_a_reply_is_no_key(void **state)
{
	static const struct {
		const char *first, *rest, *events;
	} cases[] = {
		{"\033", "[?62;4c", "Esc reply<?62;4c>"},
		{"\033", "[8;1$yq", "Esc reply<8;1$y> q"},
		{"\033", "P>|tmux 3.3a\033\\", "Esc reply<>|tmux 3.3a>"},
		{"\033[", "?62c", "M-[ reply<?62c>"},
		{"\033P", ">|x\033\\", "M-P reply<>|x>"},
		{"\033[?6", "2c", "reply<?62c>"},
		{"\033]11;r", "gb:0/0/0\a", "reply<11;rgb:0/0/0>"},
		{"\033", "[", "Esc ["},
		{"\033", "[x", "Esc [ x"},
		{"\033", "q", "Esc q"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct input in;
		struct str out = STR_EMPTY;
		input_init(&in);
		feed(&in, cases[i].first, strlen(cases[i].first), 0, &out);
		if (input_waits(&in) >= 0 && input_waits(&in) < INPUT_STRING_MS)
			expire(&in, &out);
		feed(&in, cases[i].rest, strlen(cases[i].rest), 300, &out);
		assert_string_equal(str_cstr(&out), cases[i].events);
		str_release(&out);
		input_release(&in);
	}
}

static void a_reply_that_never_ends_is_given_up(void **state)
{
	struct input in;
	struct str out = STR_EMPTY;

	(void)state;
	input_init(&in);
	feed(&in, "\033Pabc", 5, 0, &out);
	assert_int_equal(input_waits(&in), INPUT_STRING_MS);
	expire(&in, &out);
	feed(&in, "q", 1, 0, &out);
	assert_string_equal(out.p, "q");
	str_release(&out);
	input_release(&in);
}

static void a_reply_that_is_too_long_is_swallowed(void **state)
{
	struct input in;
	struct str bytes = STR_EMPTY, out = STR_EMPTY;

	(void)state;
	input_init(&in);
	str_append_str(&bytes, "\033P");
	for (int i = 0; i <= INPUT_REPLY_MAX; i++)
		str_append_char(&bytes, 'q');
	str_append_str(&bytes, "\033\\k");
	feed(&in, bytes.p, bytes.len, 0, &out);
	assert_string_equal(out.p, "k");
	str_release(&bytes);
	str_release(&out);
	input_release(&in);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters_and_controls_are_keys),
		cmocka_unit_test(lam_and_alef_in_one_read_are_one_key),
		cmocka_unit_test(control_space_is_a_key),
		cmocka_unit_test(bytes_that_are_no_utf8_are_swallowed),
		cmocka_unit_test(cursor_and_function_keys_come_in_either_mode),
		cmocka_unit_test(modifiers_come_with_keys),
		cmocka_unit_test(escape_alone_is_a_key_after_a_silence),
		cmocka_unit_test(replies_are_never_keys),
		cmocka_unit_test(while_replies_are_expected_no_silence_makes_a_key),
		cmocka_unit_test(malformed_sequences_are_swallowed),
		cmocka_unit_test(the_mouse_reports_presses_drags_and_the_wheel),
		cmocka_unit_test(clicks_are_counted_on_one_cell_in_a_short_time),
		cmocka_unit_test(a_paste_ends_only_at_its_end),
		cmocka_unit_test(a_paste_may_hold_any_byte_and_is_cut_at_its_limit),
		cmocka_unit_test(the_late_rest_of_a_reply_is_no_key),
		cmocka_unit_test(a_reply_that_never_ends_is_given_up),
		cmocka_unit_test(a_reply_that_is_too_long_is_swallowed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
