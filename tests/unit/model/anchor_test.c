/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/anchor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "text/segment.h"

static struct document *document_of(const char *text)
{
	size_t n = strlen(text);
	return document_new(text_source_memory(xmemdup(text, n), n));
}

static void assert_widens(const char *text, struct cp_range range, struct cp_range expected,
			  bool grows)
{
	struct document *doc = document_of(text);
	bool widened = !grows;
	assert_int_equal(anchor_widen(doc, &range, &widened, NULL), STATUS_OK);
	assert_int_equal(range.start_cp, expected.start_cp);
	assert_int_equal(range.end_cp, expected.end_cp);
	assert_int_equal(widened, grows);
	document_free(doc);
}

static void a_range_grows_to_whole_clusters(void **state)
{
	/* meem, damma, hah, fatha, meem, shadda, fatha, dal, dammatan */
	static const char name[] = "مُحَمَّدٌ";
	(void)state;
	assert_widens(name, (struct cp_range){0, 9}, (struct cp_range){0, 9}, false);
	assert_widens(name, (struct cp_range){0, 1}, (struct cp_range){0, 2}, true);
	assert_widens(name, (struct cp_range){5, 6}, (struct cp_range){4, 7}, true);
	assert_widens(name, (struct cp_range){2, 4}, (struct cp_range){2, 4}, false);
	assert_widens("abc", (struct cp_range){1, 2}, (struct cp_range){1, 2}, false);
	assert_widens("abc", (struct cp_range){1, 1}, (struct cp_range){1, 1}, false);
	/* A man, ZWJ, a woman: one cluster. */
	assert_widens("x\U0001F468\u200D\U0001F469y", (struct cp_range){2, 3},
		      (struct cp_range){1, 4}, true);
}

static void a_range_is_clipped_to_the_text(void **state)
{
	(void)state;
	assert_widens("abc", (struct cp_range){1, 99}, (struct cp_range){1, 3}, false);
	assert_widens("abc", (struct cp_range){7, SIZE_MAX}, (struct cp_range){3, 3}, false);
	assert_widens("", (struct cp_range){0, 5}, (struct cp_range){0, 0}, false);
	/* The line end between paragraphs is a code point. */
	assert_widens("ab\ncd", (struct cp_range){1, 99}, (struct cp_range){1, 5}, false);
	assert_widens("ab\r\ncd", (struct cp_range){1, 99}, (struct cp_range){1, 5}, false);
	assert_widens("ab\n", (struct cp_range){2, 3}, (struct cp_range){2, 3}, false);
}

/* Flags are pairs counted from the first: the window must reach back to it, however far. */
static void long_runs_without_a_sure_boundary_are_cut_right(void **state)
{
	struct str text = STR_EMPTY, marks = STR_EMPTY;
	(void)state;
	str_append_str(&text, "x");
	for (int i = 0; i < 2001; i++)
		str_append_str(&text, "\U0001F1F8");
	assert_widens(str_cstr(&text), (struct cp_range){1500, 1501}, (struct cp_range){1499, 1501},
		      true);
	assert_widens(str_cstr(&text), (struct cp_range){1501, 1503}, (struct cp_range){1501, 1503},
		      false);
	str_append_str(&marks, "ab");
	for (int i = 0; i < 5000; i++)
		str_append_str(&marks, "\u0301");
	str_append_str(&marks, "cd");
	assert_widens(str_cstr(&marks), (struct cp_range){2500, 2501}, (struct cp_range){1, 5002},
		      true);
	str_release(&text);
	str_release(&marks);
}

