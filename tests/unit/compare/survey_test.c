/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/survey.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "base/xalloc.h"
#include "compare/opened.h"

/* Three reports of one storm, and of what else happened in three places. */
static const char *const storm[] = {
	"Twelve boats sank when a storm struck Almar harbour on Friday night.\n"
	"The lighthouse keeper rescued four sailors with a rope.\n"
	"Mayor Tessa Brandt called the pier \"a disgrace waiting to happen\".\n"
	"Almar's bakery won a prize for rye bread.\n",
	"A storm struck Almar harbour on Friday night and nine boats sank.\n"
	"With a rope the lighthouse keeper rescued four sailors.\n"
	"Schools in the hills get new roofs.\n",
	"Tessa Brandt, mayor, said the pier was \"a disgrace waiting to happen\".\n"
	"Potatoes cost less than last autumn.\n"
	"The lighthouse keeper rescued four sailors with a rope.\n",
};

enum { N_STORM = sizeof storm / sizeof *storm };

static struct survey *survey_of(const struct opened *opened, size_t steps)
{
	struct survey_maker *maker = survey_begin(opened->set);
	while (!survey_go_on(maker, steps))
		assert_true(survey_done(maker) < 100);
	assert_int_equal(survey_done(maker), 100);
	return survey_take(maker);
}

static void tell_links(const struct survey *survey, const size_t *order, struct str *out)
{
	for (size_t i = 0; i < survey->n_links; i++) {
		const struct link *link = &survey->links[i];
		size_t a = order[link->a.text], b = order[link->b.text];
		struct unit_ref first = a < b ? link->a : link->b;
		struct unit_ref second = a < b ? link->b : link->a;
		str_appendf(out, "%zu.%zu %zu.%zu %u\n", order[first.text], first.unit,
			    order[second.text], second.unit, link->score);
	}
}

static int by_text(const void *one, const void *other)
{
	return strcmp(*(char *const *)one, *(char *const *)other);
}

/* The lines of `text` in order. */
static char *sorted(const char *text)
{
	char *copy = strdup(text), *lines[256], *rest = copy;
	struct str out = STR_EMPTY;
	size_t n = 0;
	for (char *line; (line = strsep(&rest, "\n")) && n < 256;)
		lines[n++] = line;
	qsort(lines, n, sizeof *lines, by_text);
	for (size_t i = 0; i < n; i++)
		str_appendf(&out, "%s\n", lines[i]);
	free(copy);
	return str_take(&out);
}

/* All that a survey says, with its texts named by `order`, in no order of its own. */
static char *all_of(const struct survey *survey, const size_t *order)
{
	struct str out = STR_EMPTY;
	size_t n = survey->n_texts;
	for (size_t i = 0; i < n * n; i++)
		str_appendf(&out, "%zu %zu: %zu %zu\n", order[i / n], order[i % n],
			    survey->pairs[i].n_linked, survey->pairs[i].n_copied);
	tell_links(survey, order, &out);
	for (size_t i = 0; i < survey->n_alone; i++)
		str_appendf(&out, "alone %zu.%zu\n", order[survey->alone[i].text],
			    survey->alone[i].unit);
	for (size_t i = 0; i < survey->n_figures; i++)
		for (size_t k = 0; k < survey->figures[i].n_items; k++) {
			const struct figure *figure = &survey->figures[i].items[k];
			str_appendf(&out, "%s %zu.%zu%s of %zu\n", figure->value,
				    order[figure->at.text], figure->at.unit,
				    figure->differs ? " differs" : "", survey->figures[i].n_values);
		}
	str_appendf(&out, "%zu copies, %zu quotes\n", survey->n_all_copies, survey->n_all_quotes);
	char *told = sorted(str_cstr(&out));
	str_release(&out);
	return told;
}

/* The same with the texts in another order, so many steps at a time. */
static char *survey_in_order(const size_t order[N_STORM], size_t steps)
{
	struct opened opened;
	const char *texts[N_STORM];
	for (size_t i = 0; i < N_STORM; i++)
		texts[i] = storm[order[i]];
	opened_init(&opened, texts, N_STORM, SIZE_MAX);
	struct survey *survey = survey_of(&opened, steps);
	char *told = all_of(survey, order);
	survey_free(survey);
	opened_release(&opened);
	return told;
}

