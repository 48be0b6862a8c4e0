/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables as text, row by row (RFC 4180 and what is called CSV besides): a field in quotes may hold
 * the delimiter, line ends and doubled quotes; LF and CR LF end a row; empty rows are passed over.
 *
 * Nothing is held but the row at hand, so that a table may be large.
 */
#ifndef IMPORT_CSV_H
#define IMPORT_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "import/mistake.h"

struct csv {
	const char *p, *end; /* what is left of the text; borrowed */
	char delimiter;
	bool quotes;       /* a quote at the start of a field means something */
	size_t line;       /* of the text, from 1, where the row at hand begins */
	size_t line_ends;  /* behind that, so far */
	struct str text;   /* the cells of the row at hand, a NUL after each */
	size_t *starts;    /* of the cells, in text */
	size_t n, cap;     /* cells of the row */
};

/* A byte order mark is passed over. `text` is UTF-8 without NUL and has to stay. */
void csv_begin(struct csv *csv, const char *text, size_t n, char delimiter, bool quotes);
void csv_release(struct csv *csv);

/*
 * The next row; `*end` where there is none. BAD_ANNOTATIONS and the mistake where a quote is never
 * closed, or something stands behind one.
 */
enum status csv_next(struct csv *csv, bool *end, struct mistake *mistake) MUST_USE;

/* Cell `i` of the row at hand, from 0; "" beyond its last. Borrowed until the next row. */
const char *csv_cell(const struct csv *csv, size_t i);

/* Where a text begins behind a byte order mark. */
size_t text_mark(const char *text, size_t n);

/*
 * What stands between the fields of the header: what follows its first field where that is in
 * quotes, else the first of comma, semicolon, TAB and bar; a comma where there is none.
 */
char csv_delimiter(const char *text, size_t n);

#endif
