/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/find.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"

void finds_release(struct finds *finds)
{
	folded_release(&finds->needle);
	free(finds->hits);
	*finds = (struct finds){.done = true};
}

void finds_start(struct finds *finds, const char *utf8)
{
	finds_release(finds);
	fold_init_utf8(&finds->needle, utf8, strlen(utf8));
	finds->done = finds->needle.n_cps == 0;
}

bool finds_active(const struct finds *finds)
{
	return finds->needle.n_cps > 0;
}

static void look_through(struct finds *finds, const char32_t *cps,
			 const struct document_paragraph *at)
{
	struct folded hay;
	fold_init(&hay, cps, at->n_cp);
	size_t length = finds->needle.n_cps;
	for (size_t i = fold_find(&hay, &finds->needle, 0); i < hay.n_cps;
	     i = fold_find(&hay, &finds->needle, i + length)) {
		struct cp_range range = fold_origin(&hay, i, length);
		range.start_cp += at->start_cp;
		range.end_cp += at->start_cp;
		VEC_PUSH(finds->hits, finds->n, finds->cap, range);
	}
	folded_release(&hay);
}

bool finds_scan(struct finds *finds, struct document *doc, size_t max_cp)
{
	size_t seen = 0;
	while (finds_active(finds) && !finds->done && seen <= max_cp) {
		struct document_paragraph at;
		if (!document_paragraph(doc, finds->next_para, &at)) {
			finds->done = true;
			break;
		}
		finds->next_para++;
		seen += at.n_cp + 1;
		char32_t *cps = document_decode(doc, &at, NULL);
		if (cps != NULL)
			look_through(finds, cps, &at);
		free(cps);
	}
	return finds->done || !finds_active(finds);
}

/* How many start before `cp`. */
static size_t count_before(const struct finds *finds, size_t cp)
{
	size_t low = 0, high = finds->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (finds->hits[middle].start_cp < cp)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct cp_range *finds_next(const struct finds *finds, size_t cp)
{
	size_t i = count_before(finds, cp + 1);
	return i < finds->n ? &finds->hits[i] : NULL;
}

const struct cp_range *finds_previous(const struct finds *finds, size_t cp)
{
	size_t i = count_before(finds, cp);
	return i > 0 ? &finds->hits[i - 1] : NULL;
}

const struct cp_range *finds_touching(const struct finds *finds, struct cp_range range)
{
	size_t i = count_before(finds, range.end_cp);
	return i > 0 && finds->hits[i - 1].end_cp > range.start_cp ? &finds->hits[i - 1] : NULL;
}

size_t finds_number(const struct finds *finds, size_t cp)
{
	const struct cp_range *hit = finds_touching(finds, (struct cp_range){cp, cp + 1});
	return hit != NULL ? (size_t)(hit - finds->hits) + 1 : 0;
}
