/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/survey-figures.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "compare/figures-internal.h"

/* The figures of a text; those of a unit follow each other. */
struct text_figures {
	struct found_figures found;
	bool *differs;    /* of each */
	size_t cap_differs;
	uint32_t *first;  /* by unit, and one more */
};

struct figure_table {
	const struct compare_set *set;
	struct text_figures texts[COMPARE_TEXTS];
	struct figure_clashes clashes; /* room to work in */
	size_t n_left_out;
};

struct figure_table *figure_table_new(const struct compare_set *set)
{
	struct figure_table *table = xcalloc(1, sizeof *table);
	table->set = set;
	for (size_t i = 0; i < compare_set_count(set); i++) {
		size_t n_units = compare_text_count(compare_set_text(set, i));
		table->texts[i].first = xcalloc(n_units + 1, sizeof *table->texts[i].first);
	}
	return table;
}

void figure_table_free(struct figure_table *table)
{
	if (!table)
		return;
	for (size_t i = 0; i < COMPARE_TEXTS; i++) {
		free(table->texts[i].found.items);
		free(table->texts[i].differs);
		free(table->texts[i].first);
	}
	free(table->clashes.items);
	free(table);
}

void figure_table_add(struct figure_table *table, struct unit_ref unit)
{
	struct text_figures *text = &table->texts[unit.text];
	size_t before = text->found.n;
	size_t n = figures_find(table->set, unit, SURVEY_FIGURES - before, &text->found);
	table->n_left_out += n - (text->found.n - before);
	text->differs = vec_reserve(text->differs, &text->cap_differs, text->found.n + 1,
				    sizeof *text->differs);
	memset(text->differs + before, false, text->found.n - before);
	text->first[unit.unit + 1] = (uint32_t)text->found.n;
}

static struct unit_figures figures_of(const struct text_figures *text, size_t unit)
{
	size_t first = text->first[unit];
	return (struct unit_figures){text->found.items + first, text->first[unit + 1] - first};
}

void figure_table_link(struct figure_table *table, const struct link *link)
{
	struct text_figures *one = &table->texts[link->a.text];
	struct text_figures *other = &table->texts[link->b.text];
	struct unit_figures of_a = figures_of(one, link->a.unit);
	struct unit_figures of_b = figures_of(other, link->b.unit);
	if (of_a.n == 0 || of_b.n == 0)
		return;
	figures_clash(table->set, link, of_a, of_b, &table->clashes);
	for (size_t i = 0; i < table->clashes.n; i++) {
		one->differs[one->first[link->a.unit] + table->clashes.items[i].a] = true;
		other->differs[other->first[link->b.unit] + table->clashes.items[i].b] = true;
	}
}

/* Groups while they are made: by thing, in the order of the first item. */
struct grouping {
	const struct figure_table *table;
	struct arena *arena;
	uint32_t *group_of; /* by thing, behind roots the special: group + 1, 0 for none yet */
	struct figure_group *groups;
	size_t n, cap;
	size_t *n_filled; /* by group */
};

static uint32_t *slot_of(struct grouping *g, const struct found_figure *figure)
{
	size_t n_roots = set_root_count(g->table->set);
	bool special = figure->thing > UINT32_MAX - FIGURE_SPECIAL;
	return &g->group_of[special ? n_roots + (UINT32_MAX - figure->thing) : figure->thing];
}

static void count_figure(struct grouping *g, const struct found_figure *figure)
{
	if (figure->thing == FIGURE_ALONE)
		return;
	uint32_t *slot = slot_of(g, figure);
	if (*slot == 0) {
		struct figure_group group = {.percent = figure->thing == FIGURE_PERCENT};
		VEC_PUSH(g->groups, g->n, g->cap, group);
		*slot = (uint32_t)g->n;
	}
	g->groups[*slot - 1].n_items++;
}

