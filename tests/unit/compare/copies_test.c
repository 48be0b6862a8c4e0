/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Copies made of the articles of invented events (tests/fixtures/events), which did not copy each
 * other.
 */
#include "compare/copies.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "compare/copier.h"
#include "compare/opened.h"
#include "compare/survey.h"

enum { LEAST_WORDS = 5, MOST_ARTICLES = 5 };

struct event {
	char *texts[MOST_ARTICLES];
	size_t n;
};

static const char *const events[] = {"ar-1", "ar-2", "ar-3", "ar-4", "en-1", "en-2",
				     "fa-1", "fr-1", "he-1", "ru-1", "ur-1"};

enum { N_EVENTS = sizeof events / sizeof *events };

static void event_read(struct event *event, const char *name)
{
	const char *srcdir = getenv("srcdir");
	*event = (struct event){.n = 0};
	for (int i = 1; i <= MOST_ARTICLES; i++) {
		struct str text = STR_EMPTY;
		char *path = xasprintf("%s/tests/fixtures/events/%s/%d.txt", srcdir ? srcdir : ".",
				       name, i);
		if (file_read(path, 1 << 20, &text, NULL) == STATUS_OK)
			event->texts[event->n++] = str_take(&text);
		str_release(&text);
		free(path);
	}
	assert_true(event->n >= 3);
}

static void event_release(struct event *event)
{
	for (size_t i = 0; i < event->n; i++)
		free(event->texts[i]);
}

static struct survey *survey_of(const struct opened *opened, size_t steps)
{
	struct survey_maker *maker = survey_begin(opened->set);
	while (!survey_go_on(maker, steps))
		continue;
	return survey_take(maker);
}

/* The line of each unit of a text, from 0; the caller's to free. */
static size_t *lines_of(const char *utf8, const struct compare_text *text)
{
	size_t n = compare_text_count(text), line = 0, cp = 0, unit = 0;
	size_t *lines = xcalloc(n + 1, sizeof *lines);
	for (; *utf8 && unit < n; utf8++) {
		while (unit < n && compare_text_unit(text, unit).range.start_cp == cp)
			lines[unit++] = line;
		line += *utf8 == '\n';
		cp += (*utf8 & 0xC0) != 0x80;
	}
	assert_int_equal(unit, n);
	return lines;
}

/* Whether two units are copied, as one of a row of them or alone. */
static bool are_copied(const struct survey *survey, size_t a, size_t b)
{
	for (size_t i = 0; i < survey->n_copies; i++) {
		const struct copy *copy = &survey->copies[i];
		if (copy->copied && a >= copy->a.unit && a < copy->a.unit + copy->n_a &&
		    b >= copy->b.unit && b < copy->b.unit + copy->n_b)
			return true;
	}
	return false;
}

/* Whether a unit is a copy of one in that line of the other text. */
static bool has_copy(const struct survey *survey, size_t unit, const size_t *lines, size_t n,
		     size_t line)
{
	for (size_t i = 0; i < n; i++)
		if (lines[i] == line && are_copied(survey, unit, i))
			return true;
	return false;
}

static size_t count_words(const char *text)
{
	size_t n = 0;
	for (; *text; text++)
		n += *text == ' ';
	return n + 1;
}

/* Whether a unit is one that could be told when copied: a sentence of some words. */
static bool is_sentence(const struct opened *opened, size_t unit)
{
	struct unit found = compare_text_unit(opened->texts[0], unit);
	char *text = opened_text(opened, 0, found.range);
	bool is = count_words(text) >= LEAST_WORDS && found.kind == UNIT_TEXT;
	free(text);
	return is;
}

struct recall {
	size_t n_found, n;
};

/* An article beside its copy: how many sentences are found. */
static void copy_article(struct copier *copier, const char *text, struct recall *recall)
{
	struct opened alone, both;
	struct str copy = STR_EMPTY;
	size_t *copied_to;
	opened_init(&alone, &text, 1, SIZE_MAX);
	copier_copy(copier, &alone, 0, &copy, &copied_to);
	opened_init(&both, (const char *const[]){text, str_cstr(&copy)}, 2, SIZE_MAX);
	struct survey *survey = survey_of(&both, SIZE_MAX);
	size_t *lines = lines_of(str_cstr(&copy), both.texts[1]);
	size_t n_lines = compare_text_count(both.texts[1]);
	for (size_t unit = 0; unit < compare_text_count(both.texts[0]); unit++) {
		if (!is_sentence(&both, unit))
			continue;
		recall->n++;
		recall->n_found += has_copy(survey, unit, lines, n_lines, copied_to[unit]);
	}
	survey_free(survey);
	opened_release(&both);
	opened_release(&alone);
	str_release(&copy);
	free(lines);
	free(copied_to);
}

