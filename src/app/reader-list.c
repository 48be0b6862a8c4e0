/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of the project's highlights, those of the open articles first: to jump to one, to tag it
 * otherwise, to delete it.
 */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/library.h"
#include "app/picker.h"
#include "app/reader-internal.h"
#include "app/words.h"
#include "base/xalloc.h"

/*
 * An article's number. The one asked for is mostly that of the last time, which stood at `*at`, or
 * the next.
 */
static int64_t number_of(const struct article_list *list, const char *id, size_t *at)
{
	for (size_t n = 0; n < list->n; n++) {
		size_t i = (*at + n) % list->n;
		if (strcmp(list->items[i].id, id) != 0)
			continue;
		*at = i;
		return list->items[i].number;
	}
	return 0;
}

static void add(struct picker *picker, const struct shown_mark *mark, int64_t number)
{
	struct picker_item item = {
		.label = xstrdup(mark->quote),
		/* TRANSLATORS: beside a highlight in a list: its article's number, its tags, claims, coder */
		.detail = words_format(_("%zu: %s"), (size_t)number, mark->words),
		.symbol = xstrdup(mark->look.symbol),
		.symbol_style = mark->look.style,
		.id = xstrdup(mark->id),
	};
	picker_add(picker, &item);
}

/* Those of one article, or (NULL) of all that have no pane. */
static void add_those_of(struct app *app, struct picker *picker, const struct marks *marks,
			 const char *article)
{
	const struct article_list *list = library_articles(app->library);
	size_t at = 0;
	for (size_t i = 0; i < marks->n; i++) {
		const struct shown_mark *mark = &marks->items[i];
		if (article ? strcmp(mark->article, article) == 0
			    : !reader_has(app->reader, mark->article))
			add(picker, mark, number_of(list, mark->article, &at));
	}
}

/* How many articles have some; they stand together. */
static size_t count_articles(const struct marks *marks)
{
	size_t n = 0;
	for (size_t i = 0; i < marks->n; i++)
		n += i == 0 || strcmp(marks->items[i].article, marks->items[i - 1].article) != 0;
	return n;
}

static char *title_of(const struct app *app, const struct marks *marks)
{
	if (app->filter.n > 0)
		/* TRANSLATORS: the title of a list: how many the filter shows, of how many; the filter */
		return words_format(_("Highlights: %zu of %zu, filter: %s"), marks->n, marks->n_all,
				    app->filter_words);
	/* TRANSLATORS: the title of a list: how many highlights, and how many articles have them */
	return xasprintf(_("Highlights: %zu, articles: %zu"), marks->n, count_articles(marks));
}

static void load(struct app *app, struct picker *picker, void *data)
{
	struct marks marks = {.items = NULL};
	struct fault f = FAULT_NONE;
	(void)data;
	struct marks_source source = reader_source(app);
	if (app->project.store && marks_load_all(&marks, &source, &f))
		app_say_fault(app, &f);
	for (size_t i = 0; i < reader_count(app->reader); i++)
		if (*app->reader->panes[i]->article.id)
			add_those_of(app, picker, &marks, app->reader->panes[i]->article.id);
	add_those_of(app, picker, &marks, NULL);
	char *title = title_of(app, &marks);
	picker_set_title(picker, title);
	free(title);
	marks_release(&marks);
}

static void choose(struct app *app, const struct picker_item *item, void *data)
{
	struct highlight chosen = {.exact = NULL};
	struct fault f = FAULT_NONE;
	(void)data;
	if (store_highlight_get(app->project.store, item->id, &chosen, &f) ||
	    reader_go_to(app, chosen.article, chosen.range.start_cp, &f))
		app_say_fault(app, &f);
	else
		pane_pick_here(reader_pane(app), chosen.id);
	highlight_release(&chosen);
}

static void act(struct app *app, struct picker *picker, const char *action,
		const struct picker_item *item, void *data)
{
	char *id = xstrdup(item->id);
	const char *ids[] = {id};
	(void)data;
	if (strcmp(action, "delete") == 0) {
		reader_delete_marks(app, ids, 1);
		picker_reload(app, picker);
	} else {
		reader_pick_tag(app, reader_pane(app), (struct cp_range){0, 0}, id);
	}
	free(id);
}

void command_highlights(struct app *app, const char *argument)
{
	static const struct picker_ops ops = {
		.choose = choose, .actions = "edit delete", .act = act, .load = load};
	struct pane *pane = reader_pane(app);
	const struct shown_mark *here = pane_mark(pane, NULL, NULL);
	(void)argument;
	struct view *view = picker_new(app, _("Highlights"), NULL, &ops, NULL);
	if (here)
		picker_go_to(picker_of(view), here->id);
	view_push(app, view);
}
