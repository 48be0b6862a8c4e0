/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From code points to bytes and paragraphs of a stored text.
 *
 * Offsets that come in rising order are found by going on from where the last start was, so that
 * all highlights of a text take no longer than reading it once, and each of them once more.
 */
#ifndef EXPORT_PLACE_H
#define EXPORT_PLACE_H

#include <stddef.h>
#include <uchar.h>

#include "base/fault.h"
#include "text/document.h"

struct place {
	size_t byte_off;  /* in the stored text */
	size_t paragraph; /* from 1 */
};

/* A paragraph's code points, and how many bytes some of them take. */
struct placer_paragraph {
	struct document_paragraph para;
	char32_t *cps;      /* NULL: none yet */
	size_t n_cp, bytes; /* the first n_cp of them take these bytes */
};

/* All zero is one without a document. */
struct placer {
	struct document *doc; /* borrowed */
	struct placer_paragraph starts, ends;
};

void placer_begin(struct placer *placer, struct document *doc);
void placer_release(struct placer *placer);

/* Where a range begins and ends. */
enum status placer_find(struct placer *placer, struct cp_range range, struct place *start,
			struct place *end, struct fault *f) MUST_USE;

#endif
