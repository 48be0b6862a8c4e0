/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editor on a project of its own: drafts come and go as they should. */
#include "app/editor.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "app/field.h"
#include "app/state.h"
#include "base/str.h"
#include "base/xalloc.h"

struct bench {
	char *dir;
	struct options options;
	struct app app;
	struct view base;
	struct str heard;
	bool refuses;
};

static const struct view_ops base_ops = {.section = SECTION_LIBRARY};

static bool accept(struct app *app, const char *text, void *data)
{
	struct bench *b = data;

	(void)app;
	str_appendf(&b->heard, "[%s]", text);
	return !b->refuses;
}

static const struct editor_ops ops = {.accept = accept};

static int setup(void **state)
{
	struct bench *b = xcalloc(1, sizeof *b);

	b->dir = xstrdup("editor_test.XXXXXX");
	if (!mkdtemp(b->dir))
		return -1;
	b->options = (struct options){.project = xasprintf("%s/p.hashiya", b->dir),
				      .coder = xstrdup("me")};
	b->base = (struct view){.ops = &base_ops};
	b->app = (struct app){.options = &b->options, .top = &b->base};
	*state = b;
	return project_open(&b->app.project, &b->options, false, NULL) ? -1 : 0;
}

static int teardown(void **state)
{
	struct bench *b = *state;
	char *journal = xasprintf("%s-journal", b->options.project);

	while (view_top(&b->app) != &b->base)
		view_pop(&b->app);
	project_close(&b->app.project);
	unlink(b->options.project);
	unlink(journal);
	free(journal);
	rmdir(b->dir);
	free(b->options.project);
	free(b->options.coder);
	app_say_nothing(&b->app);
	str_release(&b->heard);
	free(b->dir);
	free(b);
	return 0;
}

static void edit(struct bench *b, const char *text)
{
	view_push(&b->app, editor_new(&b->app, "Note", text, "target", &ops, b));
}

static void type(struct bench *b, const char *text)
{
	view_top(&b->app)->ops->text(view_top(&b->app), &b->app, text, strlen(text), false);
}

static void tick(struct bench *b)
{
	view_top(&b->app)->ops->tick(view_top(&b->app), &b->app);
}

/* Closed as by a crash: nothing of it is asked. */
static void crash(struct bench *b)
{
	view_pop(&b->app);
}

static void assert_typed(struct bench *b, const char *expected)
{
	size_t columns;
	char *text = field_text(view_top(&b->app)->ops->field(view_top(&b->app), &columns));

	assert_string_equal(text, expected);
	free(text);
}

static void what_is_accepted_leaves_no_draft(void **state)
{
	struct bench *b = *state;

	edit(b, "");
	type(b, "سلام\nabc");
	tick(b);
	view_top(&b->app)->ops->accept(view_top(&b->app), &b->app);
	assert_string_equal(b->heard.p, "[سلام\nabc]");
	edit(b, "");
	assert_typed(b, "");
}

static void what_nobody_typed_into_keeps_its_controls(void **state)
{
	struct bench *b = *state;

	edit(b, "a\033[1mb\x9B");
	tick(b);
	view_top(&b->app)->ops->accept(view_top(&b->app), &b->app);
	assert_string_equal(b->heard.p, "[a\033[1mb\x9B]");
	edit(b, "a\033[1mb");
	view_top(&b->app)->ops->back(view_top(&b->app), &b->app);
	assert_null(b->app.message);
}

static void a_draft_survives_from_the_tick_on(void **state)
{
	struct bench *b = *state;

	edit(b, "old");
	type(b, " new");
	tick(b);
	type(b, " lost");
	crash(b);
	edit(b, "old");
	assert_typed(b, "old new");
	assert_non_null(b->app.message);
}

static void leaving_keeps_the_draft(void **state)
{
	struct bench *b = *state;

	edit(b, "");
	type(b, "half a tho");
	view_top(&b->app)->ops->back(view_top(&b->app), &b->app);
	assert_ptr_equal(view_top(&b->app), &b->base);
	edit(b, "");
	assert_typed(b, "half a tho");
}

static void what_is_refused_is_kept(void **state)
{
	struct bench *b = *state;

	b->refuses = true;
	edit(b, "");
	type(b, "precious");
	view_top(&b->app)->ops->accept(view_top(&b->app), &b->app);
	edit(b, "");
	assert_typed(b, "precious");
}

static void what_is_emptied_has_no_draft(void **state)
{
	struct bench *b = *state;
	size_t columns;

	edit(b, "");
	type(b, "x");
	tick(b);
	field_delete(view_top(&b->app)->ops->field(view_top(&b->app), &columns), FIELD_DELETE_ALL);
	view_top(&b->app)->ops->changed(view_top(&b->app), &b->app);
	view_top(&b->app)->ops->back(view_top(&b->app), &b->app);
	edit(b, "");
	assert_typed(b, "");
}

static void nothing_typed_makes_no_project(void **state)
{
	struct bench *b = *state;

	edit(b, "");
	tick(b);
	view_top(&b->app)->ops->back(view_top(&b->app), &b->app);
	assert_null(b->app.project.store);
	assert_int_not_equal(access(b->options.project, F_OK), 0);
}

static void a_draft_that_cannot_be_kept_keeps_the_editor(void **state)
{
	struct bench *b = *state;
	char *path = b->options.project;

	project_close(&b->app.project);
	b->options.project = xstrdup("/dev/null/p.hashiya");
	assert_int_equal(project_open(&b->app.project, &b->options, false, NULL), STATUS_OK);
	edit(b, "");
	type(b, "x");
	view_top(&b->app)->ops->back(view_top(&b->app), &b->app);
	assert_ptr_not_equal(view_top(&b->app), &b->base);
	assert_true(b->app.message_is_error);
	free(path);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_accepted_leaves_no_draft),
		TEST(what_nobody_typed_into_keeps_its_controls),
		TEST(a_draft_survives_from_the_tick_on),
		TEST(leaving_keeps_the_draft),
		TEST(what_is_refused_is_kept),
		TEST(what_is_emptied_has_no_draft),
		TEST(nothing_typed_makes_no_project),
		TEST(a_draft_that_cannot_be_kept_keeps_the_editor),
	};
	setlocale(LC_ALL, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
