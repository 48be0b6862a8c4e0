/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the project's rows to the columns of a claim. */
#include "app/claim-view-internal.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"

static void column_release(struct claim_column *column)
{
	for (size_t i = 0; i < column->n; i++) {
		highlight_release(&column->passages[i].highlight);
		prose_release(&column->passages[i].quote);
		prose_release(&column->passages[i].remark);
		free(column->passages[i].note);
	}
	free(column->passages);
}

void claim_view_unload(struct claim_view *view)
{
	for (size_t i = 0; i < view->n_items; i++)
		column_release(&view->items[i]);
	view->n_items = 0;
	prose_release(&view->statement);
}

/* All notes on a highlight that are seen, a paragraph each; the caller's. */
static char *notes_on(const struct evidence *evidence, const char *highlight)
{
	struct str text = STR_EMPTY;
	for (size_t i = 0; i < evidence->notes.n; i++) {
		const struct note *note = &evidence->notes.items[i];
		if (note->kind == NOTE_HIGHLIGHT && strcmp(note->target, highlight) == 0)
			str_appendf(&text, "%s%s", text.len > 0 ? "\n" : "", note->text);
	}
	return str_take(&text);
}

/* Mentions come by article: the column of one is the last that was made, or the next. */
static struct claim_column *column_for(struct claim_view *view, const char *article)
{
	struct claim_column *last = view->n_items > 0 ? &view->items[view->n_items - 1] : NULL;
	size_t index = evidence_article(&view->evidence, article);
	if (index == view->evidence.articles.n)
		return NULL;
	if (last && last->article == index)
		return last;
	struct claim_column column = {.article = index};
	VEC_PUSH(view->items, view->n_items, view->cap_items, column);
	return &view->items[view->n_items - 1];
}

static enum status add_passage(struct claim_view *view, struct app *app,
			       const struct mention *mention, struct fault *f)
{
	struct claim_column *column = column_for(view, mention->article);
	struct passage passage = {.mention = mention};
	if (!column)
		return STATUS_OK;
	enum status status = store_highlight_get(app->project.store, mention->highlight,
						 &passage.highlight, f);
	if (status)
		return status;
	passage.note = notes_on(&view->evidence, mention->highlight);
	VEC_PUSH(column->passages, column->n, column->cap, passage);
	list_set(&column->list, column->n);
	return STATUS_OK;
}

static enum status load(struct claim_view *view, struct app *app, struct fault *f)
{
	enum status status = evidence_load_mentions(&view->evidence, &app->project, f);
	view->index = evidence_claim(&view->evidence, view->claim);
	for (size_t i = 0; i < view->evidence.mentions.n && !status; i++)
		if (strcmp(view->evidence.mentions.items[i].claim, view->claim) == 0)
			status = add_passage(view, app, &view->evidence.mentions.items[i], f);
	return status;
}

static void go_to(struct claim_view *view, const char *mention)
{
	for (size_t i = 0; i < view->n_items; i++)
		for (size_t k = 0; k < view->items[i].n; k++)
			if (strcmp(view->items[i].passages[k].mention->id, mention) == 0) {
				view->columns.cursor = i;
				view->items[i].list.cursor = k;
			}
}

void claim_view_load(struct claim_view *view, struct app *app)
{
	const struct passage *at = claim_passage_at(view);
	struct fault f = FAULT_NONE;
	char mention[ID_SIZE] = "";
	if (at)
		memcpy(mention, at->mention->id, ID_SIZE);
	claim_view_unload(view);
	if (load(view, app, &f))
		app_say_fault(app, &f);
	list_set(&view->columns, view->n_items);
	go_to(view, mention);
}
