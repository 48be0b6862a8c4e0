/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya tag add, edit, rename, move, merge, remove: the codebook */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "base/xalloc.h"
#include "cli/each.h"
#include "cli/tags.h"
#include "model/tagpath.h"

static enum status add_one(struct cli *cli, const struct args *args, char *path, void *data,
			   struct fault *f)
{
	struct tag tag = {
		.path = path,
		.definition = (char *)args_value(args, ARG_tag_add_definition),
		.colour = (char *)args_value(args, ARG_tag_add_colour),
		.symbol = (char *)args_value(args, ARG_tag_add_symbol),
		.key = (char *)args_value(args, ARG_tag_add_key),
	};
	(void)data;
	return project_tag_add(&cli->project, &tag, f);
}

enum status cli_tag_add(struct cli *cli, const struct args *args, struct fault *f)
{
	enum status status = each_operand(cli, args, 0, ACT_TAGS_ADD, add_one, NULL, f);
	if (status == STATUS_OK && args_option(args, "json"))
		status = tags_print(cli, args->operands, args->n_operands, f);
	return status;
}

/* What came of an act on one tag. */
static enum status tell_tag(struct cli *cli, const struct args *args, const char *path,
			    struct fault *f)
{
	return args_option(args, "json") ? tags_print_one(cli, path, f) : STATUS_OK;
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
	enum status status = project_tag_edit(&cli->project, &tag, f);
	return status == STATUS_OK ? tell_tag(cli, args, tag.path, f) : status;
}

/* For people: what was done is told with its count; a program gets the tag. */
static enum status tell_count(struct cli *cli, const struct args *args, const char *path, size_t n,
			      struct fault *f)
{
	if (args_option(args, "json"))
		return tags_print_one(cli, path, f);
	out_line(&cli->out, ngettext("%zu highlight: %s", "%zu highlights: %s", n), n, path);
	out_line(&cli->out, "%s", _("hashiya undo brings it back"));
	return STATUS_OK;
}

static enum status rename_tag(struct cli *cli, const struct args *args, const char *new_path,
			      struct fault *f)
{
	size_t n;
	enum status status = project_tag_count(&cli->project, args->operands[0], &n, f);
	if (status == STATUS_OK)
		status = project_tag_rename(&cli->project, args->operands[0], new_path, f);
	return status == STATUS_OK ? tell_count(cli, args, new_path, n, f) : status;
}

enum status cli_tag_rename(struct cli *cli, const struct args *args, struct fault *f)
{
	return rename_tag(cli, args, args->operands[1], f);
}

enum status cli_tag_move(struct cli *cli, const struct args *args, struct fault *f)
{
	struct tag tag = {.path = NULL}, parent = {.path = NULL};
	bool to_top = strcmp(args->operands[1], "/") == 0;
	enum status status = project_tag(&cli->project, args->operands[0], &tag, f);
	if (status == STATUS_OK && !to_top)
		status = project_tag(&cli->project, args->operands[1], &parent, f);
	if (status == STATUS_OK) {
		char *path = xasprintf("%s%s%s", to_top ? "" : parent.path, to_top ? "" : "/",
				       tag.name);
		status = rename_tag(cli, args, path, f);
		free(path);
	}
	tag_release(&tag);
	tag_release(&parent);
	return status;
}

enum status cli_tag_merge(struct cli *cli, const struct args *args, struct fault *f)
{
	size_t n;
	enum status status = project_tag_count(&cli->project, args->operands[0], &n, f);
	if (status == STATUS_OK)
		status = project_tag_merge(&cli->project, args->operands[0], args->operands[1], f);
	return status == STATUS_OK ? tell_count(cli, args, args->operands[1], n, f) : status;
}

static void print_removed(struct out *out, const struct tag_list *removed, size_t n_highlights)
{
	struct str json = STR_EMPTY;
	json_open(&json, '{');
	json_name(&json, "removed");
	json_open(&json, '[');
	for (size_t i = 0; i < removed->n; i++)
		json_text(&json, removed->items[i].path, strlen(removed->items[i].path));
	json_close(&json, ']');
	json_number_member(&json, "n_highlights", (int64_t)n_highlights);
	json_close(&json, '}');
	json_print(out, &json);
}

enum status cli_tag_remove(struct cli *cli, const struct args *args, struct fault *f)
{
	struct tag_list below = {.items = NULL};
	size_t n = 0;
	enum status status = tags_below(&cli->project, args->operands[0], &below, f);
	if (status == STATUS_OK)
		status = project_tag_remove(&cli->project, args->operands[0], &n, f);
	if (status == STATUS_OK && args_option(args, "json")) {
		print_removed(&cli->out, &below, n);
	} else if (status == STATUS_OK) {
		out_line(&cli->out,
			 ngettext("taken off %zu highlight: %s", "taken off %zu highlights: %s", n),
			 n, args->operands[0]);
		out_line(&cli->out, "%s", _("hashiya undo brings it back"));
	}
	tag_list_release(&below);
	return status;
}
