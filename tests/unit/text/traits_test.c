/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The table of traits is what the libraries answer. With GENERATE=1 it prints src/text/traits-data.c
 * with what they answer now.
 */
#define _XOPEN_SOURCE 700
#include "text/traits.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistring/version.h>
#include <wchar.h>
#include <cmocka.h>

#include "text/safe.h"

static void print_table(void)
{
	enum { A_LINE = 12 };
	puts("/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
	     "/* Written by GENERATE=1 tests/unit/text/traits_test. */\n"
	     "#include \"text/traits.h\"\n\n"
	     "const uint16_t traits_direct[TRAITS_DIRECT] = {");
	for (char32_t cp = 0; cp < TRAITS_DIRECT; cp++)
		printf("%s0x%03x,%s", cp % A_LINE ? " " : "\t", traits_ask(cp),
		       cp % A_LINE == A_LINE - 1 || cp + 1 == TRAITS_DIRECT ? "\n" : "");
	puts("};");
}

/* A library of another Unicode may know better; the table is then as good as it was. */
static void the_table_is_what_the_libraries_answer(void **state)
{
	enum { OF_THE_TABLE = 0x0100 }; /* libunistring 1.0 */
	(void)state;
	for (char32_t cp = 0; cp < TRAITS_DIRECT; cp++)
		if (_libunistring_version >> 8 == OF_THE_TABLE &&
		    traits_of(cp) != traits_ask(cp))
			fail_msg("U+%04X is %03x, not %03x", (unsigned)cp, traits_ask(cp),
				 traits_of(cp));
}

static void what_is_plain_is_shown_as_it_is_in_one_column(void **state)
{
	(void)state;
	for (char32_t cp = 0; cp < TRAITS_DIRECT; cp++) {
		if (!(traits_of(cp) & TRAITS_PLAIN))
			continue;
		assert_int_equal(wcwidth((wchar_t)cp), 1);
		assert_int_equal(safe_glyph(cp), cp);
		assert_false(safe_is_hidden(cp));
	}
}

static void a_mark_is_shown_as_it_is_in_no_column(void **state)
{
	(void)state;
	for (char32_t cp = 0; cp < TRAITS_DIRECT; cp++) {
		if (!(traits_of(cp) & TRAITS_MARK))
			continue;
		assert_int_equal(wcwidth((wchar_t)cp), 0);
		assert_int_equal(safe_glyph(cp), cp);
		assert_false(safe_is_hidden(cp));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_table_is_what_the_libraries_answer),
		cmocka_unit_test(what_is_plain_is_shown_as_it_is_in_one_column),
		cmocka_unit_test(a_mark_is_shown_as_it_is_in_no_column),
	};
	setlocale(LC_ALL, "C.UTF-8");
	if (getenv("GENERATE")) {
		print_table();
		return 0;
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
