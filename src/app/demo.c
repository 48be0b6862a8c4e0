/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/demo.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/data.h"
#include "base/file.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "model/anchor.h"

enum { PATH_SIZE = 4096 };

/* What a signal's handler removes: it may not allocate, nor read what is being changed. */
static struct {
	char project[PATH_SIZE], journal[PATH_SIZE], folder[PATH_SIZE];
} removed_by_signal;

void demo_remove_in_handler(void)
{
	if (!*removed_by_signal.folder)
		return;
	unlink(removed_by_signal.project);
	unlink(removed_by_signal.journal);
	rmdir(removed_by_signal.folder);
}

static void tell_handler(const struct project *project)
{
	*removed_by_signal.folder = '\0';
	if (strlen(project->path) + sizeof "-journal" > PATH_SIZE)
		return;
	strcpy(removed_by_signal.project, project->path);
	strcpy(stpcpy(removed_by_signal.journal, project->path), "-journal");
	strcpy(removed_by_signal.folder, project->demo_dir);
}

static void forget_in_handler(const struct project *project)
{
	if (strcmp(removed_by_signal.folder, project->demo_dir) == 0)
		*removed_by_signal.folder = '\0';
}

void demo_leave(struct project *project)
{
	forget_in_handler(project);
	free(project->demo_dir);
	project->demo_dir = NULL;
}

/*
 * A folder that is gone is no business of the handler's: its name may be somebody else's by then.
 */
void demo_remove(const struct project *project)
{
	char *journal = xasprintf("%s-journal", project->path);
	unlink(project->path);
	unlink(journal);
	rmdir(project->demo_dir);
	free(journal);
	forget_in_handler(project);
}

static enum status make_folder(struct project *project, struct fault *f)
{
	const char *bases[] = {getenv("XDG_RUNTIME_DIR"), getenv("TMPDIR"), "/tmp"};
	for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
		if (!bases[i] || bases[i][0] != '/')
			continue;
		char *folder = xasprintf("%s/hashiya-demo.XXXXXX", bases[i]);
		if (mkdtemp(folder)) {
			project->demo_dir = folder;
			project->path = xasprintf("%s/demo.hashiya", folder);
			tell_handler(project);
			return STATUS_OK;
		}
		free(folder);
	}
	return fault_errno(f, "/tmp");
}

static enum status add_article(struct project *project, const struct table *table, size_t row,
			       struct fault *f)
{
	struct article fields = {.title = table_cell(table, row, "title"),
				 .outlet = table_cell(table, row, "outlet"),
				 .author = table_cell(table, row, "author"),
				 .url = table_cell(table, row, "url"),
				 .published_at = table_cell(table, row, "published_at"),
				 .lang = table_cell(table, row, "lang")};
	char *name = xasprintf("demo/%s", table_cell(table, row, "file"));
	char *path = data_path(name);
	struct import_options options = {.lossy = false};
	struct imported imported;
	enum status status = import_path(path, &options, &imported, f);
	if (status == STATUS_OK) {
		status = project_import(project, &imported, &fields, NULL, NULL, f);
		imported_release(&imported);
	}
	free(path);
	free(name);
	return status;
}

static enum status add_tag(struct project *project, const struct table *table, size_t row,
			   struct fault *f)
{
	struct tag tag = {.path = table_cell(table, row, "tag"),
			  .definition = table_cell(table, row, "description"),
			  .colour = table_cell(table, row, "colour"),
			  .symbol = table_cell(table, row, "symbol")};
	return project_tag_add(project, &tag, f);
}

/* The paths in `list`, which stands between semicolons and is cut at them. */
static size_t split_tags(char *list, char **tags, size_t max)
{
	size_t n = 0;
	for (char *tag; n < max && (tag = strsep(&list, ";"));)
		if (*tag)
			tags[n++] = tag;
	return n;
}

/*
 * The article whose file has this name: they were added in the order of `articles`, from number 1.
 */
static enum status article_of(struct project *project, const struct table *articles,
			      const char *file, struct article *out, struct fault *f)
{
	for (size_t row = 0; row < articles->n_rows; row++) {
		if (strcmp(table_cell(articles, row, "file"), file) != 0)
			continue;
		char number[24];
		snprintf(number, sizeof number, "%zu", row + 1);
		return store_article_get(project->store, number, out, f);
	}
	return fault_set(f, STATUS_NOT_FOUND, file);
}

