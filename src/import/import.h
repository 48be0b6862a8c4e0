/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From bytes to an article: plain text now; other formats join as further readers behind the same
 * door.
 *
 * The stored text is the bytes as UTF-8 with LF, no byte order mark, nothing else changed. What is
 * not text is refused with its reason, never guessed at.
 */
#ifndef IMPORT_IMPORT_H
#define IMPORT_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "model/rows.h"

/*
 * One article at the most. A book has a few MB; what is larger is no article, and would have to fit
 * in memory.
 */
enum { IMPORT_BYTES = 256 * 1024 * 1024 };

struct import_options {
	bool lossy;     /* ill-formed UTF-8 becomes U+FFFD instead of an error */
	bool text_only; /* to be shown: its text and title; it is not counted, and has no digest and no path */
	size_t max_bytes; /* of a file, less than IMPORT_BYTES; 0: those. More is TOO_LARGE */
};

struct imported {
	struct article article; /* title, source_path, source_sha256, counts; no id, no number */
	char *text;             /* the stored text, NUL-terminated */
	size_t n_bytes;
};

/*
 * BAD_UTF8 (the detail tells the byte), BINARY (a NUL), EMPTY (nothing but white space). `name` is
 * for faults and source_path.
 */
enum status import_bytes(const char *bytes, size_t n, const char *name,
			 const struct import_options *options, struct imported *out,
			 struct fault *f) MUST_USE;

/*
 * A regular file, a FIFO, or "-" for standard input. NO_FILE, IS_DIRECTORY, PERMISSION, IO, or as
 * above.
 */
enum status import_path(const char *path, const struct import_options *options,
			struct imported *out, struct fault *f) MUST_USE;

void imported_release(struct imported *imported);

/*
 * The title of a plain text, the caller's: its first non-empty line, or, where that line is one or
 * two words of another script than the body's (a dateline), the next. White space trimmed and
 * folded into single spaces; cut with an ellipsis after 160 code points. "" where there is none.
 */
char *import_title(const char *text, size_t n);

#endif
