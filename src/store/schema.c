/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tables of a project.
 *
 * Rows have UUIDs, so that the same row is the same in every copy of a project; there are no
 * cascades: what goes with a row is deleted by name, and a changeset that would take away what
 * others hang on fails as a conflict instead of dropping their work. Tables whose ids grow with
 * time are WITHOUT ROWID: one tree less to write in a commit.
 *
 * A migration must leave each object with exactly the text it has here. ALTER TABLE does not:
 * create the new table from a copy in the temporary schema.
 */
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "store/store-internal.h"

#define ROW_TIMES " created_at TEXT NOT NULL, updated_at TEXT NOT NULL"

static const char *const objects[] = {
	/*
	 * Texts, by digest, in parts of BODY_PART_SIZE: finding the middle of one long value means
	 * reading all before it. Outside the recorded tables.
	 */
	"CREATE TABLE body("
	"sha256 TEXT NOT NULL PRIMARY KEY,"
	" n_bytes INTEGER NOT NULL,"
	" first_part INTEGER NOT NULL) STRICT, WITHOUT ROWID",
	"CREATE TABLE body_part(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT",

	/* Coders stay when their first act is undone. Outside the recorded tables. */
	"CREATE TABLE coder("
	"id TEXT NOT NULL PRIMARY KEY,"
	" name TEXT NOT NULL UNIQUE,"
	ROW_TIMES ") STRICT",

	/* Rows lie in the order of import, which is nearly that of numbers. */
	"CREATE TABLE article("
	"id TEXT NOT NULL PRIMARY KEY,"
	" number INTEGER NOT NULL UNIQUE,"
	" title TEXT NOT NULL,"
	" outlet TEXT NOT NULL,"
	" author TEXT NOT NULL,"
	" url TEXT NOT NULL,"
	" published_at TEXT NOT NULL,"
	" lang TEXT NOT NULL,"
	" dir TEXT NOT NULL CHECK(dir IN ('auto', 'rtl', 'ltr')),"
	" body TEXT NOT NULL REFERENCES body(sha256),"
	" source_path TEXT NOT NULL,"
	" source_sha256 TEXT NOT NULL,"
	" n_bytes INTEGER NOT NULL,"
	" n_cp INTEGER NOT NULL,"
	" n_words INTEGER NOT NULL,"
	ROW_TIMES ") STRICT",
	"CREATE INDEX article_body ON article(body)",

	"CREATE TABLE highlight("
	"id TEXT NOT NULL PRIMARY KEY,"
	" article TEXT NOT NULL REFERENCES article(id),"
	" start_cp INTEGER NOT NULL CHECK(start_cp >= 0),"
	" end_cp INTEGER NOT NULL CHECK(end_cp > start_cp),"
	" exact TEXT NOT NULL,"
	" prefix TEXT NOT NULL,"
	" suffix TEXT NOT NULL,"
	" anchor_state TEXT NOT NULL CHECK(anchor_state IN ('exact', 'moved', 'orphan')),"
	" coder TEXT NOT NULL REFERENCES coder(id),"
	ROW_TIMES ") STRICT, WITHOUT ROWID",
	"CREATE INDEX highlight_place ON highlight(article, start_cp, end_cp)",

	"CREATE TABLE tag("
	"id TEXT NOT NULL PRIMARY KEY,"
	" parent TEXT REFERENCES tag(id),"
	" name TEXT NOT NULL,"
	" definition TEXT NOT NULL,"
	" colour TEXT NOT NULL,"
	" symbol TEXT NOT NULL,"
	" key TEXT NOT NULL,"
	ROW_TIMES ") STRICT, WITHOUT ROWID",
	"CREATE UNIQUE INDEX tag_path ON tag(ifnull(parent, ''), name)",
	"CREATE INDEX tag_parent ON tag(parent)",

	"CREATE TABLE coding("
	"id TEXT NOT NULL PRIMARY KEY,"
	" highlight TEXT NOT NULL REFERENCES highlight(id),"
	" tag TEXT NOT NULL REFERENCES tag(id),"
	" coder TEXT NOT NULL REFERENCES coder(id),"
	ROW_TIMES ") STRICT, WITHOUT ROWID",
	"CREATE UNIQUE INDEX coding_once ON coding(highlight, tag, coder)",
	"CREATE INDEX coding_tag ON coding(tag, highlight, created_at)",

	/* On an article or on a highlight; one a coder. */
	"CREATE TABLE note("
	"id TEXT NOT NULL PRIMARY KEY,"
	" article TEXT REFERENCES article(id),"
	" highlight TEXT REFERENCES highlight(id),"
	" coder TEXT NOT NULL REFERENCES coder(id),"
	" text TEXT NOT NULL,"
	ROW_TIMES ","
	" CHECK((article IS NULL) <> (highlight IS NULL))) STRICT, WITHOUT ROWID",
	"CREATE UNIQUE INDEX note_article ON note(article, coder)",
	"CREATE UNIQUE INDEX note_highlight ON note(highlight, coder)",

	/* Outside the recorded tables, all of the rest. */
	"CREATE TABLE draft("
	"coder TEXT NOT NULL,"
	" target TEXT NOT NULL,"
	" text TEXT NOT NULL,"
	" updated_at TEXT NOT NULL,"
	" PRIMARY KEY(coder, target)) STRICT, WITHOUT ROWID",
	"CREATE TABLE setting("
	"key TEXT NOT NULL PRIMARY KEY,"
	" value TEXT NOT NULL) STRICT, WITHOUT ROWID",
	/* The last number given out: it does not go back when an import is undone. */
	"CREATE TABLE counter("
	"name TEXT NOT NULL PRIMARY KEY,"
	" value INTEGER NOT NULL) STRICT, WITHOUT ROWID",

	/*
	 * kind act: its changeset, and whether it stands (done), can be done again (undone), or was
	 * followed by another act of its coder while undone (dropped). kind undo, redo: which act.
	 */
	"CREATE TABLE history("
	"seq INTEGER PRIMARY KEY,"
	" id TEXT NOT NULL UNIQUE,"
	" coder TEXT NOT NULL REFERENCES coder(id),"
	" at TEXT NOT NULL,"
	" kind TEXT NOT NULL CHECK(kind IN ('act', 'undo', 'redo')),"
	" act INTEGER,"
	" label TEXT NOT NULL,"
	" state TEXT CHECK(state IN ('done', 'undone', 'dropped')),"
	" changeset BLOB) STRICT",
	"CREATE INDEX history_step ON history(coder, state, seq)",
	NULL,
};

