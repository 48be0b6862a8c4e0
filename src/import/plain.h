/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plain text: from the bytes of a file to the text that is stored.
 *
 * The result is UTF-8 with LF and no byte order mark; nothing else is changed, so that every offset
 * counts the same from the file and from the project.
 */
#ifndef IMPORT_PLAIN_H
#define IMPORT_PLAIN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/str.h"

/*
 * Appends the stored form of `n` bytes to `out`. BINARY (a NUL), BAD_UTF8 unless `lossy`, EMPTY
 * (white space at most). `name` is the subject of a fault.
 */
enum status plain_text(const char *bytes, size_t n, const char *name, bool lossy, struct str *out,
		       struct fault *f) MUST_USE;

/* True for the characters with Unicode's property White_Space. */
bool plain_is_space(unsigned cp);

/* True for those of them that end a line. */
bool plain_is_line_end(unsigned cp);

#endif
