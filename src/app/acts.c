/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands on the project as a whole: undo, redo, its history, and what it gives out. */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/drafts.h"
#include "app/export.h"
#include "app/i18n.h"
#include "app/library.h"
#include "app/path.h"
#include "app/prompt.h"
#include "app/state.h"
#include "base/file.h"
#include "base/xalloc.h"

/* Loads all again; an article that came back gets the library's cursor. */
static void reload_to_returned(struct app *app)
{
	const struct article_list *list = library_articles(app->library);
	size_t n_before = list->n, i = 0;
	char(*before)[ID_SIZE] = xcalloc(n_before + 1, sizeof *before);
	for (size_t k = 0; k < n_before; k++)
		memcpy(before[k], list->items[k].id, ID_SIZE);
	app_reload(app);
	/* Both lists are in the order of their numbers. */
	while (i < n_before && i < list->n && strcmp(before[i], list->items[i].id) == 0)
		i++;
	if (list->n > n_before)
		library_go_to(app->library, list->items[i].id);
	free(before);
}

void command_undo(struct app *app, const char *argument)
{
	(void)argument;
	struct fault f = FAULT_NONE;
	char *words = NULL;
	if (project_undo(&app->project, &words, &f))
		app_say_fault(app, &f);
	else
		app_say(app, _("undone: %s"), words);
	free(words);
	reload_to_returned(app);
}

void command_redo(struct app *app, const char *argument)
{
	(void)argument;
	struct fault f = FAULT_NONE;
	char *words = NULL;
	if (project_redo(&app->project, &words, &f))
		app_say_fault(app, &f);
	else
		app_say(app, _("done again: %s"), words);
	free(words);
	reload_to_returned(app);
}

/* Where the last export went, which the next one replaces, or a new file; the caller's. */
static char *proposed_path(struct app *app)
{
	char *path = NULL;
	if (app->project.store &&
	    !store_setting_get(app->project.store, "export-path", &path, NULL) && path[0])
		return path;
	free(path);
	return path_unused("annotations", "csv");
}

/* The file that the last export wrote, its path resolved; the caller's. */
static char *exported_file(struct app *app)
{
	char *path = NULL;
	if (app->project.store &&
	    !store_setting_get(app->project.store, "export-file", &path, NULL))
		return path;
	free(path);
	return xstrdup("");
}

/* Only for the next time: not worth a word when it cannot be kept. */
static void remember_export(struct app *app, const char *path)
{
	char *file = file_target(path);
	struct fault f = FAULT_NONE;
	enum status status = store_setting_set(app->project.store, "export-path", path, &f);
	if (!status)
		status = store_setting_set(app->project.store, "export-file", file, &f);
	if (status)
		fault_release(&f);
	free(file);
}

/* What is not in the table although it was typed. */
static void say_exported(struct app *app, const char *path)
{
	size_t n = drafts_pending(app);
	if (n > 0)
		app_say(app,
			/* TRANSLATORS: leave ":drafts" as it is: it is typed */
			ngettext("wrote %s, without %zu unfinished note (:drafts)",
				 "wrote %s, without %zu unfinished notes (:drafts)", n),
			path, n);
	else
		app_say(app, _("wrote %s"), path);
}

static bool export_to(struct app *app, const char *path)
{
	static const struct export_request request = {.format = EXPORT_CSV,
						      .table = CSV_annotations,
						      .csv = {.delimiter = ','}};
	struct fault f = FAULT_NONE;
	if (project_export(&app->project, &request, path, &f)) {
		app_say_fault(app, &f);
		return false;
	}
	say_exported(app, path);
	remember_export(app, path);
	return true;
}

/*
 * Whether a file is there that no export of this project made; what is refused anyway is not asked.
 */
static bool is_foreign_file(struct app *app, const char *path)
{
	struct stat st;
	if (!app->project.store || stat(path, &st) != 0 || !S_ISREG(st.st_mode) ||
	    store_check_target(app->project.store, path, NULL))
		return false;
	char *file = file_target(path), *ours = exported_file(app);
	bool foreign = strcmp(file, ours) != 0;
	free(ours);
	free(file);
	return foreign;
}

static void ask_for_path(struct app *app, const char *path);

/* Anything but yes leads back to the path. */
static bool replace_accept(struct app *app, const char *typed, void *data)
{
	const char *path = data;
	/* TRANSLATORS: yes, as one letter; the English one works as well */
	bool yes = strcmp(typed, "y") == 0 || strcmp(typed, _("y")) == 0;
	if (!yes || !export_to(app, path))
		ask_for_path(app, path);
	return true;
}

static void ask_to_replace(struct app *app, const char *path)
{
	static const struct prompt_ops ops = {.accept = replace_accept, .free_data = free};
	view_push(app, prompt_new(app, _("A file is there. Replace it (y)?"), "", &ops,
				  xstrdup(path)));
	app_say(app, _("%s was not written by this project's last export"), path);
}

static bool export_accept(struct app *app, const char *typed, void *data)
{
	(void)data;
	char *path = path_typed(typed);
	bool done = true;
	/* "-" is for subcommands: the interface's standard output is the screen. */
	if (!path[0] || strcmp(path, "-") == 0) {
		app_complain(app, _("nothing was written: give a path"));
		done = false;
	} else if (is_foreign_file(app, path)) {
		ask_to_replace(app, path);
	} else {
		done = export_to(app, path);
	}
	free(path);
	return done;
}

static void ask_for_path(struct app *app, const char *path)
{
	static const struct prompt_ops ops = {.accept = export_accept, .paths = true};
	view_push(app, prompt_new(app, _("Write annotations as CSV to:"), path, &ops, NULL));
}

void command_export(struct app *app, const char *argument)
{
	if (argument[0]) {
		(void)export_accept(app, argument, NULL);
		return;
	}
	char *path = proposed_path(app);
	ask_for_path(app, path);
	free(path);
}
