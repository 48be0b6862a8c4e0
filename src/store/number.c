/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers for people. The counter is outside the history: an undone import gives none back.
 */
#include "store/store-internal.h"

enum status number_next(struct store *store, const char *counter, int64_t *number,
			struct fault *f)
{
	struct query q = query_new(store, SQL_COUNTER_NEXT);
	query_text(&q, counter);
	return query_one(&q, read_int, number, NULL, f);
}

static enum status pass(struct store *store, const char *counter, int64_t number, struct fault *f)
{
	struct query q = query_new(store, SQL_COUNTER_PASS);
	query_text(&q, counter);
	query_int(&q, number);
	return query_run(&q, NULL, f);
}

enum status number_keep(struct store *store, const char *counter, enum sql of_number,
			int64_t *number, struct fault *f)
{
	char id[ID_SIZE];
	bool found;
	if (*number < 1 || *number > NUMBER_MAX)
		return number_next(store, counter, number, f);
	struct query q = query_new(store, of_number);
	query_int(&q, *number);
	enum status status = query_first(&q, read_id, id, &found, f);
	if (status != STATUS_OK)
		return status;
	return found ? number_next(store, counter, number, f) : pass(store, counter, *number, f);
}
