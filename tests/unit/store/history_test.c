/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/support.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

/* All that undo is to bring back, as text. */
static char *dump(const char *path)
{
	return sql_value(
		path,
		"SELECT group_concat(line, char(10)) FROM (SELECT line FROM ("
		"SELECT 'a' || quote(id) || number || title || outlet || body || updated_at AS "
		"line FROM article"
		" UNION ALL SELECT 'h' || id || article || start_cp || ' ' || end_cp || exact FROM "
		"highlight"
		" UNION ALL SELECT 't' || id || ifnull(parent, '') || name || definition FROM tag"
		" UNION ALL SELECT 'c' || id || highlight || tag || coder FROM coding"
		" UNION ALL SELECT 'n' || id || ifnull(article, highlight) || text FROM note) "
		"ORDER BY line)");
}

static void assert_dump(const char *path, const char *expected)
{
	char *now = dump(path);
	assert_string_equal(now, expected);
	free(now);
}

/* Acts of every kind, one after the other. */
enum { N_ACTS = 10 };

static void do_act(struct store *store, int act, char article[ID_SIZE], char highlight[ID_SIZE])
{
	struct tag tag = {.path = NULL};
	if (act == 0) {
		add_article(store, "an article", article);
		return;
	}
	if (act == 1) {
		add_highlight(store, article, 3, 10, highlight);
		return;
	}
	begin(store, "ann");
	switch (act) {
	case 2:
		assert_ok(store_tag_ensure(store, "claims/false", &tag, NULL));
		assert_ok(store_coding_add(store, highlight, tag.id, NULL));
		break;
	case 3:
		assert_ok(store_note_set(store, NOTE_HIGHLIGHT, highlight, "a note", NULL));
		break;
	case 4:
		assert_ok(store_note_set(store, NOTE_HIGHLIGHT, highlight, "another note", NULL));
		break;
	case 5:
		assert_ok(store_note_set(store, NOTE_ARTICLE, article, "on all of it", NULL));
		break;
	case 6:
		assert_ok(store_tag_rename(store, "claims", "statements", NULL));
		break;
	case 7:
		assert_ok(store_tag_ensure(store, "other", &tag, NULL));
		assert_ok(store_tag_merge(store, "statements", "other", NULL));
		break;
	case 8:
		assert_ok(store_note_set(store, NOTE_ARTICLE, article, "", NULL));
		break;
	case 9:
		assert_ok(store_article_remove(store, article, NULL));
		break;
	}
	commit(store);
	tag_release(&tag);
}

static void every_act_is_undone_and_redone_across_restarts(void **state)
{
	struct scratch *scratch = *state;
	char *before[N_ACTS + 1], article[ID_SIZE], highlight[ID_SIZE];
	for (int i = 0; i < N_ACTS; i++) {
		before[i] = dump(scratch->path);
		do_act(scratch->store, i, article, highlight);
	}
	before[N_ACTS] = dump(scratch->path);
	for (int round = 0; round < 2; round++) {
		for (int i = N_ACTS; i-- > 0; assert_dump(scratch->path, before[i]))
			assert_ok(store_undo(scratch_reopen(scratch), "ann", NULL, NULL));
		assert_status(store_undo(scratch->store, "ann", NULL, NULL),
			      STATUS_NOTHING_TO_UNDO);
		for (int i = 0; i < N_ACTS; assert_dump(scratch->path, before[++i]))
			assert_ok(store_redo(scratch_reopen(scratch), "ann", NULL, NULL));
		assert_status(store_redo(scratch->store, "ann", NULL, NULL),
			      STATUS_NOTHING_TO_REDO);
	}
	for (int i = 0; i <= N_ACTS; i++)
		free(before[i]);
	assert_ok(store_check(scratch->store, NULL));
}