static void what_is_said_thrice_is_linked_thrice(void **state)
{
	(void)state;
	struct opened opened;
	opened_init(&opened, storm, N_STORM, SIZE_MAX);
	struct survey *survey = survey_of(&opened, SIZE_MAX);
	size_t n = 0;
	for (size_t i = 0; i < survey->n_links; i++) {
		const struct link *link = &survey->links[i];
		n += (link->a.text == 0 && link->a.unit == 1) ||
		     (link->a.text == 1 && link->a.unit == 1 && link->b.unit == 2);
		assert_true(link->a.text < link->b.text);
		assert_true(link->band > BAND_NONE);
		assert_true(i == 0 || survey->links[i - 1].score >= link->score);
	}
	assert_int_equal(n, 3);
	assert_int_equal(survey->n_links, survey->n_all_links);
	survey_free(survey);
	opened_release(&opened);
}

static void pairs_count_the_units_of_the_first(void **state)
{
	(void)state;
	struct opened opened;
	opened_init(&opened, storm, N_STORM, SIZE_MAX);
	struct survey *survey = survey_of(&opened, SIZE_MAX);
	assert_int_equal(survey->pairs[0 * N_STORM + 1].n_linked, 2);
	assert_int_equal(survey->pairs[1 * N_STORM + 2].n_linked, 1);
	assert_int_equal(survey->pairs[2 * N_STORM + 1].n_linked, 1);
	assert_int_equal(survey->pairs[0 * N_STORM + 0].n_linked, 0);
	assert_true(survey->pairs[0 * N_STORM + 2].n_copied >= 1);
	assert_int_equal(survey->pairs[0 * N_STORM + 2].n_copied,
			 survey->pairs[2 * N_STORM + 0].n_copied);
	survey_free(survey);
	opened_release(&opened);
}

static void a_unit_that_is_copied_twice_is_one_unit(void **state)
{
	(void)state;
	struct opened opened;
	const char *lamp = "The old lamp burns above the harbour gate.\nRain fell on the hills.\n";
	char *twice = xasprintf("%sShops opened.\n%s", lamp, lamp);
	opened_init(&opened, (const char *const[]){lamp, twice}, 2, SIZE_MAX);
	struct survey *survey = survey_of(&opened, SIZE_MAX);
	assert_int_equal(survey->pairs[1].n_copied, 2);
	assert_int_equal(survey->pairs[2].n_copied, 4);
	survey_free(survey);
	opened_release(&opened);
	free(twice);
}

/* From either side, each of two units is among the best of the other. */
static void a_link_is_told_once(void **state)
{
	(void)state;
	struct opened opened;
	opened_init(&opened, storm, N_STORM, SIZE_MAX);
	struct survey *survey = survey_of(&opened, SIZE_MAX);
	for (size_t i = 1; i < survey->n_links; i++) {
		const struct link *before = &survey->links[i - 1], *link = &survey->links[i];
		assert_false(before->a.text == link->a.text && before->a.unit == link->a.unit &&
			     before->b.text == link->b.text && before->b.unit == link->b.unit);
	}
	survey_free(survey);
	opened_release(&opened);
}

static void what_one_text_says_stands_alone(void **state)
{
	(void)state;
	struct opened opened;
	opened_init(&opened, storm, N_STORM, SIZE_MAX);
	struct survey *survey = survey_of(&opened, SIZE_MAX);
	assert_int_equal(survey->n_alone, 3);
	static const struct unit_ref alone[] = {{0, 3}, {1, 2}, {2, 1}};
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(survey->alone[i].text, alone[i].text);
		assert_int_equal(survey->alone[i].unit, alone[i].unit);
	}
	survey_free(survey);
	opened_release(&opened);
}

