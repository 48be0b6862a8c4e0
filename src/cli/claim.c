/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya claim edit, remove, merge */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "base/xalloc.h"
#include "cli/dossier.h"
#include "cli/each.h"
#include "cli/given.h"
#include "cli/row.h"

static char *or_null(const struct str *text, const char *given)
{
	return given ? (char *)str_cstr(text) : NULL;
}

static enum status tell_claim(struct cli *cli, const struct args *args, const char *id,
			      struct fault *f)
{
	return args_option(args, "json") ? dossier_print(&cli->out, &cli->project, id, f)
					 : STATUS_OK;
}

enum status cli_claim_edit(struct cli *cli, const struct args *args, struct fault *f)
{
	const char *given = args_value(args, ARG_claim_edit_statement);
	struct str statement = STR_EMPTY;
	struct claim there = {.number = 0};
	enum status status = given_text(given, &statement, f);
	struct claim claim = {
		.statement = or_null(&statement, given),
		.lang = (char *)args_value(args, ARG_claim_edit_lang),
		.verdict = (char *)args_value(args, ARG_claim_edit_verdict),
	};
	if (status == STATUS_OK && !claim.statement && !claim.lang && !claim.verdict)
		status = fault_setf(f, STATUS_USAGE, "claim edit",
				    _("nothing to change was given"));
	if (status == STATUS_OK)
		status = project_claim(&cli->project, args->operands[0], &there, f);
	memcpy(claim.id, there.id, sizeof claim.id);
	if (status == STATUS_OK)
		status = project_claim_edit(&cli->project, &claim, f);
	if (status == STATUS_OK)
		status = tell_claim(cli, args, claim.id, f);
	claim_release(&there);
	str_release(&statement);
	return status;
}

/* Claims that were removed, and how many links went with each. */
struct removed {
	struct removed_claim {
		struct claim claim;
		size_t n_mentions;
	} *items;
	size_t n;
};

static enum status remove_one(struct cli *cli, const struct args *args, char *ref, void *data,
			      struct fault *f)
{
	struct removed *removed = data;
	struct removed_claim *out = &removed->items[removed->n++];
	(void)args;
	enum status status = project_claim(&cli->project, ref, &out->claim, f);
	return status == STATUS_OK ? project_claim_remove(&cli->project, out->claim.id,
							  &out->n_mentions, f)
				   : status;
}

static void print_removed(struct out *out, const struct removed *removed)
{
	struct str json = STR_EMPTY;
	json_open(&json, '[');
	for (size_t i = 0; i < removed->n; i++) {
		const struct removed_claim *gone = &removed->items[i];
		json_open(&json, '{');
		json_text_member(&json, "id", gone->claim.id);
		json_number_member(&json, "number", gone->claim.number);
		json_text_member(&json, "statement", gone->claim.statement);
		json_number_member(&json, "n_mentions", (int64_t)gone->n_mentions);
		json_close(&json, '}');
	}
	json_close(&json, ']');
	json_print(out, &json);
}

static void tell_removed(struct out *out, const struct removed *removed)
{
	for (size_t i = 0; i < removed->n; i++)
		out_line(out,
			 ngettext("removed with %zu link: %s", "removed with %zu links: %s",
				  removed->items[i].n_mentions),
			 removed->items[i].n_mentions, removed->items[i].claim.statement);
	out_line(out, "%s", _("hashiya undo brings it back"));
}

enum status cli_claim_remove(struct cli *cli, const struct args *args, struct fault *f)
{
	struct removed removed = {.items = xcalloc(args->n_operands, sizeof *removed.items)};
	enum status status =
		each_operand(cli, args, 0, ACT_CLAIMS_REMOVE, remove_one, &removed, f);
	if (status == STATUS_OK && args_option(args, "json"))
		print_removed(&cli->out, &removed);
	else if (status == STATUS_OK)
		tell_removed(&cli->out, &removed);
	for (size_t i = 0; i < removed.n; i++)
		claim_release(&removed.items[i].claim);
	free(removed.items);
	return status;
}

enum status cli_claim_merge(struct cli *cli, const struct args *args, struct fault *f)
{
	struct claim into = {.number = 0};
	enum status status = project_claim(&cli->project, args->operands[1], &into, f);
	if (status == STATUS_OK)
		status = project_claim_merge(&cli->project, args->operands[0], into.id, f);
	if (status == STATUS_OK)
		status = tell_claim(cli, args, into.id, f);
	claim_release(&into);
	return status;
}
