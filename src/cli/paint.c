/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/paint.h"

#include <stdlib.h>
#include <string.h>

#include "app/seen.h"
#include "base/str.h"
#include "base/utf8.h"
#include "text/line.h"
#include "text/safe.h"

void paint_init(struct paint *paint, const struct out *out)
{
	*paint = (struct paint){.marks = out->tty, .color = out->color};
}

enum status paint_load(struct paint *paint, const struct project *project, struct fault *f)
{
	struct store *store = project->store;
	if (!paint->marks)
		return STATUS_OK;
	enum status status = store_tag_names(store, &paint->tags, f);
	if (status == STATUS_OK)
		status = store_coding_list(store, NULL, &paint->codings, f);
	KEEP_SEEN(coding, project, &paint->codings);
	lookup_init(&paint->by_highlight, paint->codings.n ? paint->codings.items->highlight : NULL,
		    paint->codings.n, sizeof *paint->codings.items);
	LOOKUP_BY_ID(&paint->tags_by_id, &paint->tags);
	if (status == STATUS_OK)
		paint->looks = theme_tags(&paint->tags, !paint->color);
	return status;
}

void paint_release(struct paint *paint)
{
	lookup_release(&paint->by_highlight);
	lookup_release(&paint->tags_by_id);
	tag_list_release(&paint->tags);
	coding_list_release(&paint->codings);
	free(paint->looks);
}

/* The look of a highlight's first tag, or NULL where it has none. */
static const struct tag_look *look_of(const struct paint *paint, const char *highlight)
{
	const struct lookup *codings = &paint->by_highlight;
	size_t at = lookup_first(codings, highlight), tag;
	if (!lookup_is(codings, at, highlight))
		return NULL;
	const struct coding *first = &paint->codings.items[lookup_row(codings, at)];
	return lookup_one(&paint->tags_by_id, first->tag, &tag) ? &paint->looks[tag] : NULL;
}

/* What lies over one cell. */
struct cover {
	size_t n;
	const char *first; /* the id of the first highlight */
};

static struct cover cover_of(const struct show_pane *pane, size_t start_cp, size_t end_cp)
{
	struct cover cover = {.n = 0};
	for (size_t i = 0; i < pane->highlights.n; i++) {
		const struct highlight *highlight = &pane->highlights.items[i];
		if (highlight->range.start_cp >= end_cp)
			break;
		if (highlight->range.end_cp <= start_cp)
			continue;
		if (!cover.n++)
			cover.first = highlight->id;
	}
	return cover;
}

/* SGR for a cover; "" for none. */
static void append_style(struct str *out, const struct paint *paint, struct cover cover)
{
	str_append_str(out, "\033[0");
	if (cover.n)
		str_append_str(out, ";4");
	if (cover.n > 1)
		str_append_str(out, ";1");
	const struct tag_look *look = cover.n && paint->color ? look_of(paint, cover.first) : NULL;
	if (look && look->style.fg >= 0)
		str_appendf(out, ";38;5;%d", look->style.fg);
	if (look && look->style.bg >= 0)
		str_appendf(out, ";48;5;%d", look->style.bg);
	str_append_char(out, 'm');
}

static void append_spaces(struct str *out, size_t n)
{
	while (n--)
		str_append_char(out, ' ');
}

static void append_cell(struct str *out, const struct placed_cell *placed, bool terminal)
{
	const struct cell *cell = placed->cell;
	if (cell->flags & CELL_TAB) {
		append_spaces(out, placed->width);
		return;
	}
	char32_t glyphs[CELL_GLYPHS];
	if (terminal)
		utf8_append(out, glyphs, safe_terminal_cell(cell->glyph, cell->n_glyphs, glyphs));
	else
		utf8_append(out, cell->glyph, cell->n_glyphs);
}

