/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line at the foot of the panes: which article says the same, how sure that is, and why. */
#include <stdlib.h>
#include <string.h>

#include "app/compare-words.h"
#include "app/comparison.h"
#include "app/i18n.h"
#include "app/mirror.h"
#include "app/reader-internal.h"
#include "app/words.h"
#include "base/xalloc.h"

enum {
	NAME_CP = 12,   /* of an article's name, and more on a wide screen: a part of its columns */
	NAME_PART = 8,
	MOST_WORDS = 6, /* of a kind, that are told as reasons */
};

static size_t number_of(const struct app *app, const struct pane *pane)
{
	size_t number = 1;
	while (app->reader->panes[number - 1] != pane)
		number++;
	return number;
}

/* "3 Courier": the pane's number, and the outlet or the title. */
static void append_name(struct str *out, const struct app *app, const struct pane *pane,
			size_t n_cols)
{
	size_t most = n_cols / NAME_PART > NAME_CP ? n_cols / NAME_PART : NAME_CP;
	const char *outlet = pane->article.outlet;
	char *name = words_excerpt(outlet && *outlet ? outlet : pane->article.title, most);
	char *said = words_format("%zu %s", number_of(app, pane), name);
	str_append_str(out, said);
	free(said);
	free(name);
}

static void append(struct str *out, const char *words)
{
	if (*words)
		str_appendf(out, " · %s", words);
}

static bool are_foreign(const struct app *app, size_t a, size_t b)
{
	const struct compare_set *set = comparison_set(app);
	return compare_texts_are_foreign(compare_set_text(set, a), compare_set_text(set, b));
}

static const char two_languages[] =
	N_("two languages: only figures, dates and Latin names are compared");

/* What cannot be seen between two languages is said where it may be missed. */
static void append_languages(struct str *out, bool differ)
{
	if (differ)
		append(out, _(two_languages));
}

static void append_figures(struct str *out, const struct app *app, const struct link *link)
{
	char *said = differing_words(comparison_set(app), link, comparison_range_words, app);
	append(out, said);
	free(said);
}

static void append_reasons(struct str *out, const struct app *app, const struct link *link,
			   size_t max)
{
	struct match_list why = {.items = NULL};
	compare_why(comparison_set(app), link->a, link->b, &why);
	char *said = why_words(&why, link, comparison_range_words, app, max);
	append(out, said);
	free(said);
	free(why.items);
}

/* Where a pane stays at another than the best, or the walk goes on: "match 2 of 3". */
static void append_place(struct str *out, const struct cursor_links *here)
{
	if (here->place == 0 || here->place >= here->links.n)
		return;
	/* TRANSLATORS: which match is told of, of how many */
	char *said = words_format(_("match %zu of %zu"), here->place + 1, here->links.n);
	append(out, said);
	free(said);
}

/* The first of the links that is surer than `current`, and in a pane that is not on the screen. */
static const struct link *surer_off_screen(const struct app *app, const struct link *current)
{
	const struct link_list *links = &app->reader->links.links;
	for (size_t i = 0; i < links->n; i++) {
		const struct pane *pane = comparison_pane(app, links->items[i].b.text);
		if (links->items[i].band > current->band && pane &&
		    !reader_shows(app->reader, pane))
			return &links->items[i];
	}
	return NULL;
}

/* "5: says the same". */
static void append_off_screen(struct str *out, const struct app *app, const struct link *link)
{
	const struct pane *pane = comparison_pane(app, link->b.text);
	str_appendf(out, " · %zu: %s", number_of(app, pane), _(band_words(link->band)));
}

