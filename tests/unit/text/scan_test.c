/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs found sixteen bytes at once, against the same found one by one. */
#include "text/document.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "base/xalloc.h"
#include "text/lanes.h"
#include "text/skim.h"
#include "text/window.h"

static uint64_t dice;

static size_t roll(size_t n)
{
	dice = dice * 6364136223846793005u + 1442695040888963407u;
	return (size_t)(dice >> 33) % n;
}

/* What makes up texts, what ends paragraphs, and what is nearly one of both. */
static const char *const atoms[] = {
	"a", "z", " ", "~", "\x7F", "س", "é", "«", "\xC2\xA0", "中", "ﻻ", "“", "😀", "\U0010FFFF",
	"\uFFFD", "\u0800", "\uD7FF", "\uE000", "\U00010000", "\n", "\r", "\r\n", "\xC2\x85", "\u2029",
	"\u2028", "\xE2\x80\xAA", "\x1C", "\x1E", "\x1F", "\t", "\x01", "\x80", "\xBF", "\x85", "\xA9",
	"\xC0\x80", "\xC1", "\xC2", "\xD9", "\xE0\x9F\xBF", "\xE2\x80", "\xED\xA0\x80", "\xEF",
	"\xF0\x8F\xBF\xBF", "\xF0\x9F", "\xF4\x90\x80\x80", "\xF5", "\xFF"};

enum { N_ATOMS = sizeof atoms / sizeof *atoms, N_PLAIN = 19 };

/* About `n` bytes, of which one atom in `rare` is any; the others are well-formed and end nothing. */
static char *random_bytes(size_t n, size_t rare, size_t *length)
{
	char *out = xmalloc(n + 8);
	*length = 0;
	while (*length < n) {
		const char *atom = atoms[roll(roll(rare) == 0 ? N_ATOMS : N_PLAIN)];
		memcpy(out + *length, atom, strlen(atom));
		*length += strlen(atom);
	}
	return out;
}

/* The line end at `s`, as document.h says. */
static size_t line_end(const char *s, size_t n)
{
	static const char *const ends[] = {"\r\n", "\n", "\r", "\xC2\x85", "\u2029"};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (n >= strlen(ends[i]) && memcmp(s, ends[i], strlen(ends[i])) == 0)
			return strlen(ends[i]);
	return 0;
}

/* The paragraph at `*byte_off` and `*cp`, which are moved behind it and its line end. */
static struct document_paragraph slow_paragraph(const char *s, size_t n, size_t *byte_off, size_t *cp)
{
	struct document_paragraph out = {.byte_off = *byte_off, .start_cp = *cp};
	size_t i = *byte_off, end = 0;
	bool inside = false;
	while (i < n && !inside && (end = line_end(s + i, n - i)) == 0) {
		char32_t c;
		i += utf8_next(s + i, n - i, &c);
		inside = c >= 0x1C && c <= 0x1E;
		out.n_cp++;
	}
	out.n_bytes = i - *byte_off;
	out.next_cp = *cp + out.n_cp + (end > 0);
	*byte_off = i + end;
	*cp = out.next_cp;
	return out;
}

/* A paragraph from its windows; `*index` is moved behind the last. */
static struct document_paragraph fast_paragraph(struct document *doc, size_t *index)
{
	struct document_paragraph out, at;
	assert_true(document_paragraph(doc, (*index)++, &out));
	for (; document_paragraph(doc, *index, &at) && at.continues; ++*index) {
		assert_int_equal(at.byte_off, out.byte_off + out.n_bytes);
		out.n_bytes += at.n_bytes;
		out.n_cp += at.n_cp;
		out.next_cp = at.next_cp;
	}
	return out;
}

static void compare(char *bytes, size_t n, size_t window_cp)
{
	struct document *doc = document_new(text_source_memory(bytes, n));
	document_set_window(doc, window_cp);
	size_t index = 0;
	for (size_t byte_off = 0, cp = 0; byte_off < n;) {
		struct document_paragraph want = slow_paragraph(bytes, n, &byte_off, &cp);
		struct document_paragraph got = fast_paragraph(doc, &index);
		assert_int_equal(got.byte_off, want.byte_off);
		assert_int_equal(got.n_bytes, want.n_bytes);
		assert_int_equal(got.start_cp, want.start_cp);
		assert_int_equal(got.n_cp, want.n_cp);
		assert_int_equal(got.next_cp, want.next_cp);
	}
	assert_false(document_paragraph(doc, index, &(struct document_paragraph){0}));
	document_free(doc);
}

static void any_bytes_have_the_paragraphs_that_they_have_one_by_one(void **state)
{
	(void)state;
	dice = 1;
	for (size_t i = 0, n; i < 100000; i++) {
		char *bytes = random_bytes(1 + roll(150), 1 + roll(40), &n);
		compare(bytes, n, WINDOW_CP);
	}
}

static void so_have_texts_of_several_chunks(void **state)
{
	(void)state;
	dice = 2;
	for (size_t i = 0, n; i < 50; i++) {
		char *bytes = random_bytes(150000 + roll(100), 20 + roll(2000), &n);
		compare(bytes, n, WINDOW_CP);
	}
}

static void so_have_paragraphs_in_windows(void **state)
{
	(void)state;
	dice = 3;
	for (size_t i = 0, n; i < 2000; i++) {
		char *bytes = random_bytes(roll(1000), 200, &n);
		compare(bytes, n, 20 + roll(100));
	}
}

/* Else all of the above would compare one by one with one by one. */
static void plain_text_is_passed_over_and_no_character_is_cut(void **state)
{
	(void)state;
	static const char text[] = "المادة الأولى: 中文和 😀 «نصّ» — قال إنّ ذلك كذلك.\nd";
	size_t n_cp, want, n = skim(text, sizeof text - 1, SIZE_MAX, &n_cp);
	free(utf8_decode(text, n, &want));
	assert_int_equal(n_cp, want);
	assert_in_range(n, strcspn(text, "\n") - LANES - 3, strcspn(text, "\n"));
	assert_true(skim(text, sizeof text - 1, 40, &n_cp) > 0 && n_cp <= 40);
	assert_int_equal(skim(text, sizeof text - 1, LANES - 1, &n_cp), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_bytes_have_the_paragraphs_that_they_have_one_by_one),
		cmocka_unit_test(so_have_texts_of_several_chunks),
		cmocka_unit_test(so_have_paragraphs_in_windows),
		cmocka_unit_test(plain_text_is_passed_over_and_no_character_is_cut),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
