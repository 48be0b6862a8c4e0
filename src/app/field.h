/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text being typed: one line (prompts, filters, forms) or many (notes). Each paragraph has its
 * own direction.
 *
 * The cursor is a place between code points, always at a grapheme boundary; Left and Right move it
 * visually, as they do in the reader. Text is kept logically; drawing goes through text/paragraph
 * like everything else.
 */
#ifndef APP_FIELD_H
#define APP_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

#include "app/frame.h"
#include "app/view.h"

struct field {
	char32_t *cps;
	size_t n_cps, cap;
	size_t cursor_cp;
	size_t top_cp;          /* of many lines: where the first row shown begins, */
	size_t left_col;        /* of one: the first column shown, when last drawn */
	enum text_order order;  /* as last drawn */
	bool many_lines;
};

void field_init(struct field *field, const char *utf8, bool many_lines);
void field_release(struct field *field);
void field_set(struct field *field, const char *utf8);
/* The text as UTF-8, the caller's. */
char *field_text(const struct field *field);
bool field_is_empty(const struct field *field);

/*
 * Puts text in before the cursor. CR LF, CR and the line ends of Unicode are LF; in a field of one
 * line, line ends and tabs are spaces, and what would make it longer than FIELD_LINE_MAX is left
 * out. Other controls are dropped.
 */
enum { FIELD_LINE_MAX = 16384 }; /* code points */
void field_insert(struct field *field, const char *utf8, size_t n);

enum field_move {
	FIELD_LEFT, FIELD_RIGHT,             /* visual */
	FIELD_UP, FIELD_DOWN,                /* rows, as last drawn `columns` wide */
	FIELD_WORD_NEXT, FIELD_WORD_PREVIOUS, /* logical */
	FIELD_LINE_START, FIELD_LINE_END,    /* logical, of the paragraph */
	FIELD_TEXT_START, FIELD_TEXT_END,
};
void field_move(struct field *field, enum field_move move, size_t columns);

enum field_delete {
	FIELD_BACKSPACE,
	FIELD_DELETE,
	FIELD_DELETE_WORD,
	FIELD_DELETE_TO_START,
	FIELD_DELETE_ALL
};
void field_delete(struct field *field, enum field_delete what);

/* Rows that a field with many lines takes at `columns`, counted up to `limit`. */
size_t field_rows(const struct field *field, size_t columns, size_t limit);

/*
 * Draws it in `area` and, where `focus`, puts the frame's cursor on its place. One line scrolls
 * sideways as needed.
 */
void field_draw(struct field *field, struct frame *frame, struct area area, struct style style,
		bool focus);

#endif
