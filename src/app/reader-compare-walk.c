/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From match to match of the passage at the cursor, the best first; and following, on or off. */
#include "app/command.h"

#include "app/compare-words.h"
#include "app/comparison.h"
#include "app/i18n.h"
#include "app/reader-internal.h"

static void complain_alone(struct app *app)
{
	const char *title;
	if (comparison_left_out(app, &title) > 0)
		app_complain(app, _("%s is too long to be compared"), title);
	else
		app_complain(app,
			     _("matches are found in other open articles: open one beside this"));
}

bool reader_has_links(struct app *app)
{
	enum comparison_state state = comparison_want(app, true);
	if (state == COMPARISON_ALONE) {
		complain_alone(app);
		return false;
	}
	if (state == COMPARISON_READY)
		reader_look(app);
	else
		app_say(app, _("comparing the articles: once more in a moment"));
	return state == COMPARISON_READY;
}

/* Brings the pane of a link on the screen beside the focus; false where there is no room for both. */
static bool bring_on_screen(struct reader *reader, const struct pane *pane)
{
	size_t index = 0;
	while (index < reader->n_panes && reader->panes[index] != pane)
		index++;
	size_t low = index < reader->focus ? index : reader->focus;
	size_t high = index < reader->focus ? reader->focus : index;
	if (high - low >= reader->n_shown)
		return false;
	if (low < reader->first)
		reader->first = low;
	else if (high >= reader->first + reader->n_shown)
		reader->first = high + 1 - reader->n_shown;
	return true;
}

static void say_place(struct app *app, const struct link *link, bool on_screen)
{
	const struct cursor_links *here = &app->reader->links;
	size_t number = 1;
	while (app->reader->panes[number - 1] != comparison_pane(app, link->b.text))
		number++;
	if (on_screen)
		/* TRANSLATORS: which match, of how many; how sure it is that it says the same */
		app_say(app, _("match %zu of %zu: %s"), here->place + 1, here->links.n,
			_(band_words(link->band)));
	else
		/* TRANSLATORS: the same, and in which pane it is, that has no room on the screen */
		app_say(app, _("match %zu of %zu: %s, in pane %zu"), here->place + 1, here->links.n,
			_(band_words(link->band)), number);
}

static void walk_to(struct app *app, size_t place)
{
	struct reader *reader = app->reader;
	struct link link = reader->links.links.items[place];
	struct pane *pane = comparison_pane(app, link.b.text);
	if (!pane)
		return;
	bool on_screen = bring_on_screen(reader, pane);
	reader_show_link(app, &link);
	say_place(app, &link, on_screen);
}

/* Whether the link that the foot speaks of is on the screen. */
static bool is_current_shown(struct app *app)
{
	const struct cursor_links *here = &app->reader->links;
	const struct pane *pane =
		here->has_current ? comparison_pane(app, here->current.b.text) : NULL;
	return pane && pane->linked.state == LINKED_SHOWN && reader_shows(app->reader, pane);
}

/* Whether it is where the walk is; a walk that did not begin yet begins at the best match. */
static bool is_on_walk(struct app *app, int direction)
{
	const struct cursor_links *here = &app->reader->links;
	return here->walked || ((here->place == 0 || direction < 0) && is_current_shown(app));
}

static void say_end(struct app *app, int direction, size_t n)
{
	if (n == 1)
		app_say(app, _("this is the only match"));
	else if (direction > 0)
		app_say(app, ngettext("this is the last of %zu match",
				      "this is the last of %zu matches", n), n);
	else
		app_say(app, _("this is the best match"));
}

static void walk(struct app *app, int direction)
{
	const struct cursor_links *here = &app->reader->links;
	if (!reader_has_links(app))
		return;
	size_t n = here->links.n, place = here->place;
	if (n == 0)
		app_say(app, "%s", _(band_words(BAND_NONE)));
	else if (place >= n || !is_on_walk(app, direction))
		walk_to(app, 0);
	else if (direction > 0 && place + 1 < n)
		walk_to(app, place + 1);
	else if (direction < 0 && place > 0)
		walk_to(app, place - 1);
	else
		say_end(app, direction, n);
}

void command_next_match(struct app *app, const char *argument)
{
	(void)argument;
	walk(app, 1);
}

void command_previous_match(struct app *app, const char *argument)
{
	(void)argument;
	walk(app, -1);
}

/* What is too large to be compared unasked is not followed before somebody asks. */
static bool follows_now(struct app *app)
{
	const struct reader *reader = app->reader;
	return reader->follows && !reader->locked &&
	       comparison_want(app, false) != COMPARISON_LARGE;
}

static void say_follows(struct app *app, bool was_locked)
{
	enum comparison_state state = comparison_want(app, true);
	if (state == COMPARISON_ALONE)
		app_say(app, _("panes follow the cursor to the same, once two articles are open"));
	else if (was_locked)
		app_say(app, _("the other panes follow the cursor, and are not locked any more"));
	else if (state == COMPARISON_MAKING)
		app_say(app, _("the other panes follow the cursor once the articles are compared"));
	else
		app_say(app, _("the other panes follow the cursor to where the same is said"));
}

void command_follow(struct app *app, const char *argument)
{
	struct reader *reader = app->reader;
	bool was_locked = reader->locked;
	(void)argument;
	reader->follows = !follows_now(app);
	reader->locked = false;
	if (reader->follows)
		say_follows(app, was_locked);
	else
		app_say(app, _("the other panes stay where they are"));
}
