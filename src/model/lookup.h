/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows of a list by an id that stands in each: its own, or that of what it hangs on.
 *
 *	lookup_init(&notes, list.n ? list.items->target : NULL, list.n, sizeof *list.items);
 *	for (size_t at = lookup_first(&notes, id); lookup_is(&notes, at, id); at++)
 *		... list.items[lookup_row(&notes, at)] ...
 *
 * Rows of one id come in the list's order. The list must outlive it, unchanged.
 */
#ifndef MODEL_LOOKUP_H
#define MODEL_LOOKUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct lookup {
	const char **ids; /* in their order */
	size_t n;
	const char *first_id;
	size_t size;
};

/* By the rows' own ids. */
#define LOOKUP_BY_ID(lookup, list)                                                     \
	lookup_init(lookup, (list)->n ? (list)->items->id : NULL, (list)->n, \
		    sizeof *(list)->items)

/* `first_id` is the id in the first of `n` rows of `size` bytes. */
void lookup_init(struct lookup *lookup, const char *first_id, size_t n, size_t size);
void lookup_release(struct lookup *lookup);

/* Where the rows of `id` begin, if there is one. */
size_t lookup_first(const struct lookup *lookup, const char *id);
/* True where a row of `id` is at `at`. */
bool lookup_is(const struct lookup *lookup, size_t at, const char *id);
/* The index in the list of the row at `at`. */
size_t lookup_row(const struct lookup *lookup, size_t at);

/* The index in the list of the first row of `id`; SIZE_MAX where there is none. */
size_t lookup_find(const struct lookup *lookup, const char *id);
/* The same in `*row`; false where there is none. */
bool lookup_one(const struct lookup *lookup, const char *id, size_t *row);

#endif
