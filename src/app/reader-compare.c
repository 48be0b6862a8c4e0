/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading with links: what other articles say of the passage at the cursor, and panes that go there.
 *
 * It is looked for in idle time after a frame was drawn, so that no key waits for it; what comes of
 * it is on the screen with the next frame. When the cursor has come to another passage, each other
 * pane goes to its best match, if that is likely and not on the screen. It stays where it is
 *	- while a match that is as good is on the screen,
 *	- when the person scrolled it, or reads it now, or came from it to look around on one screen,
 *	- when only the focus moved: who looks into another pane wants to find it as it was.
 */
#include <stdlib.h>
#include <string.h>

#include "app/compared.h"
#include "app/comparison.h"
#include "app/reader-internal.h"

enum {
	MATCHES = 10,              /* in one article */
	AS_GOOD = COMPARE_ONE / 20, /* by how much a score may be less for a match to be as good */
};

bool reader_compares(struct app *app)
{
	enum comparison_state state = comparison_want(app, false);
	return state == COMPARISON_MAKING || state == COMPARISON_READY;
}

void reader_hold(struct pane *pane)
{
	pane->linked.held = true;
}

void reader_forget_links(struct reader *reader)
{
	free(reader->links.links.items);
	free(reader->links.why);
	reader->links = (struct cursor_links){.serial = 0};
}