static struct recall recall_of(struct copier copier)
{
	struct recall recall = {.n = 0};
	for (size_t i = 0; i < N_EVENTS; i++) {
		struct event event;
		event_read(&event, events[i]);
		for (size_t k = 0; k < event.n; k++)
			copy_article(&copier, event.texts[k], &recall);
		event_release(&event);
	}
	print_message("# found %zu of %zu\n", recall.n_found, recall.n);
	return recall;
}

static void assert_recall(struct copier copier, size_t least_of_100)
{
	struct recall recall = recall_of(copier);
	assert_true(recall.n > 290);
	assert_true(recall.n_found * 100 >= recall.n * least_of_100);
}

static void all_that_is_copied_unchanged_is_found(void **state)
{
	(void)state;
	assert_recall((struct copier){.seed = 1, .reorder = true}, 100);
}

static void all_that_is_only_spelled_otherwise_is_found(void **state)
{
	(void)state;
	assert_recall((struct copier){.seed = 2, .spellings = 100, .reorder = true}, 100);
}

static void copies_with_5_words_in_100_dropped_are_found(void **state)
{
	(void)state;
	assert_recall((struct copier){3, .drops = 5, .spellings = 5, .reorder = true}, 99);
	assert_recall((struct copier){4, .drops = 2, .swaps = 2, .spellings = 5, .reorder = true},
		      99);
}

static void copies_with_10_words_in_100_dropped_are_found(void **state)
{
	(void)state;
	assert_recall((struct copier){5, .drops = 10, .spellings = 10, .reorder = true}, 98);
	assert_recall((struct copier){6, .drops = 5, .swaps = 5, .spellings = 9, .reorder = true},
		      97);
}

static void copies_with_20_words_in_100_dropped_are_found(void **state)
{
	(void)state;
	assert_recall((struct copier){7, .drops = 20, .spellings = 20, .reorder = true}, 90);
	assert_recall((struct copier){8, .drops = 10, .swaps = 10, .reorder = true}, 90);
}

static void assert_no_copies(const char *const *texts, size_t n)
{
	struct opened opened;
	opened_init(&opened, texts, n, SIZE_MAX);
	struct survey *survey = survey_of(&opened, SIZE_MAX);
	assert_int_equal(survey->n_all_copies, 0);
	for (size_t i = 0; i < n * n; i++)
		assert_int_equal(survey->pairs[i].n_copied, 0);
	survey_free(survey);
	opened_release(&opened);
}

/* Those of each event, and one of each. */
static void independent_articles_have_no_copies(void **state)
{
	(void)state;
	const char *firsts[N_EVENTS];
	struct event read[N_EVENTS];
	for (size_t i = 0; i < N_EVENTS; i++) {
		event_read(&read[i], events[i]);
		assert_no_copies((const char *const *)read[i].texts, read[i].n);
		firsts[i] = read[i].texts[0];
	}
	assert_no_copies(firsts, N_EVENTS);
	for (size_t i = 0; i < N_EVENTS; i++)
		event_release(&read[i]);
}

#define LAMP \
	"The old lamp burns above the harbour gate. Sailors mend their nets beneath it all " \
	"night. " \
	"Nobody remembers who first lit that lamp."

/* "0.1+3 1.0+3" for text 0 from unit 1 on, three units, and so on; "run" where it is no more. */
static char *copies_of(const char *const *texts, size_t n)
{
	struct opened opened;
	struct str out = STR_EMPTY;
	opened_init(&opened, texts, n, SIZE_MAX);
	struct survey *survey = survey_of(&opened, 1);
	for (size_t i = 0; i < survey->n_copies; i++) {
		const struct copy *c = &survey->copies[i];
		str_appendf(&out, "%s%zu.%zu+%zu %zu.%zu+%zu%s", i > 0 ? "; " : "", c->a.text,
			    c->a.unit, c->n_a, c->b.text, c->b.unit, c->n_b,
			    c->copied ? "" : " run");
	}
	survey_free(survey);
	opened_release(&opened);
	return str_take(&out);
}

static void assert_copies(const char *one, const char *other, const char *expected)
{
	char *found = copies_of((const char *const[]){one, other}, 2);
	assert_string_equal(found, expected);
	free(found);
}

static void sentences_copied_in_a_row_are_one_copy(void **state)
{
	(void)state;
	assert_copies("Rain fell on the hills.\n" LAMP "\nShops opened.",
		      LAMP "\nThe museum closed early.", "0.1+3 1.0+3");
}

