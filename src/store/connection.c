/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/xalloc.h"
#include "store/store-internal.h"

enum { BUSY_TRIES = 5000 }; /* of about a millisecond each */

/* What no statement of ours needs, a hostile file must not have either. */
static const struct {
	int id, value;
} limits[] = {
	{SQLITE_LIMIT_LENGTH, 512 << 20}, /* the changeset of an act is one value */
	{SQLITE_LIMIT_SQL_LENGTH, 100000},
	{SQLITE_LIMIT_COLUMN, 100},
	{SQLITE_LIMIT_EXPR_DEPTH, 100},
	{SQLITE_LIMIT_COMPOUND_SELECT, 10},
	{SQLITE_LIMIT_VDBE_OP, 25000},
	{SQLITE_LIMIT_FUNCTION_ARG, 16},
	{SQLITE_LIMIT_ATTACHED, 1}, /* VACUUM attaches one */
	{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000},
	{SQLITE_LIMIT_VARIABLE_NUMBER, 1000},
	{SQLITE_LIMIT_TRIGGER_DEPTH, 1},
	{SQLITE_LIMIT_WORKER_THREADS, 0},
};

static const struct {
	int id, on;
} settings[] = {
	{SQLITE_DBCONFIG_DEFENSIVE, 1},
	{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
	{SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
	{SQLITE_DBCONFIG_ENABLE_VIEW, 0},
	{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
	{SQLITE_DBCONFIG_ENABLE_FKEY, 1},
};

/* By the last errno of a system call: it decides only what it is sure of. */
static enum status errno_status(sqlite3 *db)
{
	switch (sqlite3_system_errno(db)) {
	case EACCES:
	case EPERM:
		return STATUS_PERMISSION;
	case EROFS:
		return STATUS_READONLY;
	case ENOSPC:
	case EDQUOT:
		return STATUS_NO_SPACE;
	default:
		return STATUS_IO;
	}
}

static enum status constraint_status(int rc)
{
	switch (rc) {
	case SQLITE_CONSTRAINT_FOREIGNKEY:
		return STATUS_NOT_FOUND;
	case SQLITE_CONSTRAINT_PRIMARYKEY:
	case SQLITE_CONSTRAINT_UNIQUE:
		return STATUS_EXISTS;
	default:
		return STATUS_INVALID;
	}
}

static enum status rc_status(sqlite3 *db, int rc)
{
	if (rc == SQLITE_READONLY_DBMOVED)
		return STATUS_MOVED_PROJECT;
	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return STATUS_BUSY;
	case SQLITE_READONLY:
		return STATUS_READONLY;
	case SQLITE_FULL:
		return STATUS_NO_SPACE;
	case SQLITE_TOOBIG:
		return STATUS_TOO_LARGE;
	case SQLITE_CONSTRAINT:
		return constraint_status(rc);
	case SQLITE_NOTADB:
		return STATUS_NOT_PROJECT;
	case SQLITE_CORRUPT:
	case SQLITE_ERROR: /* a table or column that is not there */
	case SQLITE_FORMAT:
		return STATUS_CORRUPT;
	case SQLITE_PERM:
	case SQLITE_AUTH:
		return STATUS_PERMISSION;
	default: /* CANTOPEN, IOERR */
		return errno_status(db);
	}
}

enum status connection_fault(sqlite3 *db, int rc, const char *path, struct fault *f)
{
	const char *words =
		db && sqlite3_extended_errcode(db) == rc ? sqlite3_errmsg(db) : sqlite3_errstr(rc);
	return fault_setf(f, rc_status(db, rc), path, "%s", words);
}

enum status connection_exec(sqlite3 *db, const char *path, const char *sql, struct fault *f)
{
	int rc = sqlite3_exec(db, sql, NULL, NULL, NULL);
	return rc == SQLITE_OK ? STATUS_OK : connection_fault(db, rc, path, f);
}

enum status connection_int(sqlite3 *db, const char *path, const char *sql, int64_t *out,
			   struct fault *f)
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v2(db, sql, -1, &stmt, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	*out = rc == SQLITE_ROW ? sqlite3_column_int64(stmt, 0) : 0;
	enum status status = rc == SQLITE_ROW || rc == SQLITE_DONE
				     ? STATUS_OK
				     : connection_fault(db, rc, path, f);
	sqlite3_finalize(stmt);
	return status;
}

/* A path that SQLite takes for neither a URI nor ":memory:". The caller's. */
static char *plain_path(const char *path)
{
	return path[0] == '/' ? xstrdup(path) : xasprintf("./%s", path);
}

/*
 * Waits for a lock that another program has. SQLite's own handler soon tries only ten times a
 * second, and beside a program that writes without a pause it could find the lock taken each time.
 */
static int wait_for_lock(void *context, int n_tries)
{
	struct timespec pause = {.tv_nsec = 500000 + n_tries * 7919L % 8 * 125000};
	(void)context;
	if (n_tries >= BUSY_TRIES)
		return 0;
	nanosleep(&pause, NULL);
	return 1;
}

static void harden(sqlite3 *db)
{
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
		sqlite3_limit(db, limits[i].id, limits[i].value);
	for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
		sqlite3_db_config(db, settings[i].id, settings[i].on, (int *)NULL);
	sqlite3_busy_handler(db, wait_for_lock, NULL);
}

enum status connection_open(sqlite3 **out, const char *path, int flags, struct fault *f)
{
	sqlite3 *db = NULL;
	char *plain = plain_path(path);
	int rc = sqlite3_open_v2(plain, &db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
				 NULL);
	free(plain);
	enum status status = rc == SQLITE_OK ? STATUS_OK : connection_fault(db, rc, path, f);
	if (status == STATUS_OK) {
		harden(db);
		status = connection_exec(db, path,
					 "PRAGMA cell_size_check = 1; PRAGMA mmap_size = 0;"
					 "PRAGMA temp_store = memory; PRAGMA secure_delete = 1",
					 f);
	}
	if (status != STATUS_OK) {
		sqlite3_close(db);
		return status;
	}
	*out = db;
	return STATUS_OK;
}

static int is_truncate(void *context, int n_columns, char **values, char **names)
{
	(void)n_columns, (void)names;
	*(bool *)context = values[0] && strcmp(values[0], "truncate") == 0;
	return 0;
}

enum status connection_journal(sqlite3 *db, const char *path, struct fault *f)
{
	bool truncate = false;
	int rc = sqlite3_exec(db, "PRAGMA journal_mode = truncate", is_truncate, &truncate, NULL);
	if (rc != SQLITE_OK)
		return connection_fault(db, rc, path, f);
	/* A write-ahead log that somebody made it use, and is using. */
	if (!truncate)
		return fault_setf(f, STATUS_BUSY, path, "journal_mode");
	return connection_exec(db, path, "PRAGMA synchronous = extra", f);
}
