/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a project keeps beside its rows, outside acts and history: drafts and settings. */
#include <stdlib.h>

#include "base/xalloc.h"
#include "store/store-internal.h"

static enum status draft_put(struct store *store, const char *coder, const char *target,
			     const char *text, struct fault *f)
{
	char now[TIME_SIZE];
	time_now(now);
	struct query q = query_new(store, text[0] ? SQL_DRAFT_SET : SQL_DRAFT_REMOVE);
	query_text(&q, coder);
	query_text(&q, target);
	if (text[0]) {
		query_text(&q, text);
		query_text(&q, now);
	}
	return query_run(&q, NULL, f);
}

enum status store_draft_set(struct store *store, const char *coder, const char *target,
			    const char *text, struct fault *f)
{
	enum status status = write_begin(store, f);
	if (status != STATUS_OK)
		return status;
	return write_end(store, draft_put(store, coder, target, text, f), f);
}

enum status store_draft_get(struct store *store, const char *coder, const char *target, char **out,
			    struct fault *f)
{
	struct query q = query_new(store, SQL_DRAFT_GET);
	query_text(&q, coder);
	query_text(&q, target);
	return query_text_or_empty(&q, out, f);
}

static void read_draft(sqlite3_stmt *stmt, void *out)
{
	struct draft *draft = draft_list_add(out);
	draft->target = column_text(stmt, 0);
	draft->text = column_text(stmt, 1);
	draft->updated_at = column_text(stmt, 2);
}

enum status store_draft_list(struct store *store, const char *coder, struct draft_list *out,
			     struct fault *f)
{
	struct query q = query_new(store, SQL_DRAFT_LIST);
	query_text(&q, coder);
	return query_each(&q, read_draft, out, f);
}

enum status store_setting_set(struct store *store, const char *key, const char *value,
			      struct fault *f)
{
	enum status status = write_begin(store, f);
	if (status != STATUS_OK)
		return status;
	struct query q = query_new(store, SQL_SETTING_SET);
	query_text(&q, key);
	query_text(&q, value);
	status = query_run(&q, NULL, f);
	return write_end(store, status, f);
}

enum status store_setting_get(struct store *store, const char *key, char **out, struct fault *f)
{
	struct query q = query_new(store, SQL_SETTING_GET);
	query_text(&q, key);
	return query_text_or_empty(&q, out, f);
}
