/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The library's looks, and what it is made of; only for library.c and library-draw.c.
 */
#ifndef APP_LIBRARY_DRAW_H
#define APP_LIBRARY_DRAW_H

#include "app/library.h"
#include "app/list.h"
#include "model/lineage.h"

enum { LIBRARY_MARK_COLUMNS = 2 }; /* the first columns take clicks that mark */

struct library {
	struct view view;
	struct article_list articles;
	struct lineage *lineages; /* of each article */
	bool has_outlets, has_dates, has_versions; /* of any article: else no column of them */
	struct list list;        /* over articles */
	char **marks; /* ids of marked articles, in the order in which they were marked */
	size_t n_marks, cap_marks;
	char *status;            /* as last asked for */
};

/* The place of `id` among the marks; n_marks where it is not one. */
size_t library_mark_of(const struct library *library, const char *id);

void library_draw(struct view *view, struct app *app, struct frame *frame, struct area area);

#endif
