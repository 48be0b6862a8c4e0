/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Passages that are gone from where they were and stand elsewhere: nearly the same, and long enough
 * that this is no chance.
 */
#include "compare/difference-internal.h"

#include <stdlib.h>

#include "base/xalloc.h"

enum {
	LEAST_LETTERS = 20,
	LEAST_ALIKE = 70, /* per cent */
};

/* The pieces that are in no group. */
static size_t *loose_pieces(const struct difference *d, enum difference_side side, size_t *n)
{
	const struct version *version = &d->version[side];
	bool *taken = xcalloc(version->n_pieces + 1, sizeof *taken);
	size_t *loose = xcalloc(version->n_pieces + 1, sizeof *loose);
	for (size_t i = 0; i < d->n_groups; i++)
		for (size_t k = 0; k < d->groups[i].n[side]; k++)
			taken[d->groups[i].first[side] + k] = true;
	*n = 0;
	for (size_t i = 0; i < version->n_pieces; i++)
		if (!taken[i] && version->pieces[i].n_letters >= LEAST_LETTERS)
			loose[(*n)++] = i;
	free(taken);
	return loose;
}

/* What follows each other at both places was moved together. */
static void join_moves(struct difference *d)
{
	size_t kept = 0;
	for (size_t i = 0; i < d->n_moves; i++) {
		struct piece_move *last = kept > 0 ? &d->moves[kept - 1] : NULL;
		const struct piece_move *move = &d->moves[i];
		if (last && last->piece[SIDE_OLD] + last->n == move->piece[SIDE_OLD] &&
		    last->piece[SIDE_NEW] + last->n == move->piece[SIDE_NEW])
			last->n++;
		else
			d->moves[kept++] = *move;
	}
	d->n_moves = kept;
}

void difference_find_moves(struct difference *d)
{
	size_t n[DIFFERENCE_SIDES];
	size_t *loose[] = {loose_pieces(d, SIDE_OLD, &n[SIDE_OLD]),
			   loose_pieces(d, SIDE_NEW, &n[SIDE_NEW])};
	if (n[SIDE_OLD] > 0 && n[SIDE_NEW] > 0)
		d->moves = difference_alike(d, loose, n, LEAST_ALIKE, &d->n_moves);
	join_moves(d);
	free(loose[SIDE_OLD]);
	free(loose[SIDE_NEW]);
}
