/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with claims, in the grid and in the view of one: made, changed, merged, related. */
#include "app/command.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "app/choice.h"
#include "app/evidence.h"
#include "app/claim-view.h"
#include "app/form.h"
#include "app/grid.h"
#include "app/i18n.h"
#include "app/library.h"
#include "app/note-on.h"
#include "app/picker.h"
#include "app/prompt.h"
#include "app/reader-internal.h"
#include "app/words.h"
#include "base/xalloc.h"
#include "model/vocabulary.h"

enum { SAID_CPS = 50 };

/* The claim that a person means: the one at the grid's cursor, or that of the claim view; NULL. */
static const struct claim *meant(const struct app *app)
{
	const struct claim *claim = grid_claim(app);
	return claim ? claim : claim_view_claim(app);
}

static const struct claim *meant_or_said(struct app *app)
{
	const struct claim *claim = meant(app);
	if (!claim)
		app_say(app, _("there is no claim here; n types one"));
	return claim;
}

static void say_saved(struct app *app, const char *statement)
{
	char *excerpt = words_excerpt(statement, SAID_CPS);
	app_say(app, _("saved: %s"), excerpt);
	free(excerpt);
}

static bool add_claim(struct app *app, const char *text, void *data)
{
	struct claim claim = {.statement = xstrdup(text)};
	struct fault f = FAULT_NONE;
	bool done = !project_claim_add(&app->project, &claim, &f);
	(void)data;
	if (!done) {
		app_say_fault(app, &f);
	} else {
		say_saved(app, claim.statement);
		app_reload(app);
		grid_go_to_claim(app, claim.id);
	}
	claim_release(&claim);
	return done;
}

void command_new_claim(struct app *app, const char *argument)
{
	static const struct prompt_ops ops = {.accept = add_claim};
	if (!reader_may_write(app))
		return;
	if (*argument)
		add_claim(app, argument, NULL);
	else
		view_push(app, prompt_new(app, _("New claim:"), "", &ops, NULL));
}

enum claim_line { LINE_STATEMENT, LINE_LANG, LINE_VERDICT, N_LINES };

static bool save_claim(struct app *app, char *const *texts, void *data)
{
	struct claim claim = {.statement = texts[LINE_STATEMENT],
			      .lang = texts[LINE_LANG],
			      .verdict = texts[LINE_VERDICT]};
	struct fault f = FAULT_NONE;
	strcpy(claim.id, data);
	if (project_claim_edit(&app->project, &claim, &f)) {
		app_say_fault(app, &f);
		return false;
	}
	say_saved(app, claim.statement);
	app_reload(app);
	return true;
}

void command_edit_claim(struct app *app, const char *argument)
{
	static const struct form_ops ops = {.accept = save_claim, .free_data = free};
	const struct claim *claim = meant_or_said(app);
	(void)argument;
	if (!claim || !reader_may_write(app))
		return;
	const struct form_line lines[N_LINES] = {
		[LINE_STATEMENT] = {_("Statement"), NULL, claim->statement},
		[LINE_LANG] = {_("Language"), "ar", claim->lang},
		/* TRANSLATORS: what is true, in the words of who judged it, and an example */
		[LINE_VERDICT] = {_("Verdict"), _("true, as far as is known"), claim->verdict},
	};
	view_push(app, form_new(app, _("Claim"), lines, N_LINES, &ops, xstrdup(claim->id)));
}

void command_delete_claim(struct app *app, const char *argument)
{
	const struct claim *claim = meant_or_said(app);
	struct fault f = FAULT_NONE;
	size_t n = 0;
	(void)argument;
	if (!claim)
		return;
	char *statement = words_excerpt(claim->statement, SAID_CPS), *id = xstrdup(claim->id);
	if (project_claim_remove(&app->project, id, &n, &f))
		app_say_fault(app, &f);
	else
		app_say(app,
			ngettext("removed with %zu link: %s; u brings it back",
				 "removed with %zu links: %s; u brings it back", n),
			n, statement);
	app_reload(app);
	free(id);
	free(statement);
}

