/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tag picker: recent tags first, narrowed by typing, a new one made of what was typed. */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/i18n.h"
#include "app/picker.h"
#include "app/prompt.h"
#include "app/reader-internal.h"
#include "app/theme.h"
#include "base/xalloc.h"

/* What is being tagged. */
struct tagging {
	struct pane *pane;       /* compared before it is used: it may be closed by then */
	struct cp_range range;   /* to be highlighted, as long as there is no highlight */
	char highlight[ID_SIZE]; /* "" */
};

/* A tag and how it looks, so that they can be sorted together. */
struct entry {
	const struct tag *tag;
	const struct tag_look *look;
};

static int by_use(const void *a, const void *b)
{
	const struct entry *one = a, *two = b;
	int order = strcmp(two->tag->last_used_at, one->tag->last_used_at);
	return order ? order : strcmp(one->tag->path, two->tag->path);
}

/* From this coder, who can give it and take it away. */
static bool has_tag(const struct coding_list *codings, const char *highlight, const char *tag,
		    const char *coder)
{
	for (size_t i = 0; i < codings->n; i++)
		if (strcmp(codings->items[i].highlight, highlight) == 0 &&
		    strcmp(codings->items[i].tag, tag) == 0 &&
		    strcmp(codings->items[i].coder, coder) == 0)
			return true;
	return false;
}

static void add_item(struct picker *picker, const struct entry *entry, bool marked)
{
	const struct tag *tag = entry->tag;
	struct picker_item item = {
		.label = xstrdup(tag->path),
		.detail = xasprintf("%zu", tag->n_highlights),
		.synonyms = xstrdup(tag->definition),
		.symbol = xstrdup(entry->look->symbol),
		.symbol_style = entry->look->style,
		.marked = marked,
		.id = xstrdup(tag->path),
	};
	picker_add(picker, &item);
}

static void load(struct app *app, struct picker *picker, void *data)
{
	struct tagging *tagging = data;
	struct tag_list tags = {.items = NULL};
	struct coding_list codings = {.items = NULL};
	struct store *store = app->project.store;
	struct fault f = FAULT_NONE;
	if (!store)
		return;
	if (project_tag_list(&app->project, &tags, &f) ||
	    (*tagging->highlight && store_coding_list(store, NULL, &codings, &f)))
		app_say_fault(app, &f);
	struct tag_look *looks = theme_tags(&tags, app->mono);
	struct entry *entries = xcalloc(tags.n + 1, sizeof *entries);
	for (size_t i = 0; i < tags.n; i++)
		entries[i] = (struct entry){&tags.items[i], &looks[i]};
	qsort(entries, tags.n, sizeof *entries, by_use);
	for (size_t i = 0; i < tags.n; i++)
		add_item(picker, &entries[i],
			 has_tag(&codings, tagging->highlight, entries[i].tag->id,
				 app->options->coder));
	free(entries);
	free(looks);
	coding_list_release(&codings);
	tag_list_release(&tags);
}

static void give(struct app *app, struct tagging *tagging, const char *tag, bool on)
{
	if (*tagging->highlight)
		reader_tag_highlight(app, tagging->highlight, tag, on);
	else if (reader_is_open(app, tagging->pane))
		reader_mark(app, tagging->pane, tagging->range, tag, tagging->highlight);
}

static void choose(struct app *app, const struct picker_item *item, void *data)
{
	give(app, data, item->id, !item->marked);
}

static void create(struct app *app, const char *typed, void *data)
{
	give(app, data, typed, true);
}

static bool rename_tag(struct app *app, const char *text, void *data)
{
	struct fault f = FAULT_NONE;
	enum status status = *text ? project_tag_rename(&app->project, data, text, &f) : STATUS_OK;
	if (status)
		app_say_fault(app, &f);
	else
		app_reload(app);
	return !status;
}

static void ask_new_name(struct app *app, const char *path)
{
	static const struct prompt_ops ops = {.accept = rename_tag, .free_data = free};
	view_push(app, prompt_new(app, _("New name of the tag:"), path, &ops, xstrdup(path)));
}

static void delete_tag(struct app *app, const char *path)
{
	struct fault f = FAULT_NONE;
	size_t n = 0;
	if (project_tag_remove(&app->project, path, &n, &f))
		app_say_fault(app, &f);
	else
		app_say(app,
			ngettext("removed the tag %s from %zu highlight; undo brings it back",
				 "removed the tag %s from %zu highlights; undo brings it back", n),
			path, n);
	app_reload(app);
}

static void act(struct app *app, struct picker *picker, const char *action,
		const struct picker_item *item, void *data)
{
	char *path = xstrdup(item->id);
	if (strcmp(action, "toggle") == 0)
		give(app, data, path, !item->marked);
	else if (strcmp(action, "edit") == 0)
		ask_new_name(app, path);
	else
		delete_tag(app, path);
	picker_reload(app, picker);
	free(path);
}

void reader_pick_tag(struct app *app, struct pane *pane, struct cp_range range,
		     const char *highlight)
{
	static const struct picker_ops ops = {.choose = choose,
					      .create = create,
					      .actions = "toggle edit delete",
					      .act = act,
					      .load = load,
					      .free_data = free};
	struct tagging *tagging = xcalloc(1, sizeof *tagging);
	tagging->pane = pane;
	tagging->range = range;
	strcpy(tagging->highlight, highlight);
	/* TRANSLATORS: the title of a list of tags, and what stands before a name that is not among
	 * them
	 */
	view_push(app, picker_new(app, *highlight ? _("Tags of this highlight") : _("Tag"),
				  _("new tag"), &ops, tagging));
}

void command_tag(struct app *app, const char *argument)
{
	struct pane *pane = reader_pane(app);
	struct cp_range range;
	char highlight[ID_SIZE];
	if (!reader_may_write(app))
		return;
	if (!reader_target(pane, &range, highlight))
		app_complain(app, _("there is nothing to tag here"));
	else if (!*argument)
		reader_pick_tag(app, pane, range, highlight);
	else if (*highlight)
		reader_tag_highlight(app, highlight, argument, true);
	else
		reader_mark(app, pane, range, argument, highlight);
}

/* Its only tag is taken away at once; which of several is for the picker. */
void command_untag(struct app *app, const char *argument)
{
	struct pane *pane = reader_pane(app);
	const struct shown_mark *mark = pane_mark(pane, NULL, NULL);
	if (!mark || !*mark->tags) {
		app_complain(app, _("there is no tag here"));
		return;
	}
	char highlight[ID_SIZE];
	char *tag = xstrdup(*argument ? argument : mark->tags);
	memcpy(highlight, mark->id, sizeof highlight);
	if (*argument || mark->n_tags == 1)
		reader_tag_highlight(app, highlight, tag, false);
	else
		reader_pick_tag(app, pane, mark->range, highlight);
	free(tag);
}
