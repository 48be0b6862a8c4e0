/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "import/table.h"

/* A new file with this content and name ending; the caller's to unlink and free. */
static char *write_file(const char *ending, const char *content)
{
	const char *folder = getenv("TMPDIR");
	char *path;
	assert_true(asprintf(&path, "%s/hashiya-table-XXXXXX%s", folder ? folder : "/tmp", ending) >
		    0);
	int fd = mkstemps(path, (int)strlen(ending));
	assert_true(fd >= 0);
	assert_int_equal(write(fd, content, strlen(content)), strlen(content));
	close(fd);
	return path;
}

static enum status read_content(struct table *table, const char *ending, const char *content)
{
	char *path = write_file(ending, content);
	enum status status = table_read(table, path, NULL);
	unlink(path);
	free(path);
	return status;
}

static void csv_has_quotes_with_anything_in_them(void **state)
{
	(void)state;
	struct table table;
	assert_int_equal(read_content(&table, ".csv",
				      "\xEF\xBB\xBF"
				      "tag,text\r\n\"a,b\",\"say \"\"x\"\"\nyes\"\r\nc,\r\n"),
			 STATUS_OK);
	assert_int_equal(table.n_rows, 2);
	assert_string_equal(table_cell(&table, 0, "tag"), "a,b");
	assert_string_equal(table_cell(&table, 0, "text"), "say \"x\"\nyes");
	assert_string_equal(table_cell(&table, 1, "tag"), "c");
	assert_string_equal(table_cell(&table, 1, "text"), "");
	table_release(&table);
}

static void tab_separated_values_have_no_quotes(void **state)
{
	(void)state;
	struct table table;
	assert_int_equal(read_content(&table, ".tsv", "a\tb\n\"x\t\"y\"\n\nlast"), STATUS_OK);
	assert_int_equal(table.n_rows, 2);
	assert_string_equal(table_cell(&table, 0, "a"), "\"x");
	assert_string_equal(table_cell(&table, 0, "b"), "\"y\"");
	assert_string_equal(table_cell(&table, 1, "a"), "last");
	table_release(&table);
}

static void a_cell_that_is_not_there_is_empty(void **state)
{
	(void)state;
	struct table table;
	assert_int_equal(read_content(&table, ".tsv", "a\tb\nonly\n"), STATUS_OK);
	assert_string_equal(table_cell(&table, 0, "b"), "");
	assert_string_equal(table_cell(&table, 0, "no such column"), "");
	table_release(&table);
}

static void what_is_no_table_is_refused(void **state)
{
	(void)state;
	struct table table;
	assert_int_equal(read_content(&table, ".csv", ""), STATUS_EMPTY);
	table_release(&table);
	assert_int_equal(read_content(&table, ".csv", "a,b\n\"never ends\n"), STATUS_INVALID);
	table_release(&table);
	assert_int_equal(read_content(&table, ".csv", "a,b\n\"x\"y,z\n"), STATUS_INVALID);
	table_release(&table);
	assert_int_equal(read_content(&table, ".csv", "a,\xFF\n"), STATUS_BAD_UTF8);
	table_release(&table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(csv_has_quotes_with_anything_in_them),
		cmocka_unit_test(tab_separated_values_have_no_quotes),
		cmocka_unit_test(a_cell_that_is_not_there_is_empty),
		cmocka_unit_test(what_is_no_table_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
