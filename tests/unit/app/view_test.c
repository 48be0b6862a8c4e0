/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/view.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "app/state.h"

struct probe {
	struct view view;
	size_t freed;
};

static void probe_free(struct view *view)
{
	((struct probe *)view)->freed++;
}

static const struct view_ops probe_ops = {.section = SECTION_PICKER, .free = probe_free};

static struct probe probe_new(void)
{
	return (struct probe){.view = {.ops = &probe_ops}};
}

static void the_last_view_pushed_is_the_top(void **state)
{
	(void)state;
	struct app app = {.top = NULL};
	struct probe base = probe_new(), picker = probe_new();
	view_base(&app, &base.view);
	view_push(&app, &picker.view);
	assert_ptr_equal(view_top(&app), &picker.view);
	view_pop(&app);
	assert_ptr_equal(view_top(&app), &base.view);
	assert_int_equal(picker.freed, 1);
}

static void the_bottom_view_stays(void **state)
{
	(void)state;
	struct app app = {.top = NULL};
	struct probe base = probe_new();
	view_base(&app, &base.view);
	view_pop(&app);
	assert_ptr_equal(view_top(&app), &base.view);
	assert_int_equal(base.freed, 0);
}

static void another_base_takes_all_off_but_keeps_the_old_base(void **state)
{
	(void)state;
	struct app app = {.top = NULL};
	struct probe library = probe_new(), reader = probe_new(), picker = probe_new(),
		     prompt = probe_new();
	view_base(&app, &library.view);
	view_push(&app, &picker.view);
	view_push(&app, &prompt.view);
	view_base(&app, &reader.view);
	assert_ptr_equal(view_top(&app), &reader.view);
	assert_null(reader.view.below);
	assert_int_equal(picker.freed, 1);
	assert_int_equal(prompt.freed, 1);
	assert_int_equal(library.freed, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_last_view_pushed_is_the_top),
		cmocka_unit_test(the_bottom_view_stays),
		cmocka_unit_test(another_base_takes_all_off_but_keeps_the_old_base),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