static void a_full_stop_more_does_not_part_a_copy(void **state)
{
	(void)state;
	assert_copies(
		LAMP "\nShops opened.",
		"The old lamp burns above the harbour gate, sailors mend their nets beneath it all "
		"night. Nobody remembers who first lit that lamp.\nThe museum closed early.",
		"0.0+3 1.0+2");
}

static void sentences_in_another_order_are_copies_each(void **state)
{
	(void)state;
	assert_copies("The old lamp burns above the harbour gate. Shops opened. "
		      "Sailors mend their nets beneath it all night.",
		      "Sailors mend their nets beneath it all night. "
		      "The old lamp burns above the harbour gate. It rained.",
		      "0.2+1 1.0+1; 0.0+1 1.1+1");
}

static void a_run_of_eight_words_is_shared(void **state)
{
	(void)state;
	assert_copies("Yesterday in the market, as a fishmonger from the northern islands sang "
		      "very loudly "
		      "of storms, the old lamp burns above the harbour gate until grey dawn.",
		      "Everyone in town has known since childhood how the old lamp burns above the "
		      "harbour "
		      "gate, yet few travellers ever climbed those slippery iron stairs in winter "
		      "darkness "
		      "to polish its glass.",
		      "0.0+1 1.0+1 run");
}

static void a_short_phrase_is_no_copy(void **state)
{
	(void)state;
	assert_copies("خروج من العزلة\nهطلت الأمطار على التلال طوال الليل.",
		      "الخروج من عزلته\nأغلقت المدرسة أبوابها بسبب الثلوج.", "");
	assert_copies("Some wooden harbour lanterns shine.",
		      "Fishermen bought wooden harbour lanterns again.", "");
	assert_copies("Nobody in the valley saw the harbour gate fall to pieces that night.",
		      "Our hotel looks onto the harbour gate, and breakfast is served on the roof.",
		      "");
}

static void what_both_say_is_where_the_ranges_say(void **state)
{
	(void)state;
	struct opened opened;
	const char *texts[] = {"Rain fell on the hills.\n" LAMP,
			       "«" LAMP "»\nThe museum closed early."};
	opened_init(&opened, texts, 2, SIZE_MAX);
	struct survey *survey = survey_of(&opened, SIZE_MAX);
	assert_int_equal(survey->n_copies, 1);
	char *a = opened_text(&opened, 0, survey->copies[0].range_a);
	char *b = opened_text(&opened, 1, survey->copies[0].range_b);
	assert_string_equal(a, b);
	assert_memory_equal(a, LAMP, strlen(a));
	assert_int_equal(survey->copies[0].contained, COMPARE_ONE);
	free(a);
	free(b);
	survey_free(survey);
	opened_release(&opened);
}

static void a_line_that_closes_every_item_is_no_copy(void **state)
{
	(void)state;
	struct str text = STR_EMPTY;
	for (int i = 0; i < 200; i++)
		str_append_str(&text, "Subscribe to our daily harbour news letter.\n");
	assert_copies(str_cstr(&text), str_cstr(&text), "");
	str_release(&text);
}

/* One word again and again, on one line. */
static void a_line_of_1_mb_is_read(void **state)
{
	(void)state;
	struct str text = STR_EMPTY;
	for (int i = 0; i < 200000; i++)
		str_append_str(&text, "lamp ");
	free(copies_of((const char *const[]){str_cstr(&text), str_cstr(&text)}, 2));
	str_clear(&text);
	for (int i = 0; i < 200000; i++)
		str_appendf(&text, "w%d ", i % 5003);
	free(copies_of((const char *const[]){str_cstr(&text), str_cstr(&text), ""}, 3));
	str_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_that_is_copied_unchanged_is_found),
		cmocka_unit_test(all_that_is_only_spelled_otherwise_is_found),
		cmocka_unit_test(copies_with_5_words_in_100_dropped_are_found),
		cmocka_unit_test(copies_with_10_words_in_100_dropped_are_found),
		cmocka_unit_test(copies_with_20_words_in_100_dropped_are_found),
		cmocka_unit_test(independent_articles_have_no_copies),
		cmocka_unit_test(sentences_copied_in_a_row_are_one_copy),
		cmocka_unit_test(a_full_stop_more_does_not_part_a_copy),
		cmocka_unit_test(sentences_in_another_order_are_copies_each),
		cmocka_unit_test(a_run_of_eight_words_is_shared),
		cmocka_unit_test(a_short_phrase_is_no_copy),
		cmocka_unit_test(what_both_say_is_where_the_ranges_say),
		cmocka_unit_test(a_line_that_closes_every_item_is_no_copy),
		cmocka_unit_test(a_line_of_1_mb_is_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
