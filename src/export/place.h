/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From code points to bytes and paragraphs of a stored text, for offsets that come in rising order.
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

/* All zero is one without a document. */
struct placer {
	struct document *doc; /* borrowed */
	char32_t *cps;        /* the paragraph decoded last, or NULL */
	struct document_paragraph para;
};

void placer_begin(struct placer *placer, struct document *doc);
void placer_release(struct placer *placer);

enum status placer_find(struct placer *placer, size_t cp_off, struct place *out, struct fault *f)
	MUST_USE;

#endif
