/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A field's text as rows: what drawing and moving have in common; only for files of the field.
 *
 * A sheet holds the layout of one unit of the text at a time, the one that was asked for last. A
 * unit is a paragraph, or a piece of a very long one, so that no key waits for the layout of all
 * that was pasted.
 */
#ifndef APP_FIELD_SHEET_H
#define APP_FIELD_SHEET_H

#include "app/field.h"
#include "text/paragraph.h"

/*
 * Places in a row on which the cursor can stand: cells, and after a paragraph's last row its end.
 */
struct slot {
	size_t cp;               /* the code point before which typing inserts here */
	size_t col, width;
	const struct cell *cell; /* NULL: the end */
};

struct slots {
	struct slot *slots; /* from left to right */
	size_t n;
	size_t columns;     /* of the row, with a column for the end where it has one */
	bool rtl;
};

struct sheet {
	const struct field *field;
	size_t columns;          /* to wrap at; of a field of many lines */
	size_t start_cp, end_cp; /* of the unit, without the line end after it */
	bool final;              /* the unit ends its paragraph */
	struct paragraph *para;  /* NULL: no unit yet */
	struct row *rows;
	size_t n_rows;
};

/* `field` is borrowed and must not change while the sheet is in use. */
void sheet_init(struct sheet *sheet, const struct field *field, size_t columns);
void sheet_release(struct sheet *sheet);

/* Lays out the unit that holds `cp` (at most n_cps) and returns the index of the row that does. */
size_t sheet_see(struct sheet *sheet, size_t cp);

/*
 * The absolute start and end of a row of the unit seen; the line end after it belongs to neither.
 */
size_t sheet_row_start(const struct sheet *sheet, size_t row);
size_t sheet_row_end(const struct sheet *sheet, size_t row);

/*
 * The start of the row before or after the one that begins at `row_cp`; SIZE_MAX where there is
 * none. Sees another unit.
 */
size_t sheet_previous(struct sheet *sheet, size_t row_cp);
size_t sheet_next(struct sheet *sheet, size_t row_cp);

/* The slots of a row of the unit seen, their cells borrowed until the next sheet_see(). */
void slots_init(struct slots *slots, const struct sheet *sheet, size_t row);
void slots_release(struct slots *slots);
/* The slot on which a cursor before `cp` stands. */
size_t slots_at(const struct slots *slots, size_t cp);

/* The start of the paragraph that holds `cp`, and its end, before its LF. */
size_t field_paragraph_start(const struct field *field, size_t cp);
size_t field_paragraph_end(const struct field *field, size_t cp);

#endif
