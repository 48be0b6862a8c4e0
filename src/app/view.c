/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/view.h"

#include <assert.h>

#include "app/state.h"

void view_push(struct app *app, struct view *view)
{
	view->below = app->top;
	app->top = view;
}

struct view *view_top(struct app *app)
{
	return app->top;
}

bool view_is_on_stack(const struct app *app, const struct view_ops *ops)
{
	const struct view *view = app->top;
	while (view && view->ops != ops)
		view = view->below;
	return view;
}

void view_pop(struct app *app)
{
	struct view *top = app->top;
	if (!top->below)
		return;
	app->top = top->below;
	top->ops->free(top);
}

void view_base(struct app *app, struct view *view)
{
	while (app->top && app->top->below)
		view_pop(app);
	assert(!view->below);
	app->top = view;
}
