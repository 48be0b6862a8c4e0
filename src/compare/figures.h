/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures: a number and the noun that it counts or measures, as "15 wounded", "3.5 million
 * dollars", "40%", ساعتين. A date, a time of day, a year, an ordinal and the number of a list or a
 * section count nothing and are no figures.
 *
 * Two units have different figures of a noun where both give numbers of it and no number of the
 * one is among the other's; one that is hedged ("more than 20") differs from none that keeps to
 * it. That is all it says: not which is right, nor that they speak of the same thing.
 */
#ifndef COMPARE_FIGURES_H
#define COMPARE_FIGURES_H

#include "compare/link.h"

/* Where two units give different numbers of the same thing: of each the first number of it. */
struct figure_pair {
	struct cp_range number_a, noun_a; /* of the documents' streams */
	struct cp_range number_b, noun_b;
};

struct figure_pair_list {
	struct figure_pair *items;
	size_t n, cap;
};

/*
 * What differs between two linked units of a built set, in the order of link->a, in place of what
 * `out` held; its items are the caller's to free. Where the link is weak, nothing unless they have
 * a number in common; where it has no band, nothing.
 */
void compare_figures(const struct compare_set *set, const struct link *link,
		     struct figure_pair_list *out);

#endif
