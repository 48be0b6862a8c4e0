/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text of one or more paragraphs set in rows of a width: a quote, a note, a statement beside
 * others. Each paragraph has its own direction, as in an article.
 */
#ifndef APP_PROSE_H
#define APP_PROSE_H

#include "app/frame.h"
#include "text/document.h"
#include "text/paragraph.h"

struct prose_row {
	const struct paragraph *para; /* borrowed from the prose */
	struct row row;
	size_t start_cp; /* of the paragraph, in the whole text */
};

/* How a part of the text differs from the rest: later marks are over earlier ones. */
struct prose_mark {
	struct cp_range range; /* of the whole text, a line end counting one */
	struct style style;    /* instead of the row's, but where `attrs` is set */
	uint16_t attrs;        /* enum style_attr: these added to what is there */
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

/* Draws one row with its left edge at `col`, parts of it as `marks` say. */
void prose_draw_marked(const struct prose *prose, size_t index, struct frame *frame, size_t row,
		       size_t col, struct style style, const struct prose_mark *marks,
		       size_t n_marks, int zone);

/* Draws one row (of those there are) with its left edge at `col`. */
void prose_draw_row(const struct prose *prose, size_t index, struct frame *frame, size_t row,
		    size_t col, struct style style, int zone);

#endif
