/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The survey's looks. From the top: the lists with their counts, what has to be known of the
 * articles as a whole, the list, and below a line what is at the cursor in full. On a low screen
 * what is below gives way to the list.
 */
#include "app/survey-view-internal.h"

#include <stdlib.h>
#include <string.h>

#include "app/comparison.h"
#include "app/i18n.h"
#include "app/mirror.h"
#include "app/reader-internal.h"
#include "app/theme.h"
#include "app/words.h"
#include "base/xalloc.h"

enum {
	LEAST_FOR_NOTICE = 10, /* rows of the screen */
	LEAST_FOR_DETAIL = 12,
	LEAST_DETAIL = 6,
	MOST_DETAIL = 12,
	MOST_BAR = 50, /* columns of the bar of what is done */
	TAB_GAP = 2,
	NUMBER_COLUMNS = 2, /* of an article */
	TABLE_HEAD = 2, /* rows: numbers above it, what signs mean below */
};

void survey_put(const struct survey_page *page, struct area cells, const char *text,
		struct style style)
{
	frame_text(page->frame, cells.row, cells.col, cells.n_cols, text, style, ZONE_NONE,
		   page->view->shape.mirrored ? ALIGN_RIGHT : ALIGN_LEFT);
}

void survey_put_cursor(const struct survey_page *page, struct area cells)
{
	bool mirrored = page->view->shape.mirrored && cells.n_cols > 0;
	page->frame->cursor_row = cells.row;
	page->frame->cursor_col = mirrored ? cells.col + cells.n_cols - 1 : cells.col;
	page->frame->cursor_shown = true;
}

struct cp_range survey_page_range(const struct survey_page *page, struct unit_ref at)
{
	return compare_text_unit(compare_set_text(page->set, at.text), at.unit).range;
}

char *survey_page_words(const struct survey_page *page, struct unit_ref at, struct cp_range part,
			size_t max_cp)
{
	struct cp_range range = part.start_cp < part.end_cp ? part : survey_page_range(page, at);
	if (range.end_cp - range.start_cp > max_cp)
		range.end_cp = range.start_cp + max_cp;
	char *words = comparison_words(page->app, at.text, range);
	return words ? words : xstrdup("");
}

/* "" for a file that is not in the project, too. */
static const char *outlet_of(const struct survey_page *page, size_t text)
{
	const struct pane *pane = comparison_pane(page->app, text);
	return pane && pane->article.outlet ? pane->article.outlet : "";
}

const char *survey_page_name(const struct survey_page *page, size_t text)
{
	const char *outlet = outlet_of(page, text);
	return *outlet ? outlet : comparison_title(page->app, text);
}

void survey_put_article(const struct survey_page *page, struct area row, size_t text,
			struct style style)
{
	bool mirrored = page->view->shape.mirrored;
	const struct pane *pane = comparison_pane(page->app, text);
	const char *title = comparison_title(page->app, text);
	char *number = xasprintf("%zu", text + 1);
	const char *outlet = outlet_of(page, text);
	char *name = *outlet ? words_format("%s · %s", outlet, title) : xstrdup(title);
	struct area at = mirror_part(row, 0, NUMBER_COLUMNS, mirrored);
	struct area rest = mirror_part(row, NUMBER_COLUMNS + 1, row.n_cols, mirrored);
	frame_text(page->frame, at.row, at.col, at.n_cols, number, style, ZONE_NONE, ALIGN_RIGHT);
	frame_title(page->frame, rest.row, rest.col, rest.n_cols, name,
		    pane ? pane->article.dir : DIR_AUTO, style, ZONE_NONE,
		    mirrored ? ALIGN_RIGHT : ALIGN_LEFT);
	free(name);
	free(number);
}

/* TRANSLATORS: lists of what articles share, as short as may be: with their key and how many */
static const char *const labels[N_SURVEY_LISTS] = {
	[SURVEY_OF_ARTICLES] = N_("articles"), [SURVEY_OF_LINKS] = N_("shared"),
	[SURVEY_OF_ALONE] = N_("no match"),    [SURVEY_OF_FIGURES] = N_("figures"),
	[SURVEY_OF_QUOTES] = N_("quotes"),     [SURVEY_OF_COPIES] = N_("copied"),
};

/* How much a tab tells, from most to least. */
enum tab_form { TAB_WHOLE, TAB_NAMED, TAB_SHORT };

/* How many there are: of the articles that the list is of. */
static size_t count_of(const struct survey_page *page, enum survey_list list)
{
	const struct survey_scope scope = page->view->sieve.scope;
	size_t n = 0;
	if (scope.a == SIZE_MAX)
		return list == SURVEY_OF_LINKS ? page->view->n_best
					       : survey_all_items(page->survey, list);
	for (size_t i = 0; i < survey_items(page->survey, list); i++)
		n += survey_item_is_in(page->survey, list, i, scope);
	return n;
}

