/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passages linked to claims: the picker of claims, and what its answers do. */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/evidence.h"
#include "app/i18n.h"
#include "app/claim-link.h"
#include "app/picker.h"
#include "app/prompt.h"
#include "app/reader-internal.h"
#include "app/stance-look.h"
#include "app/theme.h"
#include "app/words.h"
#include "base/xalloc.h"
#include "model/lookup.h"

enum { QUOTE_CPS = 200 };

static void free_link(void *data)
{
	claim_link_free(data);
}

/* In the picker: how recently a claim was used, and what it is to the passage and its article. */
struct entry {
	const struct claim *claim;
	const char *used_at;
	const struct mention *own; /* this coder's link to the highlight here; NULL */
	struct stance_look here;   /* what the article does with it */
};

/*
 * Those linked already are not put first: whoever wants the claim of a moment ago for one more
 * passage would change what another claim has there.
 */
static int latest_first(const void *a, const void *b)
{
	const struct entry *one = a, *two = b;
	int order = strcmp(two->used_at, one->used_at);
	return order ? order : one->claim->number < two->claim->number ? -1 : 1;
}

/* What this coder did last with each claim, and what is linked to the highlight already. */
static void add_own(struct entry *entries, const struct evidence *evidence,
		    const struct claim_link *link, const char *coder)
{
	struct lookup claims;
	LOOKUP_BY_ID(&claims, &evidence->claims);
	for (size_t i = 0; i < evidence->mentions.n; i++) {
		const struct mention *mention = &evidence->mentions.items[i];
		size_t at;
		if (strcmp(mention->coder, coder) != 0 || !lookup_one(&claims, mention->claim, &at))
			continue;
		if (strcmp(mention->updated_at, entries[at].used_at) > 0)
			entries[at].used_at = mention->updated_at;
		if (*link->highlight && strcmp(mention->highlight, link->highlight) == 0)
			entries[at].own = mention;
	}
	lookup_release(&claims);
}

static struct entry *entries_of(struct app *app, const struct evidence *evidence,
				const struct claim_link *link)
{
	struct entry *entries = xcalloc(evidence->claims.n + 1, sizeof *entries);
	size_t article = reader_is_open(app, link->pane)
				 ? evidence_article(evidence, link->pane->article.id)
				 : evidence->articles.n;
	for (size_t i = 0; i < evidence->claims.n; i++) {
		const struct claim *claim = &evidence->claims.items[i];
		entries[i] = (struct entry){.claim = claim, .used_at = claim->created_at};
		entries[i].here = coverage_look(COVERAGE_UNREAD, app->mono);
		if (article < evidence->articles.n)
			entries[i].here = coverage_cell_look(
				&evidence->scheme,
				coverage_grid_cell(&evidence->grid, i, article), app->mono);
	}
	add_own(entries, evidence, link, app->options->coder);
	qsort(entries, evidence->claims.n, sizeof *entries, latest_first);
	return entries;
}

static void add_entry(struct picker *picker, const struct evidence *evidence,
		      const struct entry *entry, bool mono)
{
	size_t number = (size_t)entry->claim->number;
	const char *stance = entry->own ? entry->own->stance : "";
	struct stance_look own = stance_look_of(&evidence->scheme, stance, mono);
	struct picker_item item = {
		.label = xstrdup(entry->claim->statement),
		/* TRANSLATORS: beside a claim that a passage is linked to: how, and its number */
		.detail = entry->own ? words_format(_("%s · %zu"), own.label, number)
				     : xasprintf("%zu", number),
		.symbol = xstrdup(entry->own ? own.symbol : entry->here.symbol),
		.symbol_style = entry->own ? own.style : entry->here.style,
		.symbol_columns = 1,
		.marked = entry->own,
		.id = xstrdup(entry->claim->id),
	};
	picker_add(picker, &item);
}

