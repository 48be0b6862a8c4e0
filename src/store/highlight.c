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

static void replace(char **field, const char *text)
{
	free(*field);
	*field = xstrdup(text);
}

static enum status insert(struct store *store, const struct highlight *highlight,
			  const char *coder_id, const char *now, struct fault *f)
{
	struct query q = query_new(store, SQL_HIGHLIGHT_ADD);
	query_text(&q, highlight->id);
	query_text(&q, highlight->article);
	query_size(&q, highlight->range.start_cp);
	query_size(&q, highlight->range.end_cp);
	query_text(&q, highlight->exact);
	query_text(&q, highlight->prefix);
	query_text(&q, highlight->suffix);
	query_text(&q, highlight->anchor_state);
	query_text(&q, coder_id);
	query_text(&q, now);
	return query_run(&q, NULL, f);
}

enum status store_highlight_add(struct store *store, struct highlight *highlight, struct fault *f)
{
	const char *coder_id;
	char now[TIME_SIZE];
	enum status status = act_coder(store, &coder_id, f);
	if (status != STATUS_OK)
		return status;
	if (!highlight->id[0])
		id_new(highlight->id);
	time_now(now);
	status = insert(store, highlight, coder_id, now, f);
	if (status != STATUS_OK)
		return status;
	replace(&highlight->coder, store->act.coder);
	replace(&highlight->created_at, now);
	replace(&highlight->updated_at, now);
	return STATUS_OK;
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
	static const enum sql steps[] = {SQL_HIGHLIGHT_REMOVE_CODINGS, SQL_HIGHLIGHT_REMOVE_NOTES,
					 SQL_HIGHLIGHT_REMOVE};
	enum status status = exists(store, id, f);
	for (size_t i = 0; status == STATUS_OK && i < sizeof steps / sizeof *steps; i++) {
		struct query q = query_new(store, steps[i]);
		query_text(&q, id);
		status = query_run(&q, NULL, f);
	}
	return status;
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

static enum status by_prefix(struct store *store, const char *ref, struct highlight_list *out,
			     struct fault *f)
{
	char low[ID_SIZE], high[ID_SIZE + 1];
	if (!ref_bounds(ref, low, high))
		return STATUS_OK;
	struct query q = query_new(store, SQL_HIGHLIGHT_BY_PREFIX);
	query_text(&q, low);
	query_text(&q, high);
	return query_each(&q, read_item, out, f);
}

enum status store_highlight_get(struct store *store, const char *ref, struct highlight *out,
				struct fault *f)
{
	struct highlight_list found = {.n = 0};
	enum status status = by_prefix(store, ref, &found, f);
	if (status == STATUS_OK && found.n == 0)
		status = fault_set(f, STATUS_NOT_FOUND, ref);
	if (status == STATUS_OK && found.n > 1)
		status = fault_setf(f, STATUS_NOT_FOUND, ref, "%s, %s", found.items[0].id,
				    found.items[1].id);
	if (status == STATUS_OK) {
		*out = found.items[0];
		found.items[0] = (struct highlight){.coder = NULL};
	}
	highlight_list_release(&found);
	return status;
}

enum status store_highlight_list(struct store *store, const char *article,
				 struct highlight_list *out, struct fault *f)
{
	struct query q = query_new(store, article ? SQL_HIGHLIGHT_LIST_OF : SQL_HIGHLIGHT_LIST);
	if (article)
		query_text(&q, article);
	return query_each(&q, read_item, out, f);
}
