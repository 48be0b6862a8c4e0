/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya note: one note a coder on an article or a highlight */
#include "cli/cli.h"

#include <string.h>

#include "app/i18n.h"
#include "base/json.h"
#include "cli/given.h"
#include "cli/grid.h"

struct target {
	enum note_target kind;
	char id[ID_SIZE];
};

/* A highlight by its id, else an article by whatever it is called. */
static enum status find_target(struct cli *cli, const char *ref, struct target *out,
			       struct fault *f)
{
	struct article article = {.number = 0};
	struct highlight highlight = {.exact = NULL};
	enum status status = store_highlight_get(cli->project.store, ref, &highlight, f);
	if (status == STATUS_OK) {
		out->kind = NOTE_HIGHLIGHT;
		memcpy(out->id, highlight.id, sizeof out->id);
	} else if (status == STATUS_NOT_FOUND) {
		status = project_article(&cli->project, ref, false, &article, f);
		out->kind = NOTE_ARTICLE;
		memcpy(out->id, article.id, sizeof out->id);
	}
	article_release(&article);
	highlight_release(&highlight);
	return status;
}

/* This coder's note on the target, exactly; NOT_FOUND where there is none. */
static enum status print_note(struct cli *cli, const struct target *target, const char *ref,
			      struct fault *f)
{
	struct note_list list = {.items = NULL};
	enum status status = store_note_list(cli->project.store, target->id, &list, f);
	bool found = false;
	for (size_t i = 0; i < list.n && status == STATUS_OK; i++) {
		if (strcmp(list.items[i].coder, cli->options.coder) != 0)
			continue;
		found = true;
		out_data(&cli->out, list.items[i].text, strlen(list.items[i].text));
		out_raw(&cli->out, "\n", 1);
	}
	note_list_release(&list);
	if (status == STATUS_OK && !found)
		return fault_setf(f, STATUS_NOT_FOUND, ref, _("no note of yours"));
	return status;
}

static enum status write_note(struct cli *cli, const struct target *target, const char *value,
			      struct fault *f)
{
	struct str text = STR_EMPTY;
	enum status status = given_text(value, &text, f);
	if (status == STATUS_OK)
		status = project_note(&cli->project, target->kind, target->id, str_cstr(&text), f);
	str_release(&text);
	return status;
}

enum status cli_note(struct cli *cli, const struct args *args, struct fault *f)
{
	struct target target;
	const char *value = args_value(args, ARG_note_text);
	enum status status = find_target(cli, args->operands[0], &target, f);
	if (status != STATUS_OK)
		return status;
	return value ? write_note(cli, &target, value, f)
		     : print_note(cli, &target, args->operands[0], f);
}

enum status cli_note_remove(struct cli *cli, const struct args *args, struct fault *f)
{
	struct target target;
	enum status status = find_target(cli, args->operands[0], &target, f);
	return status == STATUS_OK ? write_note(cli, &target, "", f) : status;
}

static const char *kind_name(const struct note *note)
{
	return note->kind == NOTE_ARTICLE ? "article" : "highlight";
}

static void print_json(struct out *out, const struct note_list *list)
{
	struct str json = STR_EMPTY;
	json_open(&json, '[');
	for (size_t i = 0; i < list->n; i++) {
		const struct note *note = &list->items[i];
		json_open(&json, '{');
		json_text_member(&json, "id", note->id);
		json_text_member(&json, "kind", kind_name(note));
		json_text_member(&json, "target", note->target);
		json_text_member(&json, "text", note->text);
		json_text_member(&json, "coder", note->coder);
		json_text_member(&json, "created_at", note->created_at);
		json_text_member(&json, "updated_at", note->updated_at);
		json_close(&json, '}');
	}
	json_close(&json, ']');
	str_append_char(&json, '\n');
	out_data(out, json.p, json.len);
	str_release(&json);
}

static void print_table(struct out *out, const struct note_list *list)
{
	struct grid grid;
	grid_init(&grid, 4, 3, 0);
	for (size_t i = 0; i < list->n; i++) {
		const struct note *note = &list->items[i];
		grid_add(&grid, kind_name(note));
		grid_add(&grid, note->target);
		grid_add(&grid, note->coder);
		grid_add(&grid, note->text);
	}
	grid_print(&grid, out);
}

enum status cli_note_list(struct cli *cli, const struct args *args, struct fault *f)
{
	struct note_list list = {.items = NULL};
	enum status status = store_note_list(cli->project.store, NULL, &list, f);
	if (status == STATUS_OK && args_flag(args, ARG_note_list_json))
		print_json(&cli->out, &list);
	else if (status == STATUS_OK)
		print_table(&cli->out, &list);
	note_list_release(&list);
	return status;
}
