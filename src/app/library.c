/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/library.h"

#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "app/i18n.h"
#include "app/library-draw.h"
#include "app/list.h"
#include "app/reader.h"
#include "app/state.h"
#include "base/vec.h"
#include "base/xalloc.h"

static const struct view_ops library_ops;

static struct library *library_of(struct view *view)
{
	return (struct library *)view;
}

struct view *library_view(struct library *library)
{
	return &library->view;
}

const struct article_list *library_articles(const struct library *library)
{
	return &library->articles;
}

/* The place of `id` among the marks, or n_marks. */
size_t library_mark_of(const struct library *library, const char *id)
{
	size_t i = 0;
	while (i < library->n_marks && strcmp(library->marks[i], id) != 0)
		i++;
	return i;
}

static void unmark(struct library *library, size_t index)
{
	free(library->marks[index]);
	library->n_marks--;
	memmove(&library->marks[index], &library->marks[index + 1],
		(library->n_marks - index) * sizeof *library->marks);
}

void library_unmark(struct library *library)
{
	while (library->n_marks > 0)
		unmark(library, library->n_marks - 1);
}

size_t library_marked(const struct library *library)
{
	return library->n_marks;
}

static bool has_article(const struct library *library, const char *id)
{
	for (size_t i = 0; i < library->articles.n; i++)
		if (strcmp(library->articles.items[i].id, id) == 0)
			return true;
	return false;
}

static void library_load(struct library *library, struct app *app)
{
	struct fault f = FAULT_NONE;
	article_list_release(&library->articles);
	if (app->project.store && project_article_list(&app->project, &library->articles, &f))
		app_say_fault(app, &f);
	free(library->lineages);
	library->lineages = lineage_make(&library->articles);
	library->has_outlets = library->has_dates = library->has_versions = false;
	for (size_t i = 0; i < library->articles.n; i++) {
		library->has_outlets |= library->articles.items[i].outlet[0] != '\0';
		library->has_dates |= library->articles.items[i].published_at[0] != '\0';
		library->has_versions |= library->lineages[i].count > 1;
	}
	for (size_t i = library->n_marks; i-- > 0;)
		if (!has_article(library, library->marks[i]))
			unmark(library, i);
}

/* The cursor stays on its article, or where it was. */
static void library_reload(struct view *view, struct app *app)
{
	struct library *library = library_of(view);
	const struct article *at = library_focus(library);
	char *id = at ? xstrdup(at->id) : NULL;
	library_load(library, app);
	list_set(&library->list, library->articles.n);
	if (id)
		library_go_to(library, id);
	free(id);
}

struct library *library_new(struct app *app)
{
	struct library *library = xcalloc(1, sizeof *library);
	library->view.ops = &library_ops;
	library_load(library, app);
	list_set(&library->list, library->articles.n);
	return library;
}

void library_free(struct library *library)
{
	if (!library)
		return;
	library_unmark(library);
	article_list_release(&library->articles);
	free(library->lineages);
	free(library->marks);
	free(library->status);
	free(library);
}

const struct article *library_focus(const struct library *library)
{
	return library->articles.n > 0 ? &library->articles.items[library->list.cursor] : NULL;
}

void library_go_to(struct library *library, const char *id)
{
	for (size_t i = 0; i < library->articles.n; i++)
		if (strcmp(library->articles.items[i].id, id) == 0)
			library->list.cursor = i;
}

void library_skip_open(struct library *library, const struct reader *reader)
{
	size_t n = library->articles.n, from = library->list.cursor;
	for (size_t i = 0; i < n; i++) {
		size_t at = (from + i) % n;
		if (!reader_has(reader, library->articles.items[at].id)) {
			library->list.cursor = at;
			return;
		}
	}
}

char **library_chosen(const struct library *library, size_t *n)
{
	const struct article *at = library_focus(library);
	*n = library->n_marks > 0 ? library->n_marks : at ? 1 : 0;
	char **ids = xcalloc(*n, sizeof *ids);
	for (size_t i = 0; i < *n; i++)
		ids[i] = xstrdup(library->n_marks > 0 ? library->marks[i] : at->id);
	return ids;
}

