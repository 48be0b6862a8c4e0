/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any acts, of three coders, in any order: all taken back, the project is what it was; all done
 * again, what it became. And a writer that is killed at any moment leaves what one of its acts
 * left, never something between two.
 *
 * HASHIYA_ACTS (how many), HASHIYA_KILLS and HASHIYA_SEED in the environment make it longer, and
 * repeat a run that failed.
 */
#include "store/support.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "store/store-internal.h"

enum { ACTS = 300, KILLS = 20, ACTS_OF_A_LIFE = 40, TEXT_SIZE = 48 };

static const char *const coders[] = {"ann", "bob", "cem"};
static const char *const paths[] = {"a", "a/b", "a/b/c", "d", "d/b", "e", "وقت", "وقت/ساعة"};

/* What an act may say and still be saved with what it did before. */
static bool is_fine(enum status status)
{
	return status == STATUS_OK || status == STATUS_NOT_FOUND || status == STATUS_EXISTS ||
	       status == STATUS_INVALID;
}

struct world {
	struct store *store;
	uint64_t random; /* xorshift64*: the same run on every machine */
};

static uint32_t up_to(struct world *world, uint32_t n)
{
	world->random ^= world->random >> 12;
	world->random ^= world->random << 25;
	world->random ^= world->random >> 27;
	return (uint32_t)(world->random * 0x2545F4914F6CDD1D >> 32) % n;
}

static const char *a_path(struct world *world)
{
	return paths[up_to(world, sizeof paths / sizeof *paths)];
}

/* A few words, with what files and tables stumble over. */
static void a_text(struct world *world, char text[TEXT_SIZE])
{
	static const char *const parts[] = {"three", "ثلاث", "\"", ",", "\n", "=1+1", "e\u0301",
					    "\u202e", "\U0001f600", "hours"};
	text[0] = '\0';
	for (uint32_t i = up_to(world, 4) + 1; i > 0; i--)
		strcat(text, parts[up_to(world, sizeof parts / sizeof *parts)]);
}

/* The id of any row of `table`; false where it has none. */
static bool any(struct world *world, const char *table, char id[ID_SIZE])
{
	sqlite3_stmt *stmt;
	char *sql = xasprintf("SELECT id FROM %s ORDER BY id LIMIT 1 OFFSET ?1 %% max(1, (SELECT"
			      " count(*) FROM %s))",
			      table, table);
	assert_int_equal(sqlite3_prepare_v2(world->store->db, sql, -1, &stmt, NULL), SQLITE_OK);
	sqlite3_bind_int64(stmt, 1, up_to(world, 1 << 20));
	bool found = sqlite3_step(stmt) == SQLITE_ROW;
	if (found)
		column_id(stmt, 0, id);
	sqlite3_finalize(stmt);
	free(sql);
	return found;
}

static enum status add_text(struct world *world)
{
	char text[2 * TEXT_SIZE], more[TEXT_SIZE];
	struct article article = {.title = xstrdup("t")};
	bool existing;
	a_text(world, text);
	a_text(world, more);
	strcat(text, more);
	if (up_to(world, 2))
		any(world, "article", article.version_of);
	enum status status = store_article_add(world->store, &article, text, strlen(text),
					       &existing, NULL);
	article_release(&article);
	return status;
}

static enum status edit_article(struct world *world)
{
	char id[ID_SIZE], text[TEXT_SIZE];
	struct article article;
	if (!any(world, "article", id))
		return STATUS_NOT_FOUND;
	a_text(world, text);
	assert_ok(store_article_get(world->store, id, &article, NULL));
	free(article.title);
	article.title = xstrdup(text);
	enum status status = store_article_update(world->store, &article, NULL);
	article_release(&article);
	return status;
}

static enum status remove_article(struct world *world)
{
	char id[ID_SIZE];
	if (up_to(world, 4) || !any(world, "article", id))
		return STATUS_NOT_FOUND;
	return store_article_remove(world->store, id, NULL);
}

static enum status add_mark(struct world *world)
{
	size_t start_cp = up_to(world, 20);
	struct highlight row = {.range = {start_cp, start_cp + 1 + up_to(world, 9)},
				.exact = xstrdup("exact"),
				.prefix = xstrdup(""),
				.suffix = xstrdup(""),
				.anchor_state = xstrdup("exact")};
	enum status status = STATUS_NOT_FOUND;
	if (any(world, "article", row.article))
		status = store_highlight_add(world->store, &row, NULL);
	highlight_release(&row);
	return status;
}

