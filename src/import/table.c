/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/table.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "import/csv.h"

static const size_t max_bytes = (size_t)64 * 1024 * 1024;

static void add_row(struct table *table, const struct csv *csv)
{
	struct table_row row = {.cells = NULL};
	for (size_t i = 0; i < csv->n; i++) {
		const char *text = csv_cell(csv, i);
		char *cell = arena_strndup(&table->arena, text, strlen(text));
		VEC_PUSH(row.cells, row.n_cells, row.cap, cell);
	}
	VEC_PUSH(table->rows, table->n, table->cap, row);
}

static enum status read_rows(struct table *table, struct csv *csv, const char *path,
			     struct fault *f)
{
	struct mistake mistake = MISTAKE_NONE;
	bool end = false;
	enum status status = csv_next(csv, &end, &mistake);
	for (; status == STATUS_OK && !end; status = csv_next(csv, &end, &mistake))
		add_row(table, csv);
	if (status != STATUS_OK)
		return fault_setf(f, STATUS_INVALID, path, "row %zu", table->n + 1);
	if (table->n == 0)
		return fault_set(f, STATUS_EMPTY, path);
	table->n_rows = table->n - 1;
	return STATUS_OK;
}

static bool is_tsv(const char *path)
{
	size_t n = strlen(path);
	return n >= 4 && strcmp(path + n - 4, ".tsv") == 0;
}

static enum status read_text(struct table *table, const struct str *text, const char *path,
			     struct fault *f)
{
	size_t bad_byte_off;
	if (!utf8_check(str_cstr(text), text->len, &bad_byte_off))
		return fault_setf(f, STATUS_BAD_UTF8, path, "byte %zu", bad_byte_off);
	struct csv csv;
	bool tabs = is_tsv(path);
	csv_begin(&csv, str_cstr(text), text->len,
		  tabs ? '\t' : csv_delimiter(str_cstr(text), text->len), !tabs);
	enum status status = read_rows(table, &csv, path, f);
	csv_release(&csv);
	return status;
}

enum status table_read(struct table *table, const char *path, struct fault *f)
{
	*table = (struct table){.arena = ARENA_EMPTY};
	table->nothing = arena_strndup(&table->arena, "", 0);
	struct str text = STR_EMPTY;
	enum status status = file_read(path, max_bytes, &text, f);
	if (status == STATUS_OK)
		status = read_text(table, &text, path, f);
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
