/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One line of foreign text in a field of the interface: a title, a tag, a prompt, a path, an error.
 *
 * It goes through the same engine as an article (paragraph.h), so that it is safe, shaped and in
 * visual order, and is isolated from what stands beside it because it is laid out by itself. Line
 * ends and tabs in it are made visible, so that it is always exactly one line.
 */
#ifndef TEXT_LINE_H
#define TEXT_LINE_H

#include "base/str.h"
#include "text/paragraph.h"

struct line {
	struct paragraph *para;
	struct placed_cell *cells; /* from left to right; columns from 0 */
	size_t n_cells;
	size_t columns;            /* at most the width asked for */
	bool rtl;                  /* its base direction: a field may set it flush right */
	bool cut;                  /* did not fit: its logical end was replaced by U+2026 */
};

/*
 * Lays out `n` bytes of UTF-8 in at most `width` columns. `line` is filled; line_release() frees
 * what it holds. `dir` as in paragraph_options; the fallback is left-to-right.
 */
void line_init(struct line *line, const char *utf8, size_t n, size_t width, enum text_dir dir,
	       enum text_order order);
void line_release(struct line *line);

/* Appends what is shown, from left to right, as a terminal gets it (safe_terminal_cell()). */
void line_append(const struct line *line, struct str *out);

/* Columns that `n` bytes of UTF-8 would take on one line. */
size_t line_columns(const char *utf8, size_t n);

#endif
