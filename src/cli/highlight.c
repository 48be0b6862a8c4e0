/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya highlight, highlight move, highlight remove */
#include "cli/cli.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "base/xalloc.h"
#include "cli/highlights.h"
#include "cli/place.h"
#include "cli/row.h"

static enum status tell_highlight(struct cli *cli, const struct args *args, const char *id,
				  struct fault *f)
{
	if (args_option(args, "json"))
		return highlights_print_one(&cli->out, &cli->project, id, f);
	out_line(&cli->out, "%s", id);
	return STATUS_OK;
}

static enum status mark(struct cli *cli, const struct args *args, const struct article *article,
			const struct mention *mention, struct fault *f)
{
	struct mark mark = {.note = args_value(args, ARG_highlight_note), .mention = mention};
	struct highlight highlight;
	bool widened;
	enum status status = place_find(cli, args, article, &mark.range, f);
	if (status != STATUS_OK)
		return status;
	mark.tags = args_values(args, ARG_highlight_tag, &mark.n_tags);
	status = project_mark(&cli->project, article, &mark, &highlight, &widened, f);
	free(mark.tags);
	if (status != STATUS_OK)
		return status;
	if (widened)
		say(_("widened to whole characters: %s"), highlight.exact);
	status = tell_highlight(cli, args, highlight.id, f);
	highlight_release(&highlight);
	return status;
}

/* The claim that --claim names; `*any` tells whether it was given. */
static enum status read_mention(struct cli *cli, const struct args *args, struct mention *out,
				bool *any, struct fault *f)
{
	const char *ref = args_value(args, ARG_highlight_claim);
	struct claim claim = {.number = 0};
	*out = place_mention(args);
	*any = ref != NULL;
	if (!ref)
		return place_mention_is_given(args)
			       ? fault_setf(f, STATUS_USAGE, "highlight", _("it needs --claim"))
			       : STATUS_OK;
	enum status status = project_claim(&cli->project, ref, &claim, f);
	memcpy(out->claim, claim.id, sizeof out->claim);
	claim_release(&claim);
	return status;
}

enum status cli_highlight(struct cli *cli, const struct args *args, struct fault *f)
{
	struct article article = {.number = 0};
	struct mention mention;
	bool any;
	enum status status = read_mention(cli, args, &mention, &any, f);
	if (status == STATUS_OK)
		status = project_article(&cli->project, args->operands[0], true, &article, f);
	if (status == STATUS_OK)
		status = mark(cli, args, &article, any ? &mention : NULL, f);
	article_release(&article);
	return status;
}

enum status cli_highlight_move(struct cli *cli, const struct args *args, struct fault *f)
{
	struct highlight highlight = {.exact = NULL};
	enum status status = project_highlight(&cli->project, args->operands[0], &highlight,
						 f);
	struct cp_range range = highlight.range;
	if (status == STATUS_OK)
		status = args_number(args, ARG_highlight_move_start, SIZE_MAX - 1, &range.start_cp,
				     f);
	if (status == STATUS_OK)
		status = args_number(args, ARG_highlight_move_end, SIZE_MAX - 1, &range.end_cp, f);
	if (status == STATUS_OK)
		status = project_resize_mark(&cli->project, highlight.id, range, f);
	if (status == STATUS_OK && args_option(args, "json"))
		status = highlights_print_one(&cli->out, &cli->project, highlight.id, f);
	highlight_release(&highlight);
	return status;
}

/* {"removed":[id, ...]} */
static void print_removed(struct out *out, char *const *ids, size_t n)
{
	struct str json = STR_EMPTY;
	json_open(&json, '{');
	json_name(&json, "removed");
	json_open(&json, '[');
	for (size_t i = 0; i < n; i++)
		json_text(&json, ids[i], strlen(ids[i]));
	json_close(&json, ']');
	json_close(&json, '}');
	json_print(out, &json);
}

static void tell_removed(struct out *out, size_t n)
{
	out_line(out, ngettext("removed %zu highlight", "removed %zu highlights", n), n);
	out_line(out, "%s", _("hashiya undo brings it back"));
}

/* Whole ids of what the operands begin: an array of `n_operands`, each the caller's. */
static enum status whole_ids(struct cli *cli, const struct args *args, char **ids, struct fault *f)
{
	enum status status = STATUS_OK;
	for (size_t i = 0; i < args->n_operands && status == STATUS_OK; i++) {
		struct highlight there = {.exact = NULL};
		status = project_highlight(&cli->project, args->operands[i], &there, f);
		ids[i] = xstrdup(there.id);
		highlight_release(&there);
	}
	return status;
}

enum status cli_highlight_remove(struct cli *cli, const struct args *args, struct fault *f)
{
	char **ids = xcalloc(args->n_operands, sizeof *ids);
	enum status status = whole_ids(cli, args, ids, f);
	if (status == STATUS_OK)
		status = project_unmark(&cli->project, (const char *const *)ids, args->n_operands,
					f);
	if (status == STATUS_OK && args_option(args, "json"))
		print_removed(&cli->out, ids, args->n_operands);
	else if (status == STATUS_OK)
		tell_removed(&cli->out, args->n_operands);
	for (size_t i = 0; i < args->n_operands; i++)
		free(ids[i]);
	free(ids);
	return status;
}
