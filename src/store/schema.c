/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tables of a project.
 *
 * Rows have UUIDs, so that the same row is the same in every copy of a project; there are no
 * cascades: what goes with a row is deleted by name, and a changeset that would take away what
 * others hang on fails as a conflict instead of dropping their work. Tables whose ids grow with
 * time are WITHOUT ROWID: one tree less to write in a commit.
 *
 * A migration must leave each object with exactly the text it has here. Of ALTER TABLE only ADD
 * COLUMN does: ", " and the column's text after the last one. Else create the table anew from a
 * copy. Changesets of older versions have to go on applying, so a recorded table gets its new
 * columns at the end, with a default.
 */
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "store/store-internal.h"

#define ROW_TIMES " created_at TEXT NOT NULL, updated_at TEXT NOT NULL"

/* --- what version 2 brought: stated once, for new projects and for those led to it --- */

#define ARTICLE_VERSION_OF "version_of TEXT REFERENCES article(id)"
#define ARTICLE_VERSIONS                                                                           \
	"CREATE INDEX article_versions ON article(version_of) WHERE version_of IS NOT NULL"

/* Of which article is a text that is imported a later version? */
#define ARTICLE_SOURCE "CREATE INDEX article_source ON article(source_path, number)"
#define ARTICLE_URL "CREATE INDEX article_url ON article(url, number) WHERE url <> ''"

/* What somebody has still to look at: few of many. */
#define HIGHLIGHT_UNSURE                                                                           \
	"CREATE INDEX highlight_unsure ON highlight(article, start_cp, end_cp)"                    \
	" WHERE anchor_state <> 'exact'"

#define CLAIM                                                                                      \
	"CREATE TABLE claim("                                                                      \
	"id TEXT NOT NULL PRIMARY KEY,"                                                            \
	" number INTEGER NOT NULL UNIQUE,"                                                         \
	" statement TEXT NOT NULL,"                                                                \
	" lang TEXT NOT NULL,"                                                                     \
	" verdict TEXT NOT NULL,"                                                                  \
	" coder TEXT NOT NULL REFERENCES coder(id)," ROW_TIMES ") STRICT, WITHOUT ROWID"

/* One a claim, highlight and coder. */
#define MENTION                                                                                    \
	"CREATE TABLE mention("                                                                    \
	"id TEXT NOT NULL PRIMARY KEY,"                                                            \
	" claim TEXT NOT NULL REFERENCES claim(id),"                                               \
	" highlight TEXT NOT NULL REFERENCES highlight(id),"                                       \
	" coder TEXT NOT NULL REFERENCES coder(id),"                                               \
	" stance TEXT NOT NULL,"                                                                   \
	" stance_scheme TEXT NOT NULL,"                                                            \
	" attribution TEXT NOT NULL"                                                               \
	" CHECK(attribution IN ('', 'own', 'quoted', 'paraphrased', 'headline')),"                 \
	" speaker TEXT NOT NULL,"                                                                  \
	" certainty TEXT NOT NULL"                                                                 \
	" CHECK(certainty IN ('', 'certain', 'probable', 'possible'))," ROW_TIMES                  \
	") STRICT, WITHOUT ROWID"
#define MENTION_ONCE "CREATE UNIQUE INDEX mention_once ON mention(highlight, claim, coder)"
/* With all that the grid needs, which is read from it alone. */
#define MENTION_CLAIM                                                                              \
	"CREATE INDEX mention_claim ON mention(claim, highlight, coder, stance)"

/* What was looked for and is not there; one a claim, article and coder. */
#define COVERAGE                                                                                   \
	"CREATE TABLE coverage("                                                                   \
	"id TEXT NOT NULL PRIMARY KEY,"                                                            \
	" claim TEXT NOT NULL REFERENCES claim(id),"                                               \
	" article TEXT NOT NULL REFERENCES article(id),"                                           \
	" coder TEXT NOT NULL REFERENCES coder(id),"                                               \
	" state TEXT NOT NULL CHECK(state IN ('absent'))," ROW_TIMES ") STRICT, WITHOUT ROWID"
#define COVERAGE_ONCE "CREATE UNIQUE INDEX coverage_once ON coverage(claim, article, coder)"
#define COVERAGE_ARTICLE "CREATE INDEX coverage_article ON coverage(article)"

/* One a pair and kind. */
#define RELATION                                                                                   \
	"CREATE TABLE claim_relation("                                                             \
	"id TEXT NOT NULL PRIMARY KEY,"                                                            \
	" a TEXT NOT NULL REFERENCES claim(id),"                                                   \
	" b TEXT NOT NULL REFERENCES claim(id),"                                                   \
	" kind TEXT NOT NULL CHECK(kind IN ('same_as', 'contradicts', 'narrower', 'updates')),"    \
	" coder TEXT NOT NULL REFERENCES coder(id)," ROW_TIMES ","                                 \
	" CHECK(a <> b)) STRICT, WITHOUT ROWID"
#define RELATION_ONCE "CREATE UNIQUE INDEX relation_once ON claim_relation(a, b, kind)"
#define RELATION_B "CREATE INDEX relation_b ON claim_relation(b)"

#define PROPERTY                                                                                   \
	"CREATE TABLE property("                                                                   \
	"name TEXT NOT NULL PRIMARY KEY,"                                                          \
	" value TEXT NOT NULL) STRICT, WITHOUT ROWID"

