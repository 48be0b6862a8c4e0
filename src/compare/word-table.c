/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/word-table.h"

/* Entry `i` and a word, as memcmp() has it; a beginning is before what goes on. */
static int compare(const struct word_table *table, size_t i, const char32_t *word, size_t n_cp)
{
	const char16_t *entry = table->letters + table->starts[i];
	size_t n_entry = (size_t)(table->starts[i + 1] - table->starts[i]);
	for (size_t k = 0; k < n_entry && k < n_cp; k++)
		if (entry[k] != word[k])
			return entry[k] < word[k] ? -1 : 1;
	return n_entry < n_cp ? -1 : n_entry > n_cp;
}

struct word_values word_table_find(const struct word_table *table, const char32_t *word, size_t n_cp)
{
	size_t low = 0, high = table->n, end;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare(table, middle, word, n_cp) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (end = low; end < table->n && compare(table, end, word, n_cp) == 0; end++)
		continue;
	return (struct word_values){.items = table->values + low, .n = end - low};
}
