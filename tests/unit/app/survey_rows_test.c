/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/survey-rows.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/xalloc.h"

/* Four articles: what is in which of them is told by their numbers alone. */
static struct link links[] = {
	{.a = {0, 1}, .b = {1, 2}, .score = 900, .band = BAND_STRONG},
	{.a = {1, 2}, .b = {2, 5}, .score = 600, .band = BAND_LIKELY},
	{.a = {0, 1}, .b = {3, 0}, .score = 500, .band = BAND_WEAK},
	{.a = {0, 40}, .b = {2, 6}, .score = 480, .band = BAND_WEAK},
};
static struct unit_ref alone[] = {{0, 2}, {0, 3}, {2, 0}};
static struct figure wounded[] = {
	{.at = {0, 1}, .number = {3, 5}, .noun = {6, 9}, .value = "12"},
	{.at = {0, 4}, .number = {30, 32}, .noun = {33, 36}, .value = "15", .differs = true},
	{.at = {2, 5}, .number = {3, 5}, .noun = {6, 9}, .value = "14", .differs = true},
};
static struct figure percent[] = {
	{.at = {1, 7}, .number = {0, 2}, .noun = {0, 2}, .value = "40"},
};
static struct figure_group groups[] = {
	{.items = wounded, .n_items = 3, .n_values = 3, .n_texts = 2, .differs = true},
	{.items = percent, .n_items = 1, .n_values = 1, .n_texts = 1, .percent = true},
};
static struct shared_quote quotes[] = {
	{.a = {2, 1}, .b = {0, 3}, .quote = {10, 20}, .found = {30, 44}, .quoted = true},
};
static struct copy copies[] = {
	{.a = {1, 0}, .b = {3, 1}, .n_a = 1, .n_b = 1, .range_a = {0, 9}, .range_b = {4, 12}},
};
static const struct survey survey = {
	.n_texts = 4,
	.links = links, .n_links = 4, .n_all_links = 12345,
	.alone = alone, .n_alone = 3,
	.figures = groups, .n_figures = 2,
	.quotes = quotes, .n_quotes = 1, .n_all_quotes = 1,
	.copies = copies, .n_copies = 1, .n_all_copies = 1,
};

/* "unit 1 of 0", "quote 10 of 2": so each passage has words of its own. */
static char *words(const void *texts, struct unit_ref at, struct cp_range part)
{
	(void)texts;
	return part.start_cp < part.end_cp ? xasprintf("part %zu of %zu", part.start_cp, at.text)
					   : xasprintf("unit %zu of %zu", at.unit, at.text);
}

static const struct survey_source source = {.survey = &survey, .words = words};

static void assert_rows(enum survey_list list, struct survey_scope scope, const char *typed,
			const char *expected)
{
	struct survey_sieve sieve = {.scope = scope};
	struct survey_rows rows = {.items = NULL};
	char got[64] = "";
	needles_init(&sieve.needles, typed);
	assert_true(survey_rows_go_on(&rows, &source, list, &sieve, SIZE_MAX));
	for (size_t i = 0; i < rows.n; i++)
		snprintf(got + strlen(got), sizeof got - strlen(got), " %zu", rows.items[i]);
	assert_string_equal(got, expected);
	survey_rows_release(&rows);
	needles_release(&sieve.needles);
}

static void a_list_of_the_whole_shows_all_in_the_order_of_the_survey(void **state)
{
	(void)state;
	assert_rows(SURVEY_OF_ARTICLES, SURVEY_WHOLE, "", " 0 1 2 3");
	assert_rows(SURVEY_OF_LINKS, SURVEY_WHOLE, "", " 0 1 2 3");
	assert_rows(SURVEY_OF_ALONE, SURVEY_WHOLE, "", " 0 1 2");
	assert_rows(SURVEY_OF_FIGURES, SURVEY_WHOLE, "", " 0 1");
	assert_rows(SURVEY_OF_QUOTES, SURVEY_WHOLE, "", " 0");
	assert_rows(SURVEY_OF_COPIES, SURVEY_WHOLE, "", " 0");
}

