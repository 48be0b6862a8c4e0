/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/screen.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "tui/colour.h"
#include "tui/scroll.h"

struct screen {
	SCREEN *curses;
	struct colours colours;
	struct frame shown;  /* what the terminal shows */
	bool shown_marks;
	bool all;            /* nothing of it is known to be shown */
	cchar_t *row;        /* shown.n_cols of them, to work in */
	int cursor;          /* curs_set()'s last argument; -1 before the first */
};

/* The foreground of no frame's cells: what it stands for differs from all of them. */
enum { UNSHOWN = INT16_MIN };

static const wchar_t guard_marks[2] = {0x200e, 0x202d};

/* Without what only a serial line of old needs: `$<milliseconds>`. */
static void append_capability(char *out, size_t size, const char *name)
{
	const char *p = tigetstr(name);
	size_t len = strlen(out);

	if (!p || p == (char *)-1)
		return;
	while (*p && len + 1 < size) {
		const char *end = strncmp(p, "$<", 2) == 0 ? strchr(p, '>') : NULL;
		if (end)
			p = end + 1;
		else
			out[len++] = *p++;
	}
	out[len] = '\0';
}

void screen_restore_bytes(char *out, size_t size)
{
	out[0] = '\0';
	append_capability(out, size, "sgr0");
	append_capability(out, size, "rmcup");
	append_capability(out, size, "cnorm");
}

static void frame_forget(struct screen *screen, size_t n_rows, size_t n_cols)
{
	frame_resize(&screen->shown, n_rows, n_cols);
	screen->row = xrealloc(screen->row, n_cols + 1, sizeof *screen->row);
	screen->all = true;
}

enum status screen_new(struct screen **out, size_t n_rows, size_t n_cols, bool color,
		       struct fault *f)
{
	use_tioctl(TRUE);
	SCREEN *curses = newterm(NULL, stdout, stdin);
	if (!curses)
		return fault_set(f, STATUS_NO_TTY, NULL);
	raw(); /* newterm() has made Ctrl-C and Ctrl-Z signals again */
	typeahead(-1); /* a frame is shown whole, whatever is typed meanwhile */
	/*
	 * Where a terminal has another width for a character than we do, a shift would move the
	 * other panes' cells too.
	 */
	idcok(stdscr, FALSE);
	/*
	 * Until it has once been suspended, curses 6.4 flushes after every motion of its cursor: a
	 * write a row.
	 */
	endwin();
	struct screen *screen = xcalloc(1, sizeof *screen);
	screen->curses = curses;
	screen->cursor = -1;
	colours_init(&screen->colours, color);
	if (LINES != (int)n_rows || COLS != (int)n_cols)
		resizeterm((int)n_rows, (int)n_cols);
	frame_init(&screen->shown, n_rows, n_cols);
	frame_forget(screen, n_rows, n_cols);
	*out = screen;
	return STATUS_OK;
}

void screen_free(struct screen *screen)
{
	if (!screen)
		return;
	if (!isendwin())
		endwin();
	delscreen(screen->curses);
	frame_release(&screen->shown);
	free(screen->row);
	free(screen);
}

void screen_invalidate(struct screen *screen)
{
	clearok(curscr, TRUE);
	screen->all = true;
}

void screen_resize(struct screen *screen, size_t n_rows, size_t n_cols)
{
	resizeterm((int)n_rows, (int)n_cols);
	frame_forget(screen, n_rows, n_cols);
	clearok(curscr, TRUE);
}

void screen_suspend(struct screen *screen)
{
	endwin();
	screen_invalidate(screen);
}

/* The base, the guard's marks where they are wanted, and as many of the cell's own marks as fit. */
static void cell_convert(const struct frame_cell *cell, struct ink ink, bool marks, cchar_t *out)
{
	wchar_t text[CCHARW_MAX + 1];
	size_t n = 1, n_glyphs = cell->n_glyphs;

	text[0] = n_glyphs > 0 ? (wchar_t)cell->glyph[0] : L' ';
	for (size_t i = 0; marks && i < 2; i++)
		text[n++] = guard_marks[i];
	for (size_t i = 1; i < n_glyphs && n < CCHARW_MAX; i++)
		text[n++] = (wchar_t)cell->glyph[i];
	text[n] = L'\0';
	setcchar(out, text, ink.attrs, (short)ink.pair, &ink.pair);
}

/*
 * The columns [*from, *to) of a row that differ from what is shown; whole wide cells. False: none.
 */
