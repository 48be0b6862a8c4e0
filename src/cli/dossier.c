/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/dossier.h"

#include <string.h>

#include "cli/row.h"

/* Drops the rows of a list that are not about `id`, or whose coder is not seen. */
#define KEEP(list_type, list, project, about)                                                      \
	do {                                                                                       \
		size_t n = 0;                                                                      \
		for (size_t i = 0; i < (list)->n; i++) {                                           \
			struct list_type row = (list)->items[i];                                   \
			if ((about) && project_sees(project, row.coder))                           \
				(list)->items[n++] = row;                                          \
			else                                                                       \
				list_type##_release(&row);                                         \
		}                                                                                  \
		(list)->n = n;                                                                     \
	} while (0)

static void keep_own(struct dossier *d, const struct project *project)
{
	const char *id = d->claim.id;
	KEEP(mention, &d->mentions, project, strcmp(row.claim, id) == 0);
	KEEP(coverage, &d->absent, project, strcmp(row.claim, id) == 0);
	KEEP(relation, &d->relations, project,
	     strcmp(row.a, id) == 0 || strcmp(row.b, id) == 0);
	KEEP(note, &d->notes, project, row.kind == NOTE_CLAIM);
}

static enum status load_passages(struct dossier *d, struct store *store, struct fault *f)
{
	enum status status = STATUS_OK;
	for (size_t i = 0; i < d->mentions.n && status == STATUS_OK; i++)
		status = store_highlight_get(store, d->mentions.items[i].highlight,
					     highlight_list_add(&d->passages), f);
	return status;
}

static enum status load_lists(struct dossier *d, const struct project *project, struct fault *f)
{
	struct store *store = project->store;
	enum status status = store_claim_list(store, &d->claims, f);
	if (status == STATUS_OK)
		status = store_article_list(store, &d->articles, f);
	if (status == STATUS_OK)
		status = store_mention_list(store, NULL, &d->mentions, f);
	if (status == STATUS_OK)
		status = store_coverage_list(store, &d->absent, f);
	if (status == STATUS_OK)
		status = store_relation_list(store, &d->relations, f);
	if (status == STATUS_OK)
		status = store_note_list(store, d->claim.id, &d->notes, f);
	if (status != STATUS_OK)
		return status;
	keep_own(d, project);
	return load_passages(d, store, f);
}

enum status dossier_load(struct dossier *d, const struct project *project, const char *ref,
			 struct fault *f)
{
	*d = (struct dossier){.claim = {.number = 0}};
	enum status status = store_read_begin(project->store, f);
	if (status != STATUS_OK)
		return status;
	status = project_claim(project, ref, &d->claim, f);
	if (status == STATUS_OK)
		status = load_lists(d, project, f);
	store_read_end(project->store);
	return status;
}

void dossier_release(struct dossier *d)
{
	claim_release(&d->claim);
	claim_list_release(&d->claims);
	article_list_release(&d->articles);
	highlight_list_release(&d->passages);
	mention_list_release(&d->mentions);
	coverage_list_release(&d->absent);
	relation_list_release(&d->relations);
	note_list_release(&d->notes);
}

#define PUT_ALL(json, name, kind, list) \
	row_array_member(json, name, ROW_##kind, (list)->items, (list)->n, sizeof *(list)->items)

static void put_mentions(struct str *json, const struct dossier *d)
{
	json_name(json, "mentions");
	json_open(json, '[');
	for (size_t i = 0; i < d->mentions.n; i++) {
		const struct highlight *passage = &d->passages.items[i];
		row_open(json, ROW_mention, &d->mentions.items[i]);
		json_number_member(json, "start", (int64_t)passage->range.start_cp);
		json_number_member(json, "end", (int64_t)passage->range.end_cp);
		json_text_member(json, "exact", passage->exact);
		json_close(json, '}');
	}
	json_close(json, ']');
}

/* How many articles the mentions are of, which come by article. */
static size_t count_articles(const struct mention_list *mentions)
{
	size_t n = 0;
	for (size_t i = 0; i < mentions->n; i++)
		n += i == 0 || strcmp(mentions->items[i].article, mentions->items[i - 1].article) != 0;
	return n;
}

void dossier_put(struct str *json, const struct dossier *d)
{
	struct claim claim = d->claim;
	claim.n_mentions = d->mentions.n;
	claim.n_articles = count_articles(&d->mentions);
	row_open(json, ROW_claim, &claim);
	put_mentions(json, d);
	PUT_ALL(json, "absent", coverage, &d->absent);
	PUT_ALL(json, "relations", relation, &d->relations);
	PUT_ALL(json, "notes", note, &d->notes);
	json_close(json, '}');
}

enum status dossier_print(struct out *out, const struct project *project, const char *ref,
			  struct fault *f)
{
	struct dossier dossier;
	struct str json = STR_EMPTY;
	enum status status = dossier_load(&dossier, project, ref, f);
	if (status == STATUS_OK) {
		dossier_put(&json, &dossier);
		json_print(out, &json);
	}
	dossier_release(&dossier);
	return status;
}
