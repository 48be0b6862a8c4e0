/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Today's projects led to a schema that only this test knows. */
#include "store/support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "store/store-internal.h"

#define MOOD   "CREATE TABLE mood(id TEXT NOT NULL PRIMARY KEY, word TEXT NOT NULL) STRICT"
#define BACKUP "p.hashiya.v2-1.backup"

enum { OBJECTS_MAX = 64 };

/* Today's objects and one table more. */
static const char *objects[OBJECTS_MAX];
static const char *const good[] = {
	NULL, NULL, MOOD "; INSERT INTO mood SELECT id, title FROM article", NULL};
static const char *const failing[] = {
	NULL, NULL, MOOD "; INSERT INTO mood SELECT nothing FROM article", NULL};
static const char *const wrong[] = {NULL, NULL, "CREATE TABLE mood(id)", NULL};

static int set_up_objects(void **state)
{
	size_t n = 0;
	(void)state;
	for (; schema_now.objects[n]; n++)
		objects[n] = schema_now.objects[n];
	objects[n] = MOOD;
	return n + 2 > OBJECTS_MAX;
}

/* Today's version plus one, reached by `migrations`. */
static struct schema next(const char *const *migrations)
{
	return (struct schema){
		.version = schema_now.version + 1, .objects = objects, .migrations = migrations};
}

static enum status open_next(struct scratch *scratch, enum store_mode mode,
			     const char *const *migrations, struct store **out)
{
	struct schema *schema = xmalloc(sizeof *schema);
	*schema = next(migrations);
	enum status status = store_open_schema(out, scratch->path, mode, schema, NULL);
	if (status == STATUS_OK)
		store_close(*out);
	free(schema);
	return status;
}

static void close_store(struct scratch *scratch)
{
	store_close(scratch->store);
	scratch->store = NULL;
}

static void an_older_project_is_backed_up_and_led_on(void **state)
{
	struct scratch *scratch = *state;
	struct store *store;
	struct stat st;
	add_article(scratch->store, "a title", NULL);
	close_store(scratch);
	assert_ok(open_next(scratch, STORE_WRITE, good, &store));
	assert_sql(scratch->path, "PRAGMA user_version", "3");
	assert_sql(scratch->path, "SELECT word FROM mood", "a title");
	assert_int_equal(stat(BACKUP, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_sql(BACKUP, "PRAGMA user_version", "2");
	assert_sql(BACKUP, "SELECT title FROM article", "a title");
	/* The backup is a project of today. */
	assert_ok(store_open(&scratch->store, BACKUP, STORE_WRITE, NULL));
	assert_int_equal(count_articles(scratch->store), 1);
	/* And once is enough. */
	assert_ok(open_next(scratch, STORE_WRITE, good, &store));
	assert_int_equal(access("p.hashiya.v2-2.backup", F_OK), -1);
}

static void todays_program_reads_what_a_newer_one_made(void **state)
{
	struct scratch *scratch = *state;
	struct store *store;
	add_article(scratch->store, "a title", NULL);
	close_store(scratch);
	assert_ok(open_next(scratch, STORE_WRITE, good, &store));
	assert_ok(store_open(&scratch->store, scratch->path, STORE_WRITE, NULL));
	assert_true(store_is_newer(scratch->store));
	assert_int_equal(count_articles(scratch->store), 1);
}

static void assert_untouched(struct scratch *scratch, const char *const *migrations,
			     enum status expected)
{
	struct store *store;
	size_t n, n_after;
	add_article(scratch->store, "a title", NULL);
	close_store(scratch);
	char *bytes = read_all(scratch->path, &n);
	assert_status(open_next(scratch, STORE_WRITE, migrations, &store), expected);
	char *after = read_all(scratch->path, &n_after);
	assert_int_equal(n, n_after);
	assert_memory_equal(bytes, after, n);
	free(bytes);
	free(after);
	scratch_reopen(scratch);
	assert_int_equal(count_articles(scratch->store), 1);
}

static void a_migration_that_fails_leaves_the_project_as_it_was(void **state)
{
	assert_untouched(*state, failing, STATUS_CORRUPT);
}

static void a_migration_that_ends_elsewhere_is_taken_back(void **state)
{
	assert_untouched(*state, wrong, STATUS_CORRUPT);
}

static void an_older_project_that_may_not_be_written_is_left_alone(void **state)
{
	struct scratch *scratch = *state;
	struct store *store;
	close_store(scratch);
	assert_status(open_next(scratch, STORE_READ, good, &store), STATUS_READONLY);
	assert_int_equal(access(BACKUP, F_OK), -1);
	assert_sql(scratch->path, "PRAGMA user_version", "2");
}

static void a_new_project_has_the_newest_schema(void **state)
{
	struct scratch *scratch = *state;
	struct store *store;
	assert_ok(open_next(scratch, STORE_CREATE, good, &store));
	assert_sql(scratch->path, "PRAGMA user_version", "3");
	assert_int_equal(access(BACKUP, F_OK), -1);
}

static void backups_do_not_replace_each_other(void **state)
{
	struct scratch *scratch = *state;
	struct store *store;
	close_store(scratch);
	write_all(BACKUP, "of long ago", 11);
	assert_ok(open_next(scratch, STORE_WRITE, good, &store));
	size_t n;
	char *bytes = read_all(BACKUP, &n);
	assert_int_equal(n, 11);
	free(bytes);
	assert_sql("p.hashiya.v2-2.backup", "PRAGMA user_version", "2");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
	const struct CMUnitTest tests[] = {
		TEST(an_older_project_is_backed_up_and_led_on),
		TEST(todays_program_reads_what_a_newer_one_made),
		TEST(a_migration_that_fails_leaves_the_project_as_it_was),
		TEST(a_migration_that_ends_elsewhere_is_taken_back),
		TEST(an_older_project_that_may_not_be_written_is_left_alone),
		TEST(backups_do_not_replace_each_other),
		cmocka_unit_test_setup_teardown(a_new_project_has_the_newest_schema,
						scratch_setup_empty, scratch_teardown),
	};
	return cmocka_run_group_tests(tests, set_up_objects, NULL);
}
