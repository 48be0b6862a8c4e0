/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "store/store-internal.h"

/* Fills `out` from MENTION_COLUMNS. */
static void read_row(sqlite3_stmt *stmt, void *out)
{
	struct mention *mention = out;
	column_id(stmt, 0, mention->id);
	column_id(stmt, 1, mention->claim);
	column_id(stmt, 2, mention->highlight);
	column_id(stmt, 3, mention->article);
	mention->coder = column_text(stmt, 4);
	mention->stance = column_text(stmt, 5);
	mention->stance_scheme = column_text(stmt, 6);
	mention->attribution = column_text(stmt, 7);
	mention->speaker = column_text(stmt, 8);
	mention->certainty = column_text(stmt, 9);
	mention->created_at = column_text(stmt, 10);
	mention->updated_at = column_text(stmt, 11);
}

static void read_item(sqlite3_stmt *stmt, void *out)
{
	read_row(stmt, mention_list_add(out));
}

/* What it is and is about: the values of MENTION_TAKEN, and the first of MENTION_ADD and _PUT. */
static void bind_key(struct query *q, const struct mention *mention, const char *coder_id)
{
	query_text(q, mention->id);
	query_text(q, mention->claim);
	query_text(q, mention->highlight);
	query_text(q, coder_id);
}

static void bind_values(struct query *q, const struct mention *mention)
{
	query_string(q, mention->stance);
	query_string(q, mention->stance_scheme);
	query_string(q, mention->attribution);
	query_string(q, mention->speaker);
	query_string(q, mention->certainty);
}

static void bind(struct query *q, const struct mention *mention, const char *coder_id)
{
	bind_key(q, mention, coder_id);
	bind_values(q, mention);
	query_text(q, mention->created_at);
	query_text(q, mention->updated_at);
}

static enum status find_article(struct store *store, struct mention *mention, struct fault *f)
{
	struct query q = query_new(store, SQL_HIGHLIGHT_ARTICLE);
	query_text(&q, mention->highlight);
	return query_one(&q, read_id, mention->article, mention->highlight, f);
}

static enum status update(struct store *store, const struct mention *mention, struct fault *f)
{
	struct query q = query_new(store, SQL_MENTION_UPDATE);
	query_text(&q, mention->id);
	bind_values(&q, mention);
	query_text(&q, mention->updated_at);
	return query_run(&q, NULL, f);
}

static enum status add(struct store *store, struct mention *mention, const char *coder_id,
		       struct fault *f)
{
	struct query q = query_new(store, SQL_MENTION_ADD);
	bind(&q, mention, coder_id);
	return query_run(&q, NULL, f);
}

/* Who links a passage of an article has not found the claim missing there. */
static enum status drop_absence(struct store *store, const struct mention *mention,
				const char *coder_id, struct fault *f)
{
	struct query q = query_new(store, SQL_COVERAGE_REMOVE);
	query_text(&q, mention->claim);
	query_text(&q, mention->article);
	query_text(&q, coder_id);
	return query_run(&q, NULL, f);
}

enum status store_mention_set(struct store *store, struct mention *mention, struct fault *f)
{
	char coder_id[ID_SIZE];
	bool there = false;
	mention->id[0] = '\0';
	enum status status = find_article(store, mention, f);
	if (status == STATUS_OK)
		status = stamp_new(store, STAMP(mention), coder_id, f);
	if (status != STATUS_OK)
		return status;
	struct query q = query_new(store, SQL_MENTION_TAKEN);
	bind_key(&q, mention, coder_id);
	status = put_taken(&q, mention->id, &there, NULL, f);
	if (status == STATUS_OK)
		status = there ? update(store, mention, f) : add(store, mention, coder_id, f);
	return status == STATUS_OK ? drop_absence(store, mention, coder_id, f) : status;
}

enum status store_mention_put(struct store *store, struct mention *mention, enum put *came,
			      struct fault *f)
{
	char coder_id[ID_SIZE];
	bool there = false, taken = false;
	enum status status = find_article(store, mention, f);
	if (status == STATUS_OK)
		status = stamp_fill(store, STAMP(mention), coder_id, f);
	if (status != STATUS_OK)
		return status;
	struct query q = query_new(store, SQL_MENTION_TAKEN);
	bind_key(&q, mention, coder_id);
	status = put_taken(&q, mention->id, &taken, came, f);
	if (status == STATUS_OK && !taken)
		status = put_finds(store, SQL_MENTION_EXISTS, mention->id, &there, f);
	if (status != STATUS_OK || taken)
		return status;
	q = query_new(store, there ? SQL_MENTION_PUT : SQL_MENTION_ADD);
	bind(&q, mention, coder_id);
	status = put_run(&q, there, came, f);
	return status == STATUS_OK ? drop_absence(store, mention, coder_id, f) : status;
}

enum status store_mention_remove(struct store *store, const char *id, struct fault *f)
{
	assert(store->in_act);
	int n_changed;
	struct query q = query_new(store, SQL_MENTION_REMOVE);
	query_text(&q, id);
	enum status status = query_run(&q, &n_changed, f);
	return status == STATUS_OK && n_changed == 0 ? fault_set(f, STATUS_NOT_FOUND, id) : status;
}

enum status store_mention_get(struct store *store, const char *ref, struct mention *out,
			      struct fault *f)
{
	char id[ID_SIZE];
	struct mention row = {.coder = NULL};
	enum status status = ref_id(store, N_SQL, SQL_MENTION_OF_PREFIX, ref, id, f);
	if (status != STATUS_OK)
		return status;
	struct query q = query_new(store, SQL_MENTION_BY_ID);
	query_text(&q, id);
	status = query_one(&q, read_row, &row, ref, f);
	if (status == STATUS_OK)
		*out = row;
	return status;
}

enum status store_mention_list(struct store *store, const char *article, struct mention_list *out,
			       struct fault *f)
{
	struct query q = query_new(store, article ? SQL_MENTION_LIST_OF : SQL_MENTION_LIST);
	if (article)
		query_text(&q, article);
	return query_each(&q, read_item, out, f);
}
