/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Processes that are killed, and processes that write at once: nothing acknowledged is lost. */
#include "store/support.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "model/id.h"

enum { KILLS = 100, MARKS_MAX = 12, WRITERS = 4, MARKS_EACH = 250 };

/* When a writer tells that a highlight is saved. */
enum when { AFTER_COMMIT, BEFORE_COMMIT_AND_DIE };

/* In a child: saves one highlight and writes its id to `fd`; false where anything failed. */
static bool save_one(struct store *store, const char *article, int fd, enum when when)
{
	struct highlight highlight = {.range = {0, 4},
				      .exact = xstrdup("text"),
				      .prefix = xstrdup(""),
				      .suffix = xstrdup(""),
				      .anchor_state = xstrdup("exact")};
	memcpy(highlight.article, article, ID_SIZE);
	id_new(highlight.id);
	bool fine = store_begin(store, "ann", A_TEST, NULL) == STATUS_OK &&
		    store_highlight_add(store, &highlight, NULL) == STATUS_OK;
	if (when == BEFORE_COMMIT_AND_DIE) {
		fine = write(fd, highlight.id, ID_SIZE) == ID_SIZE;
		raise(SIGKILL);
	}
	fine = fine && store_commit(store, NULL) == STATUS_OK &&
	       write(fd, highlight.id, ID_SIZE) == ID_SIZE;
	highlight_release(&highlight);
	return fine;
}

/*
 * A child that saves `n` highlights, telling of each through the pipe whose reading end comes in
 * `*fd`.
 */
static pid_t start_writer(const char *path, const char *article, int n, enum when when, int *fd)
{
	int ends[2];
	assert_int_equal(pipe(ends), 0);
	fflush(NULL);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct store *store;
		bool fine = store_open(&store, path, STORE_WRITE, NULL) == STATUS_OK;
		for (int i = 0; fine && i < n; i++)
			fine = save_one(store, article, ends[1], when);
		_exit(fine ? 0 : 1);
	}
	close(ends[1]);
	*fd = ends[0];
	return child;
}

static void spin(long ns)
{
	struct timespec start, now;
	clock_gettime(CLOCK_MONOTONIC, &start);
	do
		clock_gettime(CLOCK_MONOTONIC, &now);
	while ((now.tv_sec - start.tv_sec) * 1000000000L + now.tv_nsec - start.tv_nsec < ns);
}

/* How many of `n` ids are not in the project. */
static size_t missing(struct store *store, char (*ids)[ID_SIZE], size_t n)
{
	size_t n_missing = 0;
	for (size_t i = 0; i < n; i++) {
		struct highlight highlight = {.coder = NULL};
		if (store_highlight_get(store, ids[i], &highlight, NULL) != STATUS_OK)
			n_missing++;
		highlight_release(&highlight);
	}
	return n_missing;
}

/*
 * Lets a writer acknowledge `n_wanted` highlights and a moment more, and kills it; returns what it
 * acknowledged.
 */
static size_t write_and_kill(const char *path, const char *article, size_t n_wanted,
			     char (*ids)[ID_SIZE])
{
	int fd, result;
	size_t n = 0;
	pid_t child = start_writer(path, article, MARKS_MAX + 1000, AFTER_COMMIT, &fd);
	while (n < n_wanted && read(fd, ids[n], ID_SIZE) == ID_SIZE)
		n++;
	spin(rand() % 2000000);
	kill(child, SIGKILL);
	assert_int_equal(waitpid(child, &result, 0), child);
	assert_true(WIFSIGNALED(result));
	while (n < MARKS_MAX && read(fd, ids[n], ID_SIZE) == ID_SIZE)
		n++;
	close(fd);
	return n;
}

static void nothing_acknowledged_is_lost_by_a_kill(void **state)
{
	struct scratch *scratch = *state;
	char article[ID_SIZE];
	static char ids[KILLS * MARKS_MAX][ID_SIZE];
	size_t n = 0;
	add_article(scratch->store, "text", article);
	srand(7);
	for (int i = 0; i < KILLS; i++) {
		size_t n_new = write_and_kill(scratch->path, article,
					      (size_t)rand() % (MARKS_MAX / 2), ids + n);
		scratch_reopen(scratch);
		assert_int_equal(missing(scratch->store, ids + n, n_new), 0);
		n += n_new;
	}
	assert_true(n > KILLS);
	assert_int_equal(missing(scratch->store, ids, n), 0);
	assert_ok(store_check(scratch->store, NULL));
	/* What stands there was acknowledged, or cut off between its commit and its word. */
	assert_true(count_highlights(scratch->store) <= n + KILLS * 3);
}

