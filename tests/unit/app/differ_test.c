/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/differ.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "base/utf8.h"

/* The words of `text` in `ranges`, with a space after each. */
static char *words_in(const char *text, const struct ranges *ranges)
{
	struct str out = STR_EMPTY;
	size_t n;
	char32_t *cps = utf8_decode(text, strlen(text), &n);
	for (size_t i = 0; i < ranges->n; i++) {
		assert_true(ranges->items[i].end_cp <= n);
		utf8_append(&out, cps + ranges->items[i].start_cp,
			    ranges->items[i].end_cp - ranges->items[i].start_cp);
		str_append_char(&out, ' ');
	}
	free(cps);
	return str_take(&out);
}

static void assert_differ(const char *a, const char *b, const char *only_a, const char *only_b)
{
	struct ranges in_a = {.items = NULL}, in_b = {.items = NULL};
	differ_words(a, b, &in_a, &in_b);
	char *got_a = words_in(a, &in_a), *got_b = words_in(b, &in_b);
	assert_string_equal(got_a, only_a);
	assert_string_equal(got_b, only_b);
	free(got_a);
	free(got_b);
	free(in_a.items);
	free(in_b.items);
}

static void words_that_the_other_text_has_not_are_found(void **state)
{
	(void)state;
	assert_differ("one two three", "one two three", "", "");
	assert_differ("one two three", "one 2 three four", "two ", "2 four ");
	assert_differ("a b c d", "b d", "a c ", "");
	assert_differ("", "new words", "", "new words ");
	assert_differ("gone\nwords", " \t", "gone words ", "");
	assert_differ("إنّ الأمر بسيط", "ان الأمر بسيط", "إنّ ", "ان ");
	assert_differ("x a", "a x", "x ", "x ");
}

static void long_texts_are_looked_at_as_far_as_there_is_room(void **state)
{
	struct str text = STR_EMPTY;
	struct ranges in_a = {.items = NULL}, in_b = {.items = NULL};
	(void)state;
	for (size_t i = 0; i < 5000; i++)
		str_append_str(&text, "word ");
	differ_words(str_cstr(&text), "", &in_a, &in_b);
	assert_true(in_a.n > 100 && in_a.n < 5000);
	assert_int_equal(in_b.n, 0);
	free(in_a.items);
	free(in_b.items);
	str_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_that_the_other_text_has_not_are_found),
		cmocka_unit_test(long_texts_are_looked_at_as_far_as_there_is_room),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
