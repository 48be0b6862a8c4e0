/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An older project becomes one of today: backed up first, then led version by version in one
 * transaction.
 *
 * The backup is made before the write lock is taken (SQLite copies no database that its own
 * connection is writing); whoever wrote in between is noticed, and the copy made again.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "store/store-internal.h"

enum { ATTEMPTS = 5 };

/* Copies the database into the empty file at `path` and reads the copy through. */
static enum status copy_verified(struct store *store, const char *path, struct fault *f)
{
	sqlite3 *copy;
	int64_t bad = 1;
	enum status status = connection_open(&copy, path, SQLITE_OPEN_READWRITE, f);
	if (status != STATUS_OK)
		return status;
	sqlite3_backup *backup = sqlite3_backup_init(copy, "main", store->db, "main");
	int rc = backup ? sqlite3_backup_step(backup, -1) : sqlite3_errcode(copy);
	sqlite3_backup_finish(backup);
	if (rc != SQLITE_DONE)
		status = connection_fault(copy, rc, path, f);
	if (status == STATUS_OK)
		status = connection_int(
			copy, path,
			"SELECT count(*) FROM pragma_quick_check(1) WHERE quick_check <> 'ok'",
			&bad, f);
	if (status == STATUS_OK && bad)
		status = fault_set(f, STATUS_CORRUPT, path);
	sqlite3_close(copy);
	return status;
}

/* Makes "PATH.vN-K.backup", the first K that is free, 0600, with the database in it. */
static enum status back_up(struct store *store, char **out, struct fault *f)
{
	int fd = -1;
	char *path = NULL;
	for (int k = 1; fd < 0; k++) {
		free(path);
		path = xasprintf("%s.v%d-%d.backup", store->path, store->version, k);
		fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
		if (fd < 0 && errno != EEXIST)
			break;
	}
	enum status status = fd < 0 ? fault_errno(f, path) : STATUS_OK;
	if (fd >= 0)
		close(fd);
	if (status == STATUS_OK)
		status = copy_verified(store, path, f);
	if (status != STATUS_OK && fd >= 0)
		unlink(path);
	if (status == STATUS_OK)
		*out = path;
	else
		free(path);
	return status;
}

static enum status version_now(struct store *store, int *version, struct fault *f)
{
	int64_t value = 0;
	enum status status =
		connection_int(store->db, store->path, "PRAGMA user_version", &value, f);
	*version = (int)value;
	return status;
}

/*
 * Inside the transaction. Another program may have done it all while this one waited for the lock.
 */
static enum status lead(struct store *store, struct fault *f)
{
	const struct schema *schema = store->schema;
	int version;
	enum status status = version_now(store, &version, f);
	for (; status == STATUS_OK && version < schema->version; version++)
		status = connection_exec(store->db, store->path, schema->migrations[version], f);
	if (status == STATUS_OK)
		status = schema_mark(store->db, store->path, schema, f);
	return status == STATUS_OK ? schema_check(store->db, store->path, schema, f) : status;
}

/* One attempt; `*again` where somebody wrote after the backup was made. */
static enum status attempt(struct store *store, bool *again, struct fault *f)
{
	char *backup = NULL;
	int64_t before = 0, after = 0;
	static const char data_version[] = "PRAGMA data_version";
	enum status status = connection_int(store->db, store->path, data_version, &before, f);
	if (status == STATUS_OK)
		status = back_up(store, &backup, f);
	if (status == STATUS_OK)
		status = connection_exec(store->db, store->path, "BEGIN IMMEDIATE", f);
	if (status == STATUS_OK)
		status = connection_int(store->db, store->path, data_version, &after, f);
	*again = status == STATUS_OK && before != after;
	if (status == STATUS_OK && !*again)
		status = lead(store, f);
	if (status == STATUS_OK && !*again)
		status = connection_exec(store->db, store->path, "COMMIT", f);
	if (status != STATUS_OK || *again)
		rollback(store);
	if (backup && *again)
		unlink(backup);
	free(backup);
	return status;
}

enum status store_migrate(struct store *store, struct fault *f)
{
	enum status status = STATUS_OK;
	bool again = true;
	for (int i = 0; status == STATUS_OK && again && i < ATTEMPTS; i++) {
		again = false;
		status = attempt(store, &again, f);
		if (status == STATUS_OK)
			status = version_now(store, &store->version, f);
	}
	return status == STATUS_OK && again ? fault_set(f, STATUS_BUSY, store->path) : status;
}
