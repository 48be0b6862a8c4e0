/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Highlights, tags, codings, notes, drafts and settings. */
#include "store/support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

/* Tags `highlight` with `path` as `coder`. */
static void code(struct store *store, const char *coder, const char *highlight, const char *path)
{
	struct tag tag = {.path = NULL};
	begin(store, coder);
	assert_ok(store_tag_ensure(store, path, &tag, NULL));
	assert_ok(store_coding_add(store, highlight, tag.id, NULL));
	commit(store);
	tag_release(&tag);
}

/* The paths of the codebook, joined by spaces; the caller's. */
static char *paths(struct store *store)
{
	struct tag_list tags = {.n = 0};
	struct str text = STR_EMPTY;
	assert_ok(store_tag_list(store, &tags, NULL));
	for (size_t i = 0; i < tags.n; i++)
		str_appendf(&text, "%s%s", i ? " " : "", tags.items[i].path);
	tag_list_release(&tags);
	return str_take(&text);
}

static void assert_paths(struct store *store, const char *expected)
{
	char *found = paths(store);
	assert_string_equal(found, expected);
	free(found);
}

/* "path:coder" of all codings in their order, joined by spaces. */
static void assert_codings(struct store *store, const char *article, const char *expected)
{
	struct coding_list codings = {.n = 0};
	struct tag_list tags = {.n = 0};
	struct str text = STR_EMPTY;
	assert_ok(store_coding_list(store, article, &codings, NULL));
	assert_ok(store_tag_list(store, &tags, NULL));
	for (size_t i = 0; i < codings.n; i++)
		for (size_t k = 0; k < tags.n; k++)
			if (strcmp(tags.items[k].id, codings.items[i].tag) == 0)
				str_appendf(&text, "%s%s:%s", text.len ? " " : "",
					    tags.items[k].path, codings.items[i].coder);
	assert_string_equal(str_cstr(&text), expected);
	str_release(&text);
	coding_list_release(&codings);
	tag_list_release(&tags);
}

static void highlights_of_exactly_a_range_are_found(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	struct highlight_list list = {.n = 0};
	char one[ID_SIZE], two[ID_SIZE], first[ID_SIZE];
	add_article(store, "the first", one);
	add_article(store, "the second", two);
	add_highlight(store, one, 1, 3, first);
	add_highlight(store, one, 1, 4, NULL);
	add_highlight(store, one, 0, 3, NULL);
	add_highlight(store, two, 1, 3, NULL);
	assert_ok(store_highlight_list_at(store, one, (struct cp_range){1, 3}, &list, NULL));
	assert_int_equal(list.n, 1);
	assert_string_equal(list.items[0].id, first);
	highlight_list_release(&list);
}

static void highlights_are_listed_by_article_and_place(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	static const size_t places[][2] = {{5, 9}, {0, 9}, {5, 6}, {0, 2}, {20, 21}};
	static const size_t ordered[][2] = {{0, 2}, {0, 9}, {5, 6}, {5, 9}, {20, 21}};
	struct highlight_list list = {.n = 0};
	char one[ID_SIZE], two[ID_SIZE];
	add_article(store, "a text of some length, one", one);
	add_article(store, "a text of some length, two", two);
	for (size_t i = 0; i < 5; i++) {
		add_highlight(store, two, places[i][0], places[i][1], NULL);
		add_highlight(store, one, places[i][0], places[i][1], NULL);
	}
	assert_ok(store_highlight_list(store, NULL, &list, NULL));
	assert_int_equal(list.n, 10);
	for (size_t i = 0; i < 10; i++) {
		assert_string_equal(list.items[i].article, i < 5 ? one : two);
		assert_int_equal(list.items[i].range.start_cp, ordered[i % 5][0]);
		assert_int_equal(list.items[i].range.end_cp, ordered[i % 5][1]);
		assert_string_equal(list.items[i].coder, "ann");
	}
	highlight_list_release(&list);
	assert_ok(store_highlight_list(store, two, &list, NULL));
	assert_int_equal(list.n, 5);
	highlight_list_release(&list);
}

