/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the bytes of an export go. */
#ifndef EXPORT_SINK_H
#define EXPORT_SINK_H

#include <stddef.h>

#include "base/fault.h"

/*
 * Called with whole rows or lines; a status other than STATUS_OK stops the export and is its
 * result.
 */
struct sink {
	enum status (*write)(void *self, const char *bytes, size_t n, struct fault *f);
	void *self;
};

#endif
