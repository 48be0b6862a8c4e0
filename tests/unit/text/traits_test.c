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
#include <unigbrk.h>
#include <unistring/version.h>
#include <wchar.h>
#include <cmocka.h>

#include "text/safe.h"
#include "text/segment.h"

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

/* xorshift64*: the same text on every machine. */
static uint32_t next_random(uint64_t *state)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return (uint32_t)(*state * 0x2545F4914F6CDD1D >> 32);
}

static char32_t random_code_point(uint64_t *state)
{
	static const struct {
		char32_t first, count;
	} ranges[] = {
		{0x20, 0x5F},    {0x0A, 4},     {0x0300, 0x20}, {0x0600, 6},    {0x0620, 0x40},
		{0x064B, 0x15},  {0x06DD, 1},   {0x0700, 0x40}, {0x0900, 0x60}, {0x0E30, 5},
		{0x1100, 0x200}, {0x200B, 5},   {0x1F1E6, 26},  {0x1F3FB, 5},   {0x1F466, 4},
	};
	uint32_t r = next_random(state) % (sizeof ranges / sizeof *ranges);
	return ranges[r].first + next_random(state) % ranges[r].count;
}

static void clusters_told_by_traits_are_those_of_the_library(void **state)
{
	enum { TEXTS = 20000, LONGEST = 24 };
	(void)state;
	uint64_t random = 29;
	for (size_t i = 0; i < TEXTS; i++) {
		char32_t cps[LONGEST];
		bool starts[LONGEST], want[LONGEST];
		size_t n = 1 + next_random(&random) % LONGEST;
		for (size_t k = 0; k < n; k++)
			cps[k] = random_code_point(&random);
		segment_graphemes(cps, n, starts);
		u32_grapheme_breaks(cps, n, (char *)want);
		assert_memory_equal(starts, want, n);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_table_is_what_the_libraries_answer),
		cmocka_unit_test(what_is_plain_is_shown_as_it_is_in_one_column),
		cmocka_unit_test(a_mark_is_shown_as_it_is_in_no_column),
		cmocka_unit_test(clusters_told_by_traits_are_those_of_the_library),
	};
	setlocale(LC_ALL, "C.UTF-8");
	if (getenv("GENERATE")) {
		print_table();
		return 0;
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
