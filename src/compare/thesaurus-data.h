/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lists of thesaurus/ as GENERATE=1 tests/unit/compare/thesaurus_test writes them: the stems in
 * the order of their code points, each as often as it has senses.
 */
#ifndef COMPARE_THESAURUS_DATA_H
#define COMPARE_THESAURUS_DATA_H

#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

struct thesaurus_table {
	const char16_t *letters;
	const uint16_t *starts; /* n + 1: where each stem begins in `letters` */
	const uint16_t *senses;
	size_t n;
};

/* By enum language; their senses are below thesaurus_senses_count. */
extern const struct thesaurus_table thesaurus_data[];
extern const size_t thesaurus_senses_count;

#endif
