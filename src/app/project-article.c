/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles of a project: found by what a person calls them, added, changed, removed. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/carry.h"
#include "app/i18n.h"
#include "app/project-internal.h"
#include "base/xalloc.h"
#include "model/id.h"

/* That one way did not lead there is no fault while there is another. */
static void forget(struct fault *f)
{
	if (f)
		fault_release(f);
}

/* The article that has the text of the file at `path`. */
static enum status find_file(struct project *project, const char *path, bool add,
			     struct article *out, struct fault *f)
{
	struct import_options options = {.lossy = false};
	struct imported imported;
	enum status status = import_path(path, &options, &imported, f);
	if (status != STATUS_OK)
		return status;
	char sha256[SHA256_HEX_SIZE];
	sha256_hex(imported.text, imported.n_bytes, sha256);
	status = STATUS_NOT_FOUND;
	if (project->store)
		status = store_article_by_sha256(project->store, sha256, out, f);
	if (status == STATUS_NOT_FOUND && add) {
		forget(f);
		status = project_import(project, &imported, NULL, out, NULL, f);
	} else if (status == STATUS_NOT_FOUND) {
		fault_set(f, status, path);
	}
	imported_release(&imported);
	return status;
}

/*
 * Why `ref` names no article: a path that leads nowhere, or something that no project could have.
 */
static enum status refuse_ref(const struct project *project, const char *ref, struct fault *f)
{
	if (strpbrk(ref, "./"))
		return fault_set(f, STATUS_NO_FILE, ref);
	if (!project->store)
		return fault_set(f, STATUS_NO_PROJECT, project->path);
	return fault_setf(f, STATUS_NOT_FOUND, ref, _("no number, id or file of an article"));
}

enum status project_article(struct project *project, const char *ref, bool add, struct article *out,
			    struct fault *f)
{
	enum status status = STATUS_NOT_FOUND;
	if (project->store && !strchr(ref, '/'))
		status = store_article_get(project->store, ref, out, f);
	if (status != STATUS_NOT_FOUND)
		return status;
	forget(f);
	if (access(ref, F_OK) == 0)
		return find_file(project, ref, add, out, f);
	return refuse_ref(project, ref, f);
}

enum status project_document(struct project *project, const struct article *article,
			     struct document **out, struct fault *f)
{
	struct text_source source;
	enum status status = project_readable(project, f);
	if (status == STATUS_OK)
		status = store_article_source(project->store, article->id, &source, f);
	if (status == STATUS_OK)
		*out = document_new(source);
	return status;
}

enum status project_edit(struct project *project, const struct article *article, struct fault *f)
{
	enum status status = act_begin(project, ACT_EDIT, article->title, NULL, 1, f);
	if (status != STATUS_OK)
		return status;
	return act_end(project, store_article_update(project->store, article, f), f);
}

/* Inside of an act: with the list of its orphans, which is a property and no row of it. */
static enum status remove_it(struct project *project, const char *id, struct fault *f)
{
	enum status status = store_article_remove(project->store, id, f);
	return status == STATUS_OK ? carry_set_orphans(project, id, "", f) : status;
}

enum status project_remove(struct project *project, const char *id, size_t *n_highlights,
			   struct fault *f)
{
	struct highlight_list highlights = {.items = NULL};
	struct article article = {.number = 0};
	enum status status = project_readable(project, f);
	if (status == STATUS_OK)
		status = store_article_get(project->store, id, &article, f);
	if (status == STATUS_OK)
		status = store_highlight_list(project->store, article.id, &highlights, f);
	if (status == STATUS_OK)
		status = act_begin(project, ACT_REMOVE, article.title, NULL, 1, f);
	if (status == STATUS_OK)
		status = act_end(project, remove_it(project, article.id, f), f);
	if (status == STATUS_OK && n_highlights)
		*n_highlights = highlights.n;
	highlight_list_release(&highlights);
	article_release(&article);
	return status;
}
