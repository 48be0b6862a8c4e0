/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Import, and what a later version of an article is given of the older one. */
#include "app/versions.h"

#include <stdlib.h>
#include <string.h>

#include "app/carry.h"
#include "app/project-internal.h"
#include "base/xalloc.h"
#include "model/id.h"

/* A field that is given replaces the one that was found. */
static void override(char **field, const char *given)
{
	if (!given || !*given)
		return;
	xstrset(field, given);
}

static void override_fields(struct article *article, const struct article *given)
{
	override(&article->title, given->title);
	override(&article->outlet, given->outlet);
	override(&article->author, given->author);
	override(&article->url, given->url);
	override(&article->published_at, given->published_at);
	override(&article->lang, given->lang);
	if (given->dir != DIR_AUTO)
		article->dir = given->dir;
}

/* What nobody said of the new version holds as for the older one. */
static void inherit(char **field, const char *older)
{
	if (!*field || !**field)
		override(field, older);
}

static void inherit_fields(struct article *article, const struct article *base)
{
	inherit(&article->outlet, base->outlet);
	inherit(&article->author, base->author);
	inherit(&article->url, base->url);
	inherit(&article->published_at, base->published_at);
	inherit(&article->lang, base->lang);
	if (article->dir == DIR_AUTO)
		article->dir = base->dir;
	memcpy(article->version_of, base->id, sizeof article->version_of);
}

/* The article that `article` is a new version of, all zero where there is none. */
static enum status find_base(struct project *project, const struct article *article,
			     const struct import_as *as, struct article *base, struct fault *f)
{
	*base = (struct article){.number = 0};
	if (as->version_of)
		return store_article_get(project->store, as->version_of, base, f);
	if (as->separate)
		return STATUS_OK;
	enum status status = store_article_by_source(project->store, article->source_path,
						     article->url, base, f);
	if (status != STATUS_NOT_FOUND)
		return status;
	if (f)
		fault_release(f);
	return STATUS_OK;
}

/* What an import is about. */
struct import {
	struct imported *imported;
	const struct import_as *as;
	struct article base; /* number 0: the article is no version */
	struct import_outcome *outcome;
};

/* Inside of an act. */
static enum status add(struct project *project, struct import *import, struct fault *f)
{
	struct article *article = &import->imported->article;
	struct import_outcome *outcome = import->outcome;
	enum status status = store_article_add(project->store, article, import->imported->text,
					       import->imported->n_bytes, &outcome->existing, f);
	if (status != STATUS_OK || outcome->existing || !import->base.number)
		return status;
	outcome->base_number = import->base.number;
	if (import->as->bare)
		return STATUS_OK;
	status = carry_over(project, &import->base, article, outcome, f);
	article->n_highlights = outcome->n_exact + outcome->n_moved;
	return status;
}

/* Whether the very text is there, in which case it is no version of anything. */
static enum status is_there(struct project *project, const struct imported *imported, bool *there,
			    struct fault *f)
{
	struct article found = {.number = 0};
	char sha256[SHA256_HEX_SIZE];
	sha256_hex(imported->text, imported->n_bytes, sha256);
	enum status status = store_article_by_sha256(project->store, sha256, &found, f);
	*there = status == STATUS_OK;
	article_release(&found);
	if (status != STATUS_NOT_FOUND)
		return status;
	if (f)
		fault_release(f);
	return STATUS_OK;
}

static enum status prepare(struct project *project, struct import *import, struct fault *f)
{
	bool there;
	enum status status = is_there(project, import->imported, &there, f);
	if (status != STATUS_OK || there)
		return status;
	struct article *article = &import->imported->article;
	status = find_base(project, article, import->as, &import->base, f);
	if (status == STATUS_OK && import->base.number)
		inherit_fields(article, &import->base);
	return status;
}

static enum status import_it(struct project *project, struct import *import, struct fault *f)
{
	const char *title = import->imported->article.title;
	enum status status = project->store ? prepare(project, import, f) : STATUS_OK;
	if (status == STATUS_OK)
		status = act_begin(project, import->base.number ? ACT_IMPORT_VERSION : ACT_IMPORT,
				   title, NULL, 0, f);
	if (status == STATUS_OK)
		status = act_end(project, add(project, import, f), f);
	return status;
}

enum status project_import_as(struct project *project, struct imported *imported,
			      const struct article *fields, const struct import_as *as,
			      struct article *out, struct import_outcome *outcome, struct fault *f)
{
	struct import import = {.imported = imported, .as = as, .outcome = outcome};
	*outcome = (struct import_outcome){.existing = false};
	if (fields)
		override_fields(&imported->article, fields);
	enum status status = import_it(project, &import, f);
	if (status == STATUS_OK && out) {
		*out = imported->article;
		imported->article = (struct article){.number = 0};
	}
	article_release(&import.base);
	return status;
}

enum status project_import(struct project *project, struct imported *imported,
			   const struct article *fields, struct article *out, bool *existing,
			   struct fault *f)
{
	static const struct import_as as = {.version_of = NULL};
	struct import_outcome outcome;
	enum status status =
		project_import_as(project, imported, fields, &as, out, &outcome, f);
	if (status == STATUS_OK && existing)
		*existing = outcome.existing;
	return status;
}
