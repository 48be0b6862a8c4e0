/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/claim-view.h"

#include <stdlib.h>
#include <string.h>

#include "app/claim-view-internal.h"
#include "app/i18n.h"
#include "base/xalloc.h"

static const struct view_ops claim_ops;

static struct claim_view *claim_view_of(struct view *view)
{
	return (struct claim_view *)view;
}

struct claim_view *claim_view_on_top(const struct app *app)
{
	return app->top->ops == &claim_ops ? claim_view_of(app->top) : NULL;
}

struct claim_column *claim_column_at(struct claim_view *view)
{
	return view->columns.cursor < view->n_items ? &view->items[view->columns.cursor] : NULL;
}

struct passage *claim_passage_at(struct claim_view *view)
{
	struct claim_column *column = claim_column_at(view);
	return column ? &column->passages[column->list.cursor] : NULL;
}

const struct claim *claim_view_claim(const struct app *app)
{
	const struct claim_view *view = claim_view_on_top(app);
	return view && view->index < view->evidence.claims.n
		       ? &view->evidence.claims.items[view->index]
		       : NULL;
}

const struct article *claim_view_article(const struct app *app)
{
	struct claim_view *view = claim_view_on_top(app);
	const struct claim_column *column = view ? claim_column_at(view) : NULL;
	return column ? &view->evidence.articles.items[column->article] : NULL;
}

const struct highlight *claim_view_passage(const struct app *app)
{
	struct claim_view *view = claim_view_on_top(app);
	const struct passage *passage = view ? claim_passage_at(view) : NULL;
	return passage ? &passage->highlight : NULL;
}

static void reload(struct view *base, struct app *app)
{
	claim_view_load(claim_view_of(base), app);
}

static void claim_view_free(struct view *base)
{
	struct claim_view *view = claim_view_of(base);
	claim_view_unload(view);
	evidence_release(&view->evidence);
	free(view->items);
	str_release(&view->status);
	free(view);
}

void claim_view_show(struct app *app, const char *claim)
{
	struct claim_view *view = xcalloc(1, sizeof *view);
	if (claim_view_on_top(app))
		view_pop(app);
	view->view.ops = &claim_ops;
	memcpy(view->claim, claim, ID_SIZE);
	view_push(app, &view->view);
	claim_view_load(view, app);
}

static struct list *columns(struct view *view)
{
	return &claim_view_of(view)->columns;
}

static struct list *passages(struct view *base)
{
	struct claim_view *view = claim_view_of(base);
	struct claim_column *column = claim_column_at(view);
	return column ? &column->list : &view->none;
}

static bool offers(struct view *base, struct app *app, const char *command)
{
	static const char *const on_passage[] = {"open-side-by-side", "change-stance",
						 "unlink-passage", "link-details"};
	struct claim_view *view = claim_view_of(base);
	(void)app;
	if (strcmp(command, "go-to-related") == 0)
		return view->index < view->evidence.claims.n &&
		       evidence_has_relations(&view->evidence, view->claim);
	for (size_t i = 0; i < sizeof on_passage / sizeof *on_passage; i++)
		if (strcmp(command, on_passage[i]) == 0)
			return view->n_items > 0;
	return true;
}

static const char *status(struct view *base, struct app *app)
{
	struct claim_view *view = claim_view_of(base);
	size_t n = 0;
	(void)app;
	str_clear(&view->status);
	for (size_t i = 0; i < view->n_items; i++)
		n += view->items[i].n;
	str_appendf(&view->status, ngettext("%zu passage", "%zu passages", n), n);
	if (view->n_shown < view->n_items)
		/* TRANSLATORS: which articles are on the screen, of how many */
		str_appendf(&view->status, _(" · articles %zu-%zu of %zu"), view->first + 1,
			    view->first + view->n_shown, view->n_items);
	return str_cstr(&view->status);
}

/* The passage of a column at a row of the screen; the column's n where there is none. */
static size_t passage_at(const struct claim_column *column, size_t row)
{
	size_t i = 0;
	while (i < column->n && row >= column->passages[i].top + column->passages[i].n_rows)
		i++;
	return i;
}

static void press(struct claim_view *view, struct app *app, const struct event *event)
{
	for (size_t i = 0; i < view->n_shown; i++) {
		struct area area = claim_view_column_area(view, view->drawn, i);
		struct claim_column *column = &view->items[view->first + i];
		if (event->mouse.col < area.col || event->mouse.col >= area.col + area.n_cols ||
		    event->mouse.row <= area.row || event->mouse.row >= area.row + area.n_rows)
			continue;
		size_t at = passage_at(column, column->top + event->mouse.row - area.row - 1);
		view->columns.cursor = view->first + i;
		if (at < column->n)
			column->list.cursor = at;
		if (at < column->n && event->mouse.clicks == 2)
			app_run(app, "open-side-by-side", "");
		return;
	}
}

static void mouse(struct view *base, struct app *app, const struct event *event)
{
	if (event->mouse.kind == MOUSE_WHEEL_DOWN)
		list_move(passages(base), LIST_NEXT);
	else if (event->mouse.kind == MOUSE_WHEEL_UP)
		list_move(passages(base), LIST_PREVIOUS);
	else if (event->mouse.kind == MOUSE_PRESS)
		press(claim_view_of(base), app, event);
}

static const struct view_ops claim_ops = {
	.section = SECTION_CLAIM,
	.covers = true,
	.draw = claim_view_draw,
	.list = passages,
	.columns = columns,
	.offers = offers,
	.reload = reload,
	.mouse = mouse,
	.status = status,
	.free = claim_view_free,
};
