/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/survey-view.h"

#include <stdlib.h>
#include <string.h>

#include "app/comparison.h"
#include "app/i18n.h"
#include "app/survey-view-internal.h"
#include "base/xalloc.h"

/*
 * Looking for words in passages takes some ten microseconds each: so many at once, the others in
 * idle time. Without words all are looked at in a millisecond.
 */
enum { LOOK_NOW = 256, LOOK_IDLE = 16 };

static const struct view_ops survey_ops;

static struct survey_view *survey_of(struct view *view)
{
	return (struct survey_view *)view;
}

struct survey_view *survey_view_on_top(const struct app *app)
{
	return app->top->ops == &survey_ops ? app->survey : NULL;
}

size_t survey_view_item(const struct survey_view *view)
{
	const struct list *list = &view->lists[view->shown];
	const struct survey_rows *rows = &view->rows[view->shown];
	return list->cursor < rows->n ? rows->items[list->cursor] : SIZE_MAX;
}

struct survey_scope survey_view_pair(const struct survey_view *view)
{
	return (struct survey_scope){.a = view->lists[SURVEY_OF_ARTICLES].cursor,
				     .b = view->columns.cursor};
}

static char *words_of(const void *texts, struct unit_ref at, struct cp_range part)
{
	const struct app *app = texts;
	return part.start_cp < part.end_cp ? comparison_words(app, at.text, part)
					   : comparison_unit_words(app, at);
}

struct survey_source survey_view_source(const struct app *app, const struct survey *survey)
{
	return (struct survey_source){.survey = survey, .words = words_of, .texts = app};
}

/* The survey of what the panes show; NULL while it is being made. */
static const struct survey *survey_now(struct app *app)
{
	return comparison_want(app, true) == COMPARISON_READY ? comparison_survey(app) : NULL;
}

/* Looks at more of the list that is shown; true when all of it was looked at. */
static bool look(struct survey_view *view, struct app *app, const struct survey *survey, size_t max)
{
	struct survey_source source = survey_view_source(app, survey);
	struct survey_rows *rows = &view->rows[view->shown];
	bool done = survey_rows_go_on(rows, &source, view->shown, &view->sieve, max);
	list_set(&view->lists[view->shown], rows->n);
	return done;
}

static bool slice(struct app *app, void *data)
{
	struct survey_view *view = data;
	const struct survey *survey = view->made ? survey_now(app) : NULL;
	bool done = !survey || comparison_serial(app) != view->serial ||
		    look(view, app, survey, LOOK_IDLE);
	view->working = !done;
	app->wants_frame |= done && survey_view_on_top(app);
	return !done;
}

static void look_on(struct survey_view *view, struct app *app, const struct survey *survey)
{
	struct job job = {.slice = slice, .data = view};
	size_t max = view->sieve.needles.n > 0 ? LOOK_NOW : SIZE_MAX;
	if (view->rows[view->shown].next > 0 && view->working)
		return;
	if (look(view, app, survey, max) || view->working)
		return;
	view->working = true;
	job_add(&app->jobs, &job);
}

static void restart(struct survey_view *view)
{
	for (size_t i = 0; i < N_SURVEY_LISTS; i++)
		survey_rows_restart(&view->rows[i]);
}

/* Another set: its texts have other numbers. */
static void forget(struct survey_view *view, size_t serial)
{
	view->serial = serial;
	view->made = false;
	view->sieve.scope = SURVEY_WHOLE;
	restart(view);
}

static void take(struct survey_view *view, const struct survey *survey)
{
	view->made = true;
	survey_reach_make(&view->reach, survey);
	survey_count_alone(survey, view->n_alone);
	free(view->best);
	view->sieve.best = view->best = survey_best_links(survey, &view->n_best);
	/* The first pair, not an article with itself. */
	if (view->columns.n == 0)
		view->columns.cursor = 1;
	list_set(&view->columns, survey->n_texts);
	restart(view);
}

