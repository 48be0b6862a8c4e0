/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sections need, gathered on one walk: the highlights themselves may be millions. */
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "export/report-internal.h"

static char *copy(struct report *report, const char *text)
{
	return arena_strndup(&report->arena, text, strlen(text));
}

/* Coders are few, and one's rows stand together. */
static void add_coder(struct report *report, const char *name)
{
	size_t i = 0;
	if (!*name)
		return;
	while (i < report->n_coders && strcmp(report->coders[i], name) < 0)
		i++;
	if (i < report->n_coders && strcmp(report->coders[i], name) == 0)
		return;
	VEC_PUSH(report->coders, report->n_coders, report->cap_coders, NULL);
	for (size_t k = report->n_coders - 1; k > i; k--)
		report->coders[k] = report->coders[k - 1];
	report->coders[i] = copy(report, name);
}

static void add_coders(struct report *report, const struct annotated *at)
{
	add_coder(report, at->highlight.coder);
	for (size_t i = 0; i < at->n_codings; i++)
		add_coder(report, at->codings[i].coder);
	for (size_t i = 0; i < at->n_mentions; i++)
		add_coder(report, at->mentions[i].coder);
	for (size_t i = 0; i < at->n_notes; i++)
		add_coder(report, at->notes[i].coder);
}

/* Of rows that hang on no highlight. */
static void add_other_coders(struct report *report)
{
	const struct export_rows *rows = report->rows;
	for (size_t i = 0; i < rows->claims->n; i++)
		add_coder(report, rows->claims->items[i].coder);
	for (size_t i = 0; i < rows->coverage->n; i++)
		add_coder(report, rows->coverage->items[i].coder);
	for (size_t i = 0; i < rows->notes->n; i++)
		add_coder(report, rows->notes->items[i].coder);
}

/* The places of a highlight's tags, each once; its codings are sorted by tag. */
static size_t find_tags(const struct report *report, const struct annotated *at, size_t *out)
{
	size_t n = 0;
	for (size_t i = 0; i < at->n_codings; i++) {
		size_t tag = lookup_find(&report->tags, at->codings[i].tag);
		if (tag != SIZE_MAX && (n == 0 || out[n - 1] != tag))
			out[n++] = tag;
	}
	return n;
}

static void count_tags(struct report *report, size_t article, const size_t *tags, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct tag_count *count = &report->counts[tags[i]];
		count->n_highlights++;
		if (count->last_article != article + 1)
			count->n_articles++;
		count->last_article = article + 1;
	}
}

static void take_remarks(struct report *report, struct passage *passage,
			 const struct annotated *at)
{
	struct remark *remarks =
		arena_alloc(&report->arena, at->n_notes, sizeof *remarks);
	for (size_t i = 0; i < at->n_notes; i++)
		remarks[i] = (struct remark){.coder = copy(report, at->notes[i].coder),
					     .text = copy(report, at->notes[i].text)};
	passage->remarks = remarks;
	passage->n_remarks = at->n_notes;
}

static struct passage *add_passage(struct report *report, size_t article,
				   const struct annotated *at, size_t *tags, size_t n_tags)
{
	struct passage *passage = arena_alloc(&report->arena, 1, sizeof *passage);
	size_t *kept = arena_alloc(&report->arena, n_tags, sizeof *kept);
	if (n_tags)
		memcpy(kept, tags, n_tags * sizeof *kept);
	passage->article = article;
	passage->exact = copy(report, at->highlight.exact);
	passage->tags = kept;
	passage->n_tags = n_tags;
	take_remarks(report, passage, at);
	VEC_PUSH(report->passages, report->n_passages, report->cap_passages, passage);
	return passage;
}

static void add_mention(struct report *report, struct passage *passage,
			const struct mention *mention)
{
	size_t claim = lookup_find(&report->claims, mention->claim);
	if (claim == SIZE_MAX)
		return;
	struct mention *kept = mention_list_add(&report->mentions);
	*kept = *mention;
	strcpy(kept->article, report->rows->articles->items[passage->article].id);
	kept->coder = copy(report, mention->coder);
	kept->stance = copy(report, mention->stance);
	kept->stance_scheme = copy(report, mention->stance_scheme);
	kept->attribution = copy(report, mention->attribution);
	kept->speaker = copy(report, mention->speaker);
	kept->certainty = copy(report, mention->certainty);
	kept->created_at = kept->updated_at = NULL;
	struct link link = {.claim = claim,
			    .article = passage->article,
			    .i = report->mentions.n - 1,
			    .passage = passage};
	VEC_PUSH(report->links, report->n_links, report->cap_links, link);
	passage->has_claim = true;
}

static enum status visit(void *context, const struct article *article, const struct annotated *at,
			 struct fault *f)
{
	struct report *report = context;
	size_t place = lookup_find(&report->articles, article->id);
	size_t *tags = arena_alloc(&report->arena, at->n_codings, sizeof *tags);
	size_t n_tags = find_tags(report, at, tags);
	(void)f;
	report->n_highlights++;
	add_coders(report, at);
	count_tags(report, place, tags, n_tags);
	if (at->n_mentions || at->n_notes) {
		struct passage *passage = add_passage(report, place, at, tags, n_tags);
		for (size_t i = 0; i < at->n_mentions; i++)
			add_mention(report, passage, &at->mentions[i]);
	}
	return STATUS_OK;
}

static int by_target(const void *a, const void *b)
{
	const struct note *x = *(const struct note *const *)a, *y = *(const struct note *const *)b;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	int order = strcmp(x->target, y->target);
	if (order == 0)
		order = strcmp(x->coder, y->coder);
	return order ? order : strcmp(x->id, y->id);
}

static void sort_notes(struct report *report)
{
	const struct note_list *notes = report->rows->notes;
	report->notes = xcalloc(notes->n ? notes->n : 1, sizeof *report->notes);
	for (size_t i = 0; i < notes->n; i++)
		report->notes[i] = &notes->items[i];
	qsort(report->notes, notes->n, sizeof *report->notes, by_target);
}

static int by_claim(const void *a, const void *b)
{
	const struct link *x = a, *y = b;
	if (x->claim != y->claim)
		return x->claim < y->claim ? -1 : 1;
	return (x->i > y->i) - (x->i < y->i);
}

enum status report_gather(struct report *report, struct fault *f)
{
	const struct export_rows *rows = report->rows;
	sort_notes(report);
	add_other_coders(report);
	enum status status = rows_each(rows, ANNOTATED_ALL, visit, report, f);
	if (report->n_links)
		qsort(report->links, report->n_links, sizeof *report->links, by_claim);
	coverage_grid_make(rows->claims, rows->articles, &report->mentions, rows->coverage, NULL,
			   &report->grid);
	return status;
}
