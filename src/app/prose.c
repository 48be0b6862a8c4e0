/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/prose.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "base/xalloc.h"

/* Returns how many code points it has. */
static size_t add_paragraph(struct prose *prose, const char *utf8, size_t n, size_t start_cp,
			    const struct paragraph_options *options)
{
	size_t n_cp, n_rows;
	char32_t *cps = utf8_decode(utf8, n, &n_cp);
	struct paragraph *para = paragraph_new(cps, n_cp, options);
	struct row *rows = paragraph_wrap(para, prose->width, &n_rows);
	VEC_PUSH(prose->paras, prose->n_paras, prose->cap_paras, para);
	for (size_t i = 0; i < n_rows; i++) {
		struct prose_row row = {.para = para, .row = rows[i], .start_cp = start_cp};
		VEC_PUSH(prose->rows, prose->n_rows, prose->cap_rows, row);
	}
	free(rows);
	free(cps);
	return n_cp;
}

void prose_init(struct prose *prose, const char *utf8, size_t width,
		const struct paragraph_options *options)
{
	*prose = (struct prose){.width = width < 2 ? 2 : width, .order = options->order};
	for (size_t start_cp = 0;; start_cp++) {
		size_t n = strcspn(utf8, "\n");
		start_cp += add_paragraph(prose, utf8, n, start_cp, options);
		if (!utf8[n])
			return;
		utf8 += n + 1;
	}
}

void prose_release(struct prose *prose)
{
	for (size_t i = 0; i < prose->n_paras; i++)
		paragraph_free(prose->paras[i]);
	free(prose->paras);
	free(prose->rows);
	*prose = (struct prose){.paras = NULL};
}

/* The style of a cell, whose range is of its paragraph. */
static struct style style_of(const struct prose_row *row, const struct cell *cell,
			     struct style style, const struct prose_mark *marks, size_t n_marks)
{
	size_t start_cp = row->start_cp + cell->start_cp, end_cp = row->start_cp + cell->end_cp;
	for (size_t i = 0; i < n_marks; i++) {
		if (marks[i].range.start_cp >= end_cp || marks[i].range.end_cp <= start_cp)
			continue;
		if (marks[i].attrs)
			style.attrs |= marks[i].attrs;
		else
			style = marks[i].style;
	}
	return style;
}

void prose_draw_marked(const struct prose *prose, size_t index, struct frame *frame, size_t row,
		       size_t col, struct style style, const struct prose_mark *marks,
		       size_t n_marks, int zone)
{
	const struct prose_row *at = &prose->rows[index];
	struct placed_cell *placed = xcalloc(at->row.n_cells + 1, sizeof *placed);
	size_t n = row_place(at->para, &at->row, prose->width, placed);
	for (size_t i = 0; i < n; i++)
		frame_cell_put(frame, row, col + placed[i].col, placed[i].cell, placed[i].width,
			       style_of(at, placed[i].cell, style, marks, n_marks), zone, 0);
	free(placed);
}

void prose_draw_row(const struct prose *prose, size_t index, struct frame *frame, size_t row,
		    size_t col, struct style style, int zone)
{
	prose_draw_marked(prose, index, frame, row, col, style, NULL, 0, zone);
}
