/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Texts, in parts.
 *
 * SQLite finds an offset in a long value by walking over all pages before it (13 ms at 100 MB,
 * against .01 ms in a part), so a text is rows of BODY_PART_SIZE bytes with consecutive ids, read
 * one at a time.
 */
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "store/store-internal.h"

enum { BODY_PART_SIZE = 64 << 10 };

static enum status put_parts(struct store *store, int64_t first, const char *text, size_t n,
			     struct fault *f)
{
	enum status status = STATUS_OK;
	for (size_t off = 0; status == STATUS_OK && off < n; off += BODY_PART_SIZE, first++) {
		struct query q = query_new(store, SQL_BODY_PART_ADD);
		query_int(&q, first);
		query_blob(&q, text + off, n - off < BODY_PART_SIZE ? n - off : BODY_PART_SIZE);
		status = query_run(&q, NULL, f);
	}
	return status;
}

static enum status add(struct store *store, const char *sha256, const char *text, size_t n,
		       struct fault *f)
{
	int64_t first;
	struct query q = query_new(store, SQL_BODY_NEXT_PART);
	enum status status = query_one(&q, read_int, &first, NULL, f);
	if (status == STATUS_OK)
		status = put_parts(store, first, text, n, f);
	if (status != STATUS_OK)
		return status;
	q = query_new(store, SQL_BODY_ADD);
	query_text(&q, sha256);
	query_int(&q, first);
	query_size(&q, n);
	return query_run(&q, NULL, f);
}

enum status body_put(struct store *store, const char *sha256, const char *text, size_t n,
		     struct fault *f)
{
	int64_t ignored;
	bool found;
	struct query q = query_new(store, SQL_BODY_GET);
	query_text(&q, sha256);
	enum status status = query_first(&q, read_int, &ignored, &found, f);
	return status == STATUS_OK && !found ? add(store, sha256, text, n, f) : status;
}

enum status body_collect(struct store *store, struct fault *f)
{
	struct query q = query_new(store, SQL_BODY_COLLECT_PARTS);
	query_int(&q, BODY_PART_SIZE);
	enum status status = query_run(&q, NULL, f);
	if (status != STATUS_OK)
		return status;
	q = query_new(store, SQL_BODY_COLLECT);
	return query_run(&q, NULL, f);
}

/* What a document reads from. */
struct body {
	struct store *store;
	int64_t first_part;
	size_t n_bytes;
};

static void read_body(sqlite3_stmt *stmt, void *out)
{
	struct body *body = out;
	body->first_part = sqlite3_column_int64(stmt, 0);
	body->n_bytes = column_size(stmt, 1);
}

/* A stretch of one part, and where it goes. */
struct piece {
	size_t off, n; /* in the part */
	char *buf;
	bool whole; /* the part had all of it */
};

static void read_piece(sqlite3_stmt *stmt, void *out)
{
	struct piece *piece = out;
	const char *bytes = sqlite3_column_blob(stmt, 0);
	size_t n = (size_t)sqlite3_column_bytes(stmt, 0);
	piece->whole = n >= piece->off + piece->n;
	if (piece->whole)
		memcpy(piece->buf, bytes + piece->off, piece->n);
}

static enum status body_read(void *self, size_t byte_off, char *buf, size_t n, struct fault *f)
{
	struct body *body = self;
	enum status status = STATUS_OK;
	while (status == STATUS_OK && n > 0) {
		size_t part = byte_off / BODY_PART_SIZE, off = byte_off % BODY_PART_SIZE;
		size_t room = BODY_PART_SIZE - off;
		struct piece piece = {.off = off, .n = n < room ? n : room, .buf = buf};
		struct query q = query_new(body->store, SQL_BODY_PART_GET);
		query_int(&q, body->first_part + (int64_t)part);
		status = query_one(&q, read_piece, &piece, body->store->path, f);
		if (status == STATUS_NOT_FOUND || (status == STATUS_OK && !piece.whole))
			status = fault_setf(f, STATUS_CORRUPT, body->store->path, "text: part %zu",
					    part);
		buf += piece.n;
		byte_off += piece.n;
		n -= piece.n;
	}
	return status;
}

enum status store_article_source(struct store *store, const char *id, struct text_source *out,
				 struct fault *f)
{
	struct body body = {.store = store};
	struct query q = query_new(store, SQL_BODY_OF_ARTICLE);
	query_text(&q, id);
	enum status status = query_one(&q, read_body, &body, id, f);
	if (status == STATUS_OK)
		*out = (struct text_source){.self = xmemdup(&body, sizeof body),
					    .size = body.n_bytes,
					    .read = body_read,
					    .close = free};
	return status;
}
