/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "base/xalloc.h"
#include "store/store-internal.h"

static void read_item(sqlite3_stmt *stmt, void *out)
{
	struct coverage *coverage = coverage_list_add(out);
	column_id(stmt, 0, coverage->id);
	column_id(stmt, 1, coverage->claim);
	column_id(stmt, 2, coverage->article);
	coverage->coder = column_text(stmt, 3);
	coverage->state = column_text(stmt, 4);
	coverage->created_at = column_text(stmt, 5);
	coverage->updated_at = column_text(stmt, 6);
}

/* What it is and is about: the values of COVERAGE_TAKEN, and the first of COVERAGE_ADD and _PUT. */
static void bind_key(struct query *q, const struct coverage *coverage, const char *coder_id)
{
	query_text(q, coverage->id);
	query_text(q, coverage->claim);
	query_text(q, coverage->article);
	query_text(q, coder_id);
}

static void bind(struct query *q, const struct coverage *coverage, const char *coder_id)
{
	bind_key(q, coverage, coder_id);
	query_text(q, coverage->state);
	query_text(q, coverage->created_at);
	query_text(q, coverage->updated_at);
}

static enum status add(struct store *store, const char *claim, const char *article,
		       struct fault *f)
{
	char coder_id[ID_SIZE];
	struct coverage row = {.state = xstrdup("absent")};
	snprintf(row.claim, ID_SIZE, "%s", claim);
	snprintf(row.article, ID_SIZE, "%s", article);
	enum status status = stamp_new(store, STAMP(&row), coder_id, f);
	if (status == STATUS_OK) {
		struct query q = query_new(store, SQL_COVERAGE_ADD);
		bind(&q, &row, coder_id);
		status = query_run(&q, NULL, f);
	}
	coverage_release(&row);
	return status;
}

static enum status take_back(struct store *store, const char *claim, const char *article,
			     struct fault *f)
{
	const char *coder_id;
	enum status status = act_coder(store, &coder_id, f);
	if (status != STATUS_OK)
		return status;
	struct query q = query_new(store, SQL_COVERAGE_REMOVE);
	query_text(&q, claim);
	query_text(&q, article);
	query_text(&q, coder_id);
	return query_run(&q, NULL, f);
}

enum status store_absent_set(struct store *store, const char *claim, const char *article,
			     bool absent, struct fault *f)
{
	return absent ? add(store, claim, article, f) : take_back(store, claim, article, f);
}

/* Whether this coder links a passage of the article to the claim, and so did find it there. */
static enum status is_denied(struct store *store, const struct coverage *coverage,
			     const char *coder_id, bool *denied, struct fault *f)
{
	int64_t one;
	struct query q = query_new(store, SQL_COVERAGE_DENIED);
	bind_key(&q, coverage, coder_id);
	return query_first(&q, read_int, &one, denied, f);
}

enum status store_coverage_put(struct store *store, struct coverage *coverage, enum put *came,
			       struct fault *f)
{
	char coder_id[ID_SIZE];
	bool there = false, taken = false, denied = false;
	enum status status = stamp_fill(store, STAMP(coverage), coder_id, f);
	if (status == STATUS_OK)
		status = is_denied(store, coverage, coder_id, &denied, f);
	if (denied && came)
		*came = PUT_DENIED;
	if (status != STATUS_OK || denied)
		return status;
	struct query q = query_new(store, SQL_COVERAGE_TAKEN);
	bind_key(&q, coverage, coder_id);
	status = put_taken(&q, coverage->id, &taken, came, f);
	if (status == STATUS_OK && !taken)
		status = put_finds(store, SQL_COVERAGE_EXISTS, coverage->id, &there, f);
	if (status != STATUS_OK || taken)
		return status;
	q = query_new(store, there ? SQL_COVERAGE_PUT : SQL_COVERAGE_ADD);
	bind(&q, coverage, coder_id);
	return put_run(&q, there, came, f);
}

enum status store_coverage_list(struct store *store, struct coverage_list *out, struct fault *f)
{
	struct query q = query_new(store, SQL_COVERAGE_LIST);
	return query_each(&q, read_item, out, f);
}