static void a_highlight_is_found_by_the_beginning_of_its_id(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	struct highlight highlight = {.coder = NULL};
	struct fault f = FAULT_NONE;
	char article[ID_SIZE], id[ID_SIZE], other[ID_SIZE], ref[ID_SIZE] = "";
	add_article(store, "text", article);
	add_highlight(store, article, 0, 2, id);
	add_highlight(store, article, 0, 3, other);
	assert_ok(store_highlight_get(store, id, &highlight, NULL));
	assert_int_equal(highlight.range.end_cp, 2);
	assert_string_equal(highlight.exact, "exact");
	highlight_release(&highlight);
	memcpy(ref, id, 35);
	assert_ok(store_highlight_get(store, ref, &highlight, NULL));
	highlight_release(&highlight);
	/* Both were made in the same minute. */
	ref[8] = '\0';
	assert_status(store_highlight_get(store, ref, &highlight, &f), STATUS_NOT_FOUND);
	assert_non_null(strstr(f.detail, id));
	assert_non_null(strstr(f.detail, other));
	fault_release(&f);
	assert_status(store_highlight_get(store, "0", &highlight, NULL), STATUS_NOT_FOUND);
}

static void a_highlight_needs_its_article(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	struct highlight highlight = {.range = {0, 1},
				      .exact = xstrdup("x"),
				      .prefix = xstrdup(""),
				      .suffix = xstrdup(""),
				      .anchor_state = xstrdup("exact")};
	strcpy(highlight.article, "none");
	begin(store, "ann");
	assert_status(store_highlight_add(store, &highlight, NULL), STATUS_NOT_FOUND);
	assert_status(store_highlight_remove(store, "none", NULL), STATUS_NOT_FOUND);
	assert_status(store_highlight_update(store, &highlight, NULL), STATUS_NOT_FOUND);
	highlight.range.end_cp = 0;
	assert_status(store_highlight_add(store, &highlight, NULL), STATUS_INVALID);
	store_abandon(store);
	highlight_release(&highlight);
}

static void an_edge_is_moved_and_moved_back(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	struct highlight highlight = {.coder = NULL};
	char article[ID_SIZE], id[ID_SIZE];
	add_article(store, "text", article);
	add_highlight(store, article, 0, 2, id);
	assert_ok(store_highlight_get(store, id, &highlight, NULL));
	highlight.range.end_cp = 4;
	free(highlight.exact);
	highlight.exact = xstrdup("text");
	begin(store, "ann");
	assert_ok(store_highlight_update(store, &highlight, NULL));
	commit(store);
	highlight_release(&highlight);
	assert_ok(store_highlight_get(store, id, &highlight, NULL));
	assert_int_equal(highlight.range.end_cp, 4);
	assert_string_equal(highlight.exact, "text");
	highlight_release(&highlight);
	assert_ok(store_undo(store, "ann", NULL, NULL));
	assert_ok(store_highlight_get(store, id, &highlight, NULL));
	assert_int_equal(highlight.range.end_cp, 2);
	highlight_release(&highlight);
}

static void what_hangs_on_a_highlight_goes_and_comes_back_with_it(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	struct note_list notes = {.n = 0};
	char article[ID_SIZE], id[ID_SIZE];
	add_article(store, "text", article);
	add_highlight(store, article, 0, 2, id);
	code(store, "ann", id, "b");
	code(store, "ann", id, "a/x");
	begin(store, "ann");
	assert_ok(store_note_set(store, NOTE_HIGHLIGHT, id, "a note", NULL));
	commit(store);
	begin(store, "ann");
	assert_ok(store_highlight_remove(store, id, NULL));
	commit(store);
	assert_codings(store, NULL, "");
	assert_ok(store_note_list(store, NULL, &notes, NULL));
	assert_int_equal(notes.n, 0);
	assert_ok(store_undo(store, "ann", NULL, NULL));
	assert_codings(store, NULL, "a/x:ann b:ann");
	assert_ok(store_note_list(store, id, &notes, NULL));
	assert_int_equal(notes.n, 1);
	assert_string_equal(notes.items[0].text, "a note");
	note_list_release(&notes);
}