static bool row_changes(const struct screen *screen, const struct frame_cell *new,
			const struct frame_cell *old, bool marks, size_t *from, size_t *to)
{
	size_t first = 0, last = screen->shown.n_cols;

	if (screen->all || marks != screen->shown_marks) {
		*from = 0;
		*to = last;
		return last > 0;
	}
	/* Most rows are the same in all, also in what their cells stand for. */
	if (memcmp(new, old, last * sizeof *new) == 0)
		return false;
	while (first < last && cell_same(&new[first], &old[first]))
		first++;
	while (last > first && cell_same(&new[last - 1], &old[last - 1]))
		last--;
	if (first == last)
		return false;
	while (first > 0 && (new[first].width == 0 || old[first].width == 0))
		first--;
	*from = first;
	*to = last;
	return true;
}

static void row_draw(struct screen *screen, size_t row, const struct frame_cell *cells, size_t from,
		     size_t to, bool marks)
{
	struct style style = cells[from].style;
	struct ink ink = colours_ink(&screen->colours, style);
	size_t n = 0;

	for (size_t col = from; col < to; col++) {
		if (cells[col].width == 0 && col > from)
			continue;
		if (!style_same(cells[col].style, style)) {
			style = cells[col].style;
			ink = colours_ink(&screen->colours, style);
		}
		cell_convert(&cells[col], ink, marks && col == 0, &screen->row[n++]);
	}
	mvadd_wchnstr((int)row, (int)from, screen->row, (int)n);
}

static void rows_draw(struct screen *screen, const struct frame *frame, bool marks)
{
	size_t n_cols = frame->n_cols, from, to;

	for (size_t row = 0; row < frame->n_rows; row++) {
		const struct frame_cell *cells = frame->cells + row * n_cols;
		struct frame_cell *shown = screen->shown.cells + row * n_cols;
		if (!row_changes(screen, cells, shown, marks, &from, &to))
			continue;
		row_draw(screen, row, cells, from, to, marks);
		memcpy(shown + from, cells + from, (to - from) * sizeof *cells);
	}
	screen->shown_marks = marks;
	screen->all = false;
}

/*
 * Moves what is shown, in curses and in our picture of it; rows that come in are blank, and no
 * frame's.
 */
static void rows_move(struct screen *screen, const struct scroll *scroll)
{
	size_t n_cols = screen->shown.n_cols, by = (size_t)abs(scroll->by),
	       n = scroll->end - scroll->top - by;
	struct frame_cell *top = screen->shown.cells + scroll->top * n_cols;
	struct frame_cell *blank = scroll->by > 0 ? top + n * n_cols : top;

	scrollok(stdscr, TRUE);
	wsetscrreg(stdscr, (int)scroll->top, (int)scroll->end - 1);
	wscrl(stdscr, scroll->by);
	wsetscrreg(stdscr, 0, (int)screen->shown.n_rows - 1);
	scrollok(stdscr, FALSE);
	if (scroll->by > 0)
		memmove(top, top + by * n_cols, n * n_cols * sizeof *top);
	else
		memmove(top + by * n_cols, top, n * n_cols * sizeof *top);
	for (size_t i = 0; i < by * n_cols; i++)
		blank[i] = (struct frame_cell){.width = 1, .style = {.fg = UNSHOWN}};
}

/* Handing rows to curses costs more than finding that they only moved. */
static void rows_scroll(struct screen *screen, const struct frame *frame, bool marks)
{
	struct scroll scroll;
	size_t n_cols = frame->n_cols, n_changed = 0, from, to;

	if (screen->all || marks != screen->shown_marks)
		return;
	for (size_t row = 0; row < frame->n_rows; row++)
		n_changed += row_changes(screen, frame->cells + row * n_cols,
					 screen->shown.cells + row * n_cols, marks, &from, &to);
	if (n_changed * 2 > frame->n_rows && scroll_find(&screen->shown, frame, &scroll))
		rows_move(screen, &scroll);
}

static void cursor_draw(struct screen *screen, const struct frame *frame)
{
	if (screen->cursor != frame->cursor_shown) {
		screen->cursor = frame->cursor_shown;
		curs_set(screen->cursor);
	}
	if (frame->cursor_shown)
		move((int)frame->cursor_row, (int)frame->cursor_col);
}

void screen_draw(struct screen *screen, const struct frame *frame, bool marks)
{
	if (frame->n_rows != screen->shown.n_rows || frame->n_cols != screen->shown.n_cols)
		return;
	rows_scroll(screen, frame, marks);
	rows_draw(screen, frame, marks);
	cursor_draw(screen, frame);
	refresh();
}
