/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from the links of all articles, as members of the JSON of a comparison. */
#include <stdlib.h>

#include "app/compare-words.h"
#include "cli/compare-json-internal.h"
#include "cli/row.h"

static void put_counts(struct str *json, const char *name, size_t of_a, size_t of_b)
{
	json_name(json, name);
	json_open(json, '[');
	json_number(json, (int64_t)of_a);
	json_number(json, (int64_t)of_b);
	json_close(json, ']');
}

static void put_pair(struct writer *writer, size_t a, size_t b)
{
	struct str *json = &writer->json;
	const struct survey *survey = writer->all->survey;
	const struct survey_pair *there = &survey->pairs[a * survey->n_texts + b];
	const struct survey_pair *back = &survey->pairs[b * survey->n_texts + a];
	json_open(json, '{');
	json_size_member(json, "a", a + 1);
	json_size_member(json, "b", b + 1);
	put_counts(json, "linked", there->n_linked, back->n_linked);
	put_counts(json, "copied", there->n_copied, back->n_copied);
	json_flag_member(json, "across_languages", compared_across(writer->all, a, b));
	json_close(json, '}');
	writer_hand_on(writer);
}

static void put_pairs(struct writer *writer)
{
	writer_open(writer, "pairs", '[');
	for (size_t a = 0; a < writer->all->n; a++)
		for (size_t b = a + 1; b < writer->all->n; b++)
			put_pair(writer, a, b);
	json_close(&writer->json, ']');
}

static void put_figure(struct writer *writer, const struct figure *figure)
{
	struct str *json = &writer->json;
	json_open(json, '{');
	json_ref_member(json, "id", figure->at);
	json_range_member(json, "number", figure->number);
	json_range_member(json, "noun", figure->noun);
	json_text_member(json, "value", figure->value);
	json_flag_member(json, "differs", figure->differs);
	json_close(json, '}');
	writer_hand_on(writer);
}

static void put_figures(struct writer *writer)
{
	struct str *json = &writer->json;
	const struct survey *survey = writer->all->survey;
	writer_open(writer, "figures", '[');
	for (size_t i = 0; i < survey->n_figures; i++) {
		const struct figure_group *group = &survey->figures[i];
		json_open(json, '{');
		char *noun = figure_noun(group, compared_words, writer->all);
		json_text_member(json, "noun", noun);
		free(noun);
		json_size_member(json, "values", group->n_values);
		json_flag_member(json, "differs", group->differs);
		writer_open(writer, "items", '[');
		for (size_t k = 0; k < group->n_items; k++)
			put_figure(writer, &group->items[k]);
		json_close(json, ']');
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void put_quotes(struct writer *writer)
{
	struct str *json = &writer->json;
	const struct survey *survey = writer->all->survey;
	writer_open(writer, "quotes", '[');
	for (size_t i = 0; i < survey->n_quotes; i++) {
		const struct shared_quote *quote = &survey->quotes[i];
		json_open(json, '{');
		json_ref_member(json, "a", quote->a);
		json_ref_member(json, "b", quote->b);
		json_range_member(json, "quote", quote->quote);
		json_range_member(json, "found", quote->found);
		json_flag_member(json, "quoted", quote->quoted);
		json_flag_member(json, "exact", quote->exact);
		json_close(json, '}');
		writer_hand_on(writer);
	}
	json_close(json, ']');
}

static void put_copies(struct writer *writer)
{
	struct str *json = &writer->json;
	const struct survey *survey = writer->all->survey;
	writer_open(writer, "copies", '[');
	for (size_t i = 0; i < survey->n_copies; i++) {
		const struct copy *copy = &survey->copies[i];
		json_open(json, '{');
		json_ref_member(json, "a", copy->a);
		json_ref_member(json, "b", copy->b);
		put_counts(json, "units", copy->n_a, copy->n_b);
		json_range_member(json, "run_a", copy->range_a);
		json_range_member(json, "run_b", copy->range_b);
		json_size_member(json, "words", copy->n_run);
		json_parts_member(json, "contained", copy->contained);
		json_flag_member(json, "copied", copy->copied);
		json_close(json, '}');
		writer_hand_on(writer);
	}
	json_close(json, ']');
}

static void put_alone(struct writer *writer)
{
	const struct survey *survey = writer->all->survey;
	writer_open(writer, "alone", '[');
	for (size_t i = 0; i < survey->n_alone; i++) {
		json_ref(&writer->json, survey->alone[i]);
		writer_hand_on(writer);
	}
	json_close(&writer->json, ']');
}

static void put_languages(struct writer *writer)
{
	struct str *json = &writer->json;
	writer_open(writer, "languages", '[');
	for (size_t i = 0; i < writer->all->n; i++) {
		const struct compared_article *item = &writer->all->items[i];
		json_open(json, '{');
		json_size_member(json, "article", i + 1);
		json_text_member(json, "file", item->operand);
		json_text_member(json, "language",
				 language_tag(compare_text_language(item->text)));
		json_close(json, '}');
	}
	json_close(json, ']');
}

/* Of what is so much that a survey keeps only the first of it. */
static void put_left_out(struct writer *writer)
{
	struct str *json = &writer->json;
	const struct survey *survey = writer->all->survey;
	writer_open(writer, "left_out", '{');
	json_size_member(json, "figures", survey->n_figures_left_out);
	json_size_member(json, "quotes", survey->n_all_quotes - survey->n_quotes);
	json_size_member(json, "copies", survey->n_all_copies - survey->n_copies);
	json_close(json, '}');
}

void compare_json_survey(struct writer *writer)
{
	put_pairs(writer);
	put_figures(writer);
	put_quotes(writer);
	put_copies(writer);
	put_alone(writer);
	put_languages(writer);
	put_left_out(writer);
}
