/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/thesaurus.h"

#include "compare/thesaurus-data.h"

struct word_values thesaurus_senses(enum language language, const char32_t *stem, size_t n)
{
	return word_table_find(&thesaurus_data[language], stem, n);
}

size_t thesaurus_count(void)
{
	return thesaurus_senses_count;
}

bool senses_meet(struct word_values a, struct word_values b)
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
