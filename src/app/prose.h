/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text of one or more paragraphs set in rows of a width: a quote, a note, a statement beside
 * others. Each paragraph has its own direction, as in an article.
 */
#ifndef APP_PROSE_H
#define APP_PROSE_H

#include "app/frame.h"
#include "text/paragraph.h"

struct prose_row {
	const struct paragraph *para; /* borrowed from the prose */
	struct row row;
};

struct prose {
	struct paragraph **paras;
	size_t n_paras, cap_paras;
	struct prose_row *rows;
	size_t n_rows, cap_rows;
	size_t width;
	enum text_order order;
};

/* Sets `utf8` in rows of `width` columns (at least 2). Zeroed is a valid empty one. */
void prose_init(struct prose *prose, const char *utf8, size_t width,
		const struct paragraph_options *options);
void prose_release(struct prose *prose);

/* Draws one row (of those there are) with its left edge at `col`. */
void prose_draw_row(const struct prose *prose, size_t index, struct frame *frame, size_t row,
		    size_t col, struct style style, int zone);

#endif