/* Of figures only those that differ are worth the room, where there are some. */
static void append_count(const struct survey_page *page, enum survey_list list, enum tab_form form,
			 struct str *out)
{
	bool shown = list == page->view->shown;
	bool differ = list == SURVEY_OF_FIGURES && survey_differing(page->survey) > 0;
	if (list != SURVEY_OF_ARTICLES && (shown || (form == TAB_WHOLE && !differ)))
		str_appendf(out, " %zu", count_of(page, list));
	if (differ)
		str_appendf(out, " ≠%zu", survey_differing(page->survey));
}

/* "4 figures 12 ≠3"; the caller's. */
static char *tab_text(const struct survey_page *page, enum survey_list list, enum tab_form form)
{
	struct str text = STR_EMPTY;
	str_appendf(&text, "%d", (int)list + 1);
	if (list == page->view->shown || form < TAB_SHORT)
		str_appendf(&text, " %s", _(labels[list]));
	if (page->survey)
		append_count(page, list, form, &text);
	return str_take(&text);
}

/* Lays out the tabs; the columns that they need. Drawn where `draw`. */
static size_t lay_tabs(const struct survey_page *page, struct area row, enum tab_form form,
		       bool draw)
{
	struct survey_view *view = page->view;
	size_t used = 0;
	for (enum survey_list i = 0; i < N_SURVEY_LISTS; i++) {
		char *text = tab_text(page, i, form);
		size_t n_cols = frame_columns(page->frame, text);
		enum role role = i == view->shown ? ROLE_TITLE_FOCUS : ROLE_TEXT;
		view->shape.tabs[i] = mirror_part(row, used, n_cols + TAB_GAP, view->shape.mirrored);
		if (draw) {
			struct area tab = view->shape.tabs[i];
			struct style style = theme_style(role, page->app->mono);
			frame_fill(page->frame, tab.row, tab.col, 1, tab.n_cols, style, ZONE_NONE);
			survey_put(page, mirror_part(tab, 1, n_cols, view->shape.mirrored), text,
				   style);
		}
		used += n_cols + TAB_GAP;
		free(text);
	}
	return used;
}

static void draw_tabs(const struct survey_page *page, struct area row)
{
	enum tab_form form = TAB_WHOLE;
	row.n_rows = 1;
	while (form < TAB_SHORT && lay_tabs(page, row, form, false) > row.n_cols + 1)
		form++;
	lay_tabs(page, row, form, true);
}

static struct area first_row(struct area area)
{
	area.n_rows = 1;
	return area;
}

static void drop_row(struct area *area)
{
	area->row++;
	area->n_rows--;
}

/* Takes the rows that it needs from `area`. */
static void draw_notice(const struct survey_page *page, struct area *area, char *words)
{
	if (*words && area->n_rows > 1) {
		survey_put(page, first_row(*area), words,
			   theme_style(ROLE_WARNING, page->app->mono));
		drop_row(area);
	}
	free(words);
}

/* ▰▰▰▱▱▱ */
static void draw_bar(const struct survey_page *page, struct area row, unsigned done)
{
	size_t n = row.n_cols < MOST_BAR ? row.n_cols : MOST_BAR;
	for (size_t i = 0; i < n; i++) {
		struct area cell = mirror_part(row, i, 1, page->view->shape.mirrored);
		bool is_done = i * 100 < done * n;
		frame_glyph(page->frame, cell.row, cell.col, is_done ? U'█' : U'░',
			    theme_style(is_done ? ROLE_TEXT : ROLE_DIM, page->app->mono),
			    ZONE_NONE);
	}
}

/* First the set is made, then its survey. */
static void draw_making(const struct survey_page *page, struct area area)
{
	bool set = comparison_set(page->app) != NULL;
	unsigned done = set ? comparison_survey_done(page->app) : comparison_done(page->app);
	char *words = xasprintf(set ? _("comparing the articles: %u%%")
				    : _("reading the articles: %u%%"), done);
	survey_put(page, first_row(area), words, theme_style(ROLE_TEXT, page->app->mono));
	free(words);
	if (area.n_rows < 2)
		return;
	area.row++;
	draw_bar(page, area, done);
	if (area.n_rows < 3)
		return;
	area.row++;
	survey_put(page, area, _("Esc leaves; what is done is kept"),
		   theme_style(ROLE_DIM, page->app->mono));
}

/* What an empty list means. */
static const char *emptiness(const struct survey_view *view)
{
	/* TRANSLATORS: each is all that an empty list says */
	static const char *const words[N_SURVEY_LISTS] = {
		[SURVEY_OF_LINKS] = N_("no match found"),
		[SURVEY_OF_ALONE] = N_("for each passage a match was found"),
		[SURVEY_OF_FIGURES] = N_("no figures were found"),
		[SURVEY_OF_QUOTES] = N_("no quotation was found in another article"),
		[SURVEY_OF_COPIES] = N_("nothing was found that is the same word for word"),
	};
	return *view->needle ? _("nothing here has these words") : _(words[view->shown]);
}

static bool is_table(const struct survey_view *view)
{
	return view->shown == SURVEY_OF_ARTICLES || view->shown == SURVEY_OF_FIGURES;
}