static void the_codebook_is_listed_as_a_tree_with_counts(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	struct tag_list tags = {.n = 0};
	char one[ID_SIZE], two[ID_SIZE], h[3][ID_SIZE];
	add_article(store, "one", one);
	add_article(store, "two", two);
	add_highlight(store, one, 0, 1, h[0]);
	add_highlight(store, one, 1, 2, h[1]);
	add_highlight(store, two, 0, 1, h[2]);
	for (int i = 0; i < 3; i++)
		code(store, "ann", h[i], "a/x");
	code(store, "bob", h[0], "a/x");
	code(store, "bob", h[0], "a b");
	code(store, "bob", h[0], "ع/ب");
	assert_ok(store_tag_list(store, &tags, NULL));
	static const char *const expected[] = {"a", "a/x", "a b", "ع", "ع/ب"};
	assert_int_equal(tags.n, 5);
	for (size_t i = 0; i < 5; i++)
		assert_string_equal(tags.items[i].path, expected[i]);
	assert_int_equal(tags.items[1].n_highlights, 3);
	assert_int_equal(tags.items[1].n_articles, 2);
	assert_true(strcmp(tags.items[1].last_used_at, tags.items[2].last_used_at) <= 0);
	assert_string_equal(tags.items[0].last_used_at, "");
	assert_string_equal(tags.items[1].parent, tags.items[0].id);
	tag_list_release(&tags);
	/* By place, then path, then coder. */
	assert_codings(store, one, "a/x:ann a/x:bob a b:bob ع/ب:bob a/x:ann");
}

static void a_tag_is_added_once_and_only_in_an_act(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	struct tag tag = {.path = NULL}, again = {.path = NULL};
	assert_status(store_tag_ensure(store, "a/b", &tag, NULL), STATUS_NOT_FOUND);
	assert_status(store_tag_get(store, "a/b", &tag, NULL), STATUS_NOT_FOUND);
	begin(store, "ann");
	assert_ok(store_tag_ensure(store, "a/b", &tag, NULL));
	commit(store);
	assert_ok(store_tag_ensure(store, "a/b", &again, NULL));
	assert_string_equal(tag.id, again.id);
	assert_string_equal(again.path, "a/b");
	assert_string_equal(again.name, "b");
	assert_paths(store, "a a/b");
	tag_release(&again);
	free(tag.definition);
	tag.definition = xstrdup("what it means");
	begin(store, "ann");
	assert_ok(store_tag_update(store, &tag, NULL));
	commit(store);
	assert_ok(store_tag_get(store, "a/b", &again, NULL));
	assert_string_equal(again.definition, "what it means");
	tag_release(&tag);
	tag_release(&again);
}

static void a_coding_is_one_a_coder(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	struct tag tag = {.path = NULL};
	char article[ID_SIZE], id[ID_SIZE];
	add_article(store, "text", article);
	add_highlight(store, article, 0, 2, id);
	code(store, "ann", id, "a");
	code(store, "ann", id, "a");
	code(store, "bob", id, "a");
	assert_codings(store, NULL, "a:ann a:bob");
	assert_ok(store_tag_get(store, "a", &tag, NULL));
	begin(store, "ann");
	assert_ok(store_coding_remove(store, id, tag.id, NULL));
	assert_status(store_coding_remove(store, id, tag.id, NULL), STATUS_NOT_FOUND);
	assert_status(store_coding_add(store, id, "none", NULL), STATUS_NOT_FOUND);
	commit(store);
	assert_codings(store, NULL, "a:bob");
	tag_release(&tag);
}

/* An act that makes the codebook x, x/1, x/1/deep, x/2, y, y/2 with codings on each leaf. */
static void plant(struct store *store, char highlight[ID_SIZE])
{
	char article[ID_SIZE];
	add_article(store, "text", article);
	add_highlight(store, article, 0, 2, highlight);
	code(store, "ann", highlight, "x/1/deep");
	code(store, "ann", highlight, "x/2");
	code(store, "ann", highlight, "y/2");
	code(store, "bob", highlight, "x/2");
}

static void a_tag_moves_with_all_below_it(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	char highlight[ID_SIZE];
	plant(store, highlight);
	begin(store, "ann");
	assert_status(store_tag_rename(store, "x/2", "y/2", NULL), STATUS_EXISTS);
	assert_status(store_tag_rename(store, "none", "z", NULL), STATUS_NOT_FOUND);
	assert_status(store_tag_rename(store, "x", "x/1/deep/er", NULL), STATUS_INVALID);
	store_abandon(store);
	begin(store, "ann");
	assert_ok(store_tag_rename(store, "x/2", "x/2", NULL));
	assert_ok(store_tag_rename(store, "x/1", "new/place", NULL));
	commit(store);
	assert_paths(store, "new new/place new/place/deep x x/2 y y/2");
	assert_codings(store, NULL, "new/place/deep:ann x/2:ann x/2:bob y/2:ann");
	begin(store, "ann");
	assert_ok(store_tag_rename(store, "new/place", "top", NULL));
	commit(store);
	assert_paths(store, "new top top/deep x x/2 y y/2");
	assert_ok(store_undo(store, "ann", NULL, NULL));
	assert_ok(store_undo(store, "ann", NULL, NULL));
	assert_paths(store, "x x/1 x/1/deep x/2 y y/2");
}

