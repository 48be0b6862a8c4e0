/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "app/field.h"
#include "app/list.h"
#include "app/state.h"
#include "base/str.h"

struct owner {
	struct str heard;
	bool refuses, freed;
};

static bool accept(struct app *app, char *const *texts, void *data)
{
	struct owner *owner = data;

	(void)app;
	str_appendf(&owner->heard, "[%s|%s]", texts[0], texts[1]);
	return !owner->refuses;
}

static void free_data(void *data)
{
	((struct owner *)data)->freed = true;
}

static const struct form_ops ops = {.accept = accept, .free_data = free_data};
static const struct form_line lines[] = {{"Title", NULL, "one"}, {"Date", "2026-11-21", ""}};
static const struct view_ops base_ops = {.section = SECTION_LIBRARY};

static void push(struct app *app, struct view *base, struct owner *owner)
{
	*base = (struct view){.ops = &base_ops};
	*app = (struct app){.top = base};
	view_push(app, form_new(app, "Fields", lines, 2, &ops, owner));
}

static void type(struct app *app, const char *text)
{
	view_top(app)->ops->text(view_top(app), app, text, strlen(text), false);
}

static void each_line_is_typed_into_where_the_cursor_is(void **state)
{
	struct app app;
	struct view base;
	struct owner owner = {.heard = STR_EMPTY};

	(void)state;
	push(&app, &base, &owner);
	type(&app, " more");
	list_move(view_top(&app)->ops->list(view_top(&app)), LIST_NEXT);
	type(&app, "today");
	view_top(&app)->ops->accept(view_top(&app), &app);
	assert_string_equal(owner.heard.p, "[one more|today]");
	assert_ptr_equal(view_top(&app), &base);
	assert_true(owner.freed);
	str_release(&owner.heard);
}

static void a_line_that_nobody_typed_into_keeps_its_controls(void **state)
{
	static const struct form_line odd[] = {{"Title", NULL, "o\033[1mne\x9B\u202E"}, {"Date", NULL, "a\001"}};
	struct view base = {.ops = &base_ops};
	struct app app = {.top = &base};
	struct owner owner = {.heard = STR_EMPTY};

	(void)state;
	view_push(&app, form_new(&app, "Fields", odd, 2, &ops, &owner));
	list_move(view_top(&app)->ops->list(view_top(&app)), LIST_NEXT);
	type(&app, "b");
	view_top(&app)->ops->accept(view_top(&app), &app);
	assert_string_equal(owner.heard.p, "[o\033[1mne\x9B\u202E|ab]");
	str_release(&owner.heard);
}

static void what_is_refused_stays_to_be_mended(void **state)
{
	struct app app;
	struct view base;
	struct owner owner = {.heard = STR_EMPTY, .refuses = true};

	(void)state;
	push(&app, &base, &owner);
	view_top(&app)->ops->accept(view_top(&app), &app);
	assert_ptr_not_equal(view_top(&app), &base);
	assert_false(owner.freed);
	owner.refuses = false;
	view_top(&app)->ops->accept(view_top(&app), &app);
	assert_ptr_equal(view_top(&app), &base);
	assert_string_equal(owner.heard.p, "[one|][one|]");
	str_release(&owner.heard);
}

static void any_size_is_drawn(void **state)
{
	struct app app;
	struct view base;
	struct owner owner = {.heard = STR_EMPTY};

	(void)state;
	push(&app, &base, &owner);
	for (size_t size = 1; size < 60; size++) {
		struct frame frame;
		frame_init(&frame, 1 + size / 4, size);
		view_top(&app)->ops->draw(view_top(&app), &app, &frame,
					  (struct area){.n_rows = frame.n_rows, .n_cols = size});
		assert_true(!frame.cursor_shown ||
			    (frame.cursor_row < frame.n_rows && frame.cursor_col < size));
		assert_true(frame.cursor_shown || size < 20);
		frame_release(&frame);
	}
	view_pop(&app);
	assert_true(owner.freed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_line_is_typed_into_where_the_cursor_is),
		cmocka_unit_test(a_line_that_nobody_typed_into_keeps_its_controls),
		cmocka_unit_test(what_is_refused_stays_to_be_mended),
		cmocka_unit_test(any_size_is_drawn),
	};
	setlocale(LC_ALL, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
