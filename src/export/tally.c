/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/tally.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

struct counting {
	const struct export_rows *rows;
	struct tally *tally;
	struct lookup tags, claims;
};

static void count(struct tally_count *counts, size_t i, size_t article)
{
	if (i == SIZE_MAX)
		return;
	struct tally_count *count = &counts[i];
	count->rows++;
	count->articles += count->last != article;
	count->last = article;
}

/* Codings come tag by tag: two coders' of one tag are one highlight. */
static void count_tags(struct counting *c, const struct annotated *at, size_t article)
{
	for (size_t i = 0; i < at->n_codings; i++)
		if (i == 0 || strcmp(at->codings[i].tag, at->codings[i - 1].tag) != 0)
			count(c->tally->tags, lookup_find(&c->tags, at->codings[i].tag),
			      article);
}

static enum status count_highlight(void *context, const struct article *article,
				   const struct annotated *at, struct fault *f)
{
	(void)f;
	struct counting *c = context;
	size_t i = (size_t)(article - c->rows->articles->items);
	c->tally->highlights[i]++;
	count_tags(c, at, i + 1);
	for (size_t k = 0; k < at->n_mentions; k++)
		count(c->tally->claims, lookup_find(&c->claims, at->mentions[k].claim), i + 1);
	return STATUS_OK;
}

static void *zeroes(size_t n, size_t size)
{
	return xcalloc(n ? n : 1, size);
}

enum status tally_make(struct tally *tally, const struct export_rows *rows, struct fault *f)
{
	struct counting c = {.rows = rows, .tally = tally};
	*tally = (struct tally){
		.highlights = zeroes(rows->articles->n, sizeof *tally->highlights),
		.tags = zeroes(rows->tags->n, sizeof *tally->tags),
		.claims = zeroes(rows->claims->n, sizeof *tally->claims)};
	LOOKUP_BY_ID(&c.tags, rows->tags);
	LOOKUP_BY_ID(&c.claims, rows->claims);
	enum status status = rows_each(rows, ANNOTATED_CODINGS | ANNOTATED_MENTIONS,
				       count_highlight, &c, f);
	lookup_release(&c.tags);
	lookup_release(&c.claims);
	return status;
}

void tally_release(struct tally *tally)
{
	free(tally->highlights);
	free(tally->tags);
	free(tally->claims);
	*tally = (struct tally){.highlights = NULL};
}
