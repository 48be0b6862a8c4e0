/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Growing arrays, without a type of their own: an array is a pointer, a count and a capacity in the
 * struct that owns it, and is freed with free().
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stddef.h>

/*
 * `items` with room for at least `need` of them, moved if it must be; `*cap` is kept up to date.
 * Grows by half at least, so that appending one by one is linear in all.
 */
void *vec_reserve(void *items, size_t *cap, size_t need, size_t item_size)
	__attribute__((warn_unused_result));

/* Appends `item` to the array whose members are named; evaluates its arguments more than once. */
#define VEC_PUSH(items, n, cap, item)                                              \
	do {                                                                       \
		(items) = vec_reserve((items), &(cap), (n) + 1, sizeof *(items)); \
		(items)[(n)++] = (item);                                           \
	} while (0)

#endif
