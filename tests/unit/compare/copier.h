/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Copies for tests: a text's sentences in another order, with words dropped, swapped with the next,
 * or spelled otherwise (hamza, ة and ه, ى and ي, tashkeel, tatweel). The same seed gives the same
 * copy.
 */
#ifndef TESTS_COPIER_H
#define TESTS_COPIER_H

#include "base/str.h"
#include "compare/opened.h"

struct copier {
	uint64_t seed;
	unsigned drops, swaps, spellings; /* of 100 words */
	bool reorder;
};

/*
 * Appends a copy of the units of `text` to `out`, a line each; `lines[unit]` is the line of its
 * copy. `lines` is the caller's to free.
 */
void copier_copy(struct copier *copier, const struct opened *opened, size_t text, struct str *out,
		 size_t **lines);

#endif
