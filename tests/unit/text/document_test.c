/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/document.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "base/xalloc.h"

static struct document *open_bytes(const char *bytes, size_t n)
{
	return document_new(text_source_memory(xmemdup(bytes, n), n));
}

/* The paragraphs as UTF-8, each in brackets with its offset in code points. */
static void describe(struct document *doc, struct str *out)
{
	struct document_paragraph para;
	for (size_t i = 0; document_paragraph(doc, i, &para); i++) {
		char32_t *cps = document_decode(doc, &para, NULL);
		str_appendf(out, "%zu[", para.start_cp);
		utf8_append(out, cps, para.n_cp);
		str_append_char(out, ']');
		free(cps);
	}
}

static void expect(const char *bytes, size_t n, const char *want)
{
	struct document *doc = open_bytes(bytes, n);
	struct str got = STR_EMPTY;
	describe(doc, &got);
	assert_string_equal(str_cstr(&got), want);
	str_release(&got);
	document_free(doc);
}

#define EXPECT(bytes, want) expect(bytes, sizeof bytes - 1, want)

static void every_line_end_parts_paragraphs_and_is_one_code_point(void **state)
{
	(void)state;
	EXPECT("a\nb", "0[a]2[b]");
	EXPECT("a\rb", "0[a]2[b]");
	EXPECT("a\r\nb", "0[a]2[b]");
	EXPECT("a\xC2\x85" "b", "0[a]2[b]");
	EXPECT("a\u2029b", "0[a]2[b]");
	EXPECT("a\n\r\n\rb", "0[a]2[]3[]4[b]");
}

static void information_separators_end_the_paragraph_that_they_are_in(void **state)
{
	(void)state;
	EXPECT("a\x1C" "b\x1E\x1D" "c", "0[a\x1C]2[b\x1E]4[\x1D]5[c]");
}

static void a_line_separator_and_a_form_feed_end_none(void **state)
{
	(void)state;
	EXPECT("a\u2028b\fc", "0[a\u2028b\fc]");
}

static void a_line_end_at_the_end_begins_no_paragraph(void **state)
{
	(void)state;
	EXPECT("", "");
	EXPECT("\n", "0[]");
	EXPECT("a\n", "0[a]");
	EXPECT("a\n\n", "0[a]2[]");
	EXPECT("a\x1C", "0[a\x1C]");
}

static void a_byte_order_mark_is_dropped_at_the_start_only(void **state)
{
	(void)state;
	EXPECT("\uFEFFa\n\uFEFF", "0[a]2[\uFEFF]");
	EXPECT("\uFEFF", "");
	EXPECT("\xEF\xBB", "0[\uFFFD]");
}

static void ill_formed_bytes_count_as_they_are_decoded(void **state)
{
	(void)state;
	EXPECT("\xE2\x80\n\xF0\x9F\n\xC2", "0[\uFFFD]2[\uFFFD]4[\uFFFD]");
}

/* Sequences and line ends on both sides of every multiple of the chunk's size. */
static void chunks_leave_no_trace(void **state)
{
	(void)state;
	enum { SIZE = 200000 };
	static const char unit[] = "س\r\n😀\u2029x\xC2\x85";
	for (size_t shift = 0; shift < sizeof unit; shift++) {
		char *bytes = xmalloc(SIZE);
		memset(bytes, 'y', shift);
		for (size_t i = shift; i < SIZE; i++)
			bytes[i] = unit[(i - shift) % (sizeof unit - 1)];
		size_t n_cp;
		free(utf8_decode(bytes, SIZE, &n_cp));
		struct document *doc = document_new(text_source_memory(bytes, SIZE));
		assert_true(document_scan(doc, SIZE_MAX));
		size_t units = (SIZE - shift) / (sizeof unit - 1) - 1;
		struct document_paragraph para;
		assert_true(document_paragraph(doc, units * 3, &para));
		assert_int_equal(para.start_cp, shift + units * 6);
		assert_int_equal(para.byte_off, shift + units * (sizeof unit - 1));
		document_free(doc);
	}
}

struct spy {
	size_t furthest;
	bool broken;
};

static enum status spy_read(void *self, size_t byte_off, char *buf, size_t n, struct fault *f)
{
	struct spy *spy = self;
	if (spy->broken)
		return fault_set(f, STATUS_IO, "spy");
	memset(buf, '\n', n);
	spy->furthest = byte_off + n > spy->furthest ? byte_off + n : spy->furthest;
	return STATUS_OK;
}

