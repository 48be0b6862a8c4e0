/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "store/store-internal.h"

/* Fills `out` from CLAIM_COLUMNS. */
static void read_row(sqlite3_stmt *stmt, void *out)
{
	struct claim *claim = out;
	column_id(stmt, 0, claim->id);
	claim->number = sqlite3_column_int64(stmt, 1);
	claim->statement = column_text(stmt, 2);
	claim->lang = column_text(stmt, 3);
	claim->verdict = column_text(stmt, 4);
	claim->coder = column_text(stmt, 5);
	claim->created_at = column_text(stmt, 6);
	claim->updated_at = column_text(stmt, 7);
	claim->n_mentions = column_size(stmt, 8);
	claim->n_articles = column_size(stmt, 9);
}

static void read_item(sqlite3_stmt *stmt, void *out)
{
	read_row(stmt, claim_list_add(out));
}

/* In the order of CLAIM_ADD and CLAIM_PUT, which differ only in the number. */
static void bind(struct query *q, const struct claim *claim, const char *coder_id)
{
	query_text(q, claim->id);
	query_string(q, claim->statement);
	query_string(q, claim->lang);
	query_string(q, claim->verdict);
	query_text(q, coder_id);
	query_text(q, claim->created_at);
	query_text(q, claim->updated_at);
}

enum status store_claim_add(struct store *store, struct claim *claim, struct fault *f)
{
	char coder_id[ID_SIZE];
	enum status status = stamp_new(store, STAMP(claim), coder_id, f);
	if (status == STATUS_OK)
		status = number_next(store, "claim", &claim->number, f);
	if (status != STATUS_OK)
		return status;
	struct query q = query_new(store, SQL_CLAIM_ADD);
	bind(&q, claim, coder_id);
	query_int(&q, claim->number);
	return query_run(&q, NULL, f);
}

enum status store_claim_put(struct store *store, struct claim *claim, enum put *came,
			    struct fault *f)
{
	char coder_id[ID_SIZE];
	bool there = false;
	enum status status = stamp_fill(store, STAMP(claim), coder_id, f);
	if (status == STATUS_OK)
		status = put_finds(store, SQL_CLAIM_EXISTS, claim->id, &there, f);
	if (status == STATUS_OK && !there)
		status = number_keep(store, "claim", SQL_CLAIM_OF_NUMBER, &claim->number, f);
	if (status != STATUS_OK)
		return status;
	struct query q = query_new(store, there ? SQL_CLAIM_PUT : SQL_CLAIM_ADD);
	bind(&q, claim, coder_id);
	if (!there)
		query_int(&q, claim->number);
	return put_run(&q, there, came, f);
}

static enum status get(struct store *store, const char *id, const char *ref, struct claim *out,
		       struct fault *f)
{
	struct claim row = {.number = 0};
	struct query q = query_new(store, SQL_CLAIM_BY_ID);
	query_text(&q, id);
	enum status status = query_one(&q, read_row, &row, ref, f);
	if (status == STATUS_OK)
		*out = row;
	return status;
}

enum status store_claim_get(struct store *store, const char *ref, struct claim *out,
			    struct fault *f)
{
	char id[ID_SIZE];
	enum status status = ref_id(store, SQL_CLAIM_OF_NUMBER, SQL_CLAIM_OF_PREFIX, ref, id, f);
	return status == STATUS_OK ? get(store, id, ref, out, f) : status;
}

enum status store_claim_by_statement(struct store *store, const char *statement,
				     struct claim *out, struct fault *f)
{
	char id[ID_SIZE];
	struct query q = query_new(store, SQL_CLAIM_OF_STATEMENT);
	query_text(&q, statement);
	enum status status = query_one(&q, read_id, id, statement, f);
	return status == STATUS_OK ? get(store, id, statement, out, f) : status;
}

enum status store_claim_list(struct store *store, struct claim_list *out, struct fault *f)
{
	struct query q = query_new(store, SQL_CLAIM_LIST);
	return query_each(&q, read_item, out, f);
}

