/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/place.h"

#include <stdlib.h>

#include "base/utf8.h"

void placer_begin(struct placer *placer, struct document *doc)
{
	placer_release(placer);
	placer->doc = doc;
}

void placer_release(struct placer *placer)
{
	free(placer->starts.cps);
	free(placer->ends.cps);
	*placer = (struct placer){.doc = NULL};
}

/* Makes `at` stand in paragraph `para`. */
static enum status decode(struct document *doc, const struct document_paragraph *para,
			  struct placer_paragraph *at, struct fault *f)
{
	if (at->cps && at->para.start_cp == para->start_cp)
		return STATUS_OK;
	free(at->cps);
	*at = (struct placer_paragraph){.para = *para, .cps = document_decode(doc, para, f)};
	return at->cps ? STATUS_OK : f && f->status != STATUS_OK ? f->status : STATUS_IO;
}

/* The bytes that the first `n_cp` code points of the paragraph take, from where it last was. */
static size_t count_bytes(struct placer_paragraph *at, size_t n_cp)
{
	if (n_cp < at->n_cp)
		at->n_cp = at->bytes = 0;
	for (; at->n_cp < n_cp; at->n_cp++)
		at->bytes += utf8_size(at->cps[at->n_cp]);
	return at->bytes;
}

static enum status find(struct document *doc, struct placer_paragraph *at, size_t cp_off,
			struct place *out, struct fault *f)
{
	size_t index = document_paragraph_at(doc, cp_off);
	struct document_paragraph para;
	if (!document_paragraph(doc, index, &para))
		return fault_setf(f, STATUS_CORRUPT, NULL, "offset %zu", cp_off);
	size_t n_cp = cp_off - para.start_cp;
	out->paragraph = para.number + 1;
	if (n_cp > para.n_cp) { /* behind the last line end */
		out->byte_off = document_bytes(doc);
		return STATUS_OK;
	}
	enum status status = decode(doc, &para, at, f);
	if (status == STATUS_OK)
		out->byte_off = para.byte_off + count_bytes(at, n_cp);
	return status;
}

/* Lets the search for an end set out from where its start was found. */
static void follow(const struct placer_paragraph *starts, struct placer_paragraph *ends)
{
	if (!ends->cps || !starts->cps || ends->para.start_cp != starts->para.start_cp)
		return;
	ends->n_cp = starts->n_cp;
	ends->bytes = starts->bytes;
}

enum status placer_find(struct placer *placer, struct cp_range range, struct place *start,
			struct place *end, struct fault *f)
{
	enum status status = find(placer->doc, &placer->starts, range.start_cp, start, f);
	follow(&placer->starts, &placer->ends);
	if (status == STATUS_OK)
		status = find(placer->doc, &placer->ends, range.end_cp, end, f);
	return status;
}
