/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "export/filter.h"
#include "export/since.h"

#define MADE(who, when) .coder = (char *)(who), .updated_at = (char *)(when)

/* A highlight of amina's with two tags, one of them basim's, his link to a claim, and a note. */
struct given {
	struct coding codings[2];
	struct mention mentions[1];
	struct note notes[1];
	struct annotated at;
};

static void fill(struct given *given)
{
	*given = (struct given){
		.codings = {{.tag = "T1", MADE("amina", "2026-01-02")},
			    {.tag = "T2", MADE("basim", "2026-01-04")}},
		.mentions = {{.claim = "C1", MADE("basim", "2026-01-05")}},
		.notes = {{MADE("amina", "2026-01-03")}}};
	given->at = (struct annotated){.highlight = {.id = "h", MADE("amina", "2026-01-01")},
				       .codings = given->codings,
				       .n_codings = 2,
				       .mentions = given->mentions,
				       .n_mentions = 1,
				       .notes = given->notes,
				       .n_notes = 1};
}

/* Codings, mentions and notes that stay, as digits; -1 where the highlight goes. */
static int left_by(struct filter filter)
{
	struct given given;
	fill(&given);
	filter_init(&filter);
	bool stays = filter_annotated(&filter, &given.at);
	filter_release(&filter);
	return stays ? (int)(100 * given.at.n_codings + 10 * given.at.n_mentions + given.at.n_notes)
		     : -1;
}

static struct tag tag_rows[] = {{.id = "T2"}, {.id = "T3"}};
static const struct tag_list second = {.items = tag_rows, .n = 1};
static const struct tag_list third = {.items = tag_rows + 1, .n = 1};
static struct claim claim_rows[] = {{.id = "C1"}, {.id = "C2"}};
static const struct claim_list first_claim = {.items = claim_rows, .n = 1};
static const struct claim_list second_claim = {.items = claim_rows + 1, .n = 1};
static const char *const amina[] = {"amina"}, *const basim[] = {"basim"}, *const nobody[] = {"x"};

static void nothing_asked_for_is_all(void **state)
{
	(void)state;
	assert_false(filter_is_active(&(struct filter){.tags = NULL}));
	assert_int_equal(left_by((struct filter){.tags = NULL}), 211);
}

static void tags_and_claims_choose_what_is_of_them_and_the_highlights_that_have_it(void **state)
{
	(void)state;
	assert_int_equal(left_by((struct filter){.tags = &second}), 111);
	assert_int_equal(left_by((struct filter){.tags = &third}), -1);
	assert_int_equal(left_by((struct filter){.claims = &first_claim}), 211);
	assert_int_equal(left_by((struct filter){.claims = &second_claim}), -1);
	assert_int_equal(left_by((struct filter){.tags = &second, .claims = &first_claim}), 111);
	assert_int_equal(left_by((struct filter){.tags = &second, .claims = &second_claim}), -1);
}

static void coders_choose_what_is_theirs(void **state)
{
	(void)state;
	assert_int_equal(left_by((struct filter){.coders = amina, .n_coders = 1}), 101);
	assert_int_equal(left_by((struct filter){.coders = basim, .n_coders = 1}), 110);
	assert_int_equal(left_by((struct filter){.coders = nobody, .n_coders = 1}), -1);
	/* A tag of the right kind and another's is no tag of theirs. */
	assert_int_equal(left_by((struct filter){.tags = &second, .coders = amina, .n_coders = 1}),
			 -1);
}

static void a_time_chooses_what_changed_and_all_on_a_highlight_that_did(void **state)
{
	(void)state;
	assert_int_equal(left_by((struct filter){.since = "2026-01-04"}), 110);
	assert_int_equal(left_by((struct filter){.since = "2026-01-05T00"}), -1);
	assert_int_equal(left_by((struct filter){.since = "2026-01-01"}), 211);
	assert_int_equal(left_by((struct filter){.since = "2026"}), 211);
}

static void who_was_chosen_for_itself_is_told(void **state)
{
	(void)state;
	struct given given;
	struct filter filter = {.coders = basim, .n_coders = 1};
	fill(&given);
	assert_true(filter_annotated(&filter, &given.at));
	assert_false(given.at.chosen);
	filter.coders = amina;
	fill(&given);
	assert_true(filter_annotated(&filter, &given.at));
	assert_true(given.at.chosen);
}

static void times_are_taken_as_people_write_them(void **state)
{
	(void)state;
	static const char *const good[][2] = {
		{"2026", "2026"},
		{"2026-11", "2026-11"},
		{"2026-11-21", "2026-11-21T00:00:00.000Z"},
		{"2026-11-21T09:30+02:00", "2026-11-21T07:30:00.000Z"}};
	static const char *const bad[] = {"", "26", "2026-13", "2026-1", "yesterday", "2026-02-30"};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		char *since = NULL;
		assert_int_equal(since_parse(good[i][0], &since, NULL), STATUS_OK);
		assert_string_equal(since, good[i][1]);
		free(since);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		char *since = NULL;
		assert_int_equal(since_parse(bad[i], &since, NULL), STATUS_INVALID);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_asked_for_is_all),
		cmocka_unit_test(
			tags_and_claims_choose_what_is_of_them_and_the_highlights_that_have_it),
		cmocka_unit_test(coders_choose_what_is_theirs),
		cmocka_unit_test(a_time_chooses_what_changed_and_all_on_a_highlight_that_did),
		cmocka_unit_test(who_was_chosen_for_itself_is_told),
		cmocka_unit_test(times_are_taken_as_people_write_them),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
