/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reader.h"

#include <stdlib.h>
#include <string.h>

#include "app/comparison.h"
#include "app/i18n.h"
#include "app/library.h"
#include "app/pane-draw.h"
#include "app/reader-internal.h"
#include "app/survey-view.h"
#include "app/words.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "model/count.h"
#include "model/dir.h"

enum {
	COUNTED_CP = 20000, /* of a selection; more would cost a moment at every key */
	LEAST_NOTICED = 4,  /* rows from which one is spared for a notice */
	LEAST_TOLD = 8,     /* and for who else says the same */
};

struct pane *reader_pane(struct app *app)
{
	return app->reader->panes[app->reader->focus];
}

void reader_set_focus(struct reader *reader, size_t index)
{
	if (index < reader->n_panes)
		reader->focus = index;
}

void reader_free_panes(struct pane **panes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		reader_free_pane(panes[i]);
	free(panes);
}

void reader_free(struct app *app)
{
	struct reader *reader = app->reader;
	job_cancel(&app->jobs, reader);
	reader_free_panes(reader->panes, reader->n_panes);
	free(reader->needle);
	reader_forget_links(reader);
	str_release(&reader->status);
	free(reader);
	app->reader = NULL;
}

/* How many panes have room side by side: ⌊(W−3(N−1))/N⌋ columns each. */
static size_t panes_that_fit(size_t n_panes, size_t n_cols)
{
	size_t fit = (n_cols + PANE_GAP) / (MIN_PANE_COLUMNS + PANE_GAP);
	if (fit < 1)
		fit = 1;
	return fit < n_panes ? fit : n_panes;
}

static struct paragraph_options options_of(struct app *app, const struct pane *pane)
{
	return (struct paragraph_options){
		.dir = pane->article.dir,
		.fallback = dir_of_language(pane->article.lang),
		.order = app_is_logical(app) ? ORDER_LOGICAL : ORDER_VISUAL,
		.reveal = app->reader->reveal,
	};
}

static void draw_rule(struct frame *frame, struct area area, size_t col, bool mono)
{
	struct style style = theme_style(ROLE_RULE, mono);
	for (size_t row = 0; row < area.n_rows; row++)
		frame_glyph(frame, area.row + row, col, U'│', style, ZONE_NONE);
}

/*
 * Keeps the focus among the panes shown. A terminal that sets the text by itself would mix the
 * panes' rows: one alone, then.
 */
static void choose_shown(struct app *app, size_t n_cols)
{
	struct reader *reader = app->reader;
	reader->n_shown = app_is_logical(app) ? 1 : panes_that_fit(reader->n_panes, n_cols);
	if (reader->focus < reader->first)
		reader->first = reader->focus;
	if (reader->focus >= reader->first + reader->n_shown)
		reader->first = reader->focus + 1 - reader->n_shown;
	if (reader->first + reader->n_shown > reader->n_panes)
		reader->first = reader->n_panes - reader->n_shown;
}

static struct pane_look look_of(struct app *app, size_t index)
{
	const struct reader *reader = app->reader;
	bool alone = reader->n_shown == 1 && reader->n_panes > 1;
	return (struct pane_look){
		.index = index,
		.n_panes = alone ? reader->n_panes : 0,
		.focus = index == reader->focus,
		.mono = app->mono,
		.gutter = app->reader->compares,
		.text = theme_style(ROLE_TEXT, app->mono),
		.selection = theme_style(ROLE_SELECTION, app->mono),
		.hit = theme_style(ROLE_HIT, app->mono),
		.hit_current = theme_style(ROLE_HIT_CURRENT, app->mono),
	};
}

static void draw_panes(struct app *app, struct frame *frame, struct area area)
{
	struct reader *reader = app->reader;
	size_t n_cols = (area.n_cols - PANE_GAP * (reader->n_shown - 1)) / reader->n_shown;
	for (size_t i = 0; i < reader->n_shown; i++) {
		size_t index = reader->first + i, col = area.col + i * (n_cols + PANE_GAP);
		struct pane *pane = reader->panes[index];
		struct paragraph_options options = options_of(app, pane);
		struct pane_look look = look_of(app, index);
		/* The screen's first column is for the guard's marks (term/guard.h): no text. */
		size_t indent = col == 0 && n_cols > 2 ? 1 : 0;
		pane_draw(pane, frame,
			  (struct area){area.row, col + indent, area.n_rows, n_cols - indent},
			  &options, &look);
		if (!pane_is_ahead(pane))
			reader_work(app);
		if (i + 1 < reader->n_shown)
			draw_rule(frame, area, col + n_cols + 1, app->mono);
	}
}

