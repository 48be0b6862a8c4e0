/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The columns of the tables, by number: the order of column.def, from 0 in each table.
 */
#ifndef EXPORT_COLUMN_H
#define EXPORT_COLUMN_H

#include <stdbool.h>
#include <stddef.h>

enum csv_table { CSV_ANNOTATIONS, CSV_DOCUMENTS, CSV_CODEBOOK };

/* The header of column `index`, or NULL after the last. Static. */
const char *csv_column_header(enum csv_table table, size_t index);

/* What it holds, a msgid for gettext; NULL after the last. Static. */
const char *csv_column_help(enum csv_table table, size_t index);

size_t csv_n_columns(enum csv_table table);

/* The column whose header is `header`; false where there is none. */
bool csv_column_find(enum csv_table table, const char *header, size_t *index);

#endif
