/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya list */
#include "cli/cli.h"

#include <inttypes.h>
#include <stdlib.h>

#include "app/i18n.h"
#include "cli/grid.h"
#include "cli/row.h"
#include "model/lineage.h"

static void print_json(struct out *out, const struct article_list *list,
		       const struct lineage *lineages)
{
	struct str json = STR_EMPTY;
	json_open(&json, '[');
	for (size_t i = 0; i < list->n; i++) {
		row_open(&json, ROW_article, &list->items[i]);
		json_number_member(&json, "version", (int64_t)lineages[i].version);
		json_number_member(&json, "versions", (int64_t)lineages[i].count);
		json_close(&json, '}');
	}
	json_close(&json, ']');
	json_print(out, &json);
}

static bool has_versions(const struct lineage *lineages, size_t n)
{
	size_t i = 0;
	while (i < n && lineages[i].count == 1)
		i++;
	return i < n;
}

/* "2/3" where there are versions at all: the last column. */
static void add_version(struct grid *grid, const struct lineage *lineage)
{
	if (lineage->count > 1)
		grid_addf(grid, "%zu/%zu", lineage->version, lineage->count);
	else
		grid_add(grid, "");
}

static void print_table(struct out *out, const struct article_list *list,
			const struct lineage *lineages)
{
	struct grid grid;
	bool versions = has_versions(lineages, list->n);
	const char *const headers[] = {_("no"),   _("title"), _("outlet"), _("date"),
				       _("words"), _("marks"), _("version")};
	size_t n_columns = sizeof headers / sizeof *headers - !versions;
	grid_init(&grid, n_columns, 1, 1u << 0 | 1u << 4 | 1u << 5);
	for (size_t i = 0; i < n_columns; i++)
		grid_add(&grid, headers[i]);
	for (size_t i = 0; i < list->n; i++) {
		const struct article *article = &list->items[i];
		grid_addf(&grid, "%" PRId64, article->number);
		grid_add(&grid, article->title);
		grid_add(&grid, article->outlet);
		grid_add(&grid, article->published_at);
		grid_addf(&grid, "%zu", article->n_words);
		grid_addf(&grid, "%zu", article->n_highlights);
		if (versions)
			add_version(&grid, &lineages[i]);
	}
	grid_print(&grid, out);
}

enum status cli_list(struct cli *cli, const struct args *args, struct fault *f)
{
	struct article_list list = {.items = NULL};
	enum status status = project_article_list(&cli->project, &list, f);
	struct lineage *lineages = lineage_make(&list);
	if (status == STATUS_OK && args_flag(args, ARG_list_json))
		print_json(&cli->out, &list, lineages);
	else if (status == STATUS_OK)
		print_table(&cli->out, &list, lineages);
	free(lineages);
	article_list_release(&list);
	return status;
}
