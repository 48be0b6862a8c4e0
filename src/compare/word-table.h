/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words with values, in the order of their code points, all letters in one string. A word with
 * several values stands there as often.
 */
#ifndef COMPARE_WORD_TABLE_H
#define COMPARE_WORD_TABLE_H

#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

struct word_table {
	const char16_t *letters;
	const uint16_t *starts; /* n + 1: where each begins in `letters` */
	const uint32_t *values;
	size_t n;
};

/* The values of a word; the table's. */
struct word_values {
	const uint32_t *items;
	size_t n;
};

/* Those of a form; none of one that is not there. */
struct word_values word_table_find(const struct word_table *table, const char32_t *word, size_t n_cp);

#endif
