/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The seam inside the store: a connection, its prepared statements, and the transaction under way.
 *
 * Everything that asks the database something goes through a `struct query`: bind in order, then
 * run. Binding never fails by itself; what went wrong comes out of the call that runs. A query is
 * over, and its lock given back, when that call returns.
 */
#ifndef STORE_STORE_INTERNAL_H
#define STORE_STORE_INTERNAL_H

#include <sqlite3.h>

#include "model/id.h"
#include "store/store.h"

enum sql {
#define SQL(name, text) SQL_##name,
#include "store/sql.def"
#undef SQL
	N_SQL
};

/*
 * The shape of a project at one version, and the ways to it from older ones (schema.c, migrate.c).
 */
struct schema {
	int version; /* PRAGMA user_version */
	/* Each a CREATE statement, exactly as it then stands in sqlite_schema; ends with NULL. */
	const char *const *objects;
	/* migrations[v] leads from version v to v + 1; ends with version - 1. [0] is unused. */
	const char *const *migrations;
};

extern const struct schema schema_now;

/* "HSHY", in the header of every project. */
enum { APPLICATION_ID = 0x48534859 };

/* Whether the first bytes of a file are those of a project. */
enum { HEADER_SIZE = 100 };
bool header_is_project(const unsigned char header[HEADER_SIZE]);

struct store {
	sqlite3 *db; /* NULL only after it could not be opened again: see store_reopen() */
	char *path;  /* as given */
	const struct schema *schema;
	enum store_mode mode;
	int version;
	bool readonly, newer;
	sqlite3_stmt *statements[N_SQL];

	/* The act under way. */
	bool in_act;
	char act_id[ID_SIZE];   /* its row in the history: a failed commit is looked up by it */
	char coder_id[ID_SIZE]; /* "" until a row needs it */
	struct act act;         /* its coder and what it is called */
	sqlite3_session *session;

	int64_t data_version; /* at the last store_changes() */
	int64_t changes;      /* commits seen */
};

/* --- open.c --- */
enum status store_open_schema(struct store **out, const char *path, enum store_mode mode,
			      const struct schema *schema, struct fault *f) MUST_USE;
/*
 * Closes the connection and opens the same file again, after an error that leaves in doubt what is
 * on disk.
 */
enum status store_reopen(struct store *store, struct fault *f) MUST_USE;

/* --- connection.c: sqlite3 with the settings that the promises need --- */
/*
 * `flags`: SQLITE_OPEN_READONLY or SQLITE_OPEN_READWRITE. `*out` is the caller's to
 * sqlite3_close().
 */
enum status connection_open(sqlite3 **out, const char *path, int flags, struct fault *f) MUST_USE;
/* The journal's settings; not for a connection that only reads. */
enum status connection_journal(sqlite3 *db, const char *path, struct fault *f) MUST_USE;
/* What SQLite's last error on `db` means to a person. */
enum status connection_fault(sqlite3 *db, int rc, const char *path, struct fault *f);
enum status connection_exec(sqlite3 *db, const char *path, const char *sql,
			    struct fault *f) MUST_USE;
/* The first column of the first row; 0 where there is none. */
enum status connection_int(sqlite3 *db, const char *path, const char *sql, int64_t *out,
			   struct fault *f) MUST_USE;

/* --- create.c --- */
/* Makes an empty project at `path`, whole or not at all. OK too where somebody else just did. */
enum status project_file_create(const char *path, const struct schema *schema,
				struct fault *f) MUST_USE;

/* --- schema.c --- */
/*
 * Runs the CREATE statements and marks the file as a project of that version. Inside a transaction.
 */
enum status schema_create(sqlite3 *db, const char *path, const struct schema *schema,
			  struct fault *f) MUST_USE;
enum status schema_mark(sqlite3 *db, const char *path, const struct schema *schema,
			struct fault *f) MUST_USE;
/*
 * CORRUPT unless every object of `schema` is there word for word and nothing else hangs on its
 * tables.
 */
enum status schema_check(sqlite3 *db, const char *path, const struct schema *schema,
			 struct fault *f) MUST_USE;

