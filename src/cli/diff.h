/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hashiya diff from inside: two versions, and what differs. */
#ifndef CLI_DIFF_H
#define CLI_DIFF_H

#include "cli/compared.h"
#include "compare/difference.h"

struct diff {
	struct compared_article article[DIFFERENCE_SIDES];
	char *operand; /* of the version that was not named; NULL: both were */
	struct difference *difference;
};

/*
 * For people: each row of paragraphs in which something differs, its words in brackets:
 * [-deleted-], {+inserted+}, [~moved~]. In `width` columns, the older text beside the newer one;
 * 0: both in one line, in logical order.
 */
enum status diff_print(struct diff *diff, struct out *out, size_t width, struct fault *f) MUST_USE;

void diff_json_print(const struct diff *diff, struct out *out);

#endif