/* The words of the passage themselves, as a claim that may be made of them; the caller's. */
static char *quote_of(struct app *app, const struct claim_link *link)
{
	char *quote = reader_is_open(app, link->pane) ? reader_text(link->pane, link->range, NULL) : NULL;
	char *excerpt = words_excerpt(quote ? quote : "", QUOTE_CPS);
	free(quote);
	return excerpt;
}

static void add_quote(struct app *app, struct picker *picker, const struct claim_link *link)
{
	char *quote = quote_of(app, link);
	if (*quote)
		picker_add(picker, &(struct picker_item){
					   /* TRANSLATORS: in the list of claims: a new one, of the
					    * words that are quoted
					    */
					   .label = words_format(_("new, from «%s»"), quote),
					   .symbol = xstrdup("+"),
					   .symbol_style = theme_style(ROLE_KEY, app->mono),
					   .symbol_columns = 1,
					   .id = xstrdup("")});
	free(quote);
}

static void load(struct app *app, struct picker *picker, void *data)
{
	const struct claim_link *link = data;
	struct evidence evidence = {.claims = {.items = NULL}};
	struct fault f = FAULT_NONE;
	if (evidence_load_mentions(&evidence, &app->project, &f)) {
		app_say_fault(app, &f);
		return;
	}
	struct entry *entries = entries_of(app, &evidence, link);
	for (size_t i = 0; i < evidence.claims.n; i++)
		add_entry(picker, &evidence, &entries[i], app->mono);
	add_quote(app, picker, link);
	free(entries);
	evidence_release(&evidence);
}

/* This coder's link of a highlight to a claim; NOT_FOUND. `*out` is the caller's to release. */
static enum status own_mention(struct app *app, const char *highlight, const char *claim,
			       struct mention *out, struct fault *f)
{
	struct mention_list list = {.items = NULL};
	enum status status = store_mention_list(app->project.store, NULL, &list, f);
	size_t i = 0;
	while (i < list.n && (strcmp(list.items[i].highlight, highlight) != 0 ||
			      strcmp(list.items[i].claim, claim) != 0 ||
			      strcmp(list.items[i].coder, app->options->coder) != 0))
		i++;
	if (!status && i == list.n)
		status = fault_set(f, STATUS_NOT_FOUND, _("the highlight is not linked to this claim"));
	if (!status) {
		*out = list.items[i];
		list.items[i] = (struct mention){.coder = NULL};
	}
	mention_list_release(&list);
	return status;
}

/* The link that the claim of an item would be, with what was said of it before; the caller's. */
static struct claim_link *link_to(struct app *app, const struct claim_link *link,
			    const struct picker_item *item)
{
	struct claim_link *chosen = claim_link_new(link);
	struct mention mention = {.coder = NULL};
	memcpy(chosen->claim, item->id, ID_SIZE);
	xstrset(&chosen->statement, item->label);
	if (item->marked && !own_mention(app, link->highlight, item->id, &mention, NULL))
		claim_link_take_mention(chosen, &mention);
	mention_release(&mention);
	return chosen;
}

static void ask_for_new(struct app *app, const struct claim_link *link, const char *statement)
{
	struct claim_link *named = claim_link_new(link);
	xstrset(&named->statement, statement);
	claim_link_ask_stance(app, named);
	claim_link_free(named);
}

static bool accept_statement(struct app *app, const char *text, void *data)
{
	if (!text[strspn(text, " ")]) {
		app_complain(app, _("a claim is a statement: type it"));
		return false;
	}
	ask_for_new(app, data, text);
	return true;
}

/* The quote is a proposal, which typing replaces. */
static void ask_for_statement(struct app *app, const struct claim_link *link)
{
	static const struct prompt_ops ops = {.accept = accept_statement, .free_data = free_link};
	struct claim_link *proposed = claim_link_new(link);
	char *quote = quote_of(app, link);
	xstrset(&proposed->lang, reader_is_open(app, link->pane) && link->pane->article.lang
					 ? link->pane->article.lang
					 : "");
	view_push(app, prompt_new(app, _("Claim:"), quote, &ops, proposed));
	free(quote);
}

