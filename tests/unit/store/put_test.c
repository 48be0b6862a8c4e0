/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows from another project, with ids, coders and times of their own. */
#include "store/support.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

#define T1 "2020-01-01T00:00:00.001Z"
#define T2 "2020-02-02T00:00:00.002Z"

/* Ids of rows, by what they are. */
#define ID(digit) "0000000" #digit "-0000-7000-8000-00000000000" #digit

static void set(char id[ID_SIZE], const char *text)
{
	memset(id, 0, ID_SIZE);
	memcpy(id, text, strlen(text));
}

static void stamp(char **coder, char **created_at, char **updated_at)
{
	if (coder)
		*coder = xstrdup("cem");
	*created_at = xstrdup(T1);
	*updated_at = xstrdup(T2);
}

static struct highlight a_highlight(const char *article)
{
	struct highlight row = {.range = {0, 3},
				.exact = xstrdup("one"),
				.prefix = xstrdup(""),
				.suffix = xstrdup(" two"),
				.anchor_state = xstrdup("moved")};
	set(row.id, ID(1));
	set(row.article, article);
	stamp(&row.coder, &row.created_at, &row.updated_at);
	return row;
}

static enum put put_article(struct store *store, struct article *row, const char *text)
{
	enum put came;
	assert_ok(store_article_put(store, row, text, strlen(text), &came, NULL));
	return came;
}

static void an_article_keeps_its_times_and_its_number_where_that_is_free(void **state)
{
	struct scratch *scratch = *state;
	struct store *store = scratch->store;
	struct article row = {.number = 5, .title = xstrdup("t"), .lang = xstrdup("ar")};
	struct article next = {.number = 5}, last = {.number = 0};
	stamp(NULL, &row.created_at, &row.updated_at);
	begin(store, "ann");
	assert_int_equal(put_article(store, &row, "one two"), PUT_ADDED);
	assert_int_equal(row.number, 5);
	assert_string_equal(row.created_at, T1);
	assert_string_equal(row.updated_at, T2);
	assert_int_equal(row.n_words, 2);
	assert_int_equal(put_article(store, &row, "one two"), PUT_SAME);
	free(row.title);
	row.title = xstrdup("another");
	row.number = 9;
	assert_int_equal(put_article(store, &row, "one two"), PUT_CHANGED);
	assert_int_equal(row.number, 5);
	/* Taken, and then the next: numbers go on after what came. */
	memcpy(next.version_of, row.id, ID_SIZE);
	assert_int_equal(put_article(store, &next, "three"), PUT_ADDED);
	assert_int_equal(next.number, 6);
	assert_string_equal(next.version_of, row.id);
	assert_int_equal(put_article(store, &last, "four"), PUT_ADDED);
	assert_int_equal(last.number, 7);
	commit(store);
	article_release(&row);
	article_release(&next);
	article_release(&last);
}

static void a_version_of_a_removed_article_goes_back_to_what_that_was_of(void **state)
{
	struct scratch *scratch = *state;
	struct store *store = scratch->store;
	struct article rows[3] = {{.number = 0}};
	static const char *const texts[] = {"one", "two", "three"};
	begin(store, "ann");
	for (size_t i = 0; i < 3; i++) {
		if (i > 0)
			memcpy(rows[i].version_of, rows[i - 1].id, ID_SIZE);
		assert_int_equal(put_article(store, &rows[i], texts[i]), PUT_ADDED);
	}
	commit(store);
	char *before = logical_content(scratch->path);
	begin(store, "ann");
	assert_ok(store_article_remove(store, rows[1].id, NULL));
	commit(store);
	assert_sql(scratch->path, "SELECT version_of FROM article WHERE number = 3", rows[0].id);
	assert_ok(store_undo(store, "ann", NULL, NULL));
	char *after = logical_content(scratch->path);
	assert_string_equal(after, before);
	free(before);
	free(after);
	for (size_t i = 0; i < 3; i++)
		article_release(&rows[i]);
}

static void a_row_is_added_kept_and_replaced_by_its_id(void **state)
{
	struct scratch *scratch = *state;
	struct store *store = scratch->store;
	char article[ID_SIZE];
	enum put came;
	add_article(store, "one two", article);
	struct highlight row = a_highlight(article);
	char *before = logical_content(scratch->path);
	begin(store, "ann");
	assert_ok(store_highlight_put(store, &row, &came, NULL));
	assert_int_equal(came, PUT_ADDED);
	assert_ok(store_highlight_put(store, &row, &came, NULL));
	assert_int_equal(came, PUT_SAME);
	row.range.end_cp = 2;
	assert_ok(store_highlight_put(store, &row, &came, NULL));
	assert_int_equal(came, PUT_CHANGED);
	set(row.article, ID(9));
	assert_status(store_highlight_put(store, &row, &came, NULL), STATUS_NOT_FOUND);
	commit(store);
	assert_sql(scratch->path, "SELECT h.id || end_cp || name || h.created_at || h.updated_at"
				  " FROM highlight h JOIN coder k ON k.id = h.coder",
		   ID(1) "2cem" T1 T2);
	assert_ok(store_undo(store, "ann", NULL, NULL));
	char *after = logical_content(scratch->path);
	assert_string_equal(after, before);
	free(before);
	free(after);
	highlight_release(&row);
}

