/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The links of the passage at the cursor: found, and marked in all panes. Which pane goes where by
 * itself is told in reader-compare-follow.c.
 */
#include <stdlib.h>

#include "app/comparison.h"
#include "app/reader-internal.h"

enum {
	MATCHES = 10,              /* in one article */
	AS_GOOD = COMPARE_ONE / 20, /* by how much a score may be less for a match to be as good */
};

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

void reader_mark_links(struct app *app, bool moves)
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

void reader_show_link(struct app *app, const struct link *link)
{
	struct pane *pane = comparison_pane(app, link->b.text), *from = reader_pane(app);
	app->reader->links.current = *link;
	app->reader->links.has_current = app->reader->links.walked = true;
	app->reader->links.waits = false;
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
