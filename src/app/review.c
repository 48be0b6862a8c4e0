/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/review.h"

#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "app/i18n.h"
#include "app/reader-internal.h"
#include "app/review-internal.h"
#include "base/xalloc.h"

static const struct view_ops review_ops;

static struct review_view *review_of(struct view *view)
{
	return (struct review_view *)view;
}

struct review_view *review_on_top(const struct app *app)
{
	return app->top->ops == &review_ops ? review_of(app->top) : NULL;
}

const struct review_item *review_focus(const struct review_view *view)
{
	return view->list.cursor < view->review.n ? &view->review.items[view->list.cursor] : NULL;
}

static void load(struct review_view *view, struct app *app)
{
	struct fault f = FAULT_NONE;
	review_release(&view->review);
	if (app->project.store && project_review(&app->project, NULL, &view->review, &f))
		app_say_fault(app, &f);
	list_set(&view->list, view->review.n);
}

static void go_to(struct review_view *view, const char *id)
{
	for (size_t i = 0; i < view->review.n; i++)
		if (strcmp(view->review.items[i].id, id) == 0)
			view->list.cursor = i;
}

/* The cursor stays where it was: on the next one, where that one is decided. */
static void reload(struct view *base, struct app *app)
{
	load(review_of(base), app);
}

static void review_view_free(struct view *base)
{
	struct review_view *view = review_of(base);
	review_release(&view->review);
	str_release(&view->status);
	free(view);
}

static struct list *items(struct view *view)
{
	return &review_of(view)->list;
}

static bool is_unchanged(const struct review_item *item)
{
	return !item->orphan && item->score >= 1;
}

static bool has_unchanged(const struct review *review)
{
	for (size_t i = 0; i < review->n; i++)
		if (is_unchanged(&review->items[i]))
			return true;
	return false;
}

static bool offers(struct view *base, struct app *app, const char *command)
{
	struct review_view *view = review_of(base);
	const struct review_item *item = review_focus(view);
	static const char *const on_item[] = {"open-place", "give-place", "reject-place"};
	(void)app;
	if (strcmp(command, "accept-place") == 0)
		return item && !item->orphan;
	if (strcmp(command, "accept-unchanged") == 0)
		return has_unchanged(&view->review);
	for (size_t i = 0; i < sizeof on_item / sizeof *on_item; i++)
		if (strcmp(command, on_item[i]) == 0)
			return item != NULL;
	return true;
}

static const char *status(struct view *base, struct app *app)
{
	struct review_view *view = review_of(base);
	size_t n_orphans = 0;
	(void)app;
	for (size_t i = 0; i < view->review.n; i++)
		n_orphans += view->review.items[i].orphan;
	str_clear(&view->status);
	/* TRANSLATORS: of highlights that somebody has to look at */
	str_appendf(&view->status, _("left: moved %zu, without a place %zu"),
		    view->review.n - n_orphans, n_orphans);
	return str_cstr(&view->status);
}

static void mouse(struct view *base, struct app *app, const struct event *event)
{
	struct review_view *view = review_of(base);
	if (event->mouse.kind == MOUSE_WHEEL_DOWN)
		list_move(&view->list, LIST_SCROLL_NEXT);
	else if (event->mouse.kind == MOUSE_WHEEL_UP)
		list_move(&view->list, LIST_SCROLL_PREVIOUS);
	if (event->mouse.kind != MOUSE_PRESS)
		return;
	int zone = frame_at(&app->frame, event->mouse.row, event->mouse.col)->zone;
	size_t item = view->list.top + (size_t)(zone - ZONE_ITEM);
	if (zone < ZONE_ITEM || zone >= ZONE_KEY || item >= view->review.n)
		return;
	view->list.cursor = item;
	if (event->mouse.clicks == 2)
		app_run(app, "open-place", "");
}

static const struct view_ops review_ops = {
	.section = SECTION_REVIEW,
	.covers = true,
	.draw = review_draw,
	.list = items,
	.offers = offers,
	.reload = reload,
	.mouse = mouse,
	.status = status,
	.free = review_view_free,
};

void command_review(struct app *app, const char *argument)
{
	(void)argument;
	if (review_on_top(app))
		return;
	struct review_view *view = xcalloc(1, sizeof *view);
	view->view.ops = &review_ops;
	view_push(app, &view->view);
	load(view, app);
	go_to(view, app->placing);
	app->placing[0] = '\0';
	if (view->review.n == 0)
		app_say(app, _("nothing is left to review"));
}