static void merging_joins_codings_and_the_tags_below(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	char highlight[ID_SIZE];
	plant(store, highlight);
	begin(store, "ann");
	assert_status(store_tag_merge(store, "x", "x/1", NULL), STATUS_INVALID);
	assert_status(store_tag_merge(store, "x", "x", NULL), STATUS_INVALID);
	assert_status(store_tag_merge(store, "x", "none", NULL), STATUS_NOT_FOUND);
	assert_ok(store_tag_merge(store, "x", "y", NULL));
	commit(store);
	assert_paths(store, "y y/1 y/1/deep y/2");
	assert_codings(store, NULL, "y/1/deep:ann y/2:ann y/2:bob");
	assert_ok(store_check(store, NULL));
	assert_ok(store_undo(store, "ann", NULL, NULL));
	assert_codings(store, NULL, "x/1/deep:ann x/2:ann x/2:bob y/2:ann");
}

static void removing_a_tag_leaves_the_highlights(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	char highlight[ID_SIZE];
	plant(store, highlight);
	begin(store, "ann");
	assert_ok(store_tag_remove(store, "x", NULL));
	assert_status(store_tag_remove(store, "x", NULL), STATUS_NOT_FOUND);
	commit(store);
	assert_paths(store, "y y/2");
	assert_codings(store, NULL, "y/2:ann");
	assert_int_equal(count_highlights(store), 1);
	assert_ok(store_undo(store, "ann", NULL, NULL));
	assert_paths(store, "x x/1 x/1/deep x/2 y y/2");
}

static void a_note_is_one_a_target_and_coder(void **state)
{
	struct scratch *scratch = *state;
	struct store *store = scratch->store;
	struct note_list notes = {.n = 0};
	char article[ID_SIZE];
	static const char *const texts[][2] = {
		{"ann", "one"}, {"bob", "two"}, {"ann", "three"}, {"ann", "three"}};
	add_article(store, "text", article);
	for (size_t i = 0; i < 4; i++) {
		begin(store, texts[i][0]);
		assert_ok(store_note_set(store, NOTE_ARTICLE, article, texts[i][1], NULL));
		commit(store);
	}
	assert_ok(store_note_list(store, article, &notes, NULL));
	assert_int_equal(notes.n, 2);
	assert_string_equal(notes.items[0].text, "three");
	assert_string_equal(notes.items[0].target, article);
	assert_int_equal(notes.items[0].kind, NOTE_ARTICLE);
	note_list_release(&notes);
	/* The fourth changed nothing. */
	assert_sql(scratch->path, "SELECT count(*) FROM history", "4");
	begin(store, "ann");
	assert_ok(store_note_set(store, NOTE_ARTICLE, article, "", NULL));
	assert_status(store_note_set(store, NOTE_HIGHLIGHT, "none", "x", NULL), STATUS_NOT_FOUND);
	commit(store);
	assert_ok(store_note_list(store, NULL, &notes, NULL));
	assert_int_equal(notes.n, 1);
	assert_string_equal(notes.items[0].coder, "bob");
	note_list_release(&notes);
}

static void assert_draft(struct store *store, const char *coder, const char *expected)
{
	char *text = NULL;
	assert_ok(store_draft_get(store, coder, "target", &text, NULL));
	assert_string_equal(text, expected);
	free(text);
}

static void drafts_are_saved_at_once_and_outside_the_history(void **state)
{
	struct scratch *scratch = *state;
	struct store *store = scratch->store;
	assert_draft(store, "ann", "");
	assert_ok(store_draft_set(store, "ann", "target", "typed, not saved", NULL));
	assert_ok(store_draft_set(store, "bob", "target", "bob's", NULL));
	assert_ok(store_draft_set(store, "ann", "target", "typed, not saved yet", NULL));
	store = scratch_reopen(scratch);
	assert_draft(store, "ann", "typed, not saved yet");
	assert_draft(store, "bob", "bob's");
	assert_status(store_undo(store, "ann", NULL, NULL), STATUS_NOTHING_TO_UNDO);
	assert_ok(store_draft_set(store, "ann", "target", "", NULL));
	assert_draft(store, "ann", "");
	assert_sql(scratch->path, "SELECT count(*) FROM draft", "1");
}

