/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory that is freed all at once: the parts of one layout, one frame, one parsed command.
 *
 * Nothing in it is freed by itself, and nothing in it moves.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena_block;

/* All zero is a valid empty one. */
struct arena {
	struct arena_block *blocks; /* the newest first */
};

#define ARENA_EMPTY ((struct arena){.blocks = NULL})

/*
 * Zeroed memory for `n` items of `size` bytes, aligned for any type; lives until the arena is
 * released.
 */
void *arena_alloc(struct arena *arena, size_t n, size_t size)
	__attribute__((malloc, returns_nonnull));

/* A copy of `n` bytes with a NUL after them. */
char *arena_strndup(struct arena *arena, const char *bytes, size_t n);

/* Empty, but keeps some memory for what comes next. */
void arena_clear(struct arena *arena);

/* Frees all; the arena is empty and can be used again. */
void arena_release(struct arena *arena);

#endif
