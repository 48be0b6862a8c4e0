/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/panes.h"

#include <stdlib.h>

#include "base/vec.h"
#include "model/dir.h"

size_t panes_columns(size_t width, size_t n)
{
	size_t separators = PANE_SEPARATOR_COLUMNS * (n - 1);
	size_t columns = width > separators ? (width - separators) / n : 0;
	return columns < 2 ? 2 : columns;
}

size_t panes_per_row(size_t width, size_t n)
{
	while (n > 1 && panes_columns(width, n) < PANE_LEAST_COLUMNS)
		n--;
	return n;
}

static void drop_paragraph(struct show_pane *pane)
{
	if (pane->para)
		paragraph_free(pane->para);
	free(pane->rows);
	pane->para = NULL;
	pane->rows = NULL;
}

void show_pane_release(struct show_pane *pane)
{
	drop_paragraph(pane);
	free(pane->cells);
	article_release(&pane->article);
	highlight_list_release(&pane->highlights);
	if (pane->doc)
		document_free(pane->doc);
	*pane = (struct show_pane){.doc = NULL};
}

/* Lays out the paragraph at `pane->index`; `*more` is false where there is none. */
static enum status lay_out(struct show_pane *pane, bool *more, struct fault *f)
{
	struct document_paragraph where;
	*more = document_paragraph(pane->doc, pane->index, &where);
	if (!*more)
		return STATUS_OK;
	struct paragraph_options options = {.dir = pane->article.dir,
					    .fallback = dir_of_language(pane->article.lang),
					    .order = pane->order};
	pane->para = document_lay_out(pane->doc, &where, &options, f);
	if (!pane->para)
		return f && f->status != STATUS_OK ? f->status : STATUS_IO;
	pane->rows = paragraph_wrap(pane->para, pane->columns, &pane->n_rows);
	pane->next_row = 0;
	pane->number = where.number;
	pane->start_cp = where.start_cp;
	return STATUS_OK;
}

enum status show_pane_next(struct show_pane *pane, struct pane_row *out, bool *more,
			   struct fault *f)
{
	*more = true;
	if (pane->para && pane->next_row == pane->n_rows) {
		drop_paragraph(pane);
		pane->index++;
	}
	if (!pane->para) {
		enum status status = lay_out(pane, more, f);
		if (status != STATUS_OK || !*more)
			return status;
	}
	const struct row *row = &pane->rows[pane->next_row++];
	pane->cells = vec_reserve(pane->cells, &pane->cap_cells, row->n_cells, sizeof *pane->cells);
	*out = (struct pane_row){
		.paragraph = pane->number, .start_cp = pane->start_cp, .row = row,
		.rtl = paragraph_is_rtl(pane->para), .cells = pane->cells};
	out->n_cells = row_place(pane->para, row, pane->columns, pane->cells);
	return STATUS_OK;
}
