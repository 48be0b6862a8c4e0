/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya claim add: one claim, perhaps with a passage that speaks of it, or one for each line */
#include "cli/cli.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "base/vec.h"
#include "cli/dossier.h"
#include "cli/given.h"
#include "cli/place.h"
#include "cli/row.h"

/* Makes the passage that the options tell a mention of the claim, inside of the group. */
static enum status add_passage(struct cli *cli, const struct args *args,
			       const struct article *article, struct cp_range range,
			       const struct claim *claim, struct fault *f)
{
	struct mention mention = place_mention(args);
	struct mark mark = {.range = range, .mention = &mention};
	memcpy(mention.claim, claim->id, sizeof mention.claim);
	return project_mark(&cli->project, article, &mark, NULL, NULL, f);
}

/* The claim and its first passage, in one act. */
static enum status add_from(struct cli *cli, const struct args *args,
			    const struct article *article, struct claim *claim, struct fault *f)
{
	struct cp_range range;
	enum status status = place_find(cli, args, article, &range, f);
	if (status == STATUS_OK)
		status = project_group_begin(&cli->project, ACT_CLAIM_PASSAGE,
					     claim->statement, 1, f);
	if (status != STATUS_OK)
		return status;
	status = project_claim_add(&cli->project, claim, f);
	if (status == STATUS_OK)
		status = add_passage(cli, args, article, range, claim, f);
	if (status == STATUS_OK)
		return project_group_end(&cli->project, f);
	project_group_drop(&cli->project);
	return status;
}

static enum status add_with_passage(struct cli *cli, const struct args *args, struct claim *claim,
				    struct fault *f)
{
	struct article article = {.number = 0};
	const char *ref = args_value(args, ARG_claim_add_article);
	if (!ref)
		return fault_setf(f, STATUS_USAGE, "claim add", _("it needs --article"));
	enum status status = project_article(&cli->project, ref, true, &article, f);
	if (status == STATUS_OK)
		status = add_from(cli, args, &article, claim, f);
	article_release(&article);
	return status;
}

/* What the options say of a claim of this statement; all borrowed. */
static struct claim claim_of(const struct args *args, char *statement)
{
	return (struct claim){
		.statement = statement,
		.lang = (char *)args_value(args, ARG_claim_add_lang),
		.verdict = (char *)args_value(args, ARG_claim_add_verdict),
	};
}

static bool passage_is_given(const struct args *args)
{
	return args_value(args, ARG_claim_add_article) || place_is_given(args) ||
	       place_mention_is_given(args);
}

static enum status add_one(struct cli *cli, const struct args *args, char *statement,
			   struct fault *f)
{
	struct claim claim = claim_of(args, statement);
	enum status status = passage_is_given(args) ? add_with_passage(cli, args, &claim, f)
						    : project_claim_add(&cli->project, &claim, f);
	if (status != STATUS_OK)
		return status;
	if (args_option(args, "json"))
		return dossier_print(&cli->out, &cli->project, claim.id, f);
	out_line(&cli->out, "%" PRId64, claim.number);
	return STATUS_OK;
}

/* Lines that have something in them; borrowed from `text`, whose line ends become NULs. */
struct lines {
	char **items;
	size_t n, cap;
};

static struct lines split(char *text)
{
	struct lines lines = {.items = NULL};
	for (char *line; (line = strsep(&text, "\n"));)
		if (line[strspn(line, " \t\r")])
			VEC_PUSH(lines.items, lines.n, lines.cap, line);
	return lines;
}

static enum status add_each(struct cli *cli, const struct args *args, const struct lines *lines,
			    struct claim_list *added, struct fault *f)
{
	enum status status = project_group_begin(&cli->project, ACT_CLAIMS_ADD, NULL, lines->n, f);
	if (status != STATUS_OK)
		return status;
	for (size_t i = 0; i < lines->n && status == STATUS_OK; i++) {
		struct claim claim = claim_of(args, lines->items[i]);
		status = project_claim_add(&cli->project, &claim, f);
		if (status == STATUS_OK)
			status = store_claim_get(cli->project.store, claim.id,
						 claim_list_add(added), f);
	}
	if (status == STATUS_OK)
		return project_group_end(&cli->project, f);
	project_group_drop(&cli->project);
	return status;
}

static void tell_added(struct out *out, const struct args *args, const struct claim_list *added)
{
	if (args_option(args, "json"))
		row_print_all(out, ROW_claim, added->items, added->n, sizeof *added->items);
	for (size_t i = 0; i < added->n && !args_option(args, "json"); i++)
		out_line(out, "%" PRId64, added->items[i].number);
}

static enum status add_lines(struct cli *cli, const struct args *args, char *text,
			     struct fault *f)
{
	struct lines lines = split(text);
	struct claim_list added = {.items = NULL};
	enum status status = STATUS_OK;
	if (passage_is_given(args))
		status = fault_setf(f, STATUS_USAGE, "--lines", _("one passage speaks of one claim"));
	else if (lines.n)
		status = add_each(cli, args, &lines, &added, f);
	if (status == STATUS_OK)
		tell_added(&cli->out, args, &added);
	claim_list_release(&added);
	free(lines.items);
	return status;
}

enum status cli_claim_add(struct cli *cli, const struct args *args, struct fault *f)
{
	const char *given = args->n_operands ? args->operands[0]
					     : args_value(args, ARG_claim_add_quote);
	struct str text = STR_EMPTY;
	if (!given)
		return fault_setf(f, STATUS_USAGE, "claim add", _("it needs %s"),
				  args->subcommand->operands);
	enum status status = given_text(given, &text, f);
	char *statement = str_take(&text);
	if (status == STATUS_OK)
		status = args_flag(args, ARG_claim_add_lines) ? add_lines(cli, args, statement, f)
							      : add_one(cli, args, statement, f);
	free(statement);
	return status;
}
