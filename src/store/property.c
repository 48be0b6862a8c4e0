/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "store/store-internal.h"

enum status store_property_set(struct store *store, const char *name, const char *value,
			       struct fault *f)
{
	assert(store->in_act);
	struct query q = query_new(store, value[0] ? SQL_PROPERTY_SET : SQL_PROPERTY_REMOVE);
	query_text(&q, name);
	if (value[0])
		query_text(&q, value);
	return query_run(&q, NULL, f);
}

enum status store_property_get(struct store *store, const char *name, char **out, struct fault *f)
{
	struct query q = query_new(store, SQL_PROPERTY_GET);
	query_text(&q, name);
	return query_text_or_empty(&q, out, f);
}

static void read_item(sqlite3_stmt *stmt, void *out)
{
	struct property *property = property_list_add(out);
	property->name = column_text(stmt, 0);
	property->value = column_text(stmt, 1);
}

enum status store_property_list(struct store *store, struct property_list *out, struct fault *f)
{
	struct query q = query_new(store, SQL_PROPERTY_LIST);
	return query_each(&q, read_item, out, f);
}
