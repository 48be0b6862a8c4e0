/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which two texts are compared: an article and another version of it; where it has none, the two
 * that are open.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "app/difference-view.h"
#include "app/i18n.h"
#include "app/library.h"
#include "app/picker.h"
#include "app/reader-internal.h"
#include "app/review-internal.h"
#include "app/words.h"
#include "base/xalloc.h"
#include "model/lineage.h"

/* The project's articles, and which version each is. */
struct versions {
	struct article_list articles;
	struct lineage *lineages;
};

static bool versions_load(struct app *app, struct versions *versions)
{
	struct fault f = FAULT_NONE;
	*versions = (struct versions){.lineages = NULL};
	if (app->project.store &&
	    store_article_list(app->project.store, &versions->articles, &f) != STATUS_OK) {
		app_say_fault(app, &f);
		return false;
	}
	versions->lineages = lineage_make(&versions->articles);
	return true;
}

static void versions_release(struct versions *versions)
{
	article_list_release(&versions->articles);
	free(versions->lineages);
}

/* The index of an article; the count without one. */
static size_t index_of(const struct versions *versions, const char *id)
{
	size_t i = 0;
	while (i < versions->articles.n && strcmp(versions->articles.items[i].id, id) != 0)
		i++;
	return i;
}

/* "version 1 of 2", the caller's; NULL where there is no other. */
static char *label_of(const struct lineage *lineage)
{
	if (lineage->count < 2)
		return NULL;
	return xasprintf(_("version %zu of %zu"), lineage->version, lineage->count);
}

static enum status open_text(struct app *app, const char *ref, const struct versions *versions,
			     struct difference_text *out, struct fault *f)
{
	enum status status = project_article(&app->project, ref, false, &out->article, f);
	if (status == STATUS_OK)
		status = project_document(&app->project, &out->article, &out->doc, f);
	if (status != STATUS_OK)
		return status;
	size_t index = index_of(versions, out->article.id);
	out->ref = xstrdup(out->article.id);
	if (index < versions->articles.n)
		out->label = label_of(&versions->lineages[index]);
	return STATUS_OK;
}

static bool is_too_long(struct app *app, const struct difference_text *text)
{
	if (document_bytes(text->doc) <= DIFFERENCE_MAX_BYTES)
		return false;
	app_complain(app, _("%s is too long to be compared"), text->article.title);
	return true;
}

/* Takes over both texts. */
static bool show(struct app *app, struct difference_text texts[DIFFERENCE_SIDES])
{
	if (!is_too_long(app, &texts[SIDE_OLD]) && !is_too_long(app, &texts[SIDE_NEW])) {
		difference_view_open(app, texts);
		return true;
	}
	difference_text_release(&texts[SIDE_OLD]);
	difference_text_release(&texts[SIDE_NEW]);
	return false;
}

/* Two articles of the project, the older first. */
static void compare_articles(struct app *app, const struct versions *versions, const char *old,
			     const char *new)
{
	struct difference_text texts[DIFFERENCE_SIDES] = {{.doc = NULL}, {.doc = NULL}};
	struct fault f = FAULT_NONE;
	if (open_text(app, old, versions, &texts[SIDE_OLD], &f) == STATUS_OK &&
	    open_text(app, new, versions, &texts[SIDE_NEW], &f) == STATUS_OK) {
		show(app, texts);
		return;
	}
	app_say_fault(app, &f);
	difference_text_release(&texts[SIDE_OLD]);
	difference_text_release(&texts[SIDE_NEW]);
}

/* Two versions, whichever is the older. */
static void compare_versions(struct app *app, const struct versions *versions, size_t one,
			     size_t two)
{
	bool older = versions->lineages[one].version < versions->lineages[two].version;
	const struct article *articles = versions->articles.items;
	compare_articles(app, versions, articles[older ? one : two].id,
			 articles[older ? two : one].id);
}

/* The picker's data is the id of the article whose other versions it lists. */
static void load_versions(struct app *app, struct picker *picker, void *data)
{
	struct versions versions;
	if (!versions_load(app, &versions))
		return;
	size_t n = versions.articles.n, index = index_of(&versions, data);
	for (size_t i = 0; index < n && i < n; i++) {
		const struct article *article = &versions.articles.items[i];
		if (i == index || versions.lineages[i].root != versions.lineages[index].root)
			continue;
		char *label = label_of(&versions.lineages[i]);
		picker_add(picker, &(struct picker_item){
					   .label = words_format("%s: %s", label, article->title),
					   .detail = xstrdup(article->published_at),
					   .id = xstrdup(article->id)});
		free(label);
	}
	versions_release(&versions);
}

static void choose_version(struct app *app, const struct picker_item *item, void *data)
{
	struct versions versions;
	if (!versions_load(app, &versions))
		return;
	size_t one = index_of(&versions, data), two = index_of(&versions, item->id);
	if (one < versions.articles.n && two < versions.articles.n)
		compare_versions(app, &versions, one, two);
	versions_release(&versions);
}