static void toggle_mark(struct library *library, const char *id)
{
	size_t index = library_mark_of(library, id);
	if (index < library->n_marks)
		unmark(library, index);
	else
		VEC_PUSH(library->marks, library->n_marks, library->cap_marks, xstrdup(id));
}

static struct list *library_list(struct view *view)
{
	return &library_of(view)->list;
}

/* The cursor goes where the click was; a double click opens; the first column marks. */
static void library_press(struct library *library, struct app *app, const struct event *event,
			  size_t item)
{
	if (item >= library->articles.n)
		return;
	library->list.cursor = item;
	if (event->mouse.col < LIBRARY_MARK_COLUMNS)
		toggle_mark(library, library->articles.items[item].id);
	else if (event->mouse.clicks == 2)
		app_run(app, "open", "");
}

static void library_mouse(struct view *view, struct app *app, const struct event *event)
{
	struct library *library = library_of(view);
	int zone = frame_at(&app->frame, event->mouse.row, event->mouse.col)->zone;
	if (event->mouse.kind == MOUSE_WHEEL_DOWN)
		list_move(&library->list, LIST_SCROLL_NEXT);
	else if (event->mouse.kind == MOUSE_WHEEL_UP)
		list_move(&library->list, LIST_SCROLL_PREVIOUS);
	else if (event->mouse.kind == MOUSE_PRESS && zone >= ZONE_ITEM && zone < ZONE_KEY)
		library_press(library, app, event, library->list.top + (size_t)(zone - ZONE_ITEM));
}

/* From the library there is no way back but to open panes. */
static void library_back(struct view *view, struct app *app)
{
	(void)view;
	if (app->reader)
		view_base(app, reader_view(app->reader));
	else
		app_say(app, _("this is the library; q ends the program, everything is saved"));
}

static bool library_offers(struct view *view, struct app *app, const char *command)
{
	static const char *const need_articles[] = {"open", "mark", "edit", "remove"};
	if (strcmp(command, "back") == 0)
		return app->reader;
	/* The others need the room more. */
	if (strcmp(command, "note-here") == 0)
		return false;
	/* With panes open the keys that go on with them need the room. */
	if (strcmp(command, "paste") == 0)
		return !app->reader;
	if (strcmp(command, "compare") == 0)
		return library_of(view)->n_marks > 1;
	if (strcmp(command, "open-beside") == 0)
		return app->reader && library_of(view)->articles.n > 0;
	for (size_t i = 0; i < sizeof need_articles / sizeof *need_articles; i++)
		if (strcmp(command, need_articles[i]) == 0)
			return library_of(view)->articles.n > 0;
	return true;
}

static const char *library_status(struct view *view, struct app *app)
{
	struct library *library = library_of(view);
	(void)app;
	free(library->status);
	if (library->n_marks > 0)
		/*
		 * TRANSLATORS: in the library: marked articles, place of the cursor, number of
		 * articles.
		 */
		library->status = xasprintf(_("%zu marked  %zu/%zu"), library->n_marks,
					    library->list.cursor + 1, library->articles.n);
	else
		library->status =
			xasprintf("%zu/%zu", library->articles.n > 0 ? library->list.cursor + 1 : 0,
				  library->articles.n);
	return library->status;
}

/* library_free() does it, since the app keeps the library. */
static void library_view_free(struct view *view)
{
	library_free(library_of(view));
}

static const struct view_ops library_ops = {
	.section = SECTION_LIBRARY,
	.covers = true,
	.draw = library_draw,
	.mouse = library_mouse,
	.list = library_list,
	.back = library_back,
	.offers = library_offers,
	.reload = library_reload,
	.status = library_status,
	.free = library_view_free,
};

void command_mark_item(struct app *app, const char *argument)
{
	(void)argument;
	const struct article *at = library_focus(app->library);
	if (!at)
		return;
	toggle_mark(app->library, at->id);
	list_move(&app->library->list, LIST_NEXT);
}

void command_unmark_all(struct app *app, const char *argument)
{
	(void)argument;
	library_unmark(app->library);
}

void command_open_reader(struct app *app, const char *argument)
{
	(void)argument;
	if (app->reader)
		view_base(app, reader_view(app->reader));
	else
		app_say(app, _("no article is open; Enter opens the one at the cursor"));
}