/* With the `max` heaviest words of each kind; the caller's. */
static char *link_words(const struct app *app, const struct link *link, size_t max, size_t n_cols)
{
	struct str out = STR_EMPTY;
	const struct pane *pane = comparison_pane(app, link->b.text);
	const struct link *surer = surer_off_screen(app, link);
	if (pane)
		append_name(&out, app, pane, n_cols);
	if (link->band != BAND_NONE)
		str_appendf(&out, ": %s", _(band_words(link->band)));
	if (pane && reader_shows(app->reader, pane))
		str_append_str(&out, linked_arrow(&pane->linked));
	if (!surer)
		append_place(&out, &app->reader->links);
	append_figures(&out, app, link);
	append_languages(&out, are_foreign(app, link->a.text, link->b.text));
	if (max > 0)
		append_reasons(&out, app, link, max);
	if (surer)
		append_off_screen(&out, app, surer);
	return str_take(&out);
}

static size_t least_reasons(const struct app *app)
{
	return surer_off_screen(app, &app->reader->links.current) ? 0 : 1;
}

/* "2, 3": the panes whose articles are in another language than that of the cursor; how many. */
static size_t list_foreign(const struct app *app, struct str *out)
{
	size_t from = app->reader->links.from.text, n = 0;
	for (size_t i = 0; i < compare_set_count(comparison_set(app)); i++) {
		const struct pane *pane = comparison_pane(app, i);
		if (!pane || !are_foreign(app, i, from))
			continue;
		str_append_str(out, n++ > 0 ? _(", ") : "");
		str_append_number(out, (int64_t)number_of(app, pane));
	}
	return n;
}

static char *no_link_words(const struct app *app)
{
	struct str out = STR_EMPTY, foreign = STR_EMPTY;
	size_t n = list_foreign(app, &foreign);
	str_append_str(&out, _(band_words(BAND_NONE)));
	if (n > 0 && n + 1 < compare_set_count(comparison_set(app)))
		str_appendf(&out, " · %s: %s", str_cstr(&foreign), _(two_languages));
	else
		append_languages(&out, n > 0);
	str_release(&foreign);
	return str_take(&out);
}

/*
 * Of the reasons as many as have room; what is too long with the heaviest alone, is cut. They give
 * way to a surer match that is not on the screen.
 */
static char *words_that_fit(const struct app *app, struct frame *frame, size_t n_cols)
{
	const struct cursor_links *here = &app->reader->links;
	const struct compare_text *text = compare_set_text(comparison_set(app), here->from.text);
	enum unit_kind kind = compare_text_unit(text, here->from.unit).kind;
	if (kind == UNIT_URL || kind == UNIT_DATELINE)
		return xstrdup("");
	if (!here->has_current)
		return no_link_words(app);
	char *words = link_words(app, &here->current, MOST_WORDS, n_cols);
	for (size_t max = MOST_WORDS, least = least_reasons(app);
	     max > least && frame_columns(frame, words) > n_cols; max--) {
		free(words);
		words = link_words(app, &here->current, max - 1, n_cols);
	}
	return words;
}

static const char *why_line(struct app *app, struct frame *frame, size_t n_cols)
{
	struct cursor_links *here = &app->reader->links;
	bool known = comparison_set(app) && here->serial == comparison_serial(app);
	if (known && here->why && here->why_cols == n_cols)
		return here->why;
	free(here->why);
	here->why_cols = n_cols;
	if (known)
		here->why = words_that_fit(app, frame, n_cols);
	else if (comparison_done(app) > 0 && comparison_done(app) < 100)
		here->why = xasprintf(_("comparing the articles: %u%%"), comparison_done(app));
	else
		here->why = xstrdup("");
	return here->why;
}

void reader_draw_why(struct app *app, struct frame *frame, struct area row)
{
	struct style style = theme_style(ROLE_STATUS, app->mono);
	frame_fill(frame, row.row, row.col, 1, row.n_cols, style, ZONE_NONE);
	if (row.n_cols < 3)
		return;
	frame_title(frame, row.row, row.col + 1, row.n_cols - 2, why_line(app, frame, row.n_cols - 2),
		    mirror_is_on() ? DIR_RTL : DIR_LTR, style, ZONE_NONE, ALIGN_START);
}
