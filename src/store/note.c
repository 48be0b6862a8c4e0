/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Notes. Each target has a column of its own, so that the database knows what a note hangs on; one
 * with none of them is on the project.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "store/store-internal.h"

enum { N_COLUMNS = 4 };

/* The kind of each target column, in the order of NOTE_COLUMNS, NOTE_ADD and NOTE_PUT. */
static const enum note_target columns[N_COLUMNS] = {NOTE_ARTICLE, NOTE_HIGHLIGHT, NOTE_CLAIM,
						    NOTE_TAG};

/* This coder's note on a target. */
static const enum sql note_of[] = {
	[NOTE_ARTICLE] = SQL_NOTE_OF_ARTICLE, [NOTE_HIGHLIGHT] = SQL_NOTE_OF_HIGHLIGHT,
	[NOTE_CLAIM] = SQL_NOTE_OF_CLAIM,     [NOTE_TAG] = SQL_NOTE_OF_TAG,
	[NOTE_PROJECT] = SQL_NOTE_OF_PROJECT,
};

/* Fills a new item from NOTE_COLUMNS. */
static void read_item(sqlite3_stmt *stmt, void *out)
{
	struct note *note = note_list_add(out);
	column_id(stmt, 0, note->id);
	note->kind = NOTE_PROJECT;
	for (int i = 0; i < N_COLUMNS && note->kind == NOTE_PROJECT; i++) {
		if (sqlite3_column_type(stmt, 1 + i) == SQLITE_NULL)
			continue;
		note->kind = columns[i];
		column_id(stmt, 1 + i, note->target);
	}
	note->text = column_text(stmt, 5);
	note->coder = column_text(stmt, 6);
	note->created_at = column_text(stmt, 7);
	note->updated_at = column_text(stmt, 8);
}

/* In the order of NOTE_ADD and _PUT. */
static void bind(struct query *q, const struct note *note, const char *coder_id)
{
	query_text(q, note->id);
	for (int i = 0; i < N_COLUMNS; i++)
		query_text(q, note->kind == columns[i] ? note->target : NULL);
	query_text(q, coder_id);
	query_string(q, note->text);
	query_text(q, note->created_at);
	query_text(q, note->updated_at);
}

static enum status add(struct store *store, enum note_target kind, const char *target,
		       const char *text, struct fault *f)
{
	char coder_id[ID_SIZE];
	struct note row = {.kind = kind, .text = xstrdup(text)};
	snprintf(row.target, ID_SIZE, "%s", target);
	enum status status = stamp_new(store, STAMP(&row), coder_id, f);
	if (status == STATUS_OK) {
		struct query q = query_new(store, SQL_NOTE_ADD);
		bind(&q, &row, coder_id);
		status = query_run(&q, NULL, f);
	}
	note_release(&row);
	return status;
}

static enum status replace(struct store *store, const char *id, const char *text, struct fault *f)
{
	char now[TIME_SIZE];
	time_now(now);
	struct query q = query_new(store, SQL_NOTE_UPDATE);
	query_text(&q, id);
	query_text(&q, text);
	query_text(&q, now);
	return query_run(&q, NULL, f);
}

static enum status take_away(struct store *store, const char *id, struct fault *f)
{
	struct query q = query_new(store, SQL_NOTE_REMOVE);
	query_text(&q, id);
	return query_run(&q, NULL, f);
}

static enum status find(struct store *store, enum note_target kind, const char *target,
			const char *coder_id, char id[ID_SIZE], bool *found, struct fault *f)
{
	struct query q = query_new(store, note_of[kind]);
	query_text(&q, target);
	query_text(&q, coder_id);
	return query_first(&q, read_id, id, found, f);
}

enum status store_note_set(struct store *store, enum note_target kind, const char *target,
			   const char *text, struct fault *f)
{
	const char *coder_id;
	char id[ID_SIZE];
	bool found = false;
	enum status status = act_coder(store, &coder_id, f);
	if (status == STATUS_OK)
		status = find(store, kind, target, coder_id, id, &found, f);
	if (status != STATUS_OK)
		return status;
	if (found)
		return text[0] ? replace(store, id, text, f) : take_away(store, id, f);
	return text[0] ? add(store, kind, target, text, f) : STATUS_OK;
}

enum status store_note_put(struct store *store, struct note *note, enum put *came,
			   struct fault *f)
{
	char coder_id[ID_SIZE], other[ID_SIZE];
	bool there = false, found = false;
	enum status status = stamp_fill(store, STAMP(note), coder_id, f);
	if (status == STATUS_OK)
		status = find(store, note->kind, note->target, coder_id, other, &found, f);
	if (status == STATUS_OK && found && strcmp(other, note->id) != 0) {
		memcpy(note->id, other, ID_SIZE);
		if (came)
			*came = PUT_TAKEN;
		return STATUS_OK;
	}
	if (status == STATUS_OK)
		status = put_finds(store, SQL_NOTE_EXISTS, note->id, &there, f);
	if (status != STATUS_OK)
		return status;
	struct query q = query_new(store, there ? SQL_NOTE_PUT : SQL_NOTE_ADD);
	bind(&q, note, coder_id);
	return put_run(&q, there, came, f);
}

static int compare_ids(const void *a, const void *b)
{
	const struct note *left = a, *right = b;
	return strcmp(left->id, right->id);
}

/* Of one target: a few, which no index has by id. */
static enum status list_of(struct store *store, const char *target, struct note_list *out,
			   struct fault *f)
{
	size_t before = out->n;
	struct query q = query_new(store, target[0] ? SQL_NOTE_LIST_OF : SQL_NOTE_LIST_OF_PROJECT);
	if (target[0])
		query_text(&q, target);
	enum status status = query_each(&q, read_item, out, f);
	if (out->n > before + 1)
		qsort(out->items + before, out->n - before, sizeof *out->items, compare_ids);
	return status;
}

enum status store_note_list(struct store *store, const char *target, struct note_list *out,
			    struct fault *f)
{
	if (target)
		return list_of(store, target, out, f);
	struct query q = query_new(store, SQL_NOTE_LIST);
	return query_each(&q, read_item, out, f);
}

enum status store_note_list_apart(struct store *store, struct note_list *out, struct fault *f)
{
	struct query q = query_new(store, SQL_NOTE_LIST_APART);
	return query_each(&q, read_item, out, f);
}