static void undo_takes_only_the_coders_own_acts(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	struct act_label label = {.what = "note", .subject = "one", .object = "two", .n = 3};
	struct act did;
	char article[ID_SIZE];
	add_article(store, "an article", article);
	assert_ok(store_begin(store, "bob", &label, NULL));
	assert_ok(store_note_set(store, NOTE_ARTICLE, article, "text", NULL));
	commit(store);
	add_highlight(store, article, 0, 2, NULL);
	assert_ok(store_undo(store, "bob", &did, NULL));
	assert_string_equal(did.coder, "bob");
	assert_string_equal(did.what, "note");
	assert_string_equal(did.subject, "one");
	assert_string_equal(did.object, "two");
	assert_int_equal(did.n, 3);
	act_release(&did);
	assert_int_equal(count_highlights(store), 1);
	assert_status(store_undo(store, "bob", NULL, NULL), STATUS_NOTHING_TO_UNDO);
	assert_ok(store_undo(store, "ann", NULL, NULL));
	assert_int_equal(count_highlights(store), 0);
	assert_ok(store_redo(store, "bob", NULL, NULL));
	assert_ok(store_redo(store, "ann", NULL, NULL));
	assert_int_equal(count_highlights(store), 1);
}

static void undo_under_anothers_work_is_a_conflict_and_changes_nothing(void **state)
{
	struct scratch *scratch = *state;
	struct store *store = scratch->store;
	struct fault f = FAULT_NONE;
	char article[ID_SIZE];
	add_article(store, "an article", article);
	begin(store, "bob");
	assert_ok(store_note_set(store, NOTE_ARTICLE, article, "text", NULL));
	commit(store);
	char *before = dump(scratch->path);
	int64_t changes = store_changes(store);
	assert_status(store_undo(store, "ann", NULL, &f), STATUS_CONFLICT);
	assert_string_equal(f.subject, "a test");
	fault_release(&f);
	assert_dump(scratch->path, before);
	assert_int_equal(store_changes(store), changes);
	free(before);
	/* Once the other takes it back, so can she. */
	assert_ok(store_undo(store, "bob", NULL, NULL));
	assert_ok(store_undo(store, "ann", NULL, NULL));
	assert_status(store_redo(store, "bob", NULL, NULL), STATUS_CONFLICT);
}

static void undo_of_what_somebody_changed_since_is_a_conflict(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	struct article article = {.number = 0};
	add_article(store, "an article", NULL);
	assert_ok(store_article_get(store, "1", &article, NULL));
	free(article.title);
	article.title = xstrdup("bob's title");
	begin(store, "bob");
	assert_ok(store_article_update(store, &article, NULL));
	commit(store);
	assert_status(store_undo(store, "ann", NULL, NULL), STATUS_CONFLICT);
	article_release(&article);
}

static void what_another_removed_is_undone_after_it_is_brought_back(void **state)
{
	struct scratch *scratch = *state;
	struct store *store = scratch->store;
	char article[ID_SIZE], highlight[ID_SIZE];
	add_article(store, "an article", article);
	char *before = logical_content(scratch->path);
	add_highlight(store, article, 0, 2, highlight);
	begin(store, "bob");
	assert_ok(store_highlight_remove(store, highlight, NULL));
	commit(store);
	assert_status(store_undo(store, "ann", NULL, NULL), STATUS_CONFLICT);
	assert_ok(store_undo(store, "bob", NULL, NULL));
	assert_ok(store_undo(store, "ann", NULL, NULL));
	char *after = logical_content(scratch->path);
	assert_string_equal(after, before);
	free(before);
	free(after);
}

static int64_t seq_of(struct store *store, size_t nth)
{
	struct act_list acts = {.n = 0};
	assert_ok(store_history(store, 0, &acts, NULL));
	assert_true(nth < acts.n);
	int64_t seq = acts.items[nth].seq;
	act_list_release(&acts);
	return seq;
}

