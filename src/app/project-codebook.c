/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole codebook into a project, and a tag of it changed in all that it is at once. */
#include <stdlib.h>
#include <string.h>

#include "app/project-internal.h"
#include "app/tag-key.h"
#include "base/xalloc.h"
#include "model/tagpath.h"

/* What a tag has not, it gets; true where that was anything. */
static bool fill_field(char **field, const char *given)
{
	if (**field || !*given)
		return false;
	xstrset(field, given);
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

/* What an act that may change a path and fields is called after what it changes. */
static enum act_kind act_of(const struct tag *there, const struct tag *given)
{
	bool fields = strcmp(there->definition, given->definition) != 0 ||
		      strcmp(there->colour, given->colour) != 0 ||
		      strcmp(there->symbol, given->symbol) != 0 ||
		      strcmp(there->key, given->key) != 0;
	return fields ? ACT_TAG_EDIT : ACT_TAG_RENAME;
}

/* Inside of an act. */
static enum status change(struct project *project, const struct tag *there, const char *path,
			  const struct tag *given, struct fault *f)
{
	struct tag changed = *given;
	enum status status = STATUS_OK;
	memcpy(changed.id, there->id, ID_SIZE);
	if (strcmp(there->path, path) != 0)
		status = store_tag_rename(project->store, there->path, path, f);
	if (status == STATUS_OK && act_of(there, given) == ACT_TAG_EDIT)
		status = store_tag_update(project->store, &changed, f);
	return status;
}

enum status project_tag_change(struct project *project, const char *path, const struct tag *given,
			       struct fault *f)
{
	struct tag there = {.path = NULL};
	char *to = NULL;
	enum status status = project_tag(project, path, &there, f);
	if (status == STATUS_OK)
		status = tagpath_tidy(given->path, &to, f);
	/* What is there already stays, wherever it came from. */
	if (status == STATUS_OK && strcmp(there.colour, given->colour) != 0)
		status = tag_check_colour(given->colour, f);
	if (status == STATUS_OK && strcmp(there.key, given->key) != 0)
		status = tag_key_check(project, there.path, given->key, f);
	if (status == STATUS_OK)
		status = act_begin(project, act_of(&there, given), there.path, to, 1, f);
	if (status == STATUS_OK)
		status = act_end(project, change(project, &there, to, given, f), f);
	tag_release(&there);
	free(to);
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
