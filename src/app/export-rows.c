/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/export-rows.h"

#include <stdlib.h>
#include <string.h>

#include "app/project-internal.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "export/since.h"
#include "model/tagpath.h"

/*
 * Takes out of a list what is not chosen. `stays` is an expression on `row`.
 */
#define KEEP_ROWS(type, list, stays)                                       \
	do {                                                               \
		size_t kept = 0;                                           \
		for (size_t i = 0; i < (list)->n; i++) {                   \
			struct type *row = &(list)->items[i];              \
			if (stays)                                         \
				(list)->items[kept++] = *row;              \
			else                                               \
				type##_release(row);                       \
		}                                                          \
		(list)->n = kept;                                          \
	} while (0)

/* --- what the filter names --- */

/* Ids, in no order: of what a filter names, which are few. */
struct id_set {
	char (*items)[ID_SIZE];
	size_t n, cap;
};

static void id_set_add(struct id_set *set, const char *id)
{
	set->items = vec_reserve(set->items, &set->cap, set->n + 1, sizeof *set->items);
	memcpy(set->items[set->n++], id, ID_SIZE);
}

static bool id_set_has(const struct id_set *set, const char *id)
{
	for (size_t i = 0; i < set->n; i++)
		if (strcmp(set->items[i], id) == 0)
			return true;
	return false;
}

/* The articles asked for, each once, by number; all where none is. */
static enum status load_articles(struct export_load *load, const struct export_names *refs,
				 struct fault *f)
{
	struct id_set wanted = {.n = 0};
	enum status status = store_article_list(load->project->store, &load->articles, f);
	for (size_t i = 0; i < refs->n && status == STATUS_OK; i++) {
		struct article article = {.number = 0};
		status = project_article(load->project, refs->items[i], false, &article, f);
		if (status == STATUS_OK)
			id_set_add(&wanted, article.id);
		article_release(&article);
	}
	if (refs->n)
		KEEP_ROWS(article, &load->articles, id_set_has(&wanted, row->id));
	free(wanted.items);
	return status;
}

static const struct tag *find_path(const struct tag_list *tags, const char *path)
{
	for (size_t i = 0; i < tags->n; i++)
		if (strcmp(tags->items[i].path, path) == 0)
			return &tags->items[i];
	return NULL;
}

/* Chooses a tag and all below it. */
static enum status choose_tag(const struct tag_list *tags, const char *given, bool *chosen,
			      struct fault *f)
{
	char *path = NULL;
	enum status status = tagpath_tidy(given, &path, f);
	if (status == STATUS_OK && !find_path(tags, path))
		status = fault_set(f, STATUS_NOT_FOUND, given);
	for (size_t i = 0; i < tags->n && status == STATUS_OK; i++)
		chosen[i] |= tagpath_is_below(tags->items[i].path, path);
	free(path);
	return status;
}

/* Whether a tag that is not chosen has one below it that is: they come right behind it. */
static bool has_chosen_below(const struct tag_list *tags, const bool *chosen, size_t i)
{
	const char *path = tags->items[i].path;
	for (size_t k = i + 1; k < tags->n && tagpath_is_below(tags->items[k].path, path); k++)
		if (chosen[k])
			return true;
	return false;
}

/* Parts those chosen from those above them; the rest is dropped. */
static void part_tags(struct export_load *load, struct tag_list *all, const bool *chosen)
{
	for (size_t i = 0; i < all->n; i++) {
		struct tag *tag = &all->items[i];
		if (chosen[i])
			*tag_list_add(&load->tags) = *tag;
		else if (has_chosen_below(all, chosen, i))
			*tag_list_add(&load->tags_above) = *tag;
		else
			tag_release(tag);
	}
	all->n = 0;
}

static enum status load_tags(struct export_load *load, const struct export_names *paths,
			     struct fault *f)
{
	struct tag_list all = {.n = 0};
	if (!paths->n)
		return store_tag_names(load->project->store, &load->tags, f);
	enum status status = store_tag_names(load->project->store, &all, f);
	bool *chosen = xcalloc(all.n ? all.n : 1, sizeof *chosen);
	for (size_t i = 0; i < paths->n && status == STATUS_OK; i++)
		status = choose_tag(&all, paths->items[i], chosen, f);
	if (status == STATUS_OK)
		part_tags(load, &all, chosen);
	free(chosen);
	tag_list_release(&all);
	load->filter.tags = &load->tags;
	return status;
}

