/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

static void an_article_is_found_by_number_id_beginning_and_digest(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	struct article article = {.number = 0};
	char id[ID_SIZE], beginning[9] = "", *upper, sha256[65];
	add_article(store, "one\ntwo three\n", id);
	memcpy(beginning, id, 8);
	upper = xstrdup(id);
	for (char *c = upper; *c; c++)
		*c = (char)(*c >= 'a' ? *c - 32 : *c);
	const char *refs[] = {"1", id, beginning, upper};
	for (size_t i = 0; i < 4; i++) {
		assert_ok(store_article_get(store, refs[i], &article, NULL));
		assert_string_equal(article.id, id);
		snprintf(sha256, sizeof sha256, "%s", article.sha256);
		article_release(&article);
	}
	assert_ok(store_article_by_sha256(store, sha256, &article, NULL));
	assert_int_equal(article.number, 1);
	assert_int_equal(article.n_bytes, 14);
	assert_int_equal(article.n_cp, 14);
	assert_int_equal(article.n_words, 3);
	assert_int_equal(article.n_highlights, 0);
	assert_string_equal(article.title, "one\ntwo three\n");
	assert_string_equal(article.outlet, "");
	article_release(&article);
	free(upper);
}

static void what_is_no_article_is_not_found(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	const char *refs[] = {
		"2",	    "0",	 "-1",	   "", " 1", "1x", "99999999999999999999",
		"12345678", "zzzzzzzzz", "abcdef1"};
	struct article article = {.number = 0};
	add_article(store, "text", NULL);
	for (size_t i = 0; i < sizeof refs / sizeof *refs; i++) {
		struct fault f = FAULT_NONE;
		assert_status(store_article_get(store, refs[i], &article, &f), STATUS_NOT_FOUND);
		assert_string_equal(f.subject, refs[i]);
		fault_release(&f);
	}
	assert_status(store_article_by_sha256(store, "00", &article, NULL), STATUS_NOT_FOUND);
}

/* The number of what is found, 0 for nothing. */
static int64_t number_by_source(struct store *store, const char *path, const char *url)
{
	struct article article = {.number = 0};
	enum status status = store_article_by_source(store, path, url, &article, NULL);
	int64_t number = article.number;
	assert_true(status == STATUS_OK || status == STATUS_NOT_FOUND);
	article_release(&article);
	return number;
}

static void add_from(struct store *store, const char *text, const char *path, const char *url)
{
	struct article article = {.source_path = xstrdup(path), .url = xstrdup(url)};
	bool existing;
	begin(store, "ann");
	assert_ok(store_article_add(store, &article, text, strlen(text), &existing, NULL));
	assert_ok(store_commit(store, NULL));
	article_release(&article);
}

static void the_latest_of_a_path_or_address_is_found(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	add_from(store, "one", "/a", "");
	add_from(store, "two", "/a", "https://a.example");
	add_from(store, "three", "-", "https://b.example");
	add_from(store, "four", "/b", "https://b.example");
	add_from(store, "five", "", "");
	assert_int_equal(number_by_source(store, "/a", "https://b.example"), 2);
	assert_int_equal(number_by_source(store, "/c", "https://b.example"), 4);
	assert_int_equal(number_by_source(store, "-", ""), 0);
	assert_int_equal(number_by_source(store, "-", "https://a.example"), 2);
	assert_int_equal(number_by_source(store, "", ""), 0);
	assert_int_equal(number_by_source(store, NULL, NULL), 0);
}

static void the_same_text_is_added_once(void **state)
{
	struct scratch *scratch = *state;
	struct article article = {.title = xstrdup("another title")};
	bool existing = false;
	add_article(scratch->store, "text", NULL);
	begin(scratch->store, "ann");
	assert_ok(store_article_add(scratch->store, &article, "text", 4, &existing, NULL));
	commit(scratch->store);
	assert_true(existing);
	assert_int_equal(article.number, 1);
	assert_string_equal(article.title, "text");
	assert_sql(scratch->path, "SELECT count(*) FROM history", "1");
	article_release(&article);
}

static void numbers_are_never_used_again(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	struct article article = {.number = 0};
	char id[ID_SIZE], again[ID_SIZE];
	add_article(store, "one", NULL);
	add_article(store, "two", id);
	assert_ok(store_undo(store, "ann", NULL, NULL));
	add_article(store, "two", again);
	assert_string_equal(id, again);
	assert_ok(store_article_get(store, id, &article, NULL));
	assert_int_equal(article.number, 3);
	article_release(&article);
	begin(store, "ann");
	assert_ok(store_article_remove(store, id, NULL));
	commit(store);
	add_article(store, "three", NULL);
	assert_status(store_article_get(store, "3", &article, NULL), STATUS_NOT_FOUND);
	assert_ok(store_article_get(store, "4", &article, NULL));
	article_release(&article);
}