static enum status resize_mark(struct world *world)
{
	char id[ID_SIZE];
	struct highlight row;
	if (!any(world, "highlight", id))
		return STATUS_NOT_FOUND;
	assert_ok(store_highlight_get(world->store, id, &row, NULL));
	row.range.end_cp = row.range.start_cp + 1 + up_to(world, 9);
	enum status status = store_highlight_update(world->store, &row, NULL);
	highlight_release(&row);
	return status;
}

static enum status remove_mark(struct world *world)
{
	char id[ID_SIZE];
	return any(world, "highlight", id) ? store_highlight_remove(world->store, id, NULL)
					   : STATUS_NOT_FOUND;
}

static enum status add_tag(struct world *world)
{
	struct tag tag = {.path = NULL};
	enum status status = store_tag_ensure(world->store, a_path(world), &tag, NULL);
	if (status == STATUS_OK) {
		free(tag.definition);
		tag.definition = xstrdup(up_to(world, 2) ? "defined" : "");
		status = store_tag_update(world->store, &tag, NULL);
	}
	tag_release(&tag);
	return status;
}

static enum status move_tag(struct world *world)
{
	return store_tag_rename(world->store, a_path(world), a_path(world), NULL);
}

static enum status merge_tags(struct world *world)
{
	return store_tag_merge(world->store, a_path(world), a_path(world), NULL);
}

static enum status remove_tag(struct world *world)
{
	return store_tag_remove(world->store, a_path(world), NULL);
}

static enum status code(struct world *world)
{
	char mark[ID_SIZE], tag[ID_SIZE];
	if (!any(world, "highlight", mark) || !any(world, "tag", tag))
		return STATUS_NOT_FOUND;
	return up_to(world, 4) ? store_coding_add(world->store, mark, tag, NULL)
			       : store_coding_remove(world->store, mark, tag, NULL);
}

static enum status retag(struct world *world)
{
	char coding[ID_SIZE], tag[ID_SIZE];
	if (!any(world, "coding", coding) || !any(world, "tag", tag))
		return STATUS_NOT_FOUND;
	return store_coding_retag(world->store, coding, tag, NULL);
}

static enum status add_claim(struct world *world)
{
	char text[TEXT_SIZE];
	a_text(world, text);
	struct claim row = {.statement = xstrdup(text)};
	enum status status = store_claim_add(world->store, &row, NULL);
	claim_release(&row);
	return status;
}

static enum status edit_claim(struct world *world)
{
	char id[ID_SIZE], text[TEXT_SIZE];
	struct claim row;
	if (!any(world, "claim", id))
		return STATUS_NOT_FOUND;
	a_text(world, text);
	assert_ok(store_claim_get(world->store, id, &row, NULL));
	free(row.verdict);
	row.verdict = xstrdup(text);
	enum status status = store_claim_update(world->store, &row, NULL);
	claim_release(&row);
	return status;
}

static enum status remove_claim(struct world *world)
{
	char id[ID_SIZE], into[ID_SIZE];
	if (!any(world, "claim", id) || !any(world, "claim", into))
		return STATUS_NOT_FOUND;
	return up_to(world, 2) ? store_claim_remove(world->store, id, NULL)
			       : store_claim_merge(world->store, id, into, NULL);
}

static enum status mention(struct world *world)
{
	static const char *const stances[] = {"", "agree", "disagree", "discuss"};
	struct mention row = {.stance = xstrdup(stances[up_to(world, 4)])};
	enum status status = STATUS_NOT_FOUND;
	if (any(world, "claim", row.claim) && any(world, "highlight", row.highlight))
		status = store_mention_set(world->store, &row, NULL);
	mention_release(&row);
	return status;
}

static enum status unmention(struct world *world)
{
	char id[ID_SIZE];
	return any(world, "mention", id) ? store_mention_remove(world->store, id, NULL)
					 : STATUS_NOT_FOUND;
}

static enum status set_absent(struct world *world)
{
	char claim[ID_SIZE], article[ID_SIZE];
	if (!any(world, "claim", claim) || !any(world, "article", article))
		return STATUS_NOT_FOUND;
	return store_absent_set(world->store, claim, article, up_to(world, 3), NULL);
}

static enum status relate(struct world *world)
{
	static const char *const kinds[] = {"same_as", "contradicts", "narrower", "updates"};
	struct relation row = {.kind = xstrdup(kinds[up_to(world, 4)])};
	enum status status = STATUS_NOT_FOUND;
	if (up_to(world, 4) == 0 && any(world, "claim_relation", row.id))
		status = store_relation_remove(world->store, row.id, NULL);
	else if (any(world, "claim", row.a) && any(world, "claim", row.b))
		status = store_relation_add(world->store, &row, NULL);
	relation_release(&row);
	return status;
}

