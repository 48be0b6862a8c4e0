/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sanitizer: no control and nothing hidden gets out, whatever goes in; neither of bytes made safe for standard output,
 * nor of a frame, whose cells go to curses as they are. The last byte chooses a width.
 */
#include <stdlib.h>
#include <wchar.h>

#include "app/frame.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "fuzz.h"
#include "text/line.h"
#include "text/safe.h"

enum { MAX_WIDTH = 90 };

static const char *check_emitted(char32_t cp)
{
	if (cp < 0x20 || (cp >= 0x7F && cp < 0xA0))
		return "a control gets out";
	if (safe_is_hidden(cp) || wcwidth((wchar_t)cp) < 0)
		return "a hidden character, or one without a width, gets out";
	return NULL;
}

static const char *check_output(const char *bytes, size_t n, bool keep_lines)
{
	const char *wrong = NULL;
	for (size_t i = 0; i < n && !wrong;) {
		char32_t cp;
		i += utf8_next(bytes + i, n - i, &cp);
		if (!keep_lines || (cp != '\n' && cp != '\t'))
			wrong = check_emitted(cp);
	}
	return wrong || utf8_check(bytes, n, NULL) ? wrong : "ill-formed bytes get out";
}

static const char *check_line(const char *bytes, size_t n, size_t width, enum text_order order)
{
	struct line line;
	line_init(&line, bytes, n, width, DIR_AUTO, order);
	size_t col = 0;
	const char *wrong = line.columns > width ? "a line is too wide" : NULL;
	for (size_t i = 0; i < line.n_cells && !wrong; i++) {
		const struct cell *cell = line.cells[i].cell;
		if (line.cells[i].col != col)
			wrong = "a line's cells do not stand side by side";
		for (size_t g = 0; g < cell->n_glyphs && !wrong; g++)
			wrong = check_emitted(cell->glyph[g]);
		col += line.cells[i].width;
	}
	if (!wrong && col != line.columns)
		wrong = "a line is not as wide as its cells";
	line_release(&line);
	return wrong;
}

/* Each column is a cell of one, or a wide cell and its right half; what lies around the text stays as it was. */
static const char *check_frame_cells(struct frame *frame, size_t from, size_t end)
{
	const char *wrong = NULL;
	for (size_t col = 0; col < frame->n_cols && !wrong; col++) {
		const struct frame_cell *cell = frame_at(frame, 0, col);
		bool ours = col >= from && col < end;
		int columns = 0;
		for (size_t g = 0; g < cell->n_glyphs && !wrong; g++) {
			wrong = check_emitted(cell->glyph[g]);
			columns += wcwidth((wchar_t)cell->glyph[g]);
		}
		if (!wrong && columns != cell->width)
			wrong = "a cell of a frame has another width than its glyphs";
		if (!wrong && cell->width == 2 && (col + 1 == frame->n_cols || cell[1].width != 0))
			wrong = "a wide cell has no right half";
		if (!wrong && !ours && (cell->n_glyphs != 1 || cell->glyph[0] != '#'))
			wrong = "a cell beside the text changed";
	}
	return wrong;
}

static const char *check_frame(const char *text, size_t width)
{
	const struct style plain = {.fg = -1, .bg = -1};
	struct frame frame;
	frame_init(&frame, 1, width + 4);
	for (size_t col = 0; col < width + 4; col++)
		frame_glyph(&frame, 0, col, '#', plain, ZONE_NONE);
	const char *wrong = NULL;
	if (frame_text(&frame, 0, 2, width, text, plain, ZONE_NONE, ALIGN_START) > width)
		wrong = "a text takes more columns than it has";
	if (!wrong)
		wrong = check_frame_cells(&frame, 2, width + 2);
	frame_release(&frame);
	return wrong;
}

const char *fuzz_safe(const uint8_t *bytes, size_t n)
{
	const char *wrong = NULL;
	size_t width = n > 0 ? bytes[n - 1] % MAX_WIDTH : 0;
	for (int keep_lines = 0; keep_lines < 2 && !wrong; keep_lines++) {
		struct str out = STR_EMPTY;
		safe_append(&out, (const char *)bytes, n, keep_lines);
		wrong = check_output(str_cstr(&out), out.len, keep_lines);
		str_release(&out);
	}
	if (!wrong)
		wrong = check_line((const char *)bytes, n, width, ORDER_VISUAL);
	if (!wrong)
		wrong = check_line((const char *)bytes, n, width, ORDER_LOGICAL);
	char *text = xstrndup((const char *)bytes, n);
	if (!wrong)
		wrong = check_frame(text, width);
	free(text);
	return wrong;
}
