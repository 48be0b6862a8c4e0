/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/store-internal.h"

bool ref_bounds(const char *ref, char low[ID_SIZE], char high[ID_SIZE + 1])
{
	size_t n = strlen(ref);
	if (n < REF_MIN || n >= ID_SIZE || strspn(ref, "0123456789abcdefABCDEF-") != n)
		return false;
	for (size_t i = 0; i <= n; i++)
		low[i] = (char)tolower((unsigned char)ref[i]);
	/* "g" comes after every character of an id. */
	snprintf(high, ID_SIZE + 1, "%sg", low);
	return true;
}

/* The first two that match, and whether there are that many. */
struct matches {
	char ids[2][ID_SIZE];
	size_t n;
};

static void read_match(sqlite3_stmt *stmt, void *out)
{
	struct matches *matches = out;
	if (matches->n < 2)
		column_id(stmt, 0, matches->ids[matches->n++]);
}

static enum status by_number(struct store *store, enum sql of_number, const char *ref,
			     struct matches *out, struct fault *f)
{
	char *end;
	errno = 0;
	long long number = strtoll(ref, &end, 10);
	if (*end || errno || ref[0] < '0' || ref[0] > '9')
		return STATUS_OK;
	struct query q = query_new(store, of_number);
	query_int(&q, number);
	return query_each(&q, read_match, out, f);
}

static enum status by_prefix(struct store *store, enum sql of_prefix, const char *ref,
			     struct matches *out, struct fault *f)
{
	char low[ID_SIZE], high[ID_SIZE + 1];
	if (!ref_bounds(ref, low, high))
		return STATUS_OK;
	struct query q = query_new(store, of_prefix);
	query_text(&q, low);
	query_text(&q, high);
	return query_each(&q, read_match, out, f);
}

enum status ref_id(struct store *store, enum sql of_number, enum sql of_prefix, const char *ref,
		   char id[ID_SIZE], struct fault *f)
{
	struct matches matches = {.n = 0};
	enum status status = STATUS_OK;
	if (of_number != N_SQL)
		status = by_number(store, of_number, ref, &matches, f);
	if (status == STATUS_OK && matches.n == 0)
		status = by_prefix(store, of_prefix, ref, &matches, f);
	if (status != STATUS_OK)
		return status;
	if (matches.n == 0)
		return fault_set(f, STATUS_NOT_FOUND, ref);
	if (matches.n > 1)
		return fault_setf(f, STATUS_NOT_FOUND, ref, "%s, %s", matches.ids[0],
				  matches.ids[1]);
	memcpy(id, matches.ids[0], ID_SIZE);
	return STATUS_OK;
}
