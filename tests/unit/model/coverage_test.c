/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/coverage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/xalloc.h"

static void name_id(char id[ID_SIZE], const char *kind, size_t number)
{
	snprintf(id, ID_SIZE, "%s-%zu", kind, number);
}

/* A project of `n_claims` and `n_articles`; mentions and coverage are the test's. */
struct sample {
	struct claim_list claims;
	struct article_list articles;
	struct mention_list mentions;
	struct coverage_list coverage;
};

static void sample_init(struct sample *s, size_t n_claims, size_t n_articles)
{
	*s = (struct sample){.claims = {.items = NULL}};
	for (size_t i = 0; i < n_claims; i++)
		name_id(claim_list_add(&s->claims)->id, "claim", i);
	for (size_t i = 0; i < n_articles; i++)
		name_id(article_list_add(&s->articles)->id, "article", i);
}

static void sample_release(struct sample *s)
{
	claim_list_release(&s->claims);
	article_list_release(&s->articles);
	mention_list_release(&s->mentions);
	coverage_list_release(&s->coverage);
}

static void mention(struct sample *s, size_t claim, size_t article, const char *stance,
		    const char *coder)
{
	struct mention *row = mention_list_add(&s->mentions);
	name_id(row->claim, "claim", claim);
	name_id(row->article, "article", article);
	row->stance = xstrdup(stance);
	row->coder = xstrdup(coder);
}

static void absent(struct sample *s, size_t claim, size_t article, const char *coder)
{
	struct coverage *row = coverage_list_add(&s->coverage);
	name_id(row->claim, "claim", claim);
	name_id(row->article, "article", article);
	row->state = xstrdup("absent");
	row->coder = xstrdup(coder);
}

static void make(const struct sample *s, const char *coder, struct coverage_grid *grid)
{
	coverage_grid_make(&s->claims, &s->articles, &s->mentions, &s->coverage, coder, grid);
}

static void assert_cell(const struct coverage_grid *grid, size_t claim, size_t article,
			enum coverage_state state, const char *stance, size_t n_mentions)
{
	const struct coverage_cell *cell = coverage_grid_cell(grid, claim, article);
	assert_int_equal(cell->state, state);
	assert_string_equal(cell->stance, stance);
	assert_int_equal(cell->n_mentions, n_mentions);
}

static void a_cell_shows_the_one_stance_of_its_mentions(void **state)
{
	(void)state;
	struct sample s;
	struct coverage_grid grid;
	sample_init(&s, 2, 3);
	mention(&s, 1, 2, "agree", "a");
	mention(&s, 1, 2, "agree", "b");
	mention(&s, 0, 1, "", "a");
	mention(&s, 0, 0, "", "a");
	mention(&s, 0, 0, "disagree", "a");
	make(&s, NULL, &grid);
	assert_cell(&grid, 1, 2, COVERAGE_STANCE, "agree", 2);
	assert_cell(&grid, 0, 1, COVERAGE_MENTIONED, "", 1);
	assert_cell(&grid, 0, 0, COVERAGE_STANCE, "disagree", 2);
	assert_cell(&grid, 1, 0, COVERAGE_UNREAD, "", 0);
	coverage_grid_release(&grid);
	sample_release(&s);
}

static void several_stances_are_mixed_whatever_comes_after(void **state)
{
	(void)state;
	struct sample s;
	struct coverage_grid grid;
	sample_init(&s, 1, 1);
	mention(&s, 0, 0, "agree", "a");
	mention(&s, 0, 0, "disagree", "a");
	mention(&s, 0, 0, "agree", "a");
	mention(&s, 0, 0, "", "a");
	make(&s, NULL, &grid);
	assert_cell(&grid, 0, 0, COVERAGE_MIXED, "", 4);
	coverage_grid_release(&grid);
	sample_release(&s);
}

static void a_mention_beats_absent_and_absent_beats_unread(void **state)
{
	(void)state;
	struct sample s;
	struct coverage_grid grid;
	sample_init(&s, 1, 3);
	absent(&s, 0, 0, "a");
	absent(&s, 0, 1, "a");
	mention(&s, 0, 0, "", "b");
	make(&s, NULL, &grid);
	assert_cell(&grid, 0, 0, COVERAGE_MENTIONED, "", 1);
	assert_cell(&grid, 0, 1, COVERAGE_ABSENT, "", 0);
	assert_cell(&grid, 0, 2, COVERAGE_UNREAD, "", 0);
	coverage_grid_release(&grid);
	sample_release(&s);
}

