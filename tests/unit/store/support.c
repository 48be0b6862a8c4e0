/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/support.h"

#include <dirent.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/xalloc.h"

int scratch_setup_empty(void **state)
{
	struct scratch *scratch = xcalloc(1, sizeof *scratch);
	strcpy(scratch->folder, "/tmp/hashiya-store-XXXXXX");
	strcpy(scratch->path, "p.hashiya");
	*state = scratch;
	return !mkdtemp(scratch->folder) || chdir(scratch->folder) < 0;
}

int scratch_setup(void **state)
{
	int failed = scratch_setup_empty(state);
	struct scratch *scratch = *state;
	return failed ||
	       store_open(&scratch->store, scratch->path, STORE_CREATE, NULL) != STATUS_OK;
}

int scratch_teardown(void **state)
{
	struct scratch *scratch = *state;
	store_close(scratch->store);
	chmod(scratch->folder, 0700);
	DIR *folder = opendir(scratch->folder);
	for (struct dirent *entry; folder && (entry = readdir(folder));)
		unlinkat(dirfd(folder), entry->d_name, entry->d_type == DT_DIR ? AT_REMOVEDIR : 0);
	closedir(folder);
	int failed = chdir("/") < 0 || rmdir(scratch->folder) < 0;
	free(scratch);
	return failed;
}

struct store *scratch_reopen(struct scratch *scratch)
{
	store_close(scratch->store);
	scratch->store = NULL;
	assert_ok(store_open(&scratch->store, scratch->path, STORE_WRITE, NULL));
	return scratch->store;
}

void begin(struct store *store, const char *coder)
{
	assert_ok(store_begin(store, coder, A_TEST, NULL));
}

void commit(struct store *store)
{
	assert_ok(store_commit(store, NULL));
}

void add_article(struct store *store, const char *text, char id[ID_SIZE])
{
	struct article article = {.title = xstrdup(text)};
	bool existing;
	begin(store, "ann");
	assert_ok(store_article_add(store, &article, text, strlen(text), &existing, NULL));
	commit(store);
	if (id)
		memcpy(id, article.id, ID_SIZE);
	article_release(&article);
}

void add_highlight(struct store *store, const char *article, size_t start_cp, size_t end_cp,
		   char id[ID_SIZE])
{
	struct highlight highlight = {.range = {start_cp, end_cp},
				      .exact = xstrdup("exact"),
				      .prefix = xstrdup(""),
				      .suffix = xstrdup(""),
				      .anchor_state = xstrdup("exact")};
	memcpy(highlight.article, article, ID_SIZE);
	begin(store, "ann");
	assert_ok(store_highlight_add(store, &highlight, NULL));
	commit(store);
	if (id)
		memcpy(id, highlight.id, ID_SIZE);
	highlight_release(&highlight);
}

size_t count_articles(struct store *store)
{
	size_t n;
	assert_ok(store_article_count(store, &n, NULL));
	return n;
}

size_t count_highlights(struct store *store)
{
	struct highlight_list list = {.n = 0};
	assert_ok(store_highlight_list(store, NULL, &list, NULL));
	size_t n = list.n;
	highlight_list_release(&list);
	return n;
}

static int first_value(void *out, int n_columns, char **values, char **names)
{
	char **value = out;
	(void)n_columns, (void)names;
	if (!*value)
		*value = xstrdup(values[0] ? values[0] : "");
	return 0;
}

char *sql_value(const char *path, const char *sql)
{
	sqlite3 *db;
	char *value = NULL, *error = NULL;
	assert_int_equal(
		sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL),
		SQLITE_OK);
	if (sqlite3_exec(db, sql, first_value, &value, &error) != SQLITE_OK)
		fail_msg("%s: %s", sql, error);
	sqlite3_close(db);
	return value ? value : xstrdup("");
}

void sql_exec(const char *path, const char *sql)
{
	free(sql_value(path, sql));
}

void assert_sql(const char *path, const char *sql, const char *value)
{
	char *found = sql_value(path, sql);
	assert_string_equal(found, value);
	free(found);
}

static int add_row(void *out, int n_columns, char **values, char **names)
{
	for (int i = 0; i < n_columns; i++)
		str_appendf(out, "%s=%s|", names[i], values[i] ? values[i] : "NULL");
	str_append_char(out, '\n');
	return 0;
}

char *logical_content(const char *path)
{
	static const char *const tables[] = {"article", "highlight", "tag", "coding",
					     "claim", "mention", "coverage", "claim_relation",
					     "property", "note"};
	struct str out = STR_EMPTY;
	sqlite3 *db;
	assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		char *sql = xasprintf("SELECT * FROM %s ORDER BY 1", tables[i]);
		str_appendf(&out, "%s\n", tables[i]);
		assert_int_equal(sqlite3_exec(db, sql, add_row, &out, NULL), SQLITE_OK);
		free(sql);
	}
	sqlite3_close(db);
	return str_take(&out);
}

char *read_all(const char *path, size_t *n)
{
	struct str bytes = STR_EMPTY;
	assert_ok(file_read(path, SIZE_MAX, &bytes, NULL));
	*n = bytes.len;
	return str_take(&bytes);
}

void write_all(const char *path, const void *bytes, size_t n)
{
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, n, file), n);
	assert_int_equal(fclose(file), 0);
}
