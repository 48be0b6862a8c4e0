/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document knows of its text: for document.c, which answers, and scan.c, which finds out. */
#ifndef TEXT_DOCUMENT_INTERNAL_H
#define TEXT_DOCUMENT_INTERNAL_H

#include <stdint.h>

#include "text/bidi.h"
#include "text/document.h"

/*
 * Where a paragraph starts, or a window of one; it ends where the next one starts, or where the
 * scan is. 16 bytes.
 */
struct start {
	uint64_t byte_off;
	uint64_t start_cp : 62;
	uint64_t end_before : 2; /* bytes of the line end right before this place: 0 to 3 */
};

/* A paragraph of several windows. */
struct long_paragraph {
	size_t first, n;              /* its windows: an index among the starts, and how many */
	size_t n_further_before;      /* windows before it that do not begin a paragraph */
	struct bidi_direction search; /* of its base direction, */
	size_t n_searched;            /* in so many of its windows */
};

struct document {
	struct text_source source;
	struct start *starts; /* the last paragraph known is the one that the scan is in */
	size_t n_starts, cap;
	struct long_paragraph *longs; /* in order; few texts have any */
	size_t n_longs, cap_longs;
	struct start scan; /* how far we know */
	size_t window_cp;  /* the most that a window has */
	bool done;         /* all of it, or as far as the source could be read */
	char *chunk;       /* what is being scanned, while there is something to scan */
};

/* The start of the paragraph or window that the scan is in; there is one as soon as it began. */
static inline const struct start *last_start(const struct document *doc)
{
	return &doc->starts[doc->n_starts - 1];
}

/*
 * Scans on, over a chunk or up to a place where a window is cut (the scan may then be a little
 * before where it was); returns the bytes read. Not after `done`.
 */
size_t scan_some(struct document *doc);

#endif