static void make_room(struct grouping *g)
{
	g->n_filled = xcalloc(g->n + 1, sizeof *g->n_filled);
	for (size_t i = 0; i < g->n; i++)
		g->groups[i].items = arena_alloc(g->arena, g->groups[i].n_items,
						 sizeof *g->groups[i].items);
}

static void fill_in(struct grouping *g, struct unit_ref at, const struct found_figure *figure,
		    bool differs)
{
	const struct compare_text *text = compare_set_text(g->table->set, at.text);
	struct word_run words = text_unit_words(text, at.unit);
	struct str value = STR_EMPTY;
	size_t group = *slot_of(g, figure) - 1;
	figure_value(text, words, figure, &value);
	g->groups[group].items[g->n_filled[group]++] = (struct figure){
		.at = at,
		.number = word_range(&words.items[figure->number]),
		.noun = word_range(&words.items[figure->noun]),
		.value = arena_strndup(g->arena, str_cstr(&value), value.len),
		.differs = differs,
	};
	g->groups[group].differs |= differs;
	str_release(&value);
}

static void fill_text(struct grouping *g, size_t i)
{
	const struct text_figures *text = &g->table->texts[i];
	size_t n_units = compare_text_count(compare_set_text(g->table->set, i));
	for (size_t unit = 0; unit < n_units; unit++)
		for (size_t k = text->first[unit]; k < text->first[unit + 1]; k++)
			if (text->found.items[k].thing != FIGURE_ALONE)
				fill_in(g, (struct unit_ref){i, unit}, &text->found.items[k],
					text->differs[k]);
}

static int by_value(const void *one, const void *other)
{
	return strcmp(*(const char *const *)one, *(const char *const *)other);
}

static void count_values(struct figure_group *group)
{
	const char **values = xmalloc(group->n_items * sizeof *values);
	for (size_t i = 0; i < group->n_items; i++)
		values[i] = group->items[i].value;
	qsort(values, group->n_items, sizeof *values, by_value);
	for (size_t i = 0; i < group->n_items; i++) {
		group->n_values += i == 0 || strcmp(values[i - 1], values[i]) != 0;
		group->n_texts += i == 0 || group->items[i - 1].at.text != group->items[i].at.text;
	}
	free(values);
}

/* Those that differ first, then by how many texts have them, how often, and where first. */
static int by_interest(const void *one, const void *other)
{
	const struct figure_group *a = one, *b = other;
	if (a->differs != b->differs)
		return a->differs ? -1 : 1;
	if (a->n_texts != b->n_texts)
		return a->n_texts > b->n_texts ? -1 : 1;
	if (a->n_items != b->n_items)
		return a->n_items > b->n_items ? -1 : 1;
	if (a->items[0].at.text != b->items[0].at.text)
		return a->items[0].at.text < b->items[0].at.text ? -1 : 1;
	size_t x = a->items[0].number.start_cp, y = b->items[0].number.start_cp;
	return (x > y) - (x < y);
}

void figure_table_tell(const struct figure_table *table, struct arena *arena,
		       struct survey *survey)
{
	struct grouping g = {.table = table, .arena = arena};
	g.group_of = xcalloc(set_root_count(table->set) + FIGURE_SPECIAL, sizeof *g.group_of);
	for (size_t i = 0; i < compare_set_count(table->set); i++)
		for (size_t k = 0; k < table->texts[i].found.n; k++)
			count_figure(&g, &table->texts[i].found.items[k]);
	make_room(&g);
	for (size_t i = 0; i < compare_set_count(table->set); i++)
		fill_text(&g, i);
	for (size_t i = 0; i < g.n; i++)
		count_values(&g.groups[i]);
	if (g.n > 1)
		qsort(g.groups, g.n, sizeof *g.groups, by_interest);
	survey->figures = g.groups;
	survey->n_figures = g.n;
	survey->n_figures_left_out = table->n_left_out;
	free(g.group_of);
	free(g.n_filled);
}
