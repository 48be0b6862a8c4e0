/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya undo, redo, history */
#include "cli/cli.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/seen.h"
#include "cli/grid.h"
#include "cli/row.h"
#include "text/safe.h"

static void put_act(struct str *json, const struct act *act)
{
	char *words = act_words(act);
	struct str plain = STR_EMPTY;
	safe_append(&plain, words, strlen(words), false);
	row_open(json, ROW_act, act);
	json_text_member(json, "words", str_cstr(&plain));
	json_close(json, '}');
	str_release(&plain);
	free(words);
}

/* Looks from `*at` on: both lists go from the latest act backwards. */
static bool was_undone(const struct act_list *before, int64_t seq, size_t *at)
{
	while (*at < before->n && before->items[*at].seq > seq)
		++*at;
	return *at < before->n && before->items[*at].seq == seq && before->items[*at].undone;
}

/* Drops from `after` all acts but those that were taken back, or done again, since `before`. */
static void keep_changed(struct act_list *after, const struct act_list *before)
{
	size_t n = 0, at = 0;
	for (size_t i = 0; i < after->n; i++) {
		struct act act = after->items[i];
		if (act.undone != was_undone(before, act.seq, &at))
			after->items[n++] = act;
		else
			act_release(&act);
	}
	after->n = n;
}

/* One step, or all down or up to `seq`. */
static enum status step(struct cli *cli, bool back, const char *to, struct fault *f)
{
	size_t seq = 0;
	char *end;
	if (!to)
		return back ? project_undo(&cli->project, NULL, f)
			    : project_redo(&cli->project, NULL, f);
	seq = strtoull(to, &end, 10);
	if (*end || to[0] < '0' || to[0] > '9' || seq > INT64_MAX)
		return fault_setf(f, STATUS_INVALID, to,
				  _("hashiya history tells the numbers of acts"));
	return back ? project_undo_to(&cli->project, (int64_t)seq, NULL, f)
		    : project_redo_to(&cli->project, (int64_t)seq, NULL, f);
}

static void print_steps(struct out *out, const char *name, const struct act_list *list)
{
	struct str json = STR_EMPTY;
	json_open(&json, '{');
	json_name(&json, name);
	json_open(&json, '[');
	for (size_t i = 0; i < list->n; i++)
		put_act(&json, &list->items[i]);
	json_close(&json, ']');
	json_close(&json, '}');
	json_print(out, &json);
}

static void tell_steps(struct out *out, bool back, const struct act_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		char *words = act_words(&list->items[i]);
		out_line(out, back ? _("undone: %s") : _("done again: %s"), words);
		free(words);
	}
}

/* Tells the acts of which the history says something else afterwards. */
static enum status undo_or_redo(struct cli *cli, const struct args *args, bool back,
				struct fault *f)
{
	struct act_list before = {.items = NULL}, after = {.items = NULL};
	enum status status = store_history(cli->project.store, 0, &before, f);
	if (status == STATUS_OK)
		status = step(cli, back, args_option(args, "to"), f);
	if (status == STATUS_OK)
		status = store_history(cli->project.store, 0, &after, f);
	keep_changed(&after, &before);
	if (status == STATUS_OK && args_option(args, "json"))
		print_steps(&cli->out, back ? "undone" : "redone", &after);
	else if (status == STATUS_OK)
		tell_steps(&cli->out, back, &after);
	act_list_release(&before);
	act_list_release(&after);
	return status;
}

enum status cli_undo(struct cli *cli, const struct args *args, struct fault *f)
{
	return undo_or_redo(cli, args, true, f);
}

enum status cli_redo(struct cli *cli, const struct args *args, struct fault *f)
{
	return undo_or_redo(cli, args, false, f);
}

static void print_acts(struct out *out, const struct act_list *list)
{
	struct grid grid;
	grid_init(&grid, 5, 4, 1u << 0);
	for (size_t i = 0; i < list->n; i++) {
		const struct act *act = &list->items[i];
		char *words = act_words(act);
		grid_addf(&grid, "%" PRId64, act->seq);
		grid_add(&grid, act->at);
		grid_add(&grid, act->coder);
		grid_add(&grid, act->undone ? _("undone") : "");
		grid_add(&grid, words);
		free(words);
	}
	grid_print(&grid, out);
}

static void print_json(struct out *out, const struct act_list *list)
{
	struct str json = STR_EMPTY;
	json_open(&json, '[');
	for (size_t i = 0; i < list->n; i++)
		put_act(&json, &list->items[i]);
	json_close(&json, ']');
	json_print(out, &json);
}

/* There is no way back from this: how much it was is told. */
static enum status forget(struct cli *cli, bool json, struct fault *f)
{
	struct act_list gone = {.items = NULL};
	enum status status = project_writable(&cli->project, f);
	if (status == STATUS_OK)
		status = store_history(cli->project.store, 0, &gone, f);
	if (status == STATUS_OK)
		status = store_history_forget(cli->project.store, f);
	if (status == STATUS_OK && !json)
		out_line(&cli->out, ngettext("forgot %zu act; what was done stays",
					     "forgot %zu acts; what was done stays", gone.n), gone.n);
	act_list_release(&gone);
	return status;
}

enum status cli_history(struct cli *cli, const struct args *args, struct fault *f)
{
	struct act_list list = {.items = NULL};
	size_t limit = 0;
	enum status status = STATUS_OK;
	if (args_flag(args, ARG_history_forget))
		status = forget(cli, args_flag(args, ARG_history_json), f);
	if (status == STATUS_OK)
		status = args_number(args, ARG_history_limit, SIZE_MAX - 1, &limit, f);
	if (status == STATUS_OK)
		status = store_history(cli->project.store, limit, &list, f);
	KEEP_SEEN(act, &cli->project, &list);
	if (status == STATUS_OK && args_flag(args, ARG_history_json))
		print_json(&cli->out, &list);
	else if (status == STATUS_OK && !args_flag(args, ARG_history_forget))
		print_acts(&cli->out, &list);
	act_list_release(&list);
	return status;
}
