/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of unfinished notes: to go on with one, or to throw it away. */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/drafts.h"
#include "app/i18n.h"
#include "app/library.h"
#include "app/note-on.h"
#include "app/picker.h"
#include "app/reader-internal.h"
#include "app/words.h"
#include "base/xalloc.h"

enum { TITLE_CPS = 20, QUOTE_CPS = 24, TEXT_CPS = 200 };

/* What a draft is about. */
struct about {
	char *article;         /* an id, or a file's path; NULL: it is gone, or was never one */
	char *quote;           /* NULL: the whole article */
	struct cp_range range; /* of the quote */
	char *claim;           /* a statement, in place of an article; NULL */
	bool project;          /* all of it, in place of an article */
};

static void about_release(struct about *about)
{
	free(about->article);
	free(about->quote);
	free(about->claim);
}

/* The words of a range of an article, the caller's; NULL where they cannot be read. */
static char *quote_of(struct app *app, const char *id, struct cp_range range)
{
	struct article article = {.number = 0};
	struct document *doc = NULL;
	struct str text = STR_EMPTY;
	if (!store_article_get(app->project.store, id, &article, NULL) &&
	    !project_document(&app->project, &article, &doc, NULL) &&
	    document_extract(doc, range, &text, NULL))
		str_clear(&text);
	if (doc)
		document_free(doc);
	article_release(&article);
	return text.len > 0 ? str_take(&text) : NULL;
}

static bool is_article(struct app *app, const char *id)
{
	struct article article = {.number = 0};
	bool is = !store_article_get(app->project.store, id, &article, NULL);
	article_release(&article);
	return is;
}

static struct about about_of(struct app *app, const char *name)
{
	struct about about = {.article = NULL};
	struct highlight highlight = {.exact = NULL};
	struct claim claim = {.number = 0};
	if (draft_range_parse(name, &about.article, &about.range)) {
		if (about.range.end_cp > about.range.start_cp)
			about.quote = quote_of(app, about.article, about.range);
	} else if (!store_highlight_get(app->project.store, name, &highlight, NULL)) {
		about.article = xstrdup(highlight.article);
		about.quote = xstrdup(highlight.exact);
		about.range = highlight.range;
	} else if (is_article(app, name)) {
		about.article = xstrdup(name);
	} else if (!store_claim_get(app->project.store, name, &claim, NULL)) {
		about.claim = xstrdup(claim.statement);
	}
	about.project = strcmp(name, NOTE_ON_PROJECT) == 0;
	claim_release(&claim);
	highlight_release(&highlight);
	return about;
}

/* What an article, or a file, is called; borrowed. */
static const char *title_of(struct app *app, const char *ref)
{
	const struct article_list *list = library_articles(app->library);
	for (size_t i = 0; i < list->n; i++)
		if (strcmp(list->items[i].id, ref) == 0)
			return list->items[i].title;
	const char *slash = strrchr(ref, '/');
	return slash ? slash + 1 : ref;
}

/* "title: «quote»", each part with its own direction; the caller's. */
static char *detail_of(struct app *app, const char *name, const struct about *about)
{
	if (about->claim)
		return words_excerpt(about->claim, TITLE_CPS + QUOTE_CPS);
	if (about->project)
		return xstrdup(_("the project"));
	if (!about->article)
		return xstrdup(strcmp(name, "pasted-article") == 0
				       ? _("a pasted article")
				       : _("what it was about is gone"));
	char *title = words_excerpt(title_of(app, about->article), TITLE_CPS);
	char *quote = about->quote ? words_excerpt(about->quote, QUOTE_CPS) : NULL;
	char *detail = quote ? words_format("%s: «%s»", title, quote) : words_format("%s", title);
	free(quote);
	free(title);
	return detail;
}

static void load(struct app *app, struct picker *picker, void *data)
{
	struct draft_list list = {.n = 0};
	struct fault f = FAULT_NONE;
	(void)data;
	if (app->project.store &&
	    store_draft_list(app->project.store, app->options->coder, &list, &f))
		app_say_fault(app, &f);
	for (size_t i = 0; i < list.n; i++) {
		const struct draft *draft = &list.items[i];
		struct about about = about_of(app, draft->target);
		picker_add(picker, &(struct picker_item){
					   .label = words_excerpt(draft->text, TEXT_CPS),
					   .detail = detail_of(app, draft->target, &about),
					   .id = xstrdup(draft->target),
				   });
		about_release(&about);
	}
	draft_list_release(&list);
}

static void choose(struct app *app, const struct picker_item *item, void *data)
{
	struct about about = about_of(app, item->id);
	struct fault f = FAULT_NONE;
	(void)data;
	if (strcmp(item->id, "pasted-article") == 0)
		command_paste(app, "");
	else if (about.claim)
		note_on(app, NOTE_CLAIM, item->id, about.claim);
	else if (about.project)
		note_on(app, NOTE_PROJECT, "", "");
	else if (!about.article)
		app_complain(app, _("what this note was about is gone; undo brings it back"));
	else if (reader_go_to(app, about.article, about.range.start_cp, &f))
		app_say_fault(app, &f);
	else
		reader_resume_note(app, item->id, about.range);
	about_release(&about);
}

static void act(struct app *app, struct picker *picker, const char *action,
		const struct picker_item *item, void *data)
{
	struct fault f = FAULT_NONE;
	(void)action;
	(void)data;
	if (store_draft_set(app->project.store, app->options->coder, item->id, "", &f))
		app_say_fault(app, &f);
	else
		app_say(app, _("thrown away: %s"), item->label);
	app_reload(app);
	picker_reload(app, picker);
}

void command_drafts(struct app *app, const char *argument)
{
	static const struct picker_ops ops = {
		.choose = choose, .actions = "delete", .act = act, .load = load};
	(void)argument;
	if (drafts_pending(app) == 0)
		app_say(app, _("there are no unfinished notes"));
	else
		view_push(app, picker_new(app, _("Unfinished notes"), NULL, &ops, NULL));
}
