/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya tag: the codebook, and tags on highlights */
#include "cli/cli.h"

#include "app/i18n.h"
#include "base/json.h"
#include "cli/grid.h"

/* Runs `action` for the operands from `first` on, as one act; of more than one, of that `kind`. */
static enum status for_each(struct cli *cli, const struct args *args, size_t first,
			    enum act_kind kind,
			    enum status (*action)(struct cli *cli, const struct args *args,
						  char *operand, struct fault *f),
			    struct fault *f)
{
	if (args->n_operands - first == 1)
		return action(cli, args, args->operands[first], f);
	enum status status = project_group_begin(&cli->project, kind, args->n_operands - first, f);
	if (status != STATUS_OK)
		return status;
	for (size_t i = first; i < args->n_operands && status == STATUS_OK; i++)
		status = action(cli, args, args->operands[i], f);
	if (status == STATUS_OK)
		return project_group_end(&cli->project, f);
	project_group_drop(&cli->project);
	return status;
}

static enum status add_one(struct cli *cli, const struct args *args, char *path, struct fault *f)
{
	struct tag tag = {
		.path = path,
		.definition = (char *)args_value(args, ARG_tag_add_definition),
		.colour = (char *)args_value(args, ARG_tag_add_colour),
		.symbol = (char *)args_value(args, ARG_tag_add_symbol),
		.key = (char *)args_value(args, ARG_tag_add_key),
	};
	return project_tag_add(&cli->project, &tag, f);
}

enum status cli_tag_add(struct cli *cli, const struct args *args, struct fault *f)
{
	return for_each(cli, args, 0, ACT_TAGS_ADD, add_one, f);
}

enum status cli_tag_edit(struct cli *cli, const struct args *args, struct fault *f)
{
	struct tag tag = {
		.path = args->operands[0],
		.definition = (char *)args_value(args, ARG_tag_edit_definition),
		.colour = (char *)args_value(args, ARG_tag_edit_colour),
		.symbol = (char *)args_value(args, ARG_tag_edit_symbol),
		.key = (char *)args_value(args, ARG_tag_edit_key),
	};
	if (!tag.definition && !tag.colour && !tag.symbol && !tag.key)
		return fault_setf(f, STATUS_USAGE, "tag edit", _("nothing to change was given"));
	return project_tag_edit(&cli->project, &tag, f);
}

static void append_json(struct str *json, const struct tag *tag)
{
	json_open(json, '{');
	json_text_member(json, "id", tag->id);
	json_text_member(json, "path", tag->path);
	json_text_member(json, "definition", tag->definition);
	json_text_member(json, "colour", tag->colour);
	json_text_member(json, "symbol", tag->symbol);
	json_text_member(json, "key", tag->key);
	json_number_member(json, "n_highlights", (int64_t)tag->n_highlights);
	json_number_member(json, "n_articles", (int64_t)tag->n_articles);
	json_text_member(json, "created_at", tag->created_at);
	json_text_member(json, "updated_at", tag->updated_at);
	json_close(json, '}');
}

static void print_json(struct out *out, const struct tag_list *list)
{
	struct str json = STR_EMPTY;
	json_open(&json, '[');
	for (size_t i = 0; i < list->n; i++)
		append_json(&json, &list->items[i]);
	json_close(&json, ']');
	str_append_char(&json, '\n');
	out_data(out, json.p, json.len);
	str_release(&json);
}

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
	enum status status = store_tag_list(cli->project.store, &list, f);
	if (status == STATUS_OK && args_flag(args, ARG_tag_list_json))
		print_json(&cli->out, &list);
	else if (status == STATUS_OK)
		print_table(&cli->out, &list);
	tag_list_release(&list);
	return status;
}

enum status cli_tag_rename(struct cli *cli, const struct args *args, struct fault *f)
{
	return project_tag_rename(&cli->project, args->operands[0], args->operands[1], f);
}

enum status cli_tag_merge(struct cli *cli, const struct args *args, struct fault *f)
{
	return project_tag_merge(&cli->project, args->operands[0], args->operands[1], f);
}

enum status cli_tag_remove(struct cli *cli, const struct args *args, struct fault *f)
{
	size_t n = 0;
	enum status status = project_tag_remove(&cli->project, args->operands[0], &n, f);
	if (status == STATUS_OK)
		out_line(&cli->out,
			 ngettext("taken off %zu highlight: %s", "taken off %zu highlights: %s", n),
			 n, args->operands[0]);
	return status;
}

static enum status tag_on(struct cli *cli, const struct args *args, char *path, struct fault *f)
{
	return project_tag_mark(&cli->project, args->operands[0], path, true, f);
}

static enum status tag_off(struct cli *cli, const struct args *args, char *path, struct fault *f)
{
	return project_tag_mark(&cli->project, args->operands[0], path, false, f);
}

enum status cli_tag_on(struct cli *cli, const struct args *args, struct fault *f)
{
	return for_each(cli, args, 1, ACT_TAGS, tag_on, f);
}

enum status cli_tag_off(struct cli *cli, const struct args *args, struct fault *f)
{
	return for_each(cli, args, 1, ACT_UNTAGS, tag_off, f);
}
