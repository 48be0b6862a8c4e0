/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya claim scheme: the values that stances have */
#include "cli/cli.h"

#include <string.h>

#include "app/i18n.h"
#include "app/stances.h"
#include "cli/grid.h"
#include "cli/row.h"

static void print_json(struct out *out, const struct stance_scheme *scheme)
{
	struct str json = STR_EMPTY;
	json_open(&json, '{');
	json_text_member(&json, "name", scheme->name);
	json_text_member(&json, "title", scheme->title);
	json_name(&json, "values");
	json_open(&json, '[');
	for (size_t i = 0; i < scheme->n; i++) {
		json_open(&json, '{');
		json_text_member(&json, "value", scheme->values[i].value);
		json_text_member(&json, "label", scheme->values[i].label);
		json_text_member(&json, "symbol", scheme->values[i].symbol);
		json_text_member(&json, "colour", scheme->values[i].colour);
		json_text_member(&json, "definition", scheme->values[i].definition);
		json_close(&json, '}');
	}
	json_close(&json, ']');
	json_close(&json, '}');
	json_print(out, &json);
}

static void print_values(struct out *out, const struct stance_scheme *scheme)
{
	struct grid grid;
	grid_init(&grid, 4, 3, 0);
	for (size_t i = 0; i < scheme->n; i++) {
		grid_add(&grid, scheme->values[i].symbol);
		grid_add(&grid, scheme->values[i].value);
		grid_add(&grid, scheme->values[i].label);
		grid_add(&grid, scheme->values[i].definition);
	}
	grid_print(&grid, out);
}

/* The schemes there are; the one in use has a mark. */
static enum status print_names(struct out *out, const char *in_use, struct fault *f)
{
	struct stance_entries list = {.items = NULL};
	struct grid grid;
	enum status status = stances_list(&list, f);
	grid_init(&grid, 3, 2, 0);
	for (size_t i = 0; i < list.n; i++) {
		grid_add(&grid, strcmp(list.items[i].name, in_use) == 0 ? "*" : "");
		grid_add(&grid, list.items[i].name);
		grid_add(&grid, list.items[i].title);
	}
	grid_print(&grid, out);
	stance_entries_release(&list);
	return status;
}

/* How many links keep a stance of another scheme. */
static enum status count_others(struct cli *cli, const char *scheme, size_t *n, struct fault *f)
{
	struct mention_list list = {.items = NULL};
	*n = 0;
	if (!cli->project.store)
		return STATUS_OK;
	enum status status = store_mention_list(cli->project.store, NULL, &list, f);
	for (size_t i = 0; i < list.n; i++)
		*n += list.items[i].stance[0] &&
		      strcmp(list.items[i].stance_scheme, scheme) != 0 &&
		      project_sees(&cli->project, list.items[i].coder);
	mention_list_release(&list);
	return status;
}

static enum status print_people(struct cli *cli, const struct stance_scheme *scheme,
				struct fault *f)
{
	size_t n_others;
	enum status status = count_others(cli, scheme->name, &n_others, f);
	if (status != STATUS_OK)
		return status;
	out_line(&cli->out, "%s", scheme->title);
	print_values(&cli->out, scheme);
	if (n_others)
		out_line(&cli->out,
			 ngettext("%zu link keeps a stance of another scheme",
				  "%zu links keep a stance of another scheme", n_others),
			 n_others);
	out_line(&cli->out, "%s", "");
	return print_names(&cli->out, scheme->name, f);
}

enum status cli_claim_scheme(struct cli *cli, const struct args *args, struct fault *f)
{
	struct stance_scheme scheme = {.name = NULL};
	enum status status = STATUS_OK;
	if (args->n_operands)
		status = project_stance_scheme(&cli->project, args->operands[0], f);
	if (status == STATUS_OK)
		status = stances_of_project(&cli->project, &scheme, f);
	if (status == STATUS_OK && args_option(args, "json"))
		print_json(&cli->out, &scheme);
	else if (status == STATUS_OK)
		status = print_people(cli, &scheme, f);
	stance_scheme_release(&scheme);
	return status;
}
