/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims: found by what a person calls them, added, changed, merged, removed. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/nearest.h"
#include "app/project-internal.h"
#include "app/words.h"
#include "base/xalloc.h"
#include "model/fields.h"
#include "model/statement.h"
#include "model/white.h"

/* Why `ref` names no claim, and which was perhaps meant. */
static enum status refuse_ref(const struct project *project, const char *ref, struct fault *f)
{
	struct claim_list list = {.items = NULL};
	struct nearest nearest = NEAREST(ref);
	enum status status = store_claim_list(project->store, &list, f);
	for (size_t i = 0; i < list.n; i++)
		nearest_offer(&nearest, list.items[i].statement);
	if (status == STATUS_OK && nearest.name)
		status = fault_setf(f, STATUS_NOT_FOUND, ref, _("did you mean %s?"), nearest.name);
	else if (status == STATUS_OK)
		status = fault_setf(f, STATUS_NOT_FOUND, ref,
				    _("no number, id or statement of a claim"));
	claim_list_release(&list);
	return status;
}

/* The claim of exactly this statement; `*found` false where there is none. */
static enum status by_statement(const struct project *project, const char *statement,
				struct claim *out, bool *found, struct fault *f)
{
	enum status status = store_claim_by_statement(project->store, statement, out, f);
	*found = status == STATUS_OK;
	if (status != STATUS_NOT_FOUND)
		return status;
	if (f)
		fault_release(f);
	return STATUS_OK;
}

static enum status find_by_statement(const struct project *project, const char *ref,
				     struct claim *out, struct fault *f)
{
	bool found;
	char *statement = white_trimmed(ref);
	enum status status = by_statement(project, statement, out, &found, f);
	free(statement);
	return status == STATUS_OK && !found ? refuse_ref(project, ref, f) : status;
}

enum status project_claim(const struct project *project, const char *ref, struct claim *out,
			  struct fault *f)
{
	struct fault why = FAULT_NONE;
	enum status status = project_readable(project, f);
	if (status != STATUS_OK)
		return status;
	status = store_claim_get(project->store, ref, out, &why);
	if (status == STATUS_NOT_FOUND && !why.detail)
		status = find_by_statement(project, ref, out, f);
	else if (status != STATUS_OK)
		fault_setf(f, status, why.subject, "%s", why.detail ? why.detail : "");
	fault_release(&why);
	return status;
}

/* EXISTS where another claim than `id` has this statement. */
static enum status refuse_taken(struct project *project, const char *id, const char *statement,
				struct fault *f)
{
	struct claim there = {.number = 0};
	bool found;
	enum status status = by_statement(project, statement, &there, &found, f);
	if (status == STATUS_OK && found && strcmp(there.id, id) != 0)
		/* TRANSLATORS: why a claim is not added; a number stands behind it */
		status = fault_setf(f, STATUS_EXISTS, statement, _("claim %" PRId64), there.number);
	claim_release(&there);
	return status;
}

static enum status check_lang(const char *lang, struct fault *f)
{
	struct article fields = {.lang = (char *)lang};
	return fields_check(&fields, NULL, f);
}

static enum status tidy(const char *text, char **statement, struct fault *f)
{
	enum status status = statement_tidy(text, statement, NULL);
	return status == STATUS_OK
		       ? status : fault_setf(f, status, text, _("a claim states something"));
}

/* Writes the claim, inside of an act. */
static enum status add(struct project *project, const char *statement, struct claim *claim,
		       struct fault *f)
{
	struct claim row = {
		.statement = xstrdup(statement),
		.lang = xstrdup(or_empty(claim->lang)),
		.verdict = white_trimmed(or_empty(claim->verdict)),
	};
	enum status status = refuse_taken(project, "", statement, f);
	if (status == STATUS_OK)
		status = store_claim_add(project->store, &row, f);
	if (status == STATUS_OK) {
		memcpy(claim->id, row.id, sizeof claim->id);
		claim->number = row.number;
	}
	claim_release(&row);
	return status;
}

enum status project_claim_add(struct project *project, struct claim *claim, struct fault *f)
{
	char *statement = NULL;
	enum status status = tidy(or_empty(claim->statement), &statement, f);
	if (status == STATUS_OK)
		status = check_lang(claim->lang, f);
	if (status == STATUS_OK)
		status = act_begin_on(project, ACT_CLAIM_ADD, statement, NULL, f);
	if (status == STATUS_OK)
		status = act_end(project, add(project, statement, claim, f), f);
	free(statement);
	return status;
}

static void override(char **field, const char *given)
{
	if (!given)
		return;
	char *kept = white_trimmed(given);
	free(*field);
	*field = kept;
}

static enum status write_fields(struct project *project, const struct claim *there,
				struct fault *f)
{
	enum status status = refuse_taken(project, there->id, there->statement, f);
	return status == STATUS_OK ? store_claim_update(project->store, there, f) : status;
}

enum status project_claim_edit(struct project *project, const struct claim *claim, struct fault *f)
{
	struct claim there = {.number = 0};
	char *statement = NULL;
	enum status status = project_claim(project, claim->id, &there, f);
	if (status == STATUS_OK && claim->statement)
		status = tidy(claim->statement, &statement, f);
	if (status == STATUS_OK)
		status = check_lang(claim->lang, f);
	if (status == STATUS_OK)
		status = act_begin_on(project, ACT_CLAIM_EDIT, there.statement, NULL, f);
	if (status == STATUS_OK) {
		override(&there.statement, statement);
		override(&there.lang, claim->lang);
		override(&there.verdict, claim->verdict);
		status = act_end(project, write_fields(project, &there, f), f);
	}
	free(statement);
	claim_release(&there);
	return status;
}

enum status project_claim_remove(struct project *project, const char *ref, size_t *n_mentions,
				 struct fault *f)
{
	struct claim there = {.number = 0};
	enum status status = project_claim(project, ref, &there, f);
	if (status == STATUS_OK)
		status = act_begin_on(project, ACT_CLAIM_REMOVE, there.statement, NULL, f);
	if (status == STATUS_OK)
		status = act_end(project, store_claim_remove(project->store, there.id, f), f);
	if (status == STATUS_OK && n_mentions)
		*n_mentions = there.n_mentions;
	claim_release(&there);
	return status;
}

enum status claim_pair(const struct project *project, const char *a_ref, const char *b_ref,
			       struct claim *a, struct claim *b, struct fault *f)
{
	enum status status = project_claim(project, a_ref, a, f);
	if (status == STATUS_OK)
		status = project_claim(project, b_ref, b, f);
	if (status == STATUS_OK && strcmp(a->id, b->id) == 0)
		status = fault_setf(f, STATUS_INVALID, b_ref, _("both are claim %" PRId64),
				    a->number);
	return status;
}

enum status project_claim_merge(struct project *project, const char *from_ref,
				const char *into_ref, struct fault *f)
{
	struct claim from = {.number = 0}, into = {.number = 0};
	enum status status = claim_pair(project, from_ref, into_ref, &from, &into, f);
	if (status == STATUS_OK)
		status = act_begin_on(project, ACT_CLAIM_MERGE, from.statement, into.statement, f);
	if (status == STATUS_OK)
		status = act_end(project, store_claim_merge(project->store, from.id, into.id, f),
				 f);
	claim_release(&from);
	claim_release(&into);
	return status;
}