/* On one thing, or on none of them: on the project. One a target and coder. */
#define NOTE                                                                                       \
	"CREATE TABLE note("                                                                       \
	"id TEXT NOT NULL PRIMARY KEY,"                                                            \
	" article TEXT REFERENCES article(id),"                                                    \
	" highlight TEXT REFERENCES highlight(id),"                                                \
	" coder TEXT NOT NULL REFERENCES coder(id),"                                               \
	" text TEXT NOT NULL," ROW_TIMES ","                                                       \
	" claim TEXT REFERENCES claim(id),"                                                        \
	" tag TEXT REFERENCES tag(id),"                                                            \
	" CHECK((article IS NOT NULL) + (highlight IS NOT NULL) + (claim IS NOT NULL)"             \
	" + (tag IS NOT NULL) <= 1)) STRICT, WITHOUT ROWID"
#define NOTE_ARTICLE_ONCE "CREATE UNIQUE INDEX note_article ON note(article, coder)"
#define NOTE_HIGHLIGHT_ONCE "CREATE UNIQUE INDEX note_highlight ON note(highlight, coder)"
#define NOTE_CLAIM_ONCE "CREATE UNIQUE INDEX note_claim ON note(claim, coder)"
#define NOTE_TAG_ONCE "CREATE UNIQUE INDEX note_tag ON note(tag, coder)"
#define NOTE_PROJECT_ONCE                                                                          \
	"CREATE UNIQUE INDEX note_project ON note(coder)"                                          \
	" WHERE coalesce(article, highlight, claim, tag) IS NULL"

/*
 * kind act: what it was (struct act), its changeset, and whether it stands (done), can be done
 * again (undone), or was followed by another act of its coder while undone (dropped). kind undo,
 * redo: which act.
 */
#define HISTORY                                                                                    \
	"CREATE TABLE history("                                                                    \
	"seq INTEGER PRIMARY KEY,"                                                                 \
	" id TEXT NOT NULL UNIQUE,"                                                                \
	" coder TEXT NOT NULL REFERENCES coder(id),"                                               \
	" at TEXT NOT NULL,"                                                                       \
	" kind TEXT NOT NULL CHECK(kind IN ('act', 'undo', 'redo')),"                              \
	" act INTEGER,"                                                                            \
	" what TEXT NOT NULL,"                                                                     \
	" subject TEXT NOT NULL,"                                                                  \
	" object TEXT NOT NULL,"                                                                   \
	" n INTEGER NOT NULL,"                                                                     \
	" state TEXT CHECK(state IN ('done', 'undone', 'dropped')),"                               \
	" changeset BLOB) STRICT"
#define HISTORY_STEP "CREATE INDEX history_step ON history(coder, state, seq)"

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
	ROW_TIMES ", " ARTICLE_VERSION_OF ") STRICT",
	"CREATE INDEX article_body ON article(body)",
	ARTICLE_VERSIONS,
	ARTICLE_SOURCE,
	ARTICLE_URL,

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
	HIGHLIGHT_UNSURE,

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

	CLAIM,
	MENTION,
	MENTION_ONCE,
	MENTION_CLAIM,
	COVERAGE,
	COVERAGE_ONCE,
	COVERAGE_ARTICLE,
	RELATION,
	RELATION_ONCE,
	RELATION_B,
	PROPERTY,
	NOTE,
	NOTE_ARTICLE_ONCE,
	NOTE_HIGHLIGHT_ONCE,
	NOTE_CLAIM_ONCE,
	NOTE_TAG_ONCE,
	NOTE_PROJECT_ONCE,

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

	HISTORY,
	HISTORY_STEP,
	NULL,
};

/*
 * Notes may be on more, articles be versions of others, and acts are told in names instead of
 * words. The history may be large, so its copy is no temporary one, which would be in memory.
 */
static const char from_1_to_2[] =
	"ALTER TABLE article ADD COLUMN " ARTICLE_VERSION_OF ";" ARTICLE_VERSIONS ";"
	ARTICLE_SOURCE ";" ARTICLE_URL ";" HIGHLIGHT_UNSURE ";"
	CLAIM ";" MENTION ";" MENTION_ONCE ";" MENTION_CLAIM ";"
	COVERAGE ";" COVERAGE_ONCE ";" COVERAGE_ARTICLE ";"
	RELATION ";" RELATION_ONCE ";" RELATION_B ";" PROPERTY ";"

	"CREATE TEMP TABLE note_1 AS SELECT * FROM note;"
	"DROP TABLE note;" NOTE ";"
	"INSERT INTO note(id, article, highlight, coder, text, created_at, updated_at)"
	" SELECT id, article, highlight, coder, text, created_at, updated_at FROM note_1;"
	"DROP TABLE note_1;"
	NOTE_ARTICLE_ONCE ";" NOTE_HIGHLIGHT_ONCE ";" NOTE_CLAIM_ONCE ";" NOTE_TAG_ONCE ";"
	NOTE_PROJECT_ONCE ";"

	"CREATE TABLE history_1 AS SELECT * FROM history;"
	"DROP TABLE history;" HISTORY ";"
	"INSERT INTO history SELECT"
	" seq, id, coder, at, kind, act, '', label, '', 0, state, changeset FROM history_1;"
	"DROP TABLE history_1;" HISTORY_STEP;

static const char *const migrations[] = {NULL, from_1_to_2};

const struct schema schema_now = {.version = 2, .objects = objects, .migrations = migrations};

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
