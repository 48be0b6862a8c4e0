/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding in all panes: the prompt, the next and the previous hit, the count. */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/prompt.h"
#include "app/reader-internal.h"
#include "base/xalloc.h"
#include "text/unfold.h"

/* Looked through at once, while the key waits: .1 ms. The rest is idle work. */
enum { AT_ONCE = 8 * 1024 };

void reader_look_for(struct app *app, struct pane *pane)
{
	if (!app->unfold)
		app->unfold = unfold_new();
	finds_start(&pane->finds, app->reader->needle, app->unfold);
}

/* What is looked for already goes on. */
static void look_for(struct app *app, const char *text)
{
	struct reader *reader = app->reader;
	bool same = reader->needle && strcmp(reader->needle, text) == 0;
	char *needle = xstrdup(text);
	free(reader->needle);
	reader->needle = needle;
	reader->find_typed = false;
	for (size_t i = 0; i < reader->n_panes; i++) {
		struct pane *pane = reader->panes[i];
		if (!same || !finds_active(&pane->finds))
			reader_look_for(app, pane);
		finds_scan(&pane->finds, pane->doc, AT_ONCE / reader->n_panes);
	}
	reader_work(app);
}

static void count_hits(const struct reader *reader, size_t *n, bool *done)
{
	*n = 0;
	*done = true;
	for (size_t i = 0; i < reader->n_panes; i++) {
		*n += reader->panes[i]->finds.n;
		*done &= reader->panes[i]->finds.done;
	}
}

/* The last code point of the cursor's cell: a lam with its alef is one cell of two. */
static size_t last_cp(struct pane *pane)
{
	struct cp_range cell = pane_cell_range(pane, pane->cursor_cp);
	return cell.end_cp > cell.start_cp ? cell.end_cp - 1 : pane->cursor_cp;
}

/* The hit that the cursor is at, from 1; 0: none. It may begin inside of the cursor's cell. */
static size_t hit_number(struct pane *pane)
{
	size_t number = finds_number(&pane->finds, pane->cursor_cp);
	return number > 0 ? number : finds_number(&pane->finds, last_cp(pane));
}

/* `around`: words on having gone round the end; "". */
static void say_count(struct app *app, const char *around)
{
	const struct finds *finds = &reader_pane(app)->finds;
	size_t all;
	bool done;
	count_hits(app->reader, &all, &done);
	size_t number = hit_number(reader_pane(app));
	if (all == 0 && done)
		app_complain(app, _("%s: not found"), app->reader->needle);
	else
		/* TRANSLATORS: which hit the cursor is at, of how many in its pane; how many in all
		 * panes; "+": and counting
		 */
		app_say(app, _("%s%s: %zu/%zu here, %zu%s in all panes"), around,
			app->reader->needle, number, finds->n, all, done ? "" : "+");
}

static void go_to_hit(struct pane *pane, const struct cp_range *hit)
{
	if (pane->selecting == SELECT_PASSING)
		pane->selecting = SELECT_NONE;
	pane_goto(pane, hit->start_cp);
}

/* The hit nearest to `cp` in a direction, if that much of the text was looked through. */
static const struct cp_range *nearest(struct pane *pane, int direction, size_t cp, bool *known)
{
	const struct cp_range *hit =
		direction > 0 ? finds_next(&pane->finds, cp) : finds_previous(&pane->finds, cp);
	*known = pane->finds.done ||
		 (direction > 0 ? hit != NULL : finds_reached(&pane->finds, pane->doc, cp));
	return hit;
}

/*
 * The first or last hit of the next pane that has one, all the way round to the focus's own; false:
 * it is not known yet.
 */
