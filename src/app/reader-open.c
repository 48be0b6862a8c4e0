/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Panes: from what a person names to a text on the screen, and from a file on the screen into the
 * project.
 */
#include "app/reader-internal.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "import/import.h"
#include "model/id.h"

/*
 * A file up to this size is read whole at once; of a larger one so much is looked at before it is
 * shown.
 */
enum { HEAD_BYTES = 8192, TEXT_LIMIT = 256 << 20 };

static struct pane *new_pane(struct document *doc)
{
	struct pane *pane = xmalloc(sizeof *pane);
	pane_init(pane, doc);
	return pane;
}

void reader_free_pane(struct pane *pane)
{
	pane_release(pane);
	free(pane);
}

/* Takes over `article`, also on a fault. */
static enum status open_article(struct app *app, struct article *article, struct pane **out,
				struct fault *f)
{
	struct document *doc;
	enum status status = project_document(&app->project, article, &doc, f);
	if (status) {
		article_release(article);
		return status;
	}
	struct pane *pane = new_pane(doc);
	pane->article = *article;
	pane->identified = true;
	status = reader_load_pane(app, pane, f);
	if (status)
		reader_free_pane(pane);
	else
		*out = pane;
	return status;
}

static bool is_known(struct app *app, const struct imported *imported, struct article *article)
{
	char sha256[SHA256_HEX_SIZE];
	if (!app->project.store)
		return false;
	sha256_hex(imported->text, imported->n_bytes, sha256);
	return store_article_by_sha256(app->project.store, sha256, article, NULL) == STATUS_OK;
}

/* A text that is in memory: an article that the project has already, or else shown as it is. */
static enum status open_read(struct app *app, const char *path, struct imported *imported,
			     struct pane **out, struct fault *f)
{
	struct article article = {.number = 0};
	if (is_known(app, imported, &article))
		return open_article(app, &article, out, f);
	struct text_source source =
		text_source_memory(xmemdup(imported->text, imported->n_bytes), imported->n_bytes);
	*out = new_pane(document_new(source));
	(*out)->path = xstrdup(path);
	(*out)->article.title = xstrdup(imported->article.title);
	(*out)->identified = true;
	return STATUS_OK;
}

static enum status read_whole(struct app *app, const char *path, struct pane **out, struct fault *f)
{
	struct import_options options = {.text_only = true};
	struct imported imported;
	enum status status = import_path(path, &options, &imported, f);
	if (status)
		return status;
	status = open_read(app, path, &imported, out, f);
	imported_release(&imported);
	return status;
}

/* Cuts a sequence that goes on after the end. */
static size_t whole_sequences(const char *bytes, size_t n)
{
	size_t cut = n;
	while (cut > 0 && n - cut < 3 && (bytes[cut - 1] & 0xc0) == 0x80)
		cut--;
	bool leads = cut > 0 && (bytes[cut - 1] & 0xc0) == 0xc0;
	return leads ? cut - 1 : n;
}

/* The title of a large file by its beginning, the caller's; NULL where that is no text. */
static enum status read_head(int fd, const char *path, char **title, struct fault *f)
{
	struct import_options options = {.text_only = true};
	struct imported imported;
	char *head = xmalloc(HEAD_BYTES);
	ssize_t n = pread(fd, head, HEAD_BYTES, 0);
	enum status status = n < 0 ? fault_errno(f, path)
				   : import_bytes(head, whole_sequences(head, (size_t)n), path,
						  &options, &imported, f);
	free(head);
	if (status)
		return status;
	*title = xstrdup(imported.article.title);
	imported_release(&imported);
	return STATUS_OK;
}

static enum status show_large(int fd, const char *path, struct pane **out, struct fault *f)
{
	struct text_source source;
	char *title = NULL;
	enum status status = read_head(fd, path, &title, f);
	if (!status)
		status = text_source_file(fd, &source, f);
	if (status) {
		free(title);
		close(fd);
		return status;
	}
	*out = new_pane(document_new(source));
	(*out)->path = xstrdup(path);
	(*out)->article.title = title;
	return STATUS_OK;
}

static enum status open_text(struct app *app, const char *path, struct pane **out, struct fault *f)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	bool large =
		fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > HEAD_BYTES;
	if (large)
		return show_large(fd, path, out, f);
	if (fd >= 0)
		close(fd);
	return read_whole(app, path, out, f);
}

