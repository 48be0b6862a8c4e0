/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The project's file: opened, made when it is first needed, closed; and acts. */
#include "app/project.h"

#include <stdlib.h>
#include <string.h>

#include "app/demo.h"
#include "app/project-internal.h"
#include "app/words.h"
#include "base/xalloc.h"

enum { LABEL_CP = 40 }; /* of a statement or a quote, in the history */

static enum status open_existing(struct project *project, bool must_exist, struct fault *f)
{
	enum status status = store_open(&project->store, project->path, STORE_WRITE, f);
	if (status == STATUS_NO_PROJECT && !must_exist) {
		if (f)
			fault_release(f);
		return STATUS_OK;
	}
	return status;
}

enum status project_open(struct project *project, const struct options *options, bool must_exist,
			 struct fault *f)
{
	*project = (struct project){.options = options};
	enum status status;
	if (options->demo) {
		status = demo_build(project, f);
	} else {
		project->path = xstrdup(options->project);
		status = open_existing(project, must_exist, f);
	}
	if (status != STATUS_OK)
		project_close(project);
	return status;
}

void project_close(struct project *project)
{
	if (project->store)
		store_close(project->store);
	if (project->demo_dir)
		demo_remove(project);
	free(project->path);
	free(project->demo_dir);
	*project = (struct project){.store = NULL};
}

enum status project_writable(struct project *project, struct fault *f)
{
	if (!project->store) {
		enum status status = store_open(&project->store, project->path, STORE_CREATE, f);
		if (status != STATUS_OK)
			return status;
	}
	if (store_is_newer(project->store))
		return fault_setf(f, STATUS_NEWER_PROJECT, project->path, "%d > %d",
				  store_version(project->store), store_schema_version());
	if (store_is_readonly(project->store))
		return fault_set(f, STATUS_READONLY, project->path);
	return STATUS_OK;
}

bool project_sees(const struct project *project, const char *coder)
{
	const struct options *options = project->options;
	return !options->blind || strcmp(coder, options->coder) == 0;
}

const char *or_empty(const char *text)
{
	return text ? text : "";
}

enum status project_readable(const struct project *project, struct fault *f)
{
	return project->store ? STATUS_OK : fault_set(f, STATUS_NO_PROJECT, project->path);
}

enum status act_begin(struct project *project, enum act_kind kind, const char *subject,
		      const char *object, size_t n, struct fault *f)
{
	struct act_label label = {.what = act_name(kind),
				  .subject = subject,
				  .object = object,
				  .n = (int64_t)n};
	if (project->grouped)
		return STATUS_OK;
	enum status status = project_writable(project, f);
	if (status != STATUS_OK)
		return status;
	return store_begin(project->store, project->options->coder, &label, f);
}

enum status act_begin_on(struct project *project, enum act_kind kind, const char *text,
			 const char *other, struct fault *f)
{
	char *subject = words_excerpt(text, LABEL_CP);
	char *object = other ? words_excerpt(other, LABEL_CP) : NULL;
	enum status status = act_begin(project, kind, subject, object, 1, f);
	free(subject);
	free(object);
	return status;
}

enum status act_end(struct project *project, enum status status, struct fault *f)
{
	if (project->grouped)
		return status;
	if (status == STATUS_OK)
		return store_commit(project->store, f);
	store_abandon(project->store);
	return status;
}

enum status project_group_begin(struct project *project, enum act_kind kind, const char *about,
				size_t n, struct fault *f)
{
	char *subject = about ? words_excerpt(about, LABEL_CP) : NULL;
	enum status status = act_begin(project, kind, subject, NULL, n, f);
	free(subject);
	project->grouped = status == STATUS_OK;
	return status;
}

enum status project_group_end(struct project *project, struct fault *f)
{
	project->grouped = false;
	return store_commit(project->store, f);
}

void project_group_drop(struct project *project)
{
	project->grouped = false;
	store_abandon(project->store);
}

/* Undoes or redoes one act; a conflict is told of the act in words. */
static enum status step(struct project *project,
			enum status (*way)(struct store *store, const char *coder, struct act *did,
					   struct fault *f),
			char **words, struct fault *f)
{
	struct act act;
	enum status status = project_readable(project, f);
	if (words)
		*words = NULL;
	if (status == STATUS_OK)
		status = project_writable(project, f);
	if (status != STATUS_OK)
		return status;
	status = way(project->store, project->options->coder, &act, f);
	if (status == STATUS_OK && words)
		*words = act_words(&act);
	if (status == STATUS_CONFLICT && f) {
		free(f->subject);
		f->subject = act_words(&act);
	}
	act_release(&act);
	return status;
}

enum status project_undo(struct project *project, char **words, struct fault *f)
{
	return step(project, store_undo, words, f);
}

enum status project_redo(struct project *project, char **words, struct fault *f)
{
	return step(project, store_redo, words, f);
}

/* The act that was in the way after `n` others, in words; the caller's, NULL where it is not found. */
static char *in_the_way(struct project *project, bool undoing, size_t n)
{
	struct act_list acts = {.n = 0};
	char *words = NULL;
	if (store_history(project->store, 0, &acts, NULL) == STATUS_OK)
		for (size_t i = 0; i < acts.n && !words; i++) {
			/* Latest first; they are redone from the first on. */
			const struct act *act = &acts.items[undoing ? i : acts.n - 1 - i];
			bool counts = (undoing ? !act->undone : act->redoable) &&
				      strcmp(act->coder, project->options->coder) == 0;
			if (counts && n-- == 0)
				words = act_words(act);
		}
	act_list_release(&acts);
	return words;
}

/* Undoes or redoes up to an act; a conflict is told of the one that it was at. */
static enum status steps_to(struct project *project, bool undoing, int64_t seq, size_t *n,
			    struct fault *f)
{
	size_t n_done = 0;
	enum status status = project_readable(project, f);
	if (status == STATUS_OK)
		status = project_writable(project, f);
	if (status != STATUS_OK)
		return status;
	status = undoing ? store_undo_to(project->store, project->options->coder, seq, &n_done, f)
			 : store_redo_to(project->store, project->options->coder, seq, &n_done, f);
	if (status == STATUS_CONFLICT && f) {
		free(f->subject);
		f->subject = in_the_way(project, undoing, n_done);
	}
	if (n)
		*n = n_done;
	return status;
}

enum status project_undo_to(struct project *project, int64_t seq, size_t *n, struct fault *f)
{
	return steps_to(project, true, seq, n, f);
}

enum status project_redo_to(struct project *project, int64_t seq, size_t *n, struct fault *f)
{
	return steps_to(project, false, seq, n, f);
}
