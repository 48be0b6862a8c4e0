/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/difference-view.h"

#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "app/difference-view-internal.h"
#include "app/difference-words.h"
#include "app/i18n.h"
#include "app/reader-internal.h"
#include "base/vec.h"
#include "base/xalloc.h"

/* Short texts are compared before the first frame, within some milliseconds; others in slices. */
enum { AT_ONCE_CP = 256 * 1024, SLICE_CP = 1 };

static const struct view_ops difference_ops;

static struct difference_view *difference_view_of(struct view *view)
{
	return (struct difference_view *)view;
}

struct difference_view *difference_view_on_top(const struct app *app)
{
	return app->top->ops == &difference_ops ? difference_view_of(app->top) : NULL;
}

const struct difference_segment *difference_view_change(const struct difference_view *view)
{
	return view->change < view->n_changes ? &view->segments[view->changes[view->change]] : NULL;
}

void difference_text_release(struct difference_text *text)
{
	article_release(&text->article);
	if (text->doc)
		document_free(text->doc);
	free(text->ref);
	free(text->label);
	*text = (struct difference_text){.doc = NULL};
}

/* What was made is there to be shown. */
static void finish(struct difference_view *view)
{
	view->done = true;
	view->segments = difference_segments(view->difference, &view->n_segments);
	view->rows = difference_rows(view->difference, &view->n_rows);
	for (size_t i = 0; i < view->n_segments; i++)
		if (difference_is_change(&view->segments[i]))
			VEC_PUSH(view->changes, view->n_changes, view->cap_changes, i);
	difference_items_make(view);
	view->show_change = true;
}

static bool slice(struct app *app, void *data)
{
	struct difference_view *view = data;
	if (!difference_go_on(view->difference, SLICE_CP))
		return true;
	finish(view);
	app->wants_frame = true;
	return false;
}

void difference_view_open(struct app *app, const struct difference_text texts[DIFFERENCE_SIDES])
{
	struct difference_view *view = xcalloc(1, sizeof *view);
	view->view.ops = &difference_ops;
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
		view->text[side] = texts[side];
		layout_cache_init(&view->layouts[side], texts[side].doc);
	}
	view->difference = difference_new(texts[SIDE_OLD].doc, texts[SIDE_NEW].doc);
	view->jobs = &app->jobs;
	if (difference_go_on(view->difference, AT_ONCE_CP))
		finish(view);
	else
		job_add(view->jobs, &(struct job){.slice = slice, .data = view});
	view_push(app, &view->view);
}

static void free_view(struct view *base)
{
	struct difference_view *view = difference_view_of(base);
	job_cancel(view->jobs, view);
	for (enum difference_side side = SIDE_OLD; side < DIFFERENCE_SIDES; side++) {
		layout_cache_release(&view->layouts[side]);
		difference_text_release(&view->text[side]);
	}
	difference_free(view->difference);
	str_release(&view->status);
	free(view->changes);
	free(view->items);
	free(view);
}

static const char *status(struct view *base, struct app *app)
{
	struct difference_view *view = difference_view_of(base);
	const struct difference_segment *change = difference_view_change(view);
	(void)app;
	str_clear(&view->status);
	if (!change)
		return "";
	/* TRANSLATORS: which change, of how many; what it is follows */
	str_appendf(&view->status, _("change %zu of %zu: "), view->change + 1, view->n_changes);
	difference_words(change, &view->status);
	return str_cstr(&view->status);
}

static bool offers(struct view *base, struct app *app, const char *command)
{
	static const char *const on_change[] = {"next-change", "previous-change", "open-change",
						"unfold"};
	const struct difference_view *view = difference_view_of(base);
	const struct difference_segment *change = difference_view_change(view);
	(void)app;
	if (strcmp(command, "other-place") == 0)
		return change && change->kind == DIFFERENCE_MOVED;
	for (size_t i = 0; i < sizeof on_change / sizeof *on_change; i++)
		if (strcmp(command, on_change[i]) == 0)
			return change != NULL;
	return true;
}

static const char *label(struct view *base, struct app *app, const char *command)
{
	(void)app;
	if (strcmp(command, "unfold") != 0 || !difference_view_of(base)->unfolded)
		return NULL;
	/* TRANSLATORS: a key that folds paragraphs in which nothing differs */
	return _("fold");
}

/* The change at a place of a text, or the next one; the last behind all. */
static size_t change_at(const struct difference_view *view, enum difference_side side, size_t cp)
{
	size_t i = 0;
	while (i + 1 < view->n_changes &&
	       view->segments[view->changes[i]].range[side].end_cp <= cp)
		i++;
	return i;
}

