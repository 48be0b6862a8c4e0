/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Undo and redo: changesets of acts, applied backwards and forwards.
 *
 * An act is done, undone, or dropped (undone, and then its coder did something else). What is
 * undone of a coder is always the end of what the coder did, so undo takes the last that is done
 * and redo the first that is undone. Undo and redo are rows of the history too, without a
 * changeset: it is the act's.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "store/store-internal.h"

/* A row to be written. */
struct entry {
	const char *id, *coder, *kind;
	int64_t act; /* 0: none */
	struct act_label label;
	const char *state;
	const void *changeset;
	size_t n_changeset;
};

static enum status add(struct store *store, const struct entry *entry, struct fault *f)
{
	char now[TIME_SIZE];
	time_now(now);
	struct query q = query_new(store, SQL_HISTORY_ADD);
	query_text(&q, entry->id);
	query_text(&q, entry->coder);
	query_text(&q, now);
	query_text(&q, entry->kind);
	query_int(&q, entry->act);
	query_text(&q, entry->label.what);
	query_text(&q, entry->label.subject);
	query_text(&q, entry->label.object);
	query_int(&q, entry->label.n);
	query_text(&q, entry->state);
	query_blob(&q, entry->changeset, entry->n_changeset);
	return query_run(&q, NULL, f);
}

static enum status add_act(struct store *store, const void *changeset, size_t n, struct fault *f)
{
	struct entry entry = {.id = store->act_id,
			      .kind = "act",
			      .label = {.what = store->act.what,
					.subject = store->act.subject,
					.object = store->act.object,
					.n = store->act.n},
			      .state = "done",
			      .changeset = changeset,
			      .n_changeset = n};
	enum status status = act_coder(store, &entry.coder, f);
	if (status != STATUS_OK)
		return status;
	struct query q = query_new(store, SQL_HISTORY_DROP_UNDONE);
	query_text(&q, entry.coder);
	status = query_run(&q, NULL, f);
	return status == STATUS_OK ? add(store, &entry, f) : status;
}

enum status history_record(struct store *store, bool *recorded, struct fault *f)
{
	int n = 0;
	void *changeset = NULL;
	int rc = sqlite3session_changeset(store->session, &n, &changeset);
	if (rc != SQLITE_OK)
		return connection_fault(store->db, rc, store->path, f);
	*recorded = n > 0;
	enum status status = n > 0 ? add_act(store, changeset, (size_t)n, f) : STATUS_OK;
	sqlite3_free(changeset);
	return status;
}

/* An act to be taken back or done again. */
struct step {
	struct act act;
	void *changeset;
	int n;
};

/* Fills `act` from ACT_COLUMNS. */
static void read_act(sqlite3_stmt *stmt, struct act *act)
{
	act->seq = sqlite3_column_int64(stmt, 0);
	act->coder = column_text(stmt, 1);
	act->at = column_text(stmt, 2);
	act->what = column_text(stmt, 3);
	act->subject = column_text(stmt, 4);
	act->object = column_text(stmt, 5);
	act->n = sqlite3_column_int64(stmt, 6);
	const char *state = (const char *)sqlite3_column_text(stmt, 7);
	act->redoable = state && strcmp(state, "undone") == 0;
	act->undone = act->redoable || (state && strcmp(state, "dropped") == 0);
}

/* ACT_COLUMNS and the changeset. */
static void read_step(sqlite3_stmt *stmt, void *out)
{
	struct step *step = out;
	read_act(stmt, &step->act);
	const void *bytes = sqlite3_column_blob(stmt, 8);
	step->n = sqlite3_column_bytes(stmt, 8);
	step->changeset = xmemdup(bytes, (size_t)step->n);
}

static void step_release(struct step *step)
{
	act_release(&step->act);
	free(step->changeset);
}

/*
 * Whatever does not fit is a conflict: another coder's work stands on it, or somebody changed it
 * since. A row that was to go and is gone already is one too: were that let pass, whoever removed it
 * could bring it back after the act that made it was undone, and no undo would lead to before it.
 * `context` is a char *: the first one's table.
 */
static int on_conflict(void *context, int kind, sqlite3_changeset_iter *change)
{
	char **where = context;
	const char *table = "foreign key";
	int n_columns, operation, indirect;
	if (kind != SQLITE_CHANGESET_FOREIGN_KEY)
		sqlite3changeset_op(change, &table, &n_columns, &operation, &indirect);
	if (!*where)
		*where = xstrdup(table);
	return SQLITE_CHANGESET_ABORT;
}

static enum status apply(struct store *store, const struct step *step, int n, void *changeset,
			 struct fault *f)
{
	char *where = NULL;
	int rc = sqlite3changeset_apply(store->db, n, changeset, NULL, on_conflict, &where);
	enum status status = STATUS_OK;
	if (rc != SQLITE_OK && where)
		status = fault_setf(f, STATUS_CONFLICT, step->act.subject, "%s", where);
	else if (rc != SQLITE_OK)
		status = connection_fault(store->db, rc, store->path, f);
	free(where);
	return status;
}

static enum status apply_inverse(struct store *store, const struct step *step, struct fault *f)
{
	int n = 0;
	void *inverse = NULL;
	int rc = sqlite3changeset_invert(step->n, step->changeset, &n, &inverse);
	enum status status = rc == SQLITE_OK ? apply(store, step, n, inverse, f)
					     : connection_fault(store->db, rc, store->path, f);
	sqlite3_free(inverse);
	return status;
}

