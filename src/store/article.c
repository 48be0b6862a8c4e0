/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "model/count.h"
#include "model/dir.h"
#include "store/store-internal.h"

static enum text_dir column_dir(sqlite3_stmt *stmt, int column)
{
	const char *text = (const char *)sqlite3_column_text(stmt, column);
	enum text_dir dir = DIR_AUTO;
	return text && dir_parse(text, &dir) ? dir : DIR_AUTO;
}

/* Fills `out` from ARTICLE_COLUMNS. */
static void read_row(sqlite3_stmt *stmt, void *out)
{
	struct article *article = out;
	column_id(stmt, 0, article->id);
	article->number = sqlite3_column_int64(stmt, 1);
	article->title = column_text(stmt, 2);
	article->outlet = column_text(stmt, 3);
	article->author = column_text(stmt, 4);
	article->url = column_text(stmt, 5);
	article->published_at = column_text(stmt, 6);
	article->lang = column_text(stmt, 7);
	article->dir = column_dir(stmt, 8);
	article->source_path = column_text(stmt, 9);
	article->sha256 = column_text(stmt, 10);
	article->source_sha256 = column_text(stmt, 11);
	article->n_bytes = column_size(stmt, 12);
	article->n_cp = column_size(stmt, 13);
	article->n_words = column_size(stmt, 14);
	article->created_at = column_text(stmt, 15);
	article->updated_at = column_text(stmt, 16);
	article->n_highlights = column_size(stmt, 17);
}

static void read_item(sqlite3_stmt *stmt, void *out)
{
	read_row(stmt, article_list_add(out));
}

/* The article with this id in `*out`, what it held freed. */
static enum status get(struct store *store, const char *id, struct article *out, bool *found,
		       struct fault *f)
{
	struct article row = {.number = 0};
	struct query q = query_new(store, SQL_ARTICLE_BY_ID);
	query_text(&q, id);
	enum status status = query_first(&q, read_row, &row, found, f);
	if (status == STATUS_OK && *found) {
		article_release(out);
		*out = row;
	}
	return status;
}

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

static enum status insert(struct store *store, const struct article *article, const char *sha256,
			  struct fault *f)
{
	char now[TIME_SIZE];
	time_now(now);
	struct query q = query_new(store, SQL_ARTICLE_ADD);
	query_text(&q, article->id);
	query_int(&q, article->number);
	query_text(&q, or_empty(article->title));
	query_text(&q, or_empty(article->outlet));
	query_text(&q, or_empty(article->author));
	query_text(&q, or_empty(article->url));
	query_text(&q, or_empty(article->published_at));
	query_text(&q, or_empty(article->lang));
	query_text(&q, dir_name(article->dir));
	query_text(&q, or_empty(article->source_path));
	query_text(&q, sha256);
	query_text(&q, or_empty(article->source_sha256));
	query_size(&q, article->n_bytes);
	query_size(&q, article->n_cp);
	query_size(&q, article->n_words);
	query_text(&q, now);
	return query_run(&q, NULL, f);
}

static enum status next_number(struct store *store, int64_t *number, struct fault *f)
{
	struct query q = query_new(store, SQL_ARTICLE_NEXT_NUMBER);
	return query_one(&q, read_int, number, NULL, f);
}

/* Texts are counted once, by whoever reads them first. */
static void fill_counts(struct article *article, const char *text, size_t n)
{
	if (article->n_bytes != n || article->n_cp == 0)
		count_text(text, n, &article->n_cp, &article->n_words);
	article->n_bytes = n;
}

enum status store_article_add(struct store *store, struct article *article, const char *text,
			      size_t n, bool *existing, struct fault *f)
{
	assert(store->in_act);
	char sha256[SHA256_HEX_SIZE];
	bool found;
	sha256_hex(text, n, sha256);
	id_of_text(sha256, article->id);
	enum status status = get(store, article->id, article, existing, f);
	if (status != STATUS_OK || *existing)
		return status;
	fill_counts(article, text, n);
	status = body_put(store, sha256, text, n, f);
	if (status == STATUS_OK)
		status = next_number(store, &article->number, f);
	if (status == STATUS_OK)
		status = insert(store, article, sha256, f);
	return status == STATUS_OK ? get(store, article->id, article, &found, f) : status;
}

static void read_only_one(sqlite3_stmt *stmt, void *out)
{
	struct article_list *list = out;
	if (list->n < 2)
		read_item(stmt, list);
}