static enum status load_claims(struct export_load *load, const struct export_names *refs,
			       struct fault *f)
{
	struct id_set wanted = {.n = 0};
	enum status status = store_claim_list(load->project->store, &load->claims, f);
	for (size_t i = 0; i < refs->n && status == STATUS_OK; i++) {
		struct claim claim = {.number = 0};
		status = project_claim(load->project, refs->items[i], &claim, f);
		if (status == STATUS_OK)
			id_set_add(&wanted, claim.id);
		claim_release(&claim);
	}
	if (refs->n) {
		KEEP_ROWS(claim, &load->claims, id_set_has(&wanted, row->id));
		load->filter.claims = &load->claims;
	}
	free(wanted.items);
	return status;
}

/* The coders asked for; of these only the person's own where that is blind to others. */
static void choose_coders(struct export_load *load, const struct export_names *names)
{
	const char *me = load->project->options->coder;
	bool blind = load->project->options->blind;
	if (!names->n && !blind)
		return;
	load->coders = xcalloc(names->n + 1, sizeof *load->coders);
	for (size_t i = 0; i < names->n; i++)
		if (project_sees(load->project, names->items[i]))
			load->coders[load->filter.n_coders++] = names->items[i];
	if (!names->n)
		load->coders[load->filter.n_coders++] = me;
	load->filter.coders = load->coders;
}

/* --- rows that hang on what is there --- */

static bool made(const struct export_load *load, const char *coder, const char *updated_at)
{
	return filter_made(&load->filter, coder, updated_at);
}

static enum status load_coverage(struct export_load *load, struct fault *f)
{
	struct lookup articles, claims;
	enum status status = store_coverage_list(load->project->store, &load->coverage, f);
	LOOKUP_BY_ID(&articles, &load->articles);
	LOOKUP_BY_ID(&claims, &load->claims);
	KEEP_ROWS(coverage, &load->coverage,
		  made(load, row->coder, row->updated_at) &&
			  lookup_find(&articles, row->article) != SIZE_MAX &&
			  lookup_find(&claims, row->claim) != SIZE_MAX);
	lookup_release(&articles);
	lookup_release(&claims);
	return status;
}

/* Relations are of the claims, as their statements are: nobody is blind to them. */
static enum status load_relations(struct export_load *load, struct fault *f)
{
	struct lookup claims;
	enum status status = store_relation_list(load->project->store, &load->relations, f);
	LOOKUP_BY_ID(&claims, &load->claims);
	KEEP_ROWS(relation, &load->relations,
		  lookup_find(&claims, row->a) != SIZE_MAX &&
			  lookup_find(&claims, row->b) != SIZE_MAX);
	lookup_release(&claims);
	return status;
}

/*
 * Whether notes of this kind are asked for. Who asks for articles, tags or claims by name wants the
 * notes on these; whether they are on one of them, their list tells.
 */
static bool note_kind_asked(const struct export_filter *filter, enum note_target kind)
{
	bool articles = filter->articles.n, tags = filter->tags.n, claims = filter->claims.n;
	switch (kind) {
	case NOTE_ARTICLE:
		return !tags && !claims;
	case NOTE_TAG:
		return tags || (!articles && !claims);
	case NOTE_CLAIM:
		return claims || (!articles && !tags);
	default:
		return !articles && !tags && !claims;
	}
}

static enum status load_notes(struct export_load *load, const struct export_filter *filter,
			      struct fault *f)
{
	enum status status = store_note_list_apart(load->project->store, &load->notes, f);
	KEEP_ROWS(note, &load->notes,
		  note_kind_asked(filter, row->kind) && made(load, row->coder, row->updated_at));
	return status;
}

/* --- highlights, one after the other --- */

static enum status begin(void *self, const struct article *article, unsigned parts,
			 struct fault *f)
{
	(void)f;
	struct export_load *load = self;
	/* Whether a highlight stays may hang on any of them. */
	walk_begin(load->walk, article->id,
		   filter_is_active(&load->filter) ? ANNOTATED_ALL : parts);
	return STATUS_OK;
}

static enum status next(void *self, struct annotated **out, struct fault *f)
{
	struct export_load *load = self;
	enum status status;
	do {
		status = walk_next(load->walk, out, f);
	} while (status == STATUS_OK && *out && filter_is_active(&load->filter) &&
		 !filter_annotated(&load->filter, *out));
	return status;
}

