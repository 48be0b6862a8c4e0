/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "store/store-internal.h"

/* Fills `out` from HIGHLIGHT_COLUMNS. */
static void read_row(sqlite3_stmt *stmt, void *out)
{
	struct highlight *highlight = out;
	column_id(stmt, 0, highlight->id);
	column_id(stmt, 1, highlight->article);
	highlight->range.start_cp = column_size(stmt, 2);
	highlight->range.end_cp = column_size(stmt, 3);
	if (highlight->range.end_cp < highlight->range.start_cp)
		highlight->range.end_cp = highlight->range.start_cp;
	highlight->exact = column_text(stmt, 4);
	highlight->prefix = column_text(stmt, 5);
	highlight->suffix = column_text(stmt, 6);
	highlight->anchor_state = column_text(stmt, 7);
	highlight->coder = column_text(stmt, 8);
	highlight->created_at = column_text(stmt, 9);
	highlight->updated_at = column_text(stmt, 10);
}

static void read_item(sqlite3_stmt *stmt, void *out)
{
	read_row(stmt, highlight_list_add(out));
}

/* In the order of HIGHLIGHT_ADD and _PUT. */
static void bind(struct query *q, const struct highlight *highlight, const char *coder_id)
{
	query_text(q, highlight->id);
	query_text(q, highlight->article);
	query_size(q, highlight->range.start_cp);
	query_size(q, highlight->range.end_cp);
	query_text(q, highlight->exact);
	query_text(q, highlight->prefix);
	query_text(q, highlight->suffix);
	query_text(q, highlight->anchor_state);
	query_text(q, coder_id);
	query_text(q, highlight->created_at);
	query_text(q, highlight->updated_at);
}

enum status store_highlight_add(struct store *store, struct highlight *highlight, struct fault *f)
{
	char coder_id[ID_SIZE];
	enum status status = stamp_new(store, STAMP(highlight), coder_id, f);
	if (status != STATUS_OK)
		return status;
	struct query q = query_new(store, SQL_HIGHLIGHT_ADD);
	bind(&q, highlight, coder_id);
	return query_run(&q, NULL, f);
}

enum status store_highlight_put(struct store *store, struct highlight *highlight, enum put *came,
				struct fault *f)
{
	char coder_id[ID_SIZE];
	bool there;
	enum status status = stamp_fill(store, STAMP(highlight), coder_id, f);
	if (status == STATUS_OK)
		status = put_finds(store, SQL_HIGHLIGHT_EXISTS, highlight->id, &there, f);
	if (status != STATUS_OK)
		return status;
	struct query q = query_new(store, there ? SQL_HIGHLIGHT_PUT : SQL_HIGHLIGHT_ADD);
	bind(&q, highlight, coder_id);
	return put_run(&q, there, came, f);
}

/* NOT_FOUND unless there is a highlight with this id. */
static enum status exists(struct store *store, const char *id, struct fault *f)
{
	int64_t one;
	struct query q = query_new(store, SQL_HIGHLIGHT_EXISTS);
	query_text(&q, id);
	return query_one(&q, read_int, &one, id, f);
}

enum status store_highlight_remove(struct store *store, const char *id, struct fault *f)
{
	assert(store->in_act);
	static const enum sql steps[] = {SQL_HIGHLIGHT_REMOVE_CODINGS,
					 SQL_HIGHLIGHT_REMOVE_MENTIONS, SQL_HIGHLIGHT_REMOVE_NOTES,
					 SQL_HIGHLIGHT_REMOVE};
	enum status status = exists(store, id, f);
	if (status != STATUS_OK)
		return status;
	return query_run_all(store, steps, sizeof steps / sizeof *steps, id, f);
}

enum status store_highlight_update(struct store *store, const struct highlight *highlight,
				   struct fault *f)
{
	assert(store->in_act);
	char now[TIME_SIZE];
	enum status status = exists(store, highlight->id, f);
	if (status != STATUS_OK)
		return status;
	time_now(now);
	struct query q = query_new(store, SQL_HIGHLIGHT_UPDATE);
	query_text(&q, highlight->id);
	query_size(&q, highlight->range.start_cp);
	query_size(&q, highlight->range.end_cp);
	query_text(&q, highlight->exact);
	query_text(&q, highlight->prefix);
	query_text(&q, highlight->suffix);
	query_text(&q, highlight->anchor_state);
	query_text(&q, now);
	return query_run(&q, NULL, f);
}

enum status store_highlight_get(struct store *store, const char *ref, struct highlight *out,
				struct fault *f)
{
	char id[ID_SIZE];
	struct highlight row = {.coder = NULL};
	enum status status = ref_id(store, N_SQL, SQL_HIGHLIGHT_OF_PREFIX, ref, id, f);
	if (status != STATUS_OK)
		return status;
	struct query q = query_new(store, SQL_HIGHLIGHT_BY_ID);
	query_text(&q, id);
	status = query_one(&q, read_row, &row, ref, f);
	if (status == STATUS_OK)
		*out = row;
	return status;
}

enum status store_highlight_list_unsure(struct store *store, const char *article,
					struct highlight_list *out, struct fault *f)
{
	struct query q = query_new(store, SQL_HIGHLIGHT_LIST_UNSURE);
	query_text(&q, article);
	return query_each(&q, read_item, out, f);
}

enum status store_highlight_list(struct store *store, const char *article,
				 struct highlight_list *out, struct fault *f)
{
	struct query q = query_new(store, article ? SQL_HIGHLIGHT_LIST_OF : SQL_HIGHLIGHT_LIST);
	if (article)
		query_text(&q, article);
	return query_each(&q, read_item, out, f);
}

enum status store_highlight_list_at(struct store *store, const char *article,
				    struct cp_range range, struct highlight_list *out,
				    struct fault *f)
{
	struct query q = query_new(store, SQL_HIGHLIGHT_LIST_AT);
	query_text(&q, article);
	query_size(&q, range.start_cp);
	query_size(&q, range.end_cp);
	return query_each(&q, read_item, out, f);
}
