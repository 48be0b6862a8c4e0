/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "store/store-internal.h"

enum status coder_ensure(struct store *store, const char *name, char id[ID_SIZE], struct fault *f)
{
	char now[TIME_SIZE];
	bool found;
	struct query q = query_new(store, SQL_CODER_ID);
	query_text(&q, name);
	enum status status = query_first(&q, read_id, id, &found, f);
	if (status != STATUS_OK || found)
		return status;
	id_new(id);
	time_now(now);
	q = query_new(store, SQL_CODER_ADD);
	query_text(&q, id);
	query_text(&q, name);
	query_text(&q, now);
	return query_run(&q, NULL, f);
}

enum status act_coder(struct store *store, const char **id, struct fault *f)
{
	assert(store->in_act);
	enum status status = STATUS_OK;
	if (!store->coder_id[0])
		status = coder_ensure(store, store->act.coder, store->coder_id, f);
	*id = store->coder_id;
	return status;
}

static void read_item(sqlite3_stmt *stmt, void *out)
{
	struct coder *coder = coder_list_add(out);
	column_id(stmt, 0, coder->id);
	coder->name = column_text(stmt, 1);
	coder->created_at = column_text(stmt, 2);
	coder->updated_at = column_text(stmt, 3);
}

enum status store_coder_list(struct store *store, struct coder_list *out, struct fault *f)
{
	struct query q = query_new(store, SQL_CODER_LIST);
	return query_each(&q, read_item, out, f);
}

static void read_name(sqlite3_stmt *stmt, void *out)
{
	struct coder *coder = coder_list_add(out);
	column_id(stmt, 0, coder->id);
	coder->name = column_text(stmt, 1);
	coder->created_at = xstrdup("");
	coder->updated_at = xstrdup("");
}

static int compare_ids(const void *a, const void *b)
{
	const struct coder *left = a, *right = b;
	return strcmp(left->id, right->id);
}

enum status coder_names_load(struct store *store, struct coder_names *out, struct fault *f)
{
	struct coder_list *list = &out->list;
	struct query q = query_new(store, SQL_CODER_NAMES);
	enum status status = query_each(&q, read_name, list, f);
	if (list->n)
		qsort(list->items, list->n, sizeof *list->items, compare_ids);
	return status;
}

static int compare_to_id(const void *id, const void *coder)
{
	return strcmp(id, ((const struct coder *)coder)->id);
}

/* Many rows have the same coder as the one before. */
char *coder_names_find(struct coder_names *names, const char *id)
{
	const struct coder_list *list = &names->list;
	if (!names->last || strcmp(names->last->id, id) != 0)
		names->last = list->n ? bsearch(id, list->items, list->n, sizeof *list->items,
						compare_to_id)
				      : NULL;
	return names->last ? names->last->name : (char *)(uintptr_t) "";
}

void coder_names_release(struct coder_names *names)
{
	coder_list_release(&names->list);
	names->last = NULL;
}
