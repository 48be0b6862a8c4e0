/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which paths no other file may take. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "store/store-internal.h"

static bool has_project_header(const char *path)
{
	unsigned char header[HEADER_SIZE];
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	if (fd < 0)
		return false;
	ssize_t n = pread(fd, header, sizeof header, 0);
	close(fd);
	return n == sizeof header && header_is_project(header);
}

/*
 * The store's own file is told by its inode: to open and close it would drop the locks that this
 * process has on it.
 */
static bool is_project(const struct store *store, const char *path)
{
	struct stat own, st;
	if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
		return false;
	if (stat(store->path, &own) == 0 && own.st_dev == st.st_dev && own.st_ino == st.st_ino)
		return true;
	return has_project_header(path);
}

/* SQLite looks for a journal by its name and takes what it finds for one. */
static bool is_journal(const struct store *store, const char *path)
{
	static const char *const suffixes[] = {"-journal", "-wal", "-shm"};
	size_t n = strlen(path);
	bool is = false;
	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes && !is; i++) {
		size_t n_suffix = strlen(suffixes[i]);
		if (n <= n_suffix || strcmp(path + n - n_suffix, suffixes[i]) != 0)
			continue;
		char *project = xstrndup(path, n - n_suffix);
		is = is_project(store, project);
		free(project);
	}
	return is;
}

enum status store_check_target(const struct store *store, const char *path, struct fault *f)
{
	char *target = file_target(path);
	bool refused = is_project(store, target) || is_journal(store, target);
	free(target);
	return refused ? fault_set(f, STATUS_IS_PROJECT, path) : STATUS_OK;
}