static void figures_that_differ_come_first(void **state)
{
	(void)state;
	struct opened opened;
	opened_init(&opened, storm, N_STORM, SIZE_MAX);
	struct survey *survey = survey_of(&opened, SIZE_MAX);
	assert_int_equal(survey->n_figures, 2);
	const struct figure_group *boats = &survey->figures[0], *sailors = &survey->figures[1];
	assert_true(boats->differs);
	assert_int_equal(boats->n_items, 2);
	assert_int_equal(boats->n_values, 2);
	assert_int_equal(boats->n_texts, 2);
	assert_string_equal(boats->items[0].value, "12");
	assert_string_equal(boats->items[1].value, "9");
	assert_true(boats->items[0].differs && boats->items[1].differs);
	assert_false(sailors->differs);
	assert_int_equal(sailors->n_values, 1);
	assert_int_equal(sailors->n_texts, 3);
	char *noun = opened_text(&opened, boats->items[0].at.text, boats->items[0].noun);
	assert_string_equal(noun, "boats");
	free(noun);
	survey_free(survey);
	opened_release(&opened);
}

static void shared_quotations_are_told(void **state)
{
	(void)state;
	struct opened opened;
	opened_init(&opened, storm, N_STORM, SIZE_MAX);
	struct survey *survey = survey_of(&opened, SIZE_MAX);
	assert_int_equal(survey->n_quotes, 1);
	assert_int_equal(survey->quotes[0].a.text, 0);
	assert_int_equal(survey->quotes[0].b.text, 2);
	assert_true(survey->quotes[0].quoted && survey->quotes[0].exact);
	survey_free(survey);
	opened_release(&opened);
}

