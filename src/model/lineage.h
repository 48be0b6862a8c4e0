/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Versions: an article that came again with another text says what it is a later version of
 * (article.version_of). All that lead to one article are its versions, the oldest the first: by
 * number, however they branch.
 */
#ifndef MODEL_LINEAGE_H
#define MODEL_LINEAGE_H

#include "model/rows.h"

struct lineage {
	size_t version; /* from 1 */
	size_t count;   /* of all versions; 1: there is no other */
	size_t root;    /* the article that all of them lead to: its index in the list */
};

/* Of each article of a project's list, in its order (by number); the caller's. */
struct lineage *lineage_make(const struct article_list *articles);

/* The index of version `version` of article `index`, of `n` in all; `n` where there is none. */
size_t lineage_find(const struct lineage *lineages, size_t n, size_t index, size_t version);

#endif
