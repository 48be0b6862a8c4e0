/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/dossier.h"

#include <string.h>

#include "cli/row.h"

/* Drops the rows of a list that are not about the claim. */
#define KEEP(type, list, is_about)                                         \
	do {                                                               \
		size_t kept = 0;                                           \
		for (size_t i = 0; i < (list)->n; i++)                     \
			if (is_about(&(list)->items[i], id))               \
				(list)->items[kept++] = (list)->items[i];  \
			else                                               \
				type##_release(&(list)->items[i]);         \
		(list)->n = kept;                                          \
	} while (0)

static bool mention_is_of(const struct mention *mention, const char *id)
{
	return strcmp(mention->claim, id) == 0;
}

static bool coverage_is_of(const struct coverage *coverage, const char *id)
{
	return strcmp(coverage->claim, id) == 0;
}

static bool relation_is_of(const struct relation *relation, const char *id)
{
	return strcmp(relation->a, id) == 0 || strcmp(relation->b, id) == 0;
}

static bool note_is_of(const struct note *note, const char *id)
{
	return note->kind == NOTE_CLAIM && strcmp(note->target, id) == 0;
}

static void keep_own(struct evidence *all, const char *id)
{
	KEEP(mention, &all->mentions, mention_is_of);
	KEEP(coverage, &all->coverage, coverage_is_of);
	KEEP(relation, &all->relations, relation_is_of);
	KEEP(note, &all->notes, note_is_of);
}

static enum status load_passages(struct dossier *d, struct store *store, struct fault *f)
{
	const struct mention_list *mentions = &d->evidence.mentions;
	enum status status = STATUS_OK;
	for (size_t i = 0; i < mentions->n && status == STATUS_OK; i++)
		status = store_highlight_get(store, mentions->items[i].highlight,
					     highlight_list_add(&d->passages), f);
	return status;
}

enum status dossier_load(struct dossier *d, const struct project *project, const char *ref,
			 struct fault *f)
{
	struct claim claim = {.number = 0};
	*d = (struct dossier){.claim = NULL};
	enum status status = project_claim(project, ref, &claim, f);
	if (status == STATUS_OK)
		status = evidence_load_mentions(&d->evidence, project, f);
	size_t i = status == STATUS_OK ? evidence_claim(&d->evidence, claim.id) : 0;
	if (status == STATUS_OK && i == d->evidence.claims.n)
		status = fault_set(f, STATUS_NOT_FOUND, ref);
	if (status == STATUS_OK) {
		d->claim = &d->evidence.claims.items[i];
		keep_own(&d->evidence, claim.id);
		status = load_passages(d, project->store, f);
	}
	claim_release(&claim);
	return status;
}

void dossier_release(struct dossier *d)
{
	evidence_release(&d->evidence);
	highlight_list_release(&d->passages);
}

#define PUT_ALL(json, name, kind, list) \
	row_array_member(json, name, ROW_##kind, (list)->items, (list)->n, sizeof *(list)->items)

static void put_mentions(struct str *json, const struct dossier *d)
{
	json_name(json, "mentions");
	json_open(json, '[');
	for (size_t i = 0; i < d->passages.n; i++) {
		const struct highlight *passage = &d->passages.items[i];
		row_open(json, ROW_mention, &d->evidence.mentions.items[i]);
		json_number_member(json, "start", (int64_t)passage->range.start_cp);
		json_number_member(json, "end", (int64_t)passage->range.end_cp);
		json_text_member(json, "exact", passage->exact);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void put(struct str *json, const struct dossier *d)
{
	row_open(json, ROW_claim, d->claim);
	put_mentions(json, d);
	PUT_ALL(json, "absent", coverage, &d->evidence.coverage);
	PUT_ALL(json, "relations", relation, &d->evidence.relations);
	PUT_ALL(json, "notes", note, &d->evidence.notes);
	json_close(json, '}');
}

enum status dossier_print(struct out *out, const struct project *project, const char *ref,
			  struct fault *f)
{
	struct dossier dossier;
	struct str json = STR_EMPTY;
	enum status status = dossier_load(&dossier, project, ref, f);
	if (status == STATUS_OK) {
		put(&json, &dossier);
		json_print(out, &json);
	}
	dossier_release(&dossier);
	return status;
}
