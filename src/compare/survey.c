/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The stages of a survey: figures and quotations are gathered unit by unit, shingles word by word;
 * quotations are looked for in the other texts; then each two texts are linked, from either side,
 * since a unit among the best of the one need not have it among its best.
 */
#include "compare/survey.h"

#include <assert.h>
#include <stdlib.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "compare/best.h"
#include "compare/copies-internal.h"
#include "compare/quotes-internal.h"
#include "compare/survey-figures.h"

enum {
	LINKS_OF_UNIT = 10, /* towards one other text */
	STEP_WORDS = 512,
};

enum stage {
	STAGE_GATHER, /* figures and quotations of each unit */
	STAGE_SHINGLES,
	STAGE_QUOTES,
	STAGE_LINKS,  /* and copies */
	STAGE_TELL,
	STAGE_DONE,
};

/* The survey and what belongs to it. */
struct whole {
	struct survey survey; /* first: it is known by its address */
	struct arena arena;
};

struct linked_units {
	uint32_t a, b;
};

struct survey_maker {
	const struct compare_set *set;
	size_t n_texts, n_units;
	size_t first_unit[COMPARE_TEXTS]; /* of each text, among all */
	enum stage stage;
	struct whole *whole;
	size_t n_steps, n_done; /* about */

	/* Where the stage is: two texts; a unit or quotation of the first, then of the other. */
	size_t text, other, at;

	struct figure_table *figures;
	struct copy_index *shingles;
	struct quotation_list quotations; /* by text */
	size_t first_quotation[COMPARE_TEXTS + 1];
	struct quote_list found_quotes; /* between two texts */

	struct best links, copies, quotes;
	struct link_list unit_links; /* of one unit */
	bool *shown;                 /* by unit of all: has a shown link */
	/* Of the two texts, what was linked from the first, in its order. */
	struct linked_units *linked;
	size_t n_linked, cap_linked;
	struct copy_list pair_copies;
	uint32_t *marked; /* by unit of all: the last text that it is a copy of, plus one */
};

static int compare_refs(struct unit_ref a, struct unit_ref b)
{
	if (a.text != b.text)
		return a.text < b.text ? -1 : 1;
	return (a.unit > b.unit) - (a.unit < b.unit);
}

static int compare_sides(struct unit_ref a, struct unit_ref b, struct unit_ref c, struct unit_ref d)
{
	int order = compare_refs(a, c);
	return order ? order : compare_refs(b, d);
}

/* Few words that are the same are surely the same, though their score may be low. */
static int by_strength(const void *one, const void *other)
{
	const struct link *x = one, *y = other;
	if (x->band != y->band)
		return x->band > y->band ? -1 : 1;
	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return compare_sides(x->a, x->b, y->a, y->b);
}

static size_t length_of(const struct copy *copy)
{
	return copy->range_a.end_cp - copy->range_a.start_cp + copy->range_b.end_cp -
	       copy->range_b.start_cp;
}

static int by_length(const void *one, const void *other)
{
	const struct copy *x = one, *y = other;
	if (length_of(x) != length_of(y))
		return length_of(x) > length_of(y) ? -1 : 1;
	return compare_sides(x->a, x->b, y->a, y->b);
}

struct survey_maker *survey_begin(const struct compare_set *set)
{
	struct survey_maker *m = xcalloc(1, sizeof *m);
	m->set = set;
	m->n_texts = compare_set_count(set);
	for (size_t i = 0; i < m->n_texts; i++) {
		m->first_unit[i] = m->n_units;
		m->n_units += compare_text_count(compare_set_text(set, i));
	}
	m->n_steps = m->n_units * (m->n_texts > 0 ? m->n_texts - 1 : 0);
	m->whole = xcalloc(1, sizeof *m->whole);
	m->whole->survey.n_texts = m->n_texts;
	m->whole->survey.pairs = xcalloc(m->n_texts * m->n_texts + 1, sizeof(struct survey_pair));
	m->figures = figure_table_new(set);
	m->shingles = copy_index_new(set);
	m->links = BEST(struct link, SURVEY_MOST, by_strength);
	m->copies = BEST(struct copy, SURVEY_MOST, by_length);
	m->quotes = BEST(struct shared_quote, SURVEY_MOST, shared_quote_compare);
	m->shown = xcalloc(m->n_units + 1, sizeof *m->shown);
	m->marked = xcalloc(m->n_units + 1, sizeof *m->marked);
	return m;
}

static void release(struct survey_maker *m)
{
	figure_table_free(m->figures);
	copy_index_free(m->shingles);
	free(m->quotations.items);
	free(m->found_quotes.items);
	best_release(&m->links);
	best_release(&m->copies);
	best_release(&m->quotes);
	free(m->unit_links.items);
	free(m->shown);
	free(m->linked);
	free(m->pair_copies.items);
	free(m->marked);
	free(m);
}

