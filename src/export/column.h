/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tables and their columns, by number: the order of column.def, from 0 in each table.
 */
#ifndef EXPORT_COLUMN_H
#define EXPORT_COLUMN_H

#include <stdbool.h>
#include <stddef.h>

enum csv_table {
#define TABLE(id, name, row, order) CSV_##id,
#include "export/column.def"
	N_CSV_TABLES
};

/* "annotations": its name on the command line, and of its file before ".csv". Static. */
const char *csv_table_name(enum csv_table table);

/* The table called `name`; false where there is none. */
bool csv_table_find(const char *name, enum csv_table *out);

/* The header of column `index`, or NULL after the last. Static. */
const char *csv_column_header(enum csv_table table, size_t index);

size_t csv_n_columns(enum csv_table table);

/* Whether it has columns of its rows' making behind those of column.def. */
bool csv_table_is_grid(enum csv_table table);

#endif
