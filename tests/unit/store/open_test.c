/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a file may be that is named as a project, and what becomes of it: the right status, and not
 * a byte changed.
 */
#include "store/support.h"

#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "store/store-internal.h"

enum { NOBODY = 65534 };

/* Opening in every mode gives `status` and leaves the file as it was. */
static void assert_refused(const char *path, enum status status)
{
	size_t n, n_after;
	char *bytes = read_all(path, &n);
	for (enum store_mode mode = STORE_READ; mode <= STORE_CREATE; mode++) {
		struct store *store = NULL;
		struct fault f = FAULT_NONE;
		assert_status(store_open(&store, path, mode, &f), status);
		assert_string_equal(f.subject, path);
		fault_release(&f);
	}
	char *after = read_all(path, &n_after);
	assert_int_equal(n, n_after);
	assert_memory_equal(bytes, after, n);
	free(bytes);
	free(after);
}

static mode_t mode_of(const char *path)
{
	struct stat st;
	assert_int_equal(stat(path, &st), 0);
	return st.st_mode & 0777;
}

static void a_missing_project_is_made_only_when_asked(void **state)
{
	struct store *store = NULL;
	(void)state;
	assert_status(store_open(&store, "sub/folder/p", STORE_READ, NULL), STATUS_NO_PROJECT);
	assert_status(store_open(&store, "sub/folder/p", STORE_WRITE, NULL), STATUS_NO_PROJECT);
	assert_int_equal(access("sub", F_OK), -1);
	mode_t umask_before = umask(0);
	assert_ok(store_open(&store, "sub/folder/p", STORE_CREATE, NULL));
	assert_int_equal(umask(umask_before), 0);
	assert_string_equal(store_path(store), "sub/folder/p");
	assert_int_equal(store_version(store), store_schema_version());
	assert_false(store_is_readonly(store) || store_is_newer(store));
	add_article(store, "text", NULL);
	assert_int_equal(mode_of("sub"), 0700);
	assert_int_equal(mode_of("sub/folder"), 0700);
	assert_int_equal(mode_of("sub/folder/p"), 0600);
	assert_int_equal(mode_of("sub/folder/p-journal"), 0600);
	store_close(store);
	assert_int_equal(unlink("sub/folder/p-journal") | unlink("sub/folder/p"), 0);
	/* Nothing else was left there. */
	assert_int_equal(rmdir("sub/folder") | rmdir("sub"), 0);
}

static void the_settings_hold_on_an_open_project(void **state)
{
	static const char *const pragmas[][2] = {
		{"PRAGMA journal_mode", "truncate"},
		{"PRAGMA synchronous", "3"},
		{"PRAGMA cell_size_check", "1"},
		{"PRAGMA mmap_size", "0"},
		{"PRAGMA foreign_keys", "1"},
		{"PRAGMA secure_delete", "1"},
		{"PRAGMA temp_store", "2"},
		{"PRAGMA trusted_schema", "0"},
		{"PRAGMA application_id", "1213417561"},
		{"PRAGMA user_version", "2"},
	};
	struct store *store = ((struct scratch *)*state)->store;
	for (size_t i = 0; i < sizeof pragmas / sizeof *pragmas; i++) {
		sqlite3_stmt *stmt;
		assert_int_equal(sqlite3_prepare_v2(store->db, pragmas[i][0], -1, &stmt, NULL),
				 SQLITE_OK);
		assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
		assert_string_equal((const char *)sqlite3_column_text(stmt, 0), pragmas[i][1]);
		sqlite3_finalize(stmt);
	}
	static const int off[] = {SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW,
				  SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION};
	int on;
	for (size_t i = 0; i < sizeof off / sizeof *off; i++) {
		sqlite3_db_config(store->db, off[i], -1, &on);
		assert_int_equal(on, 0);
	}
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, -1, &on);
	assert_int_equal(on, 1);
	assert_int_equal(sqlite3_limit(store->db, SQLITE_LIMIT_ATTACHED, -1), 1);
}

