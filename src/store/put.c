/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the functions that add rows, and those that put rows from elsewhere, have in common.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "store/store-internal.h"

static void fill(char **field, const char *text)
{
	if (!*field || !**field)
		xstrset(field, text);
}

enum status stamp_new(struct store *store, struct stamp stamp, char coder_id[ID_SIZE],
		      struct fault *f)
{
	char now[TIME_SIZE];
	const char *id = "";
	enum status status = act_coder(store, &id, f);
	if (status != STATUS_OK)
		return status;
	memcpy(coder_id, id, ID_SIZE);
	if (!stamp.id[0])
		id_new(stamp.id);
	time_now(now);
	if (stamp.coder)
		xstrset(stamp.coder, store->act.coder);
	xstrset(stamp.created_at, now);
	xstrset(stamp.updated_at, now);
	return STATUS_OK;
}

enum status stamp_fill(struct store *store, struct stamp stamp, char coder_id[ID_SIZE],
		       struct fault *f)
{
	char now[TIME_SIZE];
	assert(store->in_act);
	if (!stamp.id[0])
		id_new(stamp.id);
	time_now(now);
	fill(stamp.created_at, now);
	fill(stamp.updated_at, now);
	if (!stamp.coder)
		return STATUS_OK;
	fill(stamp.coder, store->act.coder);
	return coder_ensure(store, *stamp.coder, coder_id, f);
}

static void tell(enum put *came, enum put what)
{
	if (came)
		*came = what;
}

enum status put_taken(struct query *taken, char id[ID_SIZE], bool *is_taken, enum put *came,
		      struct fault *f)
{
	char other[ID_SIZE];
	enum status status = query_first(taken, read_id, other, is_taken, f);
	if (status == STATUS_OK && *is_taken) {
		memcpy(id, other, ID_SIZE);
		tell(came, PUT_TAKEN);
	}
	return status;
}

enum status put_finds(struct store *store, enum sql exists, const char *id, bool *there,
		      struct fault *f)
{
	int64_t one;
	struct query q = query_new(store, exists);
	query_text(&q, id);
	return query_first(&q, read_int, &one, there, f);
}

enum status put_run(struct query *q, bool there, enum put *came, struct fault *f)
{
	int n_changed;
	enum status status = query_run(q, &n_changed, f);
	if (status == STATUS_OK)
		tell(came, !there ? PUT_ADDED : n_changed > 0 ? PUT_CHANGED : PUT_SAME);
	return status;
}
