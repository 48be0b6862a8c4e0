/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The codebook: a tree of names. A path is never stored; it is what the names on the way to a tag
 * spell.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/xalloc.h"
#include "model/tagpath.h"
#include "store/store-internal.h"

/* Fills a new item with the columns of TAG_LIST; its path is still missing. */
static void read_item(sqlite3_stmt *stmt, void *out)
{
	struct tag *tag = tag_list_add(out);
	column_id(stmt, 0, tag->id);
	column_id(stmt, 1, tag->parent);
	tag->name = column_text(stmt, 2);
	tag->definition = column_text(stmt, 3);
	tag->colour = column_text(stmt, 4);
	tag->symbol = column_text(stmt, 5);
	tag->key = column_text(stmt, 6);
	tag->created_at = column_text(stmt, 7);
	tag->updated_at = column_text(stmt, 8);
	tag->n_highlights = column_size(stmt, 9);
	tag->n_articles = column_size(stmt, 10);
	tag->last_used_at = column_text(stmt, 11);
}

static int compare_ids(const void *a, const void *b)
{
	const struct tag *left = a, *right = b;
	return strcmp(left->id, right->id);
}

static int compare_paths(const void *a, const void *b)
{
	const struct tag *left = a, *right = b;
	return tagpath_compare(left->path, right->path);
}

/* In a list that is sorted by id. */
static const struct tag *find(const struct tag_list *list, const char *id)
{
	struct tag key;
	memcpy(key.id, id, ID_SIZE);
	return list->n ? bsearch(&key, list->items, list->n, sizeof key, compare_ids) : NULL;
}

static char *spell(const struct tag_list *list, const struct tag *tag)
{
	const struct tag *way[TAGPATH_NAMES]; /* a damaged file may have a circle */
	size_t depth = 0;
	struct str path = STR_EMPTY;
	for (; tag && depth < TAGPATH_NAMES; tag = tag->parent[0] ? find(list, tag->parent) : NULL)
		way[depth++] = tag;
	while (depth-- > 0) {
		str_append_str(&path, way[depth]->name);
		if (depth > 0)
			str_append_char(&path, '/');
	}
	return str_take(&path);
}

static void sort_tags(struct tag_list *list, int (*compare)(const void *, const void *))
{
	if (list->n > 1)
		qsort(list->items, list->n, sizeof *list->items, compare);
}

static enum status list_tags(struct query *q, struct tag_list *out, struct fault *f)
{
	enum status status = query_each(q, read_item, out, f);
	sort_tags(out, compare_ids);
	for (size_t i = 0; i < out->n; i++)
		out->items[i].path = spell(out, &out->items[i]);
	sort_tags(out, compare_paths);
	return status;
}

enum status store_tag_list(struct store *store, struct tag_list *out, struct fault *f)
{
	struct query q = query_new(store, SQL_TAG_LIST);
	query_text(&q, NULL);
	return list_tags(&q, out, f);
}

enum status store_tag_names(struct store *store, struct tag_list *out, struct fault *f)
{
	struct query q = query_new(store, SQL_TAG_NAMES);
	return list_tags(&q, out, f);
}

/* One tag by its id, its path given, by TAG_LIST or TAG_BY_ID. */
static enum status get(struct store *store, enum sql sql, const char *id, const char *path,
		       struct tag *out, struct fault *f)
{
	struct tag_list list = {.n = 0};
	struct query q = query_new(store, sql);
	query_text(&q, id);
	enum status status = query_each(&q, read_item, &list, f);
	if (status == STATUS_OK && list.n != 1)
		status = fault_set(f, STATUS_NOT_FOUND, path);
	if (status == STATUS_OK) {
		*out = list.items[0];
		out->path = xstrdup(path);
		list.n = 0;
	}
	tag_list_release(&list);
	return status;
}

static enum status child(struct store *store, const char *parent, const char *name,
			 char id[ID_SIZE], bool *found, struct fault *f)
{
	struct query q = query_new(store, SQL_TAG_CHILD);
	query_text(&q, parent);
	query_text(&q, name);
	return query_first(&q, read_id, id, found, f);
}

/* In the order of TAG_ADD and _PUT. */
static void bind(struct query *q, const struct tag *tag, const char *parent, const char *name)
{
	query_text(q, tag->id);
	query_text(q, parent);
	query_text(q, name);
	query_string(q, tag->definition);
	query_string(q, tag->colour);
	query_string(q, tag->symbol);
	query_string(q, tag->key);
	query_text(q, tag->created_at);
	query_text(q, tag->updated_at);
}

static enum status add(struct store *store, const char *parent, const char *name, char id[ID_SIZE],
		       struct fault *f)
{
	struct tag row = {.path = NULL};
	enum status status = stamp_fill(store, STAMP_NO_CODER(&row), NULL, f);
	if (status == STATUS_OK) {
		struct query q = query_new(store, SQL_TAG_ADD);
		bind(&q, &row, parent, name);
		status = query_run(&q, NULL, f);
	}
	memcpy(id, row.id, ID_SIZE);
	tag_release(&row);
	return status;
}

