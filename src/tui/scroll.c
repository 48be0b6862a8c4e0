/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/scroll.h"

#include <stdlib.h>

#include "base/xalloc.h"

enum {
	PROBES = 8,
	LEAST_ROWS = 4,
	HASHED_COLS = 64, /* at least half as many: all of a row tell no more where it went */
};

bool style_same(struct style a, struct style b)
{
	return a.fg == b.fg && a.bg == b.bg && a.attrs == b.attrs;
}

bool cell_same(const struct frame_cell *a, const struct frame_cell *b)
{
	bool same = a->glyph[0] == b->glyph[0] && a->n_glyphs == b->n_glyphs &&
		    a->width == b->width && style_same(a->style, b->style);

	for (size_t i = 1; same && i < a->n_glyphs; i++)
		same = a->glyph[i] == b->glyph[i];
	return same;
}

static uint64_t mix(uint64_t hash, uint64_t value)
{
	hash = (hash ^ value) * 0x9e3779b97f4a7c15u;
	return hash ^ hash >> 29;
}

/*
 * Rows that look alike have one hash; what it says is only a guess about where to look. What stays
 * where it is while text scrolls does not count.
 */
static uint64_t row_hash(const struct frame *frame, size_t row)
{
	const struct frame_cell *cells = frame->cells + row * frame->n_cols;
	size_t step = frame->n_cols / HASHED_COLS + 1;
	uint64_t hash = 0;

	for (size_t col = 0; col < frame->n_cols; col += step) {
		const struct frame_cell *cell = &cells[col];
		if (cell->zone >= ZONE_OVERVIEW)
			continue;
		uint64_t style = (uint64_t)(uint16_t)cell->style.bg << 32 |
				 (uint64_t)cell->style.attrs << 16 | cell->n_glyphs;
		hash = mix(hash, (uint64_t)cell->glyph[0] << 32 ^ style);
		for (size_t i = 1; i < cell->n_glyphs; i++)
			hash = mix(hash, cell->glyph[i]);
	}
	return hash;
}

static uint64_t *row_hashes(const struct frame *frame)
{
	uint64_t *hashes = xcalloc(frame->n_rows + 1, sizeof *hashes);

	for (size_t row = 0; row < frame->n_rows; row++)
		hashes[row] = row_hash(frame, row);
	return hashes;
}

/* Rows of [top, end) that stood `by` rows further down. */
static size_t count_moved(const uint64_t *old, const uint64_t *new, const struct scroll *scroll)
{
	size_t n = 0;

	for (size_t row = scroll->top; row < scroll->end; row++) {
		ptrdiff_t from = (ptrdiff_t)row + scroll->by;
		if (from >= (ptrdiff_t)scroll->top && from < (ptrdiff_t)scroll->end &&
		    old[from] == new[row])
			n++;
	}
	return n;
}

/* Looks where some rows of the new frame stood, and takes the distance that explains most of it. */
static size_t best_distance(const uint64_t *old, const uint64_t *new, struct scroll *scroll)
{
	size_t n = scroll->end - scroll->top, best = 0;
	struct scroll tried = *scroll;

	for (size_t i = 1; i <= PROBES; i++) {
		size_t row = scroll->top + n * i / (PROBES + 1);
		for (size_t from = scroll->top; from < scroll->end; from++) {
			tried.by = (int)from - (int)row;
			if (from == row || old[from] != new[row] || tried.by == scroll->by)
				continue;
			size_t moved = count_moved(old, new, &tried);
			if (moved > best) {
				best = moved;
				scroll->by = tried.by;
			}
		}
	}
	return best;
}

bool scroll_find(const struct frame *old, const struct frame *new, struct scroll *out)
{
	uint64_t *before = row_hashes(old), *after = row_hashes(new);
	size_t moved = 0;

	*out = (struct scroll){.top = 0, .end = new->n_rows};
	while (out->top < out->end && before[out->top] == after[out->top])
		out->top++;
	while (out->end > out->top && before[out->end - 1] == after[out->end - 1])
		out->end--;
	if (out->end - out->top >= LEAST_ROWS)
		moved = best_distance(before, after, out);
	free(before);
	free(after);
	return moved * 2 > out->end - out->top;
}
