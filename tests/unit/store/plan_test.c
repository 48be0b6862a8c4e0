/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What SQLite does with each statement: no list is sorted, and no table searched from end to end by
 * mistake.
 */
#include "store/support.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "store/store-internal.h"

static const struct {
	const char *name, *text;
} statements[] = {
#define SQL(name, text) {#name, text},
#include "store/sql.def"
#undef SQL
};

/*
 * Statements that are meant to read a whole table: what lists and collects, and what history
 * --forget does.
 */
static const char *const may_scan[] = {
	"ARTICLE_LIST", "ARTICLE_COUNT", "HIGHLIGHT_LIST", "CODING_LIST",	 "NOTE_LIST",
	"TAG_LIST",	"HISTORY_LIST",	 "BODY_COLLECT",   "BODY_COLLECT_PARTS", "HISTORY_FORGET",
	"CLAIM_LIST",	"MENTION_LIST",	 "COVERAGE_LIST",  "RELATION_LIST",	 "CODER_LIST",
	"PROPERTY_LIST", "TAG_NAMES",	 "CODER_NAMES",	   "WALK_ANY_CODING",	 "WALK_ANY_MENTION",
	"CLAIM_TEXTS", "CLAIM_OF_STATEMENT", "MENTION_STANCES", "HIGHLIGHT_ARTICLES",
	"NOTE_LIST_OF_PROJECT" /* an index that has nothing else */};

static bool scan_is_fine(const char *name)
{
	for (size_t i = 0; i < sizeof may_scan / sizeof *may_scan; i++)
		if (strcmp(name, may_scan[i]) == 0)
			return true;
	return false;
}

/* Rows that an index leaves equal, of which there are few: SQLite before and after 3.43. */
static bool sorts_few(const char *step)
{
	return strstr(step, "RIGHT PART OF ORDER BY") || strstr(step, "LAST TERM OF ORDER BY") ||
	       strstr(step, "LAST 2 TERMS OF ORDER BY");
}

static void judge(const char *name, const char *step)
{
	bool scan = strncmp(step, "SCAN ", 5) == 0 && !strstr(step, "below") &&
		    !strstr(step, "CONSTANT ROW");
	if (strstr(step, "TEMP B-TREE") && !strstr(step, "count(DISTINCT)") && !sorts_few(step))
		fail_msg("%s: %s", name, step);
	if (scan && !scan_is_fine(name))
		fail_msg("%s: %s", name, step);
}

typedef void judge_step(const char *name, const char *step);

static void explain(struct store *store, size_t i, judge_step *judge_it)
{
	sqlite3_stmt *stmt;
	char *sql = xasprintf("EXPLAIN QUERY PLAN %s", statements[i].text);
	if (sqlite3_prepare_v2(store->db, sql, -1, &stmt, NULL) != SQLITE_OK)
		fail_msg("%s: %s", statements[i].name, sqlite3_errmsg(store->db));
	while (sqlite3_step(stmt) == SQLITE_ROW)
		judge_it(statements[i].name, (const char *)sqlite3_column_text(stmt, 3));
	sqlite3_finalize(stmt);
	free(sql);
}

static void no_statement_sorts_or_searches_from_end_to_end(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	for (size_t i = 0; i < sizeof statements / sizeof *statements; i++)
		explain(store, i, judge);
}

static void judge_covering(const char *name, const char *step)
{
	if (!strstr(step, "USING COVERING INDEX"))
		fail_msg("%s: %s", name, step);
}

static void the_grid_reads_indexes_alone(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	explain(store, SQL_MENTION_STANCES, judge_covering);
	explain(store, SQL_HIGHLIGHT_ARTICLES, judge_covering);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(no_statement_sorts_or_searches_from_end_to_end),
		TEST(the_grid_reads_indexes_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
