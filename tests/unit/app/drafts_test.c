/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a draft's name says it is about. */
#include "app/drafts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/xalloc.h"

static const char ARTICLE[] = "01980000-0000-8000-8000-000000000001";
static const char HIGHLIGHT[] = "01980000-0000-7000-8000-000000000002";

static void a_name_with_a_range_is_read_back(void **state)
{
	(void)state;
	char *name = draft_range_name("/a b/c 1.txt", (struct cp_range){95, 268}), *where = NULL;
	struct cp_range range = {0, 0};
	assert_true(draft_range_parse(name, &where, &range));
	assert_string_equal(where, "/a b/c 1.txt");
	assert_int_equal(range.start_cp, 95);
	assert_int_equal(range.end_cp, 268);
	free(where);
	free(name);
}

static void other_names_have_no_range(void **state)
{
	(void)state;
	static const char *const names[] = {"", ARTICLE, "pasted-article", "a 1-2x", "a 1"};
	char *where = NULL;
	struct cp_range range;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		assert_false(draft_range_parse(names[i], &where, &range));
	assert_null(where);
}

static void put(struct store *store, const char *name)
{
	assert_int_equal(store_draft_set(store, "me", name, "typed", NULL), STATUS_OK);
}

static struct store *new_store(char *dir)
{
	struct store *store = NULL;
	assert_non_null(mkdtemp(dir));
	char *path = xasprintf("%s/p.hashiya", dir);
	assert_int_equal(store_open(&store, path, STORE_CREATE, NULL), STATUS_OK);
	free(path);
	return store;
}

static void remove_store(struct store *store, const char *dir)
{
	unlink(store_path(store));
	store_close(store);
	rmdir(dir);
}

static void those_of_an_article_are_found_under_all_its_names(void **state)
{
	(void)state;
	char dir[] = "drafts_test.XXXXXX";
	struct store *store = new_store(dir);
	put(store, ARTICLE);
	put(store, HIGHLIGHT);
	put(store, "/a.txt 5-9");
	put(store, "/b.txt 5-9");
	put(store, "pasted-article");
	struct marks marks = {.items = NULL};
	struct shown_mark mark = {.range = {20, 30}, .quote = xstrdup(""), .tags = xstrdup("")};
	strcpy(mark.id, HIGHLIGHT);
	marks_add(&marks, &mark);
	marks_sort(&marks);
	const char *names[] = {ARTICLE, "/a.txt"};
	struct drafts drafts = {.n = 0};
	assert_int_equal(drafts_load(&drafts, store, "me", names, 2, &marks, NULL), STATUS_OK);
	assert_int_equal(drafts.n, 3);
	assert_true(drafts_on_article(&drafts));
	assert_non_null(drafts_touching(&drafts, (struct cp_range){8, 10}));
	assert_null(drafts_touching(&drafts, (struct cp_range){9, 12}));
	assert_null(drafts_touching(&drafts, (struct cp_range){20, 30}));
	assert_true(drafts_begin_in(&drafts, (struct cp_range){20, 21}));
	assert_false(drafts_begin_in(&drafts, (struct cp_range){0, 5}));
	drafts_release(&drafts);
	marks_release(&marks);
	remove_store(store, dir);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_with_a_range_is_read_back),
		cmocka_unit_test(other_names_have_no_range),
		cmocka_unit_test(those_of_an_article_are_found_under_all_its_names),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
