/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sieve for raw UTF-8: it tells where folded words (text/fold.h) may stand, and decodes next to
 * nothing. What it passes over is no hit; what it lets through is for fold_find() to judge.
 *
 * One letter of the words is looked for, the one that is rarest in a sample of the text: by the
 * first bytes of each character that may hold it, sixteen bytes at once. Where one stands, its
 * neighbours are folded as far as they agree with the words.
 */
#ifndef TEXT_SIEVE_H
#define TEXT_SIEVE_H

#include <stddef.h>

#include "text/fold.h"
#include "text/lanes.h"
#include "text/unfold.h"

/* Of one letter; one that takes more is not looked for. */
enum { SIEVE_PAIRS = 8, SIEVE_LEADS = 12 };

struct sieve {
	size_t place;                    /* of the letter, in the words */
	size_t n_pairs, n_leads;         /* none of both: everything is let through */
	lanes first[SIEVE_PAIRS], second[SIEVE_PAIRS]; /* bytes that stand together */
	lanes lead[SIEVE_LEADS];         /* bytes that are enough by themselves */
};

/*
 * For `needle` and a text of which `sample` is a part, `n` bytes of whole characters; `needle` has
 * at least one letter.
 */
void sieve_init(struct sieve *sieve, const struct folded *needle, const struct unfold *unfold,
		const char *sample, size_t n);

/*
 * The first place at or after `from` among `n` bytes of whole characters that may be inside of a
 * hit; `n` where there is none.
 */
size_t sieve_next(const struct sieve *sieve, const struct folded *needle, const char *bytes,
		  size_t n, size_t from);

#endif
