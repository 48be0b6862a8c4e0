/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
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
	column_id(stmt, 18, article->version_of);
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

/* What a person may change, in the order of ARTICLE_ADD, _PUT and _UPDATE. */
static void bind_fields(struct query *q, const struct article *article)
{
	query_string(q, article->title);
	query_string(q, article->outlet);
	query_string(q, article->author);
	query_string(q, article->url);
	query_string(q, article->published_at);
	query_string(q, article->lang);
	query_text(q, dir_name(article->dir));
}

static enum status insert(struct store *store, const struct article *article, const char *sha256,
			  struct fault *f)
{
	struct query q = query_new(store, SQL_ARTICLE_ADD);
	query_text(&q, article->id);
	query_int(&q, article->number);
	bind_fields(&q, article);
	query_string(&q, article->source_path);
	query_text(&q, sha256);
	query_string(&q, article->source_sha256);
	query_size(&q, article->n_bytes);
	query_size(&q, article->n_cp);
	query_size(&q, article->n_words);
	query_text(&q, article->created_at);
	query_text(&q, article->updated_at);
	query_text(&q, article->version_of);
	return query_run(&q, NULL, f);
}

/* Texts are counted once, by whoever reads them first. */
static void fill_counts(struct article *article, const char *text, size_t n)
{
	if (article->n_bytes != n || article->n_cp == 0)
		count_text(text, n, &article->n_cp, &article->n_words);
	article->n_bytes = n;
}

/* Its text and its row, under the number that it has by now; then it becomes that row. */
static enum status add(struct store *store, struct article *article, const char *sha256,
		       const char *text, size_t n, struct fault *f)
{
	bool found;
	fill_counts(article, text, n);
	enum status status = body_put(store, sha256, text, n, f);
	if (status == STATUS_OK)
		status = insert(store, article, sha256, f);
	return status == STATUS_OK ? get(store, article->id, article, &found, f) : status;
}

enum status store_article_add(struct store *store, struct article *article, const char *text,
			      size_t n, bool *existing, struct fault *f)
{
	assert(store->in_act);
	char sha256[SHA256_HEX_SIZE], coder_id[ID_SIZE];
	sha256_hex(text, n, sha256);
	id_of_text(sha256, article->id);
	enum status status = get(store, article->id, article, existing, f);
	if (status != STATUS_OK || *existing)
		return status;
	status = stamp_new(store, STAMP_NO_CODER(article), coder_id, f);
	if (status == STATUS_OK)
		status = number_next(store, "article", &article->number, f);
	return status == STATUS_OK ? add(store, article, sha256, text, n, f) : status;
}

static enum status replace(struct store *store, struct article *article, enum put *came,
			   struct fault *f)
{
	bool found;
	struct query q = query_new(store, SQL_ARTICLE_PUT);
	query_text(&q, article->id);
	bind_fields(&q, article);
	query_string(&q, article->source_path);
	query_string(&q, article->source_sha256);
	query_text(&q, article->created_at);
	query_text(&q, article->updated_at);
	query_text(&q, article->version_of);
	enum status status = put_run(&q, true, came, f);
	return status == STATUS_OK ? get(store, article->id, article, &found, f) : status;
}

enum status store_article_put(struct store *store, struct article *article, const char *text,
			      size_t n, enum put *came, struct fault *f)
{
	char sha256[SHA256_HEX_SIZE];
	bool there;
	sha256_hex(text, n, sha256);
	id_of_text(sha256, article->id);
	enum status status = stamp_fill(store, STAMP_NO_CODER(article), NULL, f);
	if (status == STATUS_OK)
		status = put_finds(store, SQL_ARTICLE_EXISTS, article->id, &there, f);
	if (status == STATUS_OK && there)
		return replace(store, article, came, f);
	if (status == STATUS_OK)
		status = number_keep(store, "article", SQL_ARTICLE_OF_NUMBER, &article->number, f);
	if (status == STATUS_OK)
		status = add(store, article, sha256, text, n, f);
	if (status == STATUS_OK && came)
		*came = PUT_ADDED;
	return status;
}

enum status store_article_get(struct store *store, const char *ref, struct article *out,
			      struct fault *f)
{
	char id[ID_SIZE];
	struct article row = {.number = 0};
	enum status status =
		ref_id(store, SQL_ARTICLE_OF_NUMBER, SQL_ARTICLE_OF_PREFIX, ref, id, f);
	if (status != STATUS_OK)
		return status;
	struct query q = query_new(store, SQL_ARTICLE_BY_ID);
	query_text(&q, id);
	status = query_one(&q, read_row, &row, ref, f);
	if (status == STATUS_OK)
		*out = row;
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

/* The latest that has `value` in the column that `sql` asks for. */
static enum status latest_with(struct store *store, enum sql sql, const char *value,
			       struct article *out, struct fault *f)
{
	struct article row = {.number = 0};
	struct query q = query_new(store, sql);
	query_text(&q, value);
	enum status status = query_one(&q, read_row, &row, value, f);
	if (status == STATUS_OK)
		*out = row;
	return status;
}

enum status store_article_by_source(struct store *store, const char *source_path, const char *url,
				    struct article *out, struct fault *f)
{
	enum status status = STATUS_NOT_FOUND;
	if (source_path && source_path[0] && strcmp(source_path, "-") != 0)
		status = latest_with(store, SQL_ARTICLE_BY_PATH, source_path, out, f);
	if (status != STATUS_NOT_FOUND || !url || !url[0])
		return status;
	if (f)
		fault_release(f);
	return latest_with(store, SQL_ARTICLE_BY_URL, url, out, f);
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
	bind_fields(&q, article);
	query_text(&q, now);
	return query_run(&q, NULL, f);
}

enum status store_article_remove(struct store *store, const char *id, struct fault *f)
{
	assert(store->in_act);
	static const enum sql steps[] = {SQL_ARTICLE_REMOVE_CODINGS,  SQL_ARTICLE_REMOVE_MENTIONS,
					 SQL_ARTICLE_REMOVE_COVERAGE, SQL_ARTICLE_REMOVE_NOTES,
					 SQL_ARTICLE_REMOVE_HIGHLIGHTS, SQL_ARTICLE_REMOVE_VERSION,
					 SQL_ARTICLE_REMOVE};
	enum status status = exists(store, id, f);
	if (status != STATUS_OK)
		return status;
	return query_run_all(store, steps, sizeof steps / sizeof *steps, id, f);
}
