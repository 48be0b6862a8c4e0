/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/paragraph.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/xalloc.h"
#include "text/paragraph-internal.h"
#include "text/segment.h"
#include "text/shape.h"

static struct paragraph *paragraph_alloc(size_t n_cp)
{
	struct paragraph *para = xmalloc(sizeof *para + n_cp * (sizeof(struct cell) + 3));
	*para = (struct paragraph){.n_cp = n_cp, .cells = (struct cell *)(para + 1)};
	para->levels = (int8_t *)(para->cells + n_cp);
	para->kinds = (uint8_t *)(para->levels + n_cp);
	para->breaks = para->kinds + n_cp;
	return para;
}

/* In a terminal that orders and joins by itself the cells stay as they are written. */
static void set_levels(struct paragraph *para, const char32_t *cps, const FriBidiCharType *types)
{
	if (para->order == ORDER_VISUAL)
		bidi_levels(cps, types, para->n_cp, para->base, para->levels);
	else
		memset(para->levels, 0, para->n_cp);
	for (size_t i = 0; i < para->n_cp; i++)
		para->kinds[i] = (uint8_t)bidi_kind(types[i]);
}

static void set_cells(struct paragraph *para, const char32_t *cps, const FriBidiCharType *types,
		      bool reveal, struct arena *arena)
{
	size_t n = para->n_cp;
	uint8_t *glyph_kinds = arena_alloc(arena, n, 1);
	char32_t *glyphs = arena_alloc(arena, n, sizeof *glyphs);
	bool *cluster_starts = arena_alloc(arena, n, sizeof *cluster_starts);
	cells_classify(cps, n, reveal, glyph_kinds);
	segment_graphemes(cps, n, cluster_starts);
	if (para->order == ORDER_VISUAL)
		shape_glyphs(cps, glyph_kinds, types, para->levels, n, glyphs);
	else
		memcpy(glyphs, cps, n * sizeof *glyphs);
	cells_build(para, &(struct cell_source){cps, glyphs, glyph_kinds, cluster_starts, reveal});
}

struct paragraph *paragraph_new(const char32_t *cps, size_t n_cp,
				const struct paragraph_options *options)
{
	struct arena arena = ARENA_EMPTY;
	struct paragraph *para = paragraph_alloc(n_cp);
	if (n_cp > 0) {
		FriBidiCharType *types = arena_alloc(&arena, n_cp, sizeof *types);
		bidi_types(cps, n_cp, types);
		para->order = options->order;
		para->base = bidi_base_level(types, n_cp, options->dir, options->fallback);
		set_levels(para, cps, types);
		linebreak_find(cps, n_cp, para->breaks);
		para->must_break = memchr(para->breaks, BREAK_MUST, n_cp) != NULL;
		set_cells(para, cps, types, options->reveal, &arena);
	}
	arena_release(&arena);
	return para;
}

void paragraph_free(struct paragraph *para)
{
	free(para);
}

bool paragraph_is_rtl(const struct paragraph *para)
{
	return para->base == 1;
}

size_t paragraph_n_cp(const struct paragraph *para)
{
	return para->n_cp;
}

const struct cell *paragraph_cells(const struct paragraph *para, size_t *n_cells)
{
	*n_cells = para->n_cells;
	return para->cells;
}
