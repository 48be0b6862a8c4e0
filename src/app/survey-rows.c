/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/survey-rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/vec.h"
#include "base/xalloc.h"

static const struct cp_range NO_RANGE = {0, 0};

size_t survey_items(const struct survey *survey, enum survey_list list)
{
	const size_t n[N_SURVEY_LISTS] = {
		[SURVEY_OF_ARTICLES] = survey->n_texts,
		[SURVEY_OF_LINKS] = survey->n_links,
		[SURVEY_OF_ALONE] = survey->n_alone,
		[SURVEY_OF_FIGURES] = survey->n_figures,
		[SURVEY_OF_QUOTES] = survey->n_quotes,
		[SURVEY_OF_COPIES] = survey->n_copies,
	};
	return n[list];
}

size_t survey_all_items(const struct survey *survey, enum survey_list list)
{
	switch (list) {
	case SURVEY_OF_LINKS:
		return survey->n_all_links;
	case SURVEY_OF_QUOTES:
		return survey->n_all_quotes;
	case SURVEY_OF_COPIES:
		return survey->n_all_copies;
	default:
		return survey_items(survey, list);
	}
}

size_t survey_differing(const struct survey *survey)
{
	size_t n = 0;
	for (size_t i = 0; i < survey->n_figures; i++)
		n += survey->figures[i].differs;
	return n;
}

void survey_count_alone(const struct survey *survey, size_t n_alone[COMPARE_TEXTS])
{
	memset(n_alone, 0, COMPARE_TEXTS * sizeof *n_alone);
	for (size_t i = 0; i < survey->n_alone; i++)
		n_alone[survey->alone[i].text]++;
}

size_t survey_sides(const struct survey *survey, enum survey_list list, size_t item)
{
	switch (list) {
	case SURVEY_OF_LINKS:
	case SURVEY_OF_QUOTES:
	case SURVEY_OF_COPIES:
		return 2;
	case SURVEY_OF_ALONE:
		return 1;
	case SURVEY_OF_FIGURES:
		return survey->figures[item].n_items;
	case SURVEY_OF_ARTICLES:
	case N_SURVEY_LISTS:
		break;
	}
	return 0;
}

static struct survey_side side_of(struct unit_ref at, struct cp_range part)
{
	return (struct survey_side){.at = at, .part = part, .noun = NO_RANGE, .figure = NULL};
}

static struct survey_side side_of_link(const struct link *link, size_t i)
{
	return side_of(i == 0 ? link->a : link->b, NO_RANGE);
}

static struct survey_side side_of_quote(const struct shared_quote *quote, size_t i)
{
	return i == 0 ? side_of(quote->a, quote->quote) : side_of(quote->b, quote->found);
}

static struct survey_side side_of_copy(const struct copy *copy, size_t i)
{
	return i == 0 ? side_of(copy->a, copy->range_a) : side_of(copy->b, copy->range_b);
}

static struct survey_side side_of_figure(const struct figure *figure)
{
	struct survey_side side = side_of(figure->at, figure->number);
	side.noun = figure->noun;
	side.figure = figure;
	return side;
}

struct survey_side survey_side(const struct survey *survey, enum survey_list list, size_t item,
			       size_t i)
{
	switch (list) {
	case SURVEY_OF_LINKS:
		return side_of_link(&survey->links[item], i);
	case SURVEY_OF_QUOTES:
		return side_of_quote(&survey->quotes[item], i);
	case SURVEY_OF_COPIES:
		return side_of_copy(&survey->copies[item], i);
	case SURVEY_OF_FIGURES:
		return side_of_figure(&survey->figures[item].items[i]);
	case SURVEY_OF_ALONE:
	case SURVEY_OF_ARTICLES:
	case N_SURVEY_LISTS:
		break;
	}
	return side_of(survey->alone[item], NO_RANGE);
}

static bool has_text(const struct survey *survey, enum survey_list list, size_t item, size_t text)
{
	for (size_t i = 0; i < survey_sides(survey, list, item); i++)
		if (survey_side(survey, list, item, i).at.text == text)
			return true;
	return false;
}

bool survey_item_is_in(const struct survey *survey, enum survey_list list, size_t item,
		       struct survey_scope scope)
{
	if (list == SURVEY_OF_ARTICLES)
		return true;
	/* What stands in one article alone stands in no pair. */
	if (list == SURVEY_OF_ALONE && scope.b != SIZE_MAX)
		return has_text(survey, list, item, scope.a) ||
		       has_text(survey, list, item, scope.b);
	return (scope.a == SIZE_MAX || has_text(survey, list, item, scope.a)) &&
	       (scope.b == SIZE_MAX || has_text(survey, list, item, scope.b));
}

/* The place of a text among those in `out`; `n` where it is not there. */
static size_t place_of(const struct unit_ref *out, size_t n, size_t text)
{
	size_t i = 0;
	while (i < n && out[i].text != text)
		i++;
	return i;
}

static void bring_to_front(struct unit_ref *out, size_t n, size_t text)
{
	size_t at = place_of(out, n, text);
	if (at == n)
		return;
	struct unit_ref first = out[at];
	memmove(out + 1, out, at * sizeof *out);
	out[0] = first;
}

size_t survey_places(const struct survey *survey, enum survey_list list, size_t item, size_t first,
		     struct unit_ref out[COMPARE_TEXTS])
{
	bool differs[COMPARE_TEXTS] = {false};
	size_t n = 0;
	for (size_t i = 0; i < survey_sides(survey, list, item); i++) {
		struct survey_side side = survey_side(survey, list, item, i);
		bool better = side.figure && side.figure->differs;
		size_t at = place_of(out, n, side.at.text);
		if (at < n && (differs[at] || !better))
			continue;
		out[at] = side.at;
		differs[at] = better;
		n += at == n;
	}
	bring_to_front(out, n, first);
	return n;
}

