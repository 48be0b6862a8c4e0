/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/layout.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

/*
 * What is kept: the screen, in which the first and the last paragraph may be partly seen, and as
 * much again ahead of it and behind it, so that a page, or a little way back, is free. A long
 * paragraph counts as LONGEST cells at the most: laying it out again would cost more than its
 * memory does. Of huge ones, such as the windows of a text on one line, a few are kept, more than
 * any screen shows.
 */
enum {
	LONGEST = 2048,
	SPARE_CELLS = 2 * LONGEST,
	SCREENS_KEPT = 3,
	HUGE_CELLS = 16 * 1024,
	HUGE_KEPT = 4,
};

void layout_cache_init(struct layout_cache *cache, struct document *doc)
{
	memset(cache, 0, sizeof *cache);
	cache->doc = doc;
	cache->width = 80;
	cache->n_cells_max = SPARE_CELLS;
	cache->options.fallback = DIR_LTR;
}

static size_t count_cells(const struct layout *layout)
{
	size_t n;
	paragraph_cells(layout->para, &n);
	return n;
}

static size_t weight(const struct layout *layout)
{
	size_t n = count_cells(layout);
	return n < LONGEST ? n : LONGEST;
}

static bool is_huge(const struct layout *layout)
{
	return count_cells(layout) > HUGE_CELLS;
}

static void free_rows(struct layout *layout)
{
	free(layout->rows);
	free(layout->placed);
	free(layout->is_placed);
	layout->placed = NULL;
	layout->is_placed = NULL;
}

static void drop(struct layout_cache *cache, struct layout *layout)
{
	if (layout->para == NULL)
		return;
	cache->n_cells -= weight(layout);
	cache->n_huge -= is_huge(layout);
	paragraph_free(layout->para);
	free_rows(layout);
	memset(layout, 0, sizeof *layout);
}

static void drop_all(struct layout_cache *cache)
{
	for (size_t i = 0; i < LAYOUT_SLOTS; i++)
		drop(cache, &cache->slots[i]);
}

void layout_cache_release(struct layout_cache *cache)
{
	drop_all(cache);
}

static bool same_options(const struct paragraph_options *a, const struct paragraph_options *b)
{
	return a->dir == b->dir && a->fallback == b->fallback && a->order == b->order &&
	       a->reveal == b->reveal;
}

static size_t columns_of(size_t width)
{
	return width < 2 ? 2 : width;
}

bool layout_cache_is(const struct layout_cache *cache, size_t width,
		     const struct paragraph_options *options)
{
	return columns_of(width) == cache->width && same_options(&cache->options, options);
}

bool layout_cache_set(struct layout_cache *cache, size_t width, size_t n_rows,
		      const struct paragraph_options *options)
{
	bool other = !layout_cache_is(cache, width, options);
	if (!same_options(&cache->options, options))
		drop_all(cache);
	cache->options = *options;
	cache->width = columns_of(width);
	cache->n_cells_max = SPARE_CELLS + SCREENS_KEPT * cache->width * n_rows;
	return other;
}

void layout_cache_move(struct layout_cache *cache, struct document *doc)
{
	cache->doc = doc;
	for (size_t i = 0; i < LAYOUT_SLOTS; i++) {
		struct layout *layout = &cache->slots[i];
		if (layout->para != NULL && !document_paragraph(doc, layout->index, &layout->at))
			drop(cache, layout);
	}
}

/* What was not looked at for longest, `keep` aside; NULL where there is nothing else. */
static struct layout *oldest(struct layout_cache *cache, const struct layout *keep, bool huge)
{
	struct layout *found = NULL;
	for (size_t i = 0; i < LAYOUT_SLOTS; i++) {
		struct layout *layout = &cache->slots[i];
		if (layout->para != NULL && layout != keep && (!huge || is_huge(layout)) &&
		    (found == NULL || layout->used < found->used))
			found = layout;
	}
	return found;
}

/* Frees the paragraphs that were not looked at for longest; `keep` stays. */
static void make_room(struct layout_cache *cache, const struct layout *keep)
{
	struct layout *layout;
	while (cache->n_huge > HUGE_KEPT && (layout = oldest(cache, keep, true)) != NULL)
		drop(cache, layout);
	while (cache->n_cells > cache->n_cells_max &&
	       (layout = oldest(cache, keep, false)) != NULL)
		drop(cache, layout);
}

