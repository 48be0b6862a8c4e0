/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What takes another tag, a passage or a codebook to be chosen: moving, merging, retagging, going
 * somewhere, ready codebooks.
 */
#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/codebook-internal.h"
#include "app/codebooks.h"
#include "app/i18n.h"
#include "app/language.h"
#include "app/path.h"
#include "app/picker.h"
#include "app/reader.h"
#include "app/state.h"
#include "app/words.h"
#include "base/xalloc.h"
#include "model/tagpath.h"

enum { QUOTE_CPS = 200, PASSAGES_MAX = 1000 };

/* Which tags can be chosen for the one that something is done to. */
enum offer {
	OFFER_OTHERS,          /* all but it */
	OFFER_APART,           /* all but it and those below it */
	OFFER_APART_AND_TOP,   /* and the top of the codebook */
};

struct choice {
	enum offer offer;
	char *path; /* of the tag that something is done to; "" is none */
};

static void choice_free(void *data)
{
	struct choice *choice = data;
	free(choice->path);
	free(choice);
}

static void add_tag(struct picker *picker, const struct tag *tag, const struct tag_look *look)
{
	picker_add(picker, &(struct picker_item){.label = xstrdup(tag->path),
						 .detail = xasprintf("%zu", tag->n_highlights),
						 .synonyms = xstrdup(tag->definition),
						 .symbol = xstrdup(look->symbol),
						 .symbol_style = look->style,
						 .id = xstrdup(tag->path)});
}

static void load_tags(struct app *app, struct picker *picker, void *data)
{
	const struct choice *choice = data;
	struct tag_list tags = {.items = NULL};
	struct fault f = FAULT_NONE;
	if (app->project.store && project_tag_list(&app->project, &tags, &f))
		app_say_fault(app, &f);
	struct tag_look *looks = theme_tags(&tags, app->mono);
	if (choice->offer == OFFER_APART_AND_TOP)
		picker_add(picker, &(struct picker_item){.label = xstrdup(_("the top")),
							 .id = xstrdup("")});
	for (size_t i = 0; i < tags.n; i++) {
		const char *path = tags.items[i].path;
		if (strcmp(path, choice->path) != 0 &&
		    (choice->offer == OFFER_OTHERS || !tagpath_is_below(path, choice->path)))
			add_tag(picker, &tags.items[i], &looks[i]);
	}
	free(looks);
	tag_list_release(&tags);
}

/* Offers tags for the one at `path`; takes over `title`. */
static void offer(struct app *app, const char *path, enum offer what, char *title,
		  const char *create_label, const struct picker_ops *ops)
{
	struct choice *choice = xmalloc(sizeof *choice);
	*choice = (struct choice){.offer = what, .path = xstrdup(path)};
	view_push(app, picker_new(app, title, create_label, ops, choice));
	free(title);
}

static void move_under(struct app *app, const struct picker_item *item, void *data)
{
	const char *path = ((struct choice *)data)->path, *name = tagpath_name(path);
	char *to = *item->id ? xasprintf("%s/%s", item->id, name) : xstrdup(name);
	struct fault f = FAULT_NONE;
	if (project_tag_rename(&app->project, path, to, &f))
		app_say_fault(app, &f);
	else
		app_say(app, _("moved %s to %s; u puts it back"), path, to);
	app_reload(app);
	free(to);
}

void command_move_tag(struct app *app, const char *argument)
{
	static const struct picker_ops ops = {
		.choose = move_under, .load = load_tags, .free_data = choice_free};
	const struct tag *tag = codebook_wanted(app);
	(void)argument;
	if (tag)
		offer(app, tag->path, OFFER_APART_AND_TOP,
		      words_format(_("Move %s under"), tag->path), NULL, &ops);
}

static void say_given(struct app *app, size_t n, const char *from, const char *to)
{
	app_say(app,
		/* TRANSLATORS: what one tag marked is another's now; u is a key */
		ngettext("%zu highlight of %s is %s now; u takes it back",
			 "%zu highlights of %s are %s now; u takes it back", n),
		n, from, to);
}