/* One document at a time: rows come article by article. */
static struct document *open_document(void *self, const struct article *article, struct fault *f)
{
	struct export_load *load = self;
	document_free(load->doc);
	load->doc = NULL;
	return project_document(load->project, article, &load->doc, f) == STATUS_OK ? load->doc
										    : NULL;
}

/* --- all of it --- */

static void point(struct export_load *load)
{
	bool tags = load->filter.tags, claims = load->filter.claims;
	load->rows = (struct export_rows){.articles = &load->articles,
					  .tags = &load->tags,
					  .tags_above = &load->tags_above,
					  .claims = &load->claims,
					  .coverage = &load->coverage,
					  .relations = &load->relations,
					  .notes = &load->notes,
					  .properties = &load->properties,
					  .codings_only = tags && !claims,
					  .mentions_only = claims && !tags,
					  .begin = begin,
					  .next = next,
					  .document = open_document,
					  .self = load};
}

/* Of those that are kept of an article, "NAME:ID", the ones of articles that are there. */
static bool keeps_property(const struct export_load *load, const char *name)
{
	const char *colon = strchr(name, ':');
	for (size_t i = 0; colon && i < load->articles.n; i++)
		if (strcmp(load->articles.items[i].id, colon + 1) == 0)
			return true;
	return !colon;
}

static enum status load_properties(struct export_load *load, struct fault *f)
{
	enum status status = store_property_list(load->project->store, &load->properties, f);
	KEEP_ROWS(property, &load->properties, keeps_property(load, row->name));
	return status;
}

/* What the filter names, then what hangs on that. */
static enum status read_all(struct export_load *load, const struct export_filter *filter,
			    struct fault *f)
{
	struct store *store = load->project->store;
	enum status status = load_articles(load, &filter->articles, f);
	if (status == STATUS_OK)
		status = load_tags(load, &filter->tags, f);
	if (status == STATUS_OK)
		status = load_claims(load, &filter->claims, f);
	if (status == STATUS_OK)
		status = load_coverage(load, f);
	if (status == STATUS_OK)
		status = load_relations(load, f);
	if (status == STATUS_OK)
		status = load_notes(load, filter, f);
	if (status == STATUS_OK)
		status = load_properties(load, f);
	return status == STATUS_OK ? walk_new(store, &load->walk, f) : status;
}

enum status export_load_begin(struct export_load *load, struct project *project,
			      const struct export_filter *filter, bool hold, struct fault *f)
{
	*load = (struct export_load){.project = project, .held = hold};
	enum status status = project_readable(project, f);
	if (status == STATUS_OK && filter->since)
		status = since_parse(filter->since, &load->since, f);
	if (status == STATUS_OK)
		status = store_read_begin(project->store, f);
	if (status != STATUS_OK)
		return status;
	load->filter.since = load->since;
	choose_coders(load, &filter->coders);
	status = read_all(load, filter, f);
	if (status != STATUS_OK) {
		store_read_end(project->store);
		return status;
	}
	filter_init(&load->filter);
	point(load);
	load->seen = store_changes(project->store);
	if (!hold)
		store_read_end(project->store);
	return STATUS_OK;
}

enum status export_load_torn(struct export_load *load, enum status status, struct fault *f)
{
	if (load->held || store_changes(load->project->store) == load->seen)
		return status;
	if (status != STATUS_OK && f)
		fault_release(f);
	return fault_set(f, STATUS_BUSY, load->project->path);
}

void export_load_end(struct export_load *load)
{
	if (!load->walk)
		return;
	walk_free(load->walk);
	load->walk = NULL;
	if (load->held)
		store_read_end(load->project->store);
}

void export_load_release(struct export_load *load)
{
	export_load_end(load);
	filter_release(&load->filter);
	article_list_release(&load->articles);
	tag_list_release(&load->tags);
	tag_list_release(&load->tags_above);
	claim_list_release(&load->claims);
	coverage_list_release(&load->coverage);
	relation_list_release(&load->relations);
	note_list_release(&load->notes);
	property_list_release(&load->properties);
	free(load->since);
	free(load->coders);
	document_free(load->doc);
	*load = (struct export_load){.project = NULL};
}