/* With the version before it, or with the one that is chosen of several. */
static void compare_with_version(struct app *app, const struct versions *versions, size_t index)
{
	static const struct picker_ops ops = {
		.choose = choose_version, .load = load_versions, .free_data = free};
	const struct lineage *lineage = &versions->lineages[index];
	size_t near = lineage->version > 1 ? lineage->version - 1 : 2;
	size_t other = lineage_find(versions->lineages, versions->articles.n, index, near);
	if (lineage->count == 2 && other < versions->articles.n) {
		compare_versions(app, versions, index, other);
		return;
	}
	struct view *picker = picker_new(app, _("Compare with"), NULL, &ops,
					 xstrdup(versions->articles.items[index].id));
	view_push(app, picker);
	if (other < versions->articles.n)
		picker_go_to(picker_of(picker), versions->articles.items[other].id);
}

/* A text that is open and not in the project; what was read of it is what is compared. */
static enum status copy_text(const struct pane *pane, struct difference_text *out, struct fault *f)
{
	size_t n = document_bytes(pane->doc);
	char *bytes = xmalloc(n + 1);
	enum status status = document_read(pane->doc, 0, bytes, n, f);
	if (status != STATUS_OK) {
		free(bytes);
		return status;
	}
	char *path = realpath(pane->path, NULL);
	*out = (struct difference_text){.ref = path ? path : xstrdup(pane->path),
					.doc = document_new(text_source_memory(bytes, n))};
	out->article.title = xstrdup(pane->article.title);
	out->article.dir = pane->article.dir;
	return STATUS_OK;
}

static enum status text_of_pane(struct app *app, const struct pane *pane,
				const struct versions *versions, struct difference_text *out,
				struct fault *f)
{
	if (*pane->article.id)
		return open_text(app, pane->article.id, versions, out, f);
	if (document_bytes(pane->doc) > DIFFERENCE_MAX_BYTES)
		return fault_set(f, STATUS_TOO_LARGE, pane->path);
	return copy_text(pane, out, f);
}

static void compare_panes(struct app *app, const struct versions *versions)
{
	struct difference_text texts[DIFFERENCE_SIDES] = {{.doc = NULL}, {.doc = NULL}};
	struct pane *const *panes = app->reader->panes;
	struct fault f = FAULT_NONE;
	if (text_of_pane(app, panes[SIDE_OLD], versions, &texts[SIDE_OLD], &f) == STATUS_OK &&
	    text_of_pane(app, panes[SIDE_NEW], versions, &texts[SIDE_NEW], &f) == STATUS_OK) {
		if (show(app, texts))
			app_say(app,
				_("no other version is known: these are the two open articles"));
		return;
	}
	app_say_fault(app, &f);
	difference_text_release(&texts[SIDE_OLD]);
	difference_text_release(&texts[SIDE_NEW]);
}

static void compare_from_reader(struct app *app, const struct versions *versions)
{
	size_t index = index_of(versions, reader_pane(app)->article.id);
	if (index < versions->articles.n && versions->lineages[index].count > 1)
		compare_with_version(app, versions, index);
	else if (app->reader->n_panes == 2)
		compare_panes(app, versions);
	else
		app_complain(app,
			     _("no other version is known; two open articles can be compared"));
}

static void compare_from_library(struct app *app, const struct versions *versions)
{
	size_t n;
	char **ids = library_chosen(app->library, &n);
	size_t index = n > 0 ? index_of(versions, ids[0]) : versions->articles.n;
	if (n == 2)
		compare_articles(app, versions, ids[0], ids[1]);
	else if (n == 1 && index < versions->articles.n && versions->lineages[index].count > 1)
		compare_with_version(app, versions, index);
	else
		app_complain(app,
			     _("no other version is known; two marked articles can be compared"));
	for (size_t i = 0; i < n; i++)
		free(ids[i]);
	free(ids);
}

/* Of the highlight at the cursor: its article, and the version before it. */
static void compare_from_review(struct app *app, const struct versions *versions)
{
	const struct review_item *item = review_focus(review_on_top(app));
	size_t index = item ? index_of(versions, item->article) : versions->articles.n;
	if (index < versions->articles.n)
		compare_with_version(app, versions, index);
}

void command_differences(struct app *app, const char *argument)
{
	struct versions versions;
	(void)argument;
	/* The key that brought it takes it away again. */
	if (app->top->ops->section == SECTION_DIFFERENCE) {
		view_pop(app);
		return;
	}
	if (!versions_load(app, &versions))
		return;
	if (app->top->ops->section == SECTION_LIBRARY)
		compare_from_library(app, &versions);
	else if (review_on_top(app))
		compare_from_review(app, &versions);
	else
		compare_from_reader(app, &versions);
	versions_release(&versions);
}
