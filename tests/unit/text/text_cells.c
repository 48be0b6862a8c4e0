/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * text_cells FILE FIRST LAST: what the engine makes of each paragraph at each width, for oracle.py,
 * as JSON lines: [paragraph, width, rtl, [[start, end, columns, [[start, end, [glyph...], column,
 * width]...]]...]]
 */
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "text/document.h"
#include "text/paragraph.h"

static void print_cell(const struct placed_cell *placed)
{
	const struct cell *cell = placed->cell;
	printf("[%u,%u,[", cell->start_cp, cell->end_cp);
	for (size_t g = 0; g < cell->n_glyphs; g++)
		printf("%s%u", g ? "," : "", (unsigned)cell->glyph[g]);
	printf("],%u,%u]", placed->col, placed->width);
}

static void print_row(const struct paragraph *para, const struct row *row, size_t width)
{
	struct placed_cell *placed = xcalloc(row->n_cells, sizeof *placed);
	size_t n = row_place(para, row, width, placed);
	printf("[%u,%u,%u,[", row->start_cp, row->end_cp, row->columns);
	for (size_t i = 0; i < n; i++) {
		fputs(i ? "," : "", stdout);
		print_cell(&placed[i]);
	}
	fputs("]]", stdout);
	free(placed);
}

static void print_wrapped(const struct paragraph *para, size_t index, size_t width)
{
	size_t n_rows;
	struct row *rows = paragraph_wrap(para, width, &n_rows);
	printf("[%zu,%zu,%d,[", index, width, paragraph_is_rtl(para));
	for (size_t r = 0; r < n_rows; r++) {
		fputs(r ? "," : "", stdout);
		print_row(para, &rows[r], width);
	}
	puts("]]");
	free(rows);
}

int main(int argc, char **argv)
{
	struct text_source source;
	struct document_paragraph where;
	struct paragraph_options options = {.dir = DIR_AUTO, .fallback = DIR_LTR};
	setlocale(LC_ALL, "C.UTF-8");
	if (argc != 4 || text_source_file(open(argv[1], O_RDONLY), &source, NULL) != STATUS_OK)
		return 2;
	struct document *doc = document_new(source);
	for (size_t i = 0; document_paragraph(doc, i, &where); i++) {
		char32_t *cps = document_decode(doc, &where, NULL);
		struct paragraph *para = paragraph_new(cps, where.n_cp, &options);
		for (size_t width = strtoul(argv[2], NULL, 10); width <= strtoul(argv[3], NULL, 10);
		     width++)
			print_wrapped(para, i, width);
		paragraph_free(para);
		free(cps);
	}
	document_free(doc);
	return fflush(stdout) != 0;
}
