/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One text on the screen: where it is scrolled to, where the cursor is, what is selected.
 *
 * The cursor stands on a cell and is kept as the code point at which that cell begins; the
 * selection runs from an anchor to the cursor and has both their cells in it. So both are logical
 * ranges, whatever the row looks like. Another size keeps the cursor's row where it is on the
 * screen as far as there are rows above it, and going back to a size shows what was shown, however
 * many sizes lay between: each begins from where the person left the cursor, not from the size
 * before.
 *
 * A pane knows no project and draws nothing: that is pane-draw.h.
 */
#ifndef APP_PANE_H
#define APP_PANE_H

#include <stdbool.h>
#include <stddef.h>

#include "app/drafts.h"
#include "app/find.h"
#include "app/layout.h"
#include "app/linked.h"
#include "app/marks.h"
#include "app/view.h"
#include "model/rows.h"
#include "text/document.h"

struct compared;

enum selecting {
	SELECT_NONE,
	SELECT_PASSING, /* with Shift or the mouse: the next plain motion ends it */
	SELECT_HELD,    /* with `v`: every motion extends it */
};

/*
 * Where the cursor was put. A size that hangs its white space at a row's end, or has too few rows,
 * shows it elsewhere, until the next.
 */
struct held_cursor {
	size_t cp, row; /* as it was put; its row on the screen */
	size_t shown_cp, top_cp; /* cursor and top of this size; others: a person has moved since */
};

struct pane {
	struct article article; /* id "" while the text is not in the project */
	char *path;             /* the file that is shown; NULL for an article of the project */
	struct document *doc;
	struct layout_cache layouts;
	struct area whole; /* with header and strip, as last drawn */
	struct area area;  /* of the text */
	struct place top; /* the first row shown */
	size_t top_cp;    /* at which that row begins */
	size_t cursor_cp;
	struct held_cursor held;
	size_t want_col; /* the column that Up and Down keep; SIZE_MAX: the cursor's */
	enum selecting selecting;
	size_t anchor_cp;             /* where the selection began */
	const struct cp_range *moved; /* a highlight whose ends are on the move (ends.h); NULL */
	bool placed_once;             /* rows were laid out for a screen: `top` holds */
	size_t ahead_cp;              /* the top_cp at which the screen beyond was laid out */
	bool identified;              /* it is known whether the file's text is in the project */
	size_t hidden;                /* hidden characters in the paragraphs before hidden_para */
	size_t hidden_para;           /* the next to be counted; SIZE_MAX: all were */
	bool strip_right, side_known; /* the side of the strip: at which most rows start */
	struct marks marks;
	char picked[ID_SIZE];         /* the highlight that was gone to, of several at one place */
	size_t picked_cp;             /* it counts while the cursor is still here */
	struct drafts drafts;         /* unfinished notes of this coder */
	bool noted;                   /* this coder or another wrote a note on the whole article */
	struct finds finds;
	struct cp_range shown;     /* the code points of the rows on the screen, as last drawn */
	struct compared *compared; /* what comparing knows of the text (compared.h); NULL */
	struct linked linked;      /* what it shows of the links of the passage at the cursor */
};

/* Takes over `doc`; article and path are the caller's to fill, and freed with the pane. */
void pane_init(struct pane *pane, struct document *doc);
void pane_release(struct pane *pane);

/* Takes over `doc`, another source of the same text, in the place of its own. */
void pane_set_document(struct pane *pane, struct document *doc);

/*
 * Sets where the text is drawn and how it is laid out; to be called before anything that moves or
 * draws. True when rows fall elsewhere than before.
 */
bool pane_resize(struct pane *pane, struct area area, const struct paragraph_options *options);

/* Where it was left, before it is drawn first. */
void pane_restore(struct pane *pane, size_t top_cp, size_t cursor_cp);

/* The same at the start of a highlight, which is the one that is meant there. */
void pane_restore_at(struct pane *pane, const struct shown_mark *mark);

/*
 * The range of the cell of `cp`, shown or hanging; an empty range at `cp` where there is none (an
 * empty row).
 */
struct cp_range pane_cell_range(struct pane *pane, size_t cp);
/*
 * Whether the cell of `cp` is read from right to left; where the terminal orders the text it is as its
 * paragraph.
 */
bool pane_cell_is_rtl(struct pane *pane, size_t cp);
/*
 * The cell of `place` that is at column `col` or nearest to it, as the code point where it begins.
 */
size_t pane_cell_at(struct pane *pane, struct place place, size_t col);
/* The cell under a place of the screen, or nearest to it; for the mouse. */
size_t pane_screen_cell(struct pane *pane, size_t screen_row, size_t screen_col);
/* The cursor's column, from the left edge of the text. */
size_t pane_cursor_col(struct pane *pane);

/*
 * Puts the cursor on the cell that shows `cp`, or the nearest before it in its row, and on the
 * screen.
 */
void pane_goto(struct pane *pane, size_t cp);
/* The same, and keeps the column that Up and Down go to. */
void pane_goto_keeping_column(struct pane *pane, size_t cp);

/*
 * Scrolls by `n` rows, down or (below 0) up, as far as there is text; the cursor stays on the
 * screen.
 */
void pane_scroll(struct pane *pane, ptrdiff_t n);
/*
 * Whether the next screen is laid out, or where the text went back the one before, so that a page
 * is as quick as a row; and lays it out, a few tenths of a millisecond's work.
 */
bool pane_is_ahead(const struct pane *pane);
void pane_look_ahead(struct pane *pane);

/* Scrolls by `n` rows and moves the cursor by as many, even where the text scrolls no further. */
void pane_page(struct pane *pane, ptrdiff_t n);

/*
 * Brings the cursor's row to the screen: by as few rows as it takes where it is near, else to the
 * screen's upper third.
 */
void pane_show_cursor(struct pane *pane);

/*
 * Puts the cursor at the start of `range`, and that on row `row` of the screen, or higher where
 * otherwise its end would not be on it.
 */
void pane_show_range(struct pane *pane, struct cp_range range, size_t row);
/* On which row of the screen `cp` is; 0, or the last, where it is above or below. */
size_t pane_row_of(struct pane *pane, size_t cp);

/* The selected range, whole cells, or what is moved; false when nothing is selected. */
bool pane_selection(struct pane *pane, struct cp_range *out);
/* Selects `range`; the cursor goes to its last cell. */
void pane_select(struct pane *pane, struct cp_range range, enum selecting how);

/*
 * The highlight that commands at the cursor mean: the one that was gone to, else the innermost that
 * touches the cursor's cell; NULL. `*place` and `*n` (may be NULL) tell which it is of how many
 * there, from 1, the first to begin first.
 */
const struct shown_mark *pane_mark(struct pane *pane, size_t *place, size_t *n);
/* The one that was gone to, while the cursor stands there; NULL. */
const struct shown_mark *pane_picked(const struct pane *pane);
/* Goes to a highlight's start, so that it is the one that is meant there. */
void pane_pick(struct pane *pane, const struct shown_mark *mark);
/* The one of that id is the one that is meant where the cursor is. */
void pane_pick_here(struct pane *pane, const char *id);

/* How far down the text the last row shown is: 0 to 100. */
unsigned pane_percent(struct pane *pane);

#endif