static enum status write_note(struct world *world)
{
	static const char *const tables[] = {
		[NOTE_ARTICLE] = "article", [NOTE_HIGHLIGHT] = "highlight", [NOTE_CLAIM] = "claim",
		[NOTE_TAG] = "tag",
	};
	char target[ID_SIZE] = "", text[TEXT_SIZE] = "";
	enum note_target kind = (enum note_target)up_to(world, NOTE_PROJECT + 1);
	if (kind != NOTE_PROJECT && !any(world, tables[kind], target))
		return STATUS_NOT_FOUND;
	if (up_to(world, 4))
		a_text(world, text);
	return store_note_set(world->store, kind, target, text, NULL);
}

static enum status set_property(struct world *world)
{
	return store_property_set(world->store, "stance_scheme", up_to(world, 2) ? "fnc" : "",
				  NULL);
}

/* A row of another's, replaced or brought again. */
static enum status put_mark(struct world *world)
{
	char id[ID_SIZE];
	struct highlight row;
	if (!any(world, "highlight", id))
		return STATUS_NOT_FOUND;
	assert_ok(store_highlight_get(world->store, id, &row, NULL));
	if (up_to(world, 2))
		row.id[0] = '\0';
	free(row.coder);
	row.coder = xstrdup(coders[up_to(world, 3)]);
	enum status status = store_highlight_put(world->store, &row, NULL, NULL);
	highlight_release(&row);
	return status;
}

static enum status (*const doings[])(struct world *world) = {
	add_text,    edit_article, remove_article, add_mark,   add_mark,   resize_mark,
	remove_mark, add_tag,	   add_tag,	   move_tag,   merge_tags, remove_tag,
	code,	     code,	   retag,	   add_claim,  add_claim,  edit_claim,
	remove_claim, mention,	   mention,	   unmention,  set_absent, set_absent,
	relate,	     relate,	   write_note,	   write_note, set_property, put_mark,
};

/* One to three things, saved as one act. */
static void act(struct world *world)
{
	assert_ok(store_begin(world->store, coders[up_to(world, 3)], A_TEST, NULL));
	for (uint32_t n = up_to(world, 3) + 1; n > 0; n--) {
		enum status status =
			doings[up_to(world, sizeof doings / sizeof *doings)](world);
		if (!is_fine(status))
			fail_msg("%s", status_name(status));
	}
	commit(world->store);
}

/* Undo or redo of anyone, who may have none, or be in another's way. */
static void go_back_or_forth(struct world *world)
{
	const char *coder = coders[up_to(world, 3)];
	enum status status = up_to(world, 2) ? store_undo(world->store, coder, NULL, NULL)
					     : store_redo(world->store, coder, NULL, NULL);
	if (status != STATUS_OK && status != STATUS_CONFLICT &&
	    status != STATUS_NOTHING_TO_UNDO && status != STATUS_NOTHING_TO_REDO)
		fail_msg("%s", status_name(status));
}

static void live(struct world *world)
{
	if (up_to(world, 8) == 0)
		go_back_or_forth(world);
	else
		act(world);
}

/* Whose act was the last to take effect, of those that stand; the caller's, "" at the start. */
static char *last_to_act(const char *path)
{
	return sql_value(path,
			 "SELECT k.name FROM history h JOIN coder k ON k.id = h.coder"
			 " WHERE h.state = 'done' ORDER BY max(h.seq, ifnull((SELECT max(r.seq)"
			 " FROM history r WHERE r.kind = 'redo' AND r.act = h.seq), 0)) DESC LIMIT 1");
}

/* Takes back all that stands, last first; returns whose acts they were, the caller's. */
static char **undo_all(struct store *store, const char *path, size_t *n)
{
	char **undone = NULL, *coder;
	for (*n = 0; (coder = last_to_act(path))[0]; (*n)++) {
		assert_ok(store_undo(store, coder, NULL, NULL));
		undone = xrealloc(undone, *n + 1, sizeof *undone);
		undone[*n] = coder;
	}
	free(coder);
	return undone;
}

static void assert_content(const char *path, const char *expected)
{
	char *content = logical_content(path);
	assert_string_equal(content, expected);
	free(content);
}

static unsigned long from_environment(const char *name, unsigned long otherwise)
{
	const char *value = getenv(name);
	return value ? strtoul(value, NULL, 10) : otherwise;
}

static struct world a_world(struct scratch *scratch)
{
	unsigned long seed = from_environment("HASHIYA_SEED", 20261121);
	print_message("# HASHIYA_SEED=%lu\n", seed);
	return (struct world){.store = scratch->store, .random = seed * 2 + 1};
}

