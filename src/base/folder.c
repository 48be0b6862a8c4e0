/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/xalloc.h"

enum { ATTEMPTS = 100, OPEN_FILES = 16 };

enum status folder_add_file(const char *path, file_writer *write, void *context, struct fault *f)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
	if (fd < 0)
		return file_create_fault(path, f);
	return file_write_and_close(fd, path, false, write, context, f);
}

static int remove_entry(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st, (void)kind, (void)ftw;
	remove(path);
	return 0;
}

static void remove_all(const char *path)
{
	nftw(path, remove_entry, OPEN_FILES, FTW_DEPTH | FTW_PHYS);
}

/* A new folder beside `target`; `*name` is the caller's. False and errno on an error. */
static bool make_beside(const char *target, char **name)
{
	for (unsigned attempt = 0; attempt < ATTEMPTS; attempt++) {
		*name = xasprintf("%s.%ld-%u.tmp", target, (long)getpid(), attempt);
		if (mkdir(*name, 0777) == 0)
			return true;
		if (errno != EEXIST)
			return false;
		free(*name);
		*name = NULL;
	}
	return false;
}

/* All that was written into it is on the disk. */
static enum status sync_folder(const char *path, struct fault *f)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return fault_errno(f, path);
	enum status status = syncfs(fd) == 0 ? STATUS_OK : fault_errno(f, path);
	close(fd);
	return status;
}

/* Without a step that exchanges both: the old one goes aside first. */
static bool move_aside(const char *made, const char *target)
{
	char *aside = xasprintf("%s.old", made);
	bool done = rename(target, aside) == 0;
	if (done && rename(made, target) != 0) {
		int why = errno;
		rename(aside, target);
		errno = why;
		done = false;
	}
	if (done)
		remove_all(aside);
	free(aside);
	return done;
}

/* Puts `made` where `target` is; what was there is removed. */
static bool put_in_place(const char *made, const char *target, bool exists)
{
	if (!exists)
		return rename(made, target) == 0;
	if (renameat2(AT_FDCWD, made, AT_FDCWD, target, RENAME_EXCHANGE) == 0) {
		remove_all(made);
		return true;
	}
	return (errno == EINVAL || errno == ENOSYS) && move_aside(made, target);
}

/* `old` is what stands at `target`, or NULL where nothing does. */
static enum status replace_target(const char *target, const struct stat *old,
				  folder_writer *write, void *context, struct fault *f)
{
	char *made = NULL;
	if (!make_beside(target, &made)) {
		enum status status = file_create_fault(target, f);
		free(made);
		return status;
	}
	enum status status = write(made, context, f);
	if (status == STATUS_OK && old && chmod(made, old->st_mode & 0777) != 0)
		status = fault_errno(f, target);
	if (status == STATUS_OK)
		status = sync_folder(made, f);
	if (status == STATUS_OK && !put_in_place(made, target, old != NULL))
		status = fault_errno(f, target);
	if (status == STATUS_OK)
		file_sync_folder_of(target);
	else
		remove_all(made);
	free(made);
	return status;
}

/* Where a folder is to stand: symlinks resolved, no "/" at the end. */
static char *folder_target(const char *path)
{
	char *trimmed = xstrdup(path);
	for (size_t n = strlen(trimmed); n > 1 && trimmed[n - 1] == '/';)
		trimmed[--n] = '\0';
	char *target = file_target(trimmed);
	free(trimmed);
	return target;
}

enum status folder_replace(const char *path, folder_writer *write, void *context, struct fault *f)
{
	char *target = folder_target(path);
	struct stat old;
	bool exists = stat(target, &old) == 0;
	enum status status;
	if (!exists && errno != ENOENT)
		status = file_create_fault(path, f);
	else if (exists && !S_ISDIR(old.st_mode))
		status = fault_set(f, STATUS_EXISTS, path);
	else
		status = replace_target(target, exists ? &old : NULL, write, context, f);
	free(target);
	return status;
}
