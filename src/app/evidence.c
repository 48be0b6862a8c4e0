/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/evidence.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/seen.h"
#include "app/stances.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "model/vocabulary.h"

void evidence_release(struct evidence *evidence)
{
	coverage_grid_release(&evidence->grid);
	claim_list_release(&evidence->claims);
	article_list_release(&evidence->articles);
	mention_list_release(&evidence->mentions);
	coverage_list_release(&evidence->coverage);
	relation_list_release(&evidence->relations);
	note_list_release(&evidence->notes);
	stance_scheme_release(&evidence->scheme);
}

struct filling {
	const struct project *project;
	struct coverage_maker *maker;
};

static void add_stance(void *data, const struct mention_stance *row)
{
	const struct filling *filling = data;
	if (project_sees(filling->project, row->coder))
		coverage_maker_add(filling->maker, row->claim, row->article, row->stance);
}

static enum status read_cells(struct evidence *out, const struct project *project, struct fault *f)
{
	struct filling filling = {
		.project = project,
		.maker = coverage_maker_new(&out->claims, &out->articles, &out->grid)};
	enum status status = store_mention_stances(project->store, add_stance, &filling, f);
	coverage_maker_free(filling.maker);
	return status;
}

static enum status read_rows(struct evidence *out, const struct project *project, bool mentions,
			     struct fault *f)
{
	struct store *store = project->store;
	enum status status = store_claim_texts(store, &out->claims, f);
	if (status == STATUS_OK)
		status = store_article_list(store, &out->articles, f);
	if (status == STATUS_OK)
		status = read_cells(out, project, f);
	if (status == STATUS_OK && mentions)
		status = store_mention_list(store, NULL, &out->mentions, f);
	if (status == STATUS_OK)
		status = store_coverage_list(store, &out->coverage, f);
	if (status == STATUS_OK)
		status = store_relation_list(store, &out->relations, f);
	if (status == STATUS_OK)
		status = store_note_list(store, NULL, &out->notes, f);
	return status;
}

static void keep_seen(struct evidence *out, const struct project *project)
{
	KEEP_SEEN(mention, project, &out->mentions);
	KEEP_SEEN(coverage, project, &out->coverage);
	KEEP_SEEN(relation, project, &out->relations);
	KEEP_SEEN(note, project, &out->notes);
}

/* The claims count what is seen. */
static void count_mentions(struct evidence *out)
{
	for (size_t i = 0; i < out->claims.n; i++) {
		struct claim *claim = &out->claims.items[i];
		for (size_t k = 0; k < out->articles.n; k++) {
			size_t n = coverage_grid_cell(&out->grid, i, k)->n_mentions;
			claim->n_mentions += n;
			claim->n_articles += n > 0;
		}
	}
}

static void put_absent(struct evidence *evidence)
{
	struct coverage_maker *maker =
		coverage_maker_new(&evidence->claims, &evidence->articles, &evidence->grid);
	coverage_maker_absent(maker, &evidence->coverage, NULL);
	coverage_maker_free(maker);
}

static enum status read_all(struct evidence *out, const struct project *project, bool mentions,
			    struct fault *f)
{
	enum status status = stances_of_project(project, &out->scheme, f);
	if (status != STATUS_OK || !project->store)
		return status;
	status = store_read_begin(project->store, f);
	if (status != STATUS_OK)
		return status;
	status = read_rows(out, project, mentions, f);
	store_read_end(project->store);
	return status;
}

static enum status load(struct evidence *evidence, const struct project *project, bool mentions,
			struct fault *f)
{
	struct evidence read = {.claims = {.items = NULL}};
	enum status status = read_all(&read, project, mentions, f);
	if (status != STATUS_OK) {
		evidence_release(&read);
		return status;
	}
	keep_seen(&read, project);
	count_mentions(&read);
	put_absent(&read);
	evidence_release(evidence);
	*evidence = read;
	return STATUS_OK;
}

enum status evidence_load(struct evidence *evidence, const struct project *project,
			  struct fault *f)
{
	return load(evidence, project, false, f);
}

enum status evidence_load_mentions(struct evidence *evidence, const struct project *project,
				   struct fault *f)
{
	return load(evidence, project, true, f);
}

