/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya claim grid: who says what of each claim */
#include "cli/cli.h"

#include <inttypes.h>
#include <string.h>

#include "app/i18n.h"
#include "app/stances.h"
#include "cli/grid.h"
#include "cli/row.h"
#include "model/coverage.h"

/* All that the grid is made of, of one moment. */
struct sheet {
	struct claim_list claims;
	struct article_list articles;
	struct mention_list mentions;
	struct coverage_list absent;
	struct stance_scheme scheme;
	struct coverage_grid cells;
};

static void sheet_release(struct sheet *sheet)
{
	coverage_grid_release(&sheet->cells);
	claim_list_release(&sheet->claims);
	article_list_release(&sheet->articles);
	mention_list_release(&sheet->mentions);
	coverage_list_release(&sheet->absent);
	stance_scheme_release(&sheet->scheme);
}

static void keep_seen_mentions(const struct project *project, struct mention_list *list)
{
	size_t n = 0;
	for (size_t i = 0; i < list->n; i++) {
		struct mention row = list->items[i];
		if (project_sees(project, row.coder))
			list->items[n++] = row;
		else
			mention_release(&row);
	}
	list->n = n;
}

static void keep_seen_absent(const struct project *project, struct coverage_list *list)
{
	size_t n = 0;
	for (size_t i = 0; i < list->n; i++) {
		struct coverage row = list->items[i];
		if (project_sees(project, row.coder))
			list->items[n++] = row;
		else
			coverage_release(&row);
	}
	list->n = n;
}

static enum status sheet_load(struct sheet *sheet, const struct project *project, struct fault *f)
{
	struct store *store = project->store;
	enum status status = store_read_begin(store, f);
	if (status != STATUS_OK)
		return status;
	status = store_claim_list(store, &sheet->claims, f);
	if (status == STATUS_OK)
		status = store_article_list(store, &sheet->articles, f);
	if (status == STATUS_OK)
		status = store_mention_list(store, NULL, &sheet->mentions, f);
	if (status == STATUS_OK)
		status = store_coverage_list(store, &sheet->absent, f);
	if (status == STATUS_OK)
		status = stances_of_project(project, &sheet->scheme, f);
	store_read_end(store);
	keep_seen_mentions(project, &sheet->mentions);
	keep_seen_absent(project, &sheet->absent);
	coverage_grid_make(&sheet->claims, &sheet->articles, &sheet->mentions, &sheet->absent, NULL,
			   &sheet->cells);
	return status;
}

/* The word for a cell: a stance, or a state. */
static const char *cell_word(const struct coverage_cell *cell)
{
	return cell->state == COVERAGE_STANCE ? cell->stance : coverage_state_name(cell->state);
}

/* A stance that is not of the scheme has no sign, and stands there in its letters. */
static const char *cell_sign(const struct sheet *sheet, const struct coverage_cell *cell)
{
	if (cell->state != COVERAGE_STANCE)
		return coverage_state_symbol(cell->state);
	const struct stance_value *value = stance_find(&sheet->scheme, cell->stance);
	return value ? value->symbol : cell->stance;
}

static void print_cells(struct out *out, const struct sheet *sheet)
{
	struct grid grid;
	grid_init(&grid, sheet->articles.n + 2, 1, 1u << 0);
	grid_add(&grid, _("no"));
	grid_add(&grid, _("claim"));
	for (size_t i = 0; i < sheet->articles.n; i++)
		grid_addf(&grid, "%" PRId64, sheet->articles.items[i].number);
	for (size_t c = 0; c < sheet->claims.n; c++) {
		grid_addf(&grid, "%" PRId64, sheet->claims.items[c].number);
		grid_add(&grid, sheet->claims.items[c].statement);
		for (size_t a = 0; a < sheet->articles.n; a++)
			grid_add(&grid, cell_sign(sheet, coverage_grid_cell(&sheet->cells, c, a)));
	}
	grid_print(&grid, out);
}

/* "✓ agree  ✗ disagree ..." */
static void print_legend(struct out *out, const struct sheet *sheet)
{
	static const struct {
		enum coverage_state state;
		const char *label;
	} states[] = {
		{COVERAGE_MIXED, N_("several stances")},
		{COVERAGE_MENTIONED, N_("not judged")},
		{COVERAGE_ABSENT, N_("absent")},
		{COVERAGE_UNREAD, N_("unread")},
	};
	struct grid grid;
	grid_init(&grid, 2, 1, 0);
	for (size_t i = 0; i < sheet->scheme.n; i++) {
		grid_add(&grid, sheet->scheme.values[i].symbol);
		grid_add(&grid, sheet->scheme.values[i].label);
	}
	for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
		grid_add(&grid, coverage_state_symbol(states[i].state));
		grid_add(&grid, _(states[i].label));
	}
	grid_print(&grid, out);
}

static void print_articles(struct out *out, const struct article_list *list)
{
	struct grid grid;
	grid_init(&grid, 3, 2, 1u << 0);
	for (size_t i = 0; i < list->n; i++) {
		grid_addf(&grid, "%" PRId64, list->items[i].number);
		grid_add(&grid, list->items[i].outlet);
		grid_add(&grid, list->items[i].title);
	}
	grid_print(&grid, out);
}

static void print_people(struct out *out, const struct sheet *sheet)
{
	print_cells(out, sheet);
	out_line(out, "%s", "");
	print_legend(out, sheet);
	out_line(out, "%s", "");
	print_articles(out, &sheet->articles);
}

static void put_articles(struct str *json, const struct article_list *list)
{
	json_name(json, "articles");
	json_open(json, '[');
	for (size_t i = 0; i < list->n; i++) {
		json_open(json, '{');
		json_text_member(json, "id", list->items[i].id);
		json_number_member(json, "number", list->items[i].number);
		json_text_member(json, "title", list->items[i].title);
		json_text_member(json, "outlet", list->items[i].outlet);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void put_claim(struct str *json, const struct sheet *sheet, size_t c)
{
	const struct claim *claim = &sheet->claims.items[c];
	json_open(json, '{');
	json_text_member(json, "id", claim->id);
	json_number_member(json, "number", claim->number);
	json_text_member(json, "statement", claim->statement);
	json_name(json, "cells");
	json_open(json, '[');
	for (size_t a = 0; a < sheet->articles.n; a++) {
		const struct coverage_cell *cell = coverage_grid_cell(&sheet->cells, c, a);
		json_open(json, '{');
		json_text_member(json, "state", cell_word(cell));
		json_number_member(json, "n_mentions", (int64_t)cell->n_mentions);
		json_close(json, '}');
	}
	json_close(json, ']');
	json_close(json, '}');
}

static void print_json(struct out *out, const struct sheet *sheet)
{
	struct str json = STR_EMPTY;
	json_open(&json, '{');
	json_text_member(&json, "scheme", sheet->scheme.name);
	put_articles(&json, &sheet->articles);
	json_name(&json, "claims");
	json_open(&json, '[');
	for (size_t i = 0; i < sheet->claims.n; i++)
		put_claim(&json, sheet, i);
	json_close(&json, ']');
	json_close(&json, '}');
	json_print(out, &json);
}

enum status cli_claim_grid(struct cli *cli, const struct args *args, struct fault *f)
{
	struct sheet sheet = {.claims = {.items = NULL}};
	enum status status = sheet_load(&sheet, &cli->project, f);
	if (status == STATUS_OK && args_option(args, "json"))
		print_json(&cli->out, &sheet);
	else if (status == STATUS_OK)
		print_people(&cli->out, &sheet);
	sheet_release(&sheet);
	return status;
}
