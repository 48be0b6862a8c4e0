/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The headers of a table whose columns are things of a project. Readers of CSV know a column by its
 * header, so none is empty and no two are equal: a name that another has too gets its number.
 */
#ifndef EXPORT_HEADERS_H
#define EXPORT_HEADERS_H

#include <stddef.h>
#include <stdint.h>

/* All zero is an empty one. */
struct headers {
	char **names;
	int64_t *numbers; /* 0: a name of ours, which stays as it is */
	size_t n, cap_names, cap_numbers;
};

/* Adds a column: a thing's name and its number (from 1), or one of ours and 0. */
void headers_add(struct headers *headers, const char *name, int64_t number);
/* When all are there. */
void headers_make_unique(struct headers *headers);
void headers_release(struct headers *headers);

#endif