static void pages_of_the_list_follow_the_numbers(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	struct article_list list = {.n = 0};
	for (char text[2] = "a"; text[0] < 'h'; text[0]++)
		add_article(store, text, NULL);
	assert_ok(store_article_list(store, &list, NULL));
	assert_int_equal(list.n, 7);
	for (size_t i = 0; i < list.n; i++)
		assert_int_equal(list.items[i].number, (int64_t)i + 1);
	article_list_release(&list);
	assert_ok(store_article_page(store, 5, 4, &list, NULL));
	assert_int_equal(list.n, 2);
	assert_int_equal(list.items[0].number, 6);
	article_list_release(&list);
	assert_int_equal(count_articles(store), 7);
}

static void an_edit_is_kept_and_an_equal_one_is_no_act(void **state)
{
	struct scratch *scratch = *state;
	struct store *store = scratch->store;
	struct article article = {.number = 0};
	add_article(store, "text", NULL);
	assert_ok(store_article_get(store, "1", &article, NULL));
	free(article.outlet);
	article.outlet = xstrdup("صحيفة");
	article.dir = DIR_RTL;
	for (int i = 0; i < 2; i++) {
		begin(store, "ann");
		assert_ok(store_article_update(store, &article, NULL));
		commit(store);
	}
	article_release(&article);
	store = scratch_reopen(scratch);
	assert_ok(store_article_get(store, "1", &article, NULL));
	assert_string_equal(article.outlet, "صحيفة");
	assert_int_equal(article.dir, DIR_RTL);
	assert_sql(scratch->path, "SELECT count(*) FROM history", "2");
	memset(article.id, '0', ID_SIZE - 1);
	begin(store, "ann");
	assert_status(store_article_update(store, &article, NULL), STATUS_NOT_FOUND);
	assert_status(store_article_remove(store, article.id, NULL), STATUS_NOT_FOUND);
	store_abandon(store);
	article_release(&article);
}

static void assert_reads(struct text_source *source, const char *text, size_t byte_off, size_t n)
{
	char *buf = xmalloc(n + 1);
	assert_ok(source->read(source->self, byte_off, buf, n, NULL));
	assert_memory_equal(buf, text + byte_off, n);
	free(buf);
}

static void windows_of_a_text_are_read_across_its_parts(void **state)
{
	struct store *store = ((struct scratch *)*state)->store;
	enum { PART = 64 << 10, SIZE = 3 * PART + 17 };
	char *text = xmalloc(SIZE + 1), id[ID_SIZE];
	struct text_source source;
	for (size_t i = 0; i < SIZE; i++)
		text[i] = i % 61 == 60 ? '\n' : (char)('a' + i * i % 23);
	text[SIZE] = '\0';
	add_article(store, "before", NULL);
	add_article(store, text, id);
	add_article(store, "after", NULL);
	assert_ok(store_article_source(store, id, &source, NULL));
	assert_int_equal(source.size, SIZE);
	assert_reads(&source, text, 0, SIZE);
	assert_reads(&source, text, PART - 1, 2);
	assert_reads(&source, text, PART, PART);
	assert_reads(&source, text, SIZE - 1, 1);
	assert_reads(&source, text, SIZE, 0);
	source.close(source.self);
	assert_status(store_article_source(store, "none", &source, NULL), STATUS_NOT_FOUND);
	free(text);
}

static void a_text_that_lost_a_part_is_damage_not_a_crash(void **state)
{
	struct scratch *scratch = *state;
	char id[ID_SIZE], buf[4];
	struct text_source source;
	add_article(scratch->store, "text", id);
	assert_ok(store_article_source(scratch->store, id, &source, NULL));
	sql_exec(scratch->path, "UPDATE body_part SET bytes = x'61'");
	assert_status(source.read(source.self, 0, buf, 4, NULL), STATUS_CORRUPT);
	sql_exec(scratch->path, "DELETE FROM body_part");
	assert_status(source.read(source.self, 0, buf, 4, NULL), STATUS_CORRUPT);
	source.close(source.self);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
	const struct CMUnitTest tests[] = {
		TEST(an_article_is_found_by_number_id_beginning_and_digest),
		TEST(what_is_no_article_is_not_found),
		TEST(the_latest_of_a_path_or_address_is_found),
		TEST(the_same_text_is_added_once),
		TEST(numbers_are_never_used_again),
		TEST(pages_of_the_list_follow_the_numbers),
		TEST(an_edit_is_kept_and_an_equal_one_is_no_act),
		TEST(windows_of_a_text_are_read_across_its_parts),
		TEST(a_text_that_lost_a_part_is_damage_not_a_crash),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
