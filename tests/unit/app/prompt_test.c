/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/prompt.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "app/command.h"
#include "app/field.h"
#include "app/state.h"
#include "base/str.h"

/* What the owner heard. */
struct owner {
	struct str heard;
	bool refuses, freed;
};

static bool accept(struct app *app, const char *text, void *data)
{
	struct owner *owner = data;

	assert_null(view_top(app));
	assert_false(owner->freed);
	str_appendf(&owner->heard, "accept(%s)", text);
	return !owner->refuses;
}

static void cancel(struct app *app, void *data)
{
	struct owner *owner = data;

	assert_null(view_top(app));
	str_append_str(&owner->heard, "cancel");
}

static void changed(struct app *app, const char *text, void *data)
{
	struct owner *owner = data;

	(void)app;
	str_appendf(&owner->heard, "%s,", text);
}

static void free_data(void *data)
{
	((struct owner *)data)->freed = true;
}

static const struct prompt_ops all_ops = {
	.accept = accept, .cancel = cancel, .changed = changed, .free_data = free_data};
static const struct prompt_ops path_ops = {.accept = accept, .free_data = free_data, .paths = true};

static void type(struct app *app, const char *text)
{
	struct view *top = view_top(app);
	top->ops->text(top, app, text, strlen(text), false);
}

static void enter_hands_the_text_over(void **state)
{
	struct app app = {.top = NULL};
	struct owner owner = {.heard = STR_EMPTY};

	(void)state;
	view_push(&app, prompt_new(&app, "Find:", "ab", &all_ops, &owner));
	view_top(&app)->ops->accept(view_top(&app), &app);
	assert_string_equal(owner.heard.p, "accept(ab)");
	assert_true(owner.freed);
	str_release(&owner.heard);
}

static void typing_replaces_a_proposal_and_a_motion_keeps_it(void **state)
{
	struct app app = {.top = NULL};
	struct owner owner = {.heard = STR_EMPTY};
	size_t columns;

	(void)state;
	view_push(&app, prompt_new(&app, "Find:", "ab", &all_ops, &owner));
	type(&app, "c");
	type(&app, "d");
	view_top(&app)->ops->accept(view_top(&app), &app);
	assert_string_equal(owner.heard.p, "c,cd,accept(cd)");
	str_clear(&owner.heard);
	owner.freed = false;
	view_push(&app, prompt_new(&app, "Find:", "ab", &all_ops, &owner));
	field_move(view_top(&app)->ops->field(view_top(&app), &columns), FIELD_LINE_END, 80);
	type(&app, "c");
	view_top(&app)->ops->accept(view_top(&app), &app);
	assert_string_equal(owner.heard.p, "abc,accept(abc)");
	str_release(&owner.heard);
}

static void what_is_refused_stays_to_be_mended(void **state)
{
	struct app app = {.top = NULL};
	struct owner owner = {.heard = STR_EMPTY, .refuses = true};

	(void)state;
	view_push(&app, prompt_new(&app, "File:", "a", &path_ops, &owner));
	struct view *prompt = view_top(&app);
	prompt->ops->accept(prompt, &app);
	assert_ptr_equal(view_top(&app), prompt);
	assert_false(owner.freed);
	owner.refuses = false;
	type(&app, "b");
	prompt->ops->accept(prompt, &app);
	assert_string_equal(owner.heard.p, "accept(a)accept(ab)");
	assert_null(view_top(&app));
	assert_true(owner.freed);
	str_release(&owner.heard);
}

static void escape_cancels(void **state)
{
	struct app app = {.top = NULL};
	struct owner owner = {.heard = STR_EMPTY};

	(void)state;
	view_push(&app, prompt_new(&app, "Find:", "", &all_ops, &owner));
	view_top(&app)->ops->back(view_top(&app), &app);
	assert_string_equal(owner.heard.p, "cancel");
	assert_true(owner.freed);
	str_release(&owner.heard);
}

static void it_stands_in_the_last_row(void **state)
{
	struct app app = {.top = NULL};
	struct owner owner = {.heard = STR_EMPTY};
	struct frame frame;

	(void)state;
	view_push(&app, prompt_new(&app, "Find:", "xy", &all_ops, &owner));
	for (size_t n_cols = 1; n_cols < 40; n_cols++) {
		frame_init(&frame, 4, n_cols);
		view_top(&app)->ops->draw(view_top(&app), &app, &frame,
					  (struct area){.n_rows = 3, .n_cols = n_cols});
		assert_int_equal(frame_at(&frame, 3, 0)->glyph[0], ' ');
		if (n_cols >= 10) {
			assert_int_equal(frame_at(&frame, 2, 0)->glyph[0], ' ');
			assert_int_equal(frame_at(&frame, 2, 1)->glyph[0], 'F');
			assert_int_equal(frame_at(&frame, 2, 7)->glyph[0], 'x');
			assert_int_equal(frame.cursor_row, 2);
			assert_int_equal(frame.cursor_col, 9);
		}
		frame_release(&frame);
	}
	view_top(&app)->ops->back(view_top(&app), &app);
	str_release(&owner.heard);
}

static void completing_offers_what_is_a_path_only(void **state)
{
	struct app app = {.top = NULL};
	struct owner owner = {.heard = STR_EMPTY};
	size_t columns;

	(void)state;
	view_push(&app, prompt_new(&app, "Find:", "/et", &all_ops, &owner));
	assert_false(view_top(&app)->ops->offers(view_top(&app), &app, "complete"));
	command_complete(&app, "");
	assert_int_equal(view_top(&app)->ops->field(view_top(&app), &columns)->n_cps, 3);
	view_top(&app)->ops->back(view_top(&app), &app);
	view_push(&app, prompt_new(&app, "File:", "/et", &path_ops, &owner));
	assert_true(view_top(&app)->ops->offers(view_top(&app), &app, "complete"));
	command_complete(&app, "");
	assert_int_equal(view_top(&app)->ops->field(view_top(&app), &columns)->n_cps, 5);
	view_top(&app)->ops->back(view_top(&app), &app);
	app_say_nothing(&app);
	str_release(&owner.heard);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(enter_hands_the_text_over),
		cmocka_unit_test(typing_replaces_a_proposal_and_a_motion_keeps_it),
		cmocka_unit_test(what_is_refused_stays_to_be_mended),
		cmocka_unit_test(escape_cancels),
		cmocka_unit_test(it_stands_in_the_last_row),
		cmocka_unit_test(completing_offers_what_is_a_path_only),
	};
	setlocale(LC_ALL, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