static void a_pair_of_articles_has_what_is_in_both(void **state)
{
	struct survey_scope pair = {.a = 0, .b = 2}, back = {.a = 2, .b = 0};
	(void)state;
	assert_rows(SURVEY_OF_LINKS, pair, "", " 3");
	assert_rows(SURVEY_OF_LINKS, back, "", " 3");
	assert_rows(SURVEY_OF_FIGURES, pair, "", " 0");
	assert_rows(SURVEY_OF_QUOTES, pair, "", " 0");
	assert_rows(SURVEY_OF_COPIES, pair, "", "");
	assert_rows(SURVEY_OF_ARTICLES, pair, "", " 0 1 2 3");
}

static void without_a_match_a_passage_belongs_to_either_of_a_pair(void **state)
{
	(void)state;
	assert_rows(SURVEY_OF_ALONE, (struct survey_scope){0, 2}, "", " 0 1 2");
	assert_rows(SURVEY_OF_ALONE, (struct survey_scope){0, 1}, "", " 0 1");
	assert_rows(SURVEY_OF_ALONE, (struct survey_scope){2, 2}, "", " 2");
}

static void every_word_typed_stands_in_what_is_shown(void **state)
{
	(void)state;
	assert_rows(SURVEY_OF_LINKS, SURVEY_WHOLE, "UNIT 40", " 3");
	assert_rows(SURVEY_OF_ALONE, SURVEY_WHOLE, "2", " 0 2");
	assert_rows(SURVEY_OF_QUOTES, SURVEY_WHOLE, "part 30", " 0");
	assert_rows(SURVEY_OF_QUOTES, SURVEY_WHOLE, "unit", "");
	assert_rows(SURVEY_OF_LINKS, (struct survey_scope){0, 1}, "40", "");
}

static void figures_have_what_is_counted_and_their_numbers_for_words(void **state)
{
	(void)state;
	assert_rows(SURVEY_OF_FIGURES, SURVEY_WHOLE, "part 6", " 0");
	assert_rows(SURVEY_OF_FIGURES, SURVEY_WHOLE, "14", " 0");
	assert_rows(SURVEY_OF_FIGURES, SURVEY_WHOLE, "40%", " 1");
	/* Neither goes over into the next. */
	assert_rows(SURVEY_OF_FIGURES, SURVEY_WHOLE, "1215", "");
}

static void rows_are_looked_at_in_slices(void **state)
{
	struct survey_sieve sieve = {.scope = {.a = 0, .b = SIZE_MAX}};
	struct survey_rows rows = {.items = NULL};
	(void)state;
	assert_false(survey_rows_go_on(&rows, &source, SURVEY_OF_LINKS, &sieve, 3));
	assert_int_equal(rows.n, 2);
	assert_true(survey_rows_go_on(&rows, &source, SURVEY_OF_LINKS, &sieve, 3));
	assert_int_equal(rows.n, 3);
	survey_rows_restart(&rows);
	assert_true(survey_rows_go_on(&rows, &source, SURVEY_OF_LINKS, &sieve, 4));
	assert_int_equal(rows.n, 3);
	survey_rows_release(&rows);
}

static void more_are_counted_than_are_kept(void **state)
{
	size_t n_alone[COMPARE_TEXTS];
	(void)state;
	survey_count_alone(&survey, n_alone);
	assert_int_equal(survey_items(&survey, SURVEY_OF_LINKS), 4);
	assert_int_equal(survey_all_items(&survey, SURVEY_OF_LINKS), 12345);
	assert_int_equal(survey_all_items(&survey, SURVEY_OF_ALONE), 3);
	assert_int_equal(n_alone[0], 2);
	assert_int_equal(n_alone[1], 0);
	assert_int_equal(survey_differing(&survey), 1);
}

static void assert_place(struct unit_ref at, size_t text, size_t unit)
{
	assert_int_equal(at.text, text);
	assert_int_equal(at.unit, unit);
}

static void a_link_opens_both_its_passages(void **state)
{
	struct unit_ref out[COMPARE_TEXTS];
	(void)state;
	assert_int_equal(survey_places(&survey, SURVEY_OF_LINKS, 1, SIZE_MAX, out), 2);
	assert_place(out[0], 1, 2);
	assert_place(out[1], 2, 5);
	assert_int_equal(survey_places(&survey, SURVEY_OF_LINKS, 1, 2, out), 2);
	assert_place(out[0], 2, 5);
	assert_place(out[1], 1, 2);
	assert_int_equal(survey_places(&survey, SURVEY_OF_ALONE, 2, 0, out), 1);
	assert_place(out[0], 2, 0);
}

