/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The timeline: all that was done in the project, latest first, day by day, and a way to any place
 * in it.
 *
 * Each coder stands somewhere in their own acts: undo and redo lead along them, those of others stay
 * as they are. Going to an act means to take back one's own acts that came after it, or to do again
 * those up to it.
 */
#ifndef APP_TIMELINE_H
#define APP_TIMELINE_H

#include <stddef.h>
#include <stdint.h>

#include "model/rows.h"

enum { TIMELINE_START = 0 }; /* the place before the first act */

/* How a coder gets to a place in the history. */
struct timeline_route {
	enum { ROUTE_NONE, ROUTE_UNDO, ROUTE_REDO } way; /* NONE: is there */
	int64_t seq;                                     /* the last act on the way */
	size_t n;                                        /* how many acts */
};

/* From where `coder` is to right after the act `seq`, or to TIMELINE_START. */
struct timeline_route timeline_route(const struct act_list *acts, const char *coder, int64_t seq);

#endif
