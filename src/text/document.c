/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/document.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "text/decode.h"

enum {
	CHUNK = 64 * 1024, /* bytes read at a time while scanning */
	LONGEST = 4,       /* bytes of a sequence, and more than of any line end */
	BOM_BYTES = 3,
};

/* Where a paragraph starts; it ends where the next one starts, or where the scan is. 16 bytes. */
struct start {
	uint64_t byte_off;
	uint64_t start_cp : 62;
	uint64_t end_before : 2; /* bytes of the line end right before this place: 0 to 3 */
};

struct document {
	struct text_source source;
	struct start *starts; /* the last paragraph known is the one that the scan is in */
	size_t n_starts, cap;
	struct start scan;    /* how far we know */
	bool done;            /* all of it, or as far as the source could be read */
	char *chunk;          /* CHUNK bytes, while there is something to scan */
};

struct document *document_new(struct text_source source)
{
	struct document *doc = xcalloc(1, sizeof *doc);
	doc->source = source;
	return doc;
}

void document_free(struct document *doc)
{
	if (!doc)
		return;
	if (doc->source.close)
		doc->source.close(doc->source.self);
	free(doc->starts);
	free(doc->chunk);
	free(doc);
}

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

/* A paragraph begins where the scan is, unless the text ends there. */
static void begin_paragraph(struct document *doc, size_t end_before)
{
	doc->scan.end_before = end_before & 3;
	if (doc->scan.byte_off == doc->source.size)
		return;
	doc->starts = vec_reserve(doc->starts, &doc->cap, doc->n_starts + 1, sizeof *doc->starts);
	doc->starts[doc->n_starts++] = doc->scan;
}

/* Takes one code point or line end of the `n` bytes at `s`; returns its bytes. */
static size_t scan_one(struct document *doc, const char *s, size_t n)
{
	char32_t cp;
	size_t end = line_end((const unsigned char *)s, n);
	size_t used = end ? end : utf8_next(s, n, &cp);
	doc->scan.byte_off += used;
	doc->scan.start_cp++;
	doc->scan.end_before = 0;
	if (end || ends_inside(*s))
		begin_paragraph(doc, end);
	return used;
}

/* Takes all of the chunk but what may go on beyond it. */
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
	while (i < limit)
		i += scan_one(doc, doc->chunk + i, n - i);
}

static bool scan_some(struct document *doc)
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
	return !doc->done;
}

bool document_scan(struct document *doc, size_t max_bytes)
{
	size_t from = doc->scan.byte_off;
	while (!doc->done && doc->scan.byte_off - from < max_bytes)
		scan_some(doc);
	return doc->done;
}

bool document_paragraph(struct document *doc, size_t index, struct document_paragraph *out)
{
	while (index + 1 >= doc->n_starts && !doc->done)
		scan_some(doc);
	if (index >= doc->n_starts)
		return false;
	const struct start *start = &doc->starts[index];
	const struct start *next = index + 1 < doc->n_starts ? start + 1 : &doc->scan;
	*out = (struct document_paragraph){
		.byte_off = start->byte_off,
		.n_bytes = next->byte_off - next->end_before - start->byte_off,
		.start_cp = start->start_cp,
		.n_cp = next->start_cp - (next->end_before > 0) - start->start_cp,
	};
	return true;
}

size_t document_paragraph_at(struct document *doc, size_t cp)
{
	while (!doc->done && doc->scan.start_cp <= cp)
		scan_some(doc);
	size_t low = 0, high = doc->n_starts;
	while (low + 1 < high) {
		size_t middle = low + (high - low) / 2;
		if (doc->starts[middle].start_cp <= cp)
			low = middle;
		else
			high = middle;
	}
	return low;
}

size_t document_known_paragraphs(const struct document *doc)
{
	return doc->n_starts;
}

size_t document_known_cp(const struct document *doc)
{
	return doc->scan.start_cp;
}

size_t document_bytes(const struct document *doc)
{
	return doc->source.size;
}

size_t document_scanned_bytes(const struct document *doc)
{
	return doc->scan.byte_off;
}

/* The bytes of a paragraph, the caller's to free. */
static char *read_paragraph(struct document *doc, const struct document_paragraph *para,
			    struct fault *f)
{
	char *bytes = xmalloc(para->n_bytes);
	if (doc->source.read(doc->source.self, para->byte_off, bytes, para->n_bytes, f) ==
	    STATUS_OK)
		return bytes;
	free(bytes);
	return NULL;
}

char32_t *document_decode(struct document *doc, const struct document_paragraph *para,
			  struct fault *f)
{
	char *bytes = read_paragraph(doc, para, f);
	if (!bytes)
		return NULL;
	size_t n_cp;
	char32_t *cps = utf8_decode(bytes, para->n_bytes, &n_cp);
	free(bytes);
	return cps;
}

static size_t min_size(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Bytes of the line end after paragraph `index`; 0 where there is none. */
static size_t line_end_bytes(const struct document *doc, size_t index)
{
	return (index + 1 < doc->n_starts ? doc->starts[index + 1] : doc->scan).end_before;
}

/*
 * Appends the `n` bytes of a line end as the stream has it: CR LF and CR are LF, others are what
 * they are.
 */
static enum status append_line_end(struct document *doc, const struct document_paragraph *para,
				   size_t n, struct str *out, struct fault *f)
{
	char bytes[4];
	enum status status =
		doc->source.read(doc->source.self, para->byte_off + para->n_bytes, bytes, n, f);
	if (status != STATUS_OK)
		return status;
	if (bytes[0] == '\r')
		str_append_char(out, '\n');
	else
		str_append(out, bytes, n);
	return STATUS_OK;
}

/* Appends what lies in `range` of paragraph `para` and of the line end after it. */
static enum status extract_part(struct document *doc, const struct document_paragraph *para,
				size_t n_line_end, struct cp_range range, struct str *out,
				struct fault *f)
{
	char32_t *cps = document_decode(doc, para, f);
	if (!cps)
		return f ? f->status : STATUS_IO;
	size_t from = range.start_cp > para->start_cp ? range.start_cp - para->start_cp : 0;
	size_t to = min_size(range.end_cp - para->start_cp, para->n_cp);
	if (from < to)
		utf8_append(out, cps + from, to - from);
	free(cps);
	if (n_line_end && range.end_cp > para->start_cp + para->n_cp)
		return append_line_end(doc, para, n_line_end, out, f);
	return STATUS_OK;
}

enum status document_extract(struct document *doc, struct cp_range range, struct str *out,
			     struct fault *f)
{
	struct document_paragraph para;
	size_t index = document_paragraph_at(doc, range.start_cp);
	enum status status = STATUS_OK;
	for (; status == STATUS_OK && document_paragraph(doc, index, &para); index++) {
		if (para.start_cp >= range.end_cp)
			break;
		if (range.start_cp <= para.start_cp + para.n_cp)
			status =
				extract_part(doc, &para, line_end_bytes(doc, index), range, out, f);
	}
	return status;
}