bool survey_view_refresh(struct survey_view *view, struct app *app)
{
	const struct survey *survey = survey_now(app);
	size_t serial = comparison_serial(app);
	if (serial != view->serial)
		forget(view, serial);
	if (!survey)
		return false;
	if (!view->made)
		take(view, survey);
	look_on(view, app, survey);
	return true;
}

/* The cursor stays on its item, where that is still shown. */
static void go_to_item(struct survey_view *view, size_t item)
{
	const struct survey_rows *rows = &view->rows[view->shown];
	for (size_t i = 0; i < rows->n; i++)
		if (rows->items[i] == item)
			view->lists[view->shown].cursor = i;
}

void survey_view_show_list(struct survey_view *view, struct app *app, enum survey_list list,
			   struct survey_scope scope)
{
	const struct survey_scope *was = &view->sieve.scope;
	view->shown = list;
	if (was->a != scope.a || was->b != scope.b) {
		view->sieve.scope = scope;
		restart(view);
		view->lists[list].cursor = view->lists[list].top = 0;
	}
	survey_view_refresh(view, app);
}

void survey_view_narrow(struct survey_view *view, struct app *app, const char *needle)
{
	size_t item = survey_view_item(view);
	xstrset(&view->needle, needle);
	needles_release(&view->sieve.needles);
	needles_init(&view->sieve.needles, view->needle);
	restart(view);
	if (survey_view_refresh(view, app))
		go_to_item(view, item);
}

static struct survey_view *survey_view_new(void)
{
	struct survey_view *view = xcalloc(1, sizeof *view);
	view->view.ops = &survey_ops;
	view->needle = xstrdup("");
	view->sieve.scope = SURVEY_WHOLE;
	return view;
}

void survey_view_free(struct app *app)
{
	struct survey_view *view = app->survey;
	if (!view)
		return;
	job_cancel(&app->jobs, view);
	for (size_t i = 0; i < N_SURVEY_LISTS; i++)
		survey_rows_release(&view->rows[i]);
	needles_release(&view->sieve.needles);
	survey_reach_release(&view->reach);
	free(view->best);
	free(view->needle);
	str_release(&view->status);
	free(view);
	app->survey = NULL;
}

void survey_view_show(struct app *app)
{
	if (!app->survey)
		app->survey = survey_view_new();
	while (view_is_on_stack(app, &survey_ops) && app->top != &app->survey->view)
		view_pop(app);
	if (app->top != &app->survey->view)
		view_push(app, &app->survey->view);
	app->survey->waits = false;
	survey_view_refresh(app->survey, app);
}

bool survey_view_waits(const struct app *app)
{
	return app->survey && app->survey->waits;
}

static struct list *survey_list(struct view *base)
{
	struct survey_view *view = survey_of(base);
	return &view->lists[view->shown];
}

static struct list *survey_columns(struct view *view)
{
	return &survey_of(view)->columns;
}

static bool is_narrowed(const struct survey_view *view)
{
	return view->sieve.scope.a != SIZE_MAX;
}

/* Esc shows all of the list again, then the articles that it was of, then leaves. */
static void survey_back(struct view *base, struct app *app)
{
	struct survey_view *view = survey_of(base);
	if (*view->needle)
		survey_view_narrow(view, app, "");
	else if (is_narrowed(view))
		survey_view_show_list(view, app, SURVEY_OF_ARTICLES, SURVEY_WHOLE);
	else
		view_pop(app);
}

static bool survey_offers(struct view *base, struct app *app, const char *command)
{
	const struct survey_view *view = survey_of(base);
	(void)app;
	if (strcmp(command, "compare") == 0)
		return false;
	if (strcmp(command, "open-match") == 0)
		return view->made && view->lists[view->shown].n > 0;
	if (strcmp(command, "filter-matches") == 0)
		return view->made && view->shown != SURVEY_OF_ARTICLES;
	return true;
}

static const char *survey_label(struct view *base, struct app *app, const char *command)
{
	(void)app;
	/* TRANSLATORS: of two articles: what Enter lists */
	return strcmp(command, "open-match") == 0 && survey_of(base)->shown == SURVEY_OF_ARTICLES
		       ? _("passages")
		       : NULL;
}

