/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles of a file: which of the project's they are, and those that come with their text. */
#include <stdlib.h>
#include <string.h>

#include "app/intake.h"
#include "app/project-internal.h"
#include "base/xalloc.h"
#include "import/import.h"
#include "model/id.h"

/* Rows of one article stand together. */
static struct article *by_id(struct intake *intake, const char *id)
{
	struct article_list *list = &intake->articles;
	if (intake->latest < list->n && strcmp(list->items[intake->latest].id, id) == 0)
		return &list->items[intake->latest];
	for (size_t i = 0; i < list->n; i++) {
		if (strcmp(list->items[i].id, id) != 0)
			continue;
		intake->latest = i;
		return &list->items[i];
	}
	return NULL;
}

static bool is_said(const char *text)
{
	return text && *text;
}

/* The latest that has that field; versions of an article share their address and title. */
static const struct article *by_text(const struct intake *intake, size_t offset, const char *text)
{
	const struct article_list *list = &intake->articles;
	for (size_t i = list->n; is_said(text) && i-- > 0;) {
		const char *field = *(char **)(void *)((char *)&list->items[i] + offset);
		if (strcmp(field, text) == 0)
			return &list->items[i];
	}
	return NULL;
}

const struct article *intake_find_article(struct intake *intake, const char *id,
					  const struct annotation_target *target)
{
	const char *ours = map_get(&intake->article_ids, id);
	const struct article *found = by_id(intake, ours ? ours : id);
	if (!found && target)
		found = by_text(intake, offsetof(struct article, sha256), target->sha256);
	if (!found && target)
		found = by_text(intake, offsetof(struct article, url), target->url);
	if (!found && target)
		found = by_text(intake, offsetof(struct article, title), target->title);
	return found;
}

enum status intake_document(struct intake *intake, const char *article, struct document **out,
			    struct fault *f)
{
	struct text_source source;
	if (intake->doc && strcmp(intake->doc_of, article) == 0) {
		*out = intake->doc;
		return STATUS_OK;
	}
	document_free(intake->doc);
	intake->doc = NULL;
	enum status status =
		store_article_source(intake->project->store, article, &source, f);
	if (status != STATUS_OK)
		return status;
	*out = intake->doc = document_new(source);
	memcpy(intake->doc_of, article, ID_SIZE);
	return STATUS_OK;
}

/* Another id in the file than here: what hangs on it has to follow. */
static void remember(struct intake *intake, const char *file_id, const char *id)
{
	if (file_id[0] && strcmp(file_id, id) != 0)
		map_put(&intake->article_ids, file_id, id);
}

/* Into the list that is matched with. */
static void add_article(struct intake *intake, const struct article *row)
{
	struct article *item = article_list_add(&intake->articles);
	memcpy(item->id, row->id, ID_SIZE);
	memcpy(item->version_of, row->version_of, ID_SIZE);
	item->dir = row->dir;
	intake_fill(RECORD_article, item, row);
}

/* What is known of an article beside its title. */
static const size_t details[] = {
	offsetof(struct article, outlet),       offsetof(struct article, author),
	offsetof(struct article, url),          offsetof(struct article, lang),
	offsetof(struct article, published_at),
};
enum { N_DETAILS = sizeof details / sizeof *details };

static char **detail(struct article *article, size_t i)
{
	return (char **)(void *)((char *)article + details[i]);
}

static void write_back(struct article *item, struct article *row)
{
	xstrset(&item->title, row->title);
	for (size_t i = 0; i < N_DETAILS; i++)
		xstrset(detail(item, i), *detail(row, i));
	item->dir = row->dir;
}

/* What is known here stays; what is not may come from the file. */
static void keep_known(struct article *row, struct article *there)
{
	xstrset(&row->title, there->title);
	for (size_t i = 0; i < N_DETAILS; i++)
		if (is_said(*detail(there, i)))
			xstrset(detail(row, i), *detail(there, i));
	if (there->dir != DIR_AUTO)
		row->dir = there->dir;
}

