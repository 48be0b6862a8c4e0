/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of an article's fields. */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/form.h"
#include "app/i18n.h"
#include "app/library.h"
#include "app/reader.h"
#include "app/state.h"
#include "base/xalloc.h"
#include "model/dir.h"
#include "model/fields.h"

enum place {
	LINE_TITLE, LINE_OUTLET, LINE_AUTHOR, LINE_DATE, LINE_URL, LINE_LANG, LINE_DIR,
	N_LINES
};

/* As the option --dir of `edit` takes them; nothing is auto. */
static bool parse_dir(const char *text, enum text_dir *out)
{
	*out = DIR_AUTO;
	return !text[0] || dir_parse(text, out);
}

/* The row with what was typed, all borrowed from it and from `old`. */
static struct article edited(const struct article *old, char *const *texts, enum text_dir dir)
{
	struct article article = *old;
	article.title = texts[LINE_TITLE];
	article.outlet = texts[LINE_OUTLET];
	article.author = texts[LINE_AUTHOR];
	article.published_at = texts[LINE_DATE];
	article.url = texts[LINE_URL];
	article.lang = texts[LINE_LANG];
	article.dir = dir;
	return article;
}

/* Says what is wrong with what was typed, at its line; false where something is. */
static bool check(struct app *app, char *const *texts, enum text_dir *dir)
{
	static const enum place lines[] = {
		[FIELD_DATE] = LINE_DATE, [FIELD_URL] = LINE_URL, [FIELD_LANG] = LINE_LANG};
	const struct article typed = edited(&(struct article){.number = 0}, texts, DIR_AUTO);
	enum article_field bad;
	struct fault f = FAULT_NONE;
	if (fields_check(&typed, &bad, &f)) {
		app_say_fault(app, &f);
		form_go_to(view_top(app), lines[bad]);
		return false;
	}
	if (!parse_dir(texts[LINE_DIR], dir)) {
		app_complain(app, _("there is no direction %s: auto, ltr or rtl"), texts[LINE_DIR]);
		form_go_to(view_top(app), LINE_DIR);
		return false;
	}
	return true;
}

static bool save(struct app *app, char *const *texts, void *data)
{
	const char *id = data;
	struct article old = {.number = 0};
	struct fault f = FAULT_NONE;
	enum text_dir dir;
	if (!check(app, texts, &dir))
		return false;
	enum status status = project_article(&app->project, id, false, &old, &f);
	struct article article = edited(&old, texts, dir);
	if (!status)
		status = project_edit(&app->project, &article, &f);
	if (status)
		app_say_fault(app, &f);
	else
		app_say(app, _("saved: %s"), article.title);
	article_release(&old);
	if (!status)
		app_reload(app);
	return !status;
}

static void push_form(struct app *app, const struct article *article)
{
	static const struct form_ops ops = {.accept = save, .free_data = free};
	const struct form_line lines[N_LINES] = {
		[LINE_TITLE] = {_("Title"), NULL, article->title},
		[LINE_OUTLET] = {_("Outlet"), NULL, article->outlet},
		[LINE_AUTHOR] = {_("Author"), NULL, article->author},
		[LINE_DATE] = {_("Date"), "YYYY-MM-DD", article->published_at},
		[LINE_URL] = {_("Address"), "https://...", article->url},
		[LINE_LANG] = {_("Language"), "ar", article->lang},
		[LINE_DIR] = {_("Direction"), "auto, ltr, rtl", dir_name(article->dir)},
	};
	view_push(app, form_new(app, _("Fields of the article"), lines, N_LINES, &ops,
				xstrdup(article->id)));
}

/*
 * The id of the article that a person means: the one at the library's cursor, or in the pane that
 * has the focus; NULL.
 */
static const char *meant(struct app *app)
{
	if (app->reader && view_top(app) == reader_view(app->reader))
		return reader_focus(app->reader);
	const struct article *at = library_focus(app->library);
	return at ? at->id : NULL;
}

void command_edit(struct app *app, const char *argument)
{
	(void)argument;
	const char *id = meant(app);
	struct article article = {.number = 0};
	struct fault f = FAULT_NONE;
	if (!id) {
		app_say(app, _("there is no article of the project here"));
		return;
	}
	if (project_article(&app->project, id, false, &article, &f))
		app_say_fault(app, &f);
	else
		push_form(app, &article);
	article_release(&article);
}
