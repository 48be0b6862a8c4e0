/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/project.h"
#include "base/xalloc.h"

/* A project that does not exist yet, in a folder of its own. */
struct fixture {
	char folder[32];
	struct options options;
	struct project project;
};

static int setup(void **state)
{
	struct fixture *fixture = xcalloc(1, sizeof *fixture);
	strcpy(fixture->folder, "/tmp/hashiya-project-XXXXXX");
	if (!mkdtemp(fixture->folder))
		return -1;
	options_init(&fixture->options);
	fixture->options.project = xasprintf("%s/p.hashiya", fixture->folder);
	fixture->options.coder = xstrdup("me");
	*state = fixture;
	return project_open(&fixture->project, &fixture->options, false, NULL) == STATUS_OK ? 0
											    : -1;
}

static int teardown(void **state)
{
	struct fixture *fixture = *state;
	project_close(&fixture->project);
	unlink(fixture->options.project);
	char *journal = xasprintf("%s-journal", fixture->options.project);
	unlink(journal);
	free(journal);
	options_release(&fixture->options);
	int gone = rmdir(fixture->folder);
	free(fixture);
	return gone;
}

static enum status add(struct project *project, const char *text, struct article *out)
{
	struct import_options options = {.lossy = false};
	struct imported imported;
	enum status status = import_bytes(text, strlen(text), "-", &options, &imported, NULL);
	if (status != STATUS_OK)
		return status;
	status = project_import(project, &imported, NULL, out, NULL, NULL);
	imported_release(&imported);
	return status;
}

static size_t n_highlights(struct project *project)
{
	struct highlight_list list = {.items = NULL};
	assert_int_equal(store_highlight_list(project->store, NULL, &list, NULL), STATUS_OK);
	size_t n = list.n;
	highlight_list_release(&list);
	return n;
}

static size_t n_acts(struct project *project)
{
	struct act_list list = {.items = NULL};
	assert_int_equal(store_history(project->store, 0, &list, NULL), STATUS_OK);
	size_t n = list.n;
	act_list_release(&list);
	return n;
}

static void the_file_is_made_by_the_first_action(void **state)
{
	struct fixture *fixture = *state;
	struct stat info;
	struct article article;
	assert_null(fixture->project.store);
	assert_int_equal(stat(fixture->options.project, &info), -1);
	assert_int_equal(project_undo(&fixture->project, NULL, NULL), STATUS_NO_PROJECT);
	assert_int_equal(add(&fixture->project, "one\n", &article), STATUS_OK);
	assert_int_equal(stat(fixture->options.project, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0600);
	article_release(&article);
}

static void a_mark_with_tags_and_a_note_is_one_act(void **state)
{
	struct fixture *fixture = *state;
	struct project *project = &fixture->project;
	struct article article;
	char *tags[] = {(char *)"a/b", (char *)"c"};
	struct mark mark = {.range = {0, 3}, .tags = tags, .n_tags = 2, .note = "n"};
	assert_int_equal(add(project, "one two\n", &article), STATUS_OK);
	size_t before = n_acts(project);
	assert_int_equal(project_mark(project, &article, &mark, NULL, NULL, NULL), STATUS_OK);
	assert_int_equal(n_acts(project), before + 1);
	assert_int_equal(n_highlights(project), 1);
	char *label;
	assert_int_equal(project_undo(project, &label, NULL), STATUS_OK);
	free(label);
	assert_int_equal(n_highlights(project), 0);
	struct tag tag;
	assert_int_equal(store_tag_get(project->store, "a/b", &tag, NULL), STATUS_NOT_FOUND);
	article_release(&article);
}

static void a_range_of_the_same_coder_is_marked_once(void **state)
{
	struct fixture *fixture = *state;
	struct project *project = &fixture->project;
	struct article article;
	struct mark mark = {.range = {0, 3}};
	struct highlight first, second;
	assert_int_equal(add(project, "one two\n", &article), STATUS_OK);
	assert_int_equal(project_mark(project, &article, &mark, &first, NULL, NULL), STATUS_OK);
	assert_int_equal(project_mark(project, &article, &mark, &second, NULL, NULL), STATUS_OK);
	assert_string_equal(first.id, second.id);
	assert_int_equal(n_highlights(project), 1);
	highlight_release(&first);
	highlight_release(&second);
	article_release(&article);
}

static void no_two_marks_of_a_coder_get_the_same_ends(void **state)
{
	struct fixture *fixture = *state;
	struct article article = {.number = 0};
	assert_int_equal(add(&fixture->project, "one two three", &article), STATUS_OK);
	struct mark first = {.range = {0, 3}}, second = {.range = {4, 7}};
	struct highlight one = {.exact = NULL}, two = {.exact = NULL};
	struct fault f = FAULT_NONE;
	assert_int_equal(project_mark(&fixture->project, &article, &first, &one, NULL, NULL),
			 STATUS_OK);
	assert_int_equal(project_mark(&fixture->project, &article, &second, &two, NULL, NULL),
			 STATUS_OK);
	assert_int_equal(project_resize_mark(&fixture->project, two.id, first.range, &f),
			 STATUS_EXISTS);
	assert_string_equal(f.subject, one.id);
	fault_release(&f);
	assert_int_equal(project_resize_mark(&fixture->project, two.id, second.range, NULL),
			 STATUS_OK);
	free(fixture->options.coder);
	fixture->options.coder = xstrdup("another");
	assert_int_equal(project_resize_mark(&fixture->project, two.id, first.range, NULL),
			 STATUS_OK);
	highlight_release(&one);
	highlight_release(&two);
	article_release(&article);
}

static void a_mark_grows_to_whole_clusters_and_an_empty_one_is_refused(void **state)
{
	struct fixture *fixture = *state;
	struct project *project = &fixture->project;
	struct article article;
	struct mark mark = {.range = {0, 1}}, nothing = {.range = {2, 2}};
	struct highlight highlight;
	bool widened = false;
	assert_int_equal(add(project, "مُحَ\n", &article), STATUS_OK);
	assert_int_equal(project_mark(project, &article, &mark, &highlight, &widened, NULL),
			 STATUS_OK);
	assert_true(widened);
	assert_string_equal(highlight.exact, "مُ");
	highlight_release(&highlight);
	assert_int_equal(project_mark(project, &article, &nothing, NULL, NULL, NULL),
			 STATUS_INVALID);
	article_release(&article);
}

/* What `coder` does from here on. */
static void become(struct fixture *fixture, const char *coder)
{
	free(fixture->options.coder);
	fixture->options.coder = xstrdup(coder);
}

static void a_conflict_is_told_of_the_act_that_is_in_the_way(void **state)
{
	struct fixture *fixture = *state;
	struct project *project = &fixture->project;
	struct article article;
	struct fault f = FAULT_NONE;
	struct mark one = {.range = {0, 3}}, two = {.range = {4, 7}};
	size_t n;
	assert_int_equal(add(project, "one two\n", &article), STATUS_OK);
	assert_int_equal(project_mark(project, &article, &one, NULL, NULL, NULL), STATUS_OK);
	become(fixture, "another");
	assert_int_equal(project_note(project, NOTE_ARTICLE, article.id, "n", NULL), STATUS_OK);
	become(fixture, "me");
	assert_int_equal(project_mark(project, &article, &two, NULL, NULL, NULL), STATUS_OK);
	assert_int_equal(project_undo_to(project, 1, &n, &f), STATUS_CONFLICT);
	assert_non_null(strstr(f.subject, "import"));
	assert_int_equal(n, 2);
	assert_int_equal(project_undo_to(project, 2, &n, &f), STATUS_OK);
	assert_int_equal(n, 2);
	assert_int_equal(n_highlights(project), 0);
	assert_int_equal(project_undo(project, NULL, &f), STATUS_CONFLICT);
	assert_non_null(strstr(f.subject, "import"));
	fault_release(&f);
	article_release(&article);
}

static void a_group_is_one_act_or_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct project *project = &fixture->project;
	struct article article;
	assert_int_equal(project_group_begin(project, ACT_IMPORT_FILES, NULL, 2, NULL), STATUS_OK);
	assert_int_equal(add(project, "one\n", NULL), STATUS_OK);
	assert_int_equal(add(project, "two\n", NULL), STATUS_OK);
	assert_int_equal(project_group_end(project, NULL), STATUS_OK);
	assert_int_equal(n_acts(project), 1);
	assert_int_equal(project_group_begin(project, ACT_IMPORT_FILES, NULL, 1, NULL), STATUS_OK);
	assert_int_equal(add(project, "three\n", NULL), STATUS_OK);
	project_group_drop(project);
	assert_int_equal(n_acts(project), 1);
	assert_int_equal(store_article_get(project->store, "2", &article, NULL), STATUS_OK);
	assert_string_equal(article.title, "two");
	article_release(&article);
	assert_int_equal(store_article_get(project->store, "3", &article, NULL), STATUS_NOT_FOUND);
}

