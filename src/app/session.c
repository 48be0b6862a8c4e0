/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands on the session itself: its end, its terminal, and the change to the demo. */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/demo.h"
#include "app/home.h"
#include "app/i18n.h"
#include "app/library.h"
#include "app/path.h"
#include "app/prompt.h"
#include "app/reader.h"
#include "app/state.h"
#include "app/survey-view.h"
#include "base/xalloc.h"

/*
 * Enter alone keeps the demo: to throw work away takes an answer of its own, and an empty line is none.
 */
static bool keep_demo(struct app *app, const char *typed, void *data)
{
	(void)data;
	struct fault f = FAULT_NONE;
	char *path = path_typed(typed);
	/* TRANSLATORS: the letter that throws the demo away; the English one works as well */
	bool thrown_away = strcmp(path, "d") == 0 || strcmp(path, _("d")) == 0;
	if (!path[0])
		app_complain(app, _("a path keeps the demo, d throws it away, Esc goes back to it"));
	else if (!thrown_away && project_keep_demo(&app->project, path, &f))
		app_say_fault(app, &f);
	else
		app->done = true;
	free(path);
	return app->done;
}

static void ask_to_keep_demo(struct app *app)
{
	static const struct prompt_ops ops = {.accept = keep_demo, .paths = true};
	char *stem = home_expand("~/demo"), *path = path_unused(stem, "hashiya");
	char *shown = xasprintf("~%s", strrchr(path, '/'));
	view_push(app,
		  prompt_new(app, _("Keep the demo as (d: throw it away):"), shown, &ops, NULL));
	free(shown);
	free(path);
	free(stem);
}

/* A demo that nothing was done in is worth no question. */
static bool demo_was_changed(const struct app *app)
{
	return app->project.demo_dir && app->project.store &&
	       store_changes(app->project.store) != app->first_changes;
}

void command_quit(struct app *app, const char *argument)
{
	(void)argument;
	if (demo_was_changed(app))
		ask_to_keep_demo(app);
	else
		app->done = true;
}

void session_hang_up(struct app *app)
{
	if (demo_was_changed(app))
		demo_leave(&app->project);
	app->done = true;
}

void command_suspend(struct app *app, const char *argument)
{
	(void)argument;
	app->request = REQUEST_SUSPEND;
}

void command_redraw(struct app *app, const char *argument)
{
	(void)argument;
	app->request = REQUEST_REDRAW;
}

void command_toggle_mouse(struct app *app, const char *argument)
{
	(void)argument;
	app->mouse = !app->mouse;
	app->request = REQUEST_MOUSE;
	if (app->mouse)
		app_say(app, _("hashiya has the mouse"));
	else
		app_say(app, _("the terminal has the mouse; for right-to-left text, copy with y"));
}

/* Leaves the project and opens a throw-away one with the bundled articles. */
void command_demo(struct app *app, const char *argument)
{
	(void)argument;
	struct fault f = FAULT_NONE;
	struct project demo = {.options = &app->demo_options};
	app->demo_options = app->own;
	app->demo_options.demo = true;
	if (project_open(&demo, &app->demo_options, false, &f)) {
		app_say_fault(app, &f);
		return;
	}
	view_base(app, library_view(app->library));
	survey_view_free(app);
	if (app->reader) {
		reader_save(app);
		reader_free(app);
		mark_filter_release(&app->filter);
	}
	project_close(&app->project);
	app->project = demo;
	app->options = &app->demo_options;
	app->first_changes = store_changes(demo.store);
	library_unmark(app->library);
	app_reload(app);
}
