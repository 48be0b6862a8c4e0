/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Highlights of a file: each is held against the text; those whose quote is not where the file says
 * become orphans first, and are looked for together when the last one is in, for quotes that stood
 * together move together (model/reanchor.h).
 */
#include <stdlib.h>
#include <string.h>

#include "app/intake.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "model/anchor.h"
#include "model/reanchor.h"

static bool has_range(const struct highlight *h)
{
	return h->range.start_cp < h->range.end_cp;
}

static bool is_state(const struct highlight *h, const char *state)
{
	return h->anchor_state && strcmp(h->anchor_state, state) == 0;
}

static void set_state(struct highlight *h, const char *state)
{
	xstrset(&h->anchor_state, state);
}

/* What the file's own coder and times are worth where they were borrowed. */
static void keep_provenance(struct highlight *h, const struct highlight *there)
{
	free(h->coder);
	free(h->created_at);
	free(h->updated_at);
	h->coder = xstrdup(there->coder);
	h->created_at = xstrdup(there->created_at);
	h->updated_at = xstrdup(there->updated_at);
}

static enum status put(struct intake *intake, struct annotation *a, struct fault *f)
{
	enum put came;
	enum status status =
		store_highlight_put(intake->project->store, &a->row.highlight, &came, f);
	if (status == STATUS_OK)
		intake_put(intake, a, came);
	return status;
}

/* The first cluster of the text: where a row has to be that is nowhere. */
static enum status nowhere(struct document *doc, struct cp_range *range, struct fault *f)
{
	*range = (struct cp_range){0, 1};
	return anchor_widen(doc, range, NULL, f);
}

/* An orphan's range is where it once was, as far as the text goes. */
static enum status clip(struct document *doc, struct cp_range *range, struct fault *f)
{
	enum status status = STATUS_OK;
	if (range->start_cp < range->end_cp)
		status = anchor_widen(doc, range, NULL, f);
	if (status == STATUS_OK && range->start_cp >= range->end_cp)
		status = nowhere(doc, range, f);
	return status;
}

static void add_astray(struct intake *intake, const struct annotation *a, const char *title,
		       struct cp_range said)
{
	struct astray astray = {.line = a->line, .title = xstrdup(title)};
	memcpy(astray.row.id, a->row.highlight.id, ID_SIZE);
	memcpy(astray.row.article, a->row.highlight.article, ID_SIZE);
	intake_fill(RECORD_highlight, &astray.row, &a->row.highlight);
	astray.row.range = said;
	VEC_PUSH(intake->astray, intake->n_astray, intake->cap_astray, astray);
}

/* Its quote is not where the file says. What is here already was placed, perhaps by a person. */
static enum status lose(struct intake *intake, struct annotation *a, struct document *doc,
			const struct article *article, bool there, struct fault *f)
{
	struct highlight *h = &a->row.highlight;
	struct cp_range said = h->range;
	if (there) {
		intake->report->anchored[ANCHORED_KEPT]++;
		intake_count(intake, a, TAKEN_THERE);
		return STATUS_OK;
	}
	enum status status = clip(doc, &h->range, f);
	set_state(h, reanchor_state_name(REANCHOR_ORPHAN));
	if (status == STATUS_OK)
		status = put(intake, a, f);
	if (status == STATUS_OK)
		add_astray(intake, a, article->title, said);
	return status;
}

/* The quote, or the place without a quote, is in the text; perhaps not of whole clusters. */
static enum status hold(struct intake *intake, struct annotation *a, struct document *doc,
			const struct article *article, struct fault *f)
{
	struct highlight *h = &a->row.highlight;
	struct cp_range said = h->range;
	bool widened = false, moved = is_state(h, "moved");
	enum status status = anchor_widen(doc, &h->range, &widened, f);
	if (status == STATUS_OK)
		status = anchor_make(doc, h->range, h, f);
	if (status != STATUS_OK)
		return status;
	if (widened || moved)
		set_state(h, reanchor_state_name(REANCHOR_MOVED));
	intake->report->anchored[widened ? ANCHORED_MOVED : moved ? ANCHORED_KEPT : ANCHORED_EXACT]++;
	if (widened) {
		struct remark *remark = intake_remark(intake, REMARK_WIDENED, a, h->exact,
						      article->title);
		remark->from = said;
		remark->to = h->range;
		remark->score = 1;
	}
	return put(intake, a, f);
}

/* Whether the text at the file's range is the file's quote, if it has both. */
static enum status stands(struct document *doc, const struct highlight *h, bool *out,
			  struct fault *f)
{
	struct str text = STR_EMPTY;
	enum status status = document_extract(doc, h->range, &text, f);
	*out = text.len && (!h->exact[0] || strcmp(str_cstr(&text), h->exact) == 0);
	str_release(&text);
	return status;
}

/* An orphan stays one, as it is. */
static enum status keep_orphan(struct intake *intake, struct annotation *a, struct document *doc,
			       struct fault *f)
{
	enum status status = clip(doc, &a->row.highlight.range, f);
	intake->report->anchored[ANCHORED_KEPT]++;
	return status == STATUS_OK ? put(intake, a, f) : status;
}

