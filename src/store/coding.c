/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "model/lookup.h"
#include "store/store-internal.h"

/* Fills a new item from CODING_COLUMNS. */
static void read_item(sqlite3_stmt *stmt, void *out)
{
	struct coding *coding = coding_list_add(out);
	column_id(stmt, 0, coding->id);
	column_id(stmt, 1, coding->highlight);
	column_id(stmt, 2, coding->tag);
	coding->coder = column_text(stmt, 3);
	coding->created_at = column_text(stmt, 4);
	coding->updated_at = column_text(stmt, 5);
}

/* In the order of CODING_ADD and _PUT. */
static void bind(struct query *q, const struct coding *coding, const char *coder_id)
{
	query_text(q, coding->id);
	query_text(q, coding->highlight);
	query_text(q, coding->tag);
	query_text(q, coder_id);
	query_text(q, coding->created_at);
	query_text(q, coding->updated_at);
}

enum status store_coding_add(struct store *store, const char *highlight, const char *tag,
			     struct fault *f)
{
	char coder_id[ID_SIZE];
	struct coding row = {.coder = NULL};
	snprintf(row.highlight, ID_SIZE, "%s", highlight);
	snprintf(row.tag, ID_SIZE, "%s", tag);
	enum status status = stamp_new(store, STAMP(&row), coder_id, f);
	if (status == STATUS_OK) {
		struct query q = query_new(store, SQL_CODING_ADD);
		bind(&q, &row, coder_id);
		status = query_run(&q, NULL, f);
	}
	coding_release(&row);
	return status;
}

enum status store_coding_put(struct store *store, struct coding *coding, enum put *came,
			     struct fault *f)
{
	char coder_id[ID_SIZE];
	bool there = false, taken = false;
	enum status status = stamp_fill(store, STAMP(coding), coder_id, f);
	if (status != STATUS_OK)
		return status;
	struct query q = query_new(store, SQL_CODING_TAKEN);
	query_text(&q, coding->id);
	query_text(&q, coding->highlight);
	query_text(&q, coding->tag);
	query_text(&q, coder_id);
	status = put_taken(&q, coding->id, &taken, came, f);
	if (status == STATUS_OK && !taken)
		status = put_finds(store, SQL_CODING_EXISTS, coding->id, &there, f);
	if (status != STATUS_OK || taken)
		return status;
	q = query_new(store, there ? SQL_CODING_PUT : SQL_CODING_ADD);
	bind(&q, coding, coder_id);
	return put_run(&q, there, came, f);
}

enum status store_coding_retag(struct store *store, const char *id, const char *tag,
			       struct fault *f)
{
	char now[TIME_SIZE];
	bool there = false;
	assert(store->in_act);
	enum status status = put_finds(store, SQL_CODING_EXISTS, id, &there, f);
	if (status == STATUS_OK && !there)
		status = fault_set(f, STATUS_NOT_FOUND, id);
	if (status != STATUS_OK)
		return status;
	struct query q = query_new(store, SQL_CODING_RETAG_DOUBLE);
	query_text(&q, id);
	query_text(&q, tag);
	status = query_run(&q, NULL, f);
	if (status != STATUS_OK)
		return status;
	time_now(now);
	q = query_new(store, SQL_CODING_RETAG);
	query_text(&q, id);
	query_text(&q, tag);
	query_text(&q, now);
	return query_run(&q, NULL, f);
}

enum status store_coding_remove(struct store *store, const char *highlight, const char *tag,
				struct fault *f)
{
	const char *coder_id;
	int n_changed;
	enum status status = act_coder(store, &coder_id, f);
	if (status != STATUS_OK)
		return status;
	struct query q = query_new(store, SQL_CODING_REMOVE);
	query_text(&q, highlight);
	query_text(&q, tag);
	query_text(&q, coder_id);
	status = query_run(&q, &n_changed, f);
	return status == STATUS_OK && n_changed == 0 ? fault_set(f, STATUS_NOT_FOUND, highlight)
						     : status;
}

int coding_compare(const void *a, const void *b, void *tags)
{
	const struct coding *left = a, *right = b;
	size_t l = lookup_find(tags, left->tag), r = lookup_find(tags, right->tag);
	return l != r ? (l > r ? 1 : -1) : strcmp(left->coder, right->coder);
}

/*
 * The rows of one highlight stand together and are few: tag paths, which no index has, are ordered
 * there.
 */
static void sort_runs(struct coding_list *list, struct lookup *tags)
{
	size_t end;
	for (size_t start = 0; start < list->n; start = end) {
		for (end = start + 1; end < list->n; end++)
			if (strcmp(list->items[end].highlight, list->items[start].highlight) != 0)
				break;
		qsort_r(list->items + start, end - start, sizeof *list->items, coding_compare,
			tags);
	}
}

enum status store_coding_list(struct store *store, const char *article, struct coding_list *out,
			      struct fault *f)
{
	struct tag_list tags = {.n = 0};
	struct lookup by_id;
	enum status status = store_tag_names(store, &tags, f);
	if (status == STATUS_OK) {
		struct query q = query_new(store, article ? SQL_CODING_LIST_OF : SQL_CODING_LIST);
		if (article)
			query_text(&q, article);
		status = query_each(&q, read_item, out, f);
	}
	LOOKUP_BY_ID(&by_id, &tags);
	sort_runs(out, &by_id);
	lookup_release(&by_id);
	tag_list_release(&tags);
	return status;
}
