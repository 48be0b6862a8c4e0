/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/passage.h"

#include <stdlib.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "text/passage-internal.h"
#include "text/segment.h"

enum { HEADING_WORDS = 14, QUESTION_WORDS = 9, LONGEST_HEADING = 400, LARGE_BLOCK_CP = 4096 };

/* cps[start,end) of a block without the white space at its ends. */
static struct cp_range trimmed(const struct block *block, size_t start, size_t end)
{
	while (start < end && passage_is_space(block->cps[start]))
		start++;
	while (end > start && passage_is_space(block->cps[end - 1]))
		end--;
	return (struct cp_range){block->start_cp + start, block->start_cp + end};
}

/* A block's only passage, if it has one line: what else it may be. */
static enum passage_kind line_kind(const struct block *block)
{
	const char32_t *cps = block->cps + block->own_start;
	size_t n_cp = block->own_end - block->own_start;
	if (block_is_url(cps, n_cp))
		return PASSAGE_URL;
	if (n_cp > LONGEST_HEADING || block_bullet(cps, n_cp) > 0)
		return PASSAGE_TEXT;
	size_t n_words = segment_count_words(cps, n_cp);
	if (n_words == 0 || n_words > HEADING_WORDS)
		return PASSAGE_TEXT;
	char32_t mark = passage_terminal(cps, n_cp);
	bool asks = (mark == U'؟' || mark == '?') && n_words <= QUESTION_WORDS;
	return mark == 0 || asks ? PASSAGE_HEADING : PASSAGE_TEXT;
}

static void add(struct passages *all, const struct block *block, size_t start, size_t end)
{
	struct passage passage = {.range = trimmed(block, start, end)};
	if (passage.range.start_cp < passage.range.end_cp)
		VEC_PUSH(all->items, all->n, all->cap, passage);
}

static bool is_blank(const struct block *block, size_t start, size_t end)
{
	while (start < end && passage_is_space(block->cps[start]))
		start++;
	return start == end;
}

/* No passage is searched for over more than two of them. */
static bool is_large(const struct block *block)
{
	return block->own_end - block->own_start >= LARGE_BLOCK_CP ||
	       block->last - block->first + 1 >= BLOCK_LINES;
}

/*
 * `starts` without those that are not this block's own. A large block has one at least, if there is
 * text.
 */
static void own_starts(const struct block *block, bool *starts)
{
	bool any = false;
	for (size_t i = 0; i < block->n_cp; i++) {
		starts[i] &= i >= block->own_start && i < block->own_end;
		any |= starts[i];
	}
	if (!any && is_large(block) && !is_blank(block, block->own_start, block->own_end))
		starts[block->own_start] = true;
}

static void cut(struct passages *all, const struct block *block)
{
	bool *starts = xcalloc(block->n_cp + 1, sizeof *starts);
	segment_passages(block->cps, block->n_cp, starts);
	own_starts(block, starts);
	size_t start = block->own_start;
	while (start < block->own_end && !starts[start])
		start++;
	if (block->begun)
		all->lead_end_cp = trimmed(block, 0, start).end_cp;
	else
		start += block_bullet(block->cps + start, block->n_cp - start);
	for (size_t i = start + 1; i <= block->own_end; i++) {
		if (i < block->own_end && !starts[i])
			continue;
		add(all, block, start, i);
		start = i;
	}
	if (all->n == 1 && block->first == block->last && !block->begun && !block->goes_on)
		all->items[0].kind = line_kind(block);
	free(starts);
}

void passages_release(struct passages *all)
{
	free(all->items);
	*all = (struct passages){.items = NULL};
}

bool passages_load(struct block_reader *reader, size_t index, struct block *block,
		   struct passages *all)
{
	passages_release(all);
	if (!block_load(reader, index, block))
		return false;
	all->first = block->first;
	all->last = block->last;
	all->begun = block->begun;
	all->goes_on = block->goes_on;
	cut(all, block);
	return true;
}

/* The passages of the block that holds paragraph `index`; false without one. */
static bool load(struct block_reader *reader, size_t index, struct passages *all)
{
	struct block block;
	bool found = passages_load(reader, index, &block, all);
	if (found)
		block_release(&block);
	return found;
}

/* Passage `i`; the last one may end in the next block. */
static struct passage item(struct block_reader *reader, const struct passages *all, size_t i)
{
	struct passage passage = all->items[i];
	bool open = i + 1 == all->n && all->goes_on;
	struct passages next = {.n = 0, .last = all->last, .goes_on = open};
	while (next.n == 0 && next.goes_on && load(reader, next.last + 1, &next))
		passage.range.end_cp = next.lead_end_cp;
	passages_release(&next);
	return passage;
}

/* The passage that goes on from the block before. */
static bool lead(struct block_reader *reader, const struct passages *all,
		 struct passage *out)
{
	struct passages before = {.first = all->first, .begun = true};
	while (before.n == 0 && before.begun && load(reader, before.first - 1, &before))
		continue;
	bool found = before.n > 0;
	if (found)
		*out = item(reader, &before, before.n - 1);
	passages_release(&before);
	return found;
}

bool passage_at(struct document *doc, size_t cp, struct passage *out)
{
	struct block_reader reader = {.doc = doc};
	struct passages all = {.items = NULL};
	bool found = load(&reader, document_paragraph_at(doc, cp), &all);
	if (found && all.begun && (all.n == 0 || cp < all.lead_end_cp)) {
		found = lead(&reader, &all, out);
	} else if (found) {
		size_t i = 0;
		while (i + 1 < all.n && all.items[i].range.end_cp <= cp)
			i++;
		found = all.n > 0;
		if (found)
			*out = item(&reader, &all, i);
	}
	passages_release(&all);
	return found;
}

bool passage_next(struct document *doc, size_t cp, struct passage *out)
{
	struct block_reader reader = {.doc = doc};
	struct passages all = {.items = NULL};
	bool found = false;
	for (size_t index = document_paragraph_at(doc, cp); !found && load(&reader, index, &all);
	     index = all.last + 1) {
		size_t i = 0;
		while (i < all.n && all.items[i].range.start_cp <= cp)
			i++;
		found = i < all.n;
		if (found)
			*out = item(&reader, &all, i);
	}
	passages_release(&all);
	return found;
}

bool passage_previous(struct document *doc, size_t cp, struct passage *out)
{
	struct block_reader reader = {.doc = doc};
	struct passages all = {.items = NULL};
	bool found = false;
	for (size_t left = document_paragraph_at(doc, cp) + 1;
	     !found && left > 0 && load(&reader, left - 1, &all); left = all.first) {
		size_t i = all.n;
		while (i > 0 && all.items[i - 1].range.start_cp >= cp)
			i--;
		found = i > 0;
		if (found)
			*out = item(&reader, &all, i - 1);
	}
	passages_release(&all);
	return found;
}
