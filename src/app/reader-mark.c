/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is marked in the reader: highlights made and deleted, the tag that is repeated, notes. */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/reader-internal.h"
#include "base/xalloc.h"

bool reader_target(struct pane *pane, struct cp_range *range, char highlight[ID_SIZE])
{
	highlight[0] = '\0';
	if (pane_selection(pane, range))
		return true;
	const struct shown_mark *mark = pane_mark(pane, NULL, NULL);
	if (mark) {
		memcpy(highlight, mark->id, ID_SIZE);
		*range = mark->range;
		return true;
	}
	return unit_at(pane->doc, UNIT_PASSAGE, pane->cursor_cp, range);
}

char *reader_text(struct pane *pane, struct cp_range range, struct fault *f)
{
	struct str text = STR_EMPTY;
	if (!document_extract(pane->doc, range, &text, f))
		return str_take(&text);
	str_release(&text);
	return NULL;
}

enum status reader_adopt_range(struct app *app, struct pane *pane, struct cp_range range,
			       struct fault *f)
{
	if (!pane->path)
		return STATUS_OK;
	char *path = xstrdup(pane->path), *before = reader_text(pane, range, f), *after = NULL;
	enum status status = before ? reader_adopt(app, pane, f) : f->status;
	if (!status) {
		after = reader_text(pane, range, f);
		if (!after)
			status = f->status;
		else if (strcmp(before, after) != 0)
			status = fault_setf(f, STATUS_CONFLICT, path,
					    _("the file was changed after it was opened"));
	}
	free(path);
	free(before);
	free(after);
	return status;
}

static enum status mark(struct app *app, struct pane *pane, struct mark *wanted,
			struct highlight *made, bool *widened, struct fault *f)
{
	enum status status = reader_adopt_range(app, pane, wanted->range, f);
	if (!status)
		status = project_mark(&app->project, &pane->article, wanted, made, widened, f);
	if (!status)
		pane->selecting = SELECT_NONE;
	return status;
}

/* Makes a highlight and says what came of it. */
static bool mark_and_say(struct app *app, struct pane *pane, struct mark *wanted,
			 char highlight[ID_SIZE])
{
	struct fault f = FAULT_NONE;
	struct highlight made = {.exact = NULL};
	bool widened = false, done = !mark(app, pane, wanted, &made, &widened, &f);
	if (!done)
		app_say_fault(app, &f);
	else if (wanted->n_tags > 0)
		app_say(app, widened ? _("saved: %s, on whole characters") : _("saved: %s"),
			wanted->tags[0]);
	else
		app_say(app,
			widened ? _("highlight saved, on whole characters") : _("highlight saved"));
	if (done)
		memcpy(highlight, made.id, ID_SIZE);
	highlight_release(&made);
	app_reload(app);
	if (done && !marks_find(&pane->marks, highlight))
		app_say(app, _("saved, but the filter hides it: | shows all"));
	return done;
}

static void remember_tag(struct app *app, const char *tag)
{
	char *last = xstrdup(tag);
	free(app->last_tag);
	app->last_tag = last;
	app->repeats_link = false;
}

bool reader_mark(struct app *app, struct pane *pane, struct cp_range range, const char *tag,
		 char highlight[ID_SIZE])
{
	char *tags[] = {tag ? xstrdup(tag) : NULL};
	struct mark wanted = {.range = range, .tags = tags, .n_tags = tag != NULL};
	bool done = mark_and_say(app, pane, &wanted, highlight);
	if (done && tag)
		remember_tag(app, tag);
	free(tags[0]);
	return done;
}

bool reader_mark_with_note(struct app *app, struct pane *pane, struct cp_range range,
			   const char *note)
{
	struct mark wanted = {.range = range, .note = note};
	char highlight[ID_SIZE];
	bool done = mark_and_say(app, pane, &wanted, highlight);
	if (done)
		app_say(app, _("note saved"));
	return done;
}

bool reader_tag_highlight(struct app *app, const char *highlight, const char *tag, bool on)
{
	struct fault f = FAULT_NONE;
	bool done = !project_tag_mark(&app->project, highlight, tag, on, &f);
	if (!done)
		app_say_fault(app, &f);
	else
		app_say(app, on ? _("saved: %s") : _("taken off: %s"), tag);
	if (done && on)
		remember_tag(app, tag);
	app_reload(app);
	return done;
}

bool reader_may_write(struct app *app)
{
	struct fault f = FAULT_NONE;
	if (!app->project.store || !project_writable(&app->project, &f))
		return true;
	app_say_fault(app, &f);
	return false;
}

void command_highlight(struct app *app, const char *argument)
{
	struct pane *pane = reader_pane(app);
	struct cp_range range;
	char highlight[ID_SIZE];
	(void)argument;
	if (!reader_target(pane, &range, highlight))
		app_complain(app, _("there is nothing to highlight here"));
	else if (*highlight)
		command_move_ends(app, "");
	else
		reader_mark(app, pane, range, NULL, highlight);
}

/*
 * The tag that `.` gives: the last of this session, else the last of the project; the caller's, or
 * NULL.
 */
