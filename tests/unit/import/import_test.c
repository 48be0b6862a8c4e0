/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/utf8.h"
#include "import/import.h"

static const struct import_options strict = {.lossy = false}, lossy = {.lossy = true};

static void expect_text(const char *bytes, size_t n, const struct import_options *options,
			const char *wanted)
{
	struct imported imported;
	assert_int_equal(import_bytes(bytes, n, "-", options, &imported, NULL), STATUS_OK);
	assert_string_equal(imported.text, wanted);
	assert_int_equal(imported.n_bytes, strlen(wanted));
	imported_release(&imported);
}

static void expect_refused(const char *bytes, size_t n, enum status wanted, const char *detail)
{
	struct imported imported;
	struct fault f = FAULT_NONE;
	assert_int_equal(import_bytes(bytes, n, "name", &strict, &imported, &f), wanted);
	assert_string_equal(f.subject, "name");
	if (detail)
		assert_non_null(strstr(f.detail, detail));
	fault_release(&f);
}

static void line_ends_become_lf_and_a_byte_order_mark_goes(void **state)
{
	(void)state;
	expect_text("a\r\nb\rc\n\r", 8, &strict, "a\nb\nc\n\n");
	expect_text("\r\r\nx", 4, &strict, "\n\nx");
	expect_text("\xEF\xBB\xBFx", 4, &strict, "x");
	expect_text("\xEF\xBB\xBF\xEF\xBB\xBFx", 7, &strict, "x");
	expect_text("x\xEF\xBB\xBF", 4, &strict, "x\xEF\xBB\xBF");
	const char others[] = "a\xC2\x85" "b\u2029c\u2028d"; /* NEL is left alone, too */
	expect_text(others, strlen(others), &strict, others);
}

static void what_is_no_text_is_refused_with_its_reason(void **state)
{
	(void)state;
	expect_refused("a\0b", 3, STATUS_BINARY, "byte 1");
	expect_refused("\0", 1, STATUS_BINARY, "byte 0");
	expect_refused("\xFF\xFE" "a\0", 4, STATUS_BINARY, "UTF-16");
	expect_refused("ab\xC0\x80", 4, STATUS_BAD_UTF8, "byte 2");
	expect_refused("", 0, STATUS_EMPTY, NULL);
	expect_refused(" \r\n\t\u00a0", 6, STATUS_EMPTY, NULL);
	expect_refused("\xEF\xBB\xBF\n", 4, STATUS_EMPTY, NULL);
}

static void lossy_puts_one_mark_for_each_maximal_subpart(void **state)
{
	(void)state;
	expect_text("a\xF0\x9F\x98z\xFF", 6, &lossy, "a\uFFFDz\uFFFD");
	expect_text("\xE2\x82\r\n\xC3(", 6, &lossy, "\uFFFD\n\uFFFD(");
	expect_text("\uFFFD", 3, &strict, "\uFFFD");
}

static void counts_and_digests_are_of_the_right_bytes(void **state)
{
	(void)state;
	struct imported imported;
	const char bytes[] = "كلمة أولى\r\nword\r\n";
	assert_int_equal(import_bytes(bytes, strlen(bytes), "-", &strict, &imported, NULL),
			 STATUS_OK);
	assert_int_equal(imported.article.n_cp, utf8_count(imported.text, imported.n_bytes));
	assert_int_equal(imported.article.n_cp, 15);
	assert_int_equal(imported.article.n_words, 3);
	assert_string_equal(imported.article.source_path, "-");
	imported_release(&imported);

	const char abc[] = "abc"; /* FIPS 180-4, the first example */
	assert_int_equal(import_bytes(abc, 3, "-", &strict, &imported, NULL), STATUS_OK);
	assert_string_equal(imported.article.source_sha256,
			    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	imported_release(&imported);
}

static void what_is_only_shown_is_checked_but_not_described(void **state)
{
	(void)state;
	static const struct import_options shown = {.text_only = true};
	struct imported imported;
	assert_int_equal(import_bytes("one\r\ntwo", 8, "-", &shown, &imported, NULL), STATUS_OK);
	assert_string_equal(imported.text, "one\ntwo");
	assert_string_equal(imported.article.title, "one");
	assert_null(imported.article.source_sha256);
	assert_int_equal(imported.article.n_words, 0);
	imported_release(&imported);
	assert_int_equal(import_bytes("a\xFF", 2, "-", &shown, &imported, NULL), STATUS_BAD_UTF8);
}

static void a_path_says_what_is_wrong_with_it(void **state)
{
	(void)state;
	struct imported imported;
	assert_int_equal(import_path("/no/such/file", &strict, &imported, NULL), STATUS_NO_FILE);
	assert_int_equal(import_path("/", &strict, &imported, NULL), STATUS_IS_DIRECTORY);
	assert_int_equal(import_path("/dev/null", &strict, &imported, NULL), STATUS_EMPTY);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(line_ends_become_lf_and_a_byte_order_mark_goes),
		cmocka_unit_test(what_is_no_text_is_refused_with_its_reason),
		cmocka_unit_test(lossy_puts_one_mark_for_each_maximal_subpart),
		cmocka_unit_test(counts_and_digests_are_of_the_right_bytes),
		cmocka_unit_test(what_is_only_shown_is_checked_but_not_described),
		cmocka_unit_test(a_path_says_what_is_wrong_with_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