/* --- migrate.c --- */
/*
 * Leads an older project to `store->schema`, in one transaction, after a verified backup beside it.
 */
enum status store_migrate(struct store *store, struct fault *f) MUST_USE;

/* --- query.c --- */
struct query {
	struct store *store;
	sqlite3_stmt *stmt; /* NULL where it could not be prepared */
	int rc;             /* the first thing that went wrong */
	int n_bound;
};

/* Reads the row that `stmt` stands on. */
typedef void row_reader(sqlite3_stmt *stmt, void *out);

struct query query_new(struct store *store, enum sql sql);
/* Bound values are borrowed until the query has run. NULL text is SQL's NULL. */
void query_text(struct query *q, const char *text);
/* Of a row that a caller made, whose strings may be missing: NULL is "". */
void query_string(struct query *q, const char *text);
void query_int(struct query *q, int64_t value);
void query_size(struct query *q, size_t value);
void query_blob(struct query *q, const void *bytes, size_t n);
/*
 * Runs a statement that returns no rows; `*n_changed` (may be NULL) tells how many rows it changed.
 */
enum status query_run(struct query *q, int *n_changed, struct fault *f) MUST_USE;
enum status query_each(struct query *q, row_reader *read, void *out, struct fault *f) MUST_USE;
/* The first row; `*found` false where there is none. */
enum status query_first(struct query *q, row_reader *read, void *out, bool *found,
			struct fault *f) MUST_USE;
/* The first row; NOT_FOUND about `subject` where there is none. */
enum status query_one(struct query *q, row_reader *read, void *out, const char *subject,
		      struct fault *f) MUST_USE;
/* The text that `q` finds, or "": the caller's. */
enum status query_text_or_empty(struct query *q, char **out, struct fault *f) MUST_USE;
/* Runs each of the statements with `id` as its only value. */
enum status query_run_all(struct store *store, const enum sql *steps, size_t n_steps,
			  const char *id, struct fault *f) MUST_USE;
/*
 * Row by row, for who reads several side by side: true on each row, whose columns stay until the
 * next call. query_end() comes in any case, and has what went wrong.
 */
bool query_next(struct query *q);
enum status query_end(struct query *q, struct fault *f) MUST_USE;
void store_finalize(struct store *store);

/*
 * What a damaged or hostile row may hold is made harmless: no NULL, no negative size, no overlong
 * id.
 */
char *column_text(sqlite3_stmt *stmt, int column); /* the caller's */
/* The same of the row's own: it stays until the statement goes on. */
char *column_borrowed(sqlite3_stmt *stmt, int column);
void column_id(sqlite3_stmt *stmt, int column, char out[ID_SIZE]);
size_t column_size(sqlite3_stmt *stmt, int column);
void read_int(sqlite3_stmt *stmt, void *out);  /* an int64_t */
void read_id(sqlite3_stmt *stmt, void *out);   /* a char[ID_SIZE] */
void read_text(sqlite3_stmt *stmt, void *out); /* a char *, the caller's */

/* --- act.c --- */
/* A transaction that is no act, for what stands outside the history; joins the act under way. */
enum status write_begin(struct store *store, struct fault *f) MUST_USE;
/*
 * Ends it: commits where `status` is OK, else rolls back. Returns `status`, or why the commit
 * failed.
 */
enum status write_end(struct store *store, enum status status, struct fault *f) MUST_USE;
/*
 * Commits the transaction whose history row is `id` (NULL: it has none), and finds out what came of
 * it.
 */
enum status commit_resolved(struct store *store, const char *id, struct fault *f) MUST_USE;
void rollback(struct store *store);

/* --- coder.c --- */
/* The coder's id, added where missing. Inside a transaction. */
enum status coder_ensure(struct store *store, const char *name, char id[ID_SIZE],
			 struct fault *f) MUST_USE;
