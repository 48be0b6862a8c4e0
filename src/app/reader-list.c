/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of the open panes' highlights, to jump to one, to tag it otherwise, to delete it. */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/picker.h"
#include "app/reader-internal.h"
#include "base/xalloc.h"

static void load(struct app *app, struct picker *picker, void *data)
{
	struct reader *reader = app->reader;
	(void)data;
	for (size_t i = 0; reader && i < reader->n_panes; i++) {
		const struct marks *marks = &reader->panes[i]->marks;
		for (size_t k = 0; k < marks->n; k++) {
			const struct shown_mark *mark = &marks->items[k];
			struct picker_item item = {
				.label = xstrdup(mark->quote),
				/* TRANSLATORS: beside a highlight in a list: its pane's number, and
				   its tags */
				.detail = xasprintf(_("%zu: %s"), i + 1,
						    *mark->tags ? mark->tags : _("no tag")),
				.symbol = xstrdup(mark->look.symbol),
				.symbol_style = mark->look.style,
				.id = xstrdup(mark->id),
			};
			picker_add(picker, &item);
		}
	}
}

/* The pane that shows a highlight; n_panes: none. */
static size_t pane_of(const struct reader *reader, const char *id, const struct shown_mark **mark)
{
	size_t i = 0;
	while (i < reader->n_panes && !(*mark = marks_find(&reader->panes[i]->marks, id)))
		i++;
	return i;
}

static void choose(struct app *app, const struct picker_item *item, void *data)
{
	const struct shown_mark *mark;
	size_t index = pane_of(app->reader, item->id, &mark);
	(void)data;
	if (index == app->reader->n_panes)
		return;
	reader_set_focus(app->reader, index);
	reader_pane(app)->selecting = SELECT_NONE;
	pane_goto(reader_pane(app), mark->range.start_cp);
}

static void act(struct app *app, struct picker *picker, const char *action,
		const struct picker_item *item, void *data)
{
	const struct shown_mark *mark;
	size_t index = pane_of(app->reader, item->id, &mark);
	char id[ID_SIZE];
	const char *ids[] = {id};
	(void)data;
	if (index == app->reader->n_panes)
		return;
	memcpy(id, mark->id, sizeof id);
	if (strcmp(action, "delete") == 0) {
		reader_delete_marks(app, ids, 1);
		picker_reload(app, picker);
	} else {
		reader_pick_tag(app, app->reader->panes[index], mark->range, id);
	}
}

void command_highlights(struct app *app, const char *argument)
{
	static const struct picker_ops ops = {
		.choose = choose, .actions = "edit delete", .act = act, .load = load};
	const struct pane *pane = reader_pane(app);
	const struct shown_mark *here = marks_at(&pane->marks, pane->cursor_cp);
	(void)argument;
	struct view *view = picker_new(app, _("Highlights"), NULL, &ops, NULL);
	if (here)
		picker_go_to(picker_of(view), here->id);
	view_push(app, view);
}
