/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A project in a folder of its own, and short ways to put things into it. What goes wrong ends the
 * test.
 */
#ifndef TESTS_STORE_SUPPORT_H
#define TESTS_STORE_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "store/store.h"

/* The current directory of a test; `path` is a project's name in it. */
struct scratch {
	char folder[64];
	char path[16];
	struct store *store; /* open for writing, or NULL */
};

/* Group fixtures of each test: an empty project, or an empty folder. */
int scratch_setup(void **state);
int scratch_setup_empty(void **state);
int scratch_teardown(void **state);

/* Closes the store and opens it again. */
struct store *scratch_reopen(struct scratch *scratch);

/* cmocka's assert_int_equal on statuses, with names instead of numbers. */
#define assert_status(expression, status)                                                          \
	assert_string_equal(status_name(expression), status_name(status))
#define assert_ok(expression) assert_status(expression, STATUS_OK)

/* What acts of tests are called. */
#define A_TEST (&(struct act_label){.what = "test", .subject = "a test"})

void begin(struct store *store, const char *coder);
void commit(struct store *store);

/* Each an act of "ann" unless one is under way. Ids are written to `id` (may be NULL). */
void add_article(struct store *store, const char *text, char id[ID_SIZE]);
void add_highlight(struct store *store, const char *article, size_t start_cp, size_t end_cp,
		   char id[ID_SIZE]);

size_t count_articles(struct store *store);
size_t count_highlights(struct store *store);

/* One value out of the file, through a connection of its own; the caller's. NULL is "". */
char *sql_value(const char *path, const char *sql);
void sql_exec(const char *path, const char *sql);
void assert_sql(const char *path, const char *sql, const char *value);

/*
 * All that acts record, row by row in the order of their keys: two projects, or one at two times,
 * are the same when this is. The caller's.
 */
char *logical_content(const char *path);

/* All bytes of a file; the caller's. */
char *read_all(const char *path, size_t *n);
void write_all(const char *path, const void *bytes, size_t n);

#endif