/* How many highlights that are seen carry the tag itself. */
static size_t count_seen(const struct project *project, const char *path)
{
	struct tag_list tags = {.items = NULL};
	size_t n = 0;
	if (project_tag_list(project, &tags, NULL) == STATUS_OK)
		for (size_t i = 0; i < tags.n; i++)
			if (strcmp(tags.items[i].path, path) == 0)
				n = tags.items[i].n_highlights;
	tag_list_release(&tags);
	return n;
}

static void merge_into(struct app *app, const struct picker_item *item, void *data)
{
	const char *path = ((struct choice *)data)->path;
	struct fault f = FAULT_NONE;
	size_t n = count_seen(&app->project, path);
	if (project_tag_merge(&app->project, path, item->id, &f))
		app_say_fault(app, &f);
	else
		say_given(app, n, path, item->id);
	app_reload(app);
	codebook_go_to(app, item->id);
}

void command_merge_tag(struct app *app, const char *argument)
{
	static const struct picker_ops ops = {
		.choose = merge_into, .load = load_tags, .free_data = choice_free};
	const struct tag *tag = codebook_wanted(app);
	(void)argument;
	if (tag)
		offer(app, tag->path, OFFER_APART, words_format(_("Merge %s into"), tag->path),
		      NULL, &ops);
}

static void retag(struct app *app, const char *from, const char *to)
{
	const struct retag given = {.from = from, .to = to};
	struct fault f = FAULT_NONE;
	size_t n = 0;
	if (project_retag(&app->project, &given, &n, &f))
		app_say_fault(app, &f);
	else
		say_given(app, n, from, to);
	app_reload(app);
}

static void retag_to(struct app *app, const struct picker_item *item, void *data)
{
	retag(app, ((struct choice *)data)->path, item->id);
}

static void retag_to_new(struct app *app, const char *typed, void *data)
{
	retag(app, ((struct choice *)data)->path, typed);
}

void command_retag(struct app *app, const char *argument)
{
	static const struct picker_ops ops = {.choose = retag_to,
					      .create = retag_to_new,
					      .load = load_tags,
					      .free_data = choice_free};
	const struct tag *tag = codebook_wanted(app);
	(void)argument;
	if (tag)
		offer(app, tag->path, OFFER_OTHERS,
		      words_format(_("Give the highlights of %s to"), tag->path), _("new tag"),
		      &ops);
}

static void go_to(struct app *app, const struct picker_item *item, void *data)
{
	(void)data;
	codebook_go_to(app, item->id);
}

void command_go_to_tag(struct app *app, const char *argument)
{
	static const struct picker_ops ops = {
		.choose = go_to, .load = load_tags, .free_data = choice_free};
	(void)argument;
	if (codebook_on_top(app))
		offer(app, "", OFFER_OTHERS, xstrdup(_("Tags")), NULL, &ops);
}

static void add_passage(struct app *app, struct picker *picker, const struct coding *coding)
{
	struct highlight highlight = {.exact = NULL};
	struct article article = {.number = 0};
	struct fault f = FAULT_NONE;
	if (store_highlight_get(app->project.store, coding->highlight, &highlight, &f) ||
	    store_article_get(app->project.store, highlight.article, &article, &f))
		app_say_fault(app, &f);
	else
		picker_add(picker, &(struct picker_item){
					   .label = words_excerpt(highlight.exact, QUOTE_CPS),
					   .detail = xasprintf("%lld", (long long)article.number),
					   .synonyms = words_format("%s %s", article.title,
								    article.outlet),
					   .id = xstrdup(highlight.id)});
	article_release(&article);
	highlight_release(&highlight);
}