static void files_that_are_something_else_are_refused(void **state)
{
	(void)state;
	write_all("empty", "", 0);
	write_all("text", "some text\n", 10);
	char long_text[10000];
	write_all("long", memset(long_text, 'x', sizeof long_text), sizeof long_text);
	write_all("magic", "SQLite format 3", 16);
	sql_exec("other", "CREATE TABLE t(x); INSERT INTO t VALUES(1)");
	sql_exec("app", "CREATE TABLE t(x); PRAGMA application_id = 5; PRAGMA user_version = 1");
	const char *const names[] = {"empty", "text", "long", "magic", "other", "app"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		assert_refused(names[i], STATUS_NOT_PROJECT);
}

static void what_is_no_file_is_refused(void **state)
{
	struct store *store = NULL;
	(void)state;
	assert_int_equal(mkdir("folder", 0700), 0);
	assert_int_equal(mkfifo("fifo", 0600), 0);
	for (enum store_mode mode = STORE_READ; mode <= STORE_CREATE; mode++) {
		assert_status(store_open(&store, "folder", mode, NULL), STATUS_IS_DIRECTORY);
		assert_status(store_open(&store, "fifo", mode, NULL), STATUS_NOT_PROJECT);
		assert_status(store_open(&store, "/dev/null", mode, NULL), STATUS_NOT_PROJECT);
	}
	assert_status(store_open(&store, "fifo/p", STORE_WRITE, NULL), STATUS_NO_PROJECT);
	assert_status(store_open(&store, "", STORE_WRITE, NULL), STATUS_NO_PROJECT);
	assert_status(store_open(&store, ":memory:", STORE_WRITE, NULL), STATUS_NO_PROJECT);
	assert_status(store_open(&store, "file:p?mode=memory", STORE_WRITE, NULL),
		      STATUS_NO_PROJECT);
}

/* Cuts or overwrites the closed project. */
static void damage(struct scratch *scratch, long size, long at, const char *bytes)
{
	store_close(scratch->store);
	scratch->store = NULL;
	if (size >= 0)
		assert_int_equal(truncate(scratch->path, size), 0);
	int fd = open(scratch->path, O_WRONLY);
	if (bytes)
		assert_int_equal(pwrite(fd, bytes, strlen(bytes), at), strlen(bytes));
	close(fd);
}

static void a_cut_file_is_damaged(void **state)
{
	struct scratch *scratch = *state;
	add_article(scratch->store, "text", NULL);
	damage(scratch, 5 * 4096, 0, NULL);
	assert_refused(scratch->path, STATUS_CORRUPT);
	damage(scratch, 200, 0, NULL);
	assert_refused(scratch->path, STATUS_CORRUPT);
	damage(scratch, 50, 0, NULL);
	assert_refused(scratch->path, STATUS_NOT_PROJECT);
}

static void a_broken_first_page_is_damaged(void **state)
{
	struct scratch *scratch = *state;
	damage(scratch, -1, 100, "no page at all, whatever reads it");
	assert_refused(scratch->path, STATUS_CORRUPT);
}

static void damage_further_in_is_found_by_a_check(void **state)
{
	struct scratch *scratch = *state;
	struct fault f = FAULT_NONE;
	char article[ID_SIZE];
	add_article(scratch->store, "text", article);
	assert_ok(store_check(scratch->store, NULL));
	sql_exec(scratch->path, "PRAGMA foreign_keys = off; DELETE FROM body");
	assert_status(store_check(scratch->store, &f), STATUS_CORRUPT);
	assert_non_null(f.detail);
	fault_release(&f);
	char *root = sql_value(scratch->path,
			       "SELECT rootpage FROM sqlite_schema WHERE name = 'article'");
	damage(scratch, -1, (atol(root) - 1) * 4096, "damage damage damage");
	free(root);
	size_t n, n_after;
	char *bytes = read_all(scratch->path, &n);
	assert_ok(store_open(&scratch->store, scratch->path, STORE_WRITE, NULL));
	struct article_list list = {.n = 0};
	assert_status(store_article_list(scratch->store, &list, NULL), STATUS_CORRUPT);
	assert_status(store_check(scratch->store, NULL), STATUS_CORRUPT);
	article_list_release(&list);
	char *after = read_all(scratch->path, &n_after);
	assert_memory_equal(bytes, after, n);
	free(bytes);
	free(after);
}

static void a_schema_that_is_not_ours_is_damage(void **state)
{
	static const char *const changes[] = {
		"DROP INDEX highlight_place",
		"DROP TABLE setting",
		"ALTER TABLE tag ADD COLUMN extra TEXT",
		"ALTER TABLE coding RENAME TO other",
		"CREATE UNIQUE INDEX spy ON article(abs(number))",
		"PRAGMA user_version = 0",
		"PRAGMA user_version = -1",
	};
	struct scratch *scratch = *state;
	size_t n;
	char *bytes = read_all(scratch->path, &n);
	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
		write_all("changed", bytes, n);
		sql_exec("changed", changes[i]);
		assert_refused("changed", STATUS_CORRUPT);
	}
	free(bytes);
}

