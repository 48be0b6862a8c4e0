/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filter of the reader's highlights: chosen from a list of tags, claims and coders. */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/picker.h"
#include "app/reader-internal.h"
#include "app/theme.h"
#include "app/words.h"
#include "base/xalloc.h"

enum { STATEMENT_CPS = 16 }; /* of a claim, where the filter is told */

/* What a filter can ask for. */
struct choices {
	struct tag_list tags;
	struct claim_list claims;
	struct coder_list coders;
};

static void choices_release(struct choices *choices)
{
	tag_list_release(&choices->tags);
	claim_list_release(&choices->claims);
	coder_list_release(&choices->coders);
}

static enum status choices_read(struct app *app, struct choices *out, struct fault *f)
{
	struct store *store = app->project.store;
	*out = (struct choices){.tags = {.items = NULL}};
	enum status status = store ? project_tag_list(&app->project, &out->tags, f) : STATUS_OK;
	if (store && status == STATUS_OK)
		status = store_claim_list(store, &out->claims, f);
	if (store && status == STATUS_OK)
		status = store_coder_list(store, &out->coders, f);
	return status;
}

static void add_item(struct app *app, struct picker *picker, enum filter_kind kind, const char *key,
		     struct picker_item item)
{
	static const char letters[] = {
		[FILTER_TAG] = 't', [FILTER_CLAIM] = 'c', [FILTER_CODER] = 'p'};
	item.id = xasprintf("%c%s", letters[kind], key);
	item.marked = mark_filter_has(&app->filter, kind, key);
	picker_add(picker, &item);
}

static void add_tags(struct app *app, struct picker *picker, const struct tag_list *tags)
{
	struct tag_look *looks = theme_tags(tags, app->mono);
	for (size_t i = 0; i < tags->n; i++)
		add_item(app, picker, FILTER_TAG, tags->items[i].id,
			 (struct picker_item){
				 .label = xstrdup(tags->items[i].path),
				 .detail = xasprintf("%zu", tags->items[i].n_highlights),
				 .synonyms = xasprintf("%s tag", _("tag")),
				 .symbol = xstrdup(looks[i].symbol),
				 .symbol_style = looks[i].style,
			 });
	free(looks);
}

static void add_claims(struct app *app, struct picker *picker, const struct claim_list *claims)
{
	for (size_t i = 0; i < claims->n; i++)
		add_item(app, picker, FILTER_CLAIM, claims->items[i].id,
			 (struct picker_item){
				 .label = xstrdup(claims->items[i].statement),
				 /* TRANSLATORS: beside a claim in a list: its number */
				 .detail = xasprintf(_("claim %zu"),
						     (size_t)claims->items[i].number),
				 .synonyms = xstrdup("claim"),
				 .symbol = xstrdup(" "),
			 });
}

static void add_coders(struct app *app, struct picker *picker, const struct coder_list *coders)
{
	for (size_t i = 0; i < coders->n; i++)
		if (project_sees(&app->project, coders->items[i].name))
			add_item(app, picker, FILTER_CODER, coders->items[i].name,
				 (struct picker_item){
					 .label = xstrdup(coders->items[i].name),
					 .detail = xstrdup(_("coder")),
					 .synonyms = xstrdup("coder"),
					 .symbol = xstrdup(" "),
				 });
}

static void load(struct app *app, struct picker *picker, void *data)
{
	struct choices choices;
	struct fault f = FAULT_NONE;
	(void)data;
	if (choices_read(app, &choices, &f))
		app_say_fault(app, &f);
	add_tags(app, picker, &choices.tags);
	add_claims(app, picker, &choices.claims);
	add_coders(app, picker, &choices.coders);
	choices_release(&choices);
}

static void toggle(struct app *app, const char *id)
{
	enum filter_kind kind = *id == 't' ? FILTER_TAG : *id == 'c' ? FILTER_CLAIM : FILTER_CODER;
	mark_filter_toggle(&app->filter, kind, id + 1);
	app_reload(app);
}

/* What was put on before, by the key that stays in the list, is not taken off by Enter. */
static void choose(struct app *app, const struct picker_item *item, void *data)
{
	(void)data;
	if (!item->marked)
		toggle(app, item->id);
}

static void act(struct app *app, struct picker *picker, const char *action,
		const struct picker_item *item, void *data)
{
	char *id = xstrdup(item->id);
	(void)action;
	(void)data;
	toggle(app, id);
	picker_reload(app, picker);
	free(id);
}

bool reader_clear_filter(struct app *app)
{
	if (app->filter.n == 0)
		return false;
	mark_filter_release(&app->filter);
	app_reload(app);
	app_say(app, _("all highlights are shown"));
	return true;
}

void command_filter(struct app *app, const char *argument)
{
	static const struct picker_ops ops = {
		.choose = choose, .actions = "toggle", .act = act, .load = load};
	(void)argument;
	if (!reader_clear_filter(app))
		view_push(app, picker_new(app, _("Show only highlights with:"), NULL, &ops, NULL));
}

/* What an item is called; the caller's. */
static char *name_of(const struct choices *choices, const struct filter_item *item)
{
	for (size_t i = 0; item->kind == FILTER_TAG && i < choices->tags.n; i++)
		if (strcmp(choices->tags.items[i].id, item->key) == 0)
			return words_format("%s", choices->tags.items[i].path);
	for (size_t i = 0; item->kind == FILTER_CLAIM && i < choices->claims.n; i++) {
		const struct claim *claim = &choices->claims.items[i];
		if (strcmp(claim->id, item->key) != 0)
			continue;
		char *excerpt = words_excerpt(claim->statement, STATEMENT_CPS);
		char *name = words_format(_("%zu: %s"), (size_t)claim->number, excerpt);
		free(excerpt);
		return name;
	}
	return item->kind == FILTER_CODER ? words_format("%s", item->key) : xstrdup("…");
}

/* Of a kind any will do, of kinds each must: "place, time + omar". */
static void describe(const struct mark_filter *filter, const struct choices *choices,
		     struct str *out)
{
	for (size_t kind = FILTER_TAG; kind <= FILTER_CODER; kind++) {
		const char *between = out->len > 0 ? " + " : "";
		for (size_t i = 0; i < filter->n; i++) {
			if (filter->items[i].kind != (enum filter_kind)kind)
				continue;
			char *name = name_of(choices, &filter->items[i]);
			str_appendf(out, "%s%s", between, name);
			between = ", ";
			free(name);
		}
	}
}

void reader_describe_filter(struct app *app)
{
	struct choices choices;
	struct str out = STR_EMPTY;
	struct fault ignored = FAULT_NONE;
	if (app->filter.n > 0 && choices_read(app, &choices, &ignored) == STATUS_OK)
		describe(&app->filter, &choices, &out);
	if (app->filter.n > 0)
		choices_release(&choices);
	fault_release(&ignored);
	free(app->filter_words);
	app->filter_words = str_take(&out);
}

struct marks_source reader_source(const struct app *app)
{
	return (struct marks_source){
		.project = &app->project, .filter = &app->filter, .mono = app->mono};
}
