/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading with links: what other articles say of the passage at the cursor, and panes that go there.
 *
 * It is looked for in idle time after a frame was drawn, so that no key waits for it; what comes of
 * it is on the screen with the next frame. When the cursor has come to another passage, each other
 * pane goes to its best match, if that is likely and not on the screen. So it does with the first
 * motion after the articles were compared, which itself moves nothing. It stays where it is
 *	- while a match that is as good is on the screen,
 *	- when the person scrolled it, or reads it now, or came from it to look around on one screen,
 *	- when only the focus moved: who looks into another pane wants to find it as it was.
 */
#include <stdlib.h>

#include "app/compared.h"
#include "app/comparison.h"
#include "app/reader-internal.h"

bool reader_compares(struct app *app)
{
	enum comparison_state state = comparison_want(app, false);
	return state == COMPARISON_MAKING || state == COMPARISON_READY;
}

void reader_hold(struct pane *pane)
{
	pane->linked.held = true;
}

/* The passage at the cursor; false where the pane is in no set, or has none. */
static bool unit_here(struct app *app, const struct compare_set *set, struct unit_ref *out)
{
	const struct pane *pane = reader_pane(app);
	out->text = comparison_text_of(app, pane);
	if (out->text >= compare_set_count(set))
		return false;
	const struct compare_text *text = compare_set_text(set, out->text);
	out->unit = compare_text_unit_at(text, pane->cursor_cp);
	return out->unit < compare_text_count(text);
}

/* Nothing is known: no pane shows any link. */
static void look_away(struct app *app)
{
	struct reader *reader = app->reader;
	if (reader->links.serial == 0)
		return;
	reader_forget_links(reader);
	for (size_t i = 0; i < reader->n_panes; i++)
		linked_clear(&reader->panes[i]->linked);
	app->wants_frame = true;
}

/* The focus is in another pane than when it was last looked: holds what was moved by hand. */
static void come_to(struct reader *reader, struct pane *pane)
{
	reader->came_from = reader->links.pane;
	reader->arrival_cp = pane->top_cp;
	for (size_t i = 0; i < reader->n_panes; i++)
		reader->panes[i]->linked.held = false;
}

static void unpin(struct reader *reader)
{
	for (size_t i = 0; i < reader->n_panes; i++)
		reader->panes[i]->linked.pinned = false;
}

/* Who reads on beyond the screen that the focus came to is not looking around any more. */
static void note_scrolling(struct reader *reader, const struct pane *pane)
{
	if (pane->top_cp != reader->arrival_cp)
		reader->came_from = NULL;
}

static bool may_follow(const struct reader *reader)
{
	return reader->follows && !reader->locked && !reader->ends;
}

static void come_to_unit(struct app *app, struct unit_ref from)
{
	struct reader *reader = app->reader;
	struct cursor_links *here = &reader->links;
	struct pane *pane = reader_pane(app);
	bool refocused = here->pane != pane;
	here->waits = here->serial == 0;
	here->first_cp = pane->cursor_cp;
	bool moved = !refocused && here->serial == comparison_serial(app) &&
		     here->from.unit != from.unit;
	if (refocused)
		come_to(reader, pane);
	if ((refocused || moved) && !reader->pinned)
		unpin(reader);
	reader->pinned = false;
	here->serial = comparison_serial(app);
	here->pane = pane;
	here->from = from;
	reader_mark_links(app, moved && may_follow(reader));
}

/* The cursor moved for the first time, and within its passage. */
static bool is_first_motion(const struct cursor_links *here, const struct pane *pane)
{
	return here->waits && pane->cursor_cp != here->first_cp;
}

static void follow_first(struct app *app)
{
	app->reader->links.waits = false;
	reader_mark_links(app, may_follow(app->reader));
}

void reader_look(struct app *app)
{
	struct reader *reader = app->reader;
	const struct cursor_links *here = &reader->links;
	struct pane *pane = reader_pane(app);
	const struct compare_set *set =
		comparison_want(app, false) == COMPARISON_READY ? comparison_set(app) : NULL;
	struct unit_ref from;
	reader->look_due = false;
	if (!set || !unit_here(app, set, &from)) {
		look_away(app);
		return;
	}
	note_scrolling(reader, pane);
	if (here->serial != comparison_serial(app) || here->pane != pane ||
	    here->from.text != from.text || here->from.unit != from.unit || reader->pinned)
		come_to_unit(app, from);
	else if (is_first_motion(here, pane))
		follow_first(app);
}

static unsigned count_others(const struct compare_set *set, struct unit_ref from)
{
	struct link_list best = {.items = NULL};
	unsigned n = 0;
	for (size_t to = 0; to < compare_set_count(set); to++) {
		best.n = 0;
		compare_links(set, from, to, 1, &best);
		n += best.n > 0 && best.items[0].band >= BAND_LIKELY;
	}
	free(best.items);
	return n;
}

/* One passage that is on the screen; the counts are drawn when all are there. */
static bool count_next(struct app *app)
{
	struct reader *reader = app->reader;
	const struct compare_set *set = comparison_set(app);
	for (size_t i = reader->first; set && i < reader->first + reader->n_shown; i++) {
		struct compared *compared = reader->panes[i]->compared;
		struct unit_ref at = {.text = comparison_text_of(app, reader->panes[i])};
		if (at.text == compare_set_count(set) || !compared ||
		    compared->serial != comparison_serial(app) ||
		    !compared_next_unknown(compared, reader->panes[i]->shown, &at.unit))
			continue;
		compared->n_others[at.unit] = (uint8_t)count_others(set, at);
		reader->counted = true;
		return true;
	}
	app->wants_frame |= reader->counted;
	reader->counted = false;
	return false;
}

bool reader_compare(struct app *app)
{
	struct reader *reader = app->reader;
	if (!app->begun)
		return false;
	if (reader->look_due) {
		reader_look(app);
		return true;
	}
	return comparison_go_on(app) || count_next(app);
}