static struct cp_range range_of(const struct app *app, struct unit_ref at)
{
	return compare_text_unit(compare_set_text(comparison_set(app), at.text), at.unit).range;
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

static int best_first(const void *a, const void *b)
{
	const struct link *one = a, *two = b;
	if (one->score != two->score)
		return one->score > two->score ? -1 : 1;
	if (one->b.text != two->b.text)
		return one->b.text < two->b.text ? -1 : 1;
	return (one->b.unit > two->b.unit) - (one->b.unit < two->b.unit);
}

static void collect(const struct compare_set *set, struct unit_ref from, struct link_list *out)
{
	size_t kept = 0;
	out->n = 0;
	for (size_t to = 0; to < compare_set_count(set); to++)
		compare_links(set, from, to, MATCHES, out);
	for (size_t i = 0; i < out->n; i++)
		if (out->items[i].band != BAND_NONE)
			out->items[kept++] = out->items[i];
	out->n = kept;
	if (kept > 1)
		qsort(out->items, kept, sizeof *out->items, best_first);
}

bool reader_shows(const struct reader *reader, const struct pane *pane)
{
	for (size_t i = reader->first; i < reader->first + reader->n_shown; i++)
		if (i < reader->n_panes && reader->panes[i] == pane)
			return true;
	return false;
}

/* All of it, or it begins in the upper half. */
static bool is_on_screen(const struct reader *reader, const struct pane *pane, struct cp_range unit)
{
	struct cp_range shown = pane->shown;
	size_t middle_cp = shown.start_cp + (shown.end_cp - shown.start_cp) / 2;
	return reader_shows(reader, pane) && unit.start_cp >= shown.start_cp &&
	       (unit.end_cp <= shown.end_cp || unit.start_cp < middle_cp);
}

static bool is_as_good(const struct link *link, const struct link *best)
{
	return link->score + AS_GOOD >= best->score &&
	       (link->band >= BAND_LIKELY || best->band < BAND_LIKELY);
}

/* What a pane is to show of the links: false where there is none to its text. */
static bool choose(struct app *app, const struct pane *pane, size_t text, struct link *out)
{
	const struct cursor_links *here = &app->reader->links;
	const struct compare_set *set = comparison_set(app);
	const struct link *best = NULL;
	if (pane->linked.pinned) {
		size_t unit = compare_text_unit_at(compare_set_text(set, text), pane->linked.pin_cp);
		*out = compare_link(set, here->from, (struct unit_ref){text, unit});
		return true;
	}
	for (size_t i = 0; i < here->links.n; i++) {
		const struct link *link = &here->links.items[i];
		if (link->b.text != text)
			continue;
		if (!best)
			best = link;
		if (is_as_good(link, best) &&
		    is_on_screen(app->reader, pane, range_of(app, link->b))) {
			best = link;
			break;
		}
	}
	if (best)
		*out = *best;
	return best;
}

/* Puts the match at the height at which the passage at the cursor stands. */
static void go_to_match(struct app *app, struct pane *pane, struct cp_range unit)
{
	const struct cursor_links *here = &app->reader->links;
	if (pane->placed_once)
		pane_show_range(pane, unit, pane_row_of(reader_pane(app), here->range.start_cp));
	else
		pane_restore(pane, unit.start_cp, unit.start_cp);
}

/* Underlines the words that both have. */
static void add_words(struct app *app, struct linked *linked, const struct link *link)
{
	struct match_list why = {.items = NULL};
	struct linked *from = &reader_pane(app)->linked;
	compare_why(comparison_set(app), link->a, link->b, &why);
	for (size_t i = 0; i < why.n; i++) {
		linked_add(from, why.items[i].a);
		linked_add(linked, why.items[i].b);
	}
	linked_sort(linked);
	free(why.items);
}

/* Marks a link in its pane, which goes there if it `moves`. */
static void mark(struct app *app, struct pane *pane, const struct link *link, bool moves)
{
	struct linked *linked = &pane->linked;
	struct cp_range unit = range_of(app, link->b);
	bool shown = is_on_screen(app->reader, pane, unit);
	linked->link = *link;
	linked->unit = unit;
	if (moves && shown)
		pane_goto(pane, unit.start_cp);
	else if (moves)
		go_to_match(app, pane, unit);
	linked->state = shown || moves				? LINKED_SHOWN
			: unit.start_cp < pane->shown.start_cp ? LINKED_ABOVE
							       : LINKED_BELOW;
	add_words(app, linked, link);
}

/* Whether following may put a pane elsewhere. */
static bool is_free(const struct reader *reader, const struct pane *pane)
{
	return !pane->linked.held && !pane->linked.pinned && pane->selecting == SELECT_NONE &&
	       pane != reader->came_from;
}

static void tell(struct app *app, struct pane *pane, bool moves)
{
	struct reader *reader = app->reader;
	const struct compare_set *set = comparison_set(app);
	size_t text = comparison_text_of(app, pane);
	struct link link;
	linked_clear(&pane->linked);
	if (text == compare_set_count(set))
		pane->linked.state = LINKED_LEFT_OUT;
	else if (text == reader->links.from.text)
		pane->linked.state = LINKED_UNTOLD;
	else if (!choose(app, pane, text, &link))
		pane->linked.state = LINKED_NOT;
	else
		mark(app, pane, &link, moves && link.band >= BAND_LIKELY && is_free(reader, pane));
}

/* Whether the foot speaks of `one` rather than of `other`: of what can be seen, then of the best. */
static bool is_told_before(const struct reader *reader, const struct pane *one,
			   const struct pane *other)
{
	bool shown = reader_shows(reader, one);
	if (!other || shown != reader_shows(reader, other))
		return !other || shown;
	return best_first(&one->linked.link, &other->linked.link) < 0;
}

static void choose_current(struct reader *reader)
{
	const struct pane *best = NULL;
	for (size_t i = 0; i < reader->n_panes; i++) {
		const struct linked *linked = &reader->panes[i]->linked;
		bool tells = linked->unit.end_cp > 0 && linked->state != LINKED_FROM;
		if (tells && is_told_before(reader, reader->panes[i], best))
			best = reader->panes[i];
	}
	reader->links.has_current = best;
	reader->links.walked = false;
	if (best)
		reader->links.current = best->linked.link;
}

/* The current link's index among those that can be walked. */
static void find_place(struct cursor_links *here)
{
	for (here->place = 0; here->place < here->links.n; here->place++)
		if (here->has_current &&
		    here->links.items[here->place].b.text == here->current.b.text &&
		    here->links.items[here->place].b.unit == here->current.b.unit)
			break;
}

/* What is shown is another than before: the line at the foot is made anew. */
static void show_anew(struct app *app)
{
	struct cursor_links *here = &app->reader->links;
	linked_sort(&reader_pane(app)->linked);
	find_place(here);
	free(here->why);
	here->why = NULL;
	app->wants_frame = true;
}

static bool is_compared(struct unit unit)
{
	return unit.kind == UNIT_TEXT || unit.kind == UNIT_HEADING;
}

static void look(struct app *app, bool moves)
{
	struct reader *reader = app->reader;
	struct cursor_links *here = &reader->links;
	const struct compare_set *set = comparison_set(app);
	struct unit unit = compare_text_unit(compare_set_text(set, here->from.text), here->from.unit);
	struct pane *pane = reader_pane(app);
	here->range = unit.range;
	collect(set, here->from, &here->links);
	linked_clear(&pane->linked);
	for (size_t i = 0; i < reader->n_panes; i++) {
		if (reader->panes[i] == pane)
			continue;
		if (is_compared(unit))
			tell(app, reader->panes[i], moves);
		else
			linked_clear(&reader->panes[i]->linked);
	}
	choose_current(reader);
	pane->linked.state = LINKED_FROM;
	if (here->has_current)
		pane->linked.unit = unit.range;
	show_anew(app);
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

static void come_to_unit(struct app *app, struct unit_ref from)
{
	struct reader *reader = app->reader;
	struct cursor_links *here = &reader->links;
	struct pane *pane = reader_pane(app);
	bool refocused = here->pane != pane;
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
	look(app, moved && reader->follows && !reader->locked && !reader->ends);
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
}

void reader_show_link(struct app *app, const struct link *link)
{
	struct pane *pane = comparison_pane(app, link->b.text), *from = reader_pane(app);
	app->reader->links.current = *link;
	app->reader->links.has_current = app->reader->links.walked = true;
	linked_clear(&from->linked);
	from->linked.state = LINKED_FROM;
	from->linked.unit = app->reader->links.range;
	if (pane) {
		pane->selecting = SELECT_NONE;
		linked_clear(&pane->linked);
		mark(app, pane, link, true);
	}
	show_anew(app);
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
