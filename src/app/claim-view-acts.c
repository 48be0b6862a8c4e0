/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done in the view of a claim: passages opened, judged again, unlinked; relations. */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/claim-view-internal.h"
#include "app/i18n.h"
#include "app/claim-link.h"
#include "app/picker.h"
#include "app/reader-internal.h"
#include "base/xalloc.h"
#include "model/vocabulary.h"

enum { MOST_PANES = 9 };

/* As many columns as panes make sense, with that of the cursor among them. */
static size_t first_opened(const struct claim_view *view)
{
	size_t at = view->columns.cursor;
	return at < MOST_PANES ? 0 : at + 1 - MOST_PANES;
}

void command_open_side_by_side(struct app *app, const char *argument)
{
	struct claim_view *view = claim_view_on_top(app);
	const struct highlight *highlights[MOST_PANES];
	struct fault f = FAULT_NONE;
	size_t n = 0, first;
	(void)argument;
	if (!view || view->n_items == 0)
		return;
	first = first_opened(view);
	for (; n < MOST_PANES && first + n < view->n_items; n++) {
		const struct claim_column *column = &view->items[first + n];
		highlights[n] = &column->passages[column->list.cursor].highlight;
	}
	size_t focus = view->columns.cursor - first;
	if (reader_open_marks(app, highlights, n, focus, &f))
		app_say_fault(app, &f);
}

/* The passage at the cursor where this coder linked it; NULL, and said whose it is. */
static const struct passage *own_passage(struct app *app)
{
	struct claim_view *view = claim_view_on_top(app);
	const struct passage *passage = view ? claim_passage_at(view) : NULL;
	if (!passage) {
		app_say(app, _("there is no passage here; c in an article links one"));
		return NULL;
	}
	if (strcmp(passage->mention->coder, app->options->coder) == 0)
		return passage;
	app_complain(app, _("this link is %s's; Enter opens the passage, c links it as yours"),
		     passage->mention->coder);
	return NULL;
}

/* The link of the passage at the cursor, as it is; the caller's, or NULL. */
static struct claim_link *link_here(struct app *app)
{
	const struct passage *passage = own_passage(app);
	if (!passage || !reader_may_write(app))
		return NULL;
	const struct claim *claim = claim_view_claim(app);
	struct claim_link *link =
		claim_link_new(&(struct claim_link){.statement = claim ? claim->statement : NULL});
	claim_link_take_mention(link, passage->mention);
	return link;
}

void command_change_stance(struct app *app, const char *argument)
{
	struct claim_link *link = link_here(app);
	(void)argument;
	if (!link)
		return;
	claim_link_ask_stance(app, link);
	claim_link_free(link);
}

void command_link_details(struct app *app, const char *argument)
{
	struct claim_link *link = link_here(app);
	(void)argument;
	if (!link)
		return;
	claim_link_ask_details(app, link);
	claim_link_free(link);
}

void command_unlink_passage(struct app *app, const char *argument)
{
	const struct passage *passage = own_passage(app);
	struct fault f = FAULT_NONE;
	(void)argument;
	if (!passage)
		return;
	char *id = xstrdup(passage->mention->id);
	if (project_unmention(&app->project, id, &f))
		app_say_fault(app, &f);
	else
		app_say(app, _("the link is gone, the highlight stays; u brings it back"));
	free(id);
	app_reload(app);
}

/* To the claim `step` rows on in their order, round and round. */
static void go_on(struct app *app, size_t step)
{
	struct claim_view *view = claim_view_on_top(app);
	size_t n = view ? view->evidence.claims.n : 0;
	if (n == 0)
		return;
	char *id = xstrdup(view->evidence.claims.items[(view->index + step) % n].id);
	claim_view_show(app, id);
	free(id);
}

void command_next_claim(struct app *app, const char *argument)
{
	(void)argument;
	go_on(app, 1);
}

void command_previous_claim(struct app *app, const char *argument)
{
	const struct claim_view *view = claim_view_on_top(app);
	(void)argument;
	if (view && view->evidence.claims.n > 0)
		go_on(app, view->evidence.claims.n - 1);
}

/* The claims that one has relations to, and what it is to each. */
static void load_related(struct app *app, struct picker *picker, void *data)
{
	const struct evidence *evidence = &((const struct claim_view *)data)->evidence;
	const char *claim = ((const struct claim_view *)data)->claim;
	(void)app;
	for (size_t i = 0; i < evidence->relations.n; i++) {
		const struct relation *relation = &evidence->relations.items[i];
		bool from_a = strcmp(relation->a, claim) == 0;
		if (!from_a && strcmp(relation->b, claim) != 0)
			continue;
		size_t other = evidence_claim(evidence, from_a ? relation->b : relation->a);
		const struct term *term = vocabulary_find(VOCABULARY_RELATION, relation->kind);
		if (other == evidence->claims.n || !term)
			continue;
		picker_add(picker,
			   &(struct picker_item){
				   .label = xstrdup(evidence->claims.items[other].statement),
				   .detail = xstrdup(_(from_a ? term->label : term->inverse)),
				   .id = xstrdup(evidence->claims.items[other].id)});
	}
}

static void choose_related(struct app *app, const struct picker_item *item, void *data)
{
	(void)data;
	claim_view_show(app, item->id);
}

void command_go_to_related(struct app *app, const char *argument)
{
	static const struct picker_ops ops = {.choose = choose_related, .load = load_related};
	struct claim_view *view = claim_view_on_top(app);
	(void)argument;
	if (!view || !evidence_has_relations(&view->evidence, view->claim))
		app_say(app, _("this claim has no relations; = makes one"));
	else
		view_push(app, picker_new(app, _("Related claims"), NULL, &ops, view));
}
