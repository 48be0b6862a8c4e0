/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The claim view from inside; only for its files.
 */
#ifndef APP_CLAIM_VIEW_INTERNAL_H
#define APP_CLAIM_VIEW_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>

#include "app/evidence.h"
#include "app/claim-view.h"
#include "app/list.h"
#include "app/prose.h"
#include "app/state.h"
#include "base/str.h"

/* A passage as it is shown, and what it takes of a column of the width it was last set for. */
struct passage {
	const struct mention *mention; /* borrowed from the evidence */
	struct highlight highlight;
	char *note;          /* of all coders that are seen, "" */
	struct prose quote, remark;
	size_t top;          /* its first row, from the column's */
	size_t n_rows;       /* with the blank one after it */
};

/* The passages of one article. */
struct claim_column {
	size_t article;          /* among the evidence's */
	struct passage *passages;
	size_t n, cap;
	struct list list;        /* over passages */
	size_t top;              /* the first row shown */
	size_t width;            /* that its passages are set for; 0: they are not */
	enum text_order order;
};

struct claim_view {
	struct view view;
	char claim[ID_SIZE];
	size_t index;                 /* of the claim in the evidence; its n where it is gone */
	struct evidence evidence;
	struct claim_column *items;   /* articles with passages, by number */
	size_t n_items, cap_items;
	struct list columns;          /* over items */
	struct list none;             /* where there are no passages */
	size_t first, n_shown;        /* columns on the screen, as last drawn */
	struct area drawn;            /* of the columns */
	bool mirrored;
	struct prose statement;
	struct str status;
};

/* The view of a claim where it is on top; NULL. */
struct claim_view *claim_view_on_top(const struct app *app);
/* The column and the passage at the cursor; NULL where there is none. */
struct claim_column *claim_column_at(struct claim_view *view);
struct passage *claim_passage_at(struct claim_view *view);

/* Loads all that is shown; the cursor stays on its passage, where that is still there. */
void claim_view_load(struct claim_view *view, struct app *app);
void claim_view_unload(struct claim_view *view);

void claim_view_draw(struct view *view, struct app *app, struct frame *frame, struct area area);
/* The place of column `i` of those on the screen. */
struct area claim_view_column_area(const struct claim_view *view, struct area area, size_t i);

#endif
