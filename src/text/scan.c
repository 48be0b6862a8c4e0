/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where paragraphs, and windows of long ones, start. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "text/document-internal.h"
#include "text/skim.h"
#include "text/window.h"

enum {
	CHUNK = 64 * 1024, /* bytes read at a time while scanning */
	LONGEST = 4,       /* bytes of a sequence, and more than of any line end */
	BOM_BYTES = 3,
};

/* Bytes of the line end at `s`; 0 where there is none. */
static size_t line_end(const unsigned char *s, size_t n)
{
	switch (s[0]) {
	case '\n':
		return 1;
	case '\r':
		return n > 1 && s[1] == '\n' ? 2 : 1;
	case 0xC2: /* NEL */
		return n > 1 && s[1] == 0x85 ? 2 : 0;
	case 0xE2: /* U+2029 */
		return n > 2 && s[1] == 0x80 && s[2] == 0xA9 ? 3 : 0;
	default:
		return 0;
	}
}

/* What ends a paragraph and stays in it: class B, but visible. */
static bool ends_inside(char c)
{
	return c >= 0x1C && c <= 0x1E;
}

static void advance(struct document *doc, size_t bytes, size_t n_cp)
{
	doc->scan.byte_off += bytes;
	doc->scan.start_cp += n_cp & (SIZE_MAX >> 2);
	if (bytes > 0)
		doc->scan.end_before = 0;
}

/* A paragraph begins where the scan is, unless the text ends there. */
static void begin_paragraph(struct document *doc, size_t end_before)
{
	doc->scan.end_before = end_before & 3;
	if (doc->scan.byte_off == doc->source.size)
		return;
	doc->starts = vec_reserve(doc->starts, &doc->cap, doc->n_starts + 1, sizeof *doc->starts);
	doc->starts[doc->n_starts++] = doc->scan;
}

/* The start that comes next is a further window of the paragraph that the scan is in. */
static void count_window(struct document *doc)
{
	struct long_paragraph *last = doc->n_longs > 0 ? &doc->longs[doc->n_longs - 1] : NULL;
	if (last && last->first + last->n == doc->n_starts) {
		last->n++;
		return;
	}
	struct long_paragraph begun = {.first = doc->n_starts - 1, .n = 2};
	if (last)
		begun.n_further_before = last->n_further_before + last->n - 1;
	VEC_PUSH(doc->longs, doc->n_longs, doc->cap_longs, begun);
}

/* The paragraph under way is as long as a window may be, and goes on: ends the window. */
static void cut_window(struct document *doc)
{
	const struct start *begun = last_start(doc);
	size_t n = doc->scan.byte_off - begun->byte_off, n_cp;
	char *bytes = xmalloc(n);
	doc->done = doc->source.read(doc->source.self, begun->byte_off, bytes, n, NULL) !=
		    STATUS_OK;
	if (!doc->done) {
		char32_t *cps = utf8_decode(bytes, n, &n_cp);
		size_t cut = window_cut(cps, n_cp, NULL);
		doc->scan = *begun;
		advance(doc, utf8_offset(bytes, n, cut), cut);
		free(cps);
		count_window(doc);
		begin_paragraph(doc, 0);
	}
	free(bytes);
}

/*
 * Passes over printable ASCII and two bytes from U+00C0 on, which end nothing: what skim() leaves
 * before what it stops at. At most `max_cp` code points of the `n` bytes; returns the bytes.
 */
static size_t skip_plain(const unsigned char *s, size_t n, size_t max_cp, size_t *n_cp)
{
	size_t i = 0, count = 0;
	while (i + 1 < n && count < max_cp) {
		bool two = s[i] >= 0xC3 && s[i] < 0xE0 && (s[i + 1] & 0xC0) == 0x80;
		if (!two && (s[i] < 0x20 || s[i] >= 0x7F))
			break;
		i += two ? 2 : 1;
		count++;
	}
	*n_cp = count;
	return i;
}

/* Code points that the window under way still has room for. */
static size_t window_room(const struct document *doc)
{
	return doc->window_cp - (doc->scan.start_cp - last_start(doc)->start_cp);
}

/*
 * Takes one code point or line end of the `n` bytes at `s`; returns its bytes, 0 where a window was
 * cut instead.
 */
static size_t scan_one(struct document *doc, const char *s, size_t n)
{
	char32_t cp;
	size_t end = line_end((const unsigned char *)s, n);
	if (!end && window_room(doc) == 0) {
		cut_window(doc);
		return 0;
	}
	size_t used = end ? end : utf8_next(s, n, &cp);
	advance(doc, used, 1);
	if (end || ends_inside(*s))
		begin_paragraph(doc, end);
	return used;
}

/* Passes over what ends nothing in the chunk's bytes [i, limit); returns how many that is. */
static size_t skip(struct document *doc, size_t i, size_t limit)
{
	size_t n_cp, skimmed = skim(doc->chunk + i, limit - i, window_room(doc), &n_cp);
	advance(doc, skimmed, n_cp);
	i += skimmed;
	size_t plain = skip_plain((unsigned char *)doc->chunk + i, limit - i, window_room(doc),
				  &n_cp);
	advance(doc, plain, n_cp);
	return skimmed + plain;
}

/* Takes all of the chunk but what may go on beyond it; less where a window is cut. */
static void scan_chunk(struct document *doc, size_t n)
{
	size_t i = 0;
	if (doc->scan.byte_off == 0) {
		if (n >= BOM_BYTES && memcmp(doc->chunk, "\xEF\xBB\xBF", BOM_BYTES) == 0)
			doc->scan.byte_off = i = BOM_BYTES;
		begin_paragraph(doc, 0);
	}
	bool last = doc->scan.byte_off - i + n == doc->source.size;
	size_t limit = last ? n : n - (LONGEST - 1);
	for (size_t used = 1; used > 0 && i < limit; i += used) {
		i += skip(doc, i, limit);
		used = i < limit ? scan_one(doc, doc->chunk + i, n - i) : 0;
	}
}

size_t scan_some(struct document *doc)
{
	size_t left = doc->source.size - doc->scan.byte_off;
	size_t n = left < CHUNK ? left : CHUNK;
	if (!doc->chunk)
		doc->chunk = xmalloc(CHUNK);
	if (left > 0 && doc->source.read(doc->source.self, doc->scan.byte_off, doc->chunk, n,
					 NULL) == STATUS_OK)
		scan_chunk(doc, n);
	else
		doc->done = true;
	if (doc->scan.byte_off == doc->source.size)
		doc->done = true;
	if (doc->done) {
		free(doc->chunk);
		doc->chunk = NULL;
	}
	return n;
}