/* The claims but one, to choose another from; those with a relation to it are marked. */
static void load_others(struct app *app, struct picker *picker, void *data)
{
	const char *id = data;
	struct evidence evidence = {.claims = {.items = NULL}};
	struct fault f = FAULT_NONE;
	if (evidence_load(&evidence, &app->project, &f)) {
		app_say_fault(app, &f);
		return;
	}
	for (size_t i = 0; i < evidence.claims.n; i++) {
		const struct claim *claim = &evidence.claims.items[i];
		if (strcmp(claim->id, id) != 0)
			picker_add(picker, &(struct picker_item){
						   .label = xstrdup(claim->statement),
						   .detail = xasprintf("%" PRId64, claim->number),
						   .marked = evidence_related(&evidence, claim->id,
									      id),
						   .id = xstrdup(claim->id)});
	}
	evidence_release(&evidence);
}

static void pick_other(struct app *app, const char *id, const char *title,
		       const struct picker_ops *ops)
{
	view_push(app, picker_new(app, title, NULL, ops, xstrdup(id)));
}

static void merge_into(struct app *app, const struct picker_item *item, void *data)
{
	struct fault f = FAULT_NONE;
	if (project_claim_merge(&app->project, data, item->id, &f)) {
		app_say_fault(app, &f);
		return;
	}
	char *excerpt = words_excerpt(item->label, SAID_CPS);
	/* TRANSLATORS: %s is a claim, which got all of another */
	app_say(app, _("merged into: %s; u parts them again"), excerpt);
	free(excerpt);
	app_reload(app);
	grid_go_to_claim(app, item->id);
}

void command_merge_claim(struct app *app, const char *argument)
{
	static const struct picker_ops ops = {
		.choose = merge_into, .load = load_others, .free_data = free};
	const struct claim *claim = meant_or_said(app);
	(void)argument;
	if (!claim || !reader_may_write(app))
		return;
	/* TRANSLATORS: the title of a list of claims; %s is one, which is to become one with another */
	char *title = words_format(_("Merge «%s» into"), claim->statement);
	pick_other(app, claim->id, title, &ops);
	free(title);
}

/* A relation being made: of a to b. */
struct relating {
	char a[ID_SIZE], b[ID_SIZE];
};

/* What may be chosen: a kind from one side or the other. */
struct side {
	const struct term *term;
	bool from_b; /* b is .. of a */
	bool there;  /* it is so already */
};
enum { MOST_SIDES = 16 };

static size_t sides_of(struct app *app, const struct relating *relating, struct side *sides)
{
	struct evidence evidence = {.claims = {.items = NULL}};
	const struct term *term;
	size_t n = 0;
	struct fault f = FAULT_NONE;
	if (evidence_load(&evidence, &app->project, &f))
		fault_release(&f);
	for (size_t i = 0; (term = vocabulary_term(VOCABULARY_RELATION, i)) && n + 2 <= MOST_SIDES;
	     i++) {
		bool mutual = relation_is_mutual(term);
		bool from_a = evidence_relation(&evidence, relating->a, relating->b, term->value);
		bool from_b = evidence_relation(&evidence, relating->b, relating->a, term->value);
		sides[n++] = (struct side){term, mutual && from_b && !from_a,
					   from_a || (mutual && from_b)};
		if (!mutual)
			sides[n++] = (struct side){term, true, from_b};
	}
	evidence_release(&evidence);
	return n;
}

static void choose_relation(struct app *app, size_t index, void *data)
{
	struct relating *relating = data;
	struct side sides[MOST_SIDES];
	struct fault f = FAULT_NONE;
	if (index >= sides_of(app, relating, sides))
		return;
	const struct side *side = &sides[index];
	const char *label = _(side->from_b ? side->term->inverse : side->term->label);
	if (project_relate(&app->project, side->from_b ? relating->b : relating->a,
			   side->from_b ? relating->a : relating->b, side->term->value,
			   !side->there, &f))
		app_say_fault(app, &f);
	else
		/* TRANSLATORS: %s is what one claim is to another: contradicts, updates ... */
		app_say(app, side->there ? _("not related any more: %s") : _("related: %s"), label);
	app_reload(app);
}