/* Where the terminal orders the text: why there is one pane, and what to do. */
static void draw_notice(struct app *app, struct frame *frame, struct area row)
{
	const char *notice = app->reader->n_panes > 1
		? _("one pane: the terminal orders the text itself. Tab: the next; F9: other ways")
		: _("the terminal orders the text itself. F9: other ways");
	struct style style = theme_style(ROLE_WARNING, app->mono);
	frame_fill(frame, row.row, row.col, 1, row.n_cols, style, ZONE_NONE);
	frame_text(frame, row.row, row.col + 1, row.n_cols - 1, notice, style, ZONE_NONE,
		   ALIGN_START);
}

/* After this frame the links of what the cursor is at are looked for. */
static void look_soon(struct app *app)
{
	struct reader *reader = app->reader;
	reader->look_due = reader->compares || reader->links.serial > 0;
	if (reader->look_due)
		reader_work(app);
}

static void draw(struct view *view, struct app *app, struct frame *frame, struct area area)
{
	struct area last = {area.row + area.n_rows - 1, area.col, 1, area.n_cols};
	(void)view;
	app->reader->compares = reader_compares(app);
	choose_shown(app, area.n_cols);
	if (app_is_logical(app) && area.n_rows >= LEAST_NOTICED && area.n_cols > 1) {
		area.n_rows--;
		draw_notice(app, frame, last);
	}
	if (app->reader->compares && area.n_rows >= LEAST_TOLD) {
		area.n_rows--;
		reader_draw_why(app, frame,
				(struct area){area.row + area.n_rows, area.col, 1, area.n_cols});
	}
	draw_panes(app, frame, area);
	look_soon(app);
}

/* `out`, with a dot behind what is in it. */
static struct str *next_fact(struct str *out)
{
	if (out->len > 0)
		str_append_str(out, " · ");
	return out;
}

/* How much is selected: words, of a long range characters, which need no reading. */
void reader_say_selected(struct str *out, struct pane *pane)
{
	struct cp_range range;
	if (!pane_selection(pane, &range))
		return;
	next_fact(out);
	size_t n_cp = range.end_cp - range.start_cp, n_words;
	char *text = n_cp <= COUNTED_CP ? reader_text(pane, range, NULL) : NULL;
	if (!text) {
		str_appendf(out, ngettext("selected: %zu character", "selected: %zu characters",
					  n_cp), n_cp);
		return;
	}
	count_text(text, strlen(text), &n_cp, &n_words);
	str_appendf(out, ngettext("selected: %zu word", "selected: %zu words", n_words), n_words);
	free(text);
}

/* "3/17 ● place · note": of the pane's highlights that are shown, and what it is. */
static void say_mark(struct str *out, struct pane *pane)
{
	size_t place, n;
	const struct shown_mark *mark = pane_mark(pane, &place, &n);
	if (!mark)
		return;
	str_appendf(next_fact(out), "%zu/%zu ", (size_t)(mark - pane->marks.items) + 1, pane->marks.n);
	if (n > 1)
		/* TRANSLATORS: which highlight commands mean, of how many at the cursor */
		str_appendf(out, _("(%zu of %zu here) "), place, n);
	if (mark->n_tags > 0 || !mark->linked)
		str_appendf(out, "%s ", mark->look.symbol);
	str_append_str(out, mark->words);
}

static void say_filter(struct str *out, const struct app *app)
{
	if (app->filter.n > 0)
		/* TRANSLATORS: a badge: only highlights with these tags, claims, coders are shown */
		str_appendf(out, _("filter: %s"), app->filter_words ? app->filter_words : "");
}

/*
 * What there is to know about the cursor's place: the selection, or the highlight's tags; the
 * lock, panes that are not on the screen.
 */
static const char *status(struct view *view, struct app *app)
{
	struct reader *reader = app->reader;
	struct str *out = &reader->status;
	(void)view;
	str_clear(out);
	say_filter(out, app);
	if (reader_pane(app)->selecting != SELECT_NONE)
		reader_say_selected(out, reader_pane(app));
	else
		say_mark(out, reader_pane(app));
	if (reader->locked)
		str_append_str(next_fact(out), _("locked"));
	if (reader->n_shown == 1 && reader->n_panes > 1)
		/* TRANSLATORS: which pane is on the screen, of how many */
		str_appendf(next_fact(out), _("pane %zu of %zu"), reader->first + 1,
			    reader->n_panes);
	else if (reader->n_shown < reader->n_panes)
		/* TRANSLATORS: which panes are on the screen, of how many */
		str_appendf(next_fact(out), _("panes %zu-%zu of %zu"), reader->first + 1,
			    reader->first + reader->n_shown, reader->n_panes);
	return str_cstr(out);
}

static bool has_hidden(const struct reader *reader)
{
	size_t i = 0;
	while (i < reader->n_panes && reader->panes[i]->hidden == 0)
		i++;
	return i < reader->n_panes;
}

/* Whether Esc has something to let go of (back()). */
static bool has_back(struct app *app)
{
	return reader_pane(app)->selecting != SELECT_NONE || app->reader->needle ||
	       app->filter.n > 0 || survey_view_waits(app);
}

