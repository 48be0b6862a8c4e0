/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A row in visual order: UAX #9 L1 and L2 over items, each a cluster's cells or one invisible
 * character.
 */
#include "base/arena.h"
#include "text/paragraph-internal.h"

struct items {
	int8_t *levels;
	uint8_t *kinds;
	uint32_t *first; /* the item's first cell, counted from the row's first */
	uint32_t *count; /* its cells; 0 for an invisible one, which parts its neighbours */
	size_t n;
};

static void add_item(struct items *items, int8_t level, uint8_t kind, size_t first, size_t count)
{
	items->levels[items->n] = level;
	items->kinds[items->n] = kind;
	items->first[items->n] = (uint32_t)first;
	items->count[items->n] = (uint32_t)count;
	items->n++;
}

/* Invisible characters that X9 does not remove: marks of direction and isolates. */
static void add_invisible(struct items *items, const struct paragraph *para, uint32_t start,
			  uint32_t end)
{
	for (uint32_t i = start; i < end; i++)
		if (para->kinds[i] != BIDI_REMOVED)
			add_item(items, para->levels[i], para->kinds[i], 0, 0);
}

/* A cluster is a space or a separator for L1 when all of it is. */
static uint8_t range_kind(const struct paragraph *para, const struct cell *cell)
{
	uint8_t kind = BIDI_REMOVED;
	for (uint32_t i = cell->start_cp; i < cell->end_cp; i++) {
		if (para->kinds[i] == BIDI_OTHER)
			return BIDI_OTHER;
		if (para->kinds[i] != BIDI_REMOVED)
			kind = para->kinds[i];
	}
	return kind;
}

static void collect_items(struct items *items, const struct paragraph *para, const struct row *row)
{
	const struct cell *cells = para->cells + row->first_cell;
	uint32_t at = row->start_cp;
	for (size_t c = 0, next; c < row->n_cells; c = next) {
		add_invisible(items, para, at, cells[c].start_cp);
		next = c + 1;
		while (next < row->n_cells && cells[next].flags & CELL_INSIDE)
			next++;
		add_item(items, cells[c].level, range_kind(para, &cells[c]), c, next - c);
		at = cells[c].end_cp;
	}
	/*
	 * What hangs is not placed, but L1 must see whether the row ends in spaces and isolates
	 * only.
	 */
	add_invisible(items, para, at, row->end_cp);
}

/* Columns are counted in logical order: a tab goes to the next stop from where its row begins. */
static void set_widths(const struct paragraph *para, const struct row *row, uint32_t *widths)
{
	size_t col = 0;
	for (size_t c = 0; c < row->n_cells; c++) {
		widths[c] = (uint32_t)cell_columns(&para->cells[row->first_cell + c], col);
		col += widths[c];
	}
}

/*
 * Lays the cells of the items out in `order`; a cluster of several cells keeps their order in
 * either direction.
 */
static size_t emit(const struct paragraph *para, const struct row *row, const struct items *items,
		   const uint32_t *order, const uint32_t *widths, size_t col,
		   struct placed_cell *out)
{
	size_t n = 0;
	for (size_t v = 0; v < items->n; v++) {
		uint32_t first = items->first[order[v]];
		for (uint32_t c = first; c < first + items->count[order[v]]; c++) {
			out[n++] = (struct placed_cell){
				&para->cells[row->first_cell + c], (uint32_t)col, widths[c]};
			col += widths[c];
		}
	}
	return n;
}

/*
 * A row whose cells all have the base level, as most have, is in order or in reverse: L1 changes
 * nothing, and what has no cell parts only its equals. False where it is not that simple.
 */
static bool place_plainly(const struct paragraph *para, const struct row *row, size_t col,
			  struct placed_cell *out)
{
	const struct cell *cells = para->cells + row->first_cell;
	size_t n = row->n_cells, end = col + row->columns;
	for (size_t c = 0; c < n; c++) {
		const struct cell *cell = &cells[c];
		if (cell->level != para->base || cell->flags & (CELL_TAB | CELL_INSIDE))
			return false;
		if (para->base == 1) {
			end -= cell->width;
			out[n - 1 - c] = (struct placed_cell){cell, (uint32_t)end, cell->width};
		} else {
			out[c] = (struct placed_cell){cell, (uint32_t)col, cell->width};
			col += cell->width;
		}
	}
	return true;
}

size_t row_place(const struct paragraph *para, const struct row *row, size_t width,
		 struct placed_cell *out)
{
	size_t col = para->base == 1 && width > row->columns ? width - row->columns : 0;
	if (place_plainly(para, row, col, out))
		return row->n_cells;
	struct arena arena = ARENA_EMPTY;
	size_t cap = row->n_cells + (row->end_cp - row->start_cp);
	struct items items = {
		.levels = arena_alloc(&arena, cap, 1),
		.kinds = arena_alloc(&arena, cap, 1),
		.first = arena_alloc(&arena, cap, sizeof(uint32_t)),
		.count = arena_alloc(&arena, cap, sizeof(uint32_t)),
	};
	collect_items(&items, para, row);
	if (para->order == ORDER_VISUAL)
		bidi_reset_row(items.kinds, items.n, para->base, items.levels);
	uint32_t *order = arena_alloc(&arena, cap, sizeof *order);
	uint32_t *widths = arena_alloc(&arena, cap, sizeof *widths);
	bidi_reorder(items.levels, items.n, order);
	set_widths(para, row, widths);
	size_t n = emit(para, row, &items, order, widths, col, out);
	arena_release(&arena);
	return n;
}
