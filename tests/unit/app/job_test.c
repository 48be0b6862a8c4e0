/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/job.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

struct counter {
	size_t left, slices, freed;
};

static bool count(struct app *app, void *data)
{
	struct counter *counter = data;
	(void)app;
	counter->slices++;
	return --counter->left > 0;
}

static bool endless(struct app *app, void *data)
{
	(void)app;
	((struct counter *)data)->slices++;
	return true;
}

static void freed(void *data)
{
	((struct counter *)data)->freed++;
}

static void jobs_run_one_after_another_until_done(void **state)
{
	(void)state;
	struct job_queue queue = {.n = 0};
	struct counter first = {.left = 3}, second = {.left = 2};
	job_add(&queue, &(struct job){.slice = count, .free_data = freed, .data = &first});
	job_add(&queue, &(struct job){.slice = count, .free_data = freed, .data = &second});
	while (job_run(&queue, NULL))
		continue;
	assert_int_equal(first.slices, 3);
	assert_int_equal(second.slices, 2);
	assert_int_equal(first.freed + second.freed, 2);
	job_queue_release(&queue);
}

static void a_job_without_end_gives_way(void **state)
{
	(void)state;
	struct job_queue queue = {.n = 0};
	struct counter counter = {.left = 1};
	job_add(&queue, &(struct job){.slice = endless, .free_data = freed, .data = &counter});
	assert_true(job_run(&queue, NULL));
	assert_true(counter.slices > 0);
	job_queue_release(&queue);
	assert_int_equal(counter.freed, 1);
}

static void a_cancelled_job_is_gone(void **state)
{
	(void)state;
	struct job_queue queue = {.n = 0};
	struct counter kept = {.left = 1}, dropped = {.left = 1};
	job_add(&queue, &(struct job){.slice = count, .free_data = freed, .data = &dropped});
	job_add(&queue, &(struct job){.slice = count, .free_data = freed, .data = &kept});
	job_cancel(&queue, &dropped);
	assert_int_equal(dropped.freed, 1);
	while (job_run(&queue, NULL))
		continue;
	assert_int_equal(dropped.slices, 0);
	assert_int_equal(kept.slices, 1);
	job_queue_release(&queue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(jobs_run_one_after_another_until_done),
		cmocka_unit_test(a_job_without_end_gives_way),
		cmocka_unit_test(a_cancelled_job_is_gone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
