/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "text/passage-internal.h"
#include "text/passage.h"

struct passage_walk {
	struct block_reader reader;
	struct block block;    /* the one that is walked through */
	struct passages all;   /* its passages */
	size_t i;              /* the next of them */
	size_t next_paragraph; /* where the next block begins */
	char32_t *joined;      /* the text of a passage that ends in another block */
	size_t n_joined, cap_joined;
};

struct passage_walk *passage_walk_new(struct document *doc)
{
	struct passage_walk *walk = xcalloc(1, sizeof *walk);
	walk->reader.doc = doc;
	return walk;
}

void passage_walk_free(struct passage_walk *walk)
{
	if (!walk)
		return;
	block_release(&walk->block);
	passages_release(&walk->all);
	free(walk->joined);
	free(walk);
}

static bool next_block(struct passage_walk *walk)
{
	block_release(&walk->block);
	walk->i = 0;
	if (!passages_load(&walk->reader, walk->next_paragraph, &walk->block, &walk->all))
		return false;
	walk->next_paragraph = walk->all.last + 1;
	return true;
}

/* Appends the block's text from `start_cp` on, up to its own end and `end_cp`. */
static void join(struct passage_walk *walk, size_t start_cp, size_t end_cp)
{
	const struct block *block = &walk->block;
	size_t start = start_cp - block->start_cp, end = end_cp - block->start_cp;
	for (size_t i = start; i < end && i < block->own_end; i++)
		VEC_PUSH(walk->joined, walk->n_joined, walk->cap_joined, block->cps[i]);
}

/* The block's last passage, which the next blocks go on with. */
static const char32_t *join_blocks(struct passage_walk *walk, struct passage *passage)
{
	const struct block *block = &walk->block;
	walk->n_joined = 0;
	join(walk, passage->range.start_cp, block->start_cp + block->own_end);
	for (bool goes_on = true; goes_on && next_block(walk);) {
		size_t own_start_cp = block->start_cp + block->own_start;
		while (passage->range.start_cp + walk->n_joined < own_start_cp)
			VEC_PUSH(walk->joined, walk->n_joined, walk->cap_joined, ' ');
		passage->range.end_cp = walk->all.lead_end_cp;
		join(walk, own_start_cp, passage->range.end_cp);
		goes_on = walk->all.n == 0 && walk->all.goes_on;
	}
	return walk->joined;
}

bool passage_walk_next(struct passage_walk *walk, struct passage *out, const char32_t **cps)
{
	while (walk->i >= walk->all.n)
		if (!next_block(walk))
			return false;
	*out = walk->all.items[walk->i++];
	*cps = walk->block.cps + (out->range.start_cp - walk->block.start_cp);
	if (walk->i == walk->all.n && walk->all.goes_on)
		*cps = join_blocks(walk, out);
	return true;
}
