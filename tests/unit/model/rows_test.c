/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/rows.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "base/xalloc.h"
#include "model/count.h"

static void items_of_a_list_are_zeroed_and_keep_their_order(void **state)
{
	struct tag_list list = {.n = 0};
	(void)state;
	for (size_t i = 0; i < 100; i++) {
		struct tag *tag = tag_list_add(&list);
		assert_null(tag->name);
		assert_int_equal(tag->n_highlights, 0);
		tag->name = xasprintf("%zu", i);
		tag->n_highlights = i;
	}
	assert_int_equal(list.n, 100);
	for (size_t i = 0; i < 100; i++)
		assert_int_equal(list.items[i].n_highlights, i);
	tag_list_release(&list);
	assert_null(list.items);
	assert_int_equal(list.n, 0);
	/* A released list can be used again, and released twice. */
	tag_list_add(&list);
	tag_list_release(&list);
	tag_list_release(&list);
}

/* The leak checker is the judge of what each release forgets. */
static void every_string_of_a_row_is_freed(void **state)
{
	struct article article = {.title = xstrdup("t"),
				  .outlet = xstrdup("o"),
				  .author = xstrdup("a"),
				  .url = xstrdup("u"),
				  .published_at = xstrdup("p"),
				  .lang = xstrdup("l"),
				  .source_path = xstrdup("s"),
				  .sha256 = xstrdup("h"),
				  .source_sha256 = xstrdup("h"),
				  .created_at = xstrdup("c"),
				  .updated_at = xstrdup("u")};
	struct highlight highlight = {.exact = xstrdup("e"),
				      .prefix = xstrdup("p"),
				      .suffix = xstrdup("s"),
				      .anchor_state = xstrdup("a"),
				      .coder = xstrdup("c"),
				      .created_at = xstrdup("c"),
				      .updated_at = xstrdup("u")};
	struct tag tag = {.path = xstrdup("p"),
			  .name = xstrdup("n"),
			  .definition = xstrdup("d"),
			  .colour = xstrdup("c"),
			  .symbol = xstrdup("s"),
			  .key = xstrdup("k"),
			  .created_at = xstrdup("c"),
			  .updated_at = xstrdup("u"),
			  .last_used_at = xstrdup("l")};
	struct coding coding = {
		.coder = xstrdup("c"), .created_at = xstrdup("c"), .updated_at = xstrdup("u")};
	struct note note = {.text = xstrdup("t"),
			    .coder = xstrdup("c"),
			    .created_at = xstrdup("c"),
			    .updated_at = xstrdup("u")};
	struct act act = {.coder = xstrdup("c"), .at = xstrdup("a"), .what = xstrdup("w"),
			  .subject = xstrdup("s"), .object = xstrdup("o")};
	(void)state;
	article_release(&article);
	highlight_release(&highlight);
	tag_release(&tag);
	coding_release(&coding);
	note_release(&note);
	act_release(&act);
	assert_null(article.title);
	assert_null(act.subject);
	/* A second release of the same row is nothing. */
	article_release(&article);
}

static void words_are_counted_across_paragraphs(void **state)
{
	static const struct {
		const char *text;
		size_t n_cp, n_words;
	} cases[] = {
		{"", 0, 0},	    {"one two\nthree\n", 14, 3}, {"one", 3, 1},
		{"\n\n", 2, 0},	    {"قال John: نعم.", 14, 3},	 {"مُحَمَّدٌ", 9, 1},
		{"... -- !", 8, 0},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		size_t n_cp, n_words, n = 0;
		while (cases[i].text[n])
			n++;
		count_text(cases[i].text, n, &n_cp, &n_words);
		assert_int_equal(n_cp, cases[i].n_cp);
		assert_int_equal(n_words, cases[i].n_words);
	}
}

/*
 * Stretches of a long paragraph add up to what it is; where no space is near, code points stay
 * whole.
 */
static void a_long_paragraph_is_counted_in_stretches(void **state)
{
	enum { N = 100000 };
	size_t n_cp, n_words;
	char *text = xmalloc(3 * N);
	(void)state;
	for (size_t i = 0; i < N; i++) {
		text[3 * i] = 'a';
		text[3 * i + 1] = 'b';
		text[3 * i + 2] = ' ';
	}
	count_text(text, 3 * N, &n_cp, &n_words);
	assert_int_equal(n_cp, 3 * N);
	assert_int_equal(n_words, N);
	for (size_t i = 0; i < N; i++) {
		text[3 * i] = (char)0xe3;
		text[3 * i + 1] = (char)0x80;
		text[3 * i + 2] = (char)0x82;
	}
	count_text(text, 3 * N, &n_cp, &n_words);
	assert_int_equal(n_cp, N);
	assert_int_equal(n_words, 0);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(items_of_a_list_are_zeroed_and_keep_their_order),
		cmocka_unit_test(every_string_of_a_row_is_freed),
		cmocka_unit_test(words_are_counted_across_paragraphs),
		cmocka_unit_test(a_long_paragraph_is_counted_in_stretches),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
