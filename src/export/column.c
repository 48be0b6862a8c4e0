/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/column.h"

#include <string.h>

static const struct {
	enum csv_table table;
	const char *header;
} columns[] = {
#define COLUMN(table, name, header, help) {CSV_##table, header},
#include "export/column.def"
};

static const char *const tables[] = {
#define TABLE(id, name, row, order) [CSV_##id] = name,
#include "export/column.def"
};

const char *csv_table_name(enum csv_table table)
{
	return tables[table];
}

bool csv_table_find(const char *name, enum csv_table *out)
{
	for (size_t i = 0; i < N_CSV_TABLES; i++) {
		if (strcmp(tables[i], name) != 0)
			continue;
		*out = (enum csv_table)i;
		return true;
	}
	return false;
}

const char *csv_column_header(enum csv_table table, size_t index)
{
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		if (columns[i].table == table && index-- == 0)
			return columns[i].header;
	return NULL;
}

size_t csv_n_columns(enum csv_table table)
{
	size_t n = 0;
	while (csv_column_header(table, n))
		n++;
	return n;
}

bool csv_table_is_grid(enum csv_table table)
{
	return table == CSV_coverage || table == CSV_matrix;
}
