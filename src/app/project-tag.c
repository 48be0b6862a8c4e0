/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The codebook. */
#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/nearest.h"
#include "app/project-internal.h"
#include "app/tag-key.h"
#include "app/theme.h"
#include "base/xalloc.h"
#include "model/tagpath.h"

static void override(char **field, const char *given)
{
	if (!given)
		return;
	xstrset(field, given);
}

/* Writes the fields of `given` that are not NULL. */
static enum status write_fields(struct project *project, struct tag *there, const struct tag *given,
				struct fault *f)
{
	if (!given->definition && !given->colour && !given->symbol && !given->key)
		return STATUS_OK;
	override(&there->definition, given->definition);
	override(&there->colour, given->colour);
	override(&there->symbol, given->symbol);
	override(&there->key, given->key);
	return store_tag_update(project->store, there, f);
}

enum status tag_check_colour(const char *colour, struct fault *f)
{
	struct nearest nearest = NEAREST(colour ? colour : "");
	const char *name;
	if (!colour || !*colour)
		return STATUS_OK;
	for (size_t i = 0; (name = theme_colour_name(i)); i++) {
		if (strcmp(name, colour) == 0)
			return STATUS_OK;
		nearest_offer(&nearest, name);
	}
	if (!nearest.name)
		return fault_setf(f, STATUS_INVALID, colour, _("no such colour"));
	/* TRANSLATORS: after a colour that does not exist; %s is the nearest that does */
	return fault_setf(f, STATUS_INVALID, colour, _("did you mean %s?"), nearest.name);
}

/* Which tag was perhaps meant by `path`. */
static enum status refuse_path(const struct project *project, const char *path, struct fault *f)
{
	struct tag_list tags = {.items = NULL};
	struct nearest nearest = NEAREST(path);
	enum status status = store_tag_names(project->store, &tags, f);
	for (size_t i = 0; i < tags.n; i++)
		nearest_offer(&nearest, tags.items[i].path);
	if (status == STATUS_OK && nearest.name)
		status = fault_setf(f, STATUS_NOT_FOUND, path, _("did you mean %s?"), nearest.name);
	else if (status == STATUS_OK)
		status = fault_setf(f, STATUS_NOT_FOUND, path, _("no such tag"));
	tag_list_release(&tags);
	return status;
}

enum status project_tag(const struct project *project, const char *path, struct tag *out,
			struct fault *f)
{
	char *tidy = NULL;
	enum status status = project_readable(project, f);
	if (status == STATUS_OK)
		status = tagpath_tidy(path, &tidy, f);
	if (status == STATUS_OK)
		status = store_tag_get(project->store, tidy, out, NULL);
	if (status == STATUS_NOT_FOUND)
		status = refuse_path(project, tidy, f);
	else if (status != STATUS_OK && tidy)
		fault_set(f, status, tidy);
	free(tidy);
	return status;
}

static enum status ensure(struct project *project, const char *path, const struct tag *given,
			  struct fault *f)
{
	struct tag there = {.path = NULL};
	enum status status = store_tag_ensure(project->store, path, &there, f);
	if (status == STATUS_OK)
		status = write_fields(project, &there, given, f);
	tag_release(&there);
	return status;
}

enum status project_tag_add(struct project *project, const struct tag *tag, struct fault *f)
{
	char *path = NULL;
	enum status status = tagpath_tidy(tag->path, &path, f);
	if (status == STATUS_OK)
		status = tag_check_colour(tag->colour, f);
	if (status == STATUS_OK)
		status = tag_key_check(project, path, tag->key, f);
	if (status == STATUS_OK)
		status = act_begin(project, ACT_TAG_ADD, path, NULL, 1, f);
	if (status == STATUS_OK)
		status = act_end(project, ensure(project, path, tag, f), f);
	free(path);
	return status;
}

