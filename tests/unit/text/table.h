/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads data files of the form "NAME: REST", one case a line; # begins a comment. */
#ifndef TESTS_UNIT_TEXT_TABLE_H
#define TESTS_UNIT_TEXT_TABLE_H

#include <stddef.h>
#include <uchar.h>

/*
 * Calls `row` for each case of tests/unit/FILE; reports a failed result where the file is not
 * there.
 */
void table_run(const char *file, void (*row)(const char *name, const char *rest));

/* `text` with \uXXXX, \UXXXXXXXX, \t and \n resolved; the caller's to free. */
char32_t *table_text(const char *text, size_t n, size_t *n_cp);

#endif