static void only_what_is_asked_for_is_read(void **state)
{
	(void)state;
	enum { SIZE = 100 * 1000 * 1000 };
	struct spy spy = {0};
	struct document *doc =
		document_new((struct text_source){.self = &spy, .size = SIZE, .read = spy_read});
	struct document_paragraph para;
	assert_int_equal(spy.furthest, 0);
	assert_true(document_paragraph(doc, 50, &para));
	assert_true(spy.furthest < 1000 * 1000);
	assert_false(document_scan(doc, 1000 * 1000));
	assert_true(document_scanned_bytes(doc) >= 1000 * 1000);
	assert_true(spy.furthest < 3 * 1000 * 1000);
	assert_int_equal(document_bytes(doc), SIZE);
	document_free(doc);
}

static void a_source_that_fails_ends_the_text_and_says_why(void **state)
{
	(void)state;
	struct spy spy = {.broken = false};
	struct fault fault = FAULT_NONE;
	struct str none = STR_EMPTY;
	struct document *doc = document_new(
		(struct text_source){.self = &spy, .size = 1000 * 1000, .read = spy_read});
	struct document_paragraph para;
	assert_true(document_paragraph(doc, 0, &para));
	spy.broken = true;
	para.n_bytes = 1;
	assert_null(document_decode(doc, &para, &fault));
	assert_int_equal(fault.status, STATUS_IO);
	assert_true(document_scan(doc, SIZE_MAX));
	assert_int_equal(document_extract(doc, (struct cp_range){0, 9}, &none, NULL), STATUS_IO);
	fault_release(&fault);
	document_free(doc);
}

static void a_paragraph_is_found_by_any_of_its_code_points(void **state)
{
	(void)state;
	struct document *doc = open_bytes("abc\n\nde", 7);
	static const size_t want[] = {0, 0, 0, 0, 1, 2, 2, 2, 2};
	for (size_t cp = 0; cp < sizeof want / sizeof *want; cp++)
		assert_int_equal(document_paragraph_at(doc, cp), want[cp]);
	assert_false(document_paragraph(doc, 3, &(struct document_paragraph){0}));
	assert_int_equal(document_known_cp(doc), 7);
	document_free(doc);
}

static void expect_extract(struct document *doc, size_t start, size_t end, const char *want)
{
	struct str got = STR_EMPTY;
	assert_int_equal(document_extract(doc, (struct cp_range){start, end}, &got, NULL),
			 STATUS_OK);
	assert_string_equal(str_cstr(&got), want);
	str_release(&got);
}

static void any_range_can_be_extracted_with_line_ends_as_lf(void **state)
{
	(void)state;
	struct document *doc = open_bytes("سلا\r\n\rxy\x1Cz\n", strlen("سلا\r\n\rxy\x1Cz\n"));
	expect_extract(doc, 0, 99, "سلا\n\nxy\x1Cz\n");
	expect_extract(doc, 1, 3, "لا");
	expect_extract(doc, 3, 4, "\n");
	expect_extract(doc, 2, 6, "ا\n\nx");
	expect_extract(doc, 4, 5, "\n");
	expect_extract(doc, 7, 9, "\x1Cz");
	expect_extract(doc, 5, 5, "");
	expect_extract(doc, 50, 60, "");
	document_free(doc);
}

static void a_file_is_read_where_it_stands(void **state)
{
	(void)state;
	FILE *file = tmpfile();
	struct text_source source;
	assert_non_null(file);
	fputs("أ\nب", file);
	fflush(file);
	assert_int_equal(text_source_file(dup(fileno(file)), &source, NULL), STATUS_OK);
	struct document *doc = document_new(source);
	expect_extract(doc, 0, 9, "أ\nب");
	assert_int_equal(ftruncate(fileno(file), 2), 0);
	struct document_paragraph para;
	struct fault fault = FAULT_NONE;
	assert_true(document_paragraph(doc, 1, &para));
	assert_null(document_decode(doc, &para, &fault));
	assert_int_equal(fault.status, STATUS_IO);
	fault_release(&fault);
	document_free(doc);
	fclose(file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_line_end_parts_paragraphs_and_is_one_code_point),
		cmocka_unit_test(information_separators_end_the_paragraph_that_they_are_in),
		cmocka_unit_test(a_line_separator_and_a_form_feed_end_none),
		cmocka_unit_test(a_line_end_at_the_end_begins_no_paragraph),
		cmocka_unit_test(a_byte_order_mark_is_dropped_at_the_start_only),
		cmocka_unit_test(ill_formed_bytes_count_as_they_are_decoded),
		cmocka_unit_test(chunks_leave_no_trace),
		cmocka_unit_test(only_what_is_asked_for_is_read),
		cmocka_unit_test(a_source_that_fails_ends_the_text_and_says_why),
		cmocka_unit_test(a_paragraph_is_found_by_any_of_its_code_points),
		cmocka_unit_test(any_range_can_be_extracted_with_line_ends_as_lf),
		cmocka_unit_test(a_file_is_read_where_it_stands),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
