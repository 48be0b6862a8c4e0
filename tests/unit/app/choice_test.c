/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/choice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "app/command.h"
#include "app/state.h"

/* What the owner heard. */
struct owner {
	size_t chosen, detailed;
	bool freed;
};
enum { NOTHING = 99 };

static void choose(struct app *app, size_t index, void *data)
{
	struct owner *owner = data;
	assert_null(view_top(app));
	assert_false(owner->freed);
	owner->chosen = index;
}

static void details(struct app *app, size_t index, void *data)
{
	struct owner *owner = data;
	assert_null(view_top(app));
	owner->detailed = index;
}

static void free_data(void *data)
{
	((struct owner *)data)->freed = true;
}

static const struct choice_ops ops = {
	.choose = choose, .details = details, .free_data = free_data};
static const struct choice_ops plain_ops = {.choose = choose, .free_data = free_data};

/* "agree" has a, "disagree" d, and "discuss" the next that is free: i. */
static const struct choice_item items[] = {
	{.name = "agree", .label = "agrees"},
	{.name = "disagree", .label = "disagrees"},
	{.name = "discuss", .label = "discusses"},
};

/* What typing `text` into a choice chooses; it is gone if it chose something. */
static size_t typed(const char *text, bool pasted)
{
	struct app app = {.top = NULL};
	struct owner owner = {.chosen = NOTHING, .detailed = NOTHING};
	struct view *view = choice_new("t", items, 3, 0, &plain_ops, &owner);
	view_push(&app, view);
	view->ops->text(view, &app, text, strlen(text), pasted);
	assert_int_equal(owner.freed, owner.chosen != NOTHING);
	if (app.top)
		view->ops->free(view);
	return owner.chosen;
}

static void a_number_chooses_in_any_set_of_digits(void **state)
{
	(void)state;
	assert_int_equal(typed("1", false), 0);
	assert_int_equal(typed("3", false), 2);
	assert_int_equal(typed("٢", false), 1);
	assert_int_equal(typed("۳", false), 2);
	assert_int_equal(typed("4", false), NOTHING);
	assert_int_equal(typed("0", false), NOTHING);
}

static void the_first_free_letter_of_its_name_chooses(void **state)
{
	(void)state;
	assert_int_equal(typed("a", false), 0);
	assert_int_equal(typed("d", false), 1);
	assert_int_equal(typed("i", false), 2);
	assert_int_equal(typed("s", false), NOTHING);
}

static void an_arabic_layout_chooses_by_the_place_of_the_key(void **state)
{
	(void)state;
	assert_int_equal(typed("ش", false), 0);
	assert_int_equal(typed("ي", false), 1);
	assert_int_equal(typed("ه", false), 2);
}

static void a_paste_chooses_nothing(void **state)
{
	(void)state;
	assert_int_equal(typed("1", true), NOTHING);
}

static void enter_takes_the_one_at_the_cursor_and_details_as_well(void **state)
{
	(void)state;
	struct app app = {.top = NULL};
	struct owner owner = {.chosen = NOTHING, .detailed = NOTHING};
	struct view *view = choice_new("t", items, 3, 1, &ops, &owner);
	view_push(&app, view);
	view->ops->accept(view, &app);
	assert_int_equal(owner.chosen, 1);
	view_push(&app, choice_new("t", items, 3, 2, &ops, &owner));
	command_details(&app, "");
	assert_int_equal(owner.detailed, 2);
	assert_null(app.top);
}

static void without_details_the_command_does_nothing(void **state)
{
	(void)state;
	struct app app = {.top = NULL};
	struct owner owner = {.chosen = NOTHING, .detailed = NOTHING};
	struct view *view = choice_new("t", items, 3, 0, &plain_ops, &owner);
	view_push(&app, view);
	assert_false(view->ops->offers(view, &app, "details"));
	command_details(&app, "");
	assert_int_equal(owner.detailed, NOTHING);
	assert_ptr_equal(app.top, view);
	view->ops->free(view);
	assert_true(owner.freed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_number_chooses_in_any_set_of_digits),
		cmocka_unit_test(the_first_free_letter_of_its_name_chooses),
		cmocka_unit_test(an_arabic_layout_chooses_by_the_place_of_the_key),
		cmocka_unit_test(a_paste_chooses_nothing),
		cmocka_unit_test(enter_takes_the_one_at_the_cursor_and_details_as_well),
		cmocka_unit_test(without_details_the_command_does_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