static enum status add_mark(struct project *project, const struct table *articles,
			    const struct table *table, size_t row, struct fault *f)
{
	enum { MAX_TAGS = 8 };
	char *tags[MAX_TAGS];
	struct mark mark = {.tags = tags, .note = table_cell(table, row, "note")};
	mark.n_tags = split_tags(table_cell(table, row, "tags"), tags, MAX_TAGS);
	struct article article = {.number = 0};
	struct document *doc = NULL;
	enum status status = article_of(project, articles, table_cell(table, row, "file"), &article,
					f);
	if (status == STATUS_OK)
		status = project_document(project, &article, &doc, f);
	if (status == STATUS_OK) {
		size_t nth = (size_t)strtoul(table_cell(table, row, "nth"), NULL, 10);
		status = anchor_find(doc, table_cell(table, row, "quote"), nth, &mark.range, f);
		document_free(doc);
	}
	if (status == STATUS_OK)
		status = project_mark(project, &article, &mark, NULL, NULL, f);
	article_release(&article);
	return status;
}

struct demo_tables {
	struct table articles, tags, marks;
};

static enum status read_tables(struct demo_tables *tables, struct fault *f)
{
	enum status status = data_table("demo/articles.tsv", &tables->articles, f);
	if (status == STATUS_OK)
		status = data_table("demo/codebook.csv", &tables->tags, f);
	if (status == STATUS_OK)
		status = data_table("demo/marks.tsv", &tables->marks, f);
	return status;
}

static enum status fill(struct project *project, const struct demo_tables *tables, struct fault *f)
{
	enum status status = STATUS_OK;
	for (size_t row = 0; row < tables->articles.n_rows && status == STATUS_OK; row++)
		status = add_article(project, &tables->articles, row, f);
	for (size_t row = 0; row < tables->tags.n_rows && status == STATUS_OK; row++)
		status = add_tag(project, &tables->tags, row, f);
	for (size_t row = 0; row < tables->marks.n_rows && status == STATUS_OK; row++)
		status = add_mark(project, &tables->articles, &tables->marks, row, f);
	return status;
}

/* One act for all, then no history: nobody should undo what the demo came with. */
static enum status fill_as_one(struct project *project, const struct demo_tables *tables,
			       struct fault *f)
{
	enum status status = project_group_begin(project, ACT_IMPORT_FILES, NULL,
						 tables->articles.n_rows, f);
	if (status != STATUS_OK)
		return status;
	status = fill(project, tables, f);
	if (status == STATUS_OK)
		status = project_group_end(project, f);
	else
		project_group_drop(project);
	return status == STATUS_OK ? store_history_forget(project->store, f) : status;
}

/* Holds deadly signals back while files come and go that the handler does not know. */
static void hold_signals(sigset_t *before)
{
	sigset_t deadly;
	sigemptyset(&deadly);
	sigaddset(&deadly, SIGINT);
	sigaddset(&deadly, SIGTERM);
	sigaddset(&deadly, SIGHUP);
	sigprocmask(SIG_BLOCK, &deadly, before);
}

enum status demo_build(struct project *project, struct fault *f)
{
	struct demo_tables tables = {.articles = {.n_rows = 0}};
	sigset_t before;
	hold_signals(&before);
	enum status status = read_tables(&tables, f);
	if (status == STATUS_OK)
		status = make_folder(project, f);
	if (status == STATUS_OK)
		status = fill_as_one(project, &tables, f);
	table_release(&tables.articles);
	table_release(&tables.tags);
	table_release(&tables.marks);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return status;
}

/*
 * Copies the file to `path`, a new one for nobody else's eyes, and syncs it: another file system is
 * fine.
 */
static enum status copy_to(const char *from, const char *path, struct fault *f)
{
	struct str bytes = STR_EMPTY;
	enum status status = file_read(from, (size_t)1 << 30, &bytes, f);
	int fd = status == STATUS_OK ? open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)
				     : -1;
	if (status == STATUS_OK && fd < 0)
		status = file_create_fault(path, f);
	if (fd >= 0) {
		close(fd);
		status = file_replace_bytes(path, bytes.p, bytes.len, f);
		if (status != STATUS_OK)
			unlink(path);
	}
	str_release(&bytes);
	return status;
}

enum status project_keep_demo(struct project *project, const char *path, struct fault *f)
{
	enum status status = store_check_target(project->store, path, f);
	if (status == STATUS_OK)
		status = copy_to(project->path, path, f);
	if (status != STATUS_OK)
		return status;
	struct store *kept;
	status = store_open(&kept, path, STORE_WRITE, f);
	if (status != STATUS_OK)
		return status;
	store_close(project->store);
	demo_remove(project);
	free(project->demo_dir);
	free(project->path);
	project->demo_dir = NULL;
	project->path = xstrdup(path);
	project->store = kept;
	return STATUS_OK;
}