static void the_order_of_texts_changes_nothing(void **state)
{
	(void)state;
	static const size_t orders[][N_STORM] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
						 {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
	char *first = survey_in_order(orders[0], SIZE_MAX);
	for (size_t i = 1; i < sizeof orders / sizeof *orders; i++) {
		char *other = survey_in_order(orders[i], SIZE_MAX);
		assert_string_equal(other, first);
		free(other);
	}
	free(first);
}

static void steps_change_nothing(void **state)
{
	(void)state;
	static const size_t order[N_STORM] = {0, 1, 2};
	char *first = survey_in_order(order, SIZE_MAX), *other = survey_in_order(order, 1);
	assert_string_equal(other, first);
	free(first);
	free(other);
}

static void an_article_beside_itself_is_linked_and_copied_all_through(void **state)
{
	(void)state;
	struct opened opened;
	opened_init(&opened, (const char *const[]){storm[0], storm[0]}, 2, SIZE_MAX);
	struct survey *survey = survey_of(&opened, SIZE_MAX);
	for (size_t i = 1; i <= 2; i++) {
		assert_int_equal(survey->pairs[i].n_linked, 4);
		assert_int_equal(survey->pairs[i].n_copied, 4);
	}
	assert_int_equal(survey->n_alone, 0);
	assert_int_equal(survey->n_copies, 1);
	assert_int_equal(survey->copies[0].n_a, 4);
	assert_int_equal(survey->copies[0].n_b, 4);
	survey_free(survey);
	opened_release(&opened);
}

static void no_text_one_text_and_empty_texts_have_surveys(void **state)
{
	(void)state;
	const char *texts[] = {"Rain fell.", "", "\n\n", "http://example.org/a\n", "«\n»\n\"\n“"};
	for (size_t n = 0; n <= sizeof texts / sizeof *texts; n++) {
		struct opened opened;
		opened_init(&opened, texts, n, SIZE_MAX);
		struct survey *survey = survey_of(&opened, 1);
		assert_int_equal(survey->n_links, 0);
		assert_int_equal(survey->n_alone, n > 0);
		assert_int_equal(survey->n_quotes, 0);
		survey_free(survey);
		opened_release(&opened);
	}
}

/* After every number of steps. */
static void a_survey_can_be_cancelled_anywhere(void **state)
{
	(void)state;
	struct opened opened;
	opened_init(&opened, storm, N_STORM, SIZE_MAX);
	bool done = false;
	for (size_t steps = 0; !done; steps++) {
		struct survey_maker *maker = survey_begin(opened.set);
		done = survey_go_on(maker, steps);
		survey_cancel(maker);
	}
	survey_cancel(NULL);
	survey_free(NULL);
	opened_release(&opened);
}

/* More links than a survey keeps: the strongest are kept, and all are counted. */
static void lists_are_bounded_and_say_so(void **state)
{
	(void)state;
	enum { LINES = 1200 };
	struct str text = STR_EMPTY;
	for (int i = 0; i < LINES; i++)
		str_appendf(&text,
			    "Lantern%d glows above kettle%d while otter%d sleeps near %d sheep.\n",
			    i, i / 4, i / 4, i % 40 + 2);
	struct opened opened;
	const char *texts[5];
	for (size_t i = 0; i < 5; i++)
		texts[i] = str_cstr(&text);
	opened_init(&opened, texts, 5, SIZE_MAX);
	struct survey *survey = survey_of(&opened, SIZE_MAX);
	assert_int_equal(survey->n_links, SURVEY_MOST);
	assert_true(survey->n_all_links >= 10 * LINES);
	for (size_t i = 1; i < survey->n_links; i++)
		assert_true(survey->links[i - 1].score >= survey->links[i].score);
	assert_int_equal(survey->n_figures_left_out, 0);
	survey_free(survey);
	opened_release(&opened);
	str_release(&text);
}

static void figures_are_bounded_by_text(void **state)
{
	(void)state;
	struct str text = STR_EMPTY;
	for (int i = 0; i < SURVEY_FIGURES + 10; i++)
		str_appendf(&text, "%d sheep.\n", i % 900 + 2);
	struct opened opened;
	opened_init(&opened, (const char *const[]){str_cstr(&text), "7 sheep."}, 2, SIZE_MAX);
	struct survey *survey = survey_of(&opened, SIZE_MAX);
	assert_int_equal(survey->n_figures, 1);
	assert_int_equal(survey->figures[0].n_items, SURVEY_FIGURES + 1);
	assert_int_equal(survey->n_figures_left_out, 10);
	survey_free(survey);
	opened_release(&opened);
	str_release(&text);
}

static void the_same_few_words_come_before_what_is_less_sure(void **state)
{
	(void)state;
	static const char *const trees[] = {"oak", "elm", "fir", "ash", "yew", "box", "bay"};
	enum { TREES = sizeof trees / sizeof *trees };
	struct str said[2] = {STR_EMPTY, STR_EMPTY};
	for (size_t i = 0; i < 2; i++) {
		str_append_str(&said[i], "Harbour closed again.\n");
		for (size_t k = 0; k < TREES * TREES; k++)
			str_appendf(&said[i], "The harbour was closed again near %s%s %s%s%s.\n",
				    trees[k % TREES], trees[k / TREES], i == 0 ? "old" : "new",
				    trees[k / TREES], trees[k % TREES]);
	}
	struct opened opened;
	opened_init(&opened, (const char *const[]){str_cstr(&said[0]), str_cstr(&said[1])}, 2,
		    SIZE_MAX);
	struct survey *survey = survey_of(&opened, SIZE_MAX);
	bool lower = false;
	for (size_t i = 1; i < survey->n_links; i++) {
		assert_true(survey->links[i].band <= survey->links[i - 1].band);
		lower |= survey->links[i].score > survey->links[i - 1].score;
	}
	assert_true(lower);
	survey_free(survey);
	opened_release(&opened);
	str_release(&said[0]);
	str_release(&said[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_said_thrice_is_linked_thrice),
		cmocka_unit_test(the_same_few_words_come_before_what_is_less_sure),
		cmocka_unit_test(pairs_count_the_units_of_the_first),
		cmocka_unit_test(a_unit_that_is_copied_twice_is_one_unit),
		cmocka_unit_test(a_link_is_told_once),
		cmocka_unit_test(what_one_text_says_stands_alone),
		cmocka_unit_test(figures_that_differ_come_first),
		cmocka_unit_test(shared_quotations_are_told),
		cmocka_unit_test(the_order_of_texts_changes_nothing),
		cmocka_unit_test(steps_change_nothing),
		cmocka_unit_test(an_article_beside_itself_is_linked_and_copied_all_through),
		cmocka_unit_test(no_text_one_text_and_empty_texts_have_surveys),
		cmocka_unit_test(a_survey_can_be_cancelled_anywhere),
		cmocka_unit_test(lists_are_bounded_and_say_so),
		cmocka_unit_test(figures_are_bounded_by_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