/* One a highlight, whoever tagged it: codings come in the order of the highlights. */
static void load_passages(struct app *app, struct picker *picker, void *data)
{
	struct coding_list codings = {.items = NULL};
	struct fault f = FAULT_NONE;
	const char *last = "";
	size_t n = 0;
	if (store_coding_list(app->project.store, NULL, &codings, &f))
		app_say_fault(app, &f);
	for (size_t i = 0; i < codings.n && n < PASSAGES_MAX; i++) {
		const struct coding *coding = &codings.items[i];
		if (strcmp(coding->tag, data) != 0 || strcmp(coding->highlight, last) == 0 ||
		    !project_sees(&app->project, coding->coder))
			continue;
		add_passage(app, picker, coding);
		last = coding->highlight;
		n++;
	}
	coding_list_release(&codings);
}

static void go_to_passage(struct app *app, const struct picker_item *item, void *data)
{
	struct fault f = FAULT_NONE;
	(void)data;
	if (reader_go_to_mark(app, item->id, &f))
		app_say_fault(app, &f);
}

void command_tag_passages(struct app *app, const char *argument)
{
	static const struct picker_ops ops = {
		.choose = go_to_passage, .load = load_passages, .free_data = free};
	const struct tag *tag = codebook_wanted(app);
	(void)argument;
	if (tag && tag->n_highlights == 0)
		app_complain(app, _("no highlight has this tag"));
	else if (tag)
		view_push(app, picker_new(app, tag->path, NULL, &ops, xstrdup(tag->id)));
}

/* Those in the interface's language first. */
static void load_codebooks(struct app *app, struct picker *picker, void *data)
{
	struct codebook_entries entries;
	struct fault f = FAULT_NONE;
	(void)data;
	if (codebooks_list(&entries, &f))
		app_say_fault(app, &f);
	for (size_t i = 0; i < 2 * entries.n; i++) {
		const struct codebook_entry *entry = &entries.items[i % entries.n];
		bool own = strcmp(entry->lang, interface_language()) == 0;
		if (own != (i < entries.n))
			continue;
		picker_add(picker,
			   &(struct picker_item){
				   .label = xstrdup(entry->title),
				   .detail = xasprintf("%s %s", entry->name, entry->lang),
				   .synonyms = xstrdup(entry->source),
				   .id = xasprintf("%s %s", entry->name, entry->lang)});
	}
	codebook_entries_release(&entries);
}

/* Adds what was read where that went well, and frees it. */
static void add_codebook(struct app *app, struct codebook *codebook, enum status status,
			 struct fault *f)
{
	struct codebook_added done = {.n_added = 0};
	if (!status)
		status = project_codebook_add(&app->project, codebook, NULL, &done, f);
	if (status)
		app_say_fault(app, f);
	else
		app_say(app,
			ngettext("added %zu tag, %zu were there; u takes it back",
				 "added %zu tags, %zu were there; u takes it back", done.n_added),
			done.n_added, done.n_there);
	app_reload(app);
	if (!status && codebook->tags.n > 0)
		codebook_go_to(app, codebook->tags.items[0].path);
	codebook_release(codebook);
}

static void add_ready(struct app *app, const struct picker_item *item, void *data)
{
	char *name = xstrdup(item->id), *space = strchr(name, ' ');
	struct codebook codebook;
	struct fault f = FAULT_NONE;
	(void)data;
	*space = '\0';
	enum status status = codebook_load(name, space + 1, &codebook, &f);
	add_codebook(app, &codebook, status, &f);
	free(name);
}

static void add_file(struct app *app, const char *typed, void *data)
{
	char *path = path_typed(typed);
	struct codebook codebook;
	struct fault f = FAULT_NONE;
	(void)data;
	enum status status = codebook_read(path, &codebook, &f);
	add_codebook(app, &codebook, status, &f);
	free(path);
}

void command_add_codebook(struct app *app, const char *argument)
{
	static const struct picker_ops ops = {
		.choose = add_ready, .create = add_file, .load = load_codebooks};
	if (*argument)
		add_file(app, argument, NULL);
	else
		/* TRANSLATORS: before a path that was typed */
		view_push(app, picker_new(app, _("Add a codebook, or type the path of a CSV file"),
					  _("from the file"), &ops, NULL));
}
