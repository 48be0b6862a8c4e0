/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "store/store-internal.h"

/* Fills a new item from NOTE_COLUMNS. */
static void read_item(sqlite3_stmt *stmt, void *out)
{
	struct note *note = note_list_add(out);
	note->kind = sqlite3_column_type(stmt, 1) == SQLITE_NULL ? NOTE_HIGHLIGHT : NOTE_ARTICLE;
	column_id(stmt, 0, note->id);
	column_id(stmt, note->kind == NOTE_ARTICLE ? 1 : 2, note->target);
	note->text = column_text(stmt, 3);
	note->coder = column_text(stmt, 4);
	note->created_at = column_text(stmt, 5);
	note->updated_at = column_text(stmt, 6);
}

static enum status add(struct store *store, enum note_target kind, const char *target,
		       const char *coder_id, const char *text, struct fault *f)
{
	char id[ID_SIZE], now[TIME_SIZE];
	id_new(id);
	time_now(now);
	struct query q = query_new(store, SQL_NOTE_ADD);
	query_text(&q, id);
	query_text(&q, kind == NOTE_ARTICLE ? target : NULL);
	query_text(&q, kind == NOTE_HIGHLIGHT ? target : NULL);
	query_text(&q, coder_id);
	query_text(&q, text);
	query_text(&q, now);
	return query_run(&q, NULL, f);
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

enum status store_note_set(struct store *store, enum note_target kind, const char *target,
			   const char *text, struct fault *f)
{
	const char *coder_id;
	char id[ID_SIZE];
	bool found;
	enum status status = act_coder(store, &coder_id, f);
	if (status != STATUS_OK)
		return status;
	struct query q = query_new(store, kind == NOTE_ARTICLE ? SQL_NOTE_OF_ARTICLE
							       : SQL_NOTE_OF_HIGHLIGHT);
	query_text(&q, target);
	query_text(&q, coder_id);
	status = query_first(&q, read_id, id, &found, f);
	if (status != STATUS_OK)
		return status;
	if (found)
		return text[0] ? replace(store, id, text, f) : take_away(store, id, f);
	return text[0] ? add(store, kind, target, coder_id, text, f) : STATUS_OK;
}

static enum status list_of(struct store *store, enum sql sql, const char *target,
			   struct note_list *out, struct fault *f)
{
	struct query q = query_new(store, sql);
	query_text(&q, target);
	return query_each(&q, read_item, out, f);
}

enum status store_note_list(struct store *store, const char *target, struct note_list *out,
			    struct fault *f)
{
	if (!target) {
		struct query q = query_new(store, SQL_NOTE_LIST);
		return query_each(&q, read_item, out, f);
	}
	enum status status = list_of(store, SQL_NOTE_LIST_OF_ARTICLE, target, out, f);
	return status == STATUS_OK ? list_of(store, SQL_NOTE_LIST_OF_HIGHLIGHT, target, out, f)
				   : status;
}
