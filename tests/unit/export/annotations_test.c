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

enum { N_HIGHLIGHTS = 3 };

/* What a project would give, and where in it the export is. */
struct given {
	struct annotated rows[N_HIGHLIGHTS], at;
	const char *article;
	size_t next;
	struct document *doc;
};

static struct document *open_text(void *self, const struct article *article, struct fault *f)
{
	(void)article, (void)f;
	struct given *given = self;
	if (!given->doc)
		given->doc = document_new(text_source_memory(xstrdup(text), strlen(text)));
	return given->doc;
}

static enum status begin(void *self, const struct article *article, unsigned parts,
			 struct fault *f)
{
	(void)parts, (void)f;
	struct given *given = self;
	given->article = article->id;
	given->next = 0;
	return STATUS_OK;
}

static enum status next(void *self, struct annotated **out, struct fault *f)
{
	(void)f;
	struct given *given = self;
	*out = NULL;
	while (!*out && given->next < N_HIGHLIGHTS) {
		given->at = given->rows[given->next++];
		if (strcmp(given->at.highlight.article, given->article) == 0)
			*out = &given->at;
	}
	return STATUS_OK;
}

static enum status append(void *self, const char *bytes, size_t n, struct fault *f)
{
	(void)f;
	str_append(self, bytes, n);
	return STATUS_OK;
}

#define CODER(name) .coder = (char *)(name), .created_at = (char *)"t1", .updated_at = (char *)"t2"

/* Two articles, three highlights, two tags, a claim: the rows of the columns named. */
static char *export_columns(const char *const *headers, size_t n)
{
	struct article articles[] = {{.id = "A", .title = (char *)"first"},
				     {.id = "B", .title = (char *)"second"}};
	struct tag tags[] = {{.id = "T1", .path = (char *)"a"}, {.id = "T2", .path = (char *)"b"}};
	struct claim claims[] = {{.id = "K1", .statement = (char *)"it rained"}};
	struct coding codings[] = {{.tag = "T1", CODER("c1")},
				   {.tag = "T2", CODER("c2")},
				   {.tag = "T2", CODER("c2")}};
	struct mention mentions[] = {{.claim = "K1", .stance = (char *)"agree", CODER("c1")}};
	struct note notes[] = {{.text = (char *)"of c1", CODER("c1")},
			       {.text = (char *)"of c2", CODER("c2")},
			       {.text = (char *)"of c9", CODER("c9")}};
	struct given given = {
		.rows = {{.highlight = {.id = "h1", .article = "A", .range = {1, 4}, CODER("c1")},
			  .codings = codings,
			  .n_codings = 2,
			  .mentions = mentions,
			  .n_mentions = 1,
			  .notes = notes,
			  .n_notes = 2,
			  .chosen = true},
			 {.highlight = {.id = "h2", .article = "A", .range = {8, 10}, CODER("c1")},
			  .notes = notes + 2,
			  .n_notes = 1,
			  .chosen = true},
			 {.highlight = {.id = "h3", .article = "B", .range = {11, 12}, CODER("c2")},
			  .codings = codings + 2,
			  .n_codings = 1,
			  .chosen = true}}};
	struct article_list article_list = {.items = articles, .n = 2};
	struct tag_list tag_list = {.items = tags, .n = 2};
	struct claim_list claim_list = {.items = claims, .n = 1};
	struct export_rows rows = {.articles = &article_list,
				   .tags = &tag_list,
				   .claims = &claim_list,
				   .begin = begin,
				   .next = next,
				   .document = open_text,
				   .self = &given};
	struct csv_options options = {.delimiter = ',', .columns = headers, .n_columns = n};
	struct str out = STR_EMPTY;
	struct sink sink = {.write = append, .self = &out};
	assert_int_equal(csv_write(CSV_annotations, &rows, &options, &sink, NULL), STATUS_OK);
	document_free(given.doc);
	return str_take(&out);
}

static void a_row_is_a_coding_a_mention_or_a_bare_highlight(void **state)
{
	(void)state;
	static const char *const headers[] = {"id",   "tag",   "claim",  "stance", "document",
					      "note", "coder", "claim_id"};
	char *rows = export_columns(headers, 8);
	assert_string_equal(rows, "\"id\",\"tag\",\"claim\",\"stance\",\"document\",\"note\","
				  "\"coder\",\"claim_id\"\r\n"
				  "\"h1\",\"\",\"it rained\",\"agree\",\"first\",\"of c1\",\"c1\","
				  "\"K1\"\r\n"
				  "\"h1\",\"a\",\"\",\"\",\"first\",\"of c1\",\"c1\",\"\"\r\n"
				  "\"h1\",\"b\",\"\",\"\",\"first\",\"of c2\",\"c2\",\"\"\r\n"
				  "\"h2\",\"\",\"\",\"\",\"first\",\"of c9\",\"c1\",\"\"\r\n"
				  "\"h3\",\"b\",\"\",\"\",\"second\",\"\",\"c2\",\"\"\r\n");
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
		cmocka_unit_test(a_row_is_a_coding_a_mention_or_a_bare_highlight),
		cmocka_unit_test(offsets_are_told_in_bytes_and_paragraphs_too),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