static enum status by_number(struct store *store, const char *ref, struct article_list *out,
			     struct fault *f)
{
	char *end;
	errno = 0;
	long long number = strtoll(ref, &end, 10);
	if (*end || errno || ref[0] < '0' || ref[0] > '9')
		return STATUS_OK;
	struct query q = query_new(store, SQL_ARTICLE_BY_NUMBER);
	query_int(&q, number);
	return query_each(&q, read_only_one, out, f);
}

static enum status by_prefix(struct store *store, const char *ref, struct article_list *out,
			     struct fault *f)
{
	char low[ID_SIZE], high[ID_SIZE + 1];
	if (!ref_bounds(ref, low, high))
		return STATUS_OK;
	struct query q = query_new(store, SQL_ARTICLE_BY_PREFIX);
	query_text(&q, low);
	query_text(&q, high);
	return query_each(&q, read_only_one, out, f);
}

enum status store_article_get(struct store *store, const char *ref, struct article *out,
			      struct fault *f)
{
	struct article_list found = {.n = 0};
	enum status status = by_number(store, ref, &found, f);
	if (status == STATUS_OK && found.n == 0)
		status = by_prefix(store, ref, &found, f);
	if (status == STATUS_OK && found.n == 0)
		status = fault_set(f, STATUS_NOT_FOUND, ref);
	if (status == STATUS_OK && found.n > 1)
		status = fault_setf(f, STATUS_NOT_FOUND, ref, "%s, %s", found.items[0].id,
				    found.items[1].id);
	if (status == STATUS_OK) {
		*out = found.items[0];
		found.items[0] = (struct article){.number = 0};
	}
	article_list_release(&found);
	return status;
}

enum status store_article_by_sha256(struct store *store, const char *sha256, struct article *out,
				    struct fault *f)
{
	struct article row = {.number = 0};
	struct query q = query_new(store, SQL_ARTICLE_BY_BODY);
	query_text(&q, sha256);
	enum status status = query_one(&q, read_row, &row, sha256, f);
	if (status == STATUS_OK)
		*out = row;
	return status;
}

enum status store_article_page(struct store *store, size_t first, size_t limit,
			       struct article_list *out, struct fault *f)
{
	struct query q = query_new(store, SQL_ARTICLE_LIST);
	query_size(&q, first);
	query_int(&q, limit ? (int64_t)limit : -1);
	return query_each(&q, read_item, out, f);
}

enum status store_article_list(struct store *store, struct article_list *out, struct fault *f)
{
	return store_article_page(store, 0, 0, out, f);
}

enum status store_article_count(struct store *store, size_t *n, struct fault *f)
{
	int64_t count = 0;
	struct query q = query_new(store, SQL_ARTICLE_COUNT);
	enum status status = query_one(&q, read_int, &count, NULL, f);
	*n = (size_t)count;
	return status;
}

/* NOT_FOUND unless there is an article with this id. */
static enum status exists(struct store *store, const char *id, struct fault *f)
{
	int64_t one;
	struct query q = query_new(store, SQL_ARTICLE_EXISTS);
	query_text(&q, id);
	return query_one(&q, read_int, &one, id, f);
}

enum status store_article_update(struct store *store, const struct article *article,
				 struct fault *f)
{
	assert(store->in_act);
	char now[TIME_SIZE];
	enum status status = exists(store, article->id, f);
	if (status != STATUS_OK)
		return status;
	time_now(now);
	struct query q = query_new(store, SQL_ARTICLE_UPDATE);
	query_text(&q, article->id);
	query_text(&q, or_empty(article->title));
	query_text(&q, or_empty(article->outlet));
	query_text(&q, or_empty(article->author));
	query_text(&q, or_empty(article->url));
	query_text(&q, or_empty(article->published_at));
	query_text(&q, or_empty(article->lang));
	query_text(&q, dir_name(article->dir));
	query_text(&q, now);
	return query_run(&q, NULL, f);
}

enum status store_article_remove(struct store *store, const char *id, struct fault *f)
{
	assert(store->in_act);
	static const enum sql steps[] = {SQL_ARTICLE_REMOVE_CODINGS, SQL_ARTICLE_REMOVE_NOTES,
					 SQL_ARTICLE_REMOVE_HIGHLIGHTS, SQL_ARTICLE_REMOVE};
	enum status status = exists(store, id, f);
	for (size_t i = 0; status == STATUS_OK && i < sizeof steps / sizeof *steps; i++) {
		struct query q = query_new(store, steps[i]);
		query_text(&q, id);
		status = query_run(&q, NULL, f);
	}
	return status;
}
