/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya tag list, tag on, tag off, tag retag */
#include "cli/tags.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "cli/each.h"
#include "cli/grid.h"
#include "cli/highlights.h"
#include "model/tagpath.h"

static void print_table(struct out *out, const struct tag_list *list)
{
	struct grid grid;
	grid_init(&grid, 4, 3, 1u << 1 | 1u << 2);
	const char *const headers[] = {_("tag"), _("marks"), _("articles"), _("definition")};
	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
		grid_add(&grid, headers[i]);
	for (size_t i = 0; i < list->n; i++) {
		const struct tag *tag = &list->items[i];
		grid_add(&grid, tag->path);
		grid_addf(&grid, "%zu", tag->n_highlights);
		grid_addf(&grid, "%zu", tag->n_articles);
		grid_add(&grid, tag->definition);
	}
	grid_print(&grid, out);
}

enum status cli_tag_list(struct cli *cli, const struct args *args, struct fault *f)
{
	struct tag_list list = {.items = NULL};
	enum status status = project_tag_list(&cli->project, &list, f);
	if (status == STATUS_OK && args_flag(args, ARG_tag_list_json))
		row_print_all(&cli->out, ROW_tag, list.items, list.n, sizeof *list.items);
	else if (status == STATUS_OK)
		print_table(&cli->out, &list);
	tag_list_release(&list);
	return status;
}

enum status tags_below(const struct project *project, const char *path, struct tag_list *out,
		       struct fault *f)
{
	struct tag_list list = {.items = NULL};
	struct tag top = {.path = NULL};
	enum status status = project_tag(project, path, &top, f);
	if (status == STATUS_OK)
		status = project_tag_list(project, &list, f);
	for (size_t i = 0; i < list.n && status == STATUS_OK; i++) {
		if (!tagpath_is_below(list.items[i].path, top.path))
			continue;
		*tag_list_add(out) = list.items[i];
		list.items[i] = (struct tag){.path = NULL};
	}
	tag_list_release(&list);
	tag_release(&top);
	return status;
}

/* Appends the tag of a path, with its counts. */
static enum status put(struct str *json, const struct project *project, const char *path,
		       struct fault *f)
{
	struct tag_list list = {.items = NULL};
	enum status status = tags_below(project, path, &list, f);
	if (status == STATUS_OK)
		row_put(json, ROW_tag, &list.items[0]);
	tag_list_release(&list);
	return status;
}

enum status tags_print(struct cli *cli, char *const *paths, size_t n, struct fault *f)
{
	struct str json = STR_EMPTY;
	enum status status = STATUS_OK;
	json_open(&json, '[');
	for (size_t i = 0; i < n && status == STATUS_OK; i++)
		status = put(&json, &cli->project, paths[i], f);
	json_close(&json, ']');
	if (status == STATUS_OK)
		json_print(&cli->out, &json);
	str_release(&json);
	return status;
}

enum status tags_print_one(struct cli *cli, const char *path, struct fault *f)
{
	struct str json = STR_EMPTY;
	enum status status = put(&json, &cli->project, path, f);
	if (status == STATUS_OK)
		json_print(&cli->out, &json);
	str_release(&json);
	return status;
}

static enum status tag_on(struct cli *cli, const struct args *args, char *path, void *data,
			  struct fault *f)
{
	(void)data;
	return project_tag_mark(&cli->project, args->operands[0], path, true, f);
}

static enum status tag_off(struct cli *cli, const struct args *args, char *path, void *data,
			   struct fault *f)
{
	(void)data;
	return project_tag_mark(&cli->project, args->operands[0], path, false, f);
}

static enum status tag_each(struct cli *cli, const struct args *args, enum act_kind kind,
			    each_action *action, struct fault *f)
{
	enum status status = each_operand(cli, args, 1, kind, action, NULL, f);
	if (status == STATUS_OK && args_option(args, "json"))
		status = highlights_print_one(&cli->out, &cli->project, args->operands[0], f);
	return status;
}

enum status cli_tag_on(struct cli *cli, const struct args *args, struct fault *f)
{
	return tag_each(cli, args, ACT_TAGS, tag_on, f);
}

enum status cli_tag_off(struct cli *cli, const struct args *args, struct fault *f)
{
	return tag_each(cli, args, ACT_UNTAGS, tag_off, f);
}

static void tell_retag(struct out *out, const struct args *args, size_t n)
{
	struct str json = STR_EMPTY;
	if (!args_option(args, "json")) {
		out_line(out, ngettext("%zu highlight: %s", "%zu highlights: %s", n), n,
			 args->operands[1]);
		out_line(out, "%s", _("hashiya undo brings it back"));
		return;
	}
	json_open(&json, '{');
	json_text_member(&json, "from", args->operands[0]);
	json_text_member(&json, "to", args->operands[1]);
	json_number_member(&json, "n_highlights", (int64_t)n);
	json_close(&json, '}');
	json_print(out, &json);
}

enum status cli_tag_retag(struct cli *cli, const struct args *args, struct fault *f)
{
	size_t n;
	const struct retag retag = {
		.from = args->operands[0],
		.to = args->operands[1],
		.keep = args_flag(args, ARG_tag_retag_keep),
		.article = args_value(args, ARG_tag_retag_article),
		.coder = args_value(args, ARG_tag_retag_by),
	};
	enum status status = project_retag(&cli->project, &retag, &n, f);
	if (status == STATUS_OK)
		tell_retag(&cli->out, args, n);
	return status;
}
