/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya claim grid: who says what of each claim */
#include "cli/cli.h"

#include <inttypes.h>

#include "app/evidence.h"
#include "app/i18n.h"
#include "cli/grid.h"
#include "cli/row.h"

/* The word for a cell: a stance, or a state. */
static const char *cell_word(const struct coverage_cell *cell)
{
	return cell->state == COVERAGE_STANCE ? cell->stance : coverage_state_name(cell->state);
}

/* A stance that is not of the scheme has no sign, and stands there in its letters. */
static const char *cell_sign(const struct evidence *all, const struct coverage_cell *cell)
{
	if (cell->state != COVERAGE_STANCE)
		return coverage_state_symbol(cell->state);
	const struct stance_value *value = stance_find(&all->scheme, cell->stance);
	return value ? value->symbol : cell->stance;
}

static void print_cells(struct out *out, const struct evidence *all)
{
	struct grid grid;
	grid_init(&grid, all->articles.n + 2, 1, 1u << 0);
	grid_add(&grid, _("no"));
	grid_add(&grid, _("claim"));
	for (size_t i = 0; i < all->articles.n; i++)
		grid_addf(&grid, "%" PRId64, all->articles.items[i].number);
	for (size_t c = 0; c < all->claims.n; c++) {
		grid_addf(&grid, "%" PRId64, all->claims.items[c].number);
		grid_add(&grid, all->claims.items[c].statement);
		for (size_t a = 0; a < all->articles.n; a++)
			grid_add(&grid, cell_sign(all, coverage_grid_cell(&all->grid, c, a)));
	}
	grid_print(&grid, out);
}

/* "✓ agree  ✗ disagree ..." */
static void print_legend(struct out *out, const struct evidence *all)
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
	for (size_t i = 0; i < all->scheme.n; i++) {
		grid_add(&grid, all->scheme.values[i].symbol);
		grid_add(&grid, all->scheme.values[i].label);
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

static void print_people(struct out *out, const struct evidence *all)
{
	print_cells(out, all);
	out_line(out, "%s", "");
	print_legend(out, all);
	out_line(out, "%s", "");
	print_articles(out, &all->articles);
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

static void put_claim(struct str *json, const struct evidence *all, size_t c)
{
	const struct claim *claim = &all->claims.items[c];
	json_open(json, '{');
	json_text_member(json, "id", claim->id);
	json_number_member(json, "number", claim->number);
	json_text_member(json, "statement", claim->statement);
	json_name(json, "cells");
	json_open(json, '[');
	for (size_t a = 0; a < all->articles.n; a++) {
		const struct coverage_cell *cell = coverage_grid_cell(&all->grid, c, a);
		json_open(json, '{');
		json_text_member(json, "state", cell_word(cell));
		json_number_member(json, "n_mentions", (int64_t)cell->n_mentions);
		json_close(json, '}');
	}
	json_close(json, ']');
	json_close(json, '}');
}

static void print_json(struct out *out, const struct evidence *all)
{
	struct str json = STR_EMPTY;
	json_open(&json, '{');
	json_text_member(&json, "scheme", all->scheme.name);
	put_articles(&json, &all->articles);
	json_name(&json, "claims");
	json_open(&json, '[');
	for (size_t i = 0; i < all->claims.n; i++)
		put_claim(&json, all, i);
	json_close(&json, ']');
	json_close(&json, '}');
	json_print(out, &json);
}

enum status cli_claim_grid(struct cli *cli, const struct args *args, struct fault *f)
{
	struct evidence all = {.claims = {.items = NULL}};
	enum status status = evidence_load(&all, &cli->project, f);
	if (status == STATUS_OK && args_option(args, "json"))
		print_json(&cli->out, &all);
	else if (status == STATUS_OK)
		print_people(&cli->out, &all);
	evidence_release(&all);
	return status;
}
