/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/line-cache.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

enum {
	SLOTS = 128,       /* a screen of titles, the keys at its foot */
	KEPT_BYTES = 1024, /* a longer text is no label, and is laid out again */
};

/* A line of what it was made of has one slot that it may be in. */
struct slot {
	char *utf8; /* NULL: an unused slot */
	size_t n, width;
	enum text_dir dir;
	enum text_order order;
	struct line line;
};

struct line_cache {
	struct slot slots[SLOTS];
	struct line passing; /* the last that was too long to be kept */
};

struct line_cache *line_cache_new(void)
{
	return xcalloc(1, sizeof(struct line_cache));
}

static void slot_clear(struct slot *slot)
{
	if (slot->utf8)
		line_release(&slot->line);
	free(slot->utf8);
	slot->utf8 = NULL;
}

void line_cache_free(struct line_cache *cache)
{
	if (!cache)
		return;
	for (size_t i = 0; i < SLOTS; i++)
		slot_clear(&cache->slots[i]);
	line_release(&cache->passing);
	free(cache);
}

/* FNV-1a. */
static size_t slot_of(const char *utf8, size_t n, size_t width)
{
	uint64_t hash = 0xcbf29ce484222325u ^ width;
	for (size_t i = 0; i < n; i++)
		hash = (hash ^ (unsigned char)utf8[i]) * 0x100000001b3u;
	return (size_t)(hash ^ hash >> 32) % SLOTS;
}

static bool is_in(const struct slot *slot, const char *utf8, size_t n, size_t width,
		  enum text_dir dir, enum text_order order)
{
	return slot->utf8 && slot->n == n && slot->width == width && slot->dir == dir &&
	       slot->order == order && memcmp(slot->utf8, utf8, n) == 0;
}

static const struct line *lay_out_passing(struct line_cache *cache, const char *utf8, size_t n,
					  size_t width, enum text_dir dir,
					  enum text_order order)
{
	line_release(&cache->passing);
	line_init(&cache->passing, utf8, n, width, dir, order);
	return &cache->passing;
}

const struct line *line_cache_get(struct line_cache *cache, const char *utf8, size_t n,
				  size_t width, enum text_dir dir, enum text_order order)
{
	if (n > KEPT_BYTES)
		return lay_out_passing(cache, utf8, n, width, dir, order);
	struct slot *slot = &cache->slots[slot_of(utf8, n, width)];
	if (is_in(slot, utf8, n, width, dir, order))
		return &slot->line;
	slot_clear(slot);
	slot->utf8 = xmemdup(utf8, n);
	slot->n = n;
	slot->width = width;
	slot->dir = dir;
	slot->order = order;
	line_init(&slot->line, utf8, n, width, dir, order);
	return &slot->line;
}
