/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bytes kept until their time comes: little of them in memory, more in a file that has no name.
 *
 * Who reads a pipe may take as long as they like; whoever reads a project meanwhile would keep
 * others from writing to it.
 */
#ifndef APP_SPOOL_H
#define APP_SPOOL_H

#include <stdbool.h>

#include "base/str.h"
#include "export/sink.h"

struct spool {
	struct str bytes;
	int fd;        /* of the file, -1 where there is none yet */
	bool homeless; /* none could be made */
};

#define SPOOL_EMPTY ((struct spool){.bytes = STR_EMPTY, .fd = -1})

/* As a sink. */
enum status spool_write(void *spool, const char *bytes, size_t n, struct fault *f);
/* Hands all of it to `sink`, in pieces of no meaning. */
enum status spool_send(struct spool *spool, const struct sink *sink, struct fault *f) MUST_USE;
void spool_release(struct spool *spool);

#endif
