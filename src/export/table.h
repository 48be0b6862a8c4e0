/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of column.def, one function each, behind csv_write(). */
#ifndef EXPORT_TABLE_H
#define EXPORT_TABLE_H

#include "export/csv.h"

#define TABLE(id, name, row, order)                                                                \
	enum status csv_##id(const struct export_rows *rows, const struct csv_options *options,    \
			     const struct sink *sink, struct fault *f) MUST_USE;
#include "export/column.def"

#endif