enum status evidence_load_coverage(struct evidence *evidence, const struct project *project,
				   struct fault *f)
{
	struct coverage_list read = {.items = NULL};
	enum status status = store_coverage_list(project->store, &read, f);
	if (status != STATUS_OK) {
		coverage_list_release(&read);
		return status;
	}
	KEEP_SEEN(coverage, project, &read);
	coverage_list_release(&evidence->coverage);
	evidence->coverage = read;
	put_absent(evidence);
	return STATUS_OK;
}

enum status evidence_of_cell(const struct project *project, const char *claim, const char *article,
			     struct mention_list *out, struct fault *f)
{
	size_t kept = 0;
	enum status status = store_mention_list(project->store, article, out, f);
	for (size_t i = 0; i < out->n; i++) {
		struct mention *mention = &out->items[i];
		if (strcmp(mention->claim, claim) == 0 && project_sees(project, mention->coder))
			out->items[kept++] = *mention;
		else
			mention_release(mention);
	}
	out->n = kept;
	return status;
}

size_t evidence_claim(const struct evidence *evidence, const char *id)
{
	size_t i = 0;
	while (i < evidence->claims.n && strcmp(evidence->claims.items[i].id, id) != 0)
		i++;
	return i;
}

size_t evidence_article(const struct evidence *evidence, const char *id)
{
	size_t i = 0;
	while (i < evidence->articles.n && strcmp(evidence->articles.items[i].id, id) != 0)
		i++;
	return i;
}

bool evidence_noted(const struct evidence *evidence, const char *target)
{
	for (size_t i = 0; i < evidence->notes.n; i++)
		if (strcmp(evidence->notes.items[i].target, target) == 0)
			return true;
	return false;
}

bool evidence_relation(const struct evidence *evidence, const char *a, const char *b,
		       const char *kind)
{
	for (size_t i = 0; i < evidence->relations.n; i++) {
		const struct relation *relation = &evidence->relations.items[i];
		if (strcmp(relation->a, a) == 0 && strcmp(relation->b, b) == 0 &&
		    strcmp(relation->kind, kind) == 0)
			return true;
	}
	return false;
}

bool evidence_related(const struct evidence *evidence, const char *one, const char *other)
{
	for (size_t i = 0; i < evidence->relations.n; i++) {
		const struct relation *relation = &evidence->relations.items[i];
		bool forth = strcmp(relation->a, one) == 0 && strcmp(relation->b, other) == 0;
		bool back = strcmp(relation->b, one) == 0 && strcmp(relation->a, other) == 0;
		if (forth || back)
			return true;
	}
	return false;
}

bool evidence_has_relations(const struct evidence *evidence, const char *claim)
{
	for (size_t i = 0; i < evidence->relations.n; i++)
		if (strcmp(evidence->relations.items[i].a, claim) == 0 ||
		    strcmp(evidence->relations.items[i].b, claim) == 0)
			return true;
	return false;
}

bool evidence_has_more(const struct evidence *evidence, const char *claim)
{
	return evidence_has_relations(evidence, claim) || evidence_noted(evidence, claim);
}

static void add_relation(const struct evidence *evidence, const struct relation *relation,
			 bool from_a, struct str *out)
{
	const struct term *term = vocabulary_find(VOCABULARY_RELATION, relation->kind);
	size_t other = evidence_claim(evidence, from_a ? relation->b : relation->a);
	if (other == evidence->claims.n)
		return;
	const char *label = !term ? relation->kind : _(from_a ? term->label : term->inverse);
	str_appendf(out, "%s%s %lld", out->len > 0 ? ", " : "", label,
		    (long long)evidence->claims.items[other].number);
}

char *evidence_relations(const struct evidence *evidence, const char *claim)
{
	struct str out = STR_EMPTY;
	for (size_t i = 0; i < evidence->relations.n; i++) {
		const struct relation *relation = &evidence->relations.items[i];
		if (strcmp(relation->a, claim) == 0)
			add_relation(evidence, relation, true, &out);
		else if (strcmp(relation->b, claim) == 0)
			add_relation(evidence, relation, false, &out);
	}
	return str_take(&out);
}
