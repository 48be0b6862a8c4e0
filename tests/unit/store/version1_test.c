/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A project that version 1 made (tests/fixtures/version-1.sql): two articles of three, highlights,
 * tags, notes, two coders, and a history with acts that are done, undone and redone. Nothing of it
 * is lost on the way to today, and its history can be walked from end to end.
 */
#include "store/disk.h"
#include "store/support.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/xalloc.h"

/* What version 1 had, in words that both versions know. */
static const char *const of_version_1[] = {
	"SELECT group_concat(quote(sha256) || first_part) FROM (SELECT * FROM body ORDER BY 1)",
	"SELECT group_concat(id || quote(bytes)) FROM (SELECT * FROM body_part ORDER BY 1)",
	"SELECT group_concat(id || name || created_at) FROM (SELECT * FROM coder ORDER BY 1)",
	"SELECT group_concat(id || number || title || outlet || author || lang || dir || body ||"
	" n_bytes || n_cp || n_words || created_at || updated_at) FROM article",
	"SELECT group_concat(id || article || start_cp || end_cp || exact || prefix || suffix ||"
	" anchor_state || coder || created_at || updated_at) FROM highlight",
	"SELECT group_concat(id || ifnull(parent, '') || name || created_at || updated_at) FROM tag",
	"SELECT group_concat(id || highlight || tag || coder || created_at || updated_at) FROM coding",
	"SELECT group_concat(id || ifnull(article, '') || ifnull(highlight, '') || coder || text ||"
	" created_at || updated_at) FROM note",
	"SELECT group_concat(name || value) FROM counter",
	"SELECT group_concat(seq || id || coder || at || kind || ifnull(act, '') ||"
	" ifnull(state, '') || quote(changeset)) FROM history",
};

enum { N_KEPT = sizeof of_version_1 / sizeof *of_version_1 };

/* The project of version 1, as bytes. */
static char *version_1;
static size_t n_version_1;

static void make_version_1(void)
{
	char path[4096];
	const char *srcdir = getenv("srcdir");
	size_t n;
	snprintf(path, sizeof path, "%s/tests/fixtures/version-1.sql", srcdir ? srcdir : ".");
	char *sql = read_all(path, &n);
	unlink("made.hashiya");
	sql_exec("made.hashiya", sql);
	version_1 = read_all("made.hashiya", &n_version_1);
	unlink("made.hashiya");
	free(sql);
}

static int set_up(void **state)
{
	if (scratch_setup_empty(state))
		return 1;
	struct scratch *scratch = *state;
	make_version_1();
	write_all(scratch->path, version_1, n_version_1);
	return 0;
}

static int tear_down(void **state)
{
	free(version_1);
	return scratch_teardown(state);
}

static struct store *open_it(struct scratch *scratch)
{
	assert_ok(store_open(&scratch->store, scratch->path, STORE_WRITE, NULL));
	return scratch->store;
}

static void everything_in_it_is_kept(void **state)
{
	struct scratch *scratch = *state;
	char *before[N_KEPT];
	struct act_list acts = {.n = 0};
	for (size_t i = 0; i < N_KEPT; i++) {
		before[i] = sql_value(scratch->path, of_version_1[i]);
		assert_true(strlen(before[i]) >= 8);
	}
	struct store *store = open_it(scratch);
	assert_int_equal(store_version(store), 2);
	for (size_t i = 0; i < N_KEPT; i++) {
		assert_sql(scratch->path, of_version_1[i], before[i]);
		free(before[i]);
	}
	assert_ok(store_check(store, NULL));
	/* Its acts are told as they were then. */
	assert_ok(store_history(store, 0, &acts, NULL));
	assert_int_equal(acts.n, 14);
	assert_string_equal(acts.items[13].what, "");
	assert_string_equal(acts.items[13].subject, "import \"\u2068Three hours\u2069\"");
	act_list_release(&acts);
}

static void its_acts_are_undone_and_done_again(void **state)
{
	struct scratch *scratch = *state;
	struct store *store = open_it(scratch);
	size_t n;
	char *before = logical_content(scratch->path);
	assert_ok(store_undo_to(store, "ann", 0, &n, NULL));
	assert_int_equal(n, 11);
	assert_int_equal(count_articles(store), 0);
	assert_sql(scratch->path, "SELECT count(*) FROM note", "0");
	/* The twelfth was undone already, and is done as well. */
	assert_ok(store_redo_to(store, "ann", INT64_MAX, &n, NULL));
	assert_int_equal(n, 12);
	assert_sql(scratch->path, "SELECT author FROM article WHERE number = 1", "A. Writer");
	assert_ok(store_undo(store, "ann", NULL, NULL));
	char *after = logical_content(scratch->path);
	assert_string_equal(after, before);
	/* The other coder's, who had taken all back. */
	assert_ok(store_redo_to(store, "bob", INT64_MAX, &n, NULL));
	assert_int_equal(n, 2);
	assert_sql(scratch->path, "SELECT count(*) FROM note n JOIN coder k ON k.id = n.coder"
				  " WHERE name = 'bob'", "2");
	assert_ok(store_check(store, NULL));
	free(before);
	free(after);
}

/* Opens version 1 on a disk that fails at its `at`-th call. */
static bool one_fault(struct scratch *scratch, int at, const char *whole, int *n_led)
{
	struct store *store = NULL;
	write_all(scratch->path, version_1, n_version_1);
	disk.calls = 0;
	disk.hit = false;
	disk.fail_at = at;
	enum status status = store_open(&store, scratch->path, STORE_WRITE, NULL);
	disk.fail_at = -1;
	*n_led += status == STATUS_OK;
	store_close(status == STATUS_OK ? store : NULL);
	/* Whatever was said: the next one finds all of it. */
	open_it(scratch);
	char *found = logical_content(scratch->path);
	assert_string_equal(found, whole);
	assert_ok(store_check(scratch->store, NULL));
	assert_ok(store_undo(scratch->store, "ann", NULL, NULL));
	store_close(scratch->store);
	scratch->store = NULL;
	free(found);
	return disk.hit;
}

static void all_faults(struct scratch *scratch, int rc, bool sticky)
{
	int at = 0, n_led = 0;
	open_it(scratch);
	char *whole = logical_content(scratch->path);
	store_close(scratch->store);
	disk.rc = rc;
	disk.sticky = sticky;
	while (one_fault(scratch, at, whole, &n_led))
		at++;
	assert_true(at > 100);
	assert_true(n_led < at / 2);
	print_message("# %d faults, %d of them harmless\n", at, n_led - 1);
	free(whole);
}

static void a_disk_that_fails_on_the_way_loses_nothing(void **state)
{
	all_faults(*state, SQLITE_IOERR_WRITE, false);
}

static void a_disk_that_fills_on_the_way_loses_nothing(void **state)
{
	all_faults(*state, SQLITE_FULL, true);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(everything_in_it_is_kept),
		TEST(its_acts_are_undone_and_done_again),
		TEST(a_disk_that_fails_on_the_way_loses_nothing),
		TEST(a_disk_that_fills_on_the_way_loses_nothing),
	};
	return cmocka_run_group_tests(tests, disk_set_up, NULL);
}
