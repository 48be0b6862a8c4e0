/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the panes are written to the project. */
#include "app/reader-internal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/xalloc.h"

struct bench {
	char *dir;
	struct options options;
	struct reader reader;
	struct app app;
};

static int setup(void **state)
{
	struct bench *b = xcalloc(1, sizeof *b);
	b->dir = xstrdup("reader_session_test.XXXXXX");
	if (!mkdtemp(b->dir))
		return -1;
	b->options = (struct options){.project = xasprintf("%s/p.hashiya", b->dir)};
	b->reader.follows = true;
	b->app = (struct app){.options = &b->options, .reader = &b->reader};
	*state = b;
	if (project_open(&b->app.project, &b->options, false, NULL) ||
	    project_writable(&b->app.project, NULL))
		return -1;
	/* The panes of the beginning are no news. */
	reader_tick(&b->app);
	return 0;
}

static int teardown(void **state)
{
	struct bench *b = *state;
	char *journal = xasprintf("%s-journal", b->options.project);
	project_close(&b->app.project);
	unlink(b->options.project);
	unlink(journal);
	assert_int_equal(rmdir(b->dir), 0);
	free(journal);
	free(b->options.project);
	free(b->app.kept_layout);
	free(b->dir);
	free(b);
	return 0;
}

static bool is_kept_as(struct bench *b, const char *panes)
{
	char *value = NULL;
	assert_int_equal(store_setting_get(b->app.project.store, "panes", &value, NULL), STATUS_OK);
	bool same = strcmp(value, panes) == 0;
	free(value);
	return same;
}

static void press(struct bench *b)
{
	b->app.touched = true;
	b->reader.locked = !b->reader.locked;
}

static void what_changed_is_kept_as_soon_as_nobody_presses_keys(void **state)
{
	struct bench *b = *state;
	press(b);
	reader_tick(&b->app);
	assert_true(is_kept_as(b, "0 0"));
	reader_tick(&b->app);
	assert_true(is_kept_as(b, "1 0"));
}

static void a_key_held_for_long_does_not_put_it_off_for_ever(void **state)
{
	struct bench *b = *state;
	size_t ticks = 0;
	for (press(b); is_kept_as(b, "0 0") && ticks < 100; ticks++) {
		b->app.touched = true;
		reader_tick(&b->app);
	}
	assert_in_range(ticks, 5, 20);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			what_changed_is_kept_as_soon_as_nobody_presses_keys, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_key_held_for_long_does_not_put_it_off_for_ever, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