static void what_people_call_an_article_finds_it_or_says_why_not(void **state)
{
	struct fixture *fixture = *state;
	struct project *project = &fixture->project;
	struct article article, found;
	assert_int_equal(project_article(project, "1", false, &found, NULL), STATUS_NO_PROJECT);
	assert_int_equal(project_article(project, "./no.txt", false, &found, NULL), STATUS_NO_FILE);
	assert_int_equal(add(project, "one\n", &article), STATUS_OK);
	assert_int_equal(project_article(project, "1", false, &found, NULL), STATUS_OK);
	assert_string_equal(found.id, article.id);
	article_release(&found);
	assert_int_equal(project_article(project, article.id, false, &found, NULL), STATUS_OK);
	article_release(&found);
	assert_int_equal(project_article(project, "9", false, &found, NULL), STATUS_NOT_FOUND);
	assert_int_equal(project_article(project, "no.txt", false, &found, NULL), STATUS_NO_FILE);
	article_release(&article);
}

static void a_colour_that_nobody_knows_is_refused(void **state)
{
	struct fixture *fixture = *state;
	struct tag tag = {.path = (char *)"a", .colour = (char *)"gren"};
	struct fault f = FAULT_NONE;
	assert_int_equal(project_tag_add(&fixture->project, &tag, &f), STATUS_INVALID);
	assert_non_null(strstr(f.detail, "green"));
	assert_null(fixture->project.store);
	fault_release(&f);
}

#define PROJECT_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		PROJECT_TEST(the_file_is_made_by_the_first_action),
		PROJECT_TEST(a_mark_with_tags_and_a_note_is_one_act),
		PROJECT_TEST(a_range_of_the_same_coder_is_marked_once),
		PROJECT_TEST(no_two_marks_of_a_coder_get_the_same_ends),
		PROJECT_TEST(a_mark_grows_to_whole_clusters_and_an_empty_one_is_refused),
		PROJECT_TEST(a_conflict_is_told_of_the_act_that_is_in_the_way),
		PROJECT_TEST(a_group_is_one_act_or_nothing),
		PROJECT_TEST(what_people_call_an_article_finds_it_or_says_why_not),
		PROJECT_TEST(a_colour_that_nobody_knows_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
