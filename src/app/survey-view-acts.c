/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done in the view of a survey: it is opened, a list chosen and narrowed, a row opened. */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/comparison.h"
#include "app/i18n.h"
#include "app/library.h"
#include "app/prompt.h"
#include "app/reader.h"
#include "app/survey-view-internal.h"

/* Opens the marked articles in the place of the panes; false where that is not done. */
static bool open_marked(struct app *app)
{
	struct fault f = FAULT_NONE;
	size_t n;
	char **ids = library_chosen(app->library, &n);
	bool opened = !reader_open(app, ids, n, &f);
	if (opened)
		library_unmark(app->library);
	else
		app_say_fault(app, &f);
	for (size_t i = 0; i < n; i++)
		free(ids[i]);
	free(ids);
	return opened;
}

/* Says what to do where there is nothing to compare. */
static void say_alone(struct app *app)
{
	const char *title = NULL;
	size_t n_left_out = comparison_left_out(app, &title);
	if (reader_count(app->reader) == 0)
		app_say(app, _("mark two articles or more with Space, then ! compares them"));
	else if (n_left_out > 0 && title)
		app_say(app, _("too long to be compared: %s"), title);
	else
		app_say(app, _("one article is open: o lists all, and a opens another beside it"));
}

void command_compare(struct app *app, const char *argument)
{
	(void)argument;
	bool library = app->top == library_view(app->library);
	/* The key that brought it takes it away again. */
	if (survey_view_on_top(app))
		view_pop(app);
	else if (library && library_marked(app->library) == 1)
		app_say(app, _("mark another article with Space, then ! compares them"));
	else if (library && library_marked(app->library) > 1 && !open_marked(app))
		return;
	else if (comparison_want(app, true) == COMPARISON_ALONE)
		say_alone(app);
	else
		survey_view_show(app);
}

/* A pair goes with its lists; to be among all articles again is to leave it. */
void survey_view_choose_list(struct survey_view *view, struct app *app, enum survey_list list)
{
	survey_view_show_list(view, app, list,
			      list == SURVEY_OF_ARTICLES ? SURVEY_WHOLE : view->sieve.scope);
}

void command_show_list(struct app *app, const char *argument)
{
	unsigned long n = strtoul(argument, NULL, 10);
	if (n >= 1 && n <= N_SURVEY_LISTS)
		survey_view_choose_list(app->survey, app, (enum survey_list)(n - 1));
	else
		app_complain(app, _("there are lists 1 to %d"), N_SURVEY_LISTS);
}

void command_next_list(struct app *app, const char *argument)
{
	(void)argument;
	survey_view_choose_list(app->survey, app, (app->survey->shown + 1) % N_SURVEY_LISTS);
}

void command_previous_list(struct app *app, const char *argument)
{
	(void)argument;
	survey_view_choose_list(app->survey, app,
				(app->survey->shown + N_SURVEY_LISTS - 1) % N_SURVEY_LISTS);
}

/* What two articles share; of an article with itself, what no match was found for. */
static void open_pair(struct survey_view *view, struct app *app)
{
	struct survey_scope pair = survey_view_pair(view);
	survey_view_show_list(view, app, pair.a == pair.b ? SURVEY_OF_ALONE : SURVEY_OF_LINKS, pair);
}

/* In the table of figures the column is the article to go to. */
static void open_item(struct survey_view *view, struct app *app, const struct survey *survey)
{
	struct unit_ref places[COMPARE_TEXTS];
	struct fault f = FAULT_NONE;
	size_t first = view->shown == SURVEY_OF_FIGURES ? view->columns.cursor : SIZE_MAX;
	size_t item = survey_view_item(view);
	if (item == SIZE_MAX)
		return;
	size_t n = survey_places(survey, view->shown, item, first, places);
	if (comparison_show(app, places, n, &f)) {
		app_say_fault(app, &f);
		return;
	}
	view->waits = true;
	app_say(app, _("Esc or ! goes back to the survey"));
}

void command_open_match(struct app *app, const char *argument)
{
	struct survey_view *view = app->survey;
	(void)argument;
	if (!survey_view_refresh(view, app))
		return;
	if (view->shown == SURVEY_OF_ARTICLES)
		open_pair(view, app);
	else
		open_item(view, app, comparison_survey(app));
}

static bool accept_filter(struct app *app, const char *text, void *data)
{
	(void)data;
	survey_view_narrow(app->survey, app, text);
	return true;
}

static void filter_changed(struct app *app, const char *text, void *data)
{
	(void)data;
	survey_view_narrow(app->survey, app, text);
}

static void filter_cancelled(struct app *app, void *data)
{
	(void)data;
	survey_view_narrow(app->survey, app, "");
}

void command_filter_matches(struct app *app, const char *argument)
{
	static const struct prompt_ops ops = {
		.accept = accept_filter, .cancel = filter_cancelled, .changed = filter_changed};
	if (app->survey->shown == SURVEY_OF_ARTICLES)
		survey_view_choose_list(app->survey, app, SURVEY_OF_LINKS);
	if (*argument)
		survey_view_narrow(app->survey, app, argument);
	else
		view_push(app,
			  prompt_new(app, _("Passages with:"), app->survey->needle, &ops, NULL));
}
