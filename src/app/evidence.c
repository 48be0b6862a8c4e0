/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/evidence.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/seen.h"
#include "app/stances.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "model/lookup.h"
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

static enum status read_rows(struct evidence *out, struct store *store, struct fault *f)
{
	enum status status = store_claim_list(store, &out->claims, f);
	if (status == STATUS_OK)
		status = store_article_list(store, &out->articles, f);
	if (status == STATUS_OK)
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

/* What the lists count is what is seen. Mentions come by article. */
static void count_mentions(struct evidence *out)
{
	const char **last = xcalloc(out->claims.n, sizeof *last); /* article of each claim's */
	struct lookup claims;
	LOOKUP_BY_ID(&claims, &out->claims);
	for (size_t i = 0; i < out->claims.n; i++)
		out->claims.items[i].n_mentions = out->claims.items[i].n_articles = 0;
	for (size_t i = 0; i < out->mentions.n; i++) {
		const struct mention *mention = &out->mentions.items[i];
		size_t at;
		if (!lookup_one(&claims, mention->claim, &at))
			continue;
		struct claim *claim = &out->claims.items[at];
		claim->n_mentions++;
		claim->n_articles += !last[at] || strcmp(last[at], mention->article) != 0;
		last[at] = mention->article;
	}
	lookup_release(&claims);
	free(last);
}

static enum status read_all(struct evidence *out, const struct project *project, struct fault *f)
{
	enum status status = stances_of_project(project, &out->scheme, f);
	if (status != STATUS_OK || !project->store)
		return status;
	status = store_read_begin(project->store, f);
	if (status != STATUS_OK)
		return status;
	status = read_rows(out, project->store, f);
	store_read_end(project->store);
	return status;
}

enum status evidence_load(struct evidence *evidence, const struct project *project,
			  struct fault *f)
{
	struct evidence read = {.claims = {.items = NULL}};
	enum status status = read_all(&read, project, f);
	if (status != STATUS_OK) {
		evidence_release(&read);
		return status;
	}
	keep_seen(&read, project);
	if (project->options->blind)
		count_mentions(&read);
	coverage_grid_make(&read.claims, &read.articles, &read.mentions, &read.coverage, NULL,
			   &read.grid);
	evidence_release(evidence);
	*evidence = read;
	return STATUS_OK;
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
	coverage_grid_release(&evidence->grid);
	coverage_grid_make(&evidence->claims, &evidence->articles, &evidence->mentions,
			   &evidence->coverage, NULL, &evidence->grid);
	return STATUS_OK;
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
