/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole codebook into a project. */
#include <stdlib.h>

#include "app/project-internal.h"
#include "base/xalloc.h"
#include "model/tagpath.h"

/* What a tag has not, it gets; true where that was anything. */
static bool fill_field(char **field, const char *given)
{
	if (**field || !*given)
		return false;
	free(*field);
	*field = xstrdup(given);
	return true;
}

static bool fill_fields(struct tag *there, const struct tag *given)
{
	bool changed = fill_field(&there->definition, given->definition);
	changed |= fill_field(&there->colour, given->colour);
	changed |= fill_field(&there->symbol, given->symbol);
	changed |= fill_field(&there->key, given->key);
	return changed;
}

static enum status add_tag(struct project *project, const struct tag *given, const char *path,
			   struct codebook_added *done, struct fault *f)
{
	struct tag there = {.path = NULL};
	enum status status = store_tag_get(project->store, path, &there, NULL);
	bool is_new = status == STATUS_NOT_FOUND;
	tag_release(&there);
	status = store_tag_ensure(project->store, path, &there, f);
	if (status == STATUS_OK && fill_fields(&there, given))
		status = store_tag_update(project->store, &there, f);
	if (status == STATUS_OK)
		++*(is_new ? &done->n_added : &done->n_there);
	tag_release(&there);
	return status;
}

static enum status add_tags(struct project *project, const struct codebook *codebook,
			    const char *under, struct codebook_added *done, struct fault *f)
{
	enum status status = STATUS_OK;
	for (size_t i = 0; i < codebook->tags.n && status == STATUS_OK; i++) {
		const struct tag *tag = &codebook->tags.items[i];
		char *path = under ? xasprintf("%s/%s", under, tag->path) : xstrdup(tag->path);
		status = add_tag(project, tag, path, done, f);
		free(path);
	}
	return status;
}

enum status project_codebook_add(struct project *project, const struct codebook *codebook,
				 const char *under, struct codebook_added *done, struct fault *f)
{
	struct codebook_added counts = {.n_added = 0};
	char *parent = NULL;
	enum status status = STATUS_OK;
	if (under && *under)
		status = tagpath_tidy(under, &parent, f);
	if (status == STATUS_OK)
		status = act_begin(project, ACT_CODEBOOK_ADD, codebook->entry.name, NULL, 1, f);
	if (status == STATUS_OK)
		status = act_end(project, add_tags(project, codebook, parent, &counts, f), f);
	if (status == STATUS_OK)
		*done = counts;
	free(parent);
	return status;
}
