/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folder of `export --all`: everything that leaves a project, side by side. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/export-write.h"
#include "app/i18n.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/xalloc.h"
#include "export/jsonl.h"
#include "model/id.h"

static const char texts_name[] = "texts";

/* The files beside the tables, which are called as their names say. */
static const struct {
	enum export_format format;
	const char *name;
} forms[] = {
	{EXPORT_JSONL, "annotations.jsonl"},
	{EXPORT_JSONLD, "annotations.jsonld"},
	{EXPORT_HTML, "report.html"},
};
enum { N_FORMS = sizeof forms / sizeof *forms };

/* --- what may be replaced --- */

static bool is_our_file(const char *name)
{
	for (size_t i = 0; i < N_FORMS; i++)
		if (strcmp(name, forms[i].name) == 0)
			return true;
	size_t n = strlen(name);
	for (size_t i = 0; i < N_CSV_TABLES; i++) {
		const char *table = csv_table_name((enum csv_table)i);
		if (strlen(table) + 4 == n && strncmp(name, table, n - 4) == 0 &&
		    strcmp(name + n - 4, ".csv") == 0)
			return true;
	}
	return strcmp(name, texts_name) == 0;
}

/* "ID.txt" */
static bool is_our_text(const char *name)
{
	char id[ID_SIZE] = "";
	if (strlen(name) != ID_SIZE - 1 + 4 || strcmp(name + ID_SIZE - 1, ".txt") != 0)
		return false;
	memcpy(id, name, ID_SIZE - 1);
	return id_is_valid(id);
}

/* EXISTS, naming the first thing in `folder` that is not ours; `*n` counts what is there. */
static enum status look_into(const char *folder, bool (*is_ours)(const char *name), size_t *n,
			     struct fault *f)
{
	enum status status = STATUS_OK;
	DIR *dir = opendir(folder);
	if (!dir)
		return fault_errno(f, folder);
	for (struct dirent *entry; status == STATUS_OK && (entry = readdir(dir));) {
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		++*n;
		if (is_ours(entry->d_name))
			continue;
		char *path = xasprintf("%s/%s", folder, entry->d_name);
		status = fault_setf(f, STATUS_EXISTS, path, "%s", _("no export wrote this"));
		free(path);
	}
	closedir(dir);
	return status;
}

/* Whether annotations.jsonl begins as ours do. */
static bool has_our_head(const char *folder)
{
	static const char head[] = "{\"type\":\"project\",\"format\":\"" JSONL_FORMAT "\"";
	char line[sizeof head] = "";
	char *path = xasprintf("%s/annotations.jsonl", folder);
	FILE *file = fopen(path, "re");
	bool ours = file && fread(line, 1, sizeof head - 1, file) == sizeof head - 1 &&
		    memcmp(line, head, sizeof head - 1) == 0;
	if (file)
		fclose(file);
	free(path);
	return ours;
}

/* A slip of the hand must not cost a folder of somebody's. */
static enum status check_folder(const char *folder, struct fault *f)
{
	struct stat st;
	size_t n = 0;
	if (stat(folder, &st) != 0)
		return STATUS_OK; /* not there, or who makes it says why not */
	if (!S_ISDIR(st.st_mode))
		return fault_set(f, STATUS_EXISTS, folder);
	enum status status = look_into(folder, is_our_file, &n, f);
	if (status != STATUS_OK || n == 0)
		return status;
	if (!has_our_head(folder))
		return fault_setf(f, STATUS_EXISTS, folder, "%s", _("no export wrote this"));
	char *texts = xasprintf("%s/%s", folder, texts_name);
	if (stat(texts, &st) == 0)
		status = look_into(texts, is_our_text, &n, f);
	free(texts);
	return status;
}

/* --- writing it --- */

struct folder_job {
	struct export_load load;
	struct export_request request; /* the form being written */
	const struct article *article; /* the text being written */
};

static enum status write_form(FILE *stream, void *context, struct fault *f)
{
	struct folder_job *job = context;
	struct sink out = {.write = export_write_stream, .self = stream};
	return export_write(&job->load, &job->request, &out, f);
}

static enum status add_form(struct folder_job *job, const char *folder, const char *name,
			    const char *ending, struct fault *f)
{
	char *path = xasprintf("%s/%s%s", folder, name, ending);
	enum status status = folder_add_file(path, write_form, job, f);
	free(path);
	return status;
}

static enum status write_text(FILE *stream, void *context, struct fault *f)
{
	enum { PIECE = 64 * 1024 };
	const struct folder_job *job = context;
	struct text_source source;
	enum status status = store_article_source(job->load.project->store, job->article->id,
						  &source, f);
	if (status != STATUS_OK)
		return status;
	char *piece = xmalloc(PIECE);
	for (size_t at = 0; at < source.size && status == STATUS_OK; at += PIECE) {
		size_t n = source.size - at < PIECE ? source.size - at : PIECE;
		status = source.read(source.self, at, piece, n, f);
		if (status == STATUS_OK)
			status = export_write_stream(stream, piece, n, f);
	}
	free(piece);
	source.close(source.self);
	return status;
}

static enum status add_texts(struct folder_job *job, const char *folder, struct fault *f)
{
	const struct article_list *articles = &job->load.articles;
	char *texts = xasprintf("%s/%s", folder, texts_name);
	enum status status = mkdir(texts, 0777) == 0 ? STATUS_OK : fault_errno(f, texts);
	for (size_t i = 0; i < articles->n && status == STATUS_OK; i++) {
		job->article = &articles->items[i];
		char *path = xasprintf("%s/%s.txt", texts, job->article->id);
		status = folder_add_file(path, write_text, job, f);
		free(path);
	}
	free(texts);
	return status;
}

static enum status write_all(struct folder_job *job, const char *folder, struct fault *f)
{
	enum status status = STATUS_OK;
	job->request.format = EXPORT_CSV;
	for (size_t i = 0; i < N_CSV_TABLES && status == STATUS_OK; i++) {
		job->request.table = (enum csv_table)i;
		status = add_form(job, folder, csv_table_name(job->request.table), ".csv", f);
	}
	for (size_t i = 0; i < N_FORMS && status == STATUS_OK; i++) {
		job->request.format = forms[i].format;
		status = add_form(job, folder, forms[i].name, "", f);
	}
	return status == STATUS_OK ? add_texts(job, folder, f) : status;
}

static enum status write_folder(const char *folder, void *context, struct fault *f)
{
	struct folder_job *job = context;
	return export_load_torn(&job->load, write_all(job, folder, f), f);
}

static enum status export_once(struct project *project, const struct export_request *request,
			       const char *folder, bool hold, struct fault *f)
{
	struct folder_job job = {.request = *request};
	enum status status = export_load_begin(&job.load, project, &request->filter, hold, f);
	if (status == STATUS_OK)
		status = folder_replace(folder, write_folder, &job, f);
	export_load_release(&job.load);
	return status;
}

/* As for one file: others wait only where they wrote meanwhile. */
enum status project_export_all(struct project *project, const struct export_request *request,
			       const char *folder, struct fault *f)
{
	enum status status = project->store ? store_check_target(project->store, folder, f)
					    : STATUS_OK;
	if (status == STATUS_OK)
		status = check_folder(folder, f);
	if (status == STATUS_OK)
		status = export_once(project, request, folder, false, f);
	if (status != STATUS_BUSY)
		return status;
	if (f)
		fault_release(f);
	return export_once(project, request, folder, true, f);
}
