/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "store/store-internal.h"

static const char *const sql_text[N_SQL] = {
#define SQL(name, text) [SQL_##name] = text,
#include "store/sql.def"
#undef SQL
};

struct query query_new(struct store *store, enum sql sql)
{
	struct query q = {.store = store, .rc = SQLITE_OK};
	sqlite3_stmt **cached = &store->statements[sql];
	if (!store->db)
		q.rc = SQLITE_CANTOPEN;
	else if (!*cached)
		q.rc = sqlite3_prepare_v3(store->db, sql_text[sql], -1, SQLITE_PREPARE_PERSISTENT,
					  cached, NULL);
	q.stmt = *cached;
	return q;
}

static void bound(struct query *q, int rc)
{
	if (q->rc == SQLITE_OK)
		q->rc = rc;
}

void query_text(struct query *q, const char *text)
{
	bound(q, sqlite3_bind_text(q->stmt, ++q->n_bound, text, -1, SQLITE_STATIC));
}

void query_string(struct query *q, const char *text)
{
	query_text(q, text ? text : "");
}

void query_int(struct query *q, int64_t value)
{
	bound(q, sqlite3_bind_int64(q->stmt, ++q->n_bound, value));
}

void query_size(struct query *q, size_t value)
{
	query_int(q, (int64_t)value);
}

void query_blob(struct query *q, const void *bytes, size_t n)
{
	bound(q, sqlite3_bind_blob64(q->stmt, ++q->n_bound, bytes, n, SQLITE_STATIC));
}

/*
 * An error (a full disk, say) may have rolled the act back by itself. What comes after it would be
 * saved one by one and stand in no history, so it is refused.
 */
static bool act_is_lost(const struct query *q)
{
	return q->store->in_act && sqlite3_get_autocommit(q->store->db);
}

static int step(struct query *q)
{
	if (q->rc == SQLITE_OK && act_is_lost(q))
		q->rc = SQLITE_ABORT_ROLLBACK;
	if (q->rc == SQLITE_OK || q->rc == SQLITE_ROW)
		q->rc = sqlite3_step(q->stmt);
	return q->rc;
}

/*
 * Gives the locks back. What SQLite says about the statement is lost with it, so the fault comes
 * first.
 */
static enum status finish(struct query *q, struct fault *f)
{
	enum status status = STATUS_OK;
	if (q->rc != SQLITE_OK && q->rc != SQLITE_ROW && q->rc != SQLITE_DONE)
		status = connection_fault(q->store->db, q->rc, q->store->path, f);
	if (q->stmt) {
		sqlite3_reset(q->stmt);
		sqlite3_clear_bindings(q->stmt);
	}
	return status;
}

bool query_next(struct query *q)
{
	return step(q) == SQLITE_ROW;
}

enum status query_end(struct query *q, struct fault *f)
{
	return finish(q, f);
}

enum status query_run(struct query *q, int *n_changed, struct fault *f)
{
	step(q);
	if (n_changed)
		*n_changed = q->rc == SQLITE_DONE ? sqlite3_changes(q->store->db) : 0;
	return finish(q, f);
}

enum status query_each(struct query *q, row_reader *read, void *out, struct fault *f)
{
	while (step(q) == SQLITE_ROW)
		read(q->stmt, out);
	return finish(q, f);
}

enum status query_first(struct query *q, row_reader *read, void *out, bool *found, struct fault *f)
{
	*found = step(q) == SQLITE_ROW;
	if (*found) {
		read(q->stmt, out);
		/* A statement that writes is done only at its end. */
		while (step(q) == SQLITE_ROW)
			;
	}
	return finish(q, f);
}

enum status query_one(struct query *q, row_reader *read, void *out, const char *subject,
		      struct fault *f)
{
	bool found;
	enum status status = query_first(q, read, out, &found, f);
	return status == STATUS_OK && !found ? fault_set(f, STATUS_NOT_FOUND, subject) : status;
}

enum status query_text_or_empty(struct query *q, char **out, struct fault *f)
{
	bool found;
	char *text = NULL;
	enum status status = query_first(q, read_text, &text, &found, f);
	if (status == STATUS_OK)
		*out = found ? text : xstrdup("");
	else
		free(text);
	return status;
}

enum status query_run_all(struct store *store, const enum sql *steps, size_t n_steps,
			  const char *id, struct fault *f)
{
	enum status status = STATUS_OK;
	for (size_t i = 0; status == STATUS_OK && i < n_steps; i++) {
		struct query q = query_new(store, steps[i]);
		query_text(&q, id);
		status = query_run(&q, NULL, f);
	}
	return status;
}

void store_finalize(struct store *store)
{
	for (int i = 0; i < N_SQL; i++) {
		sqlite3_finalize(store->statements[i]);
		store->statements[i] = NULL;
	}
}

char *column_text(sqlite3_stmt *stmt, int column)
{
	const char *text = (const char *)sqlite3_column_text(stmt, column);
	return xstrdup_or_empty(text);
}

char *column_borrowed(sqlite3_stmt *stmt, int column)
{
	const unsigned char *text = sqlite3_column_text(stmt, column);
	return text ? (char *)(uintptr_t)text : (char *)(uintptr_t) "";
}

void column_id(sqlite3_stmt *stmt, int column, char out[ID_SIZE])
{
	const char *text = (const char *)sqlite3_column_text(stmt, column);
	size_t n = text ? strnlen(text, ID_SIZE - 1) : 0;
	memcpy(out, text ? text : "", n);
	out[n] = '\0';
}

size_t column_size(sqlite3_stmt *stmt, int column)
{
	int64_t value = sqlite3_column_int64(stmt, column);
	return value > 0 ? (size_t)value : 0;
}

void read_int(sqlite3_stmt *stmt, void *out)
{
	*(int64_t *)out = sqlite3_column_int64(stmt, 0);
}

void read_id(sqlite3_stmt *stmt, void *out)
{
	column_id(stmt, 0, out);
}

void read_text(sqlite3_stmt *stmt, void *out)
{
	*(char **)out = column_text(stmt, 0);
}
