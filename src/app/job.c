/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/job.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/vec.h"

/* A key that comes meanwhile waits for it: shorter than drawing its frame takes. */
enum { BUDGET_NS = 100000 };

void job_add(struct job_queue *queue, const struct job *job)
{
	VEC_PUSH(queue->jobs, queue->n, queue->cap, *job);
}

static void job_drop(struct job_queue *queue, size_t index)
{
	struct job job = queue->jobs[index];
	queue->n--;
	memmove(&queue->jobs[index], &queue->jobs[index + 1], (queue->n - index) * sizeof job);
	if (job.free_data)
		job.free_data(job.data);
}

void job_cancel(struct job_queue *queue, const void *data)
{
	for (size_t i = queue->n; i-- > 0;)
		if (queue->jobs[i].data == data)
			job_drop(queue, i);
}

static int64_t now_ns(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

bool job_run(struct job_queue *queue, struct app *app)
{
	int64_t end = now_ns() + BUDGET_NS;
	while (queue->n > 0) {
		struct job job = queue->jobs[0];
		bool more = job.slice(app, job.data);
		/* The slice may have dropped it. */
		if (!more && queue->n > 0 && queue->jobs[0].data == job.data &&
		    queue->jobs[0].slice == job.slice)
			job_drop(queue, 0);
		if (now_ns() >= end)
			break;
	}
	return queue->n > 0;
}

void job_queue_release(struct job_queue *queue)
{
	while (queue->n > 0)
		job_drop(queue, queue->n - 1);
	free(queue->jobs);
	*queue = (struct job_queue){.jobs = NULL};
}
