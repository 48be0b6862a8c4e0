/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/find.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "base/xalloc.h"

enum {
	BLOCK = 64 * 1024,
	SIEVED = 32, /* bytes go through the sieve while one is decoded and folded */
};

void finds_release(struct finds *finds)
{
	folded_release(&finds->needle);
	free(finds->hits);
	free(finds->block);
	*finds = (struct finds){.done = true};
}

void finds_start(struct finds *finds, const char *utf8, const struct unfold *unfold)
{
	finds_release(finds);
	finds->unfold = unfold;
	fold_init_utf8(&finds->needle, utf8, strlen(utf8));
	finds->done = finds->needle.n_cps == 0;
}

bool finds_active(const struct finds *finds)
{
	return finds->needle.n_cps > 0;
}

static size_t end_of(const struct document_paragraph *at)
{
	return at->byte_off + at->n_bytes;
}

/*
 * What is to be decoded to find the hits in a paragraph: itself, and the windows beside it where it
 * is one of several.
 */
static struct document_paragraph surroundings(struct document *doc, size_t index,
					      const struct document_paragraph *at)
{
	struct document_paragraph out = *at, next;
	if (at->continues)
		document_paragraph(doc, index - 1, &out);
	out.n_bytes = end_of(at) - out.byte_off;
	out.n_cp = at->start_cp + at->n_cp - out.start_cp;
	if (document_paragraph(doc, index + 1, &next) && next.continues) {
		out.n_bytes += next.n_bytes;
		out.n_cp += next.n_cp;
	}
	return out;
}

/* The first folded index that comes from code point `cp` or a later one. */
static size_t index_of(const struct folded *hay, size_t cp)
{
	size_t low = 0, high = hay->n_cps;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (hay->origin_cp[middle] < cp)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Takes the hits that begin before `end_cp` and that are not known yet. */
static void find_in(struct finds *finds, const char32_t *cps, const struct document_paragraph *in,
		    size_t end_cp)
{
	struct folded hay;
	fold_init(&hay, cps, in->n_cp);
	size_t length = finds->needle.n_cps, end = index_of(&hay, end_cp - in->start_cp);
	size_t known_cp = finds->n > 0 ? finds->hits[finds->n - 1].end_cp : 0;
	size_t i = known_cp > in->start_cp ? index_of(&hay, known_cp - in->start_cp) : 0;
	for (i = fold_find(&hay, &finds->needle, i); i < end;
	     i = fold_find(&hay, &finds->needle, fold_end(&hay, i, length))) {
		struct cp_range range = fold_origin(&hay, i, length);
		range.start_cp += in->start_cp;
		range.end_cp += in->start_cp;
		VEC_PUSH(finds->hits, finds->n, finds->cap, range);
	}
	folded_release(&hay);
}

/*
 * Looks through the paragraph that holds the byte at `byte_off`, unless that is in its line end;
 * the next byte is the one after it. Returns the bytes decoded.
 */
static size_t look_through(struct finds *finds, struct document *doc, size_t byte_off)
{
	struct document_paragraph at;
	size_t index;
	finds->next_byte = byte_off + 1;
	if (!document_paragraph_at_byte(doc, byte_off, &index) ||
	    !document_paragraph(doc, index, &at)) {
		finds->done = true;
		return 0;
	}
	if (end_of(&at) <= byte_off)
		return 0;
	finds->next_byte = end_of(&at);
	struct document_paragraph in = surroundings(doc, index, &at);
	char32_t *cps = document_decode(doc, &in, NULL);
	if (cps != NULL)
		find_in(finds, cps, &in, at.start_cp + at.n_cp);
	free(cps);
	return in.n_bytes;
}

/* Reads what comes next; 0 where it cannot be read. */
static size_t read_block(struct finds *finds, struct document *doc)
{
	size_t left = document_bytes(doc) - finds->next_byte, n = left < BLOCK ? left : BLOCK;
	if (!finds->block)
		finds->block = xmalloc(BLOCK);
	if (document_read(doc, finds->next_byte, finds->block, n, NULL))
		return 0;
	n = n < left ? utf8_whole(finds->block, n) : n;
	if (!finds->has_sieve)
		sieve_init(&finds->sieve, &finds->needle, finds->unfold, finds->block, n);
	finds->has_sieve = true;
	return n;
}

/*
 * Looks at the next block, or at some of it: at one paragraph at the least. Returns what that cost,
 * in bytes decoded.
 */
static size_t look_at_block(struct finds *finds, struct document *doc, size_t max_bytes)
{
	size_t start = finds->next_byte, n = read_block(finds, doc), cost = 0;
	if (n == 0)
		return look_through(finds, doc, start) + 1;
	do {
		size_t at = sieve_next(&finds->sieve, &finds->needle, finds->block, n,
				       finds->next_byte - start);
		if (at < n)
			cost += look_through(finds, doc, start + at);
		else
			finds->next_byte = start + n;
	} while (!finds->done && finds->next_byte < start + n && cost <= max_bytes);
	return cost + n / SIEVED + 1;
}

bool finds_scan(struct finds *finds, struct document *doc, size_t max_bytes)
{
	size_t cost = 0;
	while (finds_active(finds) && !finds->done && cost <= max_bytes) {
		if (finds->next_byte < document_bytes(doc))
			cost += look_at_block(finds, doc, max_bytes - cost);
		else
			finds->done = true;
	}
	if (finds->done) {
		free(finds->block);
		finds->block = NULL;
	}
	return finds->done || !finds_active(finds);
}

bool finds_reached(const struct finds *finds, struct document *doc, size_t cp)
{
	struct document_paragraph at, in;
	size_t index = document_paragraph_at(doc, cp);
	if (finds->done || !document_paragraph(doc, index, &at))
		return true;
	in = surroundings(doc, index, &at);
	return end_of(&in) <= finds->next_byte;
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