/*
 * Walks down `path` from the top; where a tag is missing it is added, or NOT_FOUND names the path.
 */
static enum status walk(struct store *store, const char *path, bool may_add, char id[ID_SIZE],
			struct fault *f)
{
	enum status status = STATUS_OK;
	char here[ID_SIZE] = "", *names = xstrdup(path), *rest = names, *name;
	while (status == STATUS_OK && (name = strsep(&rest, "/"))) {
		bool found;
		char next[ID_SIZE] = "";
		status = child(store, here, name, next, &found, f);
		if (status == STATUS_OK && !found)
			status = may_add ? add(store, here, name, next, f)
					 : fault_set(f, STATUS_NOT_FOUND, path);
		memcpy(here, next, ID_SIZE);
	}
	free(names);
	memcpy(id, here, ID_SIZE);
	return status;
}

enum status store_tag_ensure(struct store *store, const char *path, struct tag *out,
			     struct fault *f)
{
	char id[ID_SIZE];
	enum status status = walk(store, path, store->in_act, id, f);
	return status == STATUS_OK ? get(store, SQL_TAG_BY_ID, id, path, out, f) : status;
}

enum status store_tag_get(struct store *store, const char *path, struct tag *out, struct fault *f)
{
	char id[ID_SIZE];
	enum status status = walk(store, path, false, id, f);
	return status == STATUS_OK ? get(store, SQL_TAG_LIST, id, path, out, f) : status;
}

static enum status exists(struct store *store, const char *id, struct fault *f)
{
	int64_t one;
	struct query q = query_new(store, SQL_TAG_EXISTS);
	query_text(&q, id);
	return query_one(&q, read_int, &one, id, f);
}

enum status store_tag_update(struct store *store, const struct tag *tag, struct fault *f)
{
	assert(store->in_act);
	char now[TIME_SIZE];
	enum status status = exists(store, tag->id, f);
	if (status != STATUS_OK)
		return status;
	time_now(now);
	struct query q = query_new(store, SQL_TAG_UPDATE);
	query_text(&q, tag->id);
	query_text(&q, tag->definition);
	query_text(&q, tag->colour);
	query_text(&q, tag->symbol);
	query_text(&q, tag->key);
	query_text(&q, now);
	return query_run(&q, NULL, f);
}

static enum status move(struct store *store, const char *id, const char *parent, const char *name,
			struct fault *f)
{
	char now[TIME_SIZE];
	time_now(now);
	struct query q = query_new(store, SQL_TAG_MOVE);
	query_text(&q, id);
	query_text(&q, parent);
	query_text(&q, name);
	query_text(&q, now);
	return query_run(&q, NULL, f);
}

/* INVALID where `id` is `top` or below it: a tag cannot go below itself. */
static enum status refuse_below(struct store *store, const char *top, const char *id,
				const char *path, struct fault *f)
{
	int64_t one;
	bool below;
	struct query q = query_new(store, SQL_TAG_IS_BELOW);
	query_text(&q, top);
	query_text(&q, id);
	enum status status = query_first(&q, read_int, &one, &below, f);
	return status == STATUS_OK && below ? fault_set(f, STATUS_INVALID, path) : status;
}

/* EXISTS where the place that a tag is to move to is another's. */
static enum status refuse_taken(struct store *store, const char *id, const char *new_path,
				struct fault *f)
{
	char there[ID_SIZE];
	enum status status = walk(store, new_path, false, there, NULL);
	if (status == STATUS_NOT_FOUND)
		return STATUS_OK;
	if (status == STATUS_OK && strcmp(id, there) != 0)
		return fault_set(f, STATUS_EXISTS, new_path);
	return status;
}

/* Where `path` is, its parents made: below `parent`. */
static enum status ensure_parent(struct store *store, const char *path, char parent[ID_SIZE],
				 struct fault *f)
{
	char *above = tagpath_parent(path);
	enum status status = STATUS_OK;
	parent[0] = '\0';
	if (above[0])
		status = walk(store, above, true, parent, f);
	free(above);
	return status;
}

static enum status move_to(struct store *store, const char *id, const char *new_path,
			   struct fault *f)
{
	char parent[ID_SIZE];
	enum status status = ensure_parent(store, new_path, parent, f);
	if (status == STATUS_OK && parent[0])
		status = refuse_below(store, id, parent, new_path, f);
	return status == STATUS_OK ? move(store, id, parent, tagpath_name(new_path), f) : status;
}

enum status store_tag_rename(struct store *store, const char *path, const char *new_path,
			     struct fault *f)
{
	assert(store->in_act);
	char id[ID_SIZE];
	enum status status = walk(store, path, false, id, f);
	if (status == STATUS_OK)
		status = refuse_taken(store, id, new_path, f);
	if (status != STATUS_OK || strcmp(path, new_path) == 0)
		return status;
	return move_to(store, id, new_path, f);
}

static void read_child(sqlite3_stmt *stmt, void *out)
{
	struct tag *tag = tag_list_add(out);
	column_id(stmt, 0, tag->id);
	tag->name = column_text(stmt, 1);
}

