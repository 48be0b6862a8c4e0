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
	struct mark_filter filter;
	struct marks_source source;
	struct store *store;
	struct article article;
};

#define A_TEST (&(struct act_label){.what = "test"})

static int setup(void **state)
{
	struct fixture *fixture = xcalloc(1, sizeof *fixture);
	*state = fixture;
	static char coder[] = "sami";
	fixture->options.coder = coder;
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

/* Highlights a range, in a state of model/anchor.h; its id is in `id`. */
static void highlight_as(struct fixture *fixture, const char *state, size_t start_cp, size_t end_cp,
			 char id[ID_SIZE])
{
	struct highlight row = {.range = {start_cp, end_cp}};
	memcpy(row.article, fixture->article.id, ID_SIZE);
	row.exact = xstrdup("quote");
	row.prefix = xstrdup("");
	row.suffix = xstrdup("");
	row.anchor_state = xstrdup(state);
	ok(store_begin(fixture->store, "sami", A_TEST, NULL));
	ok(store_highlight_add(fixture->store, &row, NULL));
	ok(store_commit(fixture->store, NULL));
	memcpy(id, row.id, ID_SIZE);
	highlight_release(&row);
}

static void highlight(struct fixture *fixture, size_t start_cp, size_t end_cp, char id[ID_SIZE])
{
	highlight_as(fixture, "exact", start_cp, end_cp, id);
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
	fixture->source = (struct marks_source){
		.project = &fixture->project, .filter = &fixture->filter, .mono = true};
	ok(marks_load(&marks, &fixture->source, fixture->article.id, NULL));
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

static void what_hangs_on_an_orphan_takes_nothing_from_the_highlights_behind_it(void **state)
{
	struct fixture *fixture = *state;
	char orphan[ID_SIZE], behind[ID_SIZE];
	highlight_as(fixture, "orphan", 0, 3, orphan);
	highlight(fixture, 4, 7, behind);
	tag(fixture, "sami", orphan, "a");
	tag(fixture, "sami", behind, "b");
	struct marks marks = load(fixture);
	assert_int_equal(marks.n, 1);
	assert_int_equal(marks.n_all, 1);
	assert_string_equal(marks.items[0].tags, "b");
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
	assert_non_null(strstr(marks_find(&marks, with)->words, "note"));
	assert_null(strstr(marks_find(&marks, without)->words, "note"));
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
	ok(marks_load(&marks, &fixture->source, fixture->article.id, NULL));
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
	assert_null(strstr(marks_find(&marks, tagged)->words, "note"));
	assert_non_null(strstr(marks_find(&marks, noted)->words, "note"));
	marks_release(&marks);
	fixture->options.blind = false;
	marks = load(fixture);
	assert_int_equal(marks.n, 3);
	assert_string_equal(marks_find(&marks, tagged)->tags, "of rim, of sami");
	marks_release(&marks);
}

/* Links a highlight to the claim of that number, which is made where it is missing. */
static void link_claim(struct fixture *fixture, const char *coder, const char *id,
		       const char *number, const char *stance)
{
	struct claim claim = {.statement = NULL};
	struct mention mention = {.coder = NULL};
	ok(store_begin(fixture->store, coder, A_TEST, NULL));
	if (store_claim_get(fixture->store, number, &claim, NULL)) {
		claim = (struct claim){.statement = xstrdup("said"),
				       .lang = xstrdup(""),
				       .verdict = xstrdup("")};
		ok(store_claim_add(fixture->store, &claim, NULL));
	}
	memcpy(mention.claim, claim.id, ID_SIZE);
	memcpy(mention.highlight, id, ID_SIZE);
	mention.stance = xstrdup(stance);
	mention.stance_scheme = xstrdup("arastance");
	mention.attribution = xstrdup("");
	mention.speaker = xstrdup("");
	mention.certainty = xstrdup("");
	ok(store_mention_set(fixture->store, &mention, NULL));
	ok(store_commit(fixture->store, NULL));
	mention_release(&mention);
	claim_release(&claim);
}

/* Without the isolates around what is foreign. */
static const char *words(const struct marks *marks, const char *id)
{
	static char plain[200];
	size_t n = 0;
	for (const char *at = marks_find(marks, id)->words; *at; at++) {
		if (strncmp(at, "\u2068", 3) == 0 || strncmp(at, "\u2069", 3) == 0)
			at += 2;
		else
			plain[n++] = *at;
	}
	plain[n] = '\0';
	return plain;
}

static void what_is_said_of_a_highlight_is_its_tags_claims_and_note(void **state)
{
	struct fixture *fixture = *state;
	char id[ID_SIZE], bare[ID_SIZE];
	highlight(fixture, 0, 3, id);
	highlight(fixture, 4, 7, bare);
	tag(fixture, "sami", id, "b");
	tag(fixture, "sami", id, "a");
	link_claim(fixture, "sami", id, "1", "agree");
	link_claim(fixture, "sami", id, "2", "");
	ok(store_begin(fixture->store, "sami", A_TEST, NULL));
	ok(store_note_set(fixture->store, NOTE_HIGHLIGHT, id, "a note", NULL));
	ok(store_commit(fixture->store, NULL));
	struct marks marks = load(fixture);
	assert_string_equal(words(&marks, id), "a, b · claim 1 ✓, claim 2 ? · note");
	assert_string_equal(words(&marks, bare), "no tag");
	marks_release(&marks);
}

static void each_thing_is_told_with_its_coder_where_several_did_something(void **state)
{
	struct fixture *fixture = *state;
	char both[ID_SIZE], theirs[ID_SIZE], bare[ID_SIZE];
	highlight(fixture, 0, 3, both);
	highlight(fixture, 4, 7, theirs);
	highlight(fixture, 8, 13, bare);
	tag(fixture, "sami", both, "a");
	tag(fixture, "rim", both, "a");
	tag(fixture, "rim", both, "b");
	link_claim(fixture, "sami", both, "1", "agree");
	link_claim(fixture, "rim", both, "1", "disagree");
	tag(fixture, "rim", theirs, "a");
	struct marks marks = load(fixture);
	assert_string_equal(words(&marks, both),
			    "a (rim, sami), b (rim) · claim 1 ✗ (rim), claim 1 ✓ (sami)");
	assert_string_equal(words(&marks, theirs), "a · rim");
	assert_string_equal(words(&marks, bare), "no tag · sami");
	marks_release(&marks);
}

/* The id of a tag, a claim by its number, or a coder's name. */
static void ask(struct fixture *fixture, enum filter_kind kind, const char *what)
{
	struct tag row = {.path = NULL};
	struct claim claim = {.statement = NULL};
	if (kind == FILTER_TAG)
		ok(store_tag_get(fixture->store, what, &row, NULL));
	if (kind == FILTER_CLAIM)
		ok(store_claim_get(fixture->store, what, &claim, NULL));
	mark_filter_toggle(&fixture->filter, kind,
			   kind == FILTER_TAG	  ? row.id
			   : kind == FILTER_CLAIM ? claim.id
						  : what);
	tag_release(&row);
	claim_release(&claim);
}

/* Which of three highlights the filter shows: "13" are the first and the last. */
static void assert_shown(struct fixture *fixture, const char *expected)
{
	struct marks marks = load(fixture);
	char shown[4] = "";
	for (size_t i = 0; i < marks.n; i++)
		shown[i] = (char)('1' + marks.items[i].range.start_cp / 4);
	assert_string_equal(shown, expected);
	assert_int_equal(marks.n_all, 3);
	marks_release(&marks);
	mark_filter_release(&fixture->filter);
}

static void a_filter_shows_what_any_of_a_kind_and_all_kinds_agree_on(void **state)
{
	struct fixture *fixture = *state;
	char first[ID_SIZE], second[ID_SIZE], third[ID_SIZE];
	highlight(fixture, 0, 3, first);
	highlight(fixture, 4, 7, second);
	highlight(fixture, 8, 13, third);
	tag(fixture, "sami", first, "a/b");
	tag(fixture, "rim", second, "ab");
	tag(fixture, "rim", third, "a");
	tag(fixture, "sami", third, "c");
	link_claim(fixture, "sami", first, "1", "agree");
	link_claim(fixture, "rim", third, "1", "agree");
	ask(fixture, FILTER_TAG, "a");
	assert_shown(fixture, "13");
	ask(fixture, FILTER_TAG, "ab");
	ask(fixture, FILTER_TAG, "c");
	assert_shown(fixture, "23");
	ask(fixture, FILTER_CLAIM, "1");
	assert_shown(fixture, "13");
	ask(fixture, FILTER_CLAIM, "1");
	ask(fixture, FILTER_TAG, "c");
	assert_shown(fixture, "3");
	ask(fixture, FILTER_CODER, "rim");
	assert_shown(fixture, "23");
	ask(fixture, FILTER_TAG, "a");
	ask(fixture, FILTER_CODER, "rim");
	assert_shown(fixture, "3");
	ask(fixture, FILTER_CLAIM, "1");
	ask(fixture, FILTER_CODER, "sami");
	assert_shown(fixture, "1");
	ask(fixture, FILTER_CODER, "nobody");
	assert_shown(fixture, "");
	static const char *const noting[] = {"rim", "sami", "zed"};
	for (size_t i = 0; i < sizeof noting / sizeof *noting; i++) {
		ok(store_begin(fixture->store, noting[i], A_TEST, NULL));
		ok(store_note_set(fixture->store, NOTE_HIGHLIGHT, first, "a note", NULL));
		ok(store_commit(fixture->store, NULL));
	}
	ask(fixture, FILTER_CODER, "zed");
	assert_shown(fixture, "1");
}

static void a_filter_is_the_same_read_again(void **state)
{
	struct mark_filter filter = {.n = 0}, again = {.n = 0};
	(void)state;
	mark_filter_toggle(&filter, FILTER_TAG, "an id");
	mark_filter_toggle(&filter, FILTER_CODER, "نادية ب");
	mark_filter_toggle(&filter, FILTER_CLAIM, "gone");
	mark_filter_toggle(&filter, FILTER_CLAIM, "gone");
	char *text = mark_filter_write(&filter);
	mark_filter_toggle(&again, FILTER_CLAIM, "of before");
	mark_filter_read(&again, text);
	free(text);
	assert_int_equal(again.n, 2);
	assert_true(mark_filter_has(&again, FILTER_TAG, "an id"));
	assert_true(mark_filter_has(&again, FILTER_CODER, "نادية ب"));
	assert_false(mark_filter_asks(&again, FILTER_CLAIM));
	mark_filter_read(&again, "tag\nstance x\ncoder \n");
	assert_int_equal(again.n, 0);
	mark_filter_release(&filter);
	mark_filter_release(&again);
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
		cmocka_unit_test_setup_teardown(
			what_is_said_of_a_highlight_is_its_tags_claims_and_note, setup, teardown),
		cmocka_unit_test_setup_teardown(
			each_thing_is_told_with_its_coder_where_several_did_something, setup,
			teardown),
		cmocka_unit_test_setup_teardown(
			a_filter_shows_what_any_of_a_kind_and_all_kinds_agree_on, setup, teardown),
		cmocka_unit_test(a_filter_is_the_same_read_again),
		cmocka_unit_test_setup_teardown(
			what_hangs_on_an_orphan_takes_nothing_from_the_highlights_behind_it, setup,
			teardown),
		cmocka_unit_test_setup_teardown(a_note_is_known_to_be_there, setup, teardown),
		cmocka_unit_test_setup_teardown(loading_again_shows_what_is_there_then, setup,
						teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
