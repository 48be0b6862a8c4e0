/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/csv.h"

#include "export/table.h"

enum status csv_write(enum csv_table table, const struct export_rows *rows,
		      const struct csv_options *options, const struct sink *sink, struct fault *f)
{
	typedef enum status write_table(const struct export_rows *, const struct csv_options *,
					const struct sink *, struct fault *);
	static write_table *const tables[] = {
#define TABLE(id, name, row, order) [CSV_##id] = csv_##id,
#include "export/column.def"
	};
	return tables[table](rows, options, sink, f);
}
