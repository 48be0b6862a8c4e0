/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that fails when it is told to: SQLite's own, with a plan. */
#ifndef TESTS_STORE_DISK_H
#define TESTS_STORE_DISK_H

#include <stdbool.h>

/*
 * The plan: the call at which it fails (counted from 0; -1 never), how, and whether it stays so.
 * What comes of it: how many calls there were, and whether one failed.
 */
extern struct disk {
	int calls, fail_at, rc;
	bool sticky, hit;
} disk;

/* A group's fixture: from then on each database is on this disk. */
int disk_set_up(void **state);

#endif
