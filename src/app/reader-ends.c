/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The ends of a highlight on the move: a view on the reader that draws nothing of its own. The pane
 * shows the range as its selection, the reader's motions move it, Enter saves it and Esc leaves the
 * highlight as it was.
 */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/ends.h"
#include "app/i18n.h"
#include "app/reader-internal.h"
#include "app/words.h"
#include "base/xalloc.h"
#include "model/anchor.h"

enum { SHOWN_CP = 8, LEAST_WORDS = 100 }; /* on each side of the end; columns from which words are told */

struct moving {
	struct view view;
	struct app *app;
	struct pane *pane; /* compared before it is used: another program may remove its article */
	char highlight[ID_SIZE];
	struct cp_range before;
	struct ends ends;
	struct str status; /* the last that was handed out */
};

static struct moving *moving_of(struct view *view)
{
	return (struct moving *)view;
}

static void leave(struct view *view)
{
	struct moving *moving = moving_of(view);
	if (reader_is_open(moving->app, moving->pane))
		moving->pane->moved = NULL;
	if (moving->app->reader)
		moving->app->reader->ends = NULL;
	str_release(&moving->status);
	free(moving);
}

static void draw(struct view *view, struct app *app, struct frame *frame, struct area area)
{
	(void)view;
	(void)app;
	(void)frame;
	(void)area;
}

static bool is_same(struct cp_range a, struct cp_range b)
{
	return a.start_cp == b.start_cp && a.end_cp == b.end_cp;
}

/* Which of the ends are not where they were. */
static const char *moved_words(struct cp_range before, struct cp_range now)
{
	if (before.start_cp == now.start_cp)
		return _("moved the end of the highlight; u takes it back");
	if (before.end_cp == now.end_cp)
		return _("moved the start of the highlight; u takes it back");
	return _("moved both ends of the highlight; u takes it back");
}

/* True where there is nothing left to do. */
static bool save(struct app *app, const struct moving *moving)
{
	struct fault f = FAULT_NONE;
	struct cp_range now = moving->ends.range;
	enum status status = STATUS_OK;
	if (now.end_cp == now.start_cp) {
		app_complain(app, _("nothing would be left of it: move an end, or Esc"));
		return false;
	}
	if (!is_same(now, moving->before))
		status = project_resize_mark(&app->project, moving->highlight, now, &f);
	if (status == STATUS_EXISTS) {
		fault_release(&f);
		app_complain(app, _("another highlight of yours has these ends: move on, or Esc"));
	} else if (status) {
		app_say_fault(app, &f);
	} else if (is_same(now, moving->before)) {
		app_say(app, _("the highlight is as it was"));
	} else {
		app_say(app, "%s", moved_words(moving->before, now));
	}
	return !status;
}

static void accept(struct view *view, struct app *app)
{
	struct moving *moving = moving_of(view);
	struct pane *pane = moving->pane;
	char highlight[ID_SIZE];
	memcpy(highlight, moving->highlight, ID_SIZE);
	if (!save(app, moving))
		return;
	view_pop(app);
	app_reload(app);
	if (reader_is_open(app, pane))
		pane_pick_here(pane, highlight);
}

static void back(struct view *view, struct app *app)
{
	(void)view;
	view_pop(app);
	app_say(app, _("the highlight is as it was"));
}

static bool offers(struct view *view, struct app *app, const char *command)
{
	(void)view;
	(void)app;
	return strcmp(command, "quit") != 0 && strcmp(command, "coverage-grid") != 0;
}

static const char *label(struct view *view, struct app *app, const char *command)
{
	(void)view;
	(void)app;
	if (strcmp(command, "accept") == 0)
		return _("save");
	if (strcmp(command, "cursor-left") == 0)
		/* TRANSLATORS: what Left and Right go by */
		return _("letter");
	/* TRANSLATORS: a key that leaves everything as it was */
	return strcmp(command, "back") == 0 ? _("leave") : NULL;
}

/* The letters of `range` on one line; the caller's. */
static char *letters(struct pane *pane, struct cp_range range)
{
	char *text = NULL;
	if (range.end_cp > range.start_cp && !anchor_widen(pane->doc, &range, NULL, NULL))
		text = reader_text(pane, range, NULL);
	for (char *at = text; at && (at = strchr(at, '\n'));)
		*at = ' ';
	return text ? text : xstrdup("");
}

/* "the A|merican": where the end is, which a cell of two letters cannot show. The caller's. */
static char *around(struct pane *pane, size_t cp)
{
	char *before = letters(pane, (struct cp_range){cp > SHOWN_CP ? cp - SHOWN_CP : 0, cp});
	char *after = letters(pane, (struct cp_range){cp, cp + SHOWN_CP});
	char *both = xasprintf("%s|%s", before, after);
	free(before);
	free(after);
	return both;
}

static const char *status(struct view *view, struct app *app)
{
	struct moving *moving = moving_of(view);
	if (!reader_is_open(app, moving->pane))
		return "";
	char *place = around(moving->pane, ends_boundary(&moving->ends));
	/* TRANSLATORS: which end of a highlight moves, and the letters on both sides of it */
	char *words = words_format(moving->ends.at_start ? _("start: %s") : _("end: %s"), place);
	str_clear(&moving->status);
	str_append_str(&moving->status, words);
	free(words);
	free(place);
	if (app->frame.n_cols >= LEAST_WORDS && moving->ends.range.end_cp > moving->ends.range.start_cp)
		reader_say_selected(&moving->status, moving->pane);
	return str_cstr(&moving->status);
}

/* A click or a drag takes the end there; the wheel scrolls. */
static void mouse(struct view *view, struct app *app, const struct event *event)
{
	struct moving *moving = moving_of(view);
	struct pane *pane = moving->pane;
	enum mouse_kind kind = event->mouse.kind;
	int zone = frame_at(&app->frame, event->mouse.row, event->mouse.col)->zone;
	if (kind == MOUSE_WHEEL_UP || kind == MOUSE_WHEEL_DOWN)
		reader_mouse(view, app, event);
	else if (kind != MOUSE_RELEASE && zone == ZONE_PANE + (int)app->reader->focus)
		ends_move_to(&moving->ends, pane,
			     pane_screen_cell(pane, event->mouse.row, event->mouse.col));
}

static const struct view_ops ops = {
	.section = SECTION_ENDS,
	.draw = draw,
	.accept = accept,
	.back = back,
	.offers = offers,
	.label = label,
	.mouse = mouse,
	.status = status,
	.free = leave,
};

static void begin(struct app *app, struct pane *pane, const struct shown_mark *mark)
{
	struct moving *moving = xcalloc(1, sizeof *moving);
	moving->view.ops = &ops;
	moving->app = app;
	moving->pane = pane;
	moving->before = mark->range;
	memcpy(moving->highlight, mark->id, ID_SIZE);
	pane->selecting = SELECT_NONE;
	pane->moved = &moving->ends.range;
	app->reader->ends = &moving->ends;
	ends_begin(&moving->ends, pane, mark->range);
	view_push(app, &moving->view);
}

void command_move_ends(struct app *app, const char *argument)
{
	struct pane *pane = reader_pane(app);
	const struct shown_mark *mark = pane_mark(pane, NULL, NULL);
	(void)argument;
	if (!mark)
		app_complain(app, _("there is no highlight here"));
	else if (reader_may_write(app))
		begin(app, pane, mark);
}