static void many_acts_are_taken_back_and_done_again_in_one_go(void **state)
{
	struct scratch *scratch = *state;
	struct store *store = scratch->store;
	char article[ID_SIZE];
	size_t n;
	add_article(store, "an article", article);
	for (size_t i = 0; i < 5; i++)
		add_highlight(store, article, i, i + 1, NULL);
	begin(store, "bob");
	assert_ok(store_note_set(store, NOTE_ARTICLE, article, "his", NULL));
	commit(store);
	char *all = logical_content(scratch->path);
	/* The newest is bob's; the third newest of ann is the fourth. */
	int64_t seq = seq_of(store, 3);
	assert_ok(store_undo_to(store, "ann", seq, &n, NULL));
	assert_int_equal(n, 3);
	assert_int_equal(count_highlights(store), 2);
	assert_status(store_undo_to(store, "ann", seq, &n, NULL), STATUS_NOTHING_TO_UNDO);
	assert_int_equal(n, 0);
	assert_ok(store_redo_to(store, "ann", seq, &n, NULL));
	assert_int_equal(n, 1);
	assert_int_equal(count_highlights(store), 3);
	assert_ok(store_redo_to(scratch_reopen(scratch), "ann", INT64_MAX, &n, NULL));
	assert_int_equal(n, 2);
	char *again = logical_content(scratch->path);
	assert_string_equal(again, all);
	free(again);
	free(all);
}

static void a_conflict_on_the_way_takes_all_of_it_back(void **state)
{
	struct scratch *scratch = *state;
	struct store *store = scratch->store;
	char article[ID_SIZE];
	size_t n;
	add_article(store, "an article", article);
	add_highlight(store, article, 0, 1, NULL);
	add_highlight(store, article, 1, 2, NULL);
	begin(store, "bob");
	assert_ok(store_note_set(store, NOTE_ARTICLE, article, "his", NULL));
	commit(store);
	char *before = logical_content(scratch->path);
	assert_status(store_undo_to(store, "ann", 1, &n, NULL), STATUS_CONFLICT);
	assert_int_equal(n, 2);
	char *after = logical_content(scratch->path);
	assert_string_equal(after, before);
	assert_sql(scratch->path, "SELECT count(*) FROM history", "4");
	free(before);
	free(after);
}

static void a_new_act_ends_what_can_be_redone(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	struct act_list acts = {.n = 0};
	char article[ID_SIZE];
	add_article(store, "an article", article);
	add_highlight(store, article, 0, 1, NULL);
	assert_ok(store_undo(store, "ann", NULL, NULL));
	assert_ok(store_history(store, 1, &acts, NULL));
	assert_true(acts.items[0].undone && acts.items[0].redoable);
	act_list_release(&acts);
	add_highlight(store, article, 1, 2, NULL);
	assert_status(store_redo(store, "ann", NULL, NULL), STATUS_NOTHING_TO_REDO);
	assert_ok(store_history(store, 0, &acts, NULL));
	assert_int_equal(acts.n, 3);
	assert_false(acts.items[0].undone || acts.items[0].redoable);
	assert_true(acts.items[1].undone && !acts.items[1].redoable);
	assert_string_equal(acts.items[2].coder, "ann");
	assert_string_equal(acts.items[2].what, "test");
	assert_string_equal(acts.items[2].subject, "a test");
	assert_string_equal(acts.items[2].object, "");
	act_list_release(&acts);
	/* Undo passes over what stays undone. */
	assert_ok(store_undo(store, "ann", NULL, NULL));
	assert_ok(store_undo(store, "ann", NULL, NULL));
	assert_int_equal(count_articles(store), 0);
	assert_status(store_undo(store, "ann", NULL, NULL), STATUS_NOTHING_TO_UNDO);
}

static void an_act_that_changes_nothing_leaves_no_trace(void **state)
{
	struct scratch *scratch = *state;
	struct store *store = scratch->store;
	char article[ID_SIZE];
	add_article(store, "an article", article);
	add_highlight(store, article, 0, 1, NULL);
	assert_ok(store_undo(store, "ann", NULL, NULL));
	begin(store, "ann");
	assert_ok(store_note_set(store, NOTE_ARTICLE, article, "", NULL));
	commit(store);
	begin(store, "ann");
	commit(store);
	assert_sql(scratch->path, "SELECT count(*) FROM history WHERE kind = 'act'", "2");
	assert_ok(store_redo(store, "ann", NULL, NULL));
}

