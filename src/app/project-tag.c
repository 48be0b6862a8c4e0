/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The codebook. */
#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/nearest.h"
#include "app/project-internal.h"
#include "app/theme.h"
#include "base/xalloc.h"
#include "model/tagpath.h"

static void override(char **field, const char *given)
{
	if (!given)
		return;
	free(*field);
	*field = xstrdup(given);
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

/* A colour is one that app/theme knows, or "" for the next free one. */
static enum status check_colour(const char *colour, struct fault *f)
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
		status = check_colour(tag->colour, f);
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
	char *path = NULL;
	enum status status = project_readable(project, f);
	if (status == STATUS_OK)
		status = tagpath_tidy(tag->path, &path, f);
	if (status == STATUS_OK)
		status = store_tag_get(project->store, path, &there, f);
	if (status == STATUS_OK)
		status = check_colour(tag->colour, f);
	if (status == STATUS_OK)
		status = act_begin(project, ACT_TAG_EDIT, path, NULL, 1, f);
	if (status == STATUS_OK)
		status = act_end(project, write_fields(project, &there, tag, f), f);
	tag_release(&there);
	free(path);
	return status;
}

/* Two paths of one action, tidy. */
struct paths {
	char *a, *b;
};

static void paths_release(struct paths *paths)
{
	free(paths->a);
	free(paths->b);
}

static enum status tidy_paths(const struct project *project, const char *a, const char *b,
			      struct paths *out, struct fault *f)
{
	*out = (struct paths){.a = NULL};
	enum status status = project_readable(project, f);
	if (status == STATUS_OK)
		status = tagpath_tidy(a, &out->a, f);
	if (status == STATUS_OK)
		status = tagpath_tidy(b, &out->b, f);
	return status;
}

enum status project_tag_rename(struct project *project, const char *path, const char *new_path,
			       struct fault *f)
{
	struct paths p;
	enum status status = tidy_paths(project, path, new_path, &p, f);
	if (status == STATUS_OK)
		status = act_begin(project, ACT_TAG_RENAME, p.a, p.b, 1, f);
	if (status == STATUS_OK)
		status = act_end(project, store_tag_rename(project->store, p.a, p.b, f), f);
	paths_release(&p);
	return status;
}

enum status project_tag_merge(struct project *project, const char *from, const char *into,
			      struct fault *f)
{
	struct paths p;
	enum status status = tidy_paths(project, from, into, &p, f);
	if (status == STATUS_OK)
		status = act_begin(project, ACT_TAG_MERGE, p.a, p.b, 1, f);
	if (status == STATUS_OK)
		status = act_end(project, store_tag_merge(project->store, p.a, p.b, f), f);
	paths_release(&p);
	return status;
}

/* Is the tag `path`, or one below it. */
static bool is_below(const char *tag, const char *path)
{
	size_t n = strlen(path);
	return strncmp(tag, path, n) == 0 && (tag[n] == '\0' || tag[n] == '/');
}

/* Highlights that carry the tag or one below it. */
static enum status count_codings(struct project *project, const char *path, size_t *n,
				 struct fault *f)
{
	struct tag_list tags = {.items = NULL};
	enum status status = store_tag_list(project->store, &tags, f);
	*n = 0;
	for (size_t i = 0; i < tags.n; i++)
		if (is_below(tags.items[i].path, path))
			*n += tags.items[i].n_highlights;
	tag_list_release(&tags);
	return status;
}

enum status project_tag_remove(struct project *project, const char *path, size_t *n_codings,
			       struct fault *f)
{
	struct paths p;
	size_t n = 0;
	enum status status = tidy_paths(project, path, path, &p, f);
	if (status == STATUS_OK)
		status = count_codings(project, p.a, &n, f);
	if (status == STATUS_OK)
		status = act_begin(project, ACT_TAG_REMOVE, p.a, NULL, 1, f);
	if (status == STATUS_OK)
		status = act_end(project, store_tag_remove(project->store, p.a, f), f);
	if (status == STATUS_OK && n_codings)
		*n_codings = n;
	paths_release(&p);
	return status;
}