static const char *const migrations[] = {NULL};

const struct schema schema_now = {.version = 1, .objects = objects, .migrations = migrations};

int store_schema_version(void)
{
	return schema_now.version;
}

enum status schema_mark(sqlite3 *db, const char *path, const struct schema *schema, struct fault *f)
{
	char *sql = xasprintf("PRAGMA application_id = %d; PRAGMA user_version = %d",
			      APPLICATION_ID, schema->version);
	enum status status = connection_exec(db, path, sql, f);
	free(sql);
	return status;
}

enum status schema_create(sqlite3 *db, const char *path, const struct schema *schema,
			  struct fault *f)
{
	enum status status = STATUS_OK;
	for (size_t i = 0; status == STATUS_OK && schema->objects[i]; i++)
		status = connection_exec(db, path, schema->objects[i], f);
	return status == STATUS_OK ? schema_mark(db, path, schema, f) : status;
}

static bool is_expected(const struct schema *schema, const char *sql)
{
	for (size_t i = 0; schema->objects[i]; i++)
		if (strcmp(schema->objects[i], sql) == 0)
			return true;
	return false;
}

/* True when `table` is one of ours: "CREATE TABLE name(" begins one of the objects. */
static bool is_ours(const struct schema *schema, const char *table)
{
	static const char create[] = "CREATE TABLE ";
	size_t n = strlen(table), n_create = sizeof create - 1;
	for (size_t i = 0; schema->objects[i]; i++)
		if (strncmp(schema->objects[i], create, n_create) == 0 &&
		    strncmp(schema->objects[i] + n_create, table, n) == 0 &&
		    schema->objects[i][n_create + n] == '(')
			return true;
	return false;
}

struct shape {
	const struct schema *schema;
	size_t n_found;
	char *strange; /* the first object that should not be there */
};

/*
 * Columns type, name, tbl_name, sql. Triggers and views are without effect (connection.c), and
 * tables of others are theirs; but another index on a table of ours would run in our statements.
 */
static int look_at(void *context, int n_columns, char **values, char **names)
{
	struct shape *shape = context;
	const char *type = values[0], *sql = values[3];
	(void)n_columns, (void)names;
	if (!type || !values[1] || !values[2] || strcmp(type, "trigger") == 0 ||
	    strcmp(type, "view") == 0)
		return 0;
	if (sql && is_expected(shape->schema, sql))
		shape->n_found++;
	else if (sql && !shape->strange && is_ours(shape->schema, values[2]))
		shape->strange = xstrdup(values[1]);
	return 0;
}

enum status schema_check(sqlite3 *db, const char *path, const struct schema *schema,
			 struct fault *f)
{
	struct shape shape = {.schema = schema};
	size_t n_objects = 0;
	while (schema->objects[n_objects])
		n_objects++;
	int rc = sqlite3_exec(db, "SELECT type, name, tbl_name, sql FROM sqlite_schema", look_at,
			      &shape, NULL);
	enum status status = STATUS_OK;
	if (rc != SQLITE_OK)
		status = connection_fault(db, rc, path, f);
	else if (shape.strange)
		status = fault_setf(f, STATUS_CORRUPT, path, "schema: %s", shape.strange);
	else if (shape.n_found != n_objects)
		status = fault_setf(f, STATUS_CORRUPT, path, "schema: %zu/%zu", shape.n_found,
				    n_objects);
	free(shape.strange);
	return status;
}