static void what_a_row_lacks_is_made(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	struct claim row = {.statement = xstrdup("s"), .number = -3};
	enum put came;
	begin(store, "ann");
	assert_ok(store_claim_put(store, &row, &came, NULL));
	commit(store);
	assert_int_equal(came, PUT_ADDED);
	assert_int_equal(row.number, 1);
	assert_int_equal(strlen(row.id), ID_SIZE - 1);
	assert_string_equal(row.coder, "ann");
	assert_true(row.created_at[0] == '2' && row.updated_at[0] == '2');
	claim_release(&row);
}

static void a_tag_is_put_where_its_path_says(void **state)
{
	struct scratch *scratch = *state;
	struct store *store = scratch->store;
	struct tag row = {.path = xstrdup("a/b"), .colour = xstrdup("red")}, there;
	enum put came;
	set(row.id, ID(1));
	stamp(NULL, &row.created_at, &row.updated_at);
	begin(store, "ann");
	assert_ok(store_tag_put(store, &row, &came, NULL));
	assert_int_equal(came, PUT_ADDED);
	assert_ok(store_tag_put(store, &row, &came, NULL));
	assert_int_equal(came, PUT_SAME);
	/* Elsewhere: it moves. */
	free(row.path);
	row.path = xstrdup("c");
	assert_ok(store_tag_put(store, &row, &came, NULL));
	assert_int_equal(came, PUT_CHANGED);
	assert_ok(store_tag_get(store, "c", &there, NULL));
	assert_string_equal(there.id, ID(1));
	assert_string_equal(there.created_at, T1);
	tag_release(&there);
	/* Not below itself. */
	free(row.path);
	row.path = xstrdup("c/d");
	assert_status(store_tag_put(store, &row, &came, NULL), STATUS_INVALID);
	/* Where another is. */
	free(row.path);
	row.path = xstrdup("a");
	assert_ok(store_tag_put(store, &row, &came, NULL));
	assert_int_equal(came, PUT_TAKEN);
	assert_string_not_equal(row.id, ID(1));
	commit(store);
	tag_release(&row);
}

/* Puts one row under two ids: the second is taken by the first. */
#define ASSERT_TAKEN(function, row)								   \
	do {											   \
		enum put came_;									   \
		set((row).id, ID(1));								   \
		assert_ok(function(store, &(row), &came_, NULL));				   \
		assert_int_equal(came_, PUT_ADDED);						   \
		assert_ok(function(store, &(row), &came_, NULL));				   \
		assert_int_equal(came_, PUT_SAME);						   \
		set((row).id, ID(2));								   \
		assert_ok(function(store, &(row), &came_, NULL));				   \
		assert_int_equal(came_, PUT_TAKEN);						   \
		assert_string_equal((row).id, ID(1));						   \
		free((row).coder);								   \
		(row).coder = xstrdup("dan");							   \
		assert_ok(function(store, &(row), &came_, NULL));				   \
		assert_int_equal(came_, PUT_CHANGED);						   \
	} while (0)

static void what_is_there_under_another_id_stays(void **state)
{
	struct scratch *scratch = *state;
	struct store *store = scratch->store;
	char article[ID_SIZE], mark[ID_SIZE];
	struct tag tag;
	struct claim claims[2] = {{.statement = xstrdup("a")}, {.statement = xstrdup("b")}};
	add_article(store, "one two", article);
	add_highlight(store, article, 0, 3, mark);
	begin(store, "ann");
	assert_ok(store_tag_ensure(store, "tag", &tag, NULL));
	for (size_t i = 0; i < 2; i++)
		assert_ok(store_claim_add(store, &claims[i], NULL));
	struct coding coding = {.coder = NULL};
	set(coding.highlight, mark);
	set(coding.tag, tag.id);
	stamp(&coding.coder, &coding.created_at, &coding.updated_at);
	ASSERT_TAKEN(store_coding_put, coding);
	struct mention mention = {.stance = xstrdup("agree")};
	set(mention.highlight, mark);
	set(mention.claim, claims[0].id);
	stamp(&mention.coder, &mention.created_at, &mention.updated_at);
	ASSERT_TAKEN(store_mention_put, mention);
	assert_string_equal(mention.article, article);
	struct coverage coverage = {.state = xstrdup("absent")};
	set(coverage.claim, claims[1].id);
	set(coverage.article, article);
	stamp(&coverage.coder, &coverage.created_at, &coverage.updated_at);
	ASSERT_TAKEN(store_coverage_put, coverage);
	struct relation relation = {.kind = xstrdup("same_as")};
	set(relation.a, claims[0].id);
	set(relation.b, claims[1].id);
	stamp(&relation.coder, &relation.created_at, &relation.updated_at);
	ASSERT_TAKEN(store_relation_put, relation);
	struct note note = {.kind = NOTE_CLAIM, .text = xstrdup("text")};
	set(note.target, claims[0].id);
	stamp(&note.coder, &note.created_at, &note.updated_at);
	ASSERT_TAKEN(store_note_put, note);
	commit(store);
	assert_ok(store_check(store, NULL));
	coding_release(&coding);
	mention_release(&mention);
	coverage_release(&coverage);
	relation_release(&relation);
	note_release(&note);
	tag_release(&tag);
	claim_release(&claims[0]);
	claim_release(&claims[1]);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
	const struct CMUnitTest tests[] = {
		TEST(an_article_keeps_its_times_and_its_number_where_that_is_free),
		TEST(a_version_of_a_removed_article_goes_back_to_what_that_was_of),
		TEST(a_row_is_added_kept_and_replaced_by_its_id),
		TEST(what_a_row_lacks_is_made),
		TEST(a_tag_is_put_where_its_path_says),
		TEST(what_is_there_under_another_id_stays),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
