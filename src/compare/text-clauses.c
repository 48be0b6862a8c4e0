/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clauses: the parts of a unit that say something by themselves. */
#include "compare/text-reading.h"

enum { FEW = 4 };

/* Content words from `i` to the next place where a clause may begin, `*end`. */
static size_t count_piece(const struct word *words, size_t n, size_t i, size_t *end)
{
	size_t count = word_counts(&words[i]);
	for (*end = i + 1; *end < n && !(words[*end].flags & WORD_CLAUSE); ++*end)
		count += word_counts(&words[*end]);
	return count;
}

void text_join_clauses(struct word *words, size_t n)
{
	size_t count = 0, n_clauses = 1;
	for (size_t i = 0, end; i < n; i = end) {
		size_t piece = count_piece(words, n, i, &end);
		bool begins = i > 0 && count >= FEW && piece >= FEW && n_clauses < TEXT_CLAUSES;
		if (begins) {
			count = 0;
			n_clauses++;
		}
		words[i].flags = (uint8_t)(words[i].flags & ~WORD_CLAUSE);
		if (begins || i == 0)
			words[i].flags |= WORD_CLAUSE;
		count += piece;
	}
}