static void lay_out(struct layout_cache *cache, struct layout *layout)
{
	static const char32_t unreadable[] = {0xfffd};
	layout->para = document_lay_out(cache->doc, &layout->at, &cache->options, NULL);
	if (layout->para == NULL)
		layout->para = paragraph_new(unreadable, 1, &cache->options);
	cache->n_cells += weight(layout);
	cache->n_huge += is_huge(layout);
	make_room(cache, layout);
}

static void wrap(struct layout_cache *cache, struct layout *layout)
{
	free_rows(layout);
	layout->rows = paragraph_wrap(layout->para, cache->width, &layout->n_rows);
	layout->width = cache->width;
}

static struct layout *get(struct layout_cache *cache, size_t index)
{
	struct layout *layout = &cache->slots[index % LAYOUT_SLOTS];
	if (layout->para == NULL || layout->index != index) {
		struct document_paragraph at;
		if (!document_paragraph(cache->doc, index, &at))
			return NULL;
		drop(cache, layout);
		layout->index = index;
		layout->at = at;
		lay_out(cache, layout);
	}
	if (layout->width != cache->width)
		wrap(cache, layout);
	layout->used = ++cache->clock;
	return layout;
}

const struct layout *layout_get(struct layout_cache *cache, size_t index)
{
	return get(cache, index);
}

size_t layout_row_of(const struct layout *layout, size_t cp)
{
	size_t offset = cp > layout->at.start_cp ? cp - layout->at.start_cp : 0;
	size_t low = 0, high = layout->n_rows;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (layout->rows[middle].start_cp <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

int place_compare(struct place a, struct place b)
{
	if (a.para != b.para)
		return a.para < b.para ? -1 : 1;
	return a.row == b.row ? 0 : a.row < b.row ? -1 : 1;
}

static size_t step_down(struct layout_cache *cache, struct place *place, size_t n)
{
	size_t moved = 0;
	const struct layout *layout = layout_get(cache, place->para);
	while (layout != NULL && moved < n) {
		size_t left = layout->n_rows - 1 - place->row;
		if (left >= n - moved) {
			place->row += n - moved;
			return n;
		}
		layout = layout_get(cache, place->para + 1);
		if (layout == NULL) {
			place->row += left;
			return moved + left;
		}
		moved += left + 1;
		*place = (struct place){place->para + 1, 0};
	}
	return moved;
}

static size_t step_up(struct layout_cache *cache, struct place *place, size_t n)
{
	size_t moved = 0;
	while (moved < n) {
		if (place->row >= n - moved) {
			place->row -= n - moved;
			return n;
		}
		if (place->para == 0) {
			moved += place->row;
			place->row = 0;
			return moved;
		}
		moved += place->row + 1;
		const struct layout *layout = layout_get(cache, place->para - 1);
		*place = (struct place){place->para - 1, layout != NULL ? layout->n_rows - 1 : 0};
	}
	return moved;
}

size_t place_step(struct layout_cache *cache, struct place *place, ptrdiff_t n)
{
	return n < 0 ? step_up(cache, place, (size_t)-n) : step_down(cache, place, (size_t)n);
}

size_t place_cells(struct layout_cache *cache, struct place place, const struct placed_cell **out)
{
	struct layout *layout = get(cache, place.para);
	if (!layout)
		return 0;
	const struct row *row = &layout->rows[place.row];
	if (!layout->is_placed) {
		layout->is_placed = xcalloc(layout->n_rows, sizeof *layout->is_placed);
		layout->placed = xcalloc(count_cells(layout) + 1, sizeof *layout->placed);
	}
	struct placed_cell *cells = layout->placed + row->first_cell;
	if (!layout->is_placed[place.row])
		row_place(layout->para, row, layout->width, cells);
	layout->is_placed[place.row] = true;
	*out = cells;
	return row->n_cells;
}

struct place place_of(struct layout_cache *cache, size_t cp)
{
	size_t index = document_paragraph_at(cache->doc, cp);
	const struct layout *layout = layout_get(cache, index);
	if (layout == NULL)
		return (struct place){0, 0};
	return (struct place){index, layout_row_of(layout, cp)};
}
