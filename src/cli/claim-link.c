/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya claim link, unlink, absent, relate */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "app/i18n.h"
#include "cli/dossier.h"
#include "cli/each.h"
#include "cli/place.h"
#include "cli/row.h"

static enum status link_one(struct cli *cli, const struct args *args, char *highlight, void *claim,
			    struct fault *f)
{
	struct mention mention = place_mention(args);
	memcpy(mention.claim, ((const struct claim *)claim)->id, sizeof mention.claim);
	return project_mention(&cli->project, highlight, &mention, f);
}

/* Whether one of the operands from the second on begins the id. */
static bool is_operand(const struct args *args, const char *id)
{
	for (size_t i = 1; i < args->n_operands; i++)
		if (strncasecmp(id, args->operands[i], strlen(args->operands[i])) == 0)
			return true;
	return false;
}

static bool is_mine(const struct cli *cli, const struct mention *mention)
{
	return strcmp(mention->coder, cli->options.coder) == 0;
}

/* What came of the links: this coder's, on the highlights that were named. */
static enum status print_links(struct cli *cli, const struct args *args, const struct claim *claim,
			       struct fault *f)
{
	struct dossier dossier;
	struct str json = STR_EMPTY;
	enum status status = dossier_load(&dossier, &cli->project, claim->id, f);
	json_open(&json, '[');
	for (size_t i = 0; i < dossier.evidence.mentions.n && status == STATUS_OK; i++) {
		const struct mention *mention = &dossier.evidence.mentions.items[i];
		if (is_mine(cli, mention) && is_operand(args, mention->highlight))
			row_put(&json, ROW_mention, mention);
	}
	json_close(&json, ']');
	if (status == STATUS_OK)
		json_print(&cli->out, &json);
	str_release(&json);
	dossier_release(&dossier);
	return status;
}

enum status cli_claim_link(struct cli *cli, const struct args *args, struct fault *f)
{
	struct claim claim = {.number = 0};
	enum status status = project_claim(&cli->project, args->operands[0], &claim, f);
	if (status == STATUS_OK)
		status = each_operand(cli, args, 1, ACT_LINKS, link_one, &claim, f);
	if (status == STATUS_OK && args_option(args, "json"))
		status = print_links(cli, args, &claim, f);
	claim_release(&claim);
	return status;
}

/* Ids of links that were taken away. */
struct unlinked {
	const struct claim *claim;
	struct str json;
};

/* This coder's mention of the claim on a highlight. */
static enum status find_link(struct cli *cli, const struct claim *claim, const char *ref,
			     char id[ID_SIZE], struct fault *f)
{
	struct highlight highlight = {.exact = NULL};
	struct mention_list list = {.items = NULL};
	enum status status = project_highlight(&cli->project, ref, &highlight, f);
	if (status == STATUS_OK)
		status = store_mention_list(cli->project.store, highlight.article, &list, f);
	id[0] = '\0';
	for (size_t i = 0; i < list.n; i++)
		if (strcmp(list.items[i].highlight, highlight.id) == 0 &&
		    strcmp(list.items[i].claim, claim->id) == 0 && is_mine(cli, &list.items[i]))
			memcpy(id, list.items[i].id, ID_SIZE);
	if (status == STATUS_OK && !id[0])
		status = fault_setf(f, STATUS_NOT_FOUND, ref, _("no link of yours to this claim"));
	mention_list_release(&list);
	highlight_release(&highlight);
	return status;
}

static enum status unlink_one(struct cli *cli, const struct args *args, char *highlight, void *data,
			      struct fault *f)
{
	struct unlinked *unlinked = data;
	char id[ID_SIZE];
	(void)args;
	enum status status = find_link(cli, unlinked->claim, highlight, id, f);
	if (status == STATUS_OK)
		status = project_unmention(&cli->project, id, f);
	if (status == STATUS_OK)
		json_text(&unlinked->json, id, strlen(id));
	return status;
}