static void choose(struct app *app, const struct picker_item *item, void *data)
{
	if (!*item->id) {
		ask_for_statement(app, data);
		return;
	}
	struct claim_link *chosen = link_to(app, data, item);
	claim_link_ask_stance(app, chosen);
	claim_link_free(chosen);
}

static void create(struct app *app, const char *typed, void *data)
{
	ask_for_new(app, data, typed);
}

static void drop_link(struct app *app, const char *highlight, const char *claim)
{
	struct mention mention = {.coder = NULL};
	struct fault f = FAULT_NONE;
	enum status status = own_mention(app, highlight, claim, &mention, &f);
	if (!status)
		status = project_unmention(&app->project, mention.id, &f);
	if (status)
		app_say_fault(app, &f);
	else
		app_say(app, _("the link is gone, the highlight stays; u brings it back"));
	mention_release(&mention);
	app_reload(app);
}

static void act(struct app *app, struct picker *picker, const char *action,
		const struct picker_item *item, void *data)
{
	const struct claim_link *link = data;
	if (!item->marked) {
		app_say(app, _("this passage is not linked to that claim: Enter links it"));
	} else if (strcmp(action, "edit") == 0) {
		struct claim_link *chosen = link_to(app, link, item);
		claim_link_ask_details(app, chosen);
		claim_link_free(chosen);
	} else {
		char *claim = xstrdup(item->id);
		drop_link(app, link->highlight, claim);
		picker_reload(app, picker);
		free(claim);
	}
}

static const char *action_label(const char *command)
{
	return strcmp(command, "edit-item") == 0 ? _("who speaks") : _("unlink");
}

static void pick_claim(struct app *app, const struct claim_link *link)
{
	static const struct picker_ops ops = {.choose = choose,
					      .create = create,
					      .actions = "edit delete",
					      .act = act,
					      .action_label = action_label,
					      .load = load,
					      .free_data = free_link};
	/* TRANSLATORS: the title of a list of claims, and what stands before a statement that is
	 * not among them
	 */
	view_push(app, picker_new(app, *link->highlight ? _("Claims of this highlight") : _("Claim"),
				  _("new claim"), &ops, claim_link_new(link)));
}

/* "3 agree": a claim by its number, and a stance. */
static void link_by_words(struct app *app, struct claim_link *link, const char *argument)
{
	size_t n = strcspn(argument, " ");
	char *ref = xstrndup(argument, n);
	struct claim claim = {.number = 0};
	struct fault f = FAULT_NONE;
	if (project_claim(&app->project, ref, &claim, &f)) {
		app_say_fault(app, &f);
	} else {
		struct claim_link named = *link;
		memcpy(named.claim, claim.id, ID_SIZE);
		named.statement = claim.statement;
		named.stance = (char *)argument + n + strspn(argument + n, " ");
		claim_link_save(app, &named);
	}
	claim_release(&claim);
	free(ref);
}

void command_link_claim(struct app *app, const char *argument)
{
	struct pane *pane = reader_pane(app);
	struct claim_link link = {.pane = pane};
	if (!reader_may_write(app))
		return;
	if (!reader_target(pane, &link.range, link.highlight))
		app_complain(app, _("there is nothing to link here"));
	else if (*argument)
		link_by_words(app, &link, argument);
	else
		pick_claim(app, &link);
}

bool reader_repeat_link(struct app *app)
{
	struct pane *pane = reader_pane(app);
	if (!app->repeats_link || !app->last_link)
		return false;
	struct claim_link *link = claim_link_new(app->last_link);
	link->pane = pane;
	if (reader_target(pane, &link->range, link->highlight))
		claim_link_save(app, link);
	else
		app_complain(app, _("there is nothing to link here"));
	claim_link_free(link);
	return true;
}
