/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/timeline.h"

#include <stdlib.h>
#include <string.h>

#include "app/act.h"
#include "app/command.h"
#include "app/i18n.h"
#include "app/prompt.h"
#include "app/seen.h"
#include "app/timeline-internal.h"
#include "base/xalloc.h"
#include "text/line.h"

static const struct view_ops timeline_ops;

static struct timeline *timeline_of(struct view *view)
{
	return (struct timeline *)view;
}

/* A coder's undone acts that can be done again all come after those that stand. */
struct timeline_route timeline_route(const struct act_list *acts, const char *coder, int64_t seq)
{
	struct timeline_route back = {.way = ROUTE_UNDO}, forth = {.way = ROUTE_REDO};
	for (size_t i = 0; i < acts->n; i++) {
		const struct act *act = &acts->items[i];
		if (strcmp(act->coder, coder) != 0)
			continue;
		if (!act->undone && act->seq > seq) {
			back.n++;
			if (back.n == 1 || act->seq < back.seq)
				back.seq = act->seq;
		} else if (act->redoable && act->seq <= seq) {
			forth.n++;
			if (act->seq > forth.seq)
				forth.seq = act->seq;
		}
	}
	if (back.n > 0)
		return back;
	return forth.n > 0 ? forth : (struct timeline_route){.way = ROUTE_NONE};
}

const struct act *timeline_act(const struct timeline *timeline, size_t row)
{
	return row < timeline->n_shown ? &timeline->acts.items[timeline->shown[row]] : NULL;
}

static int64_t seq_at(const struct timeline *timeline, size_t row)
{
	const struct act *act = timeline_act(timeline, row);
	return act ? act->seq : TIMELINE_START;
}

struct timeline_route timeline_route_here(const struct timeline *timeline, const struct app *app)
{
	if (timeline->list.n == 0)
		return (struct timeline_route){.way = ROUTE_NONE};
	return timeline_route(&timeline->acts, app->options->coder,
			      seq_at(timeline, timeline->list.cursor));
}

static void make_filter(struct timeline *timeline)
{
	for (size_t i = timeline->filter.n; i < timeline->acts.n; i++) {
		const struct act *act = &timeline->acts.items[i];
		char *words = act_words(act);
		picker_filter_add(&timeline->filter, &(struct picker_item){.label = words,
									   .detail = act->coder,
									   .synonyms = act->at});
		free(words);
	}
}

/* Acts stay in the order of time. */
static void show_matches(struct timeline *timeline)
{
	make_filter(timeline);
	picker_filter_apply_in_order(&timeline->filter, timeline->needle);
	timeline->n_shown = timeline->filter.n_matches;
	if (timeline->n_shown > 0)
		memcpy(timeline->shown, timeline->filter.matches,
		       timeline->n_shown * sizeof *timeline->shown);
}

static void show_all(struct timeline *timeline)
{
	timeline->n_shown = timeline->acts.n;
	for (size_t i = 0; i < timeline->n_shown; i++)
		timeline->shown[i] = i;
}

static void apply_filter(struct timeline *timeline)
{
	timeline->shown = xrealloc(timeline->shown, timeline->acts.n + 1, sizeof *timeline->shown);
	if (*timeline->needle)
		show_matches(timeline);
	else
		show_all(timeline);
	list_set(&timeline->list, timeline->n_shown + (*timeline->needle ? 0 : 1));
}

/* The cursor goes to the act, or where it is not shown to the next one before it. */
static void go_to(struct timeline *timeline, int64_t seq)
{
	size_t row = 0;
	while (row + 1 < timeline->list.n && seq_at(timeline, row) > seq)
		row++;
	timeline->list.cursor = row;
}

/* The coder's latest act that stands. */
static int64_t standing(const struct timeline *timeline, const char *coder)
{
	for (size_t i = 0; i < timeline->acts.n; i++)
		if (!timeline->acts.items[i].undone &&
		    strcmp(timeline->acts.items[i].coder, coder) == 0)
			return timeline->acts.items[i].seq;
	return TIMELINE_START;
}

