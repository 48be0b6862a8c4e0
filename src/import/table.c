/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/table.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/vec.h"

static const size_t max_bytes = (size_t)64 * 1024 * 1024;

struct reader {
	struct table *table;
	const char *p, *end;
	char delimiter;
	struct str cell;
};

static bool at_row_end(const struct reader *reader)
{
	return reader->p == reader->end || *reader->p == '\n' ||
	       (*reader->p == '\r' && reader->p + 1 < reader->end && reader->p[1] == '\n');
}

/* A field in quotes; `p` stands behind the first of them. False where the last is missing. */
static bool read_quoted(struct reader *reader)
{
	for (; reader->p < reader->end; reader->p++) {
		if (*reader->p != '"') {
			str_append_char(&reader->cell, *reader->p);
		} else if (reader->p + 1 < reader->end && reader->p[1] == '"') {
			str_append_char(&reader->cell, '"');
			reader->p++;
		} else {
			reader->p++;
			return true;
		}
	}
	return false;
}

static bool read_cell(struct reader *reader)
{
	str_clear(&reader->cell);
	if (reader->delimiter != '\t' && reader->p < reader->end && *reader->p == '"') {
		reader->p++;
		return read_quoted(reader);
	}
	while (!at_row_end(reader) && *reader->p != reader->delimiter)
		str_append_char(&reader->cell, *reader->p++);
	return true;
}

static bool read_row(struct reader *reader, struct table_row *row)
{
	for (;;) {
		if (!read_cell(reader))
			return false;
		char *cell = arena_strndup(&reader->table->arena, str_cstr(&reader->cell),
					   reader->cell.len);
		VEC_PUSH(row->cells, row->n_cells, row->cap, cell);
		if (at_row_end(reader))
			return true;
		if (*reader->p != reader->delimiter)
			return false;
		reader->p++;
	}
}

/* True where a row follows. */
static bool skip_row_ends(struct reader *reader)
{
	while (reader->p < reader->end && at_row_end(reader))
		reader->p++;
	return reader->p < reader->end;
}

static enum status read_rows(struct reader *reader, const char *path, struct fault *f)
{
	struct table *table = reader->table;
	while (skip_row_ends(reader)) {
		struct table_row empty = {.cells = NULL};
		VEC_PUSH(table->rows, table->n, table->cap, empty);
		if (!read_row(reader, &table->rows[table->n - 1]))
			return fault_setf(f, STATUS_INVALID, path, "row %zu", table->n);
	}
	if (table->n == 0)
		return fault_set(f, STATUS_EMPTY, path);
	table->n_rows = table->n - 1;
	return STATUS_OK;
}

enum status table_read(struct table *table, const char *path, struct fault *f)
{
	*table = (struct table){.arena = ARENA_EMPTY};
	table->nothing = arena_strndup(&table->arena, "", 0);
	struct str text = STR_EMPTY;
	enum status status = file_read(path, max_bytes, &text, f);
	size_t bad_byte_off;
	if (status == STATUS_OK && !utf8_check(str_cstr(&text), text.len, &bad_byte_off))
		status = fault_setf(f, STATUS_BAD_UTF8, path, "byte %zu", bad_byte_off);
	if (status == STATUS_OK) {
		size_t n_path = strlen(path);
		bool tabs = n_path >= 4 && strcmp(path + n_path - 4, ".tsv") == 0;
		struct reader reader = {
			.table = table, .p = str_cstr(&text), .delimiter = tabs ? '\t' : ','};
		reader.end = reader.p + text.len;
		if (text.len >= 3 && memcmp(reader.p, "\xEF\xBB\xBF", 3) == 0)
			reader.p += 3;
		status = read_rows(&reader, path, f);
		str_release(&reader.cell);
	}
	str_release(&text);
	return status;
}

void table_release(struct table *table)
{
	for (size_t i = 0; i < table->n; i++)
		free(table->rows[i].cells);
	free(table->rows);
	arena_release(&table->arena);
	*table = (struct table){.arena = ARENA_EMPTY};
}

char *table_cell(const struct table *table, size_t row, const char *name)
{
	const struct table_row *header = &table->rows[0], *cells = &table->rows[row + 1];
	for (size_t i = 0; i < header->n_cells && i < cells->n_cells; i++)
		if (strcmp(header->cells[i], name) == 0)
			return cells->cells[i];
	return table->nothing;
}