enum status project_tag_edit(struct project *project, const struct tag *tag, struct fault *f)
{
	struct tag there = {.path = NULL};
	enum status status = project_tag(project, tag->path, &there, f);
	if (status == STATUS_OK)
		status = tag_check_colour(tag->colour, f);
	if (status == STATUS_OK)
		status = tag_key_check(project, there.path, tag->key, f);
	if (status == STATUS_OK)
		status = act_begin(project, ACT_TAG_EDIT, there.path, NULL, 1, f);
	if (status == STATUS_OK)
		status = act_end(project, write_fields(project, &there, tag, f), f);
	tag_release(&there);
	return status;
}

enum status project_tag_rename(struct project *project, const char *path, const char *new_path,
			       struct fault *f)
{
	struct tag there = {.path = NULL};
	char *tidy = NULL;
	enum status status = project_tag(project, path, &there, f);
	if (status == STATUS_OK)
		status = tagpath_tidy(new_path, &tidy, f);
	if (status == STATUS_OK)
		status = act_begin(project, ACT_TAG_RENAME, there.path, tidy, 1, f);
	if (status == STATUS_OK)
		status = act_end(project, store_tag_rename(project->store, there.path, tidy, f), f);
	free(tidy);
	tag_release(&there);
	return status;
}

enum status project_tag_merge(struct project *project, const char *from, const char *into,
			      struct fault *f)
{
	struct tag a = {.path = NULL}, b = {.path = NULL};
	enum status status = project_tag(project, from, &a, f);
	if (status == STATUS_OK)
		status = project_tag(project, into, &b, f);
	if (status == STATUS_OK)
		status = act_begin(project, ACT_TAG_MERGE, a.path, b.path, 1, f);
	if (status == STATUS_OK)
		status = act_end(project, store_tag_merge(project->store, a.path, b.path, f), f);
	tag_release(&a);
	tag_release(&b);
	return status;
}

static bool any_has_id(const struct tag_list *tags, const char *id)
{
	for (size_t i = 0; i < tags->n; i++)
		if (strcmp(tags->items[i].id, id) == 0)
			return true;
	return false;
}

/* Leaves the tag `path` and those below it. */
static void keep_below(struct tag_list *tags, const char *path)
{
	size_t n = 0;
	for (size_t i = 0; i < tags->n; i++) {
		struct tag tag = tags->items[i];
		if (tagpath_is_below(tag.path, path))
			tags->items[n++] = tag;
		else
			tag_release(&tag);
	}
	tags->n = n;
}

enum status project_tag_count(const struct project *project, const char *path, size_t *n,
			      struct fault *f)
{
	struct tag there = {.path = NULL};
	struct tag_list tags = {.items = NULL};
	struct coding_list codings = {.items = NULL};
	const char *last = "";
	enum status status = project_tag(project, path, &there, f);
	*n = 0;
	if (status == STATUS_OK)
		status = store_tag_names(project->store, &tags, f);
	if (status == STATUS_OK)
		status = store_coding_list(project->store, NULL, &codings, f);
	if (status == STATUS_OK)
		keep_below(&tags, there.path);
	for (size_t i = 0; i < codings.n && status == STATUS_OK; i++) {
		const struct coding *coding = &codings.items[i];
		if (strcmp(coding->highlight, last) == 0 || !any_has_id(&tags, coding->tag))
			continue;
		last = coding->highlight;
		++*n;
	}
	coding_list_release(&codings);
	tag_list_release(&tags);
	tag_release(&there);
	return status;
}

enum status project_tag_remove(struct project *project, const char *path, size_t *n_highlights,
			       struct fault *f)
{
	struct tag there = {.path = NULL};
	size_t n = 0;
	enum status status = project_tag(project, path, &there, f);
	if (status == STATUS_OK)
		status = project_tag_count(project, there.path, &n, f);
	if (status == STATUS_OK)
		status = act_begin(project, ACT_TAG_REMOVE, there.path, NULL, 1, f);
	if (status == STATUS_OK)
		status = act_end(project, store_tag_remove(project->store, there.path, f), f);
	if (status == STATUS_OK && n_highlights)
		*n_highlights = n;
	tag_release(&there);
	return status;
}
