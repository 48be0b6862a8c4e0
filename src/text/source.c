/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two sources that need no project: memory and a file. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "text/document.h"

static enum status memory_read(void *self, size_t byte_off, char *buf, size_t n, struct fault *f)
{
	(void)f;
	if (n > 0)
		memcpy(buf, (const char *)self + byte_off, n);
	return STATUS_OK;
}

struct text_source text_source_memory(char *bytes, size_t n)
{
	return (struct text_source){.self = bytes, .size = n, .read = memory_read, .close = free};
}

/* Never mapped: the pages would count as ours, and a file cut short under us would be a SIGBUS. */
static enum status file_read_at(void *self, size_t byte_off, char *buf, size_t n, struct fault *f)
{
	const int *fd = self;
	while (n > 0) {
		ssize_t got = pread(*fd, buf, n, (off_t)byte_off);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return fault_errno(f, NULL);
		if (got == 0)
			return fault_setf(f, STATUS_IO, NULL, "the file became shorter");
		buf += got;
		byte_off += (size_t)got;
		n -= (size_t)got;
	}
	return STATUS_OK;
}

static void file_close(void *self)
{
	int *fd = self;
	close(*fd);
	free(fd);
}

enum status text_source_file(int fd, struct text_source *out, struct fault *f)
{
	struct stat st;
	if (fstat(fd, &st) < 0)
		return fault_errno(f, NULL);
	int *self = xmalloc(sizeof *self);
	*self = fd;
	*out = (struct text_source){.self = self,
				    .size = (size_t)st.st_size,
				    .read = file_read_at,
				    .close = file_close};
	return STATUS_OK;
}
