/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A disk that fails, at each call in turn, once or from then on: what is said to be saved is saved,
 * what is said not to be is not, and the project is whole.
 */
#include "store/disk.h"
#include "store/support.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "model/id.h"
#include "store/store-internal.h"

/* What a person does, once; `id` names the highlight to be made. */
typedef enum status action(struct store *store, const char *article, const char *id);

static enum status mark(struct store *store, const char *article, const char *id)
{
	struct highlight highlight = {.range = {0, 4},
				      .exact = xstrdup("text"),
				      .prefix = xstrdup(""),
				      .suffix = xstrdup(""),
				      .anchor_state = xstrdup("exact")};
	memcpy(highlight.article, article, ID_SIZE);
	memcpy(highlight.id, id, ID_SIZE);
	enum status status = store_begin(store, "ann", A_TEST, NULL);
	if (status == STATUS_OK) {
		status = store_highlight_add(store, &highlight, NULL);
		if (status == STATUS_OK)
			status = store_commit(store, NULL);
		store_abandon(store);
	}
	highlight_release(&highlight);
	return status;
}

static enum status take_back(struct store *store, const char *article, const char *id)
{
	(void)article, (void)id;
	return store_undo(store, "ann", NULL, NULL);
}

/* Which end the action reaches if it succeeds, given `id`. */
static bool is_there(const char *path, const char *id)
{
	struct store *store;
	struct highlight highlight = {.coder = NULL};
	assert_ok(store_open(&store, path, STORE_WRITE, NULL));
	bool found = store_highlight_get(store, id, &highlight, NULL) == STATUS_OK;
	highlight_release(&highlight);
	assert_ok(store_check(store, NULL));
	store_close(store);
	return found;
}

struct tally {
	int saved, refused, unknown;
};

/* Acts on a disk that fails at its `at`-th call, and compares what was said with what is. */
static bool one_fault(struct scratch *scratch, const char *article, action *act, int at,
		      struct tally *tally)
{
	char id[ID_SIZE], again[ID_SIZE];
	bool adds = act == mark;
	id_new(id);
	id_new(again);
	if (!adds)
		assert_ok(mark(scratch->store, article, id));
	disk.calls = 0;
	disk.hit = false;
	disk.fail_at = at;
	enum status status = act(scratch->store, article, id);
	disk.fail_at = -1;
	bool done = is_there(scratch->path, id) == adds;
	if (status == STATUS_OK)
		assert_true(done);
	else if (status != STATUS_UNKNOWN_COMMIT)
		assert_false(done);
	tally->saved += status == STATUS_OK;
	tally->unknown += status == STATUS_UNKNOWN_COMMIT;
	tally->refused += status != STATUS_OK && status != STATUS_UNKNOWN_COMMIT;
	/* The same store goes on working. */
	assert_ok(mark(scratch->store, article, again));
	assert_true(is_there(scratch->path, again));
	return disk.hit;
}

static void all_faults(struct scratch *scratch, action *act, int rc, bool sticky)
{
	char article[ID_SIZE];
	struct tally tally = {0, 0, 0};
	add_article(scratch->store, "text", article);
	disk.rc = rc;
	disk.sticky = sticky;
	int at = 0;
	while (one_fault(scratch, article, act, at, &tally))
		at++;
	assert_true(at > 10);
	assert_true(tally.refused > 5);
	assert_true(tally.saved > 0);
	print_message("# %d faults: %d saved, %d refused, %d unknown\n", at, tally.saved,
		      tally.refused, tally.unknown);
}

static void a_mark_survives_each_fault_or_says_so(void **state)
{
	all_faults(*state, mark, SQLITE_IOERR_WRITE, false);
}

static void a_mark_on_a_disk_that_stays_broken_is_never_said_to_be_saved(void **state)
{
	all_faults(*state, mark, SQLITE_IOERR_WRITE, true);
}

static void a_full_disk_is_told_and_leaves_the_project_whole(void **state)
{
	all_faults(*state, mark, SQLITE_FULL, true);
}

static void an_undo_survives_each_fault_or_says_so(void **state)
{
	all_faults(*state, take_back, SQLITE_IOERR_WRITE, false);
}

static void the_words_fit_the_fault(void **state)
{
	struct scratch *scratch = *state;
	char article[ID_SIZE], id[ID_SIZE];
	add_article(scratch->store, "text", article);
	id_new(id);
	disk.calls = 0;
	disk.rc = SQLITE_FULL;
	disk.sticky = true;
	disk.fail_at = 3;
	enum status status = mark(scratch->store, article, id);
	disk.fail_at = -1;
	assert_status(status, STATUS_NO_SPACE);
}

static void a_lock_held_too_long_is_told_and_nothing_is_saved(void **state)
{
	struct scratch *scratch = *state;
	struct store *other;
	char article[ID_SIZE], id[ID_SIZE];
	add_article(scratch->store, "text", article);
	assert_ok(store_open(&other, scratch->path, STORE_WRITE, NULL));
	sqlite3_busy_timeout(other->db, 20);
	id_new(id);
	begin(scratch->store, "ann");
	assert_status(mark(other, article, id), STATUS_BUSY);
	store_abandon(scratch->store);
	/* A reader that does not end keeps the commit waiting. */
	assert_ok(store_read_begin(scratch->store, NULL));
	assert_int_equal(count_highlights(scratch->store), 0);
	assert_status(mark(other, article, id), STATUS_BUSY);
	store_read_end(scratch->store);
	assert_false(is_there(scratch->path, id));
	assert_ok(mark(other, article, id));
	assert_true(is_there(scratch->path, id));
	store_close(other);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_mark_survives_each_fault_or_says_so),
		TEST(a_mark_on_a_disk_that_stays_broken_is_never_said_to_be_saved),
		TEST(a_full_disk_is_told_and_leaves_the_project_whole),
		TEST(an_undo_survives_each_fault_or_says_so),
		TEST(the_words_fit_the_fault),
		TEST(a_lock_held_too_long_is_told_and_nothing_is_saved),
	};
	return cmocka_run_group_tests(tests, disk_set_up, NULL);
}
