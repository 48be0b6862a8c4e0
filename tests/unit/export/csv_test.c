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
			  .definition = (char *)definition};
	struct article_list articles = {.n = 0};
	struct claim_list claims = {.n = 0};
	struct tag_list tags = {.items = &tag, .n = 1};
	struct export_rows rows = {.articles = &articles, .tags = &tags, .claims = &claims};
	struct sink sink = {.write = append, .self = out};
	str_clear(out);
	assert_int_equal(csv_write(CSV_codebook, &rows, options, &sink, NULL), STATUS_OK);
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
			    "\"t\",\"a \"\"b\"\", c\nd\"\"\",\"0\",\"0\"\r\n");
	str_release(&out);
}

static void columns_can_be_chosen_and_the_delimiter_too(void **state)
{
	(void)state;
	static const char *const columns[] = {"number of documents", "tag"};
	struct csv_options options = {.delimiter = ';', .columns = columns, .n_columns = 2};
	struct str out = STR_EMPTY;
	export_definition("x", &options, &out);
	assert_string_equal(out.p, "\"number of documents\";\"tag\"\r\n\"0\";\"t\"\r\n");
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
		char *wanted = xasprintf("\"t\",\"'%s\",\"0\",\"0\",\"description\"\r\n",
					 dangerous[i]);
		assert_non_null(strstr(out.p, wanted));
		free(wanted);
	}
	export_definition("a=1", &options, &out);
	assert_memory_equal(out.p, "\xEF\xBB\xBF", 3);
	assert_non_null(strstr(out.p, "\"a=1\",\"0\",\"0\",\"\"\r\n"));
	str_release(&out);
}

static void a_sink_that_fails_ends_the_export(void **state)
{
	(void)state;
	struct csv_options options = {.delimiter = ','};
	struct tag_list tags = {.items = NULL};
	struct article_list articles = {.n = 0};
	struct claim_list claims = {.n = 0};
	struct export_rows rows = {.articles = &articles, .tags = &tags, .claims = &claims};
	struct sink sink = {.write = refuse};
	struct fault f = FAULT_NONE;
	assert_int_equal(csv_write(CSV_codebook, &rows, &options, &sink, &f), STATUS_NO_SPACE);
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

static void a_column_that_is_not_there_is_named(void **state)
{
	(void)state;
	static const char *const columns[] = {"tag", "path"};
	struct csv_options options = {.delimiter = ',', .columns = columns, .n_columns = 2};
	struct tag_list tags = {.n = 0};
	struct export_rows rows = {.tags = &tags};
	struct str out = STR_EMPTY;
	struct sink sink = {.write = append, .self = &out};
	struct fault f = FAULT_NONE;
	assert_int_equal(csv_write(CSV_codebook, &rows, &options, &sink, &f), STATUS_INVALID);
	assert_string_equal(f.subject, "path");
	assert_int_equal(out.len, 0);
	fault_release(&f);
}

static void tables_are_found_by_their_names(void **state)
{
	(void)state;
	enum csv_table table;
	for (size_t i = 0; i < N_CSV_TABLES; i++) {
		assert_true(csv_table_find(csv_table_name((enum csv_table)i), &table));
		assert_int_equal(table, i);
		assert_true(csv_n_columns(table) >= 2);
		assert_null(csv_column_header(table, csv_n_columns(table)));
	}
	assert_false(csv_table_find("annotation", &table));
	assert_int_equal(csv_n_columns(CSV_annotations), 33);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_field_is_quoted_and_quotes_are_doubled),
		cmocka_unit_test(columns_can_be_chosen_and_the_delimiter_too),
		cmocka_unit_test(a_spreadsheet_is_kept_from_running_what_it_reads),
		cmocka_unit_test(a_sink_that_fails_ends_the_export),
		cmocka_unit_test(delimiters_that_would_break_a_row_are_refused),
		cmocka_unit_test(a_column_that_is_not_there_is_named),
		cmocka_unit_test(tables_are_found_by_their_names),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
