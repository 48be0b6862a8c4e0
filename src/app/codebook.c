/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/codebook.h"

#include <stdlib.h>
#include <string.h>

#include "app/codebook-internal.h"
#include "app/command.h"
#include "app/i18n.h"
#include "app/state.h"
#include "app/words.h"
#include "base/xalloc.h"

static const struct view_ops codebook_ops;

static struct codebook_view *codebook_of(struct view *view)
{
	return (struct codebook_view *)view;
}

struct codebook_view *codebook_on_top(struct app *app)
{
	struct view *top = view_top(app);
	return top->ops == &codebook_ops ? codebook_of(top) : NULL;
}

const struct tag *codebook_focus(const struct codebook_view *codebook)
{
	return codebook->tags.n > 0 ? &codebook->tags.items[codebook->list.cursor] : NULL;
}

const struct tag *codebook_wanted(struct app *app)
{
	const struct codebook_view *codebook = codebook_on_top(app);
	const struct tag *tag = codebook ? codebook_focus(codebook) : NULL;
	if (codebook && !tag)
		app_complain(app, _("there is no tag here; a adds one"));
	return tag;
}

void codebook_go_to(struct app *app, const char *path)
{
	struct codebook_view *codebook = codebook_on_top(app);
	for (size_t i = 0; codebook && i < codebook->tags.n; i++)
		if (strcmp(codebook->tags.items[i].path, path) == 0)
			codebook->list.cursor = i;
}

static void load(struct codebook_view *codebook, struct app *app)
{
	struct fault f = FAULT_NONE;
	tag_list_release(&codebook->tags);
	free(codebook->looks);
	if (app->project.store && project_tag_list(&app->project, &codebook->tags, &f))
		app_say_fault(app, &f);
	codebook->looks = theme_tags(&codebook->tags, app->mono);
	codebook->about_id[0] = '\0';
	list_set(&codebook->list, codebook->tags.n);
}

/* The cursor stays on its tag, whatever that is called now, or where it was. */
static void codebook_reload(struct view *view, struct app *app)
{
	struct codebook_view *codebook = codebook_of(view);
	const struct tag *at = codebook_focus(codebook);
	char id[ID_SIZE] = "";
	if (at)
		memcpy(id, at->id, sizeof id);
	load(codebook, app);
	for (size_t i = 0; i < codebook->tags.n; i++)
		if (strcmp(codebook->tags.items[i].id, id) == 0)
			codebook->list.cursor = i;
}

struct view *codebook_new(struct app *app)
{
	struct codebook_view *codebook = xcalloc(1, sizeof *codebook);
	codebook->view.ops = &codebook_ops;
	load(codebook, app);
	return &codebook->view;
}

static void codebook_free(struct view *view)
{
	struct codebook_view *codebook = codebook_of(view);
	tag_list_release(&codebook->tags);
	prose_release(&codebook->prose);
	free(codebook->looks);
	free(codebook->about);
	free(codebook->status);
	free(codebook);
}

static struct list *codebook_list(struct view *view)
{
	return &codebook_of(view)->list;
}

static void codebook_mouse(struct view *view, struct app *app, const struct event *event)
{
	struct codebook_view *codebook = codebook_of(view);
	int zone = frame_at(&app->frame, event->mouse.row, event->mouse.col)->zone;
	size_t item = codebook->list.top + (size_t)(zone - ZONE_ITEM);
	if (event->mouse.kind == MOUSE_WHEEL_DOWN)
		list_move(&codebook->list, LIST_SCROLL_NEXT);
	else if (event->mouse.kind == MOUSE_WHEEL_UP)
		list_move(&codebook->list, LIST_SCROLL_PREVIOUS);
	if (event->mouse.kind != MOUSE_PRESS || zone < ZONE_ITEM || zone >= ZONE_KEY ||
	    item >= codebook->tags.n)
		return;
	codebook->list.cursor = item;
	if (event->mouse.clicks == 2)
		app_run(app, "edit-tag", "");
}

static bool codebook_offers(struct view *view, struct app *app, const char *command)
{
	static const char *const need_none[] = {"add-tag", "add-codebook", "back"};
	(void)app;
	for (size_t i = 0; i < sizeof need_none / sizeof *need_none; i++)
		if (strcmp(command, need_none[i]) == 0)
			return true;
	return codebook_of(view)->tags.n > 0;
}

static const char *codebook_status(struct view *view, struct app *app)
{
	struct codebook_view *codebook = codebook_of(view);
	size_t n = codebook->tags.n;
	(void)app;
	free(codebook->status);
	codebook->status = xasprintf("%zu/%zu", n > 0 ? codebook->list.cursor + 1 : 0, n);
	return codebook->status;
}

static const struct view_ops codebook_ops = {
	.section = SECTION_CODEBOOK,
	.covers = true,
	.draw = codebook_draw,
	.list = codebook_list,
	.offers = codebook_offers,
	.reload = codebook_reload,
	.mouse = codebook_mouse,
	.status = codebook_status,
	.free = codebook_free,
};

void command_codebook(struct app *app, const char *argument)
{
	(void)argument;
	if (!codebook_on_top(app))
		view_push(app, codebook_new(app));
}