/* The control: were a highlight acknowledged too early, the tests here would see it. */
static void a_word_given_before_the_commit_is_found_out(void **state)
{
	struct scratch *scratch = *state;
	char article[ID_SIZE], id[1][ID_SIZE];
	int fd, result;
	add_article(scratch->store, "text", article);
	pid_t child = start_writer(scratch->path, article, 1, BEFORE_COMMIT_AND_DIE, &fd);
	assert_int_equal(read(fd, id[0], ID_SIZE), ID_SIZE);
	assert_int_equal(waitpid(child, &result, 0), child);
	close(fd);
	assert_int_equal(missing(scratch_reopen(scratch), id, 1), 1);
}

static void a_reader_opens_what_a_killed_writer_left(void **state)
{
	struct scratch *scratch = *state;
	char article[ID_SIZE], id[1][ID_SIZE];
	struct stat journal;
	int fd, result;
	add_article(scratch->store, "text", article);
	pid_t child = start_writer(scratch->path, article, 1, BEFORE_COMMIT_AND_DIE, &fd);
	assert_int_equal(read(fd, id[0], ID_SIZE), ID_SIZE);
	assert_int_equal(waitpid(child, &result, 0), child);
	close(fd);
	assert_int_equal(stat("p.hashiya-journal", &journal), 0);
	assert_true(journal.st_size > 0);
	store_close(scratch->store);
	assert_ok(store_open(&scratch->store, scratch->path, STORE_READ, NULL));
	assert_true(store_is_readonly(scratch->store));
	assert_int_equal(count_articles(scratch->store), 1);
	assert_int_equal(count_highlights(scratch->store), 0);
	assert_status(store_begin(scratch->store, "ann", A_TEST, NULL), STATUS_READONLY);
}

static void four_write_at_once_and_none_is_refused_or_lost(void **state)
{
	struct scratch *scratch = *state;
	char article[ID_SIZE], id[ID_SIZE];
	pid_t children[WRITERS];
	int fds[WRITERS], result;
	add_article(scratch->store, "text", article);
	for (int i = 0; i < WRITERS; i++)
		children[i] =
			start_writer(scratch->path, article, MARKS_EACH, AFTER_COMMIT, &fds[i]);
	for (int i = 0; i < WRITERS; i++) {
		int n = 0;
		while (read(fds[i], id, ID_SIZE) == ID_SIZE)
			n++;
		assert_int_equal(n, MARKS_EACH);
		assert_int_equal(waitpid(children[i], &result, 0), children[i]);
		assert_int_equal(result, 0);
		close(fds[i]);
	}
	assert_int_equal(count_highlights(scratch->store), WRITERS * MARKS_EACH);
	assert_sql(scratch->path, "SELECT count(*) FROM history", "1001");
	assert_ok(store_check(scratch->store, NULL));
}

/* In a child: opens or makes the project and puts an article of its own into it. */
static bool make_and_add(const char *path, int number)
{
	struct store *store;
	struct article article = {.number = 0};
	char text[] = "article 0";
	bool existing;
	text[8] = (char)('0' + number);
	return store_open(&store, path, STORE_CREATE, NULL) == STATUS_OK &&
	       store_begin(store, "ann", A_TEST, NULL) == STATUS_OK &&
	       store_article_add(store, &article, text, 9, &existing, NULL) == STATUS_OK &&
	       store_commit(store, NULL) == STATUS_OK;
}

static void many_may_make_the_same_project_at_once(void **state)
{
	struct scratch *scratch = *state;
	enum { MAKERS = 8 };
	pid_t children[MAKERS];
	int result;
	fflush(NULL);
	for (int i = 0; i < MAKERS; i++) {
		children[i] = fork();
		if (children[i] == 0)
			_exit(make_and_add(scratch->path, i) ? 0 : 1);
	}
	for (int i = 0; i < MAKERS; i++) {
		assert_int_equal(waitpid(children[i], &result, 0), children[i]);
		assert_int_equal(result, 0);
	}
	assert_int_equal(count_articles(scratch_reopen(scratch)), MAKERS);
	assert_sql(scratch->path, "SELECT max(number) FROM article", "8");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
	const struct CMUnitTest tests[] = {
		TEST(nothing_acknowledged_is_lost_by_a_kill),
		TEST(a_word_given_before_the_commit_is_found_out),
		TEST(a_reader_opens_what_a_killed_writer_left),
		TEST(four_write_at_once_and_none_is_refused_or_lost),
		cmocka_unit_test_setup_teardown(many_may_make_the_same_project_at_once,
						scratch_setup_empty, scratch_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