static void hostile_triggers_and_views_have_no_effect(void **state)
{
	struct scratch *scratch = *state;
	sql_exec(scratch->path,
		 "CREATE TABLE article_log(x);"
		 "CREATE TRIGGER one AFTER INSERT ON article BEGIN DELETE FROM article; END;"
		 "CREATE TRIGGER two BEFORE INSERT ON highlight BEGIN SELECT raise(ABORT, 'no'); "
		 "END;"
		 "CREATE TRIGGER three AFTER INSERT ON history BEGIN INSERT INTO article_log "
		 "VALUES(new.id); END;"
		 "CREATE VIEW v AS SELECT load_extension('x') FROM article;");
	struct store *store = scratch_reopen(scratch);
	char article[ID_SIZE];
	add_article(store, "text", article);
	add_highlight(store, article, 0, 4, NULL);
	assert_int_equal(count_articles(store), 1);
	assert_ok(store_undo(store, "ann", NULL, NULL));
	assert_sql(scratch->path, "SELECT count(*) FROM article_log", "0");
}

static void rows_that_no_writer_of_ours_makes_are_harmless(void **state)
{
	struct scratch *scratch = *state;
	struct highlight_list highlights = {.n = 0};
	struct tag_list tags = {.n = 0};
	char article[ID_SIZE];
	add_article(scratch->store, "text", article);
	add_highlight(scratch->store, article, 0, 4, NULL);
	sql_exec(scratch->path, "PRAGMA ignore_check_constraints = on;"
				"UPDATE highlight SET start_cp = 9, end_cp = -5,"
				" id = 'much longer than any id that a program of ours would ever "
				"write', coder = 'nobody';"
				"INSERT INTO tag VALUES('a', 'b', 'x', '', '', '', '', '', '');"
				"INSERT INTO tag VALUES('b', 'a', 'y', '', '', '', '', '', '')");
	assert_ok(store_highlight_list(scratch->store, NULL, &highlights, NULL));
	assert_int_equal(highlights.items[0].range.end_cp, 9);
	assert_int_equal(strlen(highlights.items[0].id), ID_SIZE - 1);
	assert_string_equal(highlights.items[0].coder, "");
	assert_ok(store_tag_list(scratch->store, &tags, NULL));
	assert_int_equal(tags.n, 2);
	highlight_list_release(&highlights);
	tag_list_release(&tags);
}

static void a_newer_project_is_read_and_stays_as_it_is(void **state)
{
	struct scratch *scratch = *state;
	struct fault f = FAULT_NONE;
	size_t n, n_after;
	add_article(scratch->store, "text", NULL);
	sql_exec(scratch->path,
		 "PRAGMA user_version = 7; ALTER TABLE article ADD COLUMN novelty TEXT");
	char *bytes = read_all(scratch->path, &n);
	for (enum store_mode mode = STORE_READ; mode <= STORE_CREATE; mode++) {
		store_close(scratch->store);
		assert_ok(store_open(&scratch->store, scratch->path, mode, NULL));
		assert_true(store_is_newer(scratch->store) && store_is_readonly(scratch->store));
		assert_int_equal(store_version(scratch->store), 7);
		assert_int_equal(count_articles(scratch->store), 1);
		assert_status(store_begin(scratch->store, "ann", A_TEST, &f), STATUS_NEWER_PROJECT);
		assert_string_equal(f.detail, "version 7 > 2");
		assert_status(store_undo(scratch->store, "ann", NULL, &f), STATUS_NEWER_PROJECT);
		assert_status(store_draft_set(scratch->store, "ann", "x", "y", NULL),
			      STATUS_NEWER_PROJECT);
		assert_status(store_history_forget(scratch->store, NULL), STATUS_NEWER_PROJECT);
	}
	fault_release(&f);
	char *after = read_all(scratch->path, &n_after);
	assert_int_equal(n, n_after);
	assert_memory_equal(bytes, after, n);
	free(bytes);
	free(after);
}

/* Runs `test` as a user whom permissions bind. */
static void as_nobody(void (*test)(const char *), const char *path)
{
	int result;
	fflush(NULL);
	pid_t child = fork();
	if (child == 0) {
		if (geteuid() == 0 && (setgid(NOBODY) < 0 || setuid(NOBODY) < 0))
			_exit(99);
		test(path);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &result, 0), child);
	assert_int_equal(result, 0);
}

/* In a child: what fails there ends it with the line's number. */
#define CHECK(condition)                                                                           \
	do {                                                                                       \
		if (!(condition))                                                                  \
			_exit(__LINE__ % 98 + 1);                                                  \
	} while (0)

static void read_but_not_write(const char *path)
{
	struct store *store;
	size_t n;
	CHECK(store_open(&store, path, STORE_WRITE, NULL) == STATUS_OK);
	CHECK(store_is_readonly(store) && !store_is_newer(store));
	CHECK(store_article_count(store, &n, NULL) == STATUS_OK && n == 1);
	CHECK(store_begin(store, "ann", A_TEST, NULL) == STATUS_READONLY);
	CHECK(store_setting_set(store, "x", "y", NULL) == STATUS_READONLY);
	store_close(store);
}