/* How much room the coders' names need, where they tell something. */
static void measure_coders(struct timeline *timeline)
{
	const struct act_list *acts = &timeline->acts;
	timeline->several = false;
	timeline->coder_columns = 0;
	for (size_t i = 0; i < acts->n; i++) {
		const char *coder = acts->items[i].coder;
		if (i > 0 && strcmp(coder, acts->items[i - 1].coder) == 0)
			continue;
		size_t columns = line_columns(coder, strlen(coder));
		timeline->several |= i > 0;
		if (columns > timeline->coder_columns)
			timeline->coder_columns = columns;
	}
}

static void load(struct timeline *timeline, struct app *app)
{
	struct fault f = FAULT_NONE;
	act_list_release(&timeline->acts);
	picker_filter_release(&timeline->filter);
	if (app->project.store && store_history(app->project.store, 0, &timeline->acts, &f))
		app_say_fault(app, &f);
	KEEP_SEEN(act, &app->project, &timeline->acts);
	measure_coders(timeline);
	apply_filter(timeline);
}

/* On what stood the cursor stays with what stands, elsewhere on its act. */
static void timeline_reload(struct view *view, struct app *app)
{
	struct timeline *timeline = timeline_of(view);
	const char *coder = app->options->coder;
	int64_t seq = seq_at(timeline, timeline->list.cursor);
	bool stood = seq == standing(timeline, coder);
	load(timeline, app);
	go_to(timeline, stood ? standing(timeline, coder) : seq);
}

static void narrow(struct timeline *timeline, const char *needle)
{
	int64_t seq = seq_at(timeline, timeline->list.cursor);
	char *copy = xstrdup(needle);
	free(timeline->needle);
	timeline->needle = copy;
	apply_filter(timeline);
	go_to(timeline, seq);
}

static struct view *timeline_new(struct app *app)
{
	struct timeline *timeline = xcalloc(1, sizeof *timeline);
	timeline->view.ops = &timeline_ops;
	timeline->needle = xstrdup("");
	load(timeline, app);
	go_to(timeline, standing(timeline, app->options->coder));
	return &timeline->view;
}

static void timeline_free(struct view *view)
{
	struct timeline *timeline = timeline_of(view);
	act_list_release(&timeline->acts);
	picker_filter_release(&timeline->filter);
	str_release(&timeline->status);
	free(timeline->needle);
	free(timeline->shown);
	free(timeline);
}

static struct list *timeline_list(struct view *view)
{
	return &timeline_of(view)->list;
}

/* Esc shows all acts again, then leaves. */
static void timeline_back(struct view *view, struct app *app)
{
	struct timeline *timeline = timeline_of(view);
	if (*timeline->needle)
		narrow(timeline, "");
	else
		view_pop(app);
}

static bool timeline_offers(struct view *view, struct app *app, const char *command)
{
	if (strcmp(command, "go-to-act") == 0)
		return timeline_route_here(timeline_of(view), app).way != ROUTE_NONE;
	return strcmp(command, "history") != 0;
}

/* TRANSLATORS: what Enter does in the history, as short as may be */
static const char *timeline_label(struct view *view, struct app *app, const char *command)
{
	if (strcmp(command, "go-to-act") != 0)
		return NULL;
	return timeline_route_here(timeline_of(view), app).way == ROUTE_UNDO ? _("undo to here")
									       : _("redo to here");
}

static const char *timeline_status(struct view *view, struct app *app)
{
	struct timeline *timeline = timeline_of(view);
	size_t n = timeline->acts.n;
	(void)app;
	str_clear(&timeline->status);
	if (*timeline->needle)
		/* TRANSLATORS: acts that match what was looked for, of all */
		str_appendf(&timeline->status, _("%zu of %zu acts"), timeline->n_shown, n);
	else
		str_appendf(&timeline->status, "%zu/%zu",
			    timeline->list.cursor < n ? timeline->list.cursor + 1 : n, n);
	return str_cstr(&timeline->status);
}