/* Boundaries from windows are those of the whole text, wherever the cut falls. */
static void windows_agree_with_the_whole_text(void **state)
{
	static const char32_t alphabet[] = {'a',     ' ',    0x0628, 0x064e, 0x200d, 0x1f468,
					    0x1f1f8, 0x0600, 0x0e33, 0x1100, 0x1161, 0x11a8,
					    0xa9,    0x0301, '\n',   0x05d0};
	enum { N = 600 };
	char32_t cps[N];
	bool starts[N + 1];
	struct str utf8 = STR_EMPTY;
	(void)state;
	srand(3);
	for (size_t i = 0; i < N; i++)
		cps[i] = alphabet[(size_t)rand() % (sizeof alphabet / sizeof *alphabet)];
	utf8_append(&utf8, cps, N);
	segment_graphemes(cps, N, starts);
	starts[N] = true;
	struct document *doc = document_of(utf8.p);
	for (size_t at = 0; at < N; at++) {
		struct cp_range range = {at, at + 1}, expected = range;
		while (!starts[expected.start_cp])
			expected.start_cp--;
		while (!starts[expected.end_cp])
			expected.end_cp++;
		assert_int_equal(anchor_widen(doc, &range, NULL, NULL), STATUS_OK);
		assert_int_equal(range.start_cp, expected.start_cp);
		assert_int_equal(range.end_cp, expected.end_cp);
	}
	document_free(doc);
	str_release(&utf8);
}

static void an_anchor_has_quote_and_context(void **state)
{
	struct highlight h = {.exact = xstrdup("old")};
	struct document *doc =
		document_of("0123456789012345678901234567890123456789 the quote\nand "
			    "0123456789012345678901234567890123456789");
	(void)state;
	assert_int_equal(anchor_make(doc, (struct cp_range){41, 54}, &h, NULL), STATUS_OK);
	assert_string_equal(h.exact, "the quote\nand");
	assert_string_equal(h.prefix, "9012345678901234567890123456789 ");
	assert_string_equal(h.suffix, " 0123456789012345678901234567890");
	assert_string_equal(h.anchor_state, "exact");
	assert_int_equal(h.range.start_cp, 41);
	assert_true(anchor_holds(doc, &h));
	h.range.end_cp--;
	assert_false(anchor_holds(doc, &h));
	highlight_release(&h);
	document_free(doc);
}

static void context_is_cut_to_whole_clusters_and_to_the_text(void **state)
{
	struct highlight h = {.exact = NULL};
	/* 32 back from the quote falls between a letter and its mark, and 32 on as well. */
	struct document *doc =
		document_of("بَ0123456789012345678901234567890Q0123456789012345678901234567890بَ");
	(void)state;
	assert_int_equal(anchor_make(doc, (struct cp_range){33, 34}, &h, NULL), STATUS_OK);
	assert_string_equal(h.exact, "Q");
	assert_string_equal(h.prefix, "0123456789012345678901234567890");
	assert_string_equal(h.suffix, "0123456789012345678901234567890");
	document_free(doc);
	doc = document_of("abc");
	assert_int_equal(anchor_make(doc, (struct cp_range){0, 3}, &h, NULL), STATUS_OK);
	assert_string_equal(h.exact, "abc");
	assert_string_equal(h.prefix, "");
	assert_string_equal(h.suffix, "");
	assert_int_equal(anchor_make(doc, (struct cp_range){3, 4}, &h, NULL), STATUS_INVALID);
	assert_int_equal(anchor_make(doc, (struct cp_range){1, 1}, &h, NULL), STATUS_INVALID);
	highlight_release(&h);
	document_free(doc);
}

static void assert_found(struct document *doc, const char *quote, size_t nth, size_t start_cp,
			 size_t end_cp)
{
	struct cp_range range;
	assert_int_equal(anchor_find(doc, quote, nth, &range, NULL), STATUS_OK);
	assert_int_equal(range.start_cp, start_cp);
	assert_int_equal(range.end_cp, end_cp);
}

static void assert_not_found(struct document *doc, const char *quote, size_t nth,
			     enum status status, const char *detail)
{
	struct cp_range range;
	struct fault f = FAULT_NONE;
	assert_int_equal(anchor_find(doc, quote, nth, &range, &f), status);
	if (detail)
		assert_string_equal(f.detail, detail);
	else
		assert_null(f.detail);
	fault_release(&f);
}