static size_t count_units(const struct survey_maker *m, size_t text)
{
	return compare_text_count(compare_set_text(m->set, text));
}

static struct survey_pair *pair_of(struct survey_maker *m, size_t first, size_t second)
{
	return &m->whole->survey.pairs[first * m->n_texts + second];
}

/* Each does a step of its stage; false when the stage has ended. */
static bool gather(struct survey_maker *m)
{
	for (size_t words = 0; words < STEP_WORDS && m->text < m->n_texts;) {
		struct unit_ref unit = {m->text, m->at};
		if (m->at == count_units(m, m->text)) {
			m->text++;
			m->at = 0;
			continue;
		}
		figure_table_add(m->figures, unit);
		quotes_of_unit(m->set, unit, &m->quotations);
		words += 1 + text_unit_words(compare_set_text(m->set, unit.text), unit.unit).n;
		m->at++;
	}
	return m->text < m->n_texts;
}

static bool add_shingles(struct survey_maker *m)
{
	return !copy_index_build(m->shingles, STEP_WORDS);
}

/* The next two texts; false after the last. */
static bool next_pair(struct survey_maker *m)
{
	m->at = 0;
	if (++m->other >= m->n_texts) {
		m->text++;
		m->other = m->text + 1;
	}
	return m->other < m->n_texts;
}

static size_t count_quotations(const struct survey_maker *m, size_t text)
{
	return m->first_quotation[text + 1] - m->first_quotation[text];
}

static void settle_quotes(struct survey_maker *m)
{
	quotes_settle(&m->found_quotes);
	for (size_t i = 0; i < m->found_quotes.n; i++)
		best_add(&m->quotes, &m->found_quotes.items[i]);
	m->found_quotes.n = 0;
}

/* One quotation of two texts in the other one of them. */
static bool look_for_quote(struct survey_maker *m)
{
	struct shared_quote found;
	if (m->other >= m->n_texts)
		return false;
	size_t n_first = count_quotations(m, m->text);
	if (m->at == n_first + count_quotations(m, m->other)) {
		settle_quotes(m);
		return next_pair(m);
	}
	bool first = m->at < n_first;
	size_t index = first ? m->first_quotation[m->text] + m->at
			     : m->first_quotation[m->other] + m->at - n_first;
	m->at++;
	if (quote_find(m->set, &m->quotations.items[index], first ? m->other : m->text, &found))
		VEC_PUSH(m->found_quotes.items, m->found_quotes.n, m->found_quotes.cap, found);
	return true;
}

static bool *shown_of(struct survey_maker *m, struct unit_ref ref)
{
	return &m->shown[m->first_unit[ref.text] + ref.unit];
}

/* Whether the link from the second text is one that the first has told. */
static bool is_told(const struct survey_maker *m, const struct link *link)
{
	size_t low = 0, high = m->n_linked;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (m->linked[middle].a < link->b.unit)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < m->n_linked && m->linked[low].a == link->b.unit; low++)
		if (m->linked[low].b == link->a.unit)
			return true;
	return false;
}

static void tell_link(struct survey_maker *m, struct link link)
{
	if (link.a.text > link.b.text) {
		struct unit_ref ref = link.a;
		link.a = link.b;
		link.b = ref;
	} else {
		struct linked_units units = {(uint32_t)link.a.unit, (uint32_t)link.b.unit};
		VEC_PUSH(m->linked, m->n_linked, m->cap_linked, units);
	}
	*shown_of(m, link.a) = *shown_of(m, link.b) = true;
	figure_table_link(m->figures, &link);
	best_add(&m->links, &link);
}

/* Links of one unit to another text. */
static void link_unit(struct survey_maker *m, struct unit_ref unit, size_t to)
{
	bool likely = false;
	m->unit_links.n = 0;
	compare_links(m->set, unit, to, LINKS_OF_UNIT, &m->unit_links);
	for (size_t i = 0; i < m->unit_links.n; i++) {
		const struct link *link = &m->unit_links.items[i];
		if (link->band == BAND_NONE)
			continue;
		likely |= link->band >= BAND_LIKELY;
		if (unit.text < to || !is_told(m, link))
			tell_link(m, *link);
	}
	pair_of(m, unit.text, to)->n_linked += likely;
}

/* Counts a unit that is a copy, once for each other text. */
static void count_copied(struct survey_maker *m, struct unit_ref unit, size_t other)
{
	uint32_t *mark = &m->marked[m->first_unit[unit.text] + unit.unit];
	uint32_t pair = (uint32_t)(other + 1);
	if (*mark == pair)
		return;
	*mark = pair;
	pair_of(m, unit.text, other)->n_copied++;
}