static void one_coder_alone_can_be_asked_for(void **state)
{
	(void)state;
	struct sample s;
	struct coverage_grid grid;
	sample_init(&s, 1, 2);
	mention(&s, 0, 0, "agree", "a");
	mention(&s, 0, 0, "disagree", "b");
	absent(&s, 0, 1, "b");
	make(&s, "a", &grid);
	assert_cell(&grid, 0, 0, COVERAGE_STANCE, "agree", 1);
	assert_cell(&grid, 0, 1, COVERAGE_UNREAD, "", 0);
	coverage_grid_release(&grid);
	make(&s, "b", &grid);
	assert_cell(&grid, 0, 0, COVERAGE_STANCE, "disagree", 1);
	assert_cell(&grid, 0, 1, COVERAGE_ABSENT, "", 0);
	coverage_grid_release(&grid);
	sample_release(&s);
}

static void rows_of_what_is_not_listed_are_passed_over(void **state)
{
	(void)state;
	struct sample s;
	struct coverage_grid grid;
	sample_init(&s, 1, 1);
	mention(&s, 7, 0, "agree", "a");
	mention(&s, 0, 7, "agree", "a");
	absent(&s, 0, 7, "a");
	make(&s, NULL, &grid);
	assert_cell(&grid, 0, 0, COVERAGE_UNREAD, "", 0);
	coverage_grid_release(&grid);
	sample_release(&s);
	sample_init(&s, 0, 0);
	mention(&s, 0, 0, "agree", "a");
	make(&s, NULL, &grid);
	assert_int_equal(grid.n_claims + grid.n_articles, 0);
	coverage_grid_release(&grid);
	sample_release(&s);
}

static void every_state_but_a_stance_has_its_word_and_sign(void **state)
{
	(void)state;
	for (int i = 0; i < N_COVERAGE_STATES; i++) {
		bool is_stance = i == COVERAGE_STANCE;
		assert_int_equal(!*coverage_state_name((enum coverage_state)i), is_stance);
		assert_int_equal(!*coverage_state_symbol((enum coverage_state)i), is_stance);
		assert_int_equal(!*coverage_state_colour((enum coverage_state)i), is_stance);
	}
}

static void what_is_absent_can_be_said_anew(void **state)
{
	(void)state;
	struct sample s;
	struct coverage_grid grid;
	struct coverage_list none = {.n = 0};
	sample_init(&s, 2, 2);
	mention(&s, 0, 0, "agree", "a");
	absent(&s, 0, 1, "a");
	absent(&s, 0, 0, "b");
	make(&s, NULL, &grid);
	assert_cell(&grid, 0, 1, COVERAGE_ABSENT, "", 0);
	struct coverage_maker *maker = coverage_maker_new(&s.claims, &s.articles, &grid);
	coverage_maker_absent(maker, &none, NULL);
	assert_cell(&grid, 0, 1, COVERAGE_UNREAD, "", 0);
	coverage_maker_absent(maker, &s.coverage, "b");
	coverage_maker_free(maker);
	assert_cell(&grid, 0, 1, COVERAGE_UNREAD, "", 0);
	assert_cell(&grid, 0, 0, COVERAGE_STANCE, "agree", 1);
	coverage_grid_release(&grid);
	sample_release(&s);
}

/* Of the processor, so that what else the machine does counts little. */
static double milliseconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* 7 ms at -O2, some 60 under a sanitizer; quadratic would be minutes. */
static void a_hundred_thousand_mentions_take_no_time(void **state)
{
	(void)state;
	enum { N_CLAIMS = 200, N_ARTICLES = 500, N_MENTIONS = 100000 };
	struct sample s;
	struct coverage_grid grid;
	sample_init(&s, N_CLAIMS, N_ARTICLES);
	for (size_t i = 0; i < N_MENTIONS; i++)
		mention(&s, i % N_CLAIMS, i / N_CLAIMS % N_ARTICLES, "agree", "a");
	double start = milliseconds();
	make(&s, NULL, &grid);
	double took = milliseconds() - start;
	print_message("200 claims, 500 articles, 100,000 mentions: %.1f ms\n", took);
	assert_cell(&grid, N_CLAIMS - 1, N_ARTICLES - 1, COVERAGE_STANCE, "agree", 1);
	assert_true(took < 1000);
	coverage_grid_release(&grid);
	sample_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_cell_shows_the_one_stance_of_its_mentions),
		cmocka_unit_test(several_stances_are_mixed_whatever_comes_after),
		cmocka_unit_test(a_mention_beats_absent_and_absent_beats_unread),
		cmocka_unit_test(one_coder_alone_can_be_asked_for),
		cmocka_unit_test(rows_of_what_is_not_listed_are_passed_over),
		cmocka_unit_test(every_state_but_a_stance_has_its_word_and_sign),
		cmocka_unit_test(what_is_absent_can_be_said_anew),
		cmocka_unit_test(a_hundred_thousand_mentions_take_no_time),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
