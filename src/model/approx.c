/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/approx.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/vec.h"
#include "base/xalloc.h"

enum {
	ROWS = 64,   /* in a block */
	LOW = 0x800, /* code points looked up in a table: of all scripts up to Arabic */
};

/* Rows of one column: each is one more or one less than the row above, or the same. */
struct block {
	uint64_t more, less;
	size_t bottom; /* the distance in its last row */
};

struct approx {
	size_t n, n_blocks;
	char32_t *letters; /* of the pattern, each once, sorted */
	size_t n_letters;
	uint16_t low[LOW];   /* index of a letter plus 1; 0: not in the pattern */
	uint64_t *masks;     /* n_blocks for each letter, and at first for those not there */
	struct block *blocks;
};

static int by_value(const void *a, const void *b)
{
	const char32_t *x = a, *y = b;
	return *x < *y ? -1 : *x > *y;
}

static void collect_letters(struct approx *approx, const char32_t *pattern)
{
	approx->letters = (char32_t *)xmemdup(pattern, approx->n * sizeof *pattern);
	qsort(approx->letters, approx->n, sizeof *pattern, by_value);
	for (size_t i = 0; i < approx->n; i++)
		if (i == 0 || approx->letters[i] != approx->letters[i - 1])
			approx->letters[approx->n_letters++] = approx->letters[i];
	for (size_t i = 0; i < approx->n_letters && approx->letters[i] < LOW; i++)
		approx->low[approx->letters[i]] = (uint16_t)(i + 1);
}

/* Index of a letter plus 1, or 0. */
static size_t letter_index(const struct approx *approx, char32_t cp)
{
	if (cp < LOW)
		return approx->low[cp];
	const char32_t *found = bsearch(&cp, approx->letters, approx->n_letters, sizeof cp,
					by_value);
	return found ? (size_t)(found - approx->letters) + 1 : 0;
}

static const uint64_t *masks_of(const struct approx *approx, char32_t cp)
{
	return approx->masks + letter_index(approx, cp) * approx->n_blocks;
}

struct approx *approx_new(const char32_t *pattern, size_t n)
{
	assert(n > 0 && n <= APPROX_MAX);
	struct approx *approx = xcalloc(1, sizeof *approx);
	approx->n = n;
	approx->n_blocks = (n + ROWS - 1) / ROWS;
	collect_letters(approx, pattern);
	approx->masks = xcalloc((approx->n_letters + 1) * approx->n_blocks, sizeof(uint64_t));
	approx->blocks = xcalloc(approx->n_blocks, sizeof *approx->blocks);
	for (size_t i = 0; i < n; i++) {
		size_t letter = letter_index(approx, pattern[i]);
		approx->masks[letter * approx->n_blocks + i / ROWS] |= (uint64_t)1 << i % ROWS;
	}
	return approx;
}

void approx_free(struct approx *approx)
{
	if (!approx)
		return;
	free(approx->letters);
	free(approx->masks);
	free(approx->blocks);
	free(approx);
}

static size_t rows_of(const struct approx *approx, size_t block)
{
	return block + 1 < approx->n_blocks ? ROWS : approx->n - block * ROWS;
}

/* A block of a column that is not yet computed: each row one more than the one above. */
static void start_block(struct approx *approx, size_t block, size_t above)
{
	approx->blocks[block] = (struct block){.more = ~(uint64_t)0,
					       .bottom = above + rows_of(approx, block)};
}

/*
 * The next column of a block (Myers 1999, figure 8): `in` and the result are the differences
 * between the two columns in the row above the block and in its last one.
 */
static int advance(struct approx *approx, size_t index, uint64_t equal, int in)
{
	struct block *block = &approx->blocks[index];
	uint64_t last = (uint64_t)1 << (rows_of(approx, index) - 1);
	uint64_t vertical = equal | block->less;
	equal |= in < 0;
	uint64_t horizontal = (((equal & block->more) + block->more) ^ block->more) | equal;
	uint64_t more = block->less | ~(horizontal | block->more);
	uint64_t less = block->more & horizontal;
	int out = (more & last ? 1 : 0) - (less & last ? 1 : 0);
	more = more << 1 | (in > 0);
	less = less << 1 | (in < 0);
	block->more = less | ~(vertical | more);
	block->less = more & vertical;
	block->bottom = block->bottom + (size_t)(out > 0) - (size_t)(out < 0);
	return out;
}

/* One column of the blocks [0, n); the difference in the last row of them. */
static int advance_all(struct approx *approx, size_t n, const uint64_t *masks, int in)
{
	for (size_t i = 0; i < n; i++)
		in = advance(approx, i, masks[i], in);
	return in;
}

/*
 * One column, of as many blocks as can hold something within the limit; returns how many the next
 * column needs.
 */
static size_t step(struct approx *approx, size_t n, const uint64_t *masks, size_t max_errors)
{
	int out = advance_all(approx, n, masks, 0);
	size_t before = approx->blocks[n - 1].bottom - (size_t)(out > 0) + (size_t)(out < 0);
	if (n < approx->n_blocks && before <= max_errors && ((masks[n] & 1) || out < 0)) {
		start_block(approx, n, before);
		advance(approx, n, masks[n], out);
		return n + 1;
	}
	while (n > 1 && approx->blocks[n - 1].bottom >= max_errors + rows_of(approx, n - 1))
		n--;
	return n;
}

size_t approx_find(struct approx *approx, const char32_t *text, size_t n, size_t max_errors,
		   struct approx_hit **out)
{
	size_t n_hits = 0, cap = 0, active = max_errors / ROWS + 1;
	bool within = false;
	assert(max_errors < approx->n);
	for (size_t i = 0; i < active; i++)
		start_block(approx, i, i * ROWS);
	*out = NULL;
	for (size_t i = 0; i < n; i++) {
		active = step(approx, active, masks_of(approx, text[i]), max_errors);
		size_t errors = approx->blocks[active - 1].bottom;
		bool hit = active == approx->n_blocks && errors <= max_errors;
		if (hit && !within)
			VEC_PUSH(*out, n_hits, cap, ((struct approx_hit){i + 1, errors}));
		else if (hit && errors < (*out)[n_hits - 1].errors)
			(*out)[n_hits - 1] = (struct approx_hit){i + 1, errors};
		within = hit;
	}
	return n_hits;
}

static size_t start_all(struct approx *approx)
{
	for (size_t i = 0; i < approx->n_blocks; i++)
		start_block(approx, i, i * ROWS);
	return approx->n;
}

static size_t apart(size_t a, size_t b)
{
	return a < b ? b - a : a - b;
}

size_t approx_head(struct approx *approx, const char32_t *text, size_t n, size_t *length)
{
	size_t best = start_all(approx);
	*length = 0;
	for (size_t i = 0; i < n; i++) {
		advance_all(approx, approx->n_blocks, masks_of(approx, text[i]), 1);
		size_t errors = approx->blocks[approx->n_blocks - 1].bottom;
		if (errors > best ||
		    (errors == best && apart(i + 1, approx->n) >= apart(*length, approx->n)))
			continue;
		best = errors;
		*length = i + 1;
	}
	return best;
}

size_t approx_distance(struct approx *approx, const char32_t *text, size_t n)
{
	start_all(approx);
	for (size_t i = 0; i < n; i++)
		advance_all(approx, approx->n_blocks, masks_of(approx, text[i]), 1);
	return approx->blocks[approx->n_blocks - 1].bottom;
}
