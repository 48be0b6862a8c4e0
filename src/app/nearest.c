/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/nearest.h"

#include <string.h>

enum { MAX_NAME = 64 }; /* longer ones are no misspelling of ours */

static size_t min3(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;
	return least < c ? least : c;
}

/* Edits that make `a` into `b`, a swap of neighbours counting as one (optimal string alignment). */
static size_t distance(const char *a, size_t n_a, const char *b, size_t n_b)
{
	size_t rows[3][MAX_NAME + 1]; /* i - 2, i - 1 and i, turning */
	for (size_t j = 0; j <= n_b; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= n_a; i++) {
		size_t *now = rows[i % 3];
		const size_t *above = rows[(i + 2) % 3], *above2 = rows[(i + 1) % 3];
		now[0] = i;
		for (size_t j = 1; j <= n_b; j++) {
			now[j] = min3(above[j] + 1, now[j - 1] + 1,
				      above[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
			    above2[j - 2] + 1 < now[j])
				now[j] = above2[j - 2] + 1;
		}
	}
	return rows[n_a % 3][n_b];
}

void nearest_offer(struct nearest *nearest, const char *name)
{
	size_t n_typed = strlen(nearest->typed), n_name = strlen(name);
	if (n_typed > MAX_NAME || n_name > MAX_NAME)
		return;
	size_t d = distance(nearest->typed, n_typed, name, n_name);
	size_t longer = n_typed > n_name ? n_typed : n_name;
	if (d * 3 > longer + 1 || (nearest->name && d >= nearest->distance))
		return;
	nearest->name = name;
	nearest->distance = d;
}
