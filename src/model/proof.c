/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/proof.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "text/segment.h"

struct proof {
	char32_t *cps;
	size_t n_cp;
	bool *starts; /* where clusters begin */
};

enum status proof_new(struct document *doc, struct proof **out, struct fault *f)
{
	struct str utf8 = STR_EMPTY;
	enum status status = document_extract(doc, (struct cp_range){0, SIZE_MAX}, &utf8, f);
	if (status == STATUS_OK) {
		struct proof *proof = *out = xcalloc(1, sizeof *proof);
		proof->cps = utf8_decode(str_cstr(&utf8), utf8.len, &proof->n_cp);
		proof->starts = xcalloc(proof->n_cp, sizeof *proof->starts);
		segment_graphemes(proof->cps, proof->n_cp, proof->starts);
	}
	str_release(&utf8);
	return status;
}

void proof_free(struct proof *proof)
{
	if (!proof)
		return;
	free(proof->cps);
	free(proof->starts);
	free(proof);
}

/*
 * Whether `text` stands from `at` on or, `ends`, up to there; `*n` is its length in code points.
 * What reaches out of the proof's text does not.
 */
static bool stands(const struct proof *proof, const char *text, size_t at, bool ends, size_t *n)
{
	char32_t *cps = utf8_decode(text, strlen(text), n);
	size_t room = ends ? at : proof->n_cp - at;
	bool same = *n <= room &&
		    memcmp(cps, proof->cps + (ends ? at - *n : at), *n * sizeof *cps) == 0;
	free(cps);
	return same;
}

static bool is_boundary(const struct proof *proof, size_t cp)
{
	return cp == proof->n_cp || proof->starts[cp];
}

static bool is_state(const char *state)
{
	return strcmp(state, "exact") == 0 || strcmp(state, "moved") == 0 ||
	       strcmp(state, "orphan") == 0;
}

enum flaw proof_check(const struct proof *proof, const struct highlight *h)
{
	size_t n;
	if (h->range.start_cp >= h->range.end_cp || h->range.end_cp > proof->n_cp)
		return FLAW_RANGE;
	if (!stands(proof, h->exact, h->range.start_cp, false, &n) ||
	    n != h->range.end_cp - h->range.start_cp)
		return FLAW_QUOTE;
	if (!stands(proof, h->prefix, h->range.start_cp, true, &n) ||
	    !stands(proof, h->suffix, h->range.end_cp, false, &n))
		return FLAW_CONTEXT;
	if (!is_boundary(proof, h->range.start_cp) || !is_boundary(proof, h->range.end_cp))
		return FLAW_CLUSTER;
	return is_state(h->anchor_state) ? FLAW_NONE : FLAW_STATE;
}

const char *flaw_name(enum flaw flaw)
{
	static const char *const names[] = {"", "range", "quote", "context", "cluster", "state"};
	return names[flaw];
}
