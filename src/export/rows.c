/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

enum status rows_each_of(const struct export_rows *rows, const struct article *article,
			 unsigned parts, rows_visit *visit, void *context, struct fault *f)
{
	struct annotated *at = NULL;
	enum status status = rows->begin(rows->self, article, parts, f);
	if (status == STATUS_OK)
		status = rows->next(rows->self, &at, f);
	while (status == STATUS_OK && at) {
		status = visit(context, article, at, f);
		if (status == STATUS_OK)
			status = rows->next(rows->self, &at, f);
	}
	return status;
}

enum status rows_each(const struct export_rows *rows, unsigned parts, rows_visit *visit,
		      void *context, struct fault *f)
{
	enum status status = STATUS_OK;
	for (size_t i = 0; i < rows->articles->n && status == STATUS_OK; i++)
		status = rows_each_of(rows, &rows->articles->items[i], parts, visit, context, f);
	return status;
}

const void *id_row(const void *items, size_t size, const struct lookup *index, const char *id)
{
	size_t i = lookup_find(index, id);
	return i == SIZE_MAX ? NULL : (const char *)items + i * size;
}
