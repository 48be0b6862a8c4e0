/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/xalloc.h"

enum { READ_SIZE = 64 * 1024, WRITE_SIZE = 64 * 1024, FOLDER_MODE = 0700 };

/* One read of at most `n` bytes; 0 at the end, -1 on an error. */
static ssize_t read_some(int fd, char *buf, size_t n)
{
	ssize_t got;
	do
		got = read(fd, buf, n);
	while (got < 0 && errno == EINTR);
	return got;
}

bool file_put(int fd, const void *bytes, size_t n)
{
	const char *p = bytes;
	while (n > 0) {
		ssize_t written = write(fd, p, n);
		if (written == 0)
			errno = EIO;
		if (written == 0 || (written < 0 && errno != EINTR))
			return false;
		if (written > 0) {
			p += written;
			n -= (size_t)written;
		}
	}
	return true;
}

enum status file_read_fd(int fd, const char *name, size_t limit, struct str *out, struct fault *f)
{
	size_t start = out->len;
	for (;;) {
		char *end = str_reserve(out, READ_SIZE);
		ssize_t got = read_some(fd, end, READ_SIZE);
		if (got < 0)
			return fault_errno(f, name);
		out->len += (size_t)got;
		out->p[out->len] = '\0';
		if (out->len - start > limit)
			return fault_setf(f, STATUS_TOO_LARGE, name, "> %zu bytes", limit);
		if (got == 0)
			return STATUS_OK;
	}
}

enum status file_read(const char *path, size_t limit, struct str *out, struct fault *f)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return fault_errno(f, path);
	enum status status = file_read_fd(fd, path, limit, out, f);
	close(fd);
	return status;
}

enum status file_write_and_close(int fd, const char *path, bool sync, file_writer *write,
				 void *context, struct fault *f)
{
	FILE *stream = fdopen(fd, "w");
	if (!stream) {
		enum status status = fault_errno(f, path);
		close(fd);
		return status;
	}
	setvbuf(stream, NULL, _IOFBF, WRITE_SIZE);
	enum status status = write(stream, context, f);
	if (status == STATUS_OK && (fflush(stream) != 0 || ferror(stream)))
		status = fault_errno(f, path);
	if (status == STATUS_OK && sync && fsync(fd) != 0)
		status = fault_errno(f, path);
	if (fclose(stream) != 0 && status == STATUS_OK)
		status = fault_errno(f, path);
	return status;
}

static enum status write_in_place(const char *path, file_writer *write, void *context,
				  struct fault *f)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	return fd < 0 ? fault_errno(f, path) : file_write_and_close(fd, path, false, write, context, f);
}

/* Opens a new file beside `target`; `*name` is the caller's to free. -1 and errno on an error. */
static int open_temporary(const char *target, mode_t mode, char **name)
{
	for (unsigned attempt = 0; attempt < 100; attempt++) {
		*name = xasprintf("%s.%ld-%u.tmp", target, (long)getpid(), attempt);
		int fd = open(*name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
		if (fd >= 0 || errno != EEXIST)
			return fd;
		free(*name);
		*name = NULL;
	}
	return -1;
}

void file_sync_folder_of(const char *target)
{
	const char *slash = strrchr(target, '/');
	char *dir = slash ? xstrndup(target, (size_t)(slash - target) + 1) : xstrdup(".");
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
	free(dir);
}

enum status file_create_fault(const char *path, struct fault *f)
{
	const char *slash = strrchr(path, '/');
	if ((errno != ENOENT && errno != ENOTDIR) || !slash || slash == path)
		return fault_errno(f, path);
	char *folder = xstrndup(path, (size_t)(slash - path));
	fault_set(f, STATUS_NO_FOLDER, folder);
	free(folder);
	return STATUS_NO_FOLDER;
}

enum status file_make_folders(const char *folder, struct fault *f)
{
	char *path = xstrdup(folder);
	enum status status = STATUS_OK;
	for (char *slash = path; *slash && status == STATUS_OK;) {
		slash = strchrnul(slash + 1, '/');
		char end = *slash;
		*slash = '\0';
		if (mkdir(path, FOLDER_MODE) < 0 && errno != EEXIST) {
			int why = errno; /* where it may not be made it may exist all the same */
			if (access(path, F_OK) < 0) {
				errno = why;
				status = fault_errno(f, path);
			}
		}
		*slash = end;
	}
	free(path);
	return status;
}

/* `old` is what stands at `target`, or NULL where nothing does. */
static enum status replace_target(const char *target, const struct stat *old,
				  file_writer *write, void *context, struct fault *f)
{
	char *name = NULL;
	mode_t mode = old ? old->st_mode & 0777 : 0666;
	enum status status;
	int fd = open_temporary(target, mode, &name);
	if (fd < 0) {
		status = file_create_fault(target, f);
		goto out;
	}
	if (old && fchmod(fd, mode) != 0) { /* the umask took bits that the old file has */
		status = fault_errno(f, target);
		close(fd);
		unlink(name);
		goto out;
	}
	status = file_write_and_close(fd, target, true, write, context, f);
	if (status == STATUS_OK && rename(name, target) != 0)
		status = fault_errno(f, target);
	if (status == STATUS_OK)
		file_sync_folder_of(target);
	else
		unlink(name);
out:
	free(name);
	return status;
}

char *file_target(const char *path)
{
	char *resolved = realpath(path, NULL);
	if (resolved)
		return resolved;
	char link[PATH_MAX];
	ssize_t n = readlink(path, link, sizeof link);
	if (n <= 0 || (size_t)n == sizeof link)
		return xstrdup(path);
	const char *slash = strrchr(path, '/');
	if (link[0] == '/' || !slash)
		return xstrndup(link, (size_t)n);
	return xasprintf("%.*s/%.*s", (int)(slash - path), path, (int)n, link);
}

enum status file_replace(const char *path, file_writer *write, void *context, struct fault *f)
{
	struct stat old;
	bool exists = stat(path, &old) == 0;
	if (!exists && errno != ENOENT)
		return file_create_fault(path, f);
	if (exists && S_ISDIR(old.st_mode))
		return fault_set(f, STATUS_IS_DIRECTORY, path);
	if (exists && !S_ISREG(old.st_mode))
		return write_in_place(path, write, context, f);
	char *target = file_target(path);
	enum status status = replace_target(target, exists ? &old : NULL, write, context, f);
	free(target);
	return status;
}

struct bytes {
	const void *p;
	size_t n;
};

static enum status write_bytes(FILE *stream, void *context, struct fault *f)
{
	const struct bytes *bytes = context;
	(void)f;
	fwrite(bytes->p, 1, bytes->n, stream);
	return STATUS_OK;
}

enum status file_replace_bytes(const char *path, const void *bytes, size_t n, struct fault *f)
{
	struct bytes context = {.p = bytes, .n = n};
	return file_replace(path, write_bytes, &context, f);
}
