/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How often things occur in the rows of an export, in one walk over them: what a filter leaves out
 * is not counted.
 */
#ifndef EXPORT_TALLY_H
#define EXPORT_TALLY_H

#include "export/rows.h"

/* Numbers of things of one kind, by their place in the list of the rows. */
struct tally_count {
	size_t rows;     /* highlights with the tag; mentions of the claim */
	size_t articles; /* those that have such */
	size_t last;     /* the last of those, from 1 */
};

struct tally {
	size_t *highlights; /* of each article */
	struct tally_count *tags, *claims;
};

enum status tally_make(struct tally *tally, const struct export_rows *rows,
		       struct fault *f) MUST_USE;
/* Release it in any case. */
void tally_release(struct tally *tally);

#endif
