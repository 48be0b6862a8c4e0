/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Transactions: acts, and writes that are no act.
 *
 * A transaction begins IMMEDIATE, so that two programs wait for each other at its begin and never
 * in its middle.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "store/store-internal.h"

/*
 * Recorded for undo. All else stands outside of it; the order is free, foreign keys are deferred.
 */
static const char *const recorded[] = {"article",  "highlight", "tag",		 "coding",   "claim",
				       "mention", "coverage",  "claim_relation", "property", "note"};

static enum status plain(struct store *store, enum sql sql, struct fault *f)
{
	struct query q = query_new(store, sql);
	return query_run(&q, NULL, f);
}

static enum status begin_immediate(struct store *store, struct fault *f)
{
	if (!store->db) {
		enum status status = store_reopen(store, f);
		if (status != STATUS_OK)
			return status;
	}
	if (store->newer)
		return fault_setf(f, STATUS_NEWER_PROJECT, store->path, "version %d > %d",
				  store->version, store->schema->version);
	if (store->readonly)
		return fault_set(f, STATUS_READONLY, store->path);
	return plain(store, SQL_BEGIN, f);
}

void rollback(struct store *store)
{
	/*
	 * An error may have rolled back already; one here leaves a journal that the next to open
	 * rolls back.
	 */
	if (store->db && !sqlite3_get_autocommit(store->db)) {
		enum status ignored = plain(store, SQL_ROLLBACK, NULL);
		(void)ignored;
	}
}

/*
 * After a commit that failed: is the row of the history there? Then the commit did what it should.
 */
static enum status look_for(struct store *store, const char *id, enum status status,
			    struct fault *f)
{
	int64_t one;
	bool found = false;
	if (store_reopen(store, NULL) != STATUS_OK)
		return fault_set(f, STATUS_UNKNOWN_COMMIT, store->path);
	if (!id)
		return status;
	struct query q = query_new(store, SQL_HISTORY_HAS);
	query_text(&q, id);
	if (query_first(&q, read_int, &one, &found, NULL) != STATUS_OK)
		return fault_set(f, STATUS_UNKNOWN_COMMIT, store->path);
	if (!found)
		return status;
	if (f)
		fault_release(f);
	return STATUS_OK;
}

enum status commit_resolved(struct store *store, const char *id, struct fault *f)
{
	enum status status = plain(store, SQL_COMMIT, f);
	if (status == STATUS_BUSY && !sqlite3_get_autocommit(store->db))
		rollback(store); /* readers kept it waiting: nothing was written yet */
	else if (status != STATUS_OK)
		status = look_for(store, id, status, f);
	if (status == STATUS_OK)
		store->changes++;
	return status;
}

enum status write_begin(struct store *store, struct fault *f)
{
	return store->in_act ? STATUS_OK : begin_immediate(store, f);
}

enum status write_end(struct store *store, enum status status, struct fault *f)
{
	if (store->in_act)
		return status;
	if (status == STATUS_OK)
		return commit_resolved(store, NULL, f);
	rollback(store);
	return status;
}

static enum status record(struct store *store, struct fault *f)
{
	int rc = sqlite3session_create(store->db, "main", &store->session);
	for (size_t i = 0; rc == SQLITE_OK && i < sizeof recorded / sizeof *recorded; i++)
		rc = sqlite3session_attach(store->session, recorded[i]);
	return rc == SQLITE_OK ? STATUS_OK : connection_fault(store->db, rc, store->path, f);
}

static void end_act(struct store *store)
{
	sqlite3session_delete(store->session);
	store->session = NULL;
	act_release(&store->act);
	store->coder_id[0] = '\0';
	store->in_act = false;
}

enum status store_begin(struct store *store, const char *coder, const struct act_label *label,
			struct fault *f)
{
	assert(!store->in_act);
	enum status status = begin_immediate(store, f);
	if (status != STATUS_OK)
		return status;
	store->in_act = true;
	store->act = (struct act){.coder = xstrdup(coder),
				  .what = xstrdup_or_empty(label->what),
				  .subject = xstrdup_or_empty(label->subject),
				  .object = xstrdup_or_empty(label->object),
				  .n = label->n};
	id_new(store->act_id);
	status = record(store, f);
	if (status != STATUS_OK)
		store_abandon(store);
	return status;
}

enum status store_commit(struct store *store, struct fault *f)
{
	bool recorded_it = false;
	assert(store->in_act);
	enum status status = history_record(store, &recorded_it, f);
	if (status != STATUS_OK) {
		store_abandon(store);
		return status;
	}
	/*
	 * The session goes first: looking for a lost commit closes the connection that it watches.
	 */
	end_act(store);
	return commit_resolved(store, recorded_it ? store->act_id : NULL, f);
}

void store_abandon(struct store *store)
{
	if (!store->in_act)
		return;
	end_act(store);
	rollback(store);
}

enum status store_read_begin(struct store *store, struct fault *f)
{
	return store->in_act ? STATUS_OK : plain(store, SQL_BEGIN_READ, f);
}

void store_read_end(struct store *store)
{
	if (!store->in_act)
		rollback(store);
}
