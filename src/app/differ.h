/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * In which words two short texts differ: what is in one and not, in that order, in the other
 * (longest common subsequence). For a quote and what it became.
 */
#ifndef APP_DIFFER_H
#define APP_DIFFER_H

#include "text/document.h"

/* Ranges of code points, in order. Zeroed is a valid empty list; free items with free(). */
struct ranges {
	struct cp_range *items;
	size_t n, cap;
};

/*
 * Adds to `in_a` the words of `a` (UTF-8, runs of anything but white space) that `b` does not have,
 * and to `in_b` those of `b` that `a` does not have. Of texts of more than some hundred words the
 * first are looked at.
 */
void differ_words(const char *a, const char *b, struct ranges *in_a, struct ranges *in_b);

#endif
