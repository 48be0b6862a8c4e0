/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

enum { BLOCK_SIZE = 16 * 1024, ALIGNMENT = _Alignof(max_align_t) };

struct arena_block {
	struct arena_block *next;
	size_t used; /* bytes of `bytes` */
	size_t size; /* bytes of `bytes` */
	_Alignas(max_align_t) char bytes[];
};

static struct arena_block *block_new(size_t size)
{
	struct arena_block *block = xmalloc(sizeof *block + size);
	block->next = NULL;
	block->used = 0;
	block->size = size;
	return block;
}

/* A large thing gets a block of its own, behind the newest, whose rest stays in use. */
static struct arena_block *block_with_room(struct arena *arena, size_t need)
{
	struct arena_block *newest = arena->blocks;
	if (newest && newest->size - newest->used >= need)
		return newest;
	struct arena_block *block = block_new(need > BLOCK_SIZE / 4 ? need : BLOCK_SIZE);
	if (newest && need > BLOCK_SIZE / 4) {
		block->next = newest->next;
		newest->next = block;
	} else {
		block->next = newest;
		arena->blocks = block;
	}
	return block;
}

void *arena_alloc(struct arena *arena, size_t n, size_t size)
{
	size_t need;
	if (__builtin_mul_overflow(n, size, &need) || need > SIZE_MAX / 2)
		need = SIZE_MAX / 2; /* more than there is: xmalloc says so */
	need = (need + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	struct arena_block *block = block_with_room(arena, need);
	void *p = block->bytes + block->used;
	block->used += need;
	/* Not the whole block: a short line of text needs a small part of one. */
	return memset(p, 0, need);
}

char *arena_strndup(struct arena *arena, const char *bytes, size_t n)
{
	char *copy = arena_alloc(arena, n + 1, 1);
	if (n > 0)
		memcpy(copy, bytes, n);
	return copy;
}

void arena_clear(struct arena *arena)
{
	struct arena_block *kept = arena->blocks;
	if (!kept)
		return;
	struct arena rest = {.blocks = kept->next};
	arena_release(&rest);
	kept->next = NULL;
	kept->used = 0;
}

void arena_release(struct arena *arena)
{
	while (arena->blocks) {
		struct arena_block *next = arena->blocks->next;
		free(arena->blocks);
		arena->blocks = next;
	}
}
