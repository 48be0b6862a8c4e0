/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/unfold.h"

#include <stdlib.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "text/fold.h"

/* From here on there are ideographs, which fold to themselves, and tags, which vanish. */
enum { END_OF_FOLDED = 0x20000 };

struct unfold {
	struct unfolding *all; /* by letter */
	size_t n, cap;
};

static void take(struct unfold *unfold, char32_t cp)
{
	char32_t parts[FOLD_MAX];
	size_t n = fold_code_point(cp, parts);
	if (n == 1 && parts[0] == cp)
		return;
	for (size_t i = 0; i < n; i++)
		VEC_PUSH(unfold->all, unfold->n, unfold->cap,
			 ((struct unfolding){.letter = parts[i], .from = cp}));
}

static int by_letter(const void *a, const void *b)
{
	const struct unfolding *x = a, *y = b;
	if (x->letter != y->letter)
		return x->letter < y->letter ? -1 : 1;
	return x->from < y->from ? -1 : x->from > y->from;
}

struct unfold *unfold_new(void)
{
	struct unfold *unfold = xcalloc(1, sizeof *unfold);
	for (char32_t cp = 0; cp < END_OF_FOLDED; cp++)
		take(unfold, cp);
	qsort(unfold->all, unfold->n, sizeof *unfold->all, by_letter);
	return unfold;
}

void unfold_free(struct unfold *unfold)
{
	if (!unfold)
		return;
	free(unfold->all);
	free(unfold);
}

/* How many belong to letters before `letter`. */
static size_t count_before(const struct unfold *unfold, char32_t letter)
{
	size_t low = 0, high = unfold->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (unfold->all[middle].letter < letter)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct unfolding *unfold_of(const struct unfold *unfold, char32_t letter, size_t *n)
{
	size_t first = count_before(unfold, letter);
	*n = count_before(unfold, letter + 1) - first;
	return unfold->all + first;
}
