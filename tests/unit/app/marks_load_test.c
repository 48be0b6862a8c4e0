/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/marks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/xalloc.h"
#include "store/store.h"

struct fixture {
	char folder[32], path[64];
	struct options options;
	struct project project;
	struct store *store;
	struct article article;
};

#define A_TEST (&(struct act_label){.what = "test"})

static int setup(void **state)
{
	struct fixture *fixture = xcalloc(1, sizeof *fixture);
	*state = fixture;
	strcpy(fixture->folder, "/tmp/hashiya-marks-XXXXXX");
	if (!mkdtemp(fixture->folder))
		return 1;
	snprintf(fixture->path, sizeof fixture->path, "%s/p.hashiya", fixture->folder);
	bool existing;
	fixture->article.title = xstrdup("A title");
	return store_open(&fixture->store, fixture->path, STORE_CREATE, NULL) ||
	       store_begin(fixture->store, "sami", A_TEST, NULL) ||
	       store_article_add(fixture->store, &fixture->article, "one two three", 13, &existing,
				 NULL) ||
	       store_commit(fixture->store, NULL);
}

static int teardown(void **state)
{
	struct fixture *fixture = *state;
	store_close(fixture->store);
	article_release(&fixture->article);
	char journal[80];
	snprintf(journal, sizeof journal, "%s-journal", fixture->path);
	unlink(journal);
	int failed = unlink(fixture->path) < 0 || rmdir(fixture->folder) < 0;
	free(fixture);
	return failed;
}

static void ok(enum status status)
{
	assert_int_equal(status, STATUS_OK);
}

/* Highlights a range; its id is in `id`. */
static void highlight(struct fixture *fixture, size_t start_cp, size_t end_cp, char id[ID_SIZE])
{
	struct highlight row = {.range = {start_cp, end_cp}};
	memcpy(row.article, fixture->article.id, ID_SIZE);
	row.exact = xstrdup("quote");
	row.prefix = xstrdup("");
	row.suffix = xstrdup("");
	row.anchor_state = xstrdup("exact");
	ok(store_begin(fixture->store, "sami", A_TEST, NULL));
	ok(store_highlight_add(fixture->store, &row, NULL));
	ok(store_commit(fixture->store, NULL));
	memcpy(id, row.id, ID_SIZE);
	highlight_release(&row);
}

static void tag(struct fixture *fixture, const char *coder, const char *id, const char *path)
{
	struct tag row = {.path = NULL};
	ok(store_begin(fixture->store, coder, A_TEST, NULL));
	ok(store_tag_ensure(fixture->store, path, &row, NULL));
	ok(store_coding_add(fixture->store, id, row.id, NULL));
	ok(store_commit(fixture->store, NULL));
	tag_release(&row);
}

static struct marks load(struct fixture *fixture)
{
	struct marks marks = {.n = 0};
	fixture->project = (struct project){.options = &fixture->options, .store = fixture->store};
	ok(marks_load(&marks, &fixture->project, fixture->article.id, true, NULL));
	return marks;
}

static void each_highlight_has_its_own_tags_in_the_order_of_their_paths(void **state)
{
	struct fixture *fixture = *state;
	char first[ID_SIZE], second[ID_SIZE], third[ID_SIZE];
	highlight(fixture, 4, 7, second);
	highlight(fixture, 0, 3, first);
	highlight(fixture, 8, 13, third);
	tag(fixture, "sami", third, "b");
	tag(fixture, "sami", first, "b");
	tag(fixture, "sami", third, "a");
	struct marks marks = load(fixture);
	assert_int_equal(marks.n, 3);
	assert_string_equal(marks.items[0].tags, "b");
	assert_string_equal(marks.items[1].tags, "");
	assert_string_equal(marks.items[2].tags, "a, b");
	assert_int_equal(marks.items[2].n_tags, 2);
	assert_string_not_equal(marks.items[0].look.symbol, marks.items[2].look.symbol);
	marks_release(&marks);
}

