/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya codebook: ready ones, and those in files */
#include "cli/cli.h"

#include "app/codebooks.h"
#include "app/export.h"
#include "app/i18n.h"
#include "base/json.h"
#include "cli/grid.h"

static void append_entry(struct str *json, const struct codebook_entry *entry)
{
	json_text_member(json, "name", entry->name);
	json_text_member(json, "lang", entry->lang);
	json_text_member(json, "title", entry->title);
	json_text_member(json, "source", entry->source);
}

static void print_json(struct out *out, struct str *json)
{
	str_append_char(json, '\n');
	out_data(out, json->p, json->len);
	str_release(json);
}

static void list_json(struct out *out, const struct codebook_entries *list)
{
	struct str json = STR_EMPTY;
	json_open(&json, '[');
	for (size_t i = 0; i < list->n; i++) {
		json_open(&json, '{');
		append_entry(&json, &list->items[i]);
		json_close(&json, '}');
	}
	json_close(&json, ']');
	print_json(out, &json);
}

static void list_table(struct out *out, const struct codebook_entries *list)
{
	struct grid grid;
	grid_init(&grid, 3, 2, 0);
	grid_add(&grid, _("name"));
	grid_add(&grid, _("language"));
	grid_add(&grid, _("title"));
	for (size_t i = 0; i < list->n; i++) {
		grid_add(&grid, list->items[i].name);
		grid_add(&grid, list->items[i].lang);
		grid_add(&grid, list->items[i].title);
	}
	grid_print(&grid, out);
}

enum status cli_codebook_list(struct cli *cli, const struct args *args, struct fault *f)
{
	struct codebook_entries list;
	enum status status = codebooks_list(&list, f);
	if (status == STATUS_OK && args_flag(args, ARG_codebook_list_json))
		list_json(&cli->out, &list);
	else if (status == STATUS_OK)
		list_table(&cli->out, &list);
	codebook_entries_release(&list);
	return status;
}

static void append_tag(struct str *json, const struct tag *tag)
{
	json_open(json, '{');
	json_text_member(json, "path", tag->path);
	json_text_member(json, "definition", tag->definition);
	json_text_member(json, "colour", tag->colour);
	json_text_member(json, "symbol", tag->symbol);
	json_text_member(json, "key", tag->key);
	json_close(json, '}');
}

static void show_json(struct out *out, const struct codebook *codebook)
{
	struct str json = STR_EMPTY;
	json_open(&json, '{');
	append_entry(&json, &codebook->entry);
	json_name(&json, "tags");
	json_open(&json, '[');
	for (size_t i = 0; i < codebook->tags.n; i++)
		append_tag(&json, &codebook->tags.items[i]);
	json_close(&json, ']');
	json_close(&json, '}');
	print_json(out, &json);
}

static void show_table(struct out *out, const struct codebook *codebook)
{
	struct grid grid;
	out_line(out, "%s", codebook->entry.title);
	out_line(out, "%s", codebook->entry.source);
	out_line(out, "%s", "");
	grid_init(&grid, 3, 2, 0);
	grid_add(&grid, "");
	grid_add(&grid, _("tag"));
	grid_add(&grid, _("definition"));
	for (size_t i = 0; i < codebook->tags.n; i++) {
		grid_add(&grid, codebook->tags.items[i].symbol);
		grid_add(&grid, codebook->tags.items[i].path);
		grid_add(&grid, codebook->tags.items[i].definition);
	}
	grid_print(&grid, out);
}

enum status cli_codebook_show(struct cli *cli, const struct args *args, struct fault *f)
{
	struct codebook codebook;
	enum status status = codebook_load(args->operands[0],
					   args_value(args, ARG_codebook_show_lang), &codebook, f);
	if (status == STATUS_OK && args_flag(args, ARG_codebook_show_json))
		show_json(&cli->out, &codebook);
	else if (status == STATUS_OK)
		show_table(&cli->out, &codebook);
	codebook_release(&codebook);
	return status;
}

static void tell(struct out *out, const struct codebook_added *done, bool as_json)
{
	struct str json = STR_EMPTY;
	if (as_json) {
		json_open(&json, '{');
		json_number_member(&json, "n_added", (int64_t)done->n_added);
		json_number_member(&json, "n_there", (int64_t)done->n_there);
		json_close(&json, '}');
		print_json(out, &json);
		return;
	}
	out_line(out, ngettext("added %zu tag", "added %zu tags", done->n_added), done->n_added);
	if (done->n_there)
		out_line(out, ngettext("%zu was there already", "%zu were there already",
				       done->n_there),
			 done->n_there);
}

/* Adds what was read, where it was (`status` is OK), and frees it. */
static enum status add(struct cli *cli, struct codebook *codebook, enum status status,
		       const char *under, bool as_json, struct fault *f)
{
	struct codebook_added done;
	if (status == STATUS_OK)
		status = project_codebook_add(&cli->project, codebook, under, &done, f);
	if (status == STATUS_OK)
		tell(&cli->out, &done, as_json);
	codebook_release(codebook);
	return status;
}

enum status cli_codebook_add(struct cli *cli, const struct args *args, struct fault *f)
{
	struct codebook codebook;
	enum status status = codebook_load(args->operands[0],
					   args_value(args, ARG_codebook_add_lang), &codebook, f);
	return add(cli, &codebook, status, args_value(args, ARG_codebook_add_under),
		   args_flag(args, ARG_codebook_add_json), f);
}

enum status cli_codebook_import(struct cli *cli, const struct args *args, struct fault *f)
{
	struct codebook codebook;
	enum status status = codebook_read(args->operands[0], &codebook, f);
	return add(cli, &codebook, status, args_value(args, ARG_codebook_import_under),
		   args_flag(args, ARG_codebook_import_json), f);
}

enum status cli_codebook_export(struct cli *cli, const struct args *args, struct fault *f)
{
	const char *path = args_value(args, ARG_codebook_export_output);
	const struct export_request request = {
		.format = EXPORT_CSV, .table = CSV_codebook, .csv = {.delimiter = ','}};
	return project_export(&cli->project, &request, path ? path : "-", f);
}