/* A survey has the first of very many. */
static void say_kept(struct str *out, const struct survey *survey, enum survey_list list)
{
	size_t kept = survey ? survey_items(survey, list) : 0;
	if (survey && kept < survey_all_items(survey, list))
		/* TRANSLATORS: of a list so long that only its beginning is there */
		str_appendf(out, _(" · the first %zu of %zu"), kept,
			    survey_all_items(survey, list));
}

/* Where the cursor is, of how many; what is shown where that is not all. */
static const char *survey_status(struct view *base, struct app *app)
{
	struct survey_view *view = survey_of(base);
	const struct list *list = &view->lists[view->shown];
	struct str *out = &view->status;
	str_clear(out);
	if (!view->made)
		return "";
	if (is_narrowed(view) && view->sieve.scope.a != view->sieve.scope.b)
		/* TRANSLATORS: a list is of two articles alone, by their numbers */
		str_appendf(out, _("articles %zu and %zu"), view->sieve.scope.a + 1,
			    view->sieve.scope.b + 1);
	else if (is_narrowed(view))
		/* TRANSLATORS: a list is of one article alone, by its number */
		str_appendf(out, _("article %zu"), view->sieve.scope.a + 1);
	if (view->shown == SURVEY_OF_ARTICLES)
		return str_cstr(out);
	str_appendf(out, "%s%zu/%zu", out->len > 0 ? " · " : "",
		    list->n > 0 ? list->cursor + 1 : 0, list->n);
	say_kept(out, survey_now(app), view->shown);
	return str_cstr(out);
}

/* Panes may have come or gone. */
static void survey_reload(struct view *view, struct app *app)
{
	survey_view_refresh(survey_of(view), app);
}

static bool is_in(const struct area *area, const struct event *event)
{
	return event->mouse.row >= area->row && event->mouse.row < area->row + area->n_rows &&
	       event->mouse.col >= area->col && event->mouse.col < area->col + area->n_cols;
}

/* The cursor goes where the click was; a double click opens. */
static void press_row(struct survey_view *view, struct app *app, const struct event *event)
{
	struct list *list = &view->lists[view->shown];
	size_t row = list->top + event->mouse.row - view->shape.rows.row;
	size_t column = survey_column_at(view, event->mouse.col);
	if (row >= list->n)
		return;
	list->cursor = row;
	if (column < view->columns.n)
		view->columns.cursor = column;
	if (event->mouse.clicks == 2)
		app_run(app, "open-match", "");
}

static void press(struct survey_view *view, struct app *app, const struct event *event)
{
	for (size_t i = 0; i < N_SURVEY_LISTS; i++)
		if (is_in(&view->shape.tabs[i], event)) {
			survey_view_choose_list(view, app, i);
			return;
		}
	if (view->made && is_in(&view->shape.rows, event))
		press_row(view, app, event);
}

static void survey_mouse(struct view *base, struct app *app, const struct event *event)
{
	struct survey_view *view = survey_of(base);
	if (event->mouse.kind == MOUSE_WHEEL_DOWN)
		list_move(&view->lists[view->shown], LIST_SCROLL_NEXT);
	else if (event->mouse.kind == MOUSE_WHEEL_UP)
		list_move(&view->lists[view->shown], LIST_SCROLL_PREVIOUS);
	else if (event->mouse.kind == MOUSE_PRESS)
		press(view, app, event);
}

/* survey_view_free() does it: the app keeps the view. */
static void survey_ops_free(struct view *view)
{
	(void)view;
}

static const struct view_ops survey_ops = {
	.section = SECTION_SURVEY,
	.covers = true,
	.draw = survey_view_draw,
	.list = survey_list,
	.columns = survey_columns,
	.back = survey_back,
	.offers = survey_offers,
	.label = survey_label,
	.reload = survey_reload,
	.mouse = survey_mouse,
	.status = survey_status,
	.free = survey_ops_free,
};