/* The cursor goes where the click was; a double click goes there. */
static void press(struct timeline *timeline, struct app *app, const struct event *event)
{
	const struct area *rows = &timeline->rows;
	size_t row = event->mouse.row - rows->row + timeline->list.top;
	if (event->mouse.row < rows->row || event->mouse.row >= rows->row + rows->n_rows ||
	    row >= timeline->list.n)
		return;
	timeline->list.cursor = row;
	if (event->mouse.clicks == 2)
		app_run(app, "go-to-act", "");
}

static void timeline_mouse(struct view *view, struct app *app, const struct event *event)
{
	struct timeline *timeline = timeline_of(view);
	if (event->mouse.kind == MOUSE_WHEEL_DOWN)
		list_move(&timeline->list, LIST_SCROLL_NEXT);
	else if (event->mouse.kind == MOUSE_WHEEL_UP)
		list_move(&timeline->list, LIST_SCROLL_PREVIOUS);
	else if (event->mouse.kind == MOUSE_PRESS)
		press(timeline, app, event);
}

static const struct view_ops timeline_ops = {
	.section = SECTION_TIMELINE,
	.covers = true,
	.draw = timeline_draw,
	.list = timeline_list,
	.back = timeline_back,
	.offers = timeline_offers,
	.label = timeline_label,
	.reload = timeline_reload,
	.mouse = timeline_mouse,
	.status = timeline_status,
	.free = timeline_free,
};

void command_history(struct app *app, const char *argument)
{
	(void)argument;
	/* The key that brought it takes it away again. */
	if (app->top->ops == &timeline_ops) {
		view_pop(app);
		return;
	}
	if (!view_is_on_stack(app, &timeline_ops)) {
		view_push(app, timeline_new(app));
		return;
	}
	while (app->top->ops != &timeline_ops)
		view_pop(app);
	timeline_reload(app->top, app);
}

static void say_done(struct app *app, const struct timeline_route *route)
{
	if (route->way == ROUTE_UNDO)
		app_say(app,
			ngettext("%zu act undone; Enter on a later one does it again",
				 "%zu acts undone; Enter on a later one does them again",
				 route->n),
			route->n);
	else
		app_say(app, ngettext("%zu act done again", "%zu acts done again", route->n),
			route->n);
}

void command_go_to_act(struct app *app, const char *argument)
{
	struct timeline *timeline = timeline_of(app->top);
	struct timeline_route route = timeline_route_here(timeline, app);
	struct fault f = FAULT_NONE;
	enum status status = STATUS_OK;
	(void)argument;
	if (route.way == ROUTE_NONE) {
		app_say(app, _("The project stands here."));
		return;
	}
	status = route.way == ROUTE_UNDO
			 ? project_undo_to(&app->project, route.seq, &route.n, &f)
			 : project_redo_to(&app->project, route.seq, &route.n, &f);
	if (status)
		app_say_fault(app, &f);
	else
		say_done(app, &route);
	app_reload(app);
}

/* The prompt stands above the timeline while it is typed in. */
static bool accept_filter(struct app *app, const char *text, void *data)
{
	(void)app;
	narrow(data, text);
	return true;
}

static void filter_changed(struct app *app, const char *text, void *data)
{
	(void)app;
	narrow(data, text);
}

static void filter_cancelled(struct app *app, void *data)
{
	(void)app;
	narrow(data, "");
}

void command_filter_acts(struct app *app, const char *argument)
{
	static const struct prompt_ops ops = {
		.accept = accept_filter, .cancel = filter_cancelled, .changed = filter_changed};
	struct timeline *timeline = timeline_of(app->top);
	if (*argument)
		narrow(timeline, argument);
	else
		view_push(app, prompt_new(app, _("Acts with:"), timeline->needle, &ops, timeline));
}