static void an_abandoned_act_leaves_no_trace(void **state)
{
	struct scratch *scratch = *state;
	char article[ID_SIZE];
	add_article(scratch->store, "an article", article);
	char *before = dump(scratch->path);
	begin(scratch->store, "carol");
	assert_ok(store_article_remove(scratch->store, article, NULL));
	store_abandon(scratch->store);
	store_abandon(scratch->store);
	assert_dump(scratch->path, before);
	begin(scratch->store, "carol");
	assert_ok(store_article_remove(scratch->store, article, NULL));
	scratch_reopen(scratch);
	assert_dump(scratch->path, before);
	assert_sql(scratch->path, "SELECT count(*) FROM coder", "1");
	free(before);
}

static void the_text_outlives_its_article_while_history_can_bring_it_back(void **state)
{
	struct scratch *scratch = *state;
	struct store *store = scratch->store;
	struct text_source source;
	char article[ID_SIZE], buf[10];
	add_article(store, "an article", article);
	assert_ok(store_undo(store, "ann", NULL, NULL));
	assert_status(store_article_source(store, article, &source, NULL), STATUS_NOT_FOUND);
	assert_ok(store_redo(store, "ann", NULL, NULL));
	assert_ok(store_article_source(store, article, &source, NULL));
	assert_ok(source.read(source.self, 0, buf, 10, NULL));
	assert_memory_equal(buf, "an article", 10);
	source.close(source.self);
}

static size_t occurrences(const char *path, const char *needle)
{
	size_t n_bytes, n = 0;
	char *bytes = read_all(path, &n_bytes);
	for (char *at = bytes;
	     (at = memmem(at, n_bytes - (size_t)(at - bytes), needle, strlen(needle))); at++)
		n++;
	free(bytes);
	return n;
}

static void forgetting_the_history_is_final_on_disk(void **state)
{
	struct scratch *scratch = *state;
	struct store *store = scratch->store;
	char article[ID_SIZE], kept[ID_SIZE];
	add_article(store, "the secret of the article", article);
	add_article(store, "what is kept", kept);
	begin(store, "ann");
	assert_ok(store_note_set(store, NOTE_ARTICLE, article, "the secret of the note", NULL));
	commit(store);
	struct claim claim = {.statement = xstrdup("the secret of the claim")};
	struct act_label label = {.what = "remove", .subject = "the secret of the label"};
	begin(store, "ann");
	assert_ok(store_claim_add(store, &claim, NULL));
	assert_ok(store_property_set(store, "scheme", "the secret of the project", NULL));
	commit(store);
	assert_ok(store_begin(store, "ann", &label, NULL));
	assert_ok(store_article_remove(store, article, NULL));
	assert_ok(store_claim_remove(store, claim.id, NULL));
	assert_ok(store_property_set(store, "scheme", "", NULL));
	commit(store);
	claim_release(&claim);
	assert_true(occurrences(scratch->path, "the secret of the") > 4);
	assert_ok(store_history_forget(store, NULL));
	assert_int_equal(occurrences(scratch->path, "the secret of the"), 0);
	assert_status(store_undo(store, "ann", NULL, NULL), STATUS_NOTHING_TO_UNDO);
	assert_sql(scratch->path, "SELECT count(*) FROM body", "1");
	assert_sql(scratch->path, "SELECT count(*) FROM body_part", "1");
	assert_ok(store_check(store, NULL));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
	const struct CMUnitTest tests[] = {
		TEST(every_act_is_undone_and_redone_across_restarts),
		TEST(undo_takes_only_the_coders_own_acts),
		TEST(undo_under_anothers_work_is_a_conflict_and_changes_nothing),
		TEST(undo_of_what_somebody_changed_since_is_a_conflict),
		TEST(what_another_removed_is_undone_after_it_is_brought_back),
		TEST(many_acts_are_taken_back_and_done_again_in_one_go),
		TEST(a_conflict_on_the_way_takes_all_of_it_back),
		TEST(a_new_act_ends_what_can_be_redone),
		TEST(an_act_that_changes_nothing_leaves_no_trace),
		TEST(an_abandoned_act_leaves_no_trace),
		TEST(the_text_outlives_its_article_while_history_can_bring_it_back),
		TEST(forgetting_the_history_is_final_on_disk),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