static void draw_rule(const struct survey_page *page, struct area row, char *words)
{
	for (size_t col = 0; col < row.n_cols; col++)
		frame_glyph(page->frame, row.row, row.col + col, U'─',
			    theme_style(ROLE_RULE, page->app->mono), ZONE_NONE);
	size_t n = frame_columns(page->frame, words);
	struct area label = mirror_part(row, 1, n + 2, page->view->shape.mirrored);
	struct style style = theme_style(ROLE_TITLE, page->app->mono);
	frame_fill(page->frame, label.row, label.col, 1, label.n_cols, style, ZONE_NONE);
	if (label.n_cols > 2)
		survey_put(page, mirror_part(label, 1, label.n_cols - 2, false), words, style);
	free(words);
}

/*
 * What is below the list gets what that leaves; of a longer list as much as two passages mostly need.
 */
static size_t rows_below(const struct survey_view *view, size_t n_rows)
{
	size_t n_list = view->lists[view->shown].n + (is_table(view) ? TABLE_HEAD : 0);
	size_t least = n_rows * 2 / 5;
	if (n_rows < LEAST_FOR_DETAIL)
		return 0;
	least = least < LEAST_DETAIL ? LEAST_DETAIL : least > MOST_DETAIL ? MOST_DETAIL : least;
	return n_list + least < n_rows ? n_rows - n_list : least;
}

/* What a person has to know first: where figures differ, in the columns of the articles above. */
static void draw_differing(const struct survey_page *page, struct area *area)
{
	size_t n = survey_differing(page->survey), most = area->n_rows / 3;
	if (n == 0 || most == 0)
		return;
	draw_rule(page, first_row(*area),
		  words_format(_("figures differ: %zu"), n));
	drop_row(area);
	for (size_t i = 0; i < n && i < most; i++) {
		survey_draw_figures(page, first_row(*area), i);
		drop_row(area);
	}
}

static void draw_pair(const struct survey_page *page, struct area area)
{
	struct survey_scope pair = survey_view_pair(page->view);
	if (area.n_rows < 2)
		return;
	draw_rule(page, first_row(area), survey_pair_words(page, pair));
	drop_row(&area);
	survey_draw_preview(page, area, pair.a == pair.b ? SURVEY_OF_ALONE : SURVEY_OF_LINKS, pair);
}

static void draw_below(const struct survey_page *page, struct area area)
{
	const struct survey_view *view = page->view;
	size_t item = survey_view_item(view);
	if (view->shown == SURVEY_OF_ARTICLES) {
		draw_differing(page, &area);
		draw_pair(page, area);
	} else if (item != SIZE_MAX) {
		draw_rule(page, first_row(area), survey_item_words(page, view->shown, item));
		drop_row(&area);
		survey_draw_detail(page, area);
	}
}

static void draw_survey(const struct survey_page *page, struct area area)
{
	struct survey_view *view = page->view;
	size_t n_below = rows_below(view, area.n_rows);
	struct area below = area;
	area.n_rows -= n_below;
	below.row += area.n_rows;
	below.n_rows = n_below;
	view->shape.rows = area;
	if (view->lists[view->shown].n == 0)
		survey_put(page, area, emptiness(view), theme_style(ROLE_DIM, page->app->mono));
	else if (is_table(view))
		survey_draw_table(page, area);
	else
		survey_draw_list(page, area);
	if (n_below > 1 && view->lists[view->shown].n > 0)
		draw_below(page, below);
}

static struct survey_page page_of(struct survey_view *view, struct app *app, struct frame *frame)
{
	struct survey_page page = {.view = view, .app = app, .frame = frame};
	bool made = survey_view_refresh(view, app);
	page.set = comparison_set(app);
	page.survey = made ? comparison_survey(app) : NULL;
	return page;
}

void survey_view_draw(struct view *base, struct app *app, struct frame *frame, struct area area)
{
	struct survey_view *view = (struct survey_view *)base;
	struct survey_page page = page_of(view, app, frame);
	/* The screen's first column is for the guard's marks (term/guard.h): no text. */
	size_t skip = area.col == 0 && area.n_cols > 2 ? 1 : 0;
	area.col += skip;
	area.n_cols -= skip;
	/* A terminal that orders the text takes what stands behind Arabic for a part of it. */
	view->shape.mirrored = mirror_is_on() || frame->order == ORDER_LOGICAL;
	view->shape.rows.n_rows = 0;
	if (area.n_rows > 2) {
		draw_tabs(&page, area);
		drop_row(&area);
	}
	if (page.survey && area.n_rows >= LEAST_FOR_NOTICE) {
		draw_notice(&page, &area, survey_languages_words(&page));
		draw_notice(&page, &area, survey_left_out_words(app));
	}
	if (page.survey)
		draw_survey(&page, area);
	else if (comparison_want(app, true) == COMPARISON_ALONE)
		survey_put(&page, first_row(area), _("There is nothing to compare with."),
			   theme_style(ROLE_TEXT, app->mono));
	else
		draw_making(&page, area);
}
