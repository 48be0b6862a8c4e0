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

static int by_id(const void *a, const void *b)
{
	const struct id_entry *x = a, *y = b;
	int order = strcmp(x->id, y->id);
	return order ? order : (x->i > y->i) - (x->i < y->i);
}

void id_index_init(struct id_index *index, const char *first_id, size_t n, size_t size)
{
	*index = (struct id_index){.entries = xcalloc(n ? n : 1, sizeof *index->entries), .n = n};
	for (size_t i = 0; i < n; i++)
		index->entries[i] = (struct id_entry){.id = first_id + i * size, .i = i};
	qsort(index->entries, n, sizeof *index->entries, by_id);
}

void id_index_release(struct id_index *index)
{
	free(index->entries);
	*index = (struct id_index){.n = 0};
}

size_t id_index_find(const struct id_index *index, const char *id)
{
	size_t low = 0, high = index->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (strcmp(index->entries[middle].id, id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	bool found = low < index->n && strcmp(index->entries[low].id, id) == 0;
	return found ? index->entries[low].i : SIZE_MAX;
}

const void *id_row(const void *items, size_t size, const struct id_index *index, const char *id)
{
	size_t i = id_index_find(index, id);
	return i == SIZE_MAX ? NULL : (const char *)items + i * size;
}
