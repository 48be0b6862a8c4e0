/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a person may have meant: the valid name nearest to the one that was typed.
 */
#ifndef APP_NEAREST_H
#define APP_NEAREST_H

#include <stddef.h>

/*
 * The best name so far; start with NEAREST(typed), offer each valid name, read `name` (NULL: none
 * is near).
 */
struct nearest {
	const char *typed;
	const char *name;
	size_t distance;
};

#define NEAREST(text) ((struct nearest){.typed = (text), .name = NULL, .distance = 0})

/*
 * `name` must outlive the struct. Near is at most a third of the letters changed, added, dropped or
 * swapped.
 */
void nearest_offer(struct nearest *nearest, const char *name);

#endif
