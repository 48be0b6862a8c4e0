/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/grid.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "text/line.h"
#include "text/safe.h"

enum { GAP = 2, LEAST_FLEXIBLE = 10, MAX_NUMBERS = 32 };

void grid_init(struct grid *grid, size_t n_columns, size_t flexible, unsigned numbers)
{
	*grid = (struct grid){.n_columns = n_columns, .flexible = flexible, .numbers = numbers};
}

void grid_add(struct grid *grid, const char *text)
{
	char *cell = arena_strndup(&grid->arena, text ? text : "", text ? strlen(text) : 0);
	VEC_PUSH(grid->cells, grid->n, grid->cap, cell);
}

void grid_addf(struct grid *grid, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	char *text = xvasprintf(format, args);
	va_end(args);
	grid_add(grid, text);
	free(text);
}

/* The columns of a cell's text, as it is going to be printed. */
static size_t text_columns(const char *text, const struct out *out)
{
	size_t n = strlen(text);
	if (out->tty)
		return line_columns(text, n);
	struct str safe = STR_EMPTY;
	safe_append(&safe, text, n, false);
	size_t columns = line_columns(str_cstr(&safe), safe.len);
	str_release(&safe);
	return columns;
}

/* Natural widths; the flexible column shrinks to what the terminal leaves it. */
static size_t *column_widths(const struct grid *grid, const struct out *out)
{
	size_t *widths = xcalloc(grid->n_columns, sizeof *widths);
	size_t sum = GAP * (grid->n_columns - 1);
	for (size_t i = 0; i < grid->n; i++) {
		size_t columns = text_columns(grid->cells[i], out);
		if (columns > widths[i % grid->n_columns])
			widths[i % grid->n_columns] = columns;
	}
	for (size_t i = 0; i < grid->n_columns; i++)
		sum += widths[i];
	size_t *flexible = &widths[grid->flexible];
	if (out->width && sum > out->width) {
		size_t over = sum - out->width;
		*flexible = *flexible > over + LEAST_FLEXIBLE ? *flexible - over :
			    *flexible < LEAST_FLEXIBLE        ? *flexible : LEAST_FLEXIBLE;
	}
	return widths;
}

static bool is_number(const struct grid *grid, size_t column)
{
	return column < MAX_NUMBERS && grid->numbers & 1u << column;
}

static void append_spaces(struct str *row, size_t n)
{
	while (n--)
		str_append_char(row, ' ');
}

/* Appends the cell's text to an empty string and returns its columns. */
static size_t append_text(struct str *row, const char *text, size_t width, const struct out *out)
{
	size_t n = strlen(text);
	if (!out->tty) {
		safe_append(row, text, n, false);
		return line_columns(str_cstr(row), row->len);
	}
	struct line line;
	line_init(&line, text, n, width, DIR_AUTO, out->order);
	line_append(&line, row);
	size_t columns = line.columns;
	line_release(&line);
	return columns;
}

static void append_cell(struct str *row, const struct grid *grid, size_t i, const size_t *widths,
			const struct out *out)
{
	size_t column = i % grid->n_columns;
	struct str text = STR_EMPTY;
	size_t columns = append_text(&text, grid->cells[i], widths[column], out);
	size_t rest = widths[column] > columns ? widths[column] - columns : 0;
	if (is_number(grid, column))
		append_spaces(row, rest);
	str_append(row, str_cstr(&text), text.len);
	if (column + 1 < grid->n_columns)
		append_spaces(row, GAP + (is_number(grid, column) ? 0 : rest));
	str_release(&text);
}

void grid_print(struct grid *grid, struct out *out)
{
	size_t *widths = column_widths(grid, out);
	struct str row = STR_EMPTY;
	for (size_t i = 0; i < grid->n; i++) {
		append_cell(&row, grid, i, widths, out);
		if ((i + 1) % grid->n_columns != 0)
			continue;
		out_row_start(out);
		while (row.len && row.p[row.len - 1] == ' ')
			str_truncate(&row, row.len - 1);
		str_append_char(&row, '\n');
		out_raw(out, row.p, row.len);
		str_clear(&row);
	}
	str_release(&row);
	free(widths);
	free(grid->cells);
	arena_release(&grid->arena);
	*grid = (struct grid){.cells = NULL};
}
