/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Work for idle time, in slices, in place of threads: estimates, checks, indexes.
 *
 * Jobs run one after another, each until it is done. A key waits for one slice at the most.
 */
#ifndef APP_JOB_H
#define APP_JOB_H

#include <stdbool.h>
#include <stddef.h>

struct app;

struct job {
	/* A slice, .1 to .3 ms; true when there is more to do. */
	bool (*slice)(struct app *app, void *data);
	void (*free_data)(void *data); /* may be NULL */
	void *data;
};

/* All zero is a valid empty one. */
struct job_queue {
	struct job *jobs;
	size_t n, cap;
};

/* Queues a job; its data is the queue's from here. */
void job_add(struct job_queue *queue, const struct job *job);
/*
 * Drops the jobs whose data is `data`, done or not. A slice may drop its own job, and must return
 * false then.
 */
void job_cancel(struct job_queue *queue, const void *data);
/* Runs slices for about .1 ms, one at the least; true when there is more to do. */
bool job_run(struct job_queue *queue, struct app *app);
void job_queue_release(struct job_queue *queue);

#endif
