/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names with values, for lines of a script. */
#ifndef TESTS_TERM_VARIABLES_H
#define TESTS_TERM_VARIABLES_H

#include <stddef.h>

struct variables {
	struct variable {
		char *name, *value;
	} *items;
	size_t n, cap;
};

/* Copies both; the latest of a name counts. */
void variables_set(struct variables *variables, const char *name, const char *value);

/* The line with the value for each @NAME, of capitals and underscores, that has one; the caller's. */
char *variables_expand(const struct variables *variables, const char *line);

void variables_release(struct variables *variables);

#endif
