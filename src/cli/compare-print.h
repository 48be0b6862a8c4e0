/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A comparison for people: what the articles are, how much each shares with each, and the strongest
 * of what is shared. Nothing is claimed that words cannot tell: no contradiction, and not that
 * anything stands in one article alone.
 */
#ifndef CLI_COMPARE_PRINT_H
#define CLI_COMPARE_PRINT_H

#include "cli/compared.h"
#include "cli/out.h"

struct compare_print {
	size_t limit; /* entries of each list */
	size_t width; /* columns of two passages beside each other; 0: one under the other, unbroken */
};

/* The survey is there. */
enum status compare_print(const struct compared *all, const struct compare_print *options,
			  struct out *out, struct fault *f) MUST_USE;

#endif
