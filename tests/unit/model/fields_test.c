/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/fields.h"

/* The status of one field filled in, the others not known. */
static enum status check(enum article_field field, const char *value)
{
	struct article article = {.title = (char *)"", .url = (char *)""};
	enum article_field bad = field;
	if (field == FIELD_DATE)
		article.published_at = (char *)value;
	else if (field == FIELD_URL)
		article.url = (char *)value;
	else
		article.lang = (char *)value;
	enum status status = fields_check(&article, &bad, NULL);
	assert_int_equal(bad, field);
	return status;
}

static void expect_all(enum article_field field, const char *const *values, enum status status)
{
	for (; *values; values++)
		if (check(field, *values) != status)
			fail_msg("\"%s\"", *values);
}

static void a_date_is_a_day_of_the_calendar_or_a_part_of_one(void **state)
{
	static const char *const good[] = {
		"", "2025", "2025-08", "2025-08-16", "2024-02-29", "2000-02-29",
		"2025-08-16T14:05", "2025-08-16 14:05:09Z", "2025-08-16T14:05+02:00", NULL};
	static const char *const bad[] = {
		"yesterday", "25", "20255", "2025-", "2025-13", "2025-00", "2025-8", "2025-08-32",
		"2025-02-29", "1900-02-29", "2025-04-31", "2025-08-16T", "2025-08-16T25:99",
		"2025-08-16T+1:05", "2025-08-16x", "2025-08T14:05", "16/08/2025", " 2025", NULL};
	(void)state;
	expect_all(FIELD_DATE, good, STATUS_OK);
	expect_all(FIELD_DATE, bad, STATUS_INVALID);
}

static void an_address_has_a_scheme_and_no_spaces(void **state)
{
	static const char *const good[] = {"", "https://example.org/a?b=c", "urn:isbn:1",
					   "git+ssh://a", "https://مثال.org/خبر", NULL};
	static const char *const bad[] = {"not a url", "example.org", "//a", ":a", "https:",
					  "1http://a", "ht tp://a", "https://a b", "https://a\n",
					  "https://\x1b[2J", "خبر:a", NULL};
	(void)state;
	expect_all(FIELD_URL, good, STATUS_OK);
	expect_all(FIELD_URL, bad, STATUS_INVALID);
}

static void a_language_has_the_shape_of_its_tag(void **state)
{
	static const char *const good[] = {"",		 "ar",	  "en-GB",     "zh-Hant-TW",
					   "ary",	 "de-CH-1901", "x-mine", "i-klingon",
					   NULL};
	static const char *const bad[] = {"zzzzzz", "a", "arabic", "en_GB", "en-", "-en", "en--GB",
					  "en-abcdefghi", "x", "e1", "عربي", "en GB", NULL};
	(void)state;
	expect_all(FIELD_LANG, good, STATUS_OK);
	expect_all(FIELD_LANG, bad, STATUS_INVALID);
}

static void the_refusal_tells_the_value_and_the_forms(void **state)
{
	struct article article = {.url = (char *)"a:b", .lang = (char *)"arabic"};
	struct fault f = FAULT_NONE;
	(void)state;
	assert_int_equal(fields_check(&article, NULL, &f), STATUS_INVALID);
	assert_string_equal(f.subject, "arabic");
	assert_non_null(strstr(f.detail, "en-GB"));
	fault_release(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_date_is_a_day_of_the_calendar_or_a_part_of_one),
		cmocka_unit_test(an_address_has_a_scheme_and_no_spaces),
		cmocka_unit_test(a_language_has_the_shape_of_its_tag),
		cmocka_unit_test(the_refusal_tells_the_value_and_the_forms),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
