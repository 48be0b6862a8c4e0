/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/fault.h"

#include <assert.h>
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

/* Takes over `detail`. A subject or detail may come from `f` itself, so the old ones go last. */
static enum status replace(struct fault *f, enum status status, const char *subject, char *detail)
{
	assert(status != STATUS_OK);
	struct fault old = *f;
	f->status = status;
	f->subject = subject ? xstrdup(subject) : NULL;
	f->detail = detail;
	fault_release(&old);
	return status;
}

enum status fault_set(struct fault *f, enum status status, const char *subject)
{
	return f ? replace(f, status, subject, NULL) : status;
}

enum status fault_setf(struct fault *f, enum status status, const char *subject, const char *fmt,
		       ...)
{
	if (!f)
		return status;
	va_list args;
	va_start(args, fmt);
	char *detail = xvasprintf(fmt, args);
	va_end(args);
	return replace(f, status, subject, detail);
}

static enum status errno_status(int error)
{
	switch (error) {
	case ENOENT:
	case ENOTDIR:
		return STATUS_NO_FILE;
	case EISDIR:
		return STATUS_IS_DIRECTORY;
	case EACCES:
	case EPERM:
		return STATUS_PERMISSION;
	case EROFS:
		return STATUS_READONLY;
	case EEXIST:
		return STATUS_EXISTS;
	case ENOSPC:
	case EDQUOT:
		return STATUS_NO_SPACE;
	case EFBIG:
	case EOVERFLOW:
		return STATUS_TOO_LARGE;
	case EPIPE:
		return STATUS_PIPE_CLOSED;
	default:
		return STATUS_IO;
	}
}

enum status fault_errno(struct fault *f, const char *subject)
{
	int error = errno;
	enum status status = errno_status(error);
	if (status == STATUS_IO)
		fault_setf(f, status, subject, "%s", strerror(error));
	else
		fault_set(f, status, subject);
	errno = error;
	return status;
}

void fault_release(struct fault *f)
{
	free(f->subject);
	free(f->detail);
	*f = FAULT_NONE;
}
