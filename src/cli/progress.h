/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How far a long job is, on standard error, where that is a terminal and the job takes more than a
 * moment.
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct progress {
	bool wanted, shown;
	int64_t next_ms; /* not before this it is told (again) */
};

/* The job begins. */
void progress_begin(struct progress *progress);
/* `percent` of it are done. */
void progress_tell(struct progress *progress, unsigned percent);
/* It is over: what was told goes away. */
void progress_end(struct progress *progress);

#endif
