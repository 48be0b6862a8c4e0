/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where each shingle of a set's texts stands, so that copies are found without comparing every unit
 * with every other. A shingle that either text has more than eight times leads nowhere, else a line
 * that closes each of many items would be compared each with each; but it counts where others have
 * led to the two units.
 */
#ifndef COMPARE_COPIES_INTERNAL_H
#define COMPARE_COPIES_INTERNAL_H

#include "compare/copies.h"
#include "compare/overlap.h"

struct copy_list {
	struct copy *items;
	size_t n, cap;
};

struct copy_index;

/* `set` is built, and borrowed. */
struct copy_index *copy_index_new(const struct compare_set *set);
void copy_index_free(struct copy_index *index);

/* Goes on for about so many words; true when all are in. */
bool copy_index_build(struct copy_index *index, size_t max_words);

/*
 * Appends the units of text `to` that have much of `from` word for word, in order; `to` is above
 * from.text.
 */
void copy_index_find(const struct copy_index *index, struct unit_ref from, size_t to,
		     struct copy_list *out);

/* Whether two units have so much word for word; then `out`, with n_a and n_b 1. */
bool copy_between(const struct compare_set *set, const struct overlap_unit *a,
		  const struct overlap_unit *b, struct copy *out);

/*
 * Joins the copies between two texts that follow each other in both: single units (n_a, n_b are 1),
 * in the order of `a`, then `b`.
 */
void copies_join(struct copy_list *list);

#endif
