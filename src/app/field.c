/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/field.h"

#include <stdlib.h>
#include <string.h>

#include "app/field-sheet.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "text/segment.h"

void field_init(struct field *field, const char *utf8, bool many_lines)
{
	*field = (struct field){.many_lines = many_lines, .order = ORDER_VISUAL};
	field_set(field, utf8);
}

void field_release(struct field *field)
{
	free(field->cps);
	field->cps = NULL;
}

void field_set(struct field *field, const char *utf8)
{
	field->n_cps = field->cursor_cp = field->top_cp = field->left_col = 0;
	field_insert(field, utf8, strlen(utf8));
}

char *field_text(const struct field *field)
{
	struct str out = STR_EMPTY;

	utf8_append(&out, field->cps, field->n_cps);
	return str_take(&out);
}

bool field_is_empty(const struct field *field)
{
	return field->n_cps == 0;
}

static bool is_line_end(char32_t cp)
{
	return cp == '\n' || cp == '\r' || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

/* What a field keeps of a code point; 0: nothing. */
static char32_t kept(const struct field *field, char32_t cp)
{
	if (is_line_end(cp))
		return field->many_lines ? '\n' : ' ';
	if (cp == '\t')
		return field->many_lines ? '\t' : ' ';
	return cp < ' ' || (cp >= 0x7f && cp < 0xa0) ? 0 : cp;
}

/* Decodes what is kept into the caller's array. */
static char32_t *filter(const struct field *field, const char *utf8, size_t n, size_t *n_out)
{
	size_t n_cp;
	char32_t *cps = utf8_decode(utf8, n, &n_cp);

	*n_out = 0;
	for (size_t i = 0; i < n_cp; i++) {
		bool crlf = cps[i] == '\r' && i + 1 < n_cp && cps[i + 1] == '\n';
		char32_t cp = crlf ? 0 : kept(field, cps[i]);
		if (cp)
			cps[(*n_out)++] = cp;
	}
	return cps;
}

/* The first grapheme boundary at or after `cp`. */
static size_t boundary(const struct field *field, size_t cp)
{
	size_t start = field_paragraph_start(field, cp), end = field_paragraph_end(field, cp);

	/* Far from the cursor nothing decides where a cluster ends. */
	if (cp - start > FIELD_LINE_MAX)
		start = cp - FIELD_LINE_MAX;
	if (end - cp > FIELD_LINE_MAX)
		end = cp + FIELD_LINE_MAX;
	bool *starts = xcalloc(end - start + 1, sizeof *starts);
	segment_graphemes(field->cps + start, end - start, starts);
	while (cp < end && !starts[cp - start])
		cp++;
	free(starts);
	return cp;
}

void field_insert(struct field *field, const char *utf8, size_t n)
{
	size_t n_new, at = field->cursor_cp;
	char32_t *new = filter(field, utf8, n, &n_new);

	if (!field->many_lines && n_new > FIELD_LINE_MAX - field->n_cps)
		n_new = FIELD_LINE_MAX - field->n_cps;
	field->cps = vec_reserve(field->cps, &field->cap, field->n_cps + n_new + 1,
				 sizeof *field->cps);
	memmove(field->cps + at + n_new, field->cps + at, (field->n_cps - at) * sizeof *field->cps);
	if (n_new > 0)
		memcpy(field->cps + at, new, n_new * sizeof *new);
	field->n_cps += n_new;
	field->cursor_cp = boundary(field, at + n_new);
	free(new);
}

/* The nearest start of a grapheme before or after the cursor; a line end is one too. */
static size_t grapheme_after(const struct field *field)
{
	size_t at = field->cursor_cp;
	return at < field->n_cps ? boundary(field, at + 1) : at;
}

static size_t grapheme_before(const struct field *field)
{
	size_t at = field->cursor_cp, start = field_paragraph_start(field, at);
	size_t from = at - start > FIELD_LINE_MAX ? at - FIELD_LINE_MAX : start;

	if (at == 0 || at == start)
		return at > 0 ? at - 1 : 0;
	bool *starts = xcalloc(at - from, sizeof *starts);
	segment_graphemes(field->cps + from, at - from, starts);
	do
		at--;
	while (at > from && !starts[at - from]);
	free(starts);
	return at;
}

/* Words of the paragraph around the cursor: starts[i] for code point *start + i. */
static bool *word_starts(const struct field *field, size_t *start, size_t *end)
{
	*start = field_paragraph_start(field, field->cursor_cp);
	*end = field_paragraph_end(field, field->cursor_cp);
	bool *starts = xcalloc(*end - *start + 1, sizeof *starts);
	segment_words(field->cps + *start, *end - *start, starts);
	return starts;
}

static size_t word_next(const struct field *field)
{
	size_t start, end, at = field->cursor_cp;

	if (at < field->n_cps && field->cps[at] == '\n')
		return at + 1;
	bool *starts = word_starts(field, &start, &end);
	do
		at++;
	while (at < end && !(starts[at - start] && segment_is_word(field->cps + at, end - at)));
	free(starts);
	return at < end ? at : end;
}

static size_t word_previous(const struct field *field)
{
	size_t start, end, at = field->cursor_cp;

	if (at == 0)
		return 0;
	if (field->cps[at - 1] == '\n')
		return at - 1;
	bool *starts = word_starts(field, &start, &end);
	do
		at--;
	while (at > start && !(starts[at - start] && segment_is_word(field->cps + at, end - at)));
	free(starts);
	return at;
}

/*
 * The logical end of the row that begins at `row_cp`: the end of the paragraph, or before its last
 * cell.
 */
static size_t row_last(struct sheet *sheet, size_t row_cp)
{
	struct slots slots;
	size_t last = 0;

	slots_init(&slots, sheet, sheet_see(sheet, row_cp));
	for (size_t i = 0; i < slots.n; i++)
		if (slots.slots[i].cp > last)
			last = slots.slots[i].cp;
	slots_release(&slots);
	return last > row_cp ? last : row_cp;
}

/* Off a row's edge: the row that is next or previous by the direction of this one. */
static size_t over_edge(struct sheet *sheet, size_t row_cp, bool forward)
{
	size_t other = forward ? sheet_next(sheet, row_cp) : sheet_previous(sheet, row_cp);

	if (other == SIZE_MAX)
		return sheet->field->cursor_cp;
	return forward ? other : row_last(sheet, other);
}

static size_t beside(struct sheet *sheet, bool right)
{
	struct slots slots;
	size_t row = sheet_see(sheet, sheet->field->cursor_cp),
	       row_cp = sheet_row_start(sheet, row);

	slots_init(&slots, sheet, row);
	size_t slot = slots.n > 0 ? slots_at(&slots, sheet->field->cursor_cp) : 0;
	size_t from = slots.n > 0 ? slots.slots[slot].cp : 0, cp;
	/* A cluster of several cells is one stop. */
	while (right && slot + 1 < slots.n && slots.slots[slot + 1].cp == from)
		slot++;
	if (right ? slot + 1 < slots.n : slot > 0)
		cp = slots.slots[right ? slot + 1 : slot - 1].cp;
	else
		cp = over_edge(sheet, row_cp, right != slots.rtl);
	slots_release(&slots);
	return cp;
}

static size_t column_of_cursor(struct sheet *sheet)
{
	struct slots slots;

	slots_init(&slots, sheet, sheet_see(sheet, sheet->field->cursor_cp));
	size_t col = slots.n > 0 ? slots.slots[slots_at(&slots, sheet->field->cursor_cp)].col : 0;
	slots_release(&slots);
	return col;
}

/* The slot nearest to `col` in the row that begins at `row_cp`. */
static size_t at_column(struct sheet *sheet, size_t row_cp, size_t col)
{
	struct slots slots;
	size_t best = 0;

	slots_init(&slots, sheet, sheet_see(sheet, row_cp));
	while (best + 1 < slots.n && slots.slots[best].col + slots.slots[best].width <= col)
		best++;
	size_t cp = slots.n > 0 ? slots.slots[best].cp : row_cp;
	slots_release(&slots);
	return cp;
}

static size_t vertical(struct sheet *sheet, bool down)
{
	size_t cursor = sheet->field->cursor_cp, col = column_of_cursor(sheet);
	size_t row_cp = sheet_row_start(sheet, sheet_see(sheet, cursor));
	size_t other = down ? sheet_next(sheet, row_cp) : sheet_previous(sheet, row_cp);

	return other == SIZE_MAX ? cursor : at_column(sheet, other, col);
}

static size_t target(const struct field *field, enum field_move move, struct sheet *sheet)
{
	switch (move) {
	case FIELD_LEFT: return beside(sheet, false);
	case FIELD_RIGHT: return beside(sheet, true);
	case FIELD_UP: return vertical(sheet, false);
	case FIELD_DOWN: return vertical(sheet, true);
	case FIELD_WORD_NEXT: return word_next(field);
	case FIELD_WORD_PREVIOUS: return word_previous(field);
	case FIELD_LINE_START: return field_paragraph_start(field, field->cursor_cp);
	case FIELD_LINE_END: return field_paragraph_end(field, field->cursor_cp);
	case FIELD_TEXT_START: return 0;
	case FIELD_TEXT_END: return field->n_cps;
	}
	return field->cursor_cp;
}

void field_move(struct field *field, enum field_move move, size_t columns)
{
	struct sheet sheet;

	sheet_init(&sheet, field, columns);
	field->cursor_cp = target(field, move, &sheet);
	sheet_release(&sheet);
}

static void cut(struct field *field, size_t start, size_t end)
{
	memmove(field->cps + start, field->cps + end, (field->n_cps - end) * sizeof *field->cps);
	field->n_cps -= end - start;
	field->cursor_cp = boundary(field, start);
}

void field_delete(struct field *field, enum field_delete what)
{
	size_t at = field->cursor_cp;

	switch (what) {
	case FIELD_BACKSPACE: cut(field, grapheme_before(field), at); break;
	case FIELD_DELETE: cut(field, at, grapheme_after(field)); break;
	case FIELD_DELETE_WORD: cut(field, word_previous(field), at); break;
	case FIELD_DELETE_TO_START: cut(field, field_paragraph_start(field, at), at); break;
	case FIELD_DELETE_ALL: cut(field, 0, field->n_cps); break;
	}
}
