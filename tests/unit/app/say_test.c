/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"

static void what_is_said_stands_isolated_in_the_message(void **state)
{
	(void)state;
	struct app app = {.message = NULL};
	app_say(&app, "%s and %s: %d %%", "\xD8\xA7", "b", 3);
	assert_string_equal(app.message, FSI "\xD8\xA7" PDI " and " FSI "b" PDI ": 3 %");
	assert_false(app.message_is_error);
	app_say_nothing(&app);
	assert_null(app.message);
}

static void the_last_thing_said_stands(void **state)
{
	(void)state;
	struct app app = {.message = NULL};
	app_complain(&app, "first");
	assert_true(app.message_is_error);
	app_say(&app, "second");
	assert_string_equal(app.message, "second");
	assert_false(app.message_is_error);
	app_say_nothing(&app);
}

static void a_fault_is_told_with_what_to_do_about_it(void **state)
{
	(void)state;
	struct app app = {.message = NULL};
	struct fault f = FAULT_NONE;
	assert_int_equal(fault_set(&f, STATUS_NO_FILE, "notes.txt"), STATUS_NO_FILE);
	app_say_fault(&app, &f);
	assert_non_null(strstr(app.message, "notes.txt"));
	assert_non_null(strstr(app.message, status_message(STATUS_NO_FILE)));
	assert_string_equal(app.message_hint, status_hint(STATUS_NO_FILE));
	assert_true(app.message_is_error);
	assert_int_equal(f.status, STATUS_OK);
	app_say(&app, "no more");
	assert_null(app.message_hint);
	app_say_nothing(&app);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_said_stands_isolated_in_the_message),
		cmocka_unit_test(the_last_thing_said_stands),
		cmocka_unit_test(a_fault_is_told_with_what_to_do_about_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
