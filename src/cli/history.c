/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya undo, redo, history */
#include "cli/cli.h"

#include <stdint.h>
#include <stdlib.h>

#include "app/i18n.h"
#include "cli/grid.h"

enum status cli_undo(struct cli *cli, const struct args *args, struct fault *f)
{
	char *words = NULL;
	(void)args;
	enum status status = project_undo(&cli->project, &words, f);
	if (status == STATUS_OK)
		out_line(&cli->out, _("undone: %s"), words);
	free(words);
	return status;
}

enum status cli_redo(struct cli *cli, const struct args *args, struct fault *f)
{
	char *words = NULL;
	(void)args;
	enum status status = project_redo(&cli->project, &words, f);
	if (status == STATUS_OK)
		out_line(&cli->out, _("done again: %s"), words);
	free(words);
	return status;
}

static void print_acts(struct out *out, const struct act_list *list)
{
	struct grid grid;
	grid_init(&grid, 4, 3, 0);
	for (size_t i = 0; i < list->n; i++) {
		const struct act *act = &list->items[i];
		grid_add(&grid, act->at);
		grid_add(&grid, act->coder);
		grid_add(&grid, act->undone ? _("undone") : "");
		char *words = act_words(act);
		grid_add(&grid, words);
		free(words);
	}
	grid_print(&grid, out);
}

static enum status forget(struct cli *cli, struct fault *f)
{
	enum status status = project_writable(&cli->project, f);
	return status == STATUS_OK ? store_history_forget(cli->project.store, f) : status;
}

enum status cli_history(struct cli *cli, const struct args *args, struct fault *f)
{
	struct act_list list = {.items = NULL};
	size_t limit = 0;
	if (args_flag(args, ARG_history_forget))
		return forget(cli, f);
	enum status status = args_number(args, ARG_history_limit, SIZE_MAX - 1, &limit, f);
	if (status == STATUS_OK)
		status = store_history(cli->project.store, limit, &list, f);
	if (status == STATUS_OK)
		print_acts(&cli->out, &list);
	act_list_release(&list);
	return status;
}
