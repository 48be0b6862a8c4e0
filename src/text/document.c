/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/document.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "base/xalloc.h"
#include "text/document-internal.h"
#include "text/window.h"

struct document *document_new(struct text_source source)
{
	struct document *doc = xcalloc(1, sizeof *doc);
	doc->source = source;
	doc->window_cp = WINDOW_CP;
	return doc;
}

void document_set_window(struct document *doc, size_t n_cp)
{
	doc->window_cp = n_cp;
}

void document_free(struct document *doc)
{
	if (!doc)
		return;
	if (doc->source.close)
		doc->source.close(doc->source.self);
	free(doc->starts);
	free(doc->longs);
	free(doc->chunk);
	free(doc);
}

bool document_scan(struct document *doc, size_t max_bytes)
{
	for (size_t read = 0; !doc->done && read < max_bytes;)
		read += scan_some(doc);
	return doc->done;
}

/* The last long paragraph that begins at or before `index`; NULL where none does. */
static struct long_paragraph *last_long(const struct document *doc, size_t index)
{
	size_t low = 0, high = doc->n_longs;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (doc->longs[middle].first <= index)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? &doc->longs[low - 1] : NULL;
}

/* True when the end of paragraph or window `index` is known. */
static bool scan_to_end_of(struct document *doc, size_t index)
{
	while (index + 1 >= doc->n_starts && !doc->done)
		scan_some(doc);
	return index < doc->n_starts;
}

static struct document_paragraph extent(const struct document *doc, size_t index)
{
	const struct start *start = &doc->starts[index];
	const struct start *next = index + 1 < doc->n_starts ? start + 1 : &doc->scan;
	return (struct document_paragraph){
		.byte_off = start->byte_off,
		.n_bytes = next->byte_off - next->end_before - start->byte_off,
		.start_cp = start->start_cp,
		.n_cp = next->start_cp - (next->end_before > 0) - start->start_cp,
		.next_cp = next->start_cp,
		.number = index,
	};
}

static size_t min_size(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Looks for the first strong character in a window of a long paragraph. */
static void search_window(struct document *doc, size_t index, struct bidi_direction *search)
{
	enum { AT_ONCE = 256 };
	struct document_paragraph window = extent(doc, index);
	FriBidiCharType types[AT_ONCE];
	char32_t *cps = document_decode(doc, &window, NULL);
	for (size_t i = 0; cps && i < window.n_cp && search->found == DIR_AUTO; i += AT_ONCE) {
		size_t n = min_size(window.n_cp - i, AT_ONCE);
		bidi_types(cps + i, n, types);
		bidi_find_direction(search, types, n);
	}
	free(cps);
}

/* The direction of a long paragraph, by as many of its windows as it takes: nearly always one. */
static enum text_dir long_direction(struct document *doc, size_t first)
{
	struct long_paragraph *whole = last_long(doc, first);
	while (whole->search.found == DIR_AUTO && whole->n_searched < whole->n) {
		scan_to_end_of(doc, first + whole->n_searched);
		whole = last_long(doc, first);
		search_window(doc, first + whole->n_searched++, &whole->search);
	}
	return whole->search.found;
}

bool document_paragraph(struct document *doc, size_t index, struct document_paragraph *out)
{
	if (!scan_to_end_of(doc, index))
		return false;
	*out = extent(doc, index);
	const struct long_paragraph *whole = last_long(doc, index);
	if (!whole)
		return true;
	size_t further = min_size(index - whole->first, whole->n - 1);
	out->number -= whole->n_further_before + further;
	if (index < whole->first + whole->n) {
		out->continues = index > whole->first;
		out->dir = long_direction(doc, whole->first);
	}
	return true;
}

static size_t start_cp_of(const struct start *start)
{
	return start->start_cp;
}

static size_t byte_off_of(const struct start *start)
{
	return start->byte_off;
}

/*
 * The last paragraph that begins at or before `off`, as `of` counts. Scans further than that, for
 * the paragraph that `off` is in may yet be cut before it.
 */
static size_t paragraph_before(struct document *doc, size_t off,
			       size_t (*of)(const struct start *start))
{
	while (!doc->done && (doc->n_starts == 0 || of(last_start(doc)) <= off))
		scan_some(doc);
	size_t low = 0, high = doc->n_starts;
	while (low + 1 < high) {
		size_t middle = low + (high - low) / 2;
		if (of(&doc->starts[middle]) <= off)
			low = middle;
		else
			high = middle;
	}
	return low;
}

size_t document_paragraph_at(struct document *doc, size_t cp)
{
	return paragraph_before(doc, cp, start_cp_of);
}

bool document_paragraph_at_byte(struct document *doc, size_t byte_off, size_t *index)
{
	*index = paragraph_before(doc, byte_off, byte_off_of);
	return byte_off < doc->scan.byte_off;
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

enum status document_read(struct document *doc, size_t byte_off, char *buf, size_t n,
			  struct fault *f)
{
	return doc->source.read(doc->source.self, byte_off, buf, n, f);
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

struct paragraph *document_lay_out(struct document *doc, const struct document_paragraph *para,
				   const struct paragraph_options *options, struct fault *f)
{
	struct paragraph_options of_whole = *options;
	char32_t *cps = document_decode(doc, para, f);
	if (!cps)
		return NULL;
	if (options->dir == DIR_AUTO)
		of_whole.dir = para->dir;
	struct paragraph *laid_out = paragraph_new(cps, para->n_cp, &of_whole);
	free(cps);
	return laid_out;
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
