/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A new project is made under another name and linked into place when it is whole and on disk:
 * nobody ever finds half a project, and a crash leaves no empty file under the project's name.
 */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "store/store-internal.h"

/* The folder that `path` is in; the caller's. */
static char *folder_of(const char *path)
{
	char *copy = xstrdup(path);
	char *folder = xstrdup(dirname(copy));
	free(copy);
	return folder;
}

/* Writes the empty project to `temporary`. No journal: a file that is not whole is thrown away. */
static enum status fill(const char *temporary, const char *path, const struct schema *schema,
			struct fault *f)
{
	sqlite3 *db;
	enum status status = connection_open(&db, temporary, SQLITE_OPEN_READWRITE, f);
	if (status != STATUS_OK)
		return status;
	status = connection_exec(db, path,
				 "PRAGMA journal_mode = off; PRAGMA synchronous = off; BEGIN", f);
	if (status == STATUS_OK)
		status = schema_create(db, path, schema, f);
	if (status == STATUS_OK)
		status = connection_exec(db, path, "COMMIT", f);
	sqlite3_close(db);
	return status;
}

/* Syncs a file or folder. */
static enum status sync_path(const char *what, const char *path, struct fault *f)
{
	int fd = open(what, O_RDONLY | O_CLOEXEC);
	enum status status = fd >= 0 && fsync(fd) == 0 ? STATUS_OK : fault_errno(f, path);
	if (fd >= 0)
		close(fd);
	return status;
}

/*
 * Gives the file its name, unless something has it. Where the file system has no links: nearly so.
 */
static enum status put_in_place(const char *temporary, const char *path, struct fault *f)
{
	if (link(temporary, path) == 0 || errno == EEXIST)
		return STATUS_OK;
	if (access(path, F_OK) == 0 || rename(temporary, path) == 0)
		return STATUS_OK;
	return fault_errno(f, path);
}

static enum status create_in(const char *folder, const char *path, const struct schema *schema,
			     struct fault *f)
{
	char *temporary = xasprintf("%s/.hashiya-XXXXXX", folder);
	/* 0600, and so is the journal: SQLite copies the mode. */
	int fd = mkostemp(temporary, O_CLOEXEC);
	enum status status = fd >= 0 ? STATUS_OK : fault_errno(f, path);
	if (fd >= 0) {
		close(fd);
		status = fill(temporary, path, schema, f);
		if (status == STATUS_OK)
			status = sync_path(temporary, path, f);
		if (status == STATUS_OK)
			status = put_in_place(temporary, path, f);
		unlink(temporary);
		if (status == STATUS_OK)
			status = sync_path(folder, path, f);
	}
	free(temporary);
	return status;
}

enum status project_file_create(const char *path, const struct schema *schema, struct fault *f)
{
	char *folder = folder_of(path);
	enum status status = file_make_folders(folder, f);
	if (status == STATUS_OK)
		status = create_in(folder, path, schema, f);
	free(folder);
	return status;
}