static bool go_to_other_pane(struct app *app, int direction, const char **around)
{
	struct reader *reader = app->reader;
	size_t from = reader->focus;
	for (size_t step = 1; step <= reader->n_panes; step++) {
		size_t index = (reader->focus + (direction > 0 ? step : reader->n_panes - step)) %
			       reader->n_panes;
		struct pane *pane = reader->panes[index];
		if (!pane->finds.done && (direction < 0 || pane->finds.n == 0))
			return false;
		if (pane->finds.n == 0)
			continue;
		if (direction > 0 ? index <= from : index >= from)
			*around = direction > 0 ? _("from the top again: ")
						: _("from the end again: ");
		reader_set_focus(reader, index);
		go_to_hit(pane, &pane->finds.hits[direction > 0 ? 0 : pane->finds.n - 1]);
		return true;
	}
	return true;
}

/* While it is typed, the cursor goes to the first hit from where it was, as soon as it is known. */
static void follow_typing(struct app *app)
{
	struct reader *reader = app->reader;
	struct pane *pane = reader_pane(app);
	size_t origin_cp = reader->find_origin_cp;
	bool known = true;
	const struct cp_range *hit =
		finds_touching(&pane->finds, (struct cp_range){origin_cp, origin_cp + 1});
	if (!hit)
		hit = nearest(pane, 1, origin_cp, &known);
	if (!hit && known && pane->finds.n > 0)
		hit = &pane->finds.hits[0];
	reader->find_typed = !known;
	if (!known)
		return;
	if (hit)
		go_to_hit(pane, hit);
	else
		pane_goto(pane, origin_cp);
	app->wants_frame = true;
}

/* Goes where `n` or `N` waits to go. */
static void go_to_pending(struct app *app)
{
	struct reader *reader = app->reader;
	struct pane *pane = reader_pane(app);
	const char *around = "";
	bool known;
	const struct cp_range *hit = nearest(
		pane, reader->find_pending,
		reader->find_pending > 0 ? last_cp(pane) : pane->cursor_cp, &known);
	if (!known)
		return;
	if (hit)
		go_to_hit(pane, hit);
	else if (!go_to_other_pane(app, reader->find_pending, &around))
		return;
	reader->find_pending = 0;
	app->wants_frame = true;
	say_count(app, around);
}

void reader_find_go_on(struct app *app)
{
	if (app->reader->find_typed)
		follow_typing(app);
	if (app->reader->find_pending != 0)
		go_to_pending(app);
}

static void find_on(struct app *app, int direction)
{
	if (!app->reader->needle || !*app->reader->needle) {
		app_complain(app, _("nothing to find yet: / asks for words"));
		return;
	}
	app->reader->find_pending = direction;
	reader_find_go_on(app);
	if (app->reader->find_pending != 0)
		app_say(app, _("%s: looking for it"), app->reader->needle);
	reader_work(app);
}

static void changed(struct app *app, const char *text, void *data)
{
	(void)data;
	look_for(app, text);
	follow_typing(app);
	if (app->reader->find_typed)
		pane_goto(reader_pane(app), app->reader->find_origin_cp);
}

static void remember(struct app *app, const char *text)
{
	char *copy = xstrdup(text);
	free(app->last_find);
	app->last_find = copy;
}

static const char *recall(struct app *app, void *data)
{
	(void)data;
	return app->last_find;
}

static bool accept(struct app *app, const char *text, void *data)
{
	(void)data;
	if (!*text)
		return true;
	remember(app, text);
	look_for(app, text);
	if (hit_number(reader_pane(app)) == 0)
		find_on(app, 1);
	else
		say_count(app, "");
	return true;
}

static void cancel(struct app *app, void *data)
{
	(void)data;
	look_for(app, "");
	pane_goto(reader_pane(app), app->reader->find_origin_cp);
}

void command_find_words(struct app *app, const char *argument)
{
	static const struct prompt_ops ops = {
		.accept = accept, .cancel = cancel, .changed = changed, .recall = recall};
	app->reader->find_pending = 0;
	app->reader->find_origin_cp = reader_pane(app)->cursor_cp;
	if (*argument)
		accept(app, argument, NULL);
	else
		view_push(app, prompt_new(app, _("Find:"), "", &ops, NULL));
}

void command_find_next(struct app *app, const char *argument)
{
	(void)argument;
	find_on(app, 1);
}

void command_find_previous(struct app *app, const char *argument)
{
	(void)argument;
	find_on(app, -1);
}
