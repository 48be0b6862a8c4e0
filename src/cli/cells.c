/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cells.h"

#include "base/json.h"
#include "base/utf8.h"

static void append_cell(struct str *json, const struct placed_cell *placed, size_t start_cp)
{
	const struct cell *cell = placed->cell;
	struct str glyphs = STR_EMPTY;
	utf8_append(&glyphs, cell->glyph, cell->n_glyphs);
	json_open(json, '{');
	json_name(json, "glyphs");
	json_text(json, str_cstr(&glyphs), glyphs.len);
	json_name(json, "range");
	json_open(json, '[');
	json_number(json, (int64_t)(start_cp + cell->start_cp));
	json_number(json, (int64_t)(start_cp + cell->end_cp));
	json_close(json, ']');
	json_number_member(json, "width", placed->width);
	json_number_member(json, "col", placed->col);
	json_close(json, '}');
	str_release(&glyphs);
}

static void append_row(struct str *json, const struct pane_row *row, size_t number)
{
	json_open(json, '{');
	json_number_member(json, "pane", (int64_t)number);
	json_number_member(json, "paragraph", (int64_t)row->paragraph + 1);
	json_text_member(json, "base", row->rtl ? "R" : "L");
	json_number_member(json, "start", (int64_t)(row->start_cp + row->row->start_cp));
	json_number_member(json, "end", (int64_t)(row->start_cp + row->row->end_cp));
	json_name(json, "cells");
	json_open(json, '[');
	for (size_t i = 0; i < row->n_cells; i++)
		append_cell(json, &row->cells[i], row->start_cp);
	json_close(json, ']');
	json_close(json, '}');
	str_append_char(json, '\n');
}

enum status cells_print(struct out *out, struct show_pane *pane, size_t number, struct fault *f)
{
	struct str json = STR_EMPTY;
	struct pane_row row;
	bool more;
	enum status status;
	while ((status = show_pane_next(pane, &row, &more, f)) == STATUS_OK && more) {
		str_clear(&json);
		append_row(&json, &row, number);
		out_data(out, json.p, json.len);
	}
	str_release(&json);
	return status;
}