/* What is done with a selection while there is one; else what there is to begin. */
static bool offers(struct view *view, struct app *app, const char *command)
{
	static const char *const when_moving[] = {"swap-ends", "cursor-left", "next-word",
						  "next-passage"};
	static const char *const with_selection[] = {
		"tag", "link-claim", "repeat-tag", "note", "yank", "back", "help"};
	(void)view;
	if (strcmp(command, "reveal") == 0 && !has_hidden(app->reader))
		return false;
	if (strcmp(command, "back") == 0 && !has_back(app))
		return false;
	/* The way back needs the room more. */
	if (strcmp(command, "compare") == 0 && (app->reader->n_panes < 2 || has_back(app)))
		return false;
	if (strcmp(command, "next-match") == 0 && app->reader->links.links.n == 0)
		return false;
	for (size_t i = 0; i < sizeof when_moving / sizeof *when_moving; i++)
		if (strcmp(command, when_moving[i]) == 0)
			return false;
	if (reader_pane(app)->selecting == SELECT_NONE)
		return strcmp(command, "repeat-tag") != 0 && strcmp(command, "yank") != 0;
	for (size_t i = 0; i < sizeof with_selection / sizeof *with_selection; i++)
		if (strcmp(command, with_selection[i]) == 0)
			return true;
	return false;
}

static const char *label(struct view *view, struct app *app, const char *command)
{
	(void)view;
	if (app->repeats_link && strcmp(command, "repeat-tag") == 0)
		return _("same claim");
	if (strcmp(command, "back") != 0)
		return NULL;
	if (reader_pane(app)->selecting != SELECT_NONE)
		return _("let go");
	if (app->reader->needle)
		return NULL;
	/* TRANSLATORS: a key that ends the filter of highlights; one that goes back to what articles share */
	return app->filter.n > 0 ? _("show all") : survey_view_waits(app) ? _("survey") : NULL;
}

/* Esc lets go of a selection, then of what was found, then of the filter; then it goes back. */
static void back(struct view *view, struct app *app)
{
	struct reader *reader = app->reader;
	struct pane *pane = reader_pane(app);
	(void)view;
	reader->find_pending = 0;
	if (pane->selecting != SELECT_NONE) {
		pane->selecting = SELECT_NONE;
		return;
	}
	if (!reader->needle) {
		if (!reader_clear_filter(app) && survey_view_waits(app))
			survey_view_show(app);
		return;
	}
	for (size_t i = 0; i < reader->n_panes; i++)
		finds_release(&reader->panes[i]->finds);
	free(reader->needle);
	reader->needle = NULL;
}

/* Drops the panes whose articles are gone; without any left the library is shown. */
static void reload(struct view *view, struct app *app)
{
	struct reader *reader = app->reader;
	size_t kept = 0;
	(void)view;
	reader_describe_filter(app);
	free(reader->links.why); /* there may be another title in it */
	reader->links.why = NULL;
	for (size_t i = 0; i < reader->n_panes; i++) {
		struct fault f = FAULT_NONE;
		enum status result = reader_load_pane(app, reader->panes[i], &f);
		fault_release(&f);
		if (result == STATUS_NOT_FOUND) {
			reader_free_pane(reader->panes[i]);
			continue;
		}
		if (reader->focus == i)
			reader->focus = kept;
		reader->panes[kept++] = reader->panes[i];
	}
	reader->n_panes = kept;
	if (kept > 0 && reader->focus >= kept)
		reader->focus = kept - 1;
	if (kept == 0)
		reader_close(app);
}

static void free_view(struct view *view)
{
	(void)view; /* reader_free() does it: the reader outlives its turns on the stack. */
}

static const struct view_ops ops = {
	.section = SECTION_READER,
	.covers = true,
	.draw = draw,
	.back = back,
	.offers = offers,
	.label = label,
	.reload = reload,
	.mouse = reader_mouse,
	.status = status,
	.free = free_view,
};

struct view *reader_view(struct reader *reader)
{
	return &reader->view;
}

const char *reader_focus(const struct reader *reader)
{
	const struct pane *pane = reader->panes[reader->focus];
	return *pane->article.id ? pane->article.id : NULL;
}

void reader_show(struct app *app, struct pane **panes, size_t n_panes)
{
	bool locked = false, follows = true;
	if (app->reader) {
		locked = app->reader->locked;
		follows = app->reader->follows;
	}
	struct reader *old = app->reader, *reader = xcalloc(1, sizeof *reader);
	reader->view.ops = &ops;
	reader->panes = panes;
	reader->n_panes = reader->panes_cap = n_panes;
	reader->locked = locked;
	reader->follows = follows;
	app->reader = reader;
	view_base(app, &reader->view);
	if (old) {
		app->reader = old;
		reader_free(app);
		app->reader = reader;
	}
	reader_work(app);
}

void reader_close(struct app *app)
{
	view_base(app, library_view(app->library));
	reader_free(app);
	comparison_want(app, false); /* which has nothing to compare any more */
	mark_filter_release(&app->filter);
	reader_save(app);
}