static void a_tag_that_two_coders_gave_is_named_once(void **state)
{
	struct fixture *fixture = *state;
	char id[ID_SIZE];
	highlight(fixture, 0, 3, id);
	tag(fixture, "sami", id, "a");
	tag(fixture, "rim", id, "a");
	struct marks marks = load(fixture);
	assert_string_equal(marks.items[0].tags, "a");
	assert_int_equal(marks.items[0].n_tags, 1);
	marks_release(&marks);
}

static void a_note_is_known_to_be_there(void **state)
{
	struct fixture *fixture = *state;
	char with[ID_SIZE], without[ID_SIZE];
	highlight(fixture, 0, 3, with);
	highlight(fixture, 4, 7, without);
	ok(store_begin(fixture->store, "rim", A_TEST, NULL));
	ok(store_note_set(fixture->store, NOTE_HIGHLIGHT, with, "a note", NULL));
	ok(store_note_set(fixture->store, NOTE_ARTICLE, fixture->article.id, "on all of it", NULL));
	ok(store_commit(fixture->store, NULL));
	struct marks marks = load(fixture);
	assert_true(marks_find(&marks, with)->noted);
	assert_false(marks_find(&marks, without)->noted);
	marks_release(&marks);
}

static void loading_again_shows_what_is_there_then(void **state)
{
	struct fixture *fixture = *state;
	char id[ID_SIZE];
	highlight(fixture, 0, 3, id);
	struct marks marks = load(fixture);
	assert_int_equal(marks.n, 1);
	ok(store_undo(fixture->store, "sami", NULL, NULL));
	ok(marks_load(&marks, &fixture->project, fixture->article.id, true, NULL));
	assert_int_equal(marks.n, 0);
	marks_release(&marks);
}

static void blind_to_others_one_sees_what_is_theirs_only_under_ones_own(void **state)
{
	struct fixture *fixture = *state;
	char tagged[ID_SIZE], noted[ID_SIZE], untouched[ID_SIZE];
	highlight(fixture, 0, 3, tagged);
	highlight(fixture, 4, 7, noted);
	highlight(fixture, 8, 13, untouched);
	tag(fixture, "sami", tagged, "of sami");
	tag(fixture, "rim", tagged, "of rim");
	ok(store_begin(fixture->store, "sami", A_TEST, NULL));
	ok(store_note_set(fixture->store, NOTE_HIGHLIGHT, tagged, "by sami", NULL));
	ok(store_commit(fixture->store, NULL));
	ok(store_begin(fixture->store, "rim", A_TEST, NULL));
	ok(store_note_set(fixture->store, NOTE_HIGHLIGHT, noted, "by rim", NULL));
	ok(store_commit(fixture->store, NULL));
	fixture->options = (struct options){.coder = (char[]){"rim"}, .blind = true};
	struct marks marks = load(fixture);
	assert_int_equal(marks.n, 2);
	assert_string_equal(marks_find(&marks, tagged)->tags, "of rim");
	assert_false(marks_find(&marks, tagged)->noted);
	assert_true(marks_find(&marks, noted)->noted);
	marks_release(&marks);
	fixture->options.blind = false;
	marks = load(fixture);
	assert_int_equal(marks.n, 3);
	assert_string_equal(marks_find(&marks, tagged)->tags, "of rim, of sami");
	marks_release(&marks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			each_highlight_has_its_own_tags_in_the_order_of_their_paths, setup,
			teardown),
		cmocka_unit_test_setup_teardown(a_tag_that_two_coders_gave_is_named_once, setup,
						teardown),
		cmocka_unit_test_setup_teardown(
			blind_to_others_one_sees_what_is_theirs_only_under_ones_own, setup,
			teardown),
		cmocka_unit_test_setup_teardown(a_note_is_known_to_be_there, setup, teardown),
		cmocka_unit_test_setup_teardown(loading_again_shows_what_is_there_then, setup,
						teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
