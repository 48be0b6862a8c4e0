/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/evidence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "app/stance-look.h"
#include "base/xalloc.h"

/* Two claims and one article; "ada" and "bo" work on them. */
struct fixture {
	char folder[40];
	struct options options;
	struct project project;
	struct article article;
	char one[ID_SIZE], two[ID_SIZE];
};

static void ok(enum status status)
{
	assert_int_equal(status, STATUS_OK);
}

static void add_claim(struct fixture *fixture, const char *statement, char id[ID_SIZE])
{
	struct claim claim = {.statement = xstrdup(statement)};
	ok(project_claim_add(&fixture->project, &claim, NULL));
	memcpy(id, claim.id, ID_SIZE);
	claim_release(&claim);
}

static int setup(void **state)
{
	struct fixture *fixture = xcalloc(1, sizeof *fixture);
	struct import_options options = {.lossy = false};
	struct imported imported;
	strcpy(fixture->folder, "/tmp/hashiya-evidence-XXXXXX");
	if (!mkdtemp(fixture->folder))
		return -1;
	options_init(&fixture->options);
	fixture->options.project = xasprintf("%s/p.hashiya", fixture->folder);
	fixture->options.coder = xstrdup("ada");
	ok(project_open(&fixture->project, &fixture->options, false, NULL));
	ok(import_bytes("one two three", 13, "-", &options, &imported, NULL));
	ok(project_import(&fixture->project, &imported, NULL, &fixture->article, NULL, NULL));
	imported_release(&imported);
	add_claim(fixture, "one", fixture->one);
	add_claim(fixture, "two", fixture->two);
	*state = fixture;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *fixture = *state;
	article_release(&fixture->article);
	project_close(&fixture->project);
	unlink(fixture->options.project);
	char *journal = xasprintf("%s-journal", fixture->options.project);
	unlink(journal);
	free(journal);
	options_release(&fixture->options);
	int gone = rmdir(fixture->folder);
	free(fixture);
	return gone;
}

/* The same person sits down as somebody else. */
static void become(struct fixture *fixture, const char *coder)
{
	free(fixture->options.coder);
	fixture->options.coder = xstrdup(coder);
}

static void link_first_word(struct fixture *fixture, const char *claim, const char *stance)
{
	struct mention mention = {.stance = (char *)stance};
	struct mark mark = {.range = {0, 3}, .mention = &mention};
	struct highlight made = {.exact = NULL};
	memcpy(mention.claim, claim, ID_SIZE);
	ok(project_mark(&fixture->project, &fixture->article, &mark, &made, NULL, NULL));
	highlight_release(&made);
}

static void what_others_said_is_hidden_from_who_is_blind(void **state)
{
	struct fixture *fixture = *state;
	struct evidence evidence = {.claims = {.items = NULL}};
	link_first_word(fixture, fixture->one, "agree");
	ok(project_absent(&fixture->project, fixture->two, fixture->article.id, true, NULL));
	become(fixture, "bo");
	link_first_word(fixture, fixture->one, "disagree");
	ok(evidence_load(&evidence, &fixture->project, NULL));
	assert_int_equal(coverage_grid_cell(&evidence.grid, 0, 0)->state, COVERAGE_MIXED);
	assert_int_equal(coverage_grid_cell(&evidence.grid, 1, 0)->state, COVERAGE_ABSENT);
	fixture->options.blind = true;
	ok(evidence_load_mentions(&evidence, &fixture->project, NULL));
	assert_int_equal(evidence.mentions.n, 1);
	assert_string_equal(coverage_grid_cell(&evidence.grid, 0, 0)->stance, "disagree");
	assert_int_equal(coverage_grid_cell(&evidence.grid, 1, 0)->state, COVERAGE_UNREAD);
	assert_int_equal(evidence.claims.n, 2);
	assert_int_equal(evidence.claims.items[0].n_mentions, 1);
	assert_int_equal(evidence.claims.items[0].n_articles, 1);
	evidence_release(&evidence);
}

