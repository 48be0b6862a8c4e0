/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/cells.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/vec.h"

/* The header outlives its row. */
static void keep_header(struct cells *cells)
{
	str_append(&cells->header, cells->csv.text.p, cells->csv.text.len);
	const char *name = str_cstr(&cells->header);
	for (size_t i = 0; i < cells->csv.n; i++, name += strlen(name) + 1)
		VEC_PUSH(cells->names, cells->n_names, cells->cap, name);
	size_t guarded = cells_column(cells, "guarded");
	cells->guarded = guarded < cells->n_names ? guarded : cells->n_names;
}

enum status cells_begin(struct cells *cells, struct reader *reader)
{
	bool end = false;
	*cells = (struct cells){.names = NULL};
	csv_begin(&cells->csv, reader->bytes, reader->n, csv_delimiter(reader->bytes, reader->n),
		  true);
	enum status status = csv_next(&cells->csv, &end, reader->mistake);
	if (status == STATUS_OK && end)
		status = mistake_at(reader->mistake, MISTAKE_MISSING, 1);
	if (status == STATUS_OK)
		keep_header(cells);
	return status;
}

void cells_release(struct cells *cells)
{
	csv_release(&cells->csv);
	str_release(&cells->header);
	free(cells->names);
}

enum status cells_next(struct cells *cells, struct reader *reader, bool *end)
{
	enum status status = csv_next(&cells->csv, end, reader->mistake);
	if (status == STATUS_OK && !*end && cells->csv.n > cells->n_names)
		status = mistake_at(reader->mistake, MISTAKE_TOO_MANY_CELLS, cells->csv.line);
	return status;
}

size_t cells_column(const struct cells *cells, const char *name)
{
	for (size_t i = 0; i < cells->n_names; i++)
		if (strcasecmp(cells->names[i], name) == 0)
			return i;
	return SIZE_MAX;
}

/* Whether `list`, words with spaces between, has `name`. */
static bool has_word(const char *list, const char *name)
{
	size_t n = strlen(name);
	for (; *list; list += *list == ' ') {
		size_t word = strcspn(list, " ");
		if (word == n && memcmp(list, name, n) == 0)
			return true;
		list += word;
	}
	return false;
}

const char *cells_at(const struct cells *cells, size_t column)
{
	if (column >= cells->n_names)
		return NULL;
	const char *cell = csv_cell(&cells->csv, column);
	bool guarded = *cell == '\'' && cells->guarded < cells->n_names &&
		       has_word(csv_cell(&cells->csv, cells->guarded), cells->names[column]);
	return guarded ? cell + 1 : cell;
}

const char *cells_named(const struct cells *cells, const char *name)
{
	return cells_at(cells, cells_column(cells, name));
}
