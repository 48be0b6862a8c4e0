/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A project's tables on their way out: rows from the store, through export/, to a file or standard
 * output.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/i18n.h"
#include "app/project-internal.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "text/safe.h"

/* All that an export reads, in one place. */
struct export_rows {
	struct article_list articles;
	struct highlight_list highlights;
	struct tag_list tags;
	struct coding_list codings;
	struct note_list notes;
	struct document *doc; /* of the article being written */
	struct project *project;
};

struct export_job {
	struct export_rows rows;
	enum export_table table;
	const struct csv_options *options;
};

static void rows_release(struct export_rows *rows)
{
	article_list_release(&rows->articles);
	highlight_list_release(&rows->highlights);
	tag_list_release(&rows->tags);
	coding_list_release(&rows->codings);
	note_list_release(&rows->notes);
	document_free(rows->doc);
}

/* The articles asked for, each once, by number; all where none is. */
static enum status load_articles(struct export_rows *rows, char **refs, size_t n_refs,
				 struct fault *f)
{
	struct article_list *list = &rows->articles;
	enum status status = store_article_list(rows->project->store, list, f);
	if (status != STATUS_OK || n_refs == 0)
		return status;
	bool *wanted = xcalloc(list->n ? list->n : 1, sizeof *wanted);
	for (size_t i = 0; i < n_refs && status == STATUS_OK; i++) {
		struct article article = {.number = 0};
		status = project_article(rows->project, refs[i], false, &article, f);
		for (size_t k = 0; k < list->n; k++)
			wanted[k] |= list->items[k].number == article.number;
		article_release(&article);
	}
	size_t n = 0;
	for (size_t k = 0; k < list->n; k++) {
		if (wanted[k])
			list->items[n++] = list->items[k];
		else
			article_release(&list->items[k]);
	}
	list->n = n;
	free(wanted);
	return status;
}

static enum status load_marks(struct export_rows *rows, struct fault *f)
{
	struct store *store = rows->project->store;
	enum status status = store_highlight_list(store, NULL, &rows->highlights, f);
	if (status == STATUS_OK)
		status = store_coding_list(store, NULL, &rows->codings, f);
	if (status == STATUS_OK)
		status = store_note_list(store, NULL, &rows->notes, f);
	return status;
}

/* One moment's rows: another program may be writing. */
static enum status load(struct export_job *job, char **refs, size_t n_refs, struct fault *f)
{
	struct export_rows *rows = &job->rows;
	struct store *store = rows->project->store;
	enum status status = store_read_begin(store, f);
	if (status != STATUS_OK)
		return status;
	status = load_articles(rows, refs, n_refs, f);
	if (status == STATUS_OK)
		status = store_tag_list(store, &rows->tags, f);
	if (status == STATUS_OK && job->table == EXPORT_ANNOTATIONS)
		status = load_marks(rows, f);
	store_read_end(store);
	return status;
}

/* One document at a time: rows come article by article. */
static struct document *open_document(void *self, const struct article *article, struct fault *f)
{
	struct export_rows *rows = self;
	document_free(rows->doc);
	rows->doc = NULL;
	return project_document(rows->project, article, &rows->doc, f) == STATUS_OK ? rows->doc
										    : NULL;
}

static enum status write_stream(void *self, const char *bytes, size_t n, struct fault *f)
{
	return fwrite(bytes, 1, n, self) == n ? STATUS_OK : fault_errno(f, _("the table"));
}

/* A terminal gets the rows made safe, and LF: a CR would be shown. */
static enum status write_terminal(void *self, const char *bytes, size_t n, struct fault *f)
{
	struct str safe = STR_EMPTY;
	bool ends = n >= 2 && bytes[n - 2] == '\r';
	safe_append(&safe, bytes, ends ? n - 2 : n, true);
	if (ends)
		str_append_char(&safe, '\n');
	enum status status = write_stream(self, str_cstr(&safe), safe.len, f);
	str_release(&safe);
	return status;
}

static enum status write_table(FILE *stream, void *context, struct fault *f)
{
	struct export_job *job = context;
	struct export_rows *rows = &job->rows;
	struct csv_project project = {.articles = &rows->articles,
				      .highlights = &rows->highlights,
				      .tags = &rows->tags,
				      .codings = &rows->codings,
				      .notes = &rows->notes,
				      .document = open_document,
				      .self = rows};
	struct csv_sink sink = {.write = isatty(fileno(stream)) ? write_terminal : write_stream,
				.self = stream};
	switch (job->table) {
	case EXPORT_DOCUMENTS:
		return csv_documents(&project, job->options, &sink, f);
	case EXPORT_CODEBOOK:
		return csv_codebook(&project, job->options, &sink, f);
	default:
		return csv_annotations(&project, job->options, &sink, f);
	}
}

static enum status write_stdout(struct export_job *job, struct fault *f)
{
	enum status status = write_table(stdout, job, f);
	if (status == STATUS_OK && (fflush(stdout) != 0 || ferror(stdout)))
		status = fault_errno(f, _("standard output"));
	return status;
}

/* A slip of the hand must not cost a project. */
static enum status write_file(struct export_job *job, const char *path, struct fault *f)
{
	enum status status = store_check_target(job->rows.project->store, path, f);
	return status == STATUS_OK ? file_replace(path, write_table, job, f) : status;
}

enum status project_export(struct project *project, enum export_table table,
			   const struct csv_options *csv, char **articles, size_t n_articles,
			   const char *path, struct fault *f)
{
	struct export_job job = {.rows = {.project = project}, .table = table, .options = csv};
	enum status status = project_readable(project, f);
	if (status == STATUS_OK)
		status = load(&job, articles, n_articles, f);
	if (status == STATUS_OK && strcmp(path, "-") == 0)
		status = write_stdout(&job, f);
	else if (status == STATUS_OK)
		status = write_file(&job, path, f);
	rows_release(&job.rows);
	return status;
}
