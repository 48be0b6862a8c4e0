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

static enum status append(void *self, const char *bytes, size_t n, struct fault *f)
{
	(void)f;
	str_append(self, bytes, n);
	return STATUS_OK;
}

static enum status refuse(void *self, const char *bytes, size_t n, struct fault *f)
{
	(void)self, (void)bytes, (void)n;
	return fault_set(f, STATUS_NO_SPACE, "disk");
}

/* One tag with this definition, exported with `options`. */
static void export_definition(const char *definition, const struct csv_options *options,
			      struct str *out)
{
	struct tag tag = {.path = (char *)"t",
			  .definition = (char *)definition,
			  .n_highlights = 3,
			  .n_articles = 2};
	struct tag_list tags = {.items = &tag, .n = 1};
	struct csv_project project = {.tags = &tags};
	struct csv_sink sink = {.write = append, .self = out};
	str_clear(out);
	assert_int_equal(csv_codebook(&project, options, &sink, NULL), STATUS_OK);
}

static const char header[] =
	"\"tag\",\"description\",\"number of highlights\",\"number of documents\"\r\n";

static void every_field_is_quoted_and_quotes_are_doubled(void **state)
{
	(void)state;
	struct csv_options options = {.delimiter = ','};
	struct str out = STR_EMPTY;
	export_definition("a \"b\", c\nd\"", &options, &out);
	assert_memory_equal(out.p, header, strlen(header));
	assert_string_equal(out.p + strlen(header),
			    "\"t\",\"a \"\"b\"\", c\nd\"\"\",\"3\",\"2\"\r\n");
	str_release(&out);
}

static void columns_can_be_chosen_and_the_delimiter_too(void **state)
{
	(void)state;
	size_t columns[] = {3, 0};
	struct csv_options options = {.delimiter = ';', .columns = columns, .n_columns = 2};
	struct str out = STR_EMPTY;
	export_definition("x", &options, &out);
	assert_string_equal(out.p, "\"number of documents\";\"tag\"\r\n\"2\";\"t\"\r\n");
	str_release(&out);
}

static void a_spreadsheet_is_kept_from_running_what_it_reads(void **state)
{
	(void)state;
	struct csv_options options = {.delimiter = ',', .spreadsheet = true};
	static const char *const dangerous[] = {"=1", "+1", "-1", "@x", "\tx", "\nx"};
	struct str out = STR_EMPTY;
	for (size_t i = 0; i < sizeof dangerous / sizeof *dangerous; i++) {
		export_definition(dangerous[i], &options, &out);
		char *wanted = xasprintf("\"t\",\"'%s\",\"3\",\"2\",\"description\"\r\n",
					 dangerous[i]);
		assert_non_null(strstr(out.p, wanted));
		free(wanted);
	}
	export_definition("a=1", &options, &out);
	assert_memory_equal(out.p, "\xEF\xBB\xBF", 3);
	assert_non_null(strstr(out.p, "\"a=1\",\"3\",\"2\",\"\"\r\n"));
	str_release(&out);
}

static void a_sink_that_fails_ends_the_export(void **state)
{
	(void)state;
	struct csv_options options = {.delimiter = ','};
	struct tag_list tags = {.items = NULL};
	struct csv_project project = {.tags = &tags};
	struct csv_sink sink = {.write = refuse};
	struct fault f = FAULT_NONE;
	assert_int_equal(csv_codebook(&project, &options, &sink, &f), STATUS_NO_SPACE);
	assert_string_equal(f.subject, "disk");
	fault_release(&f);
}

static void delimiters_that_would_break_a_row_are_refused(void **state)
{
	(void)state;
	assert_true(csv_delimiter_ok(','));
	assert_true(csv_delimiter_ok('\t'));
	assert_false(csv_delimiter_ok('"'));
	assert_false(csv_delimiter_ok('\n'));
	assert_false(csv_delimiter_ok('\r'));
	assert_false(csv_delimiter_ok('\0'));
	assert_false(csv_delimiter_ok('\x80'));
}

static void columns_are_found_by_their_headers(void **state)
{
	(void)state;
	size_t index;
	assert_true(csv_column_find(CSV_ANNOTATIONS, "content", &index));
	assert_int_equal(index, 3);
	assert_true(csv_column_find(CSV_DOCUMENTS, "title", &index));
	assert_int_equal(index, 2);
	assert_false(csv_column_find(CSV_CODEBOOK, "title", &index));
	assert_int_equal(csv_n_columns(CSV_ANNOTATIONS), 33);
	assert_null(csv_column_header(CSV_ANNOTATIONS, 33));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_field_is_quoted_and_quotes_are_doubled),
		cmocka_unit_test(columns_can_be_chosen_and_the_delimiter_too),
		cmocka_unit_test(a_spreadsheet_is_kept_from_running_what_it_reads),
		cmocka_unit_test(a_sink_that_fails_ends_the_export),
		cmocka_unit_test(delimiters_that_would_break_a_row_are_refused),
		cmocka_unit_test(columns_are_found_by_their_headers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
