/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The grid from inside: what it is made of; only for the files of the grid.
 */
#ifndef APP_GRID_INTERNAL_H
#define APP_GRID_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>

#include "app/evidence.h"
#include "app/grid.h"
#include "app/list.h"
#include "app/picker-filter.h"
#include "app/state.h"
#include "base/str.h"

/* Where things stand on the screen, as last drawn. */
struct grid_shape {
	struct area rows;      /* of the claims that are shown, without heads and foot */
	size_t n_claim_cols;   /* of the column of claims */
	size_t n_cell_cols;    /* of each cell, with the gap after it */
	size_t n_columns;      /* articles shown, */
	size_t first;          /* from this one on */
	bool mirrored;         /* the claims stand at the right */
	bool named;            /* cells have room for the word of any stance */
};

struct grid {
	struct view view;
	struct evidence evidence;
	int64_t changes;             /* store_changes() when it was loaded; -1: never */
	struct picker_filter filter; /* over the claims */
	char *needle;                /* what the claims shown match; "" */
	size_t *shown;               /* claims that match, by number */
	struct list claims;          /* over `shown` */
	struct list columns;         /* the column of claims, then the articles */
	struct grid_shape shape;
	struct str status;
};

/* The claim and article at the cursor: their indexes; the list's n where there is none. */
size_t grid_claim_at(const struct grid *grid);
size_t grid_article_at(const struct grid *grid);

/* What is shown matches `needle` from here on. */
void grid_narrow(struct grid *grid, const char *needle);

void grid_draw(struct view *view, struct app *app, struct frame *frame, struct area area);
/* The place of column `i` (0: the claims) in `row`. */
struct area grid_column_area(const struct grid *grid, struct area row, size_t i);

/* The cell at the cursor, or the claim, in words; the caller's. */
char *grid_words(const struct grid *grid, const struct project *project, bool mono);

#endif