/* What undo and redo do not share. */
static const struct direction {
	enum sql find; /* the next one not beyond an act */
	enum status nothing;
	const char *kind, *state;
} undo = {SQL_HISTORY_LAST_DONE, STATUS_NOTHING_TO_UNDO, "undo", "undone"},
  redo = {SQL_HISTORY_FIRST_UNDONE, STATUS_NOTHING_TO_REDO, "redo", "done"};

/* A walk through a coder's acts, in one transaction. */
struct walk {
	const struct direction *way;
	char coder_id[ID_SIZE];
	int64_t goal;      /* the last act to be taken */
	size_t max, n;     /* how many at most, and how many so far */
	char id[ID_SIZE];  /* the history's row of the last step */
	struct step step;  /* the last one */
};

static enum status find(struct store *store, struct walk *walk, bool *found, struct fault *f)
{
	struct query q = query_new(store, walk->way->find);
	query_text(&q, walk->coder_id);
	query_int(&q, walk->goal);
	step_release(&walk->step);
	walk->step = (struct step){.changeset = NULL};
	return query_first(&q, read_step, &walk->step, found, f);
}

static enum status note_step(struct store *store, struct walk *walk, struct fault *f)
{
	id_new(walk->id);
	struct entry entry = {.id = walk->id,
			      .coder = walk->coder_id,
			      .kind = walk->way->kind,
			      .label = {.what = "", .subject = "", .object = ""},
			      .act = walk->step.act.seq};
	struct query q = query_new(store, SQL_HISTORY_SET_STATE);
	query_int(&q, entry.act);
	query_text(&q, walk->way->state);
	enum status status = query_run(&q, NULL, f);
	return status == STATUS_OK ? add(store, &entry, f) : status;
}

/* Finds the next act, applies it, and writes down that it did. */
static enum status take_step(struct store *store, struct walk *walk, bool *found, struct fault *f)
{
	struct step *step = &walk->step;
	enum status status = find(store, walk, found, f);
	if (status != STATUS_OK || !*found)
		return status;
	status = walk->way == &undo ? apply_inverse(store, step, f)
				    : apply(store, step, step->n, step->changeset, f);
	return status == STATUS_OK ? note_step(store, walk, f) : status;
}

static enum status take_steps(struct store *store, struct walk *walk, const char *coder,
			      struct fault *f)
{
	bool found = true;
	enum status status = coder_ensure(store, coder, walk->coder_id, f);
	while (status == STATUS_OK && found && walk->n < walk->max) {
		status = take_step(store, walk, &found, f);
		walk->n += status == STATUS_OK && found;
	}
	return status == STATUS_OK && walk->n == 0 ? fault_set(f, walk->way->nothing, NULL)
						   : status;
}

/* All of it or nothing. The last step stays in `walk`. */
static enum status go(struct store *store, struct walk *walk, const char *coder, struct fault *f)
{
	assert(!store->in_act);
	enum status status = write_begin(store, f);
	if (status != STATUS_OK)
		return status;
	status = take_steps(store, walk, coder, f);
	if (status == STATUS_OK)
		return commit_resolved(store, walk->id, f);
	rollback(store);
	return status;
}

static enum status go_one(struct store *store, struct walk walk, const char *coder,
			  struct act *did, struct fault *f)
{
	enum status status = go(store, &walk, coder, f);
	if (did) {
		*did = walk.step.act;
		walk.step.act = (struct act){.seq = 0};
	}
	step_release(&walk.step);
	return status;
}

static enum status go_to(struct store *store, struct walk walk, const char *coder, size_t *n,
			 struct fault *f)
{
	enum status status = go(store, &walk, coder, f);
	if (n)
		*n = walk.n;
	step_release(&walk.step);
	return status;
}

enum status store_undo(struct store *store, const char *coder, struct act *did, struct fault *f)
{
	return go_one(store, (struct walk){.way = &undo, .goal = 0, .max = 1}, coder, did, f);
}

enum status store_redo(struct store *store, const char *coder, struct act *did, struct fault *f)
{
	return go_one(store, (struct walk){.way = &redo, .goal = INT64_MAX, .max = 1}, coder, did,
		      f);
}

enum status store_undo_to(struct store *store, const char *coder, int64_t seq, size_t *n,
			  struct fault *f)
{
	return go_to(store, (struct walk){.way = &undo, .goal = seq, .max = SIZE_MAX}, coder, n,
		     f);
}

enum status store_redo_to(struct store *store, const char *coder, int64_t seq, size_t *n,
			  struct fault *f)
{
	return go_to(store, (struct walk){.way = &redo, .goal = seq, .max = SIZE_MAX}, coder, n,
		     f);
}

static void read_item(sqlite3_stmt *stmt, void *out)
{
	read_act(stmt, act_list_add(out));
}

enum status store_history(struct store *store, size_t limit, struct act_list *out, struct fault *f)
{
	struct query q = query_new(store, SQL_HISTORY_LIST);
	query_int(&q, limit ? (int64_t)limit : -1);
	return query_each(&q, read_item, out, f);
}

enum status store_history_forget(struct store *store, struct fault *f)
{
	assert(!store->in_act);
	enum status status = write_begin(store, f);
	if (status != STATUS_OK)
		return status;
	struct query q = query_new(store, SQL_HISTORY_FORGET);
	status = query_run(&q, NULL, f);
	if (status == STATUS_OK)
		status = body_collect(store, f);
	return write_end(store, status, f);
}
