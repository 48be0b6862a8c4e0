/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/xalloc.h"
#include "export/csv.h"

static const char text[] = "ab\nكلمة x\u2029z\n";

static struct document *open_text(void *self, const struct article *article, struct fault *f)
{
	(void)article, (void)f;
	struct document **doc = self;
	if (!*doc)
		*doc = document_new(text_source_memory(xstrdup(text), strlen(text)));
	return *doc;
}

static enum status append(void *self, const char *bytes, size_t n, struct fault *f)
{
	(void)f;
	str_append(self, bytes, n);
	return STATUS_OK;
}

/*
 * Two articles, three highlights, two tags: the rows of the columns named. The coding of a
 * highlight that is gone stands among the others, as when somebody removes one while the lists are
 * read.
 */
static char *export_columns(const char *const *headers, size_t n)
{
	struct article articles[] = {{.id = "A", .title = (char *)"first"},
				     {.id = "B", .title = (char *)"second"}};
	struct highlight highlights[] = {
		{.id = "h1", .article = "A", .range = {1, 4}, .coder = (char *)"c1"},
		{.id = "h2", .article = "A", .range = {8, 10}, .coder = (char *)"c1"},
		{.id = "h3", .article = "B", .range = {11, 12}, .coder = (char *)"c2"}};
	struct tag tags[] = {{.id = "T2", .path = (char *)"b"}, {.id = "T1", .path = (char *)"a"}};
	struct coding codings[] = {
		{.id = "k1", .highlight = "h1", .tag = "T1", .coder = (char *)"c1"},
		{.id = "k2", .highlight = "h1", .tag = "T2", .coder = (char *)"c2"},
		{.id = "k9", .highlight = "h9", .tag = "T1", .coder = (char *)"c1"},
		{.id = "k3", .highlight = "h3", .tag = "T2", .coder = (char *)"c2"}};
	struct note notes[] = {
		{.id = "n1", .target = "h1", .text = (char *)"of c2", .coder = (char *)"c2"},
		{.id = "n2", .target = "h1", .text = (char *)"of c1", .coder = (char *)"c1"},
		{.id = "n3", .target = "h2", .text = (char *)"of c9", .coder = (char *)"c9"}};
	struct article_list article_list = {.items = articles, .n = 2};
	struct highlight_list highlight_list = {.items = highlights, .n = 3};
	struct tag_list tag_list = {.items = tags, .n = 2};
	struct coding_list coding_list = {.items = codings, .n = 4};
	struct note_list note_list = {.items = notes, .n = 3};
	struct document *doc = NULL;
	struct csv_project project = {.articles = &article_list,
				      .highlights = &highlight_list,
				      .tags = &tag_list,
				      .codings = &coding_list,
				      .notes = &note_list,
				      .document = open_text,
				      .self = &doc};
	size_t columns[8];
	for (size_t i = 0; i < n; i++)
		assert_true(csv_column_find(CSV_ANNOTATIONS, headers[i], &columns[i]));
	struct csv_options options = {.delimiter = ',', .columns = columns, .n_columns = n};
	struct str out = STR_EMPTY;
	struct csv_sink sink = {.write = append, .self = &out};
	assert_int_equal(csv_annotations(&project, &options, &sink, NULL), STATUS_OK);
	document_free(doc);
	return str_take(&out);
}

static void a_row_is_a_coding_or_a_bare_highlight(void **state)
{
	(void)state;
	static const char *const headers[] = {"id", "tag", "document", "coder", "note"};
	char *rows = export_columns(headers, 5);
	assert_string_equal(rows, "\"id\",\"tag\",\"document\",\"coder\",\"note\"\r\n"
				  "\"h1\",\"a\",\"first\",\"c1\",\"of c1\"\r\n"
				  "\"h1\",\"b\",\"first\",\"c2\",\"of c2\"\r\n"
				  "\"h2\",\"\",\"first\",\"c1\",\"of c9\"\r\n"
				  "\"h3\",\"b\",\"second\",\"c2\",\"\"\r\n");
	free(rows);
}

static void offsets_are_told_in_bytes_and_paragraphs_too(void **state)
{
	(void)state;
	static const char *const headers[] = {"start", "end", "start_byte", "end_byte",
					      "paragraph"};
	char *rows = export_columns(headers, 5);
	assert_non_null(strstr(rows, "\"1\",\"4\",\"1\",\"5\",\"1\"\r\n")); /* over a line end */
	assert_non_null(strstr(rows, "\"8\",\"10\",\"12\",\"16\",\"2\"\r\n"));    /* over U+2029 */
	/* To the very end. */
	assert_non_null(strstr(rows, "\"11\",\"12\",\"17\",\"18\",\"3\"\r\n"));
	free(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_row_is_a_coding_or_a_bare_highlight),
		cmocka_unit_test(offsets_are_told_in_bytes_and_paragraphs_too),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
