/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A frame as text, for tests and golden files: small enough to read in a diff, strict enough to
 * catch a wrong cell.
 */
#include "app/frame.h"

#include "base/utf8.h"

enum { MAX_STYLES = 26 };

/* Styles get their letters in the order in which they appear. */
struct legend {
	struct style styles[MAX_STYLES];
	size_t n;
};

static bool style_equal(struct style a, struct style b)
{
	return a.fg == b.fg && a.bg == b.bg && a.attrs == b.attrs;
}

static char style_letter(struct legend *legend, struct style style)
{
	if (style_equal(style, (struct style){.fg = -1, .bg = -1, .attrs = 0}))
		return '.';
	size_t i = 0;
	while (i < legend->n && !style_equal(legend->styles[i], style))
		i++;
	if (i == MAX_STYLES)
		return '*';
	if (i == legend->n)
		legend->styles[legend->n++] = style;
	return (char)('a' + i);
}

static void append_code_point(struct str *out, char32_t cp)
{
	char bytes[4];
	str_append(out, bytes, utf8_encode(cp, bytes));
}

/* White space at a row's end is not printed. */
static void append_glyphs(const struct frame_cell *cells, size_t n_cols, struct str *out)
{
	size_t solid = out->len;
	for (size_t col = 0; col < n_cols; col++) {
		for (size_t i = 0; i < cells[col].n_glyphs; i++)
			append_code_point(out, cells[col].glyph[i]);
		if (cells[col].n_glyphs > 0 && cells[col].glyph[0] != ' ')
			solid = out->len;
	}
	str_truncate(out, solid);
	str_append_char(out, '\n');
}

static void append_style_letters(const struct frame_cell *cells, size_t n_cols,
				 struct legend *legend, struct str *out)
{
	for (size_t col = 0; col < n_cols; col++)
		str_append_char(out, style_letter(legend, cells[col].style));
	str_append_char(out, '\n');
}

static void append_legend(const struct legend *legend, struct str *out)
{
	static const char *const attr_names[] = {"bold", "underline", "reverse", "dim", "italic"};
	for (size_t i = 0; i < legend->n; i++) {
		struct style style = legend->styles[i];
		str_appendf(out, "%c fg %d bg %d", (char)('a' + i), style.fg, style.bg);
		for (size_t bit = 0; bit < sizeof attr_names / sizeof *attr_names; bit++)
			if (style.attrs & (1 << bit))
				str_appendf(out, " %s", attr_names[bit]);
		str_append_char(out, '\n');
	}
}

void frame_dump(const struct frame *frame, bool styles, struct str *out)
{
	struct legend legend = {.n = 0};
	for (size_t row = 0; row < frame->n_rows; row++) {
		const struct frame_cell *cells = frame->cells + row * frame->n_cols;
		append_glyphs(cells, frame->n_cols, out);
		if (styles)
			append_style_letters(cells, frame->n_cols, &legend, out);
	}
	append_legend(&legend, out);
	if (frame->cursor_shown)
		str_appendf(out, "cursor %zu,%zu\n", frame->cursor_row, frame->cursor_col);
}
