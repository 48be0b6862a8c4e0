/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The codebook from inside. Only codebook*.c include it.
 */
#ifndef APP_CODEBOOK_INTERNAL_H
#define APP_CODEBOOK_INTERNAL_H

#include "app/codebook.h"
#include "app/list.h"
#include "app/prose.h"
#include "app/theme.h"
#include "model/rows.h"

struct codebook_view {
	struct view view;
	struct tag_list tags;   /* in the order of the tree */
	struct tag_look *looks; /* one for each */
	struct list list;       /* over tags */
	struct area drawn;      /* the rows of the list, as last drawn */
	char *about;            /* the tag at the cursor: its definition, and notes on it; */
	char about_id[ID_SIZE]; /* whose that is, or "" */
	struct prose prose;     /* `about`, as last drawn */
	char *status;
};

/* The codebook where it is the view on top; NULL. */
struct codebook_view *codebook_on_top(struct app *app);

/* The tag at the cursor; NULL where there is none. Borrowed until the next reload. */
const struct tag *codebook_focus(const struct codebook_view *codebook);

/* The same of the codebook on top, for what needs one: where there is none it is said. */
const struct tag *codebook_wanted(struct app *app);

/* Moves the cursor to a tag, by its path, where it is on top. */
void codebook_go_to(struct app *app, const char *path);

void codebook_draw(struct view *view, struct app *app, struct frame *frame, struct area area);

#endif