static void all_undone_is_the_start_and_all_redone_the_end(void **state)
{
	struct scratch *scratch = *state;
	struct world world = a_world(scratch);
	unsigned long n_acts = from_environment("HASHIYA_ACTS", ACTS);
	size_t n;
	char *start = logical_content(scratch->path);
	for (unsigned long i = 0; i < n_acts; i++)
		live(&world);
	char *end = logical_content(scratch->path);
	assert_string_not_equal(start, end);
	assert_ok(store_check(world.store, NULL));
	char **undone = undo_all(world.store, scratch->path, &n);
	assert_content(scratch->path, start);
	print_message("# %lu acts, %zu stood\n", n_acts, n);
	while (n > 0) {
		assert_ok(store_redo(world.store, undone[--n], NULL, NULL));
		free(undone[n]);
	}
	assert_content(scratch->path, end);
	assert_ok(store_check(world.store, NULL));
	free(undone);
	free(start);
	free(end);
}

/* FNV-1a of the logical content. */
static uint64_t digest(const char *path)
{
	uint64_t hash = 0xcbf29ce484222325;
	char *content = logical_content(path);
	for (const char *p = content; *p; p++)
		hash = (hash ^ (unsigned char)*p) * 0x100000001b3;
	free(content);
	return hash;
}

/* What a writer says: before an act how the project is, after it that it is saved. */
struct word {
	enum { ABOUT_TO, DONE } what;
	uint64_t digest;
};

/* A child that acts until it is killed. */
static pid_t start_life(const char *path, uint64_t random, int *fd)
{
	int ends[2];
	assert_int_equal(pipe(ends), 0);
	fflush(NULL);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct world world = {.random = random};
		bool fine = store_open(&world.store, path, STORE_WRITE, NULL) == STATUS_OK;
		for (int i = 0; fine && i < ACTS_OF_A_LIFE; i++) {
			struct word word = {.what = ABOUT_TO, .digest = digest(path)};
			fine = write(ends[1], &word, sizeof word) == sizeof word;
			act(&world);
			word = (struct word){.what = DONE, .digest = digest(path)};
			fine = fine && write(ends[1], &word, sizeof word) == sizeof word;
		}
		_exit(0);
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

/* Lets a writer begin any of its acts, and kills it in it or after; the last it said. */
static struct word live_and_die(struct world *world, const char *path)
{
	int fd, result;
	struct word word = {.what = DONE}, next;
	uint32_t n_words = 2 * up_to(world, ACTS_OF_A_LIFE / 2) + 1;
	pid_t child = start_life(path, world->random | 1, &fd);
	for (uint32_t i = 0; i < n_words && read(fd, &next, sizeof next) == sizeof next; i++)
		word = next;
	spin(up_to(world, 6000000));
	kill(child, SIGKILL);
	assert_int_equal(waitpid(child, &result, 0), child);
	while (read(fd, &next, sizeof next) == sizeof next)
		word = next;
	close(fd);
	return word;
}

static void a_killed_writer_leaves_what_one_of_its_acts_left(void **state)
{
	struct scratch *scratch = *state;
	struct world world = a_world(scratch);
	unsigned long n_kills = from_environment("HASHIYA_KILLS", KILLS);
	unsigned long n_before = 0, n_after = 0;
	for (unsigned long i = 0; i < n_kills; i++) {
		struct word last = live_and_die(&world, scratch->path);
		scratch_reopen(scratch);
		assert_ok(store_check(scratch->store, NULL));
		uint64_t now = digest(scratch->path);
		n_before += now == last.digest;
		n_after += now != last.digest;
		if (now == last.digest)
			continue;
		/* It was saved and no more was said: without it all is as before. */
		assert_int_equal(last.what, ABOUT_TO);
		char *coder = last_to_act(scratch->path);
		assert_ok(store_undo(scratch->store, coder, NULL, NULL));
		assert_true(digest(scratch->path) == last.digest);
		assert_ok(store_redo(scratch->store, coder, NULL, NULL));
		free(coder);
	}
	print_message("# %lu kills: %lu before the commit or after the word, %lu between them\n",
		      n_kills, n_before, n_after);
	size_t n;
	char **undone = undo_all(scratch->store, scratch->path, &n);
	assert_true(n > 0);
	assert_sql(scratch->path, "SELECT count(*) FROM article", "0");
	while (n > 0)
		free(undone[--n]);
	free(undone);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
	const struct CMUnitTest tests[] = {
		TEST(all_undone_is_the_start_and_all_redone_the_end),
		TEST(a_killed_writer_leaves_what_one_of_its_acts_left),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