static void settle_copies(struct survey_maker *m)
{
	for (size_t i = 0; i < m->pair_copies.n; i++) {
		const struct copy *copy = &m->pair_copies.items[i];
		if (!copy->copied)
			continue;
		count_copied(m, copy->a, copy->b.text);
		count_copied(m, copy->b, copy->a.text);
	}
	copies_join(&m->pair_copies);
	for (size_t i = 0; i < m->pair_copies.n; i++)
		best_add(&m->copies, &m->pair_copies.items[i]);
	m->pair_copies.n = 0;
}

/* One unit of two texts towards the other one of them. */
static bool link_next(struct survey_maker *m)
{
	if (m->other >= m->n_texts)
		return false;
	size_t n_first = count_units(m, m->text);
	if (m->at == n_first + count_units(m, m->other)) {
		settle_copies(m);
		m->n_linked = 0;
		return next_pair(m);
	}
	bool first = m->at < n_first;
	struct unit_ref unit = {first ? m->text : m->other, first ? m->at : m->at - n_first};
	m->at++;
	m->n_done++;
	link_unit(m, unit, first ? m->other : m->text);
	if (first)
		copy_index_find(m->shingles, unit, m->other, &m->pair_copies);
	return true;
}

/* Whether a unit says anything; a line of marks does not. */
static bool says_something(const struct compare_text *text, size_t unit)
{
	return compare_text_unit(text, unit).kind == UNIT_TEXT &&
	       text_unit_words(text, unit).n > 0;
}

static void tell_alone(struct survey_maker *m)
{
	struct survey *survey = &m->whole->survey;
	size_t cap = 0;
	for (size_t i = 0; i < m->n_texts; i++)
		for (size_t unit = 0; unit < count_units(m, i); unit++) {
			struct unit_ref ref = {i, unit};
			if (says_something(compare_set_text(m->set, i), unit) &&
			    !*shown_of(m, ref))
				VEC_PUSH(survey->alone, survey->n_alone, cap, ref);
		}
}

static bool tell(struct survey_maker *m)
{
	struct survey *survey = &m->whole->survey;
	tell_alone(m);
	figure_table_tell(m->figures, &m->whole->arena, survey);
	survey->links = best_take(&m->links, &survey->n_links, &survey->n_all_links);
	survey->copies = best_take(&m->copies, &survey->n_copies, &survey->n_all_copies);
	survey->quotes = best_take(&m->quotes, &survey->n_quotes, &survey->n_all_quotes);
	return false;
}

/* Where each text's quotations begin, which came in order. */
static void find_first_quotations(struct survey_maker *m)
{
	for (size_t i = 0; i < m->quotations.n; i++)
		m->first_quotation[m->quotations.items[i].at.text + 1] = i + 1;
	for (size_t i = 1; i <= m->n_texts; i++)
		if (m->first_quotation[i] < m->first_quotation[i - 1])
			m->first_quotation[i] = m->first_quotation[i - 1];
}

static void next_stage(struct survey_maker *m)
{
	if (m->stage == STAGE_GATHER)
		find_first_quotations(m);
	m->stage++;
	m->text = m->at = 0;
	m->other = 1;
}

bool survey_go_on(struct survey_maker *m, size_t max_steps)
{
	static bool (*const stages[STAGE_DONE])(struct survey_maker *) = {
		[STAGE_GATHER] = gather,         [STAGE_SHINGLES] = add_shingles,
		[STAGE_QUOTES] = look_for_quote, [STAGE_LINKS] = link_next,
		[STAGE_TELL] = tell,
	};
	for (size_t step = 0; m->stage < STAGE_DONE && step < max_steps; step++)
		if (!stages[m->stage](m))
			next_stage(m);
	return m->stage == STAGE_DONE;
}

unsigned survey_done(const struct survey_maker *m)
{
	if (m->stage == STAGE_DONE)
		return 100;
	return m->n_steps == 0 ? 0 : (unsigned)(m->n_done * 99 / m->n_steps);
}

struct survey *survey_take(struct survey_maker *m)
{
	assert(m->stage == STAGE_DONE);
	struct whole *whole = m->whole;
	release(m);
	return &whole->survey;
}

void survey_cancel(struct survey_maker *m)
{
	if (!m)
		return;
	survey_free(&m->whole->survey);
	release(m);
}

void survey_free(struct survey *survey)
{
	struct whole *whole = (struct whole *)survey;
	if (!survey)
		return;
	free(survey->pairs);
	free(survey->links);
	free(survey->alone);
	free(survey->copies);
	free(survey->quotes);
	free(survey->figures);
	arena_release(&whole->arena);
	free(whole);
}