static void neither_read_nor_write(const char *path)
{
	struct store *store;
	CHECK(store_open(&store, path, STORE_READ, NULL) == STATUS_PERMISSION);
	CHECK(store_open(&store, path, STORE_WRITE, NULL) == STATUS_PERMISSION);
	CHECK(store_open(&store, "new", STORE_CREATE, NULL) == STATUS_PERMISSION);
	CHECK(store_open(&store, "folder/new", STORE_CREATE, NULL) == STATUS_PERMISSION);
}

static void what_may_only_be_read_is_read(void **state)
{
	struct scratch *scratch = *state;
	add_article(scratch->store, "text", NULL);
	store_close(scratch->store);
	scratch->store = NULL;
	unlink("p.hashiya-journal");
	chmod(scratch->folder, 0777);
	chmod(scratch->path, 0444);
	as_nobody(read_but_not_write, scratch->path);
	/* A writable file in a folder where no journal can be made. */
	chmod(scratch->folder, 0555);
	chmod(scratch->path, 0666);
	as_nobody(read_but_not_write, scratch->path);
	chmod(scratch->path, 0);
	as_nobody(neither_read_nor_write, scratch->path);
}

static void a_reading_mode_never_writes(void **state)
{
	struct scratch *scratch = *state;
	add_article(scratch->store, "text", NULL);
	store_close(scratch->store);
	unlink("p.hashiya-journal");
	assert_ok(store_open(&scratch->store, scratch->path, STORE_READ, NULL));
	assert_true(store_is_readonly(scratch->store));
	assert_int_equal(count_articles(scratch->store), 1);
	assert_status(store_begin(scratch->store, "ann", A_TEST, NULL), STATUS_READONLY);
	assert_int_equal(access("p.hashiya-journal", F_OK), -1);
}

static void a_project_that_was_moved_or_replaced_is_not_written(void **state)
{
	struct scratch *scratch = *state;
	size_t n, n_after;
	char article[ID_SIZE];
	add_article(scratch->store, "text", article);
	char *bytes = read_all(scratch->path, &n);
	assert_int_equal(rename(scratch->path, "moved"), 0);
	write_all(scratch->path, bytes, n);
	struct highlight highlight = {.range = {0, 4},
				      .exact = xstrdup("text"),
				      .prefix = xstrdup(""),
				      .suffix = xstrdup(""),
				      .anchor_state = xstrdup("exact")};
	memcpy(highlight.article, article, ID_SIZE);
	enum status status = store_begin(scratch->store, "ann", A_TEST, NULL);
	if (status == STATUS_OK)
		status = store_highlight_add(scratch->store, &highlight, NULL);
	assert_status(status, STATUS_MOVED_PROJECT);
	store_abandon(scratch->store);
	highlight_release(&highlight);
	const char *const paths[] = {scratch->path, "moved"};
	for (int i = 0; i < 2; i++) {
		char *after = read_all(paths[i], &n_after);
		assert_int_equal(n, n_after);
		assert_memory_equal(bytes, after, n);
		free(after);
	}
	free(bytes);
}

static void a_log_that_somebody_switched_on_is_switched_off(void **state)
{
	struct scratch *scratch = *state;
	store_close(scratch->store);
	scratch->store = NULL;
	sql_exec(scratch->path, "PRAGMA journal_mode = wal");
	scratch_reopen(scratch);
	add_article(scratch->store, "text", NULL);
	assert_int_equal(access("p.hashiya-wal", F_OK), -1);
	assert_sql(scratch->path, "PRAGMA journal_mode", "delete");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
#define TEST_EMPTY(name)                                                                           \
	cmocka_unit_test_setup_teardown(name, scratch_setup_empty, scratch_teardown)
	const struct CMUnitTest tests[] = {
		TEST_EMPTY(a_missing_project_is_made_only_when_asked),
		TEST(the_settings_hold_on_an_open_project),
		TEST_EMPTY(files_that_are_something_else_are_refused),
		TEST_EMPTY(what_is_no_file_is_refused),
		TEST(a_cut_file_is_damaged),
		TEST(a_broken_first_page_is_damaged),
		TEST(damage_further_in_is_found_by_a_check),
		TEST(a_schema_that_is_not_ours_is_damage),
		TEST(hostile_triggers_and_views_have_no_effect),
		TEST(rows_that_no_writer_of_ours_makes_are_harmless),
		TEST(a_newer_project_is_read_and_stays_as_it_is),
		TEST(what_may_only_be_read_is_read),
		TEST(a_reading_mode_never_writes),
		TEST(a_project_that_was_moved_or_replaced_is_not_written),
		TEST(a_log_that_somebody_switched_on_is_switched_off),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
