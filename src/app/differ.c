/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/differ.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "base/xalloc.h"

enum { WORDS_MAX = 400 };

struct words {
	char32_t *cps;
	size_t n_cp;
	struct cp_range items[WORDS_MAX];
	size_t n;
};

static bool is_space(char32_t cp)
{
	return cp <= ' ' || cp == 0x85 || cp == 0xA0 || cp == 0x2028 || cp == 0x2029;
}

static void split(struct words *words, const char *utf8)
{
	words->cps = utf8_decode(utf8, strlen(utf8), &words->n_cp);
	words->n = 0;
	for (size_t at = 0; words->n < WORDS_MAX;) {
		while (at < words->n_cp && is_space(words->cps[at]))
			at++;
		size_t start = at;
		while (at < words->n_cp && !is_space(words->cps[at]))
			at++;
		if (start == at)
			return;
		words->items[words->n++] = (struct cp_range){start, at};
	}
}

static bool same(const struct words *a, size_t i, const struct words *b, size_t k)
{
	size_t n = a->items[i].end_cp - a->items[i].start_cp;
	return n == b->items[k].end_cp - b->items[k].start_cp &&
	       memcmp(a->cps + a->items[i].start_cp, b->cps + b->items[k].start_cp,
		      n * sizeof *a->cps) == 0;
}

/* lengths[i][k]: of the longest common subsequence of the words from i and from k on. */
typedef uint16_t table[WORDS_MAX + 1][WORDS_MAX + 1];

static void measure(const struct words *a, const struct words *b, table lengths)
{
	for (size_t i = a->n; i-- > 0;) {
		for (size_t k = b->n; k-- > 0;) {
			uint16_t down = lengths[i + 1][k], right = lengths[i][k + 1];
			uint16_t both = (uint16_t)(lengths[i + 1][k + 1] + 1);
			lengths[i][k] = same(a, i, b, k) ? both : down > right ? down : right;
		}
	}
}

void differ_words(const char *a, const char *b, struct ranges *in_a, struct ranges *in_b)
{
	struct words *of_a = xcalloc(1, sizeof *of_a), *of_b = xcalloc(1, sizeof *of_b);
	uint16_t (*lengths)[WORDS_MAX + 1] = xcalloc(WORDS_MAX + 1, sizeof *lengths);
	split(of_a, a);
	split(of_b, b);
	measure(of_a, of_b, lengths);
	for (size_t i = 0, k = 0; i < of_a->n || k < of_b->n;) {
		if (i < of_a->n && k < of_b->n && same(of_a, i, of_b, k)) {
			i++;
			k++;
		} else if (k == of_b->n || (i < of_a->n && lengths[i + 1][k] >= lengths[i][k + 1])) {
			VEC_PUSH(in_a->items, in_a->n, in_a->cap, of_a->items[i++]);
		} else {
			VEC_PUSH(in_b->items, in_b->n, in_b->cap, of_b->items[k++]);
		}
	}
	free(lengths);
	free(of_a->cps);
	free(of_b->cps);
	free(of_a);
	free(of_b);
}
