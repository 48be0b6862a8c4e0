/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A document is the text of one article: a stream of code points cut into paragraphs.
 *
 * The bytes stay where they are (memory, a file, a blob in the project) behind a `text_source`;
 * the document keeps only where each paragraph starts, and learns that lazily, so that a text of
 * 100 MB opens as fast as a small one.
 *
 * The stream is the same from a file and from a project, and every offset in the program counts it:
 * UTF-8, a byte order mark at the start dropped, CR LF and CR each one LF, nothing else changed. A
 * line end stands only between paragraphs, so it is the only place where bytes and stream differ in
 * length.
 *
 * A paragraph of more than 64 K code points comes in windows (window.h), which are laid out one by
 * one: where this speaks of paragraphs by index, each window counts as one.
 *
 * Paragraphs end at LF, CR LF, CR, NEL, U+2029 (UAX #9 P1) and after U+001C..U+001E (class B, which
 * are visible and stay in the paragraph that they end). U+2028 does not end one.
 */
#ifndef TEXT_DOCUMENT_H
#define TEXT_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

#include "base/fault.h"
#include "base/str.h"
#include "text/paragraph.h"

/* A half-open range of code points of a document's stream, in logical order. */
struct cp_range {
	size_t start_cp;
	size_t end_cp;
};

/* Whether two ranges have a code point in common. */
static inline bool cp_ranges_overlap(struct cp_range a, struct cp_range b)
{
	return a.start_cp < b.end_cp && b.start_cp < a.end_cp;
}

/*
 * Where bytes come from. `read` fills `buf` with exactly `n` bytes from `byte_off` (the document
 * never asks beyond `size`) or fails; `close` frees `self` (may be NULL).
 */
struct text_source {
	void *self;
	size_t size; /* bytes */
	enum status (*read)(void *self, size_t byte_off, char *buf, size_t n, struct fault *f);
	void (*close)(void *self);
};

/* A source over `n` bytes that the source takes over (they are freed with free()). */
struct text_source text_source_memory(char *bytes, size_t n);

/* A source over an open regular file, read with pread; takes over `fd`. */
enum status text_source_file(int fd, struct text_source *out, struct fault *f);

/* A paragraph, or a window of one. */
struct document_paragraph {
	size_t byte_off;   /* in the source */
	size_t n_bytes;    /* without its line end */
	size_t start_cp;   /* in the stream */
	size_t n_cp;       /* without its line end */
	size_t next_cp;    /* where the next one begins: behind the line end, if there is one */
	size_t number;     /* from 0; all windows of a paragraph have the same */
	bool continues;    /* goes on with the window before: no line end between */
	enum text_dir dir; /* of a window: its paragraph's first strong character; else DIR_AUTO */
};

struct document;

/* Takes over `source` (copied; closed by document_free). Reads nothing yet. */
struct document *document_new(struct text_source source);
void document_free(struct document *doc);

/*
 * Paragraph `index` in `*out`; false when there is none. Scans as far as needed. A text that ends
 * in a line end has no empty paragraph after it; an empty text has none at all.
 */
bool document_paragraph(struct document *doc, size_t index, struct document_paragraph *out);

/*
 * Index of the paragraph that holds code point `cp` (the last one, where `cp` is beyond the end).
 * Scans to that paragraph's end.
 */
size_t document_paragraph_at(struct document *doc, size_t cp);

/*
 * The same by a byte of the source, which may be in the line end of that paragraph; false where the
 * text ends before, or cannot be read so far.
 */
bool document_paragraph_at_byte(struct document *doc, size_t byte_off, size_t *index);

/* Scans at most `max_bytes` more; true when the end has been reached. For idle time. */
bool document_scan(struct document *doc, size_t max_bytes);

/* Code points known so far; exact once document_scan() has returned true. */
size_t document_known_cp(const struct document *doc);

/* The source's size and how much of it has been scanned, in bytes: for positions in per cent. */
size_t document_bytes(const struct document *doc);
size_t document_scanned_bytes(const struct document *doc);

/* The source's own `n` bytes from `byte_off`; not beyond document_bytes(). */
enum status document_read(struct document *doc, size_t byte_off, char *buf, size_t n,
			  struct fault *f) MUST_USE;

/* The code points of a paragraph, the caller's to free; NULL and a fault where the source fails. */
char32_t *document_decode(struct document *doc, const struct document_paragraph *para,
			  struct fault *f);

/* Lays out a paragraph, a window as its paragraph's direction says; NULL as document_decode(). */
struct paragraph *document_lay_out(struct document *doc, const struct document_paragraph *para,
				   const struct paragraph_options *options, struct fault *f);

/* Appends the stream's code points [start,end) as UTF-8 to `out`; clipped at the end. */
enum status document_extract(struct document *doc, struct cp_range range, struct str *out,
			     struct fault *f) MUST_USE;

#endif
