/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Relations of claims. A kind that is the same from both sides is there once for the two.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "model/vocabulary.h"
#include "store/store-internal.h"

static void read_item(sqlite3_stmt *stmt, void *out)
{
	struct relation *relation = relation_list_add(out);
	column_id(stmt, 0, relation->id);
	column_id(stmt, 1, relation->a);
	column_id(stmt, 2, relation->b);
	relation->kind = column_text(stmt, 3);
	relation->coder = column_text(stmt, 4);
	relation->created_at = column_text(stmt, 5);
	relation->updated_at = column_text(stmt, 6);
}

static void bind(struct query *q, const struct relation *relation, const char *coder_id)
{
	query_text(q, relation->id);
	query_text(q, relation->a);
	query_text(q, relation->b);
	query_text(q, relation->kind);
	query_text(q, coder_id);
	query_text(q, relation->created_at);
	query_text(q, relation->updated_at);
}

static enum status taken_as(struct store *store, struct relation *relation, const char *a,
			    const char *b, bool *taken, enum put *came, struct fault *f)
{
	struct query q = query_new(store, SQL_RELATION_TAKEN);
	query_text(&q, relation->id);
	query_text(&q, a);
	query_text(&q, b);
	query_text(&q, relation->kind);
	return put_taken(&q, relation->id, taken, came, f);
}

/* Whether another row says it: `relation` gets that one's id. */
static enum status find_other(struct store *store, struct relation *relation, bool *taken,
			      enum put *came, struct fault *f)
{
	const struct term *term = vocabulary_find(VOCABULARY_RELATION, relation->kind);
	enum status status =
		taken_as(store, relation, relation->a, relation->b, taken, came, f);
	if (status == STATUS_OK && !*taken && term && relation_is_mutual(term))
		status = taken_as(store, relation, relation->b, relation->a, taken, came, f);
	return status;
}

enum status store_relation_add(struct store *store, struct relation *relation, struct fault *f)
{
	char coder_id[ID_SIZE];
	bool taken = false;
	enum status status = stamp_new(store, STAMP(relation), coder_id, f);
	if (status == STATUS_OK)
		status = find_other(store, relation, &taken, NULL, f);
	if (status != STATUS_OK || taken)
		return status;
	struct query q = query_new(store, SQL_RELATION_ADD);
	bind(&q, relation, coder_id);
	return query_run(&q, NULL, f);
}

enum status store_relation_put(struct store *store, struct relation *relation, enum put *came,
			       struct fault *f)
{
	char coder_id[ID_SIZE];
	bool taken = false, there = false;
	enum status status = stamp_fill(store, STAMP(relation), coder_id, f);
	if (status == STATUS_OK)
		status = find_other(store, relation, &taken, came, f);
	if (status == STATUS_OK && !taken)
		status = put_finds(store, SQL_RELATION_EXISTS, relation->id, &there, f);
	if (status != STATUS_OK || taken)
		return status;
	struct query q = query_new(store, there ? SQL_RELATION_PUT : SQL_RELATION_ADD);
	bind(&q, relation, coder_id);
	return put_run(&q, there, came, f);
}

enum status store_relation_remove(struct store *store, const char *id, struct fault *f)
{
	assert(store->in_act);
	int n_changed;
	struct query q = query_new(store, SQL_RELATION_REMOVE);
	query_text(&q, id);
	enum status status = query_run(&q, &n_changed, f);
	return status == STATUS_OK && n_changed == 0 ? fault_set(f, STATUS_NOT_FOUND, id) : status;
}

enum status store_relation_list(struct store *store, struct relation_list *out, struct fault *f)
{
	struct query q = query_new(store, SQL_RELATION_LIST);
	return query_each(&q, read_item, out, f);
}

enum status relations_unmirror(struct store *store, const char *id, struct fault *f)
{
	enum status status = STATUS_OK;
	const struct term *term;
	for (size_t i = 0;
	     status == STATUS_OK && (term = vocabulary_term(VOCABULARY_RELATION, i)); i++) {
		if (!relation_is_mutual(term))
			continue;
		struct query q = query_new(store, SQL_CLAIM_MERGE_RELATION_MIRRORS);
		query_text(&q, id);
		query_text(&q, term->value);
		status = query_run(&q, NULL, f);
	}
	return status;
}