static void reach_unit(struct survey_reach *reach, struct unit_ref from, size_t to)
{
	if (from.unit >= reach->texts[from.text].n) {
		size_t n = reach->texts[from.text].n, more = 2 * from.unit + 16;
		uint32_t *units = xrealloc(reach->texts[from.text].units, more, sizeof *units);
		memset(units + n, 0, (more - n) * sizeof *units);
		reach->texts[from.text].units = units;
		reach->texts[from.text].n = more;
	}
	reach->texts[from.text].units[from.unit] |= UINT32_C(1) << to;
}

void survey_reach_make(struct survey_reach *reach, const struct survey *survey)
{
	survey_reach_release(reach);
	for (size_t i = 0; i < survey->n_links; i++) {
		const struct link *link = &survey->links[i];
		if (link->band < BAND_LIKELY)
			continue;
		reach_unit(reach, link->a, link->b.text);
		reach_unit(reach, link->b, link->a.text);
	}
}

void survey_reach_release(struct survey_reach *reach)
{
	for (size_t i = 0; i < COMPARE_TEXTS; i++)
		free(reach->texts[i].units);
	*reach = (struct survey_reach){.texts = {{NULL, 0}}};
}

static uint32_t reached(const struct survey_reach *reach, struct unit_ref at)
{
	return at.unit < reach->texts[at.text].n ? reach->texts[at.text].units[at.unit] : 0;
}

/* The link is the first of a unit that has none before it. */
static bool is_first(const struct survey_reach *before, const struct link *link)
{
	return reached(before, link->a) == 0 || reached(before, link->b) == 0;
}

bool *survey_best_links(const struct survey *survey, size_t *n)
{
	struct survey_reach before = {.texts = {{NULL, 0}}};
	bool *best = xcalloc(survey->n_links + 1, sizeof *best);
	*n = 0;
	for (size_t i = 0; i < survey->n_links; i++) {
		const struct link *link = &survey->links[i];
		best[i] = is_first(&before, link);
		*n += best[i];
		reach_unit(&before, link->a, link->b.text);
		reach_unit(&before, link->b, link->a.text);
	}
	survey_reach_release(&before);
	return best;
}

unsigned survey_reach_of(const struct survey_reach *reach, const struct link *link)
{
	uint32_t both = reached(reach, link->a) | reached(reach, link->b) |
			UINT32_C(1) << link->a.text | UINT32_C(1) << link->b.text;
	unsigned n = 0;
	for (; both; both &= both - 1)
		n++;
	return n;
}

/* What a row shows: its passages, of which a quotation or a copy is only a part. */
static void append_passages(const struct survey_source *from, enum survey_list list, size_t item,
			    struct str *out)
{
	for (size_t i = 0; i < survey_sides(from->survey, list, item); i++) {
		struct survey_side side = survey_side(from->survey, list, item, i);
		char *words = from->words(from->texts, side.at, side.part);
		if (words)
			str_append_str(out, words);
		/* No word matches across two passages. */
		str_append_char(out, '\n');
		free(words);
	}
}

/* What is counted, as each article calls it, and the numbers. */
static void append_figures(const struct survey_source *from, const struct figure_group *group,
			   struct str *out)
{
	for (size_t i = 0; i < group->n_items; i++) {
		const struct figure *figure = &group->items[i];
		bool first = i == 0 || group->items[i - 1].at.text != figure->at.text;
		char *noun = first && !group->percent
				     ? from->words(from->texts, figure->at, figure->noun)
				     : NULL;
		if (noun)
			str_append_str(out, noun);
		str_appendf(out, "\n%s%s\n", figure->value, group->percent ? "%" : "");
		free(noun);
	}
}

static bool has_words(const struct survey_source *from, enum survey_list list, size_t item,
		      const struct needles *needles)
{
	struct str text = STR_EMPTY;
	struct folded hay;
	if (list == SURVEY_OF_FIGURES)
		append_figures(from, &from->survey->figures[item], &text);
	else
		append_passages(from, list, item, &text);
	fold_init_utf8(&hay, str_cstr(&text), text.len);
	bool has = needles_match(needles, &hay);
	folded_release(&hay);
	str_release(&text);
	return has;
}

static bool is_shown(const struct survey_source *from, enum survey_list list, size_t item,
		     const struct survey_sieve *sieve)
{
	bool whole = sieve->scope.a == SIZE_MAX;
	if (list == SURVEY_OF_LINKS && whole && sieve->best && !sieve->best[item])
		return false;
	return survey_item_is_in(from->survey, list, item, sieve->scope) &&
	       (sieve->needles.n == 0 || has_words(from, list, item, &sieve->needles));
}

bool survey_rows_go_on(struct survey_rows *rows, const struct survey_source *from,
		       enum survey_list list, const struct survey_sieve *sieve, size_t max)
{
	size_t n = survey_items(from->survey, list);
	for (; rows->next < n && max > 0; rows->next++, max--)
		if (is_shown(from, list, rows->next, sieve))
			VEC_PUSH(rows->items, rows->n, rows->cap, rows->next);
	return rows->next == n;
}

void survey_rows_restart(struct survey_rows *rows)
{
	rows->n = rows->next = 0;
}

void survey_rows_release(struct survey_rows *rows)
{
	free(rows->items);
	*rows = (struct survey_rows){.items = NULL};
}
