/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The commands on articles: opened, added, removed, found. Changing their fields is in
 * article-form.c.
 */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/editor.h"
#include "app/i18n.h"
#include "app/library.h"
#include "app/path.h"
#include "app/picker.h"
#include "app/prompt.h"
#include "app/reader.h"
#include "app/review.h"
#include "app/state.h"
#include "app/words.h"
#include "base/xalloc.h"

static void free_ids(char **ids, size_t n)
{
	for (size_t i = 0; i < n; i++)
		free(ids[i]);
	free(ids);
}

static void say_opened(struct app *app, size_t n, size_t n_before)
{
	library_unmark(app->library);
	if (n_before > 0)
		app_say(app,
			/* TRANSLATORS: both are numbers: opened now, and open until now. */
			ngettext("opened %zu article, in the place of %zu",
				 "opened %zu articles, in the place of %zu", n),
			n, n_before);
	else
		app_say(app, ngettext("opened %zu article", "opened %zu articles", n), n);
}

static void say_added(struct app *app, size_t n, size_t n_before)
{
	library_unmark(app->library);
	/* TRANSLATORS: both are numbers: opened now, and open in all. */
	app_say(app,
		ngettext("opened %zu article beside the others: %zu panes",
			 "opened %zu articles beside the others: %zu panes", n),
		n, n_before + n);
}

void command_open(struct app *app, const char *argument)
{
	(void)argument;
	size_t n, n_before = reader_count(app->reader);
	struct fault f = FAULT_NONE;
	char **ids = library_chosen(app->library, &n);
	if (n == 0)
		app_say(app, _("there is no article to open; i adds one from a file"));
	else if (reader_open(app, ids, n, &f))
		app_say_fault(app, &f);
	else
		say_opened(app, n, n_before);
	free_ids(ids, n);
}

void command_open_beside(struct app *app, const char *argument)
{
	(void)argument;
	size_t n, n_before = reader_count(app->reader), n_added;
	struct fault f = FAULT_NONE;
	char **ids = library_chosen(app->library, &n);
	if (n == 0)
		app_say(app, _("there is no article to open; i adds one from a file"));
	else if (reader_add(app, ids, n, &n_added, &f))
		app_say_fault(app, &f);
	else if (n_added == 0)
		app_say(app, _("this is open already"));
	else
		say_added(app, n_added, n_before);
	free_ids(ids, n);
}

/* Adds what was read, and puts the library's cursor on it; false where the project refused it. */
static bool add(struct app *app, struct imported *imported)
{
	struct fault f = FAULT_NONE;
	struct article article = {.number = 0};
	static const struct import_as as = {.version_of = NULL};
	struct import_outcome outcome;
	if (project_import_as(&app->project, imported, NULL, &as, &article, &outcome, &f)) {
		app_say_fault(app, &f);
		return false;
	}
	app_reload(app);
	library_go_to(app->library, article.id);
	if (outcome.existing)
		app_say(app, _("this text is there already: %s"), article.title);
	else if (outcome.base_number)
		review_tell(app, &article, &outcome);
	else
		app_say(app, _("added: %s"), article.title);
	article_release(&article);
	return true;
}

static bool import_file(struct app *app, const char *path)
{
	static const struct import_options options = {.lossy = false};
	struct imported imported = {.text = NULL};
	struct fault f = FAULT_NONE;
	bool added = false;
	/* "-" would be standard input: here, the keyboard. */
	if (import_path(strcmp(path, "-") == 0 ? "./-" : path, &options, &imported, &f))
		app_say_fault(app, &f);
	else
		added = add(app, &imported);
	imported_release(&imported);
	return added;
}

/* Inside of a group; `last` becomes the article's id, and `carried` counts on. */
static enum status import_one_of(struct project *project, const char *path, char last[ID_SIZE],
				 struct import_outcome *carried, struct fault *f)
{
	static const struct import_as as = {.version_of = NULL};
	static const struct import_options options = {.lossy = false};
	struct imported imported = {.text = NULL};
	struct article article = {.number = 0};
	struct import_outcome outcome = {.existing = false};
	enum status status = import_path(path, &options, &imported, f);
	if (!status)
		status = project_import_as(project, &imported, NULL, &as, &article, &outcome, f);
	carried->n_moved += outcome.n_moved;
	carried->n_orphans += outcome.n_orphans;
	if (!status)
		memcpy(last, article.id, ID_SIZE);
	imported_release(&imported);
	article_release(&article);
	return status;
}

/* All of them, in one act, or none. */
static enum status import_all(struct project *project, char *const *paths, size_t n,
			      char last[ID_SIZE], struct import_outcome *carried, struct fault *f)
{
	enum status status = project_group_begin(project, ACT_IMPORT_FILES, NULL, n, f);
	if (status)
		return status;
	for (size_t i = 0; i < n && !status; i++)
		status = import_one_of(project, paths[i], last, carried, f);
	if (!status)
		return project_group_end(project, f);
	project_group_drop(project);
	return status;
}

