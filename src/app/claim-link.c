/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/claim-link.h"

#include <stdlib.h>
#include <string.h>

#include "app/choice.h"
#include "app/i18n.h"
#include "app/picker.h"
#include "app/stance-look.h"
#include "app/stances.h"
#include "app/state.h"
#include "app/words.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "model/vocabulary.h"
#include "text/safe.h"

enum { TITLE_CPS = 56 };

struct claim_link *claim_link_new(const struct claim_link *link)
{
	struct claim_link *copy = xmalloc(sizeof *copy);
	*copy = *link;
	copy->statement = xstrdup_or_empty(link->statement);
	copy->lang = xstrdup_or_empty(link->lang);
	copy->stance = xstrdup_or_empty(link->stance);
	copy->attribution = xstrdup_or_empty(link->attribution);
	copy->speaker = xstrdup_or_empty(link->speaker);
	copy->certainty = xstrdup_or_empty(link->certainty);
	return copy;
}

void claim_link_free(struct claim_link *link)
{
	free(link->statement);
	free(link->lang);
	free(link->stance);
	free(link->attribution);
	free(link->speaker);
	free(link->certainty);
	free(link);
}

static void free_data(void *data)
{
	claim_link_free(data);
}

void claim_link_take_mention(struct claim_link *link, const struct mention *mention)
{
	memcpy(link->claim, mention->claim, ID_SIZE);
	memcpy(link->highlight, mention->highlight, ID_SIZE);
	xstrset(&link->stance, mention->stance);
	xstrset(&link->attribution, mention->attribution);
	xstrset(&link->speaker, mention->speaker);
	xstrset(&link->certainty, mention->certainty);
}

/*
 * A question's title: what it is about, and what is asked; the caller's. It runs as the question
 * does, so that alone is not isolated.
 */
static char *title_of(const struct claim_link *link, const char *question)
{
	struct str title = STR_EMPTY;
	char *excerpt = words_excerpt(link->statement, TITLE_CPS);
	safe_isolate(&title, excerpt, strlen(excerpt));
	str_appendf(&title, ": %s", question);
	free(excerpt);
	return str_take(&title);
}

static void ask(struct app *app, const struct claim_link *link, const char *question,
		const struct choice_item *items, size_t n_items, size_t cursor,
		const struct choice_ops *ops)
{
	char *title = title_of(link, question);
	view_push(app, choice_new(title, items, n_items, cursor, ops, claim_link_new(link)));
	free(title);
}

/* The stance at `index` of those that were offered: "" for the last, which is no judgement. */
static void take_stance(struct app *app, struct claim_link *link, size_t index)
{
	struct stance_scheme scheme = {.values = NULL};
	struct fault f = FAULT_NONE;
	if (stances_of_project(&app->project, &scheme, &f))
		app_say_fault(app, &f);
	xstrset(&link->stance, index < scheme.n ? scheme.values[index].value : "");
	stance_scheme_release(&scheme);
}

static void choose_stance(struct app *app, size_t index, void *data)
{
	take_stance(app, data, index);
	claim_link_save(app, data);
}

static void choose_stance_and_more(struct app *app, size_t index, void *data)
{
	take_stance(app, data, index);
	claim_link_ask_details(app, data);
}

void claim_link_ask_stance(struct app *app, const struct claim_link *link)
{
	static const struct choice_ops ops = {.choose = choose_stance,
					      .details = choose_stance_and_more,
					      .free_data = free_data};
	struct stance_scheme scheme = {.values = NULL};
	struct fault f = FAULT_NONE;
	if (stances_of_project(&app->project, &scheme, &f)) {
		app_say_fault(app, &f);
		return;
	}
	struct choice_item *items = xcalloc(scheme.n + 1, sizeof *items);
	size_t cursor = 0;
	for (size_t i = 0; i <= scheme.n; i++) {
		const char *value = i < scheme.n ? scheme.values[i].value : "";
		struct stance_look look = stance_look_of(&scheme, value, app->mono);
		items[i] = (struct choice_item){
			.name = i < scheme.n ? value : "unjudged",
			.label = look.label,
			.detail = i < scheme.n ? scheme.values[i].definition : NULL,
			.symbol = look.symbol,
			.symbol_style = look.style,
		};
		if (link->stance && *value && strcmp(link->stance, value) == 0)
			cursor = i;
	}
	/* TRANSLATORS: a question, after the beginning of a claim: agree, disagree ... */
	ask(app, link, _("what does the passage hold?"), items, scheme.n + 1, cursor, &ops);
	free(items);
	stance_scheme_release(&scheme);
}

/* The terms of a vocabulary, and "not said" as the last. */
static void ask_term(struct app *app, const struct claim_link *link, enum vocabulary vocabulary,
		     const char *question, const char *present, const struct choice_ops *ops)
{
	struct choice_item items[9] = {{.name = NULL}};
	size_t n = 0, cursor = 0;
	for (const struct term *term; n + 1 < sizeof items / sizeof *items &&
				      (term = vocabulary_term(vocabulary, n)); n++) {
		items[n] = (struct choice_item){
			.name = term->value, .label = _(term->label), .detail = _(term->meaning)};
		if (strcmp(term->value, present) == 0)
			cursor = n;
	}
	/* TRANSLATORS: instead of who speaks, or how sure */
	items[n] = (struct choice_item){.name = "not said", .label = _("not said")};
	ask(app, link, question, items, n + 1, cursor, ops);
}

