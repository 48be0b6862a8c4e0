/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sixteen bytes at once. GCC and Clang make of it what the machine has; comparing lanes gives 255
 * where it holds and 0 where not.
 */
#ifndef TEXT_LANES_H
#define TEXT_LANES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { LANES = 16 };

typedef uint8_t lanes __attribute__((vector_size(LANES)));
typedef int8_t signed_lanes __attribute__((vector_size(LANES)));

static inline lanes lanes_load(const char *bytes)
{
	lanes out;
	memcpy(&out, bytes, LANES);
	return out;
}

/* `byte` in all of them. */
static inline lanes lanes_of(uint8_t byte)
{
	return (lanes){0} + byte;
}

static inline bool lanes_any(lanes l)
{
	uint64_t halves[2];
	memcpy(halves, &l, sizeof halves);
	return (halves[0] | halves[1]) != 0;
}

/* The first that is not 0; LANES where there is none. */
static inline size_t lanes_first(lanes l)
{
	size_t i = 0;
	while (i < LANES && l[i] == 0)
		i++;
	return i;
}

#endif