static void press(struct difference_view *view, struct app *app, const struct event *event)
{
	const struct frame_cell *cell = frame_at(&app->frame, event->mouse.row, event->mouse.col);
	if (cell->zone == ZONE_ITEM) {
		app_run(app, "unfold", "");
	} else if (cell->zone == ZONE_PANE + SIDE_OLD || cell->zone == ZONE_PANE + SIDE_NEW) {
		view->change = change_at(view, (enum difference_side)(cell->zone - ZONE_PANE),
					 cell->start_cp);
		if (event->mouse.clicks == 2)
			app_run(app, "open-change", "");
	}
}

static void mouse(struct view *base, struct app *app, const struct event *event)
{
	struct difference_view *view = difference_view_of(base);
	if (event->mouse.kind == MOUSE_WHEEL_DOWN)
		difference_items_scroll(view, 1);
	else if (event->mouse.kind == MOUSE_WHEEL_UP)
		difference_items_scroll(view, -1);
	else if (event->mouse.kind == MOUSE_PRESS && view->n_changes > 0)
		press(view, app, event);
}

static const struct view_ops difference_ops = {
	.section = SECTION_DIFFERENCE,
	.covers = true,
	.draw = difference_view_draw,
	.offers = offers,
	.label = label,
	.mouse = mouse,
	.status = status,
	.free = free_view,
};

static void go_to_change(struct app *app, struct difference_view *view, size_t change)
{
	if (!view->done)
		return;
	if (view->n_changes == 0) {
		app_say(app, _("nothing differs"));
		return;
	}
	view->change = change;
	view->show_change = true;
}

void command_next_change(struct app *app, const char *argument)
{
	struct difference_view *view = difference_view_on_top(app);
	(void)argument;
	if (view->change + 1 >= view->n_changes && view->n_changes > 0)
		app_say(app, _("this is the last change"));
	else
		go_to_change(app, view, view->change + 1);
}

void command_previous_change(struct app *app, const char *argument)
{
	struct difference_view *view = difference_view_on_top(app);
	(void)argument;
	if (view->change == 0 && view->n_changes > 0)
		app_say(app, _("this is the first change"));
	else
		go_to_change(app, view, view->change - 1);
}

void command_first_change(struct app *app, const char *argument)
{
	(void)argument;
	go_to_change(app, difference_view_on_top(app), 0);
}

void command_last_change(struct app *app, const char *argument)
{
	struct difference_view *view = difference_view_on_top(app);
	(void)argument;
	go_to_change(app, view, view->n_changes - 1);
}

void command_other_place(struct app *app, const char *argument)
{
	struct difference_view *view = difference_view_on_top(app);
	const struct difference_segment *change = difference_view_change(view);
	(void)argument;
	if (!change || change->kind != DIFFERENCE_MOVED)
		app_complain(app, _("this was not moved: it has one place"));
	else
		difference_items_show(view, change->other);
}

void command_scroll_difference(struct app *app, const char *argument)
{
	static const struct { const char *name; int pages, rows; } ways[] = {
		{"down", 0, 1}, {"up", 0, -1}, {"page-down", 1, 0}, {"page-up", -1, 0},
	};
	struct difference_view *view = difference_view_on_top(app);
	ptrdiff_t page = view->page > 2 ? (ptrdiff_t)view->page - 2 : 1;
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		if (strcmp(ways[i].name, *argument ? argument : "down") == 0)
			difference_items_scroll(view, ways[i].pages * page + ways[i].rows);
}

void command_unfold(struct app *app, const char *argument)
{
	struct difference_view *view = difference_view_on_top(app);
	(void)argument;
	if (!view->done)
		return;
	view->unfolded = !view->unfolded;
	difference_items_make(view);
	view->show_change = true;
}

/* Both articles in the reader at this change, the newer with the focus. */
void command_open_change(struct app *app, const char *argument)
{
	struct difference_view *view = difference_view_on_top(app);
	const struct difference_segment *change = difference_view_change(view);
	struct fault f = FAULT_NONE;
	(void)argument;
	if (!change)
		return;
	const struct difference_segment *other =
		change->kind == DIFFERENCE_MOVED ? &view->segments[change->other] : change;
	/* The view is gone as soon as the reader is shown. */
	char *refs[] = {xstrdup(view->text[SIDE_OLD].ref), xstrdup(view->text[SIDE_NEW].ref)};
	size_t cps[] = {change->range[SIDE_OLD].start_cp, other->range[SIDE_NEW].start_cp};
	enum status result = reader_go_to(app, refs[SIDE_OLD], cps[SIDE_OLD], &f);
	if (result == STATUS_OK)
		result = reader_go_to(app, refs[SIDE_NEW], cps[SIDE_NEW], &f);
	if (result != STATUS_OK)
		app_say_fault(app, &f);
	free(refs[SIDE_OLD]);
	free(refs[SIDE_NEW]);
}
