/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The laid-out paragraphs of one document, as many as the screen needs and not many more.
 *
 * A paragraph is laid out when it is first looked at and forgotten when others need its room, so
 * what a key costs depends on the screen and not on the text. A new width wraps the paragraphs
 * again that are looked at; only other options lay them out again.
 */
#ifndef APP_LAYOUT_H
#define APP_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "text/document.h"
#include "text/paragraph.h"

struct layout {
	size_t index;                 /* the paragraph's, in the document */
	struct document_paragraph at; /* where it stands */
	struct paragraph *para;       /* NULL: an unused slot */
	struct row *rows;
	struct placed_cell *placed;   /* of rows that were placed: i's from rows[i].first_cell on */
	bool *is_placed;              /* for each row; NULL as long as none was */
	size_t n_rows; /* at least 1 */
	size_t width;  /* that the rows were wrapped to */
	size_t used;   /* when it was last asked for */
};

/* Paragraph i has slot i % LAYOUT_SLOTS: more than a screen has rows. */
enum { LAYOUT_SLOTS = 512 };

struct layout_cache {
	struct document *doc; /* borrowed */
	struct paragraph_options options;
	size_t width; /* columns, at least 2 */
	size_t clock;
	size_t n_cells, n_cells_max; /* kept, and to be kept; a long paragraph counts for less */
	size_t n_huge; /* kept that are as long as a window may be, or nearly */
	struct layout slots[LAYOUT_SLOTS];
};

void layout_cache_init(struct layout_cache *cache, struct document *doc);
void layout_cache_release(struct layout_cache *cache);

/* Whether layout_cache_set() with these would leave each row where it is. */
bool layout_cache_is(const struct layout_cache *cache, size_t width,
		     const struct paragraph_options *options);
/*
 * Sets the width (columns; less than 2 counts as 2), the options, and the rows of the screen. True
 * when rows fall elsewhere than before.
 */
bool layout_cache_set(struct layout_cache *cache, size_t width, size_t n_rows,
		      const struct paragraph_options *options);

/* Another document of the same text; nothing that was laid out is lost. */
void layout_cache_move(struct layout_cache *cache, struct document *doc);

/*
 * Paragraph `index` at the present width; NULL when there is none. Borrowed until the next call.
 * One that cannot be read (a file that was cut short) is shown as U+FFFD.
 */
const struct layout *layout_get(struct layout_cache *cache, size_t index);

/* Which row of a paragraph holds code point `cp` of the document; the last one for its line end. */
size_t layout_row_of(const struct layout *layout, size_t cp);

/* A row of a document. */
struct place {
	size_t para, row;
};

/* -1, 0 or 1. */
int place_compare(struct place a, struct place b);

/*
 * Moves `*place` by at most `n` rows, down or (below 0) up, to a row that exists; how many it
 * moved.
 */
size_t place_step(struct layout_cache *cache, struct place *place, ptrdiff_t n);

/*
 * The cells of a row that exists from left to right, in *out, borrowed until the next call; they
 * are placed once and kept as long as the layout. Returns how many.
 */
size_t place_cells(struct layout_cache *cache, struct place place, const struct placed_cell **out);

/* The row that shows code point `cp`; {0, 0} in an empty document. */
struct place place_of(struct layout_cache *cache, size_t cp);

#endif