void review_tell(struct app *app, const struct article *article,
		 const struct import_outcome *outcome)
{
	if (outcome->n_moved + outcome->n_orphans == 0)
		app_say(app, _("added as a new version of %zu: %s"), (size_t)outcome->base_number,
			article->title);
	else
		/* TRANSLATORS: of highlights that were carried over; :review is typed */
		app_say(app, _("a new version of %zu: exact %zu, moved %zu, without a place %zu; "
			       ":review shows them"),
			(size_t)outcome->base_number, outcome->n_exact, outcome->n_moved,
			outcome->n_orphans);
}

/* What is left is said, and how to take the decision back. */
static void decided(struct app *app, const char *what)
{
	app_reload(app);
	struct review_view *view = review_on_top(app);
	app_say(app, _("%s; left: %zu; u takes it back"), what, view ? view->review.n : 0);
}

/* Decides on the item at the cursor. */
static void decide(struct app *app,
		   enum status (*how)(struct project *project, const char *const *ids, size_t n,
				      struct fault *f),
		   const char *said)
{
	struct review_view *view = review_on_top(app);
	const struct review_item *item = view ? review_focus(view) : NULL;
	struct fault f = FAULT_NONE;
	if (!item) {
		app_say(app, _("nothing is left to review"));
		return;
	}
	const char *ids[] = {item->id};
	if (how(&app->project, ids, 1, &f))
		app_say_fault(app, &f);
	else
		decided(app, said);
}

void command_accept_place(struct app *app, const char *argument)
{
	const struct review_view *view = review_on_top(app);
	const struct review_item *item = view ? review_focus(view) : NULL;
	(void)argument;
	if (item && item->orphan)
		app_complain(app, _("it has no place to accept: p gives it one, d leaves it out"));
	else
		decide(app, project_accept, _("accepted"));
}

void command_reject_place(struct app *app, const char *argument)
{
	(void)argument;
	decide(app, project_reject, _("left out"));
}

void command_accept_unchanged(struct app *app, const char *argument)
{
	struct review_view *view = review_on_top(app);
	struct fault f = FAULT_NONE;
	size_t n = 0;
	(void)argument;
	if (!view)
		return;
	const char **ids = xcalloc(view->review.n, sizeof *ids);
	for (size_t i = 0; i < view->review.n; i++)
		if (is_unchanged(&view->review.items[i]))
			ids[n++] = view->review.items[i].id;
	if (n == 0)
		app_say(app, _("none stands unchanged between what stood around it"));
	else if (project_accept(&app->project, ids, n, &f))
		app_say_fault(app, &f);
	else
		decided(app, _("accepted"));
	free(ids);
}

/* Where to begin to look for an orphan: as far into the text as it was in the older one. */
static size_t near_place(struct app *app, const struct review_item *item)
{
	struct article old = {.number = 0}, now = {.number = 0};
	size_t cp = item->old.range.start_cp;
	if (!item->orphan)
		return item->now.range.start_cp;
	if (store_article_get(app->project.store, item->old.article, &old, NULL) == STATUS_OK &&
	    store_article_get(app->project.store, item->article, &now, NULL) == STATUS_OK &&
	    old.n_cp > 0)
		cp = (size_t)((double)cp * (double)now.n_cp / (double)old.n_cp);
	article_release(&old);
	article_release(&now);
	return cp;
}

/* Shows the item at the cursor in the reader. Its id is kept, for the review to come back to. */
static bool open_item(struct app *app)
{
	struct review_view *view = review_on_top(app);
	const struct review_item *item = view ? review_focus(view) : NULL;
	struct fault f = FAULT_NONE;
	if (!item)
		return false;
	memcpy(app->placing, item->id, ID_SIZE);
	enum status status = item->orphan ? reader_go_to(app, item->article,
							 near_place(app, item), &f)
					  : reader_go_to_mark(app, item->id, &f);
	if (status != STATUS_OK)
		app_say_fault(app, &f);
	return status == STATUS_OK;
}

void command_open_place(struct app *app, const char *argument)
{
	(void)argument;
	if (open_item(app))
		app_say(app, _(":review goes on with the review"));
}

void command_give_place(struct app *app, const char *argument)
{
	(void)argument;
	if (open_item(app))
		app_say(app, _("select its place; & takes it, and goes on with the review"));
}

void command_take_place(struct app *app, const char *argument)
{
	char highlight[ID_SIZE];
	struct cp_range range;
	struct fault f = FAULT_NONE;
	(void)argument;
	if (!app->placing[0])
		app_complain(app, _("no highlight waits for a place: :review lists them"));
	else if (!reader_target(reader_pane(app), &range, highlight))
		app_complain(app, _("there is nothing to highlight here"));
	else if (project_place(&app->project, reader_pane(app)->article.id, app->placing, range, &f))
		app_say_fault(app, &f);
	else {
		app->placing[0] = '\0';
		app_reload(app);
		command_review(app, "");
		decided(app, _("its place is this"));
	}
}
