/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/spool.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/xalloc.h"

/* More than this goes to the file. */
enum { SPOOL_IN_MEMORY = 1 << 20, PIECE_SIZE = 1 << 16 };

static const char *folder(void)
{
	const char *given = getenv("TMPDIR");
	return given && given[0] ? given : "/tmp";
}

/* Where no file can be made, all stays in memory. */
static void open_file(struct spool *spool)
{
	char *name = xasprintf("%s/hashiya-export-XXXXXX", folder());
	spool->fd = mkostemp(name, O_CLOEXEC);
	if (spool->fd >= 0)
		unlink(name);
	spool->homeless = spool->fd < 0;
	free(name);
}

enum status spool_write(void *self, const char *bytes, size_t n, struct fault *f)
{
	struct spool *spool = self;
	str_append(&spool->bytes, bytes, n);
	if (spool->bytes.len <= SPOOL_IN_MEMORY || spool->homeless)
		return STATUS_OK;
	if (spool->fd < 0)
		open_file(spool);
	if (spool->homeless)
		return STATUS_OK;
	if (!file_put(spool->fd, spool->bytes.p, spool->bytes.len))
		return fault_errno(f, folder());
	str_clear(&spool->bytes);
	return STATUS_OK;
}

static enum status send_file(struct spool *spool, const struct sink *sink, struct fault *f)
{
	char *piece = xmalloc(PIECE_SIZE);
	enum status status = STATUS_OK;
	ssize_t n = 0;
	for (off_t at = 0; status == STATUS_OK; at += n) {
		n = pread(spool->fd, piece, PIECE_SIZE, at);
		if (n < 0)
			status = fault_errno(f, folder());
		if (n <= 0)
			break;
		status = sink->write(sink->self, piece, (size_t)n, f);
	}
	free(piece);
	return status;
}

enum status spool_send(struct spool *spool, const struct sink *sink, struct fault *f)
{
	enum status status = spool->fd < 0 ? STATUS_OK : send_file(spool, sink, f);
	if (status == STATUS_OK && spool->bytes.len)
		status = sink->write(sink->self, spool->bytes.p, spool->bytes.len, f);
	return status;
}

void spool_release(struct spool *spool)
{
	str_release(&spool->bytes);
	if (spool->fd >= 0)
		close(spool->fd);
	*spool = SPOOL_EMPTY;
}
