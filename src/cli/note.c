/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya note: one note a coder on an article, a highlight, a claim, a tag, the project */
#include "cli/cli.h"

#include <inttypes.h>
#include <string.h>

#include "app/i18n.h"
#include "cli/given.h"
#include "cli/grid.h"
#include "cli/row.h"

struct target {
	enum note_target kind;
	char id[ID_SIZE]; /* "" for the project */
	const char *ref;  /* as the person calls it; borrowed */
};

static void take(struct target *out, enum note_target kind, const char *id)
{
	out->kind = kind;
	memcpy(out->id, id, sizeof out->id);
}

/* A highlight by its id, else an article by whatever it is called. */
static enum status find_operand(struct cli *cli, const char *ref, struct target *out,
				struct fault *f)
{
	struct article article = {.number = 0};
	struct highlight highlight = {.exact = NULL};
	enum status status = store_highlight_get(cli->project.store, ref, &highlight, f);
	if (status == STATUS_OK) {
		take(out, NOTE_HIGHLIGHT, highlight.id);
	} else if (status == STATUS_NOT_FOUND) {
		status = project_article(&cli->project, ref, false, &article, f);
		take(out, NOTE_ARTICLE, article.id);
	}
	out->ref = ref;
	article_release(&article);
	highlight_release(&highlight);
	return status;
}

static enum status find_claim(struct cli *cli, const char *ref, struct target *out, struct fault *f)
{
	struct claim claim = {.number = 0};
	enum status status = project_claim(&cli->project, ref, &claim, f);
	take(out, NOTE_CLAIM, claim.id);
	out->ref = ref;
	claim_release(&claim);
	return status;
}

static enum status find_tag(struct cli *cli, const char *path, struct target *out, struct fault *f)
{
	struct tag tag = {.path = NULL};
	enum status status = project_tag(&cli->project, path, &tag, f);
	take(out, NOTE_TAG, tag.id);
	out->ref = path;
	tag_release(&tag);
	return status;
}

static enum status find_project(struct target *out)
{
	*out = (struct target){.kind = NOTE_PROJECT, .ref = "--whole-project"};
	return STATUS_OK;
}

/* Exactly one of them says what the note is on. */
static enum status find_target(struct cli *cli, const struct args *args, struct target *out,
			       struct fault *f)
{
	const char *claim = args_option(args, "claim"), *tag = args_option(args, "tag");
	bool whole = args_option(args, "whole-project") != NULL;
	if ((args->n_operands > 0) + (claim != NULL) + (tag != NULL) + whole != 1)
		return fault_setf(f, STATUS_USAGE, args->subcommand->words,
				  _("it needs one of %s, --claim, --tag, --whole-project"),
				  args->subcommand->operands);
	if (claim)
		return find_claim(cli, claim, out, f);
	if (tag)
		return find_tag(cli, tag, out, f);
	return whole ? find_project(out) : find_operand(cli, args->operands[0], out, f);
}

/* This coder's note on the target, moved out of the list; NOT_FOUND where there is none. */
static enum status get_note(struct cli *cli, const struct target *target, struct note *out,
			    struct fault *f)
{
	struct note_list list = {.items = NULL};
	enum status status = store_note_list(cli->project.store, target->id, &list, f);
	bool found = false;
	for (size_t i = 0; i < list.n && !found; i++) {
		found = list.items[i].kind == target->kind &&
			strcmp(list.items[i].coder, cli->options.coder) == 0;
		if (found) {
			*out = list.items[i];
			list.items[i] = (struct note){.text = NULL};
		}
	}
	note_list_release(&list);
	if (status == STATUS_OK && !found)
		return fault_setf(f, STATUS_NOT_FOUND, target->ref, _("no note of yours"));
	return status;
}

/* The text exactly, or the row. */
static enum status print_note(struct cli *cli, const struct args *args, const struct target *target,
			      struct fault *f)
{
	struct note note = {.text = NULL};
	enum status status = get_note(cli, target, &note, f);
	if (status == STATUS_OK && args_option(args, "json")) {
		row_print(&cli->out, ROW_note, &note);
	} else if (status == STATUS_OK) {
		out_data(&cli->out, note.text, strlen(note.text));
		out_raw(&cli->out, "\n", 1);
	}
	note_release(&note);
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

/* What came of writing is told to programs only; an empty note is none. */
static enum status tell_written(struct cli *cli, const struct args *args,
				const struct target *target, struct fault *f)
{
	return args_option(args, "json") ? print_note(cli, args, target, f) : STATUS_OK;
}

enum status cli_note(struct cli *cli, const struct args *args, struct fault *f)
{
	struct target target;
	const char *value = args_value(args, ARG_note_text);
	enum status status = find_target(cli, args, &target, f);
	if (status != STATUS_OK)
		return status;
	if (!value)
		return print_note(cli, args, &target, f);
	status = write_note(cli, &target, value, f);
	return status == STATUS_OK ? tell_written(cli, args, &target, f) : status;
}

static void print_removed(struct out *out, const struct note *note)
{
	struct str json = STR_EMPTY;
	json_open(&json, '{');
	json_name(&json, "removed");
	json_open(&json, '[');
	json_text(&json, note->id, strlen(note->id));
	json_close(&json, ']');
	json_close(&json, '}');
	json_print(out, &json);
}

enum status cli_note_remove(struct cli *cli, const struct args *args, struct fault *f)
{
	struct target target;
	struct note note = {.text = NULL};
	enum status status = find_target(cli, args, &target, f);
	if (status == STATUS_OK)
		status = get_note(cli, &target, &note, f);
	if (status == STATUS_OK)
		status = write_note(cli, &target, "", f);
	if (status == STATUS_OK && args_option(args, "json"))
		print_removed(&cli->out, &note);
	note_release(&note);
	return status;
}
