/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/prose.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "base/xalloc.h"

static void add_paragraph(struct prose *prose, const char *utf8, size_t n,
			  const struct paragraph_options *options)
{
	size_t n_cp, n_rows;
	char32_t *cps = utf8_decode(utf8, n, &n_cp);
	struct paragraph *para = paragraph_new(cps, n_cp, options);
	struct row *rows = paragraph_wrap(para, prose->width, &n_rows);
	VEC_PUSH(prose->paras, prose->n_paras, prose->cap_paras, para);
	for (size_t i = 0; i < n_rows; i++) {
		struct prose_row row = {.para = para, .row = rows[i]};
		VEC_PUSH(prose->rows, prose->n_rows, prose->cap_rows, row);
	}
	free(rows);
	free(cps);
}

void prose_init(struct prose *prose, const char *utf8, size_t width,
		const struct paragraph_options *options)
{
	*prose = (struct prose){.width = width < 2 ? 2 : width, .order = options->order};
	for (;;) {
		size_t n = strcspn(utf8, "\n");
		add_paragraph(prose, utf8, n, options);
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

void prose_draw_row(const struct prose *prose, size_t index, struct frame *frame, size_t row,
		    size_t col, struct style style, int zone)
{
	const struct prose_row *at = &prose->rows[index];
	struct placed_cell *placed = xcalloc(at->row.n_cells + 1, sizeof *placed);
	size_t n = row_place(at->para, &at->row, prose->width, placed);
	for (size_t i = 0; i < n; i++)
		frame_cell_put(frame, row, col + placed[i].col, placed[i].cell, placed[i].width,
			       style, zone, 0);
	free(placed);
}