/* Those of one coder become one, what was of `into` first. */
static enum status merge_notes(struct store *store, const char *from, const char *into,
			       struct fault *f)
{
	static const enum sql steps[] = {SQL_TAG_NOTES_JOIN, SQL_TAG_NOTES_JOINED,
					 SQL_TAG_NOTES_MOVE};
	char now[TIME_SIZE];
	enum status status = STATUS_OK;
	time_now(now);
	for (size_t i = 0; status == STATUS_OK && i < sizeof steps / sizeof *steps; i++) {
		struct query q = query_new(store, steps[i]);
		query_text(&q, from);
		query_text(&q, into);
		if (steps[i] != SQL_TAG_NOTES_JOINED)
			query_text(&q, now);
		status = query_run(&q, NULL, f);
	}
	return status;
}

static enum status merge_codings(struct store *store, const char *from, const char *into,
				 struct fault *f)
{
	char now[TIME_SIZE];
	struct query q = query_new(store, SQL_TAG_MERGE_DOUBLES);
	query_text(&q, from);
	query_text(&q, into);
	enum status status = query_run(&q, NULL, f);
	if (status != STATUS_OK)
		return status;
	time_now(now);
	q = query_new(store, SQL_TAG_MERGE_CODINGS);
	query_text(&q, from);
	query_text(&q, into);
	query_text(&q, now);
	return query_run(&q, NULL, f);
}

static enum status merge(struct store *store, const char *from, const char *into, struct fault *f);

/* A child moves over, or merges with the one of its name that is there. */
static enum status merge_child(struct store *store, const struct tag *tag, const char *into,
			       struct fault *f)
{
	char same[ID_SIZE];
	bool found;
	enum status status = child(store, into, tag->name, same, &found, f);
	if (status != STATUS_OK)
		return status;
	return found ? merge(store, tag->id, same, f) : move(store, tag->id, into, tag->name, f);
}

static enum status remove_below(struct store *store, const char *id, struct fault *f)
{
	static const enum sql steps[] = {SQL_TAG_REMOVE_CODINGS, SQL_TAG_REMOVE_NOTES,
					 SQL_TAG_REMOVE};
	return query_run_all(store, steps, sizeof steps / sizeof *steps, id, f);
}

static enum status merge(struct store *store, const char *from, const char *into, struct fault *f)
{
	struct tag_list children = {.n = 0};
	enum status status = merge_codings(store, from, into, f);
	if (status == STATUS_OK)
		status = merge_notes(store, from, into, f);
	struct query q = query_new(store, SQL_TAG_CHILDREN);
	query_text(&q, from);
	if (status == STATUS_OK)
		status = query_each(&q, read_child, &children, f);
	for (size_t i = 0; status == STATUS_OK && i < children.n; i++)
		status = merge_child(store, &children.items[i], into, f);
	tag_list_release(&children);
	return status == STATUS_OK ? remove_below(store, from, f) : status;
}

enum status store_tag_merge(struct store *store, const char *from, const char *into,
			    struct fault *f)
{
	assert(store->in_act);
	char from_id[ID_SIZE], into_id[ID_SIZE];
	enum status status = walk(store, from, false, from_id, f);
	if (status == STATUS_OK)
		status = walk(store, into, false, into_id, f);
	if (status == STATUS_OK)
		status = refuse_below(store, from_id, into_id, into, f);
	return status == STATUS_OK ? merge(store, from_id, into_id, f) : status;
}

enum status store_tag_remove(struct store *store, const char *path, struct fault *f)
{
	assert(store->in_act);
	char id[ID_SIZE];
	enum status status = walk(store, path, false, id, f);
	return status == STATUS_OK ? remove_below(store, id, f) : status;
}

static enum status put_below(struct store *store, struct tag *tag, const char *parent,
			     enum put *came, struct fault *f)
{
	bool there;
	enum status status = put_finds(store, SQL_TAG_EXISTS, tag->id, &there, f);
	if (status == STATUS_OK && there && parent[0])
		status = refuse_below(store, tag->id, parent, tag->path, f);
	if (status != STATUS_OK)
		return status;
	struct query q = query_new(store, there ? SQL_TAG_PUT : SQL_TAG_ADD);
	bind(&q, tag, parent, tagpath_name(tag->path));
	return put_run(&q, there, came, f);
}

enum status store_tag_put(struct store *store, struct tag *tag, enum put *came, struct fault *f)
{
	char parent[ID_SIZE], same[ID_SIZE];
	bool found = false;
	enum status status = stamp_fill(store, STAMP_NO_CODER(tag), NULL, f);
	if (status == STATUS_OK)
		status = ensure_parent(store, tag->path, parent, f);
	if (status == STATUS_OK)
		status = child(store, parent, tagpath_name(tag->path), same, &found, f);
	if (status != STATUS_OK)
		return status;
	if (!found || strcmp(same, tag->id) == 0)
		return put_below(store, tag, parent, came, f);
	memcpy(tag->id, same, ID_SIZE);
	if (came)
		*came = PUT_TAKEN;
	return STATUS_OK;
}
