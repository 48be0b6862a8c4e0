/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/thesaurus.h"

#include "compare/thesaurus-data.h"

/* As memcmp() of entry `i` and a stem; a beginning is before what goes on. */
static int compare(const struct thesaurus_table *table, size_t i, const char32_t *stem, size_t n)
{
	const char16_t *entry = table->letters + table->starts[i];
	size_t n_entry = (size_t)(table->starts[i + 1] - table->starts[i]);
	for (size_t k = 0; k < n_entry && k < n; k++)
		if (entry[k] != stem[k])
			return entry[k] < stem[k] ? -1 : 1;
	return n_entry < n ? -1 : n_entry > n;
}

/* The first entry that is not before the stem; with `after`, the first that is behind it. */
static size_t bound(const struct thesaurus_table *table, const char32_t *stem, size_t n, int after)
{
	size_t low = 0, high = table->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare(table, middle, stem, n) < after)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct senses thesaurus_senses(enum language language, const char32_t *stem, size_t n)
{
	const struct thesaurus_table *table = &thesaurus_data[language];
	size_t first = bound(table, stem, n, 0), end = bound(table, stem, n, 1);
	return (struct senses){.items = table->senses + first, .n = end - first};
}

size_t thesaurus_count(void)
{
	return thesaurus_senses_count;
}

bool senses_meet(struct senses a, struct senses b)
{
	for (size_t i = 0, k = 0; i < a.n && k < b.n;) {
		if (a.items[i] == b.items[k])
			return true;
		if (a.items[i] < b.items[k])
			i++;
		else
			k++;
	}
	return false;
}