static void the_drafts_of_one_coder_are_listed(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	struct draft_list list = {.n = 0};
	assert_ok(store_draft_set(store, "ann", "b 1-9", "second", NULL));
	assert_ok(store_draft_set(store, "bob", "a", "bob's", NULL));
	assert_ok(store_draft_set(store, "ann", "a", "first", NULL));
	assert_ok(store_draft_list(store, "ann", &list, NULL));
	assert_int_equal(list.n, 2);
	assert_string_equal(list.items[0].target, "a");
	assert_string_equal(list.items[0].text, "first");
	assert_string_equal(list.items[1].target, "b 1-9");
	assert_string_equal(list.items[1].text, "second");
	draft_list_release(&list);
}

static void a_draft_in_an_act_shares_its_fate(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	begin(store, "ann");
	assert_ok(store_draft_set(store, "ann", "target", "one", NULL));
	store_abandon(store);
	assert_draft(store, "ann", "");
	begin(store, "ann");
	assert_ok(store_draft_set(store, "ann", "target", "two", NULL));
	commit(store);
	assert_draft(store, "ann", "two");
	assert_status(store_undo(store, "ann", NULL, NULL), STATUS_NOTHING_TO_UNDO);
}

static void settings_are_kept(void **state)
{
	struct scratch *scratch = *state;
	char *value = NULL;
	assert_ok(store_setting_set(scratch->store, "panes", "1 2", NULL));
	assert_ok(store_setting_set(scratch->store, "panes", "1 2 3", NULL));
	assert_ok(store_setting_get(scratch_reopen(scratch), "panes", &value, NULL));
	assert_string_equal(value, "1 2 3");
	free(value);
	assert_ok(store_setting_get(scratch->store, "none", &value, NULL));
	assert_string_equal(value, "");
	free(value);
}

static void changes_of_anyone_are_seen(void **state)
{
	struct scratch *scratch = *state;
	struct store *other;
	int64_t before = store_changes(scratch->store);
	assert_int_equal(store_changes(scratch->store), before);
	add_article(scratch->store, "mine", NULL);
	int64_t mine = store_changes(scratch->store);
	assert_true(mine > before);
	assert_ok(store_open(&other, scratch->path, STORE_WRITE, NULL));
	assert_int_equal(store_changes(scratch->store), mine);
	add_article(other, "another's", NULL);
	int64_t others = store_changes(scratch->store);
	assert_true(others > mine);
	assert_int_equal(store_changes(scratch->store), others);
	assert_int_equal(count_articles(scratch->store), 2);
	store_close(other);
}

static void lists_between_read_begin_and_end_agree(void **state)
{
	struct scratch *scratch = *state;
	struct store *other;
	add_article(scratch->store, "one", NULL);
	assert_ok(store_open(&other, scratch->path, STORE_WRITE, NULL));
	assert_ok(store_read_begin(scratch->store, NULL));
	assert_int_equal(count_articles(scratch->store), 1);
	assert_ok(store_begin(other, "bob", A_TEST, NULL));
	struct article article = {.number = 0};
	bool existing;
	assert_ok(store_article_add(other, &article, "two", 3, &existing, NULL));
	assert_int_equal(count_articles(scratch->store), 1);
	store_read_end(scratch->store);
	commit(other);
	assert_int_equal(count_articles(scratch->store), 2);
	article_release(&article);
	store_close(other);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
	const struct CMUnitTest tests[] = {
		TEST(highlights_of_exactly_a_range_are_found),
		TEST(highlights_are_listed_by_article_and_place),
		TEST(a_highlight_is_found_by_the_beginning_of_its_id),
		TEST(a_highlight_needs_its_article),
		TEST(an_edge_is_moved_and_moved_back),
		TEST(what_hangs_on_a_highlight_goes_and_comes_back_with_it),
		TEST(the_codebook_is_listed_as_a_tree_with_counts),
		TEST(a_tag_is_added_once_and_only_in_an_act),
		TEST(a_coding_is_one_a_coder),
		TEST(a_tag_moves_with_all_below_it),
		TEST(merging_joins_codings_and_the_tags_below),
		TEST(removing_a_tag_leaves_the_highlights),
		TEST(a_note_is_one_a_target_and_coder),
		TEST(drafts_are_saved_at_once_and_outside_the_history),
		TEST(the_drafts_of_one_coder_are_listed),
		TEST(a_draft_in_an_act_shares_its_fate),
		TEST(settings_are_kept),
		TEST(changes_of_anyone_are_seen),
		TEST(lists_between_read_begin_and_end_agree),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
