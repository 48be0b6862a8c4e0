/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "store/store-internal.h"

/* Where a database's header tells what it is (SQLite file format, 1.3). */
enum {
	HEADER_VERSIONS = 18, /* write and read version: 1 1 for a rollback journal */
	HEADER_USER_VERSION = 60,
	HEADER_APPLICATION_ID = 68,
};

static int header_int(const unsigned char *at)
{
	return (int)((unsigned)at[0] << 24 | (unsigned)at[1] << 16 | (unsigned)at[2] << 8 | at[3]);
}

bool header_is_project(const unsigned char header[HEADER_SIZE])
{
	return memcmp(header, "SQLite format 3", 16) == 0 &&
	       header_int(header + HEADER_APPLICATION_ID) == APPLICATION_ID;
}

/*
 * What the file says it is, before SQLite interprets a byte of it. Read through SQLite's own
 * descriptor: closing another one would drop the locks that this process has on the file.
 */
static enum status check_header(struct store *store, struct fault *f)
{
	unsigned char header[HEADER_SIZE] = {0};
	sqlite3_file *file = NULL;
	sqlite3_file_control(store->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
	int rc = file->pMethods->xRead(file, header, HEADER_SIZE, 0);
	if (rc != SQLITE_OK && rc != SQLITE_IOERR_SHORT_READ)
		return connection_fault(store->db, rc, store->path, f);
	if (!header_is_project(header))
		return fault_set(f, STATUS_NOT_PROJECT, store->path);
	store->version = header_int(header + HEADER_USER_VERSION);
	if (store->version < 1)
		return fault_setf(f, STATUS_CORRUPT, store->path, "version %d", store->version);
	store->newer = store->version > store->schema->version;
	return STATUS_OK;
}

/* What is at `path`, without opening it: a FIFO would wait, and a project may be locked. */
static enum status check_kind(const char *path, struct fault *f)
{
	struct stat st;
	if (stat(path, &st) < 0 && (errno == ENOENT || errno == ENOTDIR))
		return fault_set(f, STATUS_NO_PROJECT, path);
	if (stat(path, &st) < 0)
		return fault_errno(f, path);
	if (S_ISDIR(st.st_mode))
		return fault_set(f, STATUS_IS_DIRECTORY, path);
	return S_ISREG(st.st_mode) ? STATUS_OK : fault_set(f, STATUS_NOT_PROJECT, path);
}

/* A journal has to be made beside the project. */
static bool folder_is_writable(const char *path)
{
	char *copy = xstrdup(path);
	bool writable = access(dirname(copy), W_OK) == 0;
	free(copy);
	return writable;
}

static enum status connect(struct store *store, bool readonly, struct fault *f)
{
	int flags = readonly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
	enum status status = connection_open(&store->db, store->path, flags, f);
	if (status == STATUS_OK)
		store->readonly = sqlite3_db_readonly(store->db, "main") == 1;
	return status;
}

static void disconnect(struct store *store)
{
	store_finalize(store);
	sqlite3_close(store->db);
	store->db = NULL;
}

/* A newer project stays as it is to the byte, so it is not even opened for writing. */
static enum status connect_known(struct store *store, struct fault *f)
{
	bool readonly = store->mode == STORE_READ || !folder_is_writable(store->path);
	enum status status = connect(store, readonly, f);
	if (status == STATUS_OK)
		status = check_header(store, f);
	if (status == STATUS_OK && store->newer && !store->readonly) {
		disconnect(store);
		status = connect(store, true, f);
	}
	return status;
}

static enum status read_schema(struct store *store, struct fault *f)
{
	int64_t ignored;
	return connection_int(store->db, store->path, "PRAGMA schema_version", &ignored, f);
}

/* A writer that was killed left its journal: only a connection that may write can roll it back. */
static enum status recover(struct store *store, struct fault *f)
{
	enum status status = read_schema(store, f);
	if (status != STATUS_READONLY || store->newer)
		return status;
	if (f)
		fault_release(f);
	disconnect(store);
	status = connect(store, false, f);
	if (status == STATUS_OK)
		status = read_schema(store, f);
	store->readonly = true;
	return status;
}

/* Errors of a newer schema are no damage. */
static enum status check_schema(struct store *store, struct fault *f)
{
	if (store->newer)
		return STATUS_OK;
	if (store->version == store->schema->version)
		return schema_check(store->db, store->path, store->schema, f);
	if (store->readonly)
		return fault_setf(f, STATUS_READONLY, store->path, "version %d < %d",
				  store->version, store->schema->version);
	return store_migrate(store, f);
}

static enum status attach(struct store *store, struct fault *f)
{
	enum status status = check_kind(store->path, f);
	if (status == STATUS_OK)
		status = connect_known(store, f);
	if (status == STATUS_OK && !store->readonly)
		status = connection_journal(store->db, store->path, f);
	if (status == STATUS_OK && store->readonly)
		status = recover(store, f);
	/* By now SQLite took back what a killed writer left, perhaps half of another version. */
	if (status == STATUS_OK)
		status = check_header(store, f);
	if (status == STATUS_OK)
		status = check_schema(store, f);
	if (status != STATUS_OK)
		disconnect(store);
	return status;
}

enum status store_reopen(struct store *store, struct fault *f)
{
	disconnect(store);
	return attach(store, f);
}

enum status store_open_schema(struct store **out, const char *path, enum store_mode mode,
			      const struct schema *schema, struct fault *f)
{
	struct store *store = xcalloc(1, sizeof *store);
	store->path = xstrdup(path);
	store->schema = schema;
	store->mode = mode;
	enum status status = STATUS_OK;
	if (mode == STORE_CREATE && access(path, F_OK) < 0 && errno == ENOENT)
		status = project_file_create(path, schema, f);
	if (status == STATUS_OK)
		status = attach(store, f);
	if (status != STATUS_OK) {
		store_close(store);
		return status;
	}
	*out = store;
	return STATUS_OK;
}

enum status store_open(struct store **out, const char *path, enum store_mode mode, struct fault *f)
{
	return store_open_schema(out, path, mode, &schema_now, f);
}

void store_close(struct store *store)
{
	if (!store)
		return;
	store_abandon(store);
	disconnect(store);
	free(store->path);
	free(store);
}

const char *store_path(const struct store *store)
{
	return store->path;
}

bool store_is_readonly(const struct store *store)
{
	return store->readonly;
}

bool store_is_newer(const struct store *store)
{
	return store->newer;
}

int store_version(const struct store *store)
{
	return store->version;
}

/* Runs a check whose only row is to be `good` (NULL: that has no rows at all). */
static enum status expect(struct store *store, enum sql sql, const char *good, const char *what,
			  struct fault *f)
{
	char *finding = NULL;
	bool found;
	struct query q = query_new(store, sql);
	enum status status = query_first(&q, read_text, &finding, &found, f);
	if (status == STATUS_OK && found && (!good || strcmp(finding, good) != 0))
		status = fault_setf(f, STATUS_CORRUPT, store->path, "%s%s", what, finding);
	free(finding);
	return status;
}

enum status store_check(struct store *store, struct fault *f)
{
	enum status status = expect(store, SQL_QUICK_CHECK, "ok", "", f);
	if (status == STATUS_OK)
		status = expect(store, SQL_FOREIGN_KEY_CHECK, NULL, "foreign key: ", f);
	if (status == STATUS_OK && !store->newer)
		status = schema_check(store->db, store->path, store->schema, f);
	return status;
}

int64_t store_changes(struct store *store)
{
	int64_t version;
	bool found;
	struct query q = query_new(store, SQL_DATA_VERSION);
	if (query_first(&q, read_int, &version, &found, NULL) == STATUS_OK &&
	    version != store->data_version) {
		store->data_version = version;
		store->changes++;
	}
	return store->changes;
}