static enum status place(struct intake *intake, struct annotation *a,
			 const struct article *article, bool there, struct fault *f)
{
	struct highlight *h = &a->row.highlight;
	struct document *doc;
	bool holds = false;
	enum status status = intake_document(intake, article->id, &doc, f);
	if (status == STATUS_OK && is_state(h, "orphan"))
		return keep_orphan(intake, a, doc, f);
	if (status == STATUS_OK && has_range(h))
		status = stands(doc, h, &holds, f);
	if (status != STATUS_OK)
		return status;
	return holds ? hold(intake, a, doc, article, f) : lose(intake, a, doc, article, there, f);
}

enum status intake_highlight(struct intake *intake, struct annotation *a, struct fault *f)
{
	struct highlight *h = &a->row.highlight, there = {.exact = NULL};
	const struct article *article = intake_find_article(
		intake, h->article[0] ? h->article : a->target.id, &a->target);
	if (!article) {
		intake_skip(intake, a, REMARK_NO_ARTICLE, h->exact);
		return STATUS_OK;
	}
	memcpy(h->article, article->id, ID_SIZE);
	enum status status = store_highlight_get(intake->project->store, h->id, &there, NULL);
	bool found = status == STATUS_OK;
	if (status == STATUS_NOT_FOUND)
		status = STATUS_OK;
	if (found && a->borrowed)
		keep_provenance(h, &there);
	intake_fill(RECORD_highlight, h, found ? &there : NULL);
	if (status == STATUS_OK)
		status = place(intake, a, article, found, f);
	highlight_release(&there);
	return status;
}

/* As found: the row that is an orphan so far gets its place. */
static enum status settle(struct intake *intake, struct document *doc, struct astray *astray,
			  const struct reanchored *found, struct fault *f)
{
	struct annotation a = {.kind = RECORD_highlight, .line = astray->line};
	char *quote = xstrdup(astray->row.exact);
	struct cp_range said = astray->row.range;
	enum status status = anchor_make(doc, found->range, &astray->row, f);
	bool exact = said.start_cp >= said.end_cp && found->verbatim;
	if (status == STATUS_OK && !exact)
		set_state(&astray->row, reanchor_state_name(REANCHOR_MOVED));
	if (status == STATUS_OK)
		status = store_highlight_put(intake->project->store, &astray->row, NULL, f);
	if (status == STATUS_OK)
		intake->report->anchored[exact ? ANCHORED_EXACT : ANCHORED_MOVED]++;
	if (status == STATUS_OK && !exact) {
		struct remark *remark =
			intake_remark(intake, REMARK_MOVED, &a, quote, astray->title);
		remark->now = xstrdup(astray->row.exact);
		remark->from = said;
		remark->to = found->range;
		remark->score = found->score;
	}
	free(quote);
	return status;
}

static enum status settle_or_tell(struct intake *intake, struct document *doc,
				  struct astray *astray, const struct reanchored *found,
				  struct fault *f)
{
	struct annotation a = {.kind = RECORD_highlight, .line = astray->line};
	if (found->state != REANCHOR_ORPHAN)
		return settle(intake, doc, astray, found, f);
	intake->report->anchored[ANCHORED_ORPHAN]++;
	intake_remark(intake, REMARK_ORPHAN, &a, astray->row.exact, astray->title)->from =
		astray->row.range;
	return STATUS_OK;
}

/* `n` of one article. */
static enum status find_of_article(struct intake *intake, struct astray *astray, size_t n,
				   struct fault *f)
{
	struct document *doc;
	struct reanchor_quote *quotes = xcalloc(n, sizeof *quotes);
	struct reanchored *found = xcalloc(n, sizeof *found);
	enum status status = intake_document(intake, astray->row.article, &doc, f);
	for (size_t i = 0; i < n; i++)
		quotes[i] = (struct reanchor_quote){.exact = astray[i].row.exact,
						    .prefix = astray[i].row.prefix,
						    .suffix = astray[i].row.suffix,
						    .range = astray[i].row.range};
	if (status == STATUS_OK)
		status = reanchor(doc, quotes, n, found, f);
	for (size_t i = 0; i < n && status == STATUS_OK; i++)
		status = settle_or_tell(intake, doc, &astray[i], &found[i], f);
	free(quotes);
	free(found);
	return status;
}

/* By article, else as they stand in the file. */
static int compare(const void *a, const void *b)
{
	const struct astray *x = a, *y = b;
	int order = strcmp(x->row.article, y->row.article);
	return order ? order : (x->line > y->line) - (x->line < y->line);
}

enum status intake_find_astray(struct intake *intake, struct fault *f)
{
	enum status status = STATUS_OK;
	struct astray *all = intake->astray;
	if (intake->n_astray > 1)
		qsort(all, intake->n_astray, sizeof *all, compare);
	for (size_t i = 0, n; i < intake->n_astray && status == STATUS_OK; i += n) {
		for (n = 1; i + n < intake->n_astray; n++)
			if (strcmp(all[i].row.article, all[i + n].row.article) != 0)
				break;
		status = find_of_article(intake, all + i, n, f);
	}
	return status;
}
