/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lists of thesaurus/ as GENERATE=1 tests/unit/compare/thesaurus_test writes them: the stems in
 * the order of their code points, each as often as it has senses.
 */
#ifndef COMPARE_THESAURUS_DATA_H
#define COMPARE_THESAURUS_DATA_H

#include <stddef.h>

#include "compare/word-table.h"

/* By enum language; their values are senses, below thesaurus_senses_count. */
extern const struct word_table thesaurus_data[];
extern const size_t thesaurus_senses_count;

#endif
