/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/str.h"
#include "term/replies.h"

/* Keys as they are, replies in angle brackets. */
static void check(const char *bytes, const char *wanted)
{
	struct replies replies = {.n = 0};
	struct str out = STR_EMPTY;
	for (const char *p = bytes; *p; p++) {
		enum reply_piece piece = replies_take(&replies, *p);
		if (piece == PIECE_KEY)
			str_append_char(&out, *p);
		else if (piece == PIECE_REPLY)
			str_appendf(&out, "<%.*s>", (int)replies.n, replies.bytes);
	}
	assert_string_equal(str_cstr(&out), wanted);
	str_release(&out);
}

static void replies_are_apart_from_keys(void **state)
{
	(void)state;
	check("", "");
	check("yn\r", "yn\r");
	check("a\033[8;1$yb", "a<8;1$y>b");
	check("\033[?2501;2$y\033P>|VTE(7006)\033\\\033[>65;7006;1c\033[?65;1;9cq",
	      "<?2501;2$y><>|VTE(7006)><>65;7006;1c><?65;1;9c>q");
	check("\033]11;rgb:y/y/y\ay", "<11;rgb:y/y/y>y");
}

static void what_is_malformed_gives_no_key_of_its_own(void **state)
{
	(void)state;
	check("\033[8;1\033[?1cy", "<?1c>y");
	check("\033P>|yyy\033[?1cy", "<?1c>y");
	check("\033\033[?1cy", "<?1c>y");
	check("\033[8\ry", "y");
	check("\033yy", "y");
	check("\033Py", "");
}

static void a_reply_that_is_too_long_is_swallowed(void **state)
{
	char bytes[4096 + 8];
	(void)state;
	memset(bytes, 'y', sizeof bytes);
	memcpy(bytes, "\033P>|", 4);
	memcpy(bytes + sizeof bytes - 4, "\033\\q", 4);
	check(bytes, "q");
	memset(bytes, '1', sizeof bytes);
	memcpy(bytes, "\033[", 2);
	memcpy(bytes + sizeof bytes - 4, "cq", 3);
	check(bytes, "q");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(replies_are_apart_from_keys),
		cmocka_unit_test(what_is_malformed_gives_no_key_of_its_own),
		cmocka_unit_test(a_reply_that_is_too_long_is_swallowed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
