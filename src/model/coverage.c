/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/coverage.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

static const struct {
	const char *name, *symbol, *colour;
} states[N_COVERAGE_STATES] = {
	[COVERAGE_UNREAD] = {"unread", "·", "grey"},
	[COVERAGE_ABSENT] = {"absent", "∅", "grey"},
	[COVERAGE_MENTIONED] = {"mentioned", "?", "yellow"},
	[COVERAGE_STANCE] = {"", "", ""},
	[COVERAGE_MIXED] = {"mixed", "±", "purple"},
};

const char *coverage_state_name(enum coverage_state state)
{
	return states[state].name;
}

const char *coverage_state_symbol(enum coverage_state state)
{
	return states[state].symbol;
}

const char *coverage_state_colour(enum coverage_state state)
{
	return states[state].colour;
}

/*
 * Where an id stands in a list: an open hash table, at most half full, so that 100,000 mentions
 * find their cells in a few milliseconds.
 */
struct places {
	struct place {
		const char *id; /* NULL: free */
		size_t i;
	} *slots;
	size_t mask; /* a power of two, less one */
};

/* FNV-1a. */
static size_t hash(const char *id)
{
	uint64_t h = 14695981039346656037u;
	for (; *id; id++)
		h = (h ^ (unsigned char)*id) * 1099511628211u;
	return (size_t)(h ^ h >> 32);
}

/* The slot of `id`, or the free one where it would be. */
static struct place *places_slot(const struct places *places, const char *id)
{
	size_t at = hash(id) & places->mask;
	while (places->slots[at].id && strcmp(places->slots[at].id, id) != 0)
		at = (at + 1) & places->mask;
	return &places->slots[at];
}

/* `first_id` is the id in the first of `n` rows of `size` bytes. */
static void places_init(struct places *places, const char *first_id, size_t n, size_t size)
{
	size_t n_slots = 2;
	while (n_slots < 2 * n)
		n_slots *= 2;
	*places = (struct places){.slots = xcalloc(n_slots, sizeof *places->slots),
				  .mask = n_slots - 1};
	for (size_t i = 0; i < n; i++) {
		const char *id = first_id + i * size;
		*places_slot(places, id) = (struct place){.id = id, .i = i};
	}
}

#define FIRST_ID(list) ((list)->n ? (list)->items->id : NULL)

struct coverage_maker {
	struct places claims, articles;
	const struct place *claim; /* of the last mention: many come together */
	struct coverage_grid *grid;
};

/* The cell that a row is about; NULL where that is none of this grid's. */
static struct coverage_cell *cell_of(struct coverage_maker *maker, const char *claim,
				     const char *article)
{
	if (!maker->claim || !maker->claim->id || strcmp(maker->claim->id, claim) != 0)
		maker->claim = places_slot(&maker->claims, claim);
	const struct place *row = maker->claim, *col = places_slot(&maker->articles, article);
	if (!row->id || !col->id)
		return NULL;
	return &maker->grid->cells[row->i * maker->grid->n_articles + col->i];
}

struct coverage_maker *coverage_maker_new(const struct claim_list *claims,
					  const struct article_list *articles,
					  struct coverage_grid *out)
{
	struct coverage_maker *maker = xcalloc(1, sizeof *maker);
	maker->grid = out;
	places_init(&maker->claims, FIRST_ID(claims), claims->n, sizeof *claims->items);
	places_init(&maker->articles, FIRST_ID(articles), articles->n, sizeof *articles->items);
	if (out->cells)
		return maker;
	*out = (struct coverage_grid){.n_claims = claims->n, .n_articles = articles->n};
	size_t n = claims->n * articles->n;
	out->cells = xcalloc(n ? n : 1, sizeof *out->cells);
	for (size_t i = 0; i < n; i++)
		out->cells[i].stance = "";
	return maker;
}

void coverage_maker_free(struct coverage_maker *maker)
{
	free(maker->claims.slots);
	free(maker->articles.slots);
	free(maker);
}

void coverage_maker_add(struct coverage_maker *maker, const char *claim, const char *article,
			const char *stance)
{
	struct coverage_cell *cell = cell_of(maker, claim, article);
	if (!cell)
		return;
	cell->n_mentions++;
	if (cell->state < COVERAGE_MENTIONED)
		cell->state = COVERAGE_MENTIONED;
	if (!*stance || cell->state == COVERAGE_MIXED)
		return;
	if (cell->state == COVERAGE_MENTIONED) {
		cell->state = COVERAGE_STANCE;
		cell->stance = arena_strndup(&maker->grid->stances, stance, strlen(stance));
	} else if (strcmp(cell->stance, stance) != 0) {
		cell->state = COVERAGE_MIXED;
		cell->stance = "";
	}
}

static bool is_of(const char *row_coder, const char *coder)
{
	return !coder || strcmp(row_coder, coder) == 0;
}

void coverage_maker_absent(struct coverage_maker *maker, const struct coverage_list *coverage,
			   const char *coder)
{
	struct coverage_grid *grid = maker->grid;
	for (size_t i = 0; i < grid->n_claims * grid->n_articles; i++)
		if (grid->cells[i].state == COVERAGE_ABSENT)
			grid->cells[i].state = COVERAGE_UNREAD;
	for (size_t i = 0; i < coverage->n; i++) {
		const struct coverage *row = &coverage->items[i];
		struct coverage_cell *cell =
			is_of(row->coder, coder) ? cell_of(maker, row->claim, row->article) : NULL;
		if (cell && cell->state == COVERAGE_UNREAD)
			cell->state = COVERAGE_ABSENT;
	}
}

void coverage_grid_make(const struct claim_list *claims, const struct article_list *articles,
			const struct mention_list *mentions, const struct coverage_list *coverage,
			const char *coder, struct coverage_grid *out)
{
	*out = (struct coverage_grid){.cells = NULL};
	struct coverage_maker *maker = coverage_maker_new(claims, articles, out);
	for (size_t i = 0; i < mentions->n; i++) {
		const struct mention *row = &mentions->items[i];
		if (is_of(row->coder, coder))
			coverage_maker_add(maker, row->claim, row->article, row->stance);
	}
	coverage_maker_absent(maker, coverage, coder);
	coverage_maker_free(maker);
}

void coverage_grid_release(struct coverage_grid *grid)
{
	free(grid->cells);
	arena_release(&grid->stances);
	*grid = (struct coverage_grid){.cells = NULL};
}

const struct coverage_cell *coverage_grid_cell(const struct coverage_grid *grid, size_t claim,
					       size_t article)
{
	return &grid->cells[claim * grid->n_articles + article];
}