/* The stored text, the caller's. */
static enum status read_text(struct intake *intake, const char *id, struct str *out,
			     struct fault *f)
{
	struct document *doc;
	enum status status = intake_document(intake, id, &doc, f);
	if (status != STATUS_OK)
		return status;
	size_t n = document_bytes(doc);
	status = document_read(doc, 0, str_reserve(out, n), n, f);
	if (status == STATUS_OK)
		out->len = n;
	return status;
}

static enum status put(struct intake *intake, struct annotation *a, const char *text, size_t n,
		       struct fault *f)
{
	enum put came;
	struct article *row = &a->row.article;
	if (row->version_of[0] && !by_id(intake, row->version_of)) {
		const char *ours = map_get(&intake->article_ids, row->version_of);
		memset(row->version_of, 0, ID_SIZE);
		if (ours)
			memcpy(row->version_of, ours, strlen(ours) + 1);
	}
	enum status status = store_article_put(intake->project->store, row, text, n, &came, f);
	if (status == STATUS_OK)
		intake_put(intake, a, came);
	return status;
}

/* An article of the project gets what the file says of it. */
static enum status update(struct intake *intake, struct annotation *a, struct article *there,
			  struct fault *f)
{
	struct article *row = &a->row.article;
	struct str text = STR_EMPTY;
	bool timed = is_said(row->updated_at) && strcmp(row->updated_at, there->updated_at) != 0;
	intake_fill(RECORD_article, row, there);
	if (!a->has_dir)
		row->dir = there->dir;
	if (!row->version_of[0])
		memcpy(row->version_of, there->version_of, ID_SIZE);
	if (a->weak)
		keep_known(row, there);
	if (intake_same(RECORD_article, row, there) && !timed) {
		if (!a->weak)
			intake_count(intake, a, TAKEN_THERE);
		return STATUS_OK;
	}
	if (!timed)
		xstrset(&row->updated_at, "");
	enum status status = read_text(intake, there->id, &text, f);
	if (status == STATUS_OK)
		status = put(intake, a, str_cstr(&text), text.len, f);
	if (status == STATUS_OK)
		write_back(there, row);
	str_release(&text);
	return status;
}

/* One that is not here and comes with its text. */
static enum status add(struct intake *intake, struct annotation *a, struct fault *f)
{
	struct article *row = &a->row.article;
	char sha256[SHA256_HEX_SIZE], file_id[ID_SIZE];
	sha256_hex(a->text, a->n_text, sha256);
	memcpy(file_id, row->id, ID_SIZE);
	if (is_said(row->sha256) && strcmp(row->sha256, sha256) != 0)
		intake_remark(intake, REMARK_OTHER_TEXT, a, row->title, NULL);
	if (!row->title)
		row->title = import_title(a->text, a->n_text);
	intake_fill(RECORD_article, row, NULL);
	xstrset(&row->sha256, sha256);
	enum status status = put(intake, a, a->text, a->n_text, f);
	if (status != STATUS_OK)
		return status;
	remember(intake, file_id, row->id);
	add_article(intake, row);
	return STATUS_OK;
}

/* By what else is known of it: its highlights are looked for in the one that is here. */
static enum status match(struct intake *intake, struct annotation *a)
{
	struct article *row = &a->row.article;
	struct annotation_target target = {
		.sha256 = row->sha256, .url = row->url, .title = row->title};
	const struct article *found = intake_find_article(intake, row->id, &target);
	if (!found) {
		intake_skip(intake, a, REMARK_NO_TEXT, row->title);
		return STATUS_OK;
	}
	remember(intake, row->id, found->id);
	intake_count(intake, a, TAKEN_THERE);
	return STATUS_OK;
}

enum status intake_article(struct intake *intake, struct annotation *a, struct fault *f)
{
	char sha256[SHA256_HEX_SIZE], id[ID_SIZE];
	memcpy(id, a->row.article.id, ID_SIZE);
	if (a->text) {
		sha256_hex(a->text, a->n_text, sha256);
		id_of_text(sha256, id);
	}
	struct article *there = by_id(intake, id);
	if (there) {
		remember(intake, a->row.article.id, id);
		memcpy(a->row.article.id, id, ID_SIZE);
		return update(intake, a, there, f);
	}
	if (a->weak && !a->text)
		return STATUS_OK; /* its highlights say what they are of */
	return a->text ? add(intake, a, f) : match(intake, a);
}