static char *tag_to_repeat(struct app *app)
{
	if (app->last_tag)
		return xstrdup(app->last_tag);
	struct tag_list tags = {.items = NULL};
	const struct tag *last = NULL;
	if (app->project.store && project_tag_list(&app->project, &tags, NULL))
		return NULL;
	for (size_t i = 0; i < tags.n; i++)
		if (*tags.items[i].last_used_at &&
		    (!last || strcmp(tags.items[i].last_used_at, last->last_used_at) > 0))
			last = &tags.items[i];
	char *path = last ? xstrdup(last->path) : NULL;
	tag_list_release(&tags);
	return path;
}

void command_repeat_tag(struct app *app, const char *argument)
{
	struct pane *pane = reader_pane(app);
	struct cp_range range;
	char highlight[ID_SIZE];
	(void)argument;
	if (reader_repeat_link(app))
		return;
	char *tag = tag_to_repeat(app);
	if (!tag)
		app_complain(app, _("no tag to repeat yet: t gives one"));
	else if (!reader_target(pane, &range, highlight))
		app_complain(app, _("there is nothing to tag here"));
	else if (*highlight)
		reader_tag_highlight(app, highlight, tag, true);
	else
		reader_mark(app, pane, range, tag, highlight);
	free(tag);
}

void reader_delete_marks(struct app *app, const char *const *ids, size_t n_ids)
{
	struct fault f = FAULT_NONE;
	if (project_unmark(&app->project, ids, n_ids, &f))
		app_say_fault(app, &f);
	else
		app_say(app,
			ngettext("removed %zu highlight; u brings it back",
				 "removed %zu highlights; u brings them back", n_ids),
			n_ids);
	app_reload(app);
}

/* Deletes those that a selection touches. */
static void delete_touched(struct app *app, struct pane *pane, struct cp_range range)
{
	const struct shown_mark **touched = xcalloc(pane->marks.n + 1, sizeof *touched);
	size_t n = marks_touching(&pane->marks, range, touched, pane->marks.n);
	const char **ids = xcalloc(n + 1, sizeof *ids);
	char(*copies)[ID_SIZE] = xcalloc(n + 1, sizeof *copies);
	for (size_t i = 0; i < n; i++)
		ids[i] = memcpy(copies[i], touched[i]->id, ID_SIZE);
	pane->selecting = SELECT_NONE;
	if (n == 0)
		app_complain(app, _("there is no highlight here"));
	else
		reader_delete_marks(app, ids, n);
	free(copies);
	free(ids);
	free(touched);
}

void command_delete_highlight(struct app *app, const char *argument)
{
	struct pane *pane = reader_pane(app);
	struct cp_range range;
	(void)argument;
	if (pane_selection(pane, &range)) {
		delete_touched(app, pane, range);
		return;
	}
	const struct shown_mark *mark = pane_mark(pane, NULL, NULL);
	char id[ID_SIZE];
	const char *ids[] = {id};
	if (!mark) {
		app_complain(app, _("there is no highlight here"));
		return;
	}
	memcpy(id, mark->id, sizeof id);
	reader_delete_marks(app, ids, 1);
}

/* The highlight at whose start the cursor stands: its neighbours may begin there too. */
static const struct shown_mark *begun_here(struct pane *pane)
{
	const struct shown_mark *mark = pane_mark(pane, NULL, NULL);
	struct cp_range cell = pane_cell_range(pane, pane->cursor_cp);
	bool here = mark && mark->range.start_cp >= cell.start_cp &&
		    mark->range.start_cp < cell.end_cp;
	return here ? mark : NULL;
}

/* The first of the panes behind this one, or before it, that has a highlight; NULL. */
static struct pane *pane_with_marks(struct reader *reader, ptrdiff_t step)
{
	size_t i = reader->focus + (size_t)step;
	while (i < reader->n_panes && reader->panes[i]->marks.n == 0)
		i += (size_t)step;
	return i < reader->n_panes ? reader->panes[i] : NULL;
}

/* Where a pane has no further one, it goes on in the next, the way that reading does. */
static void go_to_mark(struct app *app, const struct shown_mark *mark, ptrdiff_t step)
{
	struct reader *reader = app->reader;
	struct pane *pane = mark ? reader_pane(app) : pane_with_marks(reader, step);
	if (!pane) {
		app_say(app, _("there is no further highlight"));
		return;
	}
	if (!mark) {
		while (reader_pane(app) != pane)
			reader_set_focus(reader, reader->focus + (size_t)step);
		mark = &pane->marks.items[step > 0 ? 0 : pane->marks.n - 1];
	}
	pane_pick(pane, mark);
}

void command_next_highlight(struct app *app, const char *argument)
{
	struct pane *pane = reader_pane(app);
	const struct shown_mark *here = begun_here(pane);
	(void)argument;
	go_to_mark(app, here ? marks_after(&pane->marks, here)
			     : marks_next(&pane->marks, pane->cursor_cp), 1);
}

void command_previous_highlight(struct app *app, const char *argument)
{
	struct pane *pane = reader_pane(app);
	const struct shown_mark *here = begun_here(pane);
	(void)argument;
	go_to_mark(app, here ? marks_before(&pane->marks, here)
			     : marks_previous(&pane->marks, pane->cursor_cp), -1);
}