static void of_figures_each_article_shows_the_one_that_differs(void **state)
{
	struct unit_ref out[COMPARE_TEXTS];
	(void)state;
	assert_int_equal(survey_places(&survey, SURVEY_OF_FIGURES, 0, SIZE_MAX, out), 2);
	assert_place(out[0], 0, 4);
	assert_place(out[1], 2, 5);
	assert_int_equal(survey_places(&survey, SURVEY_OF_FIGURES, 0, 2, out), 2);
	assert_place(out[0], 2, 5);
	/* An article without a figure changes nothing. */
	assert_int_equal(survey_places(&survey, SURVEY_OF_FIGURES, 0, 1, out), 2);
	assert_place(out[0], 0, 4);
}

static void a_quotation_is_where_it_stands_and_where_it_was_found(void **state)
{
	(void)state;
	struct survey_side side = survey_side(&survey, SURVEY_OF_QUOTES, 0, 1);
	assert_place(side.at, 0, 3);
	assert_int_equal(side.part.start_cp, 30);
	assert_int_equal(side.part.end_cp, 44);
	assert_int_equal(survey_sides(&survey, SURVEY_OF_FIGURES, 0), 3);
	assert_ptr_equal(survey_side(&survey, SURVEY_OF_FIGURES, 0, 2).figure, &wounded[2]);
}

/* What three articles say in three pairs: the third pair brings no passage that was not there. */
static void of_the_whole_each_passage_is_shown_with_its_best_match(void **state)
{
	static struct link three[] = {
		{.a = {0, 1}, .b = {1, 2}, .score = 900},
		{.a = {1, 2}, .b = {2, 5}, .score = 800},
		{.a = {0, 1}, .b = {2, 5}, .score = 700},
	};
	static const struct survey one_fact = {.n_texts = 3, .links = three, .n_links = 3};
	const struct survey_source from = {.survey = &one_fact, .words = words};
	struct survey_sieve sieve = {.scope = SURVEY_WHOLE};
	struct survey_rows rows = {.items = NULL};
	size_t n;
	(void)state;
	bool *best = survey_best_links(&one_fact, &n);
	sieve.best = best;
	assert_int_equal(n, 2);
	assert_true(survey_rows_go_on(&rows, &from, SURVEY_OF_LINKS, &sieve, SIZE_MAX));
	assert_int_equal(rows.n, 2);
	assert_int_equal(rows.items[1], 1);
	/* Two articles have all that is theirs. */
	survey_rows_restart(&rows);
	sieve.scope = (struct survey_scope){.a = 0, .b = 2};
	assert_true(survey_rows_go_on(&rows, &from, SURVEY_OF_LINKS, &sieve, SIZE_MAX));
	assert_int_equal(rows.n, 1);
	assert_int_equal(rows.items[0], 2);
	survey_rows_release(&rows);
	free(best);
}

/* Weak links are not counted: article 3 is reached from none. */
static void articles_that_say_the_same_are_counted_once(void **state)
{
	struct survey_reach reach = {.texts = {{NULL, 0}}};
	(void)state;
	survey_reach_make(&reach, &survey);
	assert_int_equal(survey_reach_of(&reach, &links[0]), 3);
	assert_int_equal(survey_reach_of(&reach, &links[1]), 3);
	assert_int_equal(survey_reach_of(&reach, &links[2]), 3);
	assert_int_equal(survey_reach_of(&reach, &links[3]), 2);
	survey_reach_release(&reach);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_of_the_whole_shows_all_in_the_order_of_the_survey),
		cmocka_unit_test(a_pair_of_articles_has_what_is_in_both),
		cmocka_unit_test(without_a_match_a_passage_belongs_to_either_of_a_pair),
		cmocka_unit_test(every_word_typed_stands_in_what_is_shown),
		cmocka_unit_test(figures_have_what_is_counted_and_their_numbers_for_words),
		cmocka_unit_test(rows_are_looked_at_in_slices),
		cmocka_unit_test(more_are_counted_than_are_kept),
		cmocka_unit_test(a_link_opens_both_its_passages),
		cmocka_unit_test(of_figures_each_article_shows_the_one_that_differs),
		cmocka_unit_test(a_quotation_is_where_it_stands_and_where_it_was_found),
		cmocka_unit_test(of_the_whole_each_passage_is_shown_with_its_best_match),
		cmocka_unit_test(articles_that_say_the_same_are_counted_once),
	};
	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