/* The value at `index` of those that were offered: "" for the last. */
static const char *term_value(enum vocabulary vocabulary, size_t index)
{
	const struct term *term = vocabulary_term(vocabulary, index);
	return term ? term->value : "";
}

static void choose_certainty(struct app *app, size_t index, void *data)
{
	struct claim_link *link = data;
	xstrset(&link->certainty, term_value(VOCABULARY_CERTAINTY, index));
	claim_link_save(app, link);
}

static void ask_certainty(struct app *app, const struct claim_link *link)
{
	static const struct choice_ops ops = {.choose = choose_certainty, .free_data = free_data};
	ask_term(app, link, VOCABULARY_CERTAINTY, _("how sure?"), link->certainty, &ops);
}

static void choose_speaker(struct app *app, const struct picker_item *item, void *data)
{
	struct claim_link *link = data;
	xstrset(&link->speaker, item->id);
	ask_certainty(app, link);
}

static void create_speaker(struct app *app, const char *typed, void *data)
{
	struct claim_link *link = data;
	xstrset(&link->speaker, typed);
	ask_certainty(app, link);
}

/* A speaker of the project, and when somebody was last said to speak so. */
struct speaker {
	const char *name, *at;
	size_t n;
};

struct speakers {
	struct speaker *items;
	size_t n, cap;
};

static void count_speaker(struct speakers *speakers, const struct mention *mention)
{
	size_t i = 0;
	if (!*mention->speaker)
		return;
	while (i < speakers->n && strcmp(speakers->items[i].name, mention->speaker) != 0)
		i++;
	if (i == speakers->n) {
		struct speaker speaker = {.name = mention->speaker, .at = ""};
		VEC_PUSH(speakers->items, speakers->n, speakers->cap, speaker);
	}
	struct speaker *speaker = &speakers->items[i];
	speaker->n++;
	if (strcmp(mention->updated_at, speaker->at) > 0)
		speaker->at = mention->updated_at;
}

static int latest_first(const void *a, const void *b)
{
	const struct speaker *one = a, *two = b;
	int order = strcmp(two->at, one->at);
	return order ? order : strcmp(one->name, two->name);
}

static void add_speaker(struct picker *picker, const char *label, const char *name, char *detail,
			bool present)
{
	picker_add(picker, &(struct picker_item){.label = xstrdup(label),
						 .detail = detail,
						 .marked = present,
						 .id = xstrdup(name)});
}

/* Those of earlier links, the latest first. */
static void load_speakers(struct app *app, struct picker *picker, void *data)
{
	const struct claim_link *link = data;
	struct mention_list mentions = {.items = NULL};
	struct speakers speakers = {.items = NULL};
	struct fault f = FAULT_NONE;
	if (app->project.store && store_mention_list(app->project.store, NULL, &mentions, &f))
		app_say_fault(app, &f);
	for (size_t i = 0; i < mentions.n; i++)
		if (project_sees(&app->project, mentions.items[i].coder))
			count_speaker(&speakers, &mentions.items[i]);
	if (speakers.n > 0)
		qsort(speakers.items, speakers.n, sizeof *speakers.items, latest_first);
	for (size_t i = 0; i < speakers.n; i++)
		add_speaker(picker, speakers.items[i].name, speakers.items[i].name,
			    xasprintf("%zu", speakers.items[i].n),
			    strcmp(speakers.items[i].name, link->speaker) == 0);
	/* TRANSLATORS: in a list of people: none of them */
	add_speaker(picker, _("nobody by name"), "", NULL, !*link->speaker);
	free(speakers.items);
	mention_list_release(&mentions);
}

static void ask_speaker(struct app *app, const struct claim_link *link)
{
	static const struct picker_ops ops = {.choose = choose_speaker,
					      .create = create_speaker,
					      .load = load_speakers,
					      .free_data = free_data};
	/* TRANSLATORS: what stands before a name that is not in the list of speakers */
	char *title = title_of(link, _("who speaks?"));
	struct view *view = picker_new(app, title, _("speaker"), &ops, claim_link_new(link));
	free(title);
	if (*link->speaker)
		picker_go_to(picker_of(view), link->speaker);
	view_push(app, view);
}

/* An article that speaks for itself, or its headline, has no speaker to be named. */
static bool has_speaker(const char *attribution)
{
	return strcmp(attribution, "quoted") == 0 || strcmp(attribution, "paraphrased") == 0;
}

static void choose_attribution(struct app *app, size_t index, void *data)
{
	struct claim_link *link = data;
	xstrset(&link->attribution, term_value(VOCABULARY_ATTRIBUTION, index));
	if (has_speaker(link->attribution)) {
		ask_speaker(app, link);
		return;
	}
	xstrset(&link->speaker, "");
	ask_certainty(app, link);
}

void claim_link_ask_details(struct app *app, const struct claim_link *link)
{
	static const struct choice_ops ops = {.choose = choose_attribution,
					      .free_data = free_data};
	ask_term(app, link, VOCABULARY_ATTRIBUTION, _("whose words are they?"),
		 link->attribution ? link->attribution : "", &ops);
}
