/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/column.h"

#include <string.h>

#define N_(text) text

enum which {
	WHICH_annotations = CSV_ANNOTATIONS,
	WHICH_documents = CSV_DOCUMENTS,
	WHICH_codebook = CSV_CODEBOOK
};

static const struct {
	enum which table;
	const char *header, *help;
} columns[] = {
#define COLUMN(table, name, header, help) {WHICH_##table, header, help},
#include "export/column.def"
#undef COLUMN
};

/* Where column `index` of `table` stands in columns[]; its length where there is none. */
static size_t locate(enum csv_table table, size_t index)
{
	size_t n = sizeof columns / sizeof *columns;
	for (size_t i = 0; i < n; i++)
		if ((enum csv_table)columns[i].table == table && index-- == 0)
			return i;
	return n;
}

const char *csv_column_header(enum csv_table table, size_t index)
{
	size_t i = locate(table, index);
	return i < sizeof columns / sizeof *columns ? columns[i].header : NULL;
}

const char *csv_column_help(enum csv_table table, size_t index)
{
	size_t i = locate(table, index);
	return i < sizeof columns / sizeof *columns ? columns[i].help : NULL;
}

size_t csv_n_columns(enum csv_table table)
{
	size_t n = 0;
	while (csv_column_header(table, n))
		n++;
	return n;
}

bool csv_column_find(enum csv_table table, const char *header, size_t *index)
{
	const char *name;
	for (*index = 0; (name = csv_column_header(table, *index)); ++*index)
		if (strcmp(name, header) == 0)
			return true;
	return false;
}