enum status cli_claim_unlink(struct cli *cli, const struct args *args, struct fault *f)
{
	struct claim claim = {.number = 0};
	struct unlinked unlinked = {.claim = &claim};
	json_open(&unlinked.json, '{');
	json_name(&unlinked.json, "removed");
	json_open(&unlinked.json, '[');
	enum status status = project_claim(&cli->project, args->operands[0], &claim, f);
	if (status == STATUS_OK)
		status = each_operand(cli, args, 1, ACT_UNLINKS, unlink_one, &unlinked, f);
	json_close(&unlinked.json, ']');
	json_close(&unlinked.json, '}');
	if (status == STATUS_OK && args_option(args, "json"))
		json_print(&cli->out, &unlinked.json);
	str_release(&unlinked.json);
	claim_release(&claim);
	return status;
}

static enum status absent_one(struct cli *cli, const struct args *args, char *article, void *claim,
			      struct fault *f)
{
	return project_absent(&cli->project, ((const struct claim *)claim)->id, article,
			      !args_flag(args, ARG_claim_absent_off), f);
}

/* All that this coder recorded as absent of the claim. */
static enum status print_absent(struct cli *cli, const struct claim *claim, struct fault *f)
{
	struct coverage_list list = {.items = NULL};
	struct str json = STR_EMPTY;
	enum status status = store_coverage_list(cli->project.store, &list, f);
	json_open(&json, '[');
	for (size_t i = 0; i < list.n; i++)
		if (strcmp(list.items[i].claim, claim->id) == 0 &&
		    strcmp(list.items[i].coder, cli->options.coder) == 0)
			row_put(&json, ROW_coverage, &list.items[i]);
	json_close(&json, ']');
	if (status == STATUS_OK)
		json_print(&cli->out, &json);
	str_release(&json);
	coverage_list_release(&list);
	return status;
}

enum status cli_claim_absent(struct cli *cli, const struct args *args, struct fault *f)
{
	struct claim claim = {.number = 0};
	enum act_kind kind =
		args_flag(args, ARG_claim_absent_off) ? ACT_NOT_ABSENTS : ACT_ABSENTS;
	enum status status = project_claim(&cli->project, args->operands[0], &claim, f);
	if (status == STATUS_OK)
		status = each_operand(cli, args, 1, kind, absent_one, &claim, f);
	if (status == STATUS_OK && args_option(args, "json"))
		status = print_absent(cli, &claim, f);
	claim_release(&claim);
	return status;
}

/* The relations of the first claim with the second, from either side. */
static enum status print_relations(struct cli *cli, const struct args *args, struct fault *f)
{
	struct dossier dossier;
	struct claim other = {.number = 0};
	struct str json = STR_EMPTY;
	enum status status = dossier_load(&dossier, &cli->project, args->operands[0], f);
	if (status == STATUS_OK)
		status = project_claim(&cli->project, args->operands[2], &other, f);
	json_open(&json, '[');
	for (size_t i = 0; i < dossier.evidence.relations.n && status == STATUS_OK; i++) {
		const struct relation *relation = &dossier.evidence.relations.items[i];
		if (strcmp(relation->a, other.id) == 0 || strcmp(relation->b, other.id) == 0)
			row_put(&json, ROW_relation, relation);
	}
	json_close(&json, ']');
	if (status == STATUS_OK)
		json_print(&cli->out, &json);
	str_release(&json);
	claim_release(&other);
	dossier_release(&dossier);
	return status;
}

enum status cli_claim_relate(struct cli *cli, const struct args *args, struct fault *f)
{
	bool on = !args_flag(args, ARG_claim_relate_off);
	enum status status = project_relate(&cli->project, args->operands[0], args->operands[2],
					    args->operands[1], on, f);
	if (status == STATUS_OK && args_option(args, "json"))
		status = print_relations(cli, args, f);
	return status;
}