static void a_quote_is_found_code_point_by_code_point(void **state)
{
	struct document *doc = document_of("قال الوزير: نعم.\r\nقال الناطق: لا.\n");
	(void)state;
	assert_found(doc, "الوزير", 0, 4, 10);
	assert_found(doc, "قال", 1, 0, 3);
	assert_found(doc, "قال", 2, 17, 20);
	assert_found(doc, "نعم.\nقال", 0, 12, 20);
	assert_not_found(doc, "قال", 0, STATUS_QUOTE_AMBIGUOUS, "2 x");
	assert_not_found(doc, "قال", 3, STATUS_QUOTE_ABSENT, "2 x");
	assert_not_found(doc, "لم يقل", 0, STATUS_QUOTE_ABSENT, NULL);
	/* Not folded: with a mark it is another quote. */
	assert_not_found(doc, "قالَ", 0, STATUS_QUOTE_ABSENT, NULL);
	assert_not_found(doc, "", 0, STATUS_INVALID, NULL);
	document_free(doc);
}

static void places_of_a_quote_may_overlap(void **state)
{
	struct document *doc = document_of("aaaa");
	(void)state;
	assert_found(doc, "aa", 2, 1, 3);
	assert_found(doc, "aa", 3, 2, 4);
	assert_not_found(doc, "aa", 0, STATUS_QUOTE_AMBIGUOUS, "3 x");
	document_free(doc);
}

/*
 * Windows are searched one after the other: what lies across their border is found, and found once.
 */
static void a_quote_across_a_window_is_found_once(void **state)
{
	enum { BORDER = 1 << 18 };
	char *text = xmalloc(2 * BORDER + 1);
	(void)state;
	for (size_t i = 0; i < 2 * BORDER; i++)
		text[i] = i % 100 == 99 ? '\n' : '.';
	text[2 * BORDER] = '\0';
	for (size_t shift = 0; shift < 8; shift++) {
		size_t at = BORDER - 6 + shift;
		char *copy = xstrdup(text);
		memcpy(copy + at, "needle", 6);
		struct document *doc = document_of(copy);
		assert_found(doc, "needle", 0, at, at + 6);
		document_free(doc);
		free(copy);
	}
	free(text);
}

static enum status broken_read(void *self, size_t byte_off, char *buf, size_t n, struct fault *f)
{
	(void)self, (void)byte_off, (void)buf, (void)n;
	return fault_set(f, STATUS_IO, "the text");
}

static void a_text_that_cannot_be_read_is_told(void **state)
{
	struct text_source source = {.size = 100, .read = broken_read};
	struct document *doc = document_new(source);
	struct cp_range range = {1, 2};
	struct highlight h = {.exact = NULL};
	(void)state;
	assert_int_not_equal(anchor_find(doc, "x", 0, &range, NULL), STATUS_OK);
	assert_int_not_equal(anchor_make(doc, (struct cp_range){1, 2}, &h, NULL), STATUS_OK);
	assert_false(
		anchor_holds(doc, &(struct highlight){.range = {0, 1}, .exact = (char[]){"x"}}));
	highlight_release(&h);
	document_free(doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_range_grows_to_whole_clusters),
		cmocka_unit_test(a_range_is_clipped_to_the_text),
		cmocka_unit_test(long_runs_without_a_sure_boundary_are_cut_right),
		cmocka_unit_test(windows_agree_with_the_whole_text),
		cmocka_unit_test(an_anchor_has_quote_and_context),
		cmocka_unit_test(context_is_cut_to_whole_clusters_and_to_the_text),
		cmocka_unit_test(a_quote_is_found_code_point_by_code_point),
		cmocka_unit_test(places_of_a_quote_may_overlap),
		cmocka_unit_test(a_quote_across_a_window_is_found_once),
		cmocka_unit_test(a_text_that_cannot_be_read_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