static bool import_files(struct app *app, char *const *paths, size_t n)
{
	char last[ID_SIZE] = "";
	struct fault f = FAULT_NONE;
	struct import_outcome carried = {.existing = false};
	if (import_all(&app->project, paths, n, last, &carried, &f)) {
		app_say_fault(app, &f);
		return false;
	}
	app_reload(app);
	library_go_to(app->library, last);
	if (carried.n_moved + carried.n_orphans > 0)
		app_say(app, _("added: %zu; highlights: moved %zu, without a place %zu; :review "
			       "shows them"), n, carried.n_moved, carried.n_orphans);
	else
		app_say(app, ngettext("added: %zu file", "added: %zu files", n), n);
	return true;
}

static bool import_typed(struct app *app, const char *typed, void *data)
{
	(void)data;
	if (typed[0] == '\0')
		return true;
	size_t n;
	char **paths = path_list(typed, &n);
	bool done = n == 1 ? import_file(app, paths[0]) : import_files(app, paths, n);
	path_list_free(paths, n);
	return done;
}

void command_import(struct app *app, const char *argument)
{
	static const struct prompt_ops ops = {.accept = import_typed, .paths = true};
	if (argument[0])
		(void)import_typed(app, argument, NULL);
	else
		view_push(app, prompt_new(app, _("Add the article in the file:"), "", &ops, NULL));
}

static bool add_pasted(struct app *app, const char *text, void *data)
{
	static const struct import_options options = {.lossy = false};
	struct imported imported = {.text = NULL};
	struct fault f = FAULT_NONE;
	bool added = false;
	(void)data;
	if (import_bytes(text, strlen(text), "-", &options, &imported, &f))
		app_say_fault(app, &f);
	else
		added = add(app, &imported);
	imported_release(&imported);
	return added;
}

void command_paste(struct app *app, const char *argument)
{
	static const struct editor_ops ops = {.accept = add_pasted};
	(void)argument;
	view_push(app,
		  editor_new(app, _("Paste or type an article"), "", "pasted-article", &ops, NULL));
}

/* Removes them in one act; `*n_highlights` went with them. */
static enum status remove_all(struct project *project, char *const *ids, size_t n,
			      size_t *n_highlights, struct fault *f)
{
	*n_highlights = 0;
	enum status status = project_group_begin(project, ACT_REMOVE_ARTICLES, NULL, n, f);
	if (status)
		return status;
	for (size_t i = 0; i < n && !status; i++) {
		size_t n_gone = 0;
		status = project_remove(project, ids[i], &n_gone, f);
		*n_highlights += n_gone;
	}
	if (!status)
		return project_group_end(project, f);
	project_group_drop(project);
	return status;
}

/* One article's removal is its own act, with its title in the history; several are one act. */
static enum status remove_chosen(struct project *project, char *const *ids, size_t n,
				 size_t *n_highlights, struct fault *f)
{
	return n == 1 ? project_remove(project, ids[0], n_highlights, f)
		      : remove_all(project, ids, n, n_highlights, f);
}

void command_remove(struct app *app, const char *argument)
{
	(void)argument;
	size_t n, n_highlights = 0;
	struct fault f = FAULT_NONE;
	char **ids = library_chosen(app->library, &n);
	if (n == 0)
		app_say(app, _("there is no article to remove"));
	else if (remove_chosen(&app->project, ids, n, &n_highlights, &f))
		app_say_fault(app, &f);
	else
		/* TRANSLATORS: both are numbers; u is the key. */
		app_say(app, _("removed articles: %zu, their highlights: %zu; u brings them back"),
			n, n_highlights);
	free_ids(ids, n);
	app_reload(app);
}

static void articles_load(struct app *app, struct picker *picker, void *data)
{
	(void)data;
	const struct article_list *list = library_articles(app->library);
	for (size_t i = 0; i < list->n; i++) {
		const struct article *article = &list->items[i];
		picker_add(picker, &(struct picker_item){
					   .label = xstrdup(article->title),
					   .detail = words_format("%s  %s", article->outlet,
								  article->published_at),
					   .synonyms = xstrdup(article->author),
					   .symbol = xasprintf("%lld", (long long)article->number),
					   .symbol_style = {.fg = -1, .bg = -1, .attrs = 0},
					   .id = xstrdup(article->id),
				   });
	}
}

static void articles_choose(struct app *app, const struct picker_item *item, void *data)
{
	(void)data;
	library_go_to(app->library, item->id);
}

void command_go_to_article(struct app *app, const char *argument)
{
	static const struct picker_ops ops = {.choose = articles_choose, .load = articles_load};
	(void)argument;
	view_push(app, picker_new(app, _("Go to an article"), NULL, &ops, NULL));
}
