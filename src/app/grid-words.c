/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line at the foot of the grid: what the cursor is on, in words. */
#include "app/grid-internal.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/stance-look.h"
#include "app/words.h"
#include "base/xalloc.h"

/* `out`, with a dot behind what is in it. */
static struct str *next_part(struct str *out)
{
	if (out->len > 0)
		str_append_str(out, " · ");
	return out;
}

static void append(struct str *out, char *part)
{
	if (*part)
		str_append_str(next_part(out), part);
	free(part);
}

static size_t count_stance(const struct mention_list *mentions, const char *stance)
{
	size_t n = 0;
	for (size_t i = 0; i < mentions->n; i++)
		n += strcmp(mentions->items[i].stance, stance) == 0;
	return n;
}

/* "agrees 2, disagrees 1" of a mixed cell; nothing where they cannot be read. */
static void append_stances(const struct stance_scheme *scheme, const struct project *project,
			   const char *claim, const char *article, bool mono, struct str *out)
{
	struct mention_list mentions = {.items = NULL};
	enum status status = evidence_of_cell(project, claim, article, &mentions, NULL);
	for (size_t i = 0; i < scheme->n && !status; i++) {
		const char *value = scheme->values[i].value;
		size_t n = count_stance(&mentions, value);
		struct stance_look look = stance_look_of(scheme, value, mono);
		if (n > 0)
			append(out, words_format("%s %s %zu", look.symbol, look.label, n));
	}
	mention_list_release(&mentions);
}

/* Who looked and found nothing: "nadia, omar"; the caller's. */
static char *checkers(const struct evidence *evidence, const char *claim, const char *article)
{
	struct str names = STR_EMPTY;
	for (size_t i = 0; i < evidence->coverage.n; i++) {
		const struct coverage *row = &evidence->coverage.items[i];
		if (strcmp(row->claim, claim) == 0 && strcmp(row->article, article) == 0)
			str_appendf(&names, "%s%s", names.len > 0 ? ", " : "", row->coder);
	}
	return str_take(&names);
}

static void append_cell(const struct evidence *evidence, const struct project *project,
			size_t claim, size_t article, bool mono, struct str *out)
{
	const struct coverage_cell *cell = coverage_grid_cell(&evidence->grid, claim, article);
	const char *claim_id = evidence->claims.items[claim].id;
	const char *article_id = evidence->articles.items[article].id;
	struct stance_look look = coverage_cell_look(&evidence->scheme, cell, mono);
	/* The sign of what is unread is the dot between two parts. */
	append(out, cell->state == COVERAGE_UNREAD
			    ? xstrdup(look.label)
			    : words_format("%s %s", look.symbol, look.label));
	if (cell->n_mentions > 0)
		append(out, words_format(ngettext("%zu passage", "%zu passages", cell->n_mentions),
					 cell->n_mentions));
	if (cell->state == COVERAGE_MIXED)
		append_stances(&evidence->scheme, project, claim_id, article_id, mono, out);
	if (cell->state == COVERAGE_ABSENT) {
		char *names = checkers(evidence, claim_id, article_id);
		/* TRANSLATORS: who looked through an article for a claim that it does not say */
		append(out, words_format(_("checked by %s"), names));
		free(names);
	}
}

/* How many articles do what with a claim: "agrees 2 · disagrees 1 · unread 2". */
static void append_counts(const struct grid *grid, size_t claim, bool mono, struct str *out)
{
	static const enum coverage_state states[] = {COVERAGE_MIXED, COVERAGE_MENTIONED,
						     COVERAGE_ABSENT, COVERAGE_UNREAD};
	const struct evidence *evidence = &grid->evidence;
	size_t n_states[N_COVERAGE_STATES] = {0};
	size_t *n_stances = xcalloc(evidence->scheme.n + 1, sizeof *n_stances);
	for (size_t i = 0; i < evidence->articles.n; i++) {
		const struct coverage_cell *cell = coverage_grid_cell(&evidence->grid, claim, i);
		const struct stance_value *value = stance_find(&evidence->scheme, cell->stance);
		if (value)
			n_stances[value - evidence->scheme.values]++;
		n_states[cell->state]++;
	}
	for (size_t i = 0; i < evidence->scheme.n; i++) {
		const struct stance_value *value = &evidence->scheme.values[i];
		if (n_stances[i] > 0)
			append(out, words_format("%s %zu", value->label, n_stances[i]));
	}
	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		if (n_states[states[i]] > 0)
			append(out, words_format("%s %zu", coverage_look(states[i], mono).label,
						 n_states[states[i]]));
	free(n_stances);
}

char *grid_words(const struct grid *grid, const struct project *project, bool mono)
{
	const struct evidence *evidence = &grid->evidence;
	size_t claim = grid_claim_at(grid), article = grid_article_at(grid);
	struct str out = STR_EMPTY;
	if (claim == evidence->claims.n)
		return str_take(&out);
	const struct claim *row = &evidence->claims.items[claim];
	if (article < evidence->articles.n) {
		/* TRANSLATORS: a place of the grid, by the numbers of both */
		append(&out, words_format(_("claim %zu, article %zu"), (size_t)row->number,
					  (size_t)evidence->articles.items[article].number));
		append_cell(evidence, project, claim, article, mono, &out);
		return str_take(&out);
	}
	append(&out, words_format(_("claim %zu"), (size_t)row->number));
	append_counts(grid, claim, mono, &out);
	append(&out, evidence_relations(evidence, row->id));
	if (*row->verdict)
		append(&out, words_format(_("verdict: %s"), row->verdict));
	if (evidence_noted(evidence, row->id))
		append(&out, xstrdup(_("has a note")));
	return str_take(&out);
}
