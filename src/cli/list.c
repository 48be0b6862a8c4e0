/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya list */
#include "cli/cli.h"

#include <inttypes.h>

#include "app/i18n.h"
#include "cli/grid.h"
#include "cli/row.h"

static void print_table(struct out *out, const struct article_list *list)
{
	struct grid grid;
	grid_init(&grid, 6, 1, 1u << 0 | 1u << 4 | 1u << 5);
	const char *const headers[] = {_("no"), _("title"), _("outlet"),
				       _("date"), _("words"), _("marks")};
	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
		grid_add(&grid, headers[i]);
	for (size_t i = 0; i < list->n; i++) {
		const struct article *article = &list->items[i];
		grid_addf(&grid, "%" PRId64, article->number);
		grid_add(&grid, article->title);
		grid_add(&grid, article->outlet);
		grid_add(&grid, article->published_at);
		grid_addf(&grid, "%zu", article->n_words);
		grid_addf(&grid, "%zu", article->n_highlights);
	}
	grid_print(&grid, out);
}

enum status cli_list(struct cli *cli, const struct args *args, struct fault *f)
{
	struct article_list list = {.items = NULL};
	enum status status = store_article_list(cli->project.store, &list, f);
	if (status == STATUS_OK && args_flag(args, ARG_list_json))
		row_print_all(&cli->out, ROW_article, list.items, list.n, sizeof *list.items);
	else if (status == STATUS_OK)
		print_table(&cli->out, &list);
	article_list_release(&list);
	return status;
}