/* Who is who, read once for who looks at many rows. All zero is a valid empty one. */
struct coder_names {
	struct coder_list list; /* by id */
	const struct coder *last;
};
enum status coder_names_load(struct store *store, struct coder_names *out, struct fault *f) MUST_USE;
/* The name of a coder; "" where there is none with this id. Borrowed. */
char *coder_names_find(struct coder_names *names, const char *id);
void coder_names_release(struct coder_names *names);
/* The id of the coder of the act under way; borrowed. */
enum status act_coder(struct store *store, const char **id, struct fault *f) MUST_USE;

/* --- history.c --- */
/* Writes the act under way to the history; `*recorded` false where it changed nothing. */
enum status history_record(struct store *store, bool *recorded, struct fault *f) MUST_USE;

/* --- body.c --- */
/* Stores a text under its digest, unless it is there. Inside a transaction. */
enum status body_put(struct store *store, const char *sha256, const char *text, size_t n,
		     struct fault *f) MUST_USE;
/* Drops the texts of no article. Inside a transaction. */
enum status body_collect(struct store *store, struct fault *f) MUST_USE;

/* --- put.c --- */
/* What rows have in common: where to find it in one. */
struct stamp {
	char *id;
	char **coder; /* NULL: rows of this kind have none */
	char **created_at, **updated_at;
};
/* Of a row with a coder, and of one without. */
#define STAMP(row)                                                                                 \
	((struct stamp){(row)->id, &(row)->coder, &(row)->created_at, &(row)->updated_at})
#define STAMP_NO_CODER(row)                                                                        \
	((struct stamp){(row)->id, NULL, &(row)->created_at, &(row)->updated_at})

/* Fills a row that this act adds: an id unless there is one, the act's coder, and now. */
enum status stamp_new(struct store *store, struct stamp stamp, char coder_id[ID_SIZE],
		      struct fault *f) MUST_USE;
/* Fills what a row from elsewhere lacks. `coder_id` becomes its coder's. */
enum status stamp_fill(struct store *store, struct stamp stamp, char coder_id[ID_SIZE],
		       struct fault *f) MUST_USE;
/* `taken` finds the id of another row for the same: it replaces `id`, and `*came` is PUT_TAKEN. */
enum status put_taken(struct query *taken, char id[ID_SIZE], bool *is_taken, enum put *came,
		      struct fault *f) MUST_USE;
/* Whether there is a row with this id. */
enum status put_finds(struct store *store, enum sql exists, const char *id, bool *there,
		      struct fault *f) MUST_USE;
/* Runs what adds a row, or where it is there replaces it unless it is the same. */
enum status put_run(struct query *q, bool there, enum put *came, struct fault *f) MUST_USE;

/* --- number.c: numbers for people, of articles and claims --- */
enum { NUMBER_MAX = 1000000000 }; /* a file from elsewhere may say anything */
enum status number_next(struct store *store, const char *counter, int64_t *number,
			struct fault *f) MUST_USE;
/* Keeps the number that `*number` has where no row of `of_number` has it, else the next one. */
enum status number_keep(struct store *store, const char *counter, enum sql of_number,
			int64_t *number, struct fault *f) MUST_USE;

/* --- coding.c --- */
/* For qsort_r(): by where the tag stands in a list, of which `tags` is the lookup, then by coder. */
int coding_compare(const void *a, const void *b, void *tags);

/* --- relation.c --- */
/* Of each two relations of claim `id` that say the same from both sides, drops one. */
enum status relations_unmirror(struct store *store, const char *id, struct fault *f) MUST_USE;

/* --- ref.c --- */
enum { REF_MIN = 8 };
/*
 * The bounds of the ids that begin with `ref`: [low, high). False where `ref` is no such beginning:
 * shorter than REF_MIN, or not of an id's characters. Upper case is taken as lower.
 */
bool ref_bounds(const char *ref, char low[ID_SIZE], char high[ID_SIZE + 1]);
/*
 * The id of the row that `ref` means: by its number (`of_number`; N_SQL where rows have none), else
 * by the beginning of its id. NOT_FOUND names it, and in the detail two that it could mean.
 */
enum status ref_id(struct store *store, enum sql of_number, enum sql of_prefix, const char *ref,
		   char id[ID_SIZE], struct fault *f) MUST_USE;

#endif