/* The cells of a row at their columns; returns the columns used. */
static size_t append_row(struct str *out, const struct paint *paint, const struct show_pane *pane,
			 const struct pane_row *row)
{
	size_t col = 0;
	struct cover now = {.n = 0};
	for (size_t i = 0; i < row->n_cells; i++) {
		const struct placed_cell *placed = &row->cells[i];
		struct cover cover = {.n = 0};
		if (paint->marks)
			cover = cover_of(pane, row->start_cp + placed->cell->start_cp,
					 row->start_cp + placed->cell->end_cp);
		append_spaces(out, placed->col > col ? placed->col - col : 0);
		if (cover.n != now.n || cover.first != now.first)
			append_style(out, paint, cover);
		now = cover;
		append_cell(out, placed, paint->marks);
		col = placed->col + placed->width;
	}
	if (now.n)
		append_style(out, paint, (struct cover){.n = 0});
	return col;
}

static void pad(struct str *out, size_t col, size_t columns)
{
	append_spaces(out, columns > col ? columns - col : 0);
}

static void append_title(struct str *out, const struct paint *paint,
			 const struct show_pane *pane, size_t columns)
{
	const char *title = pane->article.title ? pane->article.title : "";
	struct line line;
	line_init(&line, title, strlen(title), columns, pane->article.dir, pane->order);
	size_t left = line.rtl && line.columns < columns ? columns - line.columns : 0;
	append_spaces(out, left);
	for (size_t i = 0; i < line.n_cells; i++)
		append_cell(out, &line.cells[i], paint->marks);
	pad(out, left + line.columns, columns);
	line_release(&line);
}

static void end_row(struct out *out, struct str *row)
{
	out_row_start(out);
	str_append_char(row, '\n');
	out_raw(out, row->p, row->len);
	str_clear(row);
}

static void print_titles(const struct paint *paint, struct out *out,
			 const struct show_pane *panes, size_t n, size_t columns)
{
	struct str row = STR_EMPTY;
	for (size_t i = 0; i < n; i++) {
		str_append_str(&row, i ? PANE_SEPARATOR : "");
		append_title(&row, paint, &panes[i], columns);
	}
	end_row(out, &row);
	for (size_t i = 0; i < n; i++) {
		str_append_str(&row, i ? "\u2500\u253C\u2500" : "");
		for (size_t col = 0; col < columns; col++)
			str_append_str(&row, "\u2500");
	}
	end_row(out, &row);
	str_release(&row);
}

/* One line of all panes; `*any` is false where none of them has a row left. */
static enum status append_line(struct str *line, const struct paint *paint, struct show_pane *panes,
			       size_t n, bool *any, struct fault *f)
{
	*any = false;
	for (size_t i = 0; i < n; i++) {
		struct pane_row row;
		bool more;
		enum status status = show_pane_next(&panes[i], &row, &more, f);
		if (status != STATUS_OK)
			return status;
		*any |= more;
		str_append_str(line, i ? PANE_SEPARATOR : "");
		pad(line, more ? append_row(line, paint, &panes[i], &row) : 0, panes[i].columns);
	}
	return STATUS_OK;
}

enum status paint_rows(const struct paint *paint, struct out *out, struct show_pane *panes,
		       size_t n, size_t columns, struct fault *f)
{
	struct str line = STR_EMPTY;
	enum status status;
	bool any;
	for (size_t i = 0; i < n; i++)
		panes[i].columns = columns;
	while ((status = append_line(&line, paint, panes, n, &any, f)) == STATUS_OK && any &&
	       !out->error)
		end_row(out, &line);
	str_release(&line);
	return status;
}

enum status paint_block(const struct paint *paint, struct out *out, struct show_pane *panes,
			size_t n, size_t columns, struct fault *f)
{
	print_titles(paint, out, panes, n, columns);
	return paint_rows(paint, out, panes, n, columns, f);
}

enum status paint_body(const struct paint *paint, struct out *out, struct show_pane *pane,
		       size_t columns, struct fault *f)
{
	struct str line = STR_EMPTY;
	struct pane_row row;
	enum status status;
	bool more;
	pane->columns = columns < 2 ? 2 : columns;
	while ((status = show_pane_next(pane, &row, &more, f)) == STATUS_OK && more &&
	       !out->error) {
		append_row(&line, paint, pane, &row);
		end_row(out, &line);
	}
	str_release(&line);
	return status;
}
