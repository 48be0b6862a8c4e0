/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Articles beside each other on paper, so to speak: rows of visual cells, one pane after the other.
 *
 * A pane knows one paragraph at a time, so a long article costs no more memory than a short one.
 * The rows are those that the reader shows at the same width.
 */
#ifndef CLI_PANES_H
#define CLI_PANES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "model/rows.h"
#include "text/document.h"
#include "text/paragraph.h"

/*
 * What stands between two panes, three columns; and the least that a pane may have beside another.
 */
#define PANE_SEPARATOR " \u2502 "
enum { PANE_SEPARATOR_COLUMNS = 3, PANE_LEAST_COLUMNS = 24 };

/*
 * Columns of each of `n` panes in a row `width` columns wide; at least 2, which paragraph_wrap()
 * needs.
 */
size_t panes_columns(size_t width, size_t n);

/* How many panes stand in one row `width` columns wide, of `n` that are wanted: at least 1. */
size_t panes_per_row(size_t width, size_t n);

/* One article being printed. */
struct show_pane {
	struct article article;           /* title and dir count; the rest may be empty */
	struct document *doc;
	struct highlight_list highlights; /* by start */
	enum text_order order;
	size_t columns;
	/* The paragraph under way. */
	size_t index;    /* in the document; the next one is this, plus 1 where `para` is there */
	size_t number;   /* of the paragraph, from 0: its windows share it */
	size_t start_cp; /* in the stream */
	struct paragraph *para;
	struct row *rows;
	size_t n_rows, next_row;
	struct placed_cell *cells;
	size_t cap_cells;
};

/* Frees all that the pane holds. */
void show_pane_release(struct show_pane *pane);

/* A row of a pane; its parts are borrowed until the next call. */
struct pane_row {
	size_t paragraph; /* from 0 */
	size_t start_cp;  /* of the paragraph, in the stream: cells and rows count from here */
	const struct row *row;
	bool rtl;
	const struct placed_cell *cells;
	size_t n_cells;
};

/* The next row in `*out`; `*more` is false at the end of the article. */
enum status show_pane_next(struct show_pane *pane, struct pane_row *out, bool *more,
			   struct fault *f) MUST_USE;

#endif
