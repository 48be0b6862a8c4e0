/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/spool.h"

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

static enum status open_file(struct spool *spool, struct fault *f)
{
	char *name = xasprintf("%s/hashiya-export-XXXXXX", folder());
	spool->fd = mkostemp(name, 0);
	enum status status = spool->fd < 0 ? fault_errno(f, folder()) : STATUS_OK;
	if (spool->fd >= 0)
		unlink(name);
	free(name);
	return status;
}

/* Empties the memory into the file. */
static enum status flush(struct spool *spool, struct fault *f)
{
	enum status status = spool->fd < 0 ? open_file(spool, f) : STATUS_OK;
	if (status == STATUS_OK && !file_put(spool->fd, spool->bytes.p, spool->bytes.len))
		status = fault_errno(f, folder());
	str_clear(&spool->bytes);
	return status;
}

enum status spool_write(void *self, const char *bytes, size_t n, struct fault *f)
{
	struct spool *spool = self;
	str_append(&spool->bytes, bytes, n);
	return spool->bytes.len > SPOOL_IN_MEMORY ? flush(spool, f) : STATUS_OK;
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
