/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Approximate matching: where a pattern stands in a text with a few errors, each a code point too
 * many, too few, or another one (edit distance).
 *
 * Columns of the matrix of distances are kept as bits, 64 rows at a time, and only as far down as
 * something within the limit can be: G. Myers, "A fast bit-vector algorithm for approximate string
 * matching based on dynamic programming", J. ACM 46 (1999), with the cut-off of Ukkonen (1985) that
 * is described there. Time is text x limit / 64 on ordinary text, text x pattern / 64 at worst.
 */
#ifndef MODEL_APPROX_H
#define MODEL_APPROX_H

#include <stddef.h>
#include <uchar.h>

enum { APPROX_MAX = 16384 }; /* code points in a pattern, at the most */

/* A pattern made ready. It is used by one search at a time. */
struct approx;

/* `n` is 1 to APPROX_MAX. */
struct approx *approx_new(const char32_t *pattern, size_t n);
void approx_free(struct approx *approx);

struct approx_hit {
	size_t end;    /* where it ends in the text, exclusive */
	size_t errors;
};

/*
 * The places in `text` at which the pattern ends with at most `max_errors` (less than its length):
 * of each run of such ends the best, the first where several are. `*out` is the caller's.
 */
size_t approx_find(struct approx *approx, const char32_t *text, size_t n, size_t max_errors,
		   struct approx_hit **out);

/*
 * The errors between the pattern and that beginning of `text` which is most like it, `*length` code
 * points; of those as good, the one whose length is nearest to the pattern's.
 */
size_t approx_head(struct approx *approx, const char32_t *text, size_t n, size_t *length);

/* The errors between the pattern and all of `text`. */
size_t approx_distance(struct approx *approx, const char32_t *text, size_t n);

#endif