static enum status open_file(struct app *app, const char *path, struct pane **out, struct fault *f)
{
	enum status status = open_text(app, path, out, f);
	if (!status)
		status = reader_load_pane(app, *out, f);
	if (status && *out) {
		reader_free_pane(*out);
		*out = NULL;
	}
	return status;
}

enum status reader_open_pane(struct app *app, const char *ref, struct pane **out, struct fault *f)
{
	struct article article = {.number = 0};
	struct store *store = app->project.store;
	*out = NULL;
	if (store && !strchr(ref, '/') && !store_article_get(store, ref, &article, NULL))
		return open_article(app, &article, out, f);
	if (access(ref, F_OK) == 0)
		return open_file(app, ref, out, f);
	enum status status = project_article(&app->project, ref, false, &article, f);
	return status ? status : open_article(app, &article, out, f);
}

/* Whether the article has a note, and the drafts of this coder on it, in whatever name they are. */
static enum status load_notes(struct app *app, struct pane *pane, struct fault *f)
{
	struct note_list notes = {.items = NULL};
	char *path = pane->path ? realpath(pane->path, NULL) : NULL;
	const char *names[] = {pane->article.id, path ? path : pane->article.source_path};
	enum status status = STATUS_OK;
	if (*pane->article.id)
		status = store_note_list(app->project.store, pane->article.id, &notes, f);
	if (!status)
		status = drafts_load(&pane->drafts, app->project.store, app->options->coder, names,
				     names[1] ? 2 : 1, &pane->marks, f);
	pane->noted = false;
	for (size_t i = 0; i < notes.n && !pane->noted; i++)
		pane->noted = project_sees(&app->project, notes.items[i].coder);
	note_list_release(&notes);
	free(path);
	return status;
}

static enum status load_article(struct app *app, struct pane *pane, struct fault *f)
{
	struct article article = {.number = 0};
	enum status status = store_article_get(app->project.store, pane->article.id, &article, f);
	if (status)
		return status;
	article_release(&pane->article);
	pane->article = article;
	struct marks_source source = reader_source(app);
	return marks_load(&pane->marks, &source, article.id, f);
}

enum status reader_load_pane(struct app *app, struct pane *pane, struct fault *f)
{
	enum status status = STATUS_OK;
	if (!app->project.store)
		return status;
	if (*pane->article.id)
		status = load_article(app, pane, f);
	return status ? status : load_notes(app, pane, f);
}

/* The pane's text is the article's from here on. Takes over `article`. */
static enum status become(struct app *app, struct pane *pane, struct article *article,
			  struct fault *f)
{
	struct document *doc;
	enum status status = project_document(&app->project, article, &doc, f);
	if (status) {
		article_release(article);
		return status;
	}
	pane_set_document(pane, doc);
	article_release(&pane->article);
	pane->article = *article;
	free(pane->path);
	pane->path = NULL;
	pane->identified = true;
	return reader_load_pane(app, pane, f);
}

enum status reader_adopt(struct app *app, struct pane *pane, struct fault *f)
{
	struct article article = {.number = 0};
	if (!pane->path)
		return STATUS_OK;
	enum status status = project_article(&app->project, pane->path, true, &article, f);
	return status ? status : become(app, pane, &article, f);
}

/* Whether an article came from this file, or has as many bytes. */
static bool may_be_known(struct app *app, const struct pane *pane)
{
	struct article_list list = {.items = NULL};
	char *path = realpath(pane->path, NULL);
	bool known = false;
	if (store_article_list(app->project.store, &list, NULL))
		return false;
	for (size_t i = 0; i < list.n && !known; i++)
		known = list.items[i].n_bytes == document_bytes(pane->doc) ||
			(path && strcmp(list.items[i].source_path, path) == 0);
	article_list_release(&list);
	free(path);
	return known;
}

void reader_identify(struct app *app, struct pane *pane)
{
	struct article article = {.number = 0};
	pane->identified = true;
	if (!pane->path || !app->project.store || !may_be_known(app, pane))
		return;
	struct fault f = FAULT_NONE;
	if (!project_article(&app->project, pane->path, false, &article, &f) &&
	    !become(app, pane, &article, &f))
		return;
	fault_release(&f);
}