static void a_cell_gives_its_mentions_as_far_as_they_are_seen(void **state)
{
	struct fixture *fixture = *state;
	struct mention_list list = {.items = NULL};
	link_first_word(fixture, fixture->one, "agree");
	become(fixture, "bo");
	link_first_word(fixture, fixture->one, "disagree");
	link_first_word(fixture, fixture->two, "discuss");
	ok(evidence_of_cell(&fixture->project, fixture->one, fixture->article.id, &list, NULL));
	assert_int_equal(list.n, 2);
	mention_list_release(&list);
	fixture->options.blind = true;
	ok(evidence_of_cell(&fixture->project, fixture->one, fixture->article.id, &list, NULL));
	assert_int_equal(list.n, 1);
	assert_string_equal(list.items[0].stance, "disagree");
	mention_list_release(&list);
}

static void relations_are_told_from_both_sides(void **state)
{
	struct fixture *fixture = *state;
	struct evidence evidence = {.claims = {.items = NULL}};
	ok(project_relate(&fixture->project, fixture->one, fixture->two, "narrower", true, NULL));
	ok(evidence_load(&evidence, &fixture->project, NULL));
	char *from_one = evidence_relations(&evidence, fixture->one);
	char *from_two = evidence_relations(&evidence, fixture->two);
	assert_string_equal(from_one, "narrower than 2");
	assert_string_equal(from_two, "broader than 1");
	assert_true(evidence_related(&evidence, fixture->two, fixture->one));
	assert_true(evidence_relation(&evidence, fixture->one, fixture->two, "narrower"));
	assert_false(evidence_relation(&evidence, fixture->two, fixture->one, "narrower"));
	assert_true(evidence_has_more(&evidence, fixture->two));
	free(from_one);
	free(from_two);
	evidence_release(&evidence);
}

static void a_claim_with_a_note_has_more(void **state)
{
	struct fixture *fixture = *state;
	struct evidence evidence = {.claims = {.items = NULL}};
	ok(evidence_load(&evidence, &fixture->project, NULL));
	assert_false(evidence_has_more(&evidence, fixture->one));
	ok(project_note(&fixture->project, NOTE_CLAIM, fixture->one, "hm", NULL));
	ok(evidence_load(&evidence, &fixture->project, NULL));
	assert_true(evidence_has_more(&evidence, fixture->one));
	assert_false(evidence_has_more(&evidence, fixture->two));
	evidence_release(&evidence);
}

static void no_project_is_an_empty_book(void **state)
{
	const struct fixture *fixture = *state;
	struct project none = {.options = &fixture->options};
	struct evidence evidence = {.claims = {.items = NULL}};
	ok(evidence_load(&evidence, &none, NULL));
	assert_int_equal(evidence.claims.n, 0);
	assert_true(evidence.scheme.n >= 3);
	evidence_release(&evidence);
}

/* Symbols alone tell all of them apart, without any colour. */
static void no_two_cells_look_the_same(void **state)
{
	const struct fixture *fixture = *state;
	struct evidence evidence = {.claims = {.items = NULL}};
	const char *seen[16];
	size_t n = 0;
	ok(evidence_load(&evidence, &fixture->project, NULL));
	for (size_t i = 0; i < evidence.scheme.n; i++)
		seen[n++] = stance_look_of(&evidence.scheme, evidence.scheme.values[i].value, true).symbol;
	seen[n++] = stance_look_of(&evidence.scheme, "", true).symbol;
	seen[n++] = stance_look_of(&evidence.scheme, "of another scheme", true).symbol;
	seen[n++] = coverage_look(COVERAGE_MIXED, true).symbol;
	seen[n++] = coverage_look(COVERAGE_ABSENT, true).symbol;
	seen[n++] = coverage_look(COVERAGE_UNREAD, true).symbol;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(seen[i], seen[k]);
	evidence_release(&evidence);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_others_said_is_hidden_from_who_is_blind),
		TEST(a_cell_gives_its_mentions_as_far_as_they_are_seen),
		TEST(relations_are_told_from_both_sides),
		TEST(a_claim_with_a_note_has_more),
		TEST(no_project_is_an_empty_book),
		TEST(no_two_cells_look_the_same),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