enum status store_claim_texts(struct store *store, struct claim_list *out, struct fault *f)
{
	struct query q = query_new(store, SQL_CLAIM_TEXTS);
	return query_each(&q, read_item, out, f);
}

/* NOT_FOUND unless there is a claim with this id. */
static enum status exists(struct store *store, const char *id, struct fault *f)
{
	int64_t one;
	struct query q = query_new(store, SQL_CLAIM_EXISTS);
	query_text(&q, id);
	return query_one(&q, read_int, &one, id, f);
}

enum status store_claim_update(struct store *store, const struct claim *claim, struct fault *f)
{
	assert(store->in_act);
	char now[TIME_SIZE];
	enum status status = exists(store, claim->id, f);
	if (status != STATUS_OK)
		return status;
	time_now(now);
	struct query q = query_new(store, SQL_CLAIM_UPDATE);
	query_text(&q, claim->id);
	query_string(&q, claim->statement);
	query_string(&q, claim->lang);
	query_string(&q, claim->verdict);
	query_text(&q, now);
	return query_run(&q, NULL, f);
}

enum status store_claim_remove(struct store *store, const char *id, struct fault *f)
{
	assert(store->in_act);
	static const enum sql steps[] = {SQL_CLAIM_REMOVE_MENTIONS, SQL_CLAIM_REMOVE_COVERAGE,
					 SQL_CLAIM_REMOVE_RELATIONS, SQL_CLAIM_REMOVE_NOTES,
					 SQL_CLAIM_REMOVE};
	enum status status = exists(store, id, f);
	if (status != STATUS_OK)
		return status;
	return query_run_all(store, steps, sizeof steps / sizeof *steps, id, f);
}

/* Of the values from, into and now, each statement takes the first so many. */
static const struct merge_step {
	enum sql sql;
	int n_values;
} merge_steps[] = {
	{SQL_CLAIM_MERGE_MENTION_DOUBLES, 2},	 {SQL_CLAIM_MERGE_MENTIONS, 3},
	{SQL_CLAIM_MERGE_COVERAGE_DOUBLES, 2},	 {SQL_CLAIM_MERGE_COVERAGE, 3},
	{SQL_CLAIM_MERGE_RELATION_SELF, 2},	 {SQL_CLAIM_MERGE_RELATION_DOUBLES_A, 2},
	{SQL_CLAIM_MERGE_RELATIONS_A, 3},	 {SQL_CLAIM_MERGE_RELATION_DOUBLES_B, 2},
	{SQL_CLAIM_MERGE_RELATIONS_B, 3},	 {SQL_CLAIM_NOTES_JOIN, 3},
	{SQL_CLAIM_NOTES_JOINED, 2},		 {SQL_CLAIM_NOTES_MOVE, 3},
};

static enum status merge(struct store *store, const char *from, const char *into, struct fault *f)
{
	char now[TIME_SIZE];
	const char *values[] = {from, into, now};
	enum status status = STATUS_OK;
	time_now(now);
	for (size_t i = 0; status == STATUS_OK && i < sizeof merge_steps / sizeof *merge_steps;
	     i++) {
		struct query q = query_new(store, merge_steps[i].sql);
		for (int k = 0; k < merge_steps[i].n_values; k++)
			query_text(&q, values[k]);
		status = query_run(&q, NULL, f);
	}
	return status;
}

enum status store_claim_merge(struct store *store, const char *from, const char *into,
			      struct fault *f)
{
	assert(store->in_act);
	static const enum sql absences[] = {SQL_CLAIM_MERGE_ABSENCES}, gone[] = {SQL_CLAIM_REMOVE};
	if (strcmp(from, into) == 0)
		return fault_set(f, STATUS_INVALID, into);
	enum status status = exists(store, from, f);
	if (status == STATUS_OK)
		status = exists(store, into, f);
	if (status == STATUS_OK)
		status = merge(store, from, into, f);
	if (status == STATUS_OK)
		status = query_run_all(store, absences, 1, into, f);
	if (status == STATUS_OK)
		status = relations_unmirror(store, into, f);
	return status == STATUS_OK ? query_run_all(store, gone, 1, from, f) : status;
}
