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
	free(placer->cps);
	*placer = (struct placer){.doc = NULL};
}

/* Makes paragraph `index` the decoded one. */
static enum status decode(struct placer *placer, const struct document_paragraph *para,
			  struct fault *f)
{
	if (placer->cps && placer->para.start_cp == para->start_cp)
		return STATUS_OK;
	free(placer->cps);
	placer->cps = document_decode(placer->doc, para, f);
	placer->para = *para;
	return placer->cps ? STATUS_OK : f && f->status != STATUS_OK ? f->status : STATUS_IO;
}

static size_t byte_length(const char32_t *cps, size_t n_cp)
{
	size_t n = 0;
	char encoded[4];
	for (size_t i = 0; i < n_cp; i++)
		n += utf8_encode(cps[i], encoded);
	return n;
}

enum status placer_find(struct placer *placer, size_t cp_off, struct place *out, struct fault *f)
{
	size_t index = document_paragraph_at(placer->doc, cp_off);
	struct document_paragraph para;
	if (!document_paragraph(placer->doc, index, &para))
		return fault_setf(f, STATUS_CORRUPT, NULL, "offset %zu", cp_off);
	size_t n_cp = cp_off - para.start_cp;
	out->paragraph = para.number + 1;
	if (n_cp > para.n_cp) { /* behind the last line end */
		out->byte_off = document_bytes(placer->doc);
		return STATUS_OK;
	}
	enum status status = decode(placer, &para, f);
	if (status == STATUS_OK)
		out->byte_off = para.byte_off + byte_length(placer->cps, n_cp);
	return status;
}
