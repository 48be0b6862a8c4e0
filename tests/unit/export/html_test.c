/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/html.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define LRE "\xE2\x80\xAA"
#define RLE "\xE2\x80\xAB"
#define PDF "\xE2\x80\xAC"
#define RLO "\xE2\x80\xAE"
#define RLI "\xE2\x81\xA7"
#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"
#define REPLACEMENT "\xEF\xBF\xBD"

static enum status take(void *self, const char *bytes, size_t n, struct fault *f)
{
	(void)f;
	str_append(self, bytes, n);
	return STATUS_OK;
}

static void assert_text(const char *text, const char *expected)
{
	struct str got = STR_EMPTY;
	const struct sink sink = {.write = take, .self = &got};
	struct html html;
	html_init(&html, &sink, NULL);
	html_text(&html, text);
	assert_int_equal(html_end(&html), STATUS_OK);
	assert_string_equal(str_cstr(&got), expected);
	str_release(&got);
}

static void text_is_never_markup(void **state)
{
	(void)state;
	assert_text("<script>alert(\"1\" & '2')</script>",
		    "&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;");
	assert_text("&amp;", "&amp;amp;");
	assert_text("-->]]>", "--&gt;]]&gt;");
	assert_text("", "");
	assert_text("قمة", "قمة");
}

static void what_a_page_may_not_hold_is_replaced(void **state)
{
	(void)state;
	assert_text("a\x01"
		    "b\x1b[31m\x7f",
		    "a" REPLACEMENT "b" REPLACEMENT "[31m" REPLACEMENT);
	assert_text("\xC2\x85\xEF\xBF\xBF\xF0\x9F\xBF\xBE\xEF\xB7\x90",
		    REPLACEMENT REPLACEMENT REPLACEMENT REPLACEMENT);
	assert_text("\xFF\xE2\x80", REPLACEMENT REPLACEMENT);
	assert_text("a\tb\r\nc\rd\n", "a\tb\nc\nd\n");
}

static void what_a_text_opens_it_closes(void **state)
{
	(void)state;
	assert_text(RLO "abc", RLO "abc" PDF);
	assert_text("x" FSI "y" LRE "z", "x" FSI "y" LRE "z" PDF PDI);
	assert_text(RLE "a" PDF " b", RLE "a" PDF " b");
	assert_text(RLI "a" PDI " b", RLI "a" PDI " b");
}

static void what_would_close_those_of_others_is_left_out(void **state)
{
	(void)state;
	assert_text("a" PDI "b" PDF "c", "abc");
	assert_text(RLI "a" PDF "b" PDI PDI, RLI "ab" PDI);
	assert_text(RLI LRE "a" PDI "b" PDF, RLI LRE "a" PDF PDI "b");
}

static void a_line_ends_all_that_was_opened_on_it(void **state)
{
	(void)state;
	assert_text(RLO "a\nb" PDF, RLO "a" PDF "\nb");
	assert_text(FSI "a\r\n" PDI "b", FSI "a" PDI "\nb");
}

static void an_attribute_keeps_its_quotes(void **state)
{
	(void)state;
	struct str got = STR_EMPTY;
	const struct sink sink = {.write = take, .self = &got};
	struct html html;
	html_init(&html, &sink, NULL);
	html_put(&html, "<a");
	html_attribute(&html, "title", "\" onclick=\"x" RLO);
	html_put(&html, ">");
	html_number(&html, 12);
	assert_int_equal(html_end(&html), STATUS_OK);
	assert_string_equal(str_cstr(&got), "<a title=\"&quot; onclick=&quot;x" RLO PDF "\">12");
	str_release(&got);
}

static enum status refuse(void *self, const char *bytes, size_t n, struct fault *f)
{
	(void)bytes, (void)n;
	++*(size_t *)self;
	return fault_set(f, STATUS_NO_SPACE, "the page");
}

static void nothing_is_written_behind_a_failure(void **state)
{
	(void)state;
	size_t n_calls = 0;
	const struct sink sink = {.write = refuse, .self = &n_calls};
	struct fault f = FAULT_NONE;
	struct html html;
	html_init(&html, &sink, &f);
	for (size_t i = 0; i < 100000; i++)
		html_text(&html, "some words ");
	assert_int_equal(html_end(&html), STATUS_NO_SPACE);
	assert_int_equal(n_calls, 1);
	assert_string_equal(f.subject, "the page");
	fault_release(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_never_markup),
		cmocka_unit_test(what_a_page_may_not_hold_is_replaced),
		cmocka_unit_test(what_a_text_opens_it_closes),
		cmocka_unit_test(what_would_close_those_of_others_is_left_out),
		cmocka_unit_test(a_line_ends_all_that_was_opened_on_it),
		cmocka_unit_test(an_attribute_keeps_its_quotes),
		cmocka_unit_test(nothing_is_written_behind_a_failure),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
