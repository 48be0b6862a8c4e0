/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lines that were laid out lately. Titles, labels and keys stand in one frame after another, and
 * laying all of them out costs more than the rest of a frame does. What is kept is bounded, in
 * lines and in bytes of each.
 */
#ifndef TEXT_LINE_CACHE_H
#define TEXT_LINE_CACHE_H

#include "text/line.h"

struct line_cache;

struct line_cache *line_cache_new(void);
/* NULL is fine. */
void line_cache_free(struct line_cache *cache);

/* What line_init() makes of these; borrowed until the next call. */
const struct line *line_cache_get(struct line_cache *cache, const char *utf8, size_t n,
				  size_t width, enum text_dir dir, enum text_order order);

#endif