static void ask_relation(struct app *app, const struct picker_item *item, void *data)
{
	static const struct choice_ops ops = {.choose = choose_relation, .free_data = free};
	struct relating *relating = xcalloc(1, sizeof *relating);
	struct side sides[MOST_SIDES];
	struct choice_item items[MOST_SIDES];
	memcpy(relating->a, data, ID_SIZE);
	memcpy(relating->b, item->id, ID_SIZE);
	size_t n = sides_of(app, relating, sides);
	for (size_t i = 0; i < n; i++) {
		const struct term *term = sides[i].term;
		const char *label = sides[i].from_b ? term->inverse : term->label;
		items[i] = (struct choice_item){.name = label,
						.label = _(label),
						.symbol = sides[i].there ? "✓" : " ",
						.detail = sides[i].from_b && !relation_is_mutual(term)
								  ? NULL
								  : _(term->meaning)};
	}
	/* TRANSLATORS: the title of a choice: what a claim is to the one that is named */
	char *title = words_format(_("What is it to «%s»?"), item->label);
	view_push(app, choice_new(title, items, n, 0, &ops, relating));
	free(title);
}

void command_relate_claim(struct app *app, const char *argument)
{
	static const struct picker_ops ops = {
		.choose = ask_relation, .load = load_others, .free_data = free};
	const struct claim *claim = meant_or_said(app);
	(void)argument;
	if (!claim || !reader_may_write(app))
		return;
	/* TRANSLATORS: the title of a list of claims; %s is one, which gets a relation to another */
	char *title = words_format(_("Relate «%s» to"), claim->statement);
	pick_other(app, claim->id, title, &ops);
	free(title);
}

/* What a note may be on, from where the cursor is. */
struct noted {
	enum note_target kind;
	char target[ID_SIZE];
	char *subject;
};
struct notable {
	struct noted items[4];
	size_t n;
};

static void free_notable(void *data)
{
	struct notable *notable = data;
	for (size_t i = 0; i < notable->n; i++)
		free(notable->items[i].subject);
	free(notable);
}

static void add_notable(struct notable *notable, enum note_target kind, const char *target,
			const char *subject)
{
	struct noted *noted = &notable->items[notable->n++];
	noted->kind = kind;
	noted->subject = xstrdup(subject);
	memcpy(noted->target, target, strlen(target) + 1);
}

static struct notable *notable_here(struct app *app)
{
	struct notable *notable = xcalloc(1, sizeof *notable);
	const struct claim *claim = meant(app);
	const struct article *article = grid_article(app);
	const struct highlight *passage = claim_view_passage(app);
	if (claim)
		add_notable(notable, NOTE_CLAIM, claim->id, claim->statement);
	if (passage)
		add_notable(notable, NOTE_HIGHLIGHT, passage->id, passage->exact);
	if (!article)
		article = claim_view_article(app);
	if (view_top(app) == library_view(app->library))
		article = library_focus(app->library);
	if (article)
		add_notable(notable, NOTE_ARTICLE, article->id, article->title);
	add_notable(notable, NOTE_PROJECT, "", "");
	return notable;
}

static void choose_note(struct app *app, size_t index, void *data)
{
	const struct notable *notable = data;
	const struct noted *noted = &notable->items[index];
	note_on(app, noted->kind, noted->target, noted->subject);
}

void command_note_here(struct app *app, const char *argument)
{
	static const struct choice_ops ops = {.choose = choose_note, .free_data = free_notable};
	static const struct {
		const char *name, *label;
	} words[] = {
		/* TRANSLATORS: what a note is written on */
		[NOTE_ARTICLE] = {"article", N_("the article")},
		[NOTE_HIGHLIGHT] = {"passage", N_("the passage")},
		[NOTE_CLAIM] = {"claim", N_("the claim")},
		[NOTE_TAG] = {"tag", N_("the tag")},
		[NOTE_PROJECT] = {"everything", N_("the project")},
	};
	struct choice_item items[4];
	(void)argument;
	if (!reader_may_write(app))
		return;
	struct notable *notable = notable_here(app);
	for (size_t i = 0; i < notable->n; i++) {
		enum note_target kind = notable->items[i].kind;
		items[i] = (struct choice_item){.name = words[kind].name,
						.label = _(words[kind].label),
						.detail = notable->items[i].subject};
	}
	view_push(app, choice_new(_("A note on"), items, notable->n, 0, &ops, notable));
}

void command_project_note(struct app *app, const char *argument)
{
	(void)argument;
	if (reader_may_write(app))
		note_on(app, NOTE_PROJECT, "", "");
}
