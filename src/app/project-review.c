/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carried highlights that somebody has to look at, and what is decided on them. */
#include "app/versions.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "app/carry.h"
#include "app/i18n.h"
#include "app/project-internal.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "model/anchor.h"
#include "model/id.h"
#include "model/reanchor.h"

enum { REF_LEAST = 8 }; /* first digits of an id that name it */

void review_release(struct review *review)
{
	for (size_t i = 0; i < review->n; i++) {
		highlight_release(&review->items[i].old);
		highlight_release(&review->items[i].now);
	}
	free(review->items);
	*review = (struct review){.items = NULL};
}

/* The highlights of all older versions, each by the id that its copy has. */
struct older {
	struct highlight_list list;
	struct origin {
		char copy[ID_SIZE];
		struct highlight *highlight; /* in the list */
	} *origins;
};

static void older_release(struct older *older)
{
	highlight_list_release(&older->list);
	free(older->origins);
}

static int by_copy(const void *a, const void *b)
{
	const struct origin *x = a, *y = b;
	return strcmp(x->copy, y->copy);
}

static void index_older(struct older *older, const char *article)
{
	older->origins = xcalloc(older->list.n, sizeof *older->origins);
	for (size_t i = 0; i < older->list.n; i++) {
		older->origins[i].highlight = &older->list.items[i];
		id_of_copy(older->list.items[i].id, article, older->origins[i].copy);
	}
	qsort(older->origins, older->list.n, sizeof *older->origins, by_copy);
}

/* The index of an article in a list; its length where it is not there. */
static size_t index_of(const struct article_list *articles, const char *id)
{
	size_t i = 0;
	while (i < articles->n && strcmp(articles->items[i].id, id) != 0)
		i++;
	return i;
}

/* A circle of versions, in a file from elsewhere, ends after as many steps as articles. */
static enum status load_older(struct project *project, const struct article_list *articles,
			      const struct article *article, struct older *older, struct fault *f)
{
	enum status status = STATUS_OK;
	size_t steps = 0, i = index_of(articles, article->version_of);
	for (; i < articles->n && steps < articles->n && status == STATUS_OK; steps++) {
		status = store_highlight_list(project->store, articles->items[i].id, &older->list,
					      f);
		i = index_of(articles, articles->items[i].version_of);
	}
	index_older(older, article->id);
	return status;
}

static const struct origin *find_origin(const struct older *older, const char *copy)
{
	struct origin key;
	memcpy(key.copy, copy, sizeof key.copy);
	return older->list.n ? bsearch(&key, older->origins, older->list.n, sizeof key, by_copy)
			     : NULL;
}

/* Moves a row out of what will be released. */
static struct highlight take(struct highlight *row)
{
	struct highlight taken = *row;
	*row = (struct highlight){.exact = NULL};
	return taken;
}

static struct review_item *add(struct review *review, const struct article *article)
{
	VEC_PUSH(review->items, review->n, review->cap,
		 ((struct review_item){.number = article->number, .score = -1}));
	struct review_item *item = &review->items[review->n - 1];
	memcpy(item->article, article->id, sizeof item->article);
	return item;
}

static void add_row(struct review *out, const struct article *article, const struct older *older,
		    struct highlight *row)
{
	struct review_item *item = add(out, article);
	const struct origin *origin = find_origin(older, row->id);
	memcpy(item->id, row->id, sizeof item->id);
	item->orphan = item->has_row = anchor_is_orphan(row);
	if (item->orphan) {
		item->score = 0;
		item->old = take(row);
		return;
	}
	if (origin)
		item->old = take(origin->highlight);
	item->now = take(row);
}

/* The rows of one state that this coder sees. */
static void add_rows(struct project *project, const struct article *article, const char *state,
		     const struct older *older, struct highlight_list *rows, struct review *out)
{
	for (size_t i = 0; i < rows->n; i++) {
		struct highlight *row = &rows->items[i];
		if (row->exact && strcmp(row->anchor_state, state) == 0 &&
		    project_sees(project, row->coder))
			add_row(out, article, older, row);
	}
}

/* Those that are kept in a list (app/versions.h). */
static void add_orphans(struct project *project, const struct article *article,
			const struct older *older, const char *ids, struct review *out)
{
	char id[ID_SIZE], copy[ID_SIZE];
	while (carry_next_orphan(&ids, id)) {
		id_of_copy(id, article->id, copy);
		const struct origin *origin = find_origin(older, copy);
		/* Removed since, or seen by its coder alone. */
		if (!origin || !origin->highlight->exact ||
		    !project_sees(project, origin->highlight->coder))
			continue;
		struct review_item *item = add(out, article);
		memcpy(item->id, copy, sizeof item->id);
		item->orphan = true;
		item->score = 0;
		item->old = take(origin->highlight);
	}
}

/* The scores of those items from `first` on that have a place and an older highlight. */
static enum status fill_scores(struct project *project, const struct article *article,
			       struct review *out, size_t first, struct fault *f)
{
	size_t n = 0, most = out->n - first;
	struct reanchor_quote *quotes = xcalloc(most, sizeof *quotes);
	struct cp_range *ranges = xcalloc(most, sizeof *ranges);
	double *scores = xcalloc(most, sizeof *scores);
	struct document *doc = NULL;
	for (size_t i = first; i < out->n; i++) {
		const struct review_item *item = &out->items[i];
		if (item->orphan || !item->old.exact)
			continue;
		ranges[n] = item->now.range;
		quotes[n++] = (struct reanchor_quote){.exact = item->old.exact,
						      .prefix = item->old.prefix,
						      .suffix = item->old.suffix};
	}
	enum status status = n ? project_document(project, article, &doc, f) : STATUS_OK;
	if (status == STATUS_OK && n)
		status = reanchor_scores(doc, quotes, ranges, n, scores, f);
	for (size_t i = first, k = 0; i < out->n && status == STATUS_OK; i++)
		if (!out->items[i].orphan && out->items[i].old.exact)
			out->items[i].score = scores[k++];
	document_free(doc);
	free(scores);
	free(ranges);
	free(quotes);
	return status;
}

/* What is wanted of a review. */
struct wanted {
	const char *only; /* an article's id; NULL: of all */
	bool scores;
};

/* Of one article that has something to look at. */
static enum status review_rows(struct project *project, const struct article_list *articles,
			       const struct article *article, struct highlight_list *rows,
			       const char *orphans, struct review *out, struct fault *f)
{
	struct older older = {.origins = NULL};
	enum status status = load_older(project, articles, article, &older, f);
	if (status == STATUS_OK) {
		add_rows(project, article, "moved", &older, rows, out);
		add_rows(project, article, "orphan", &older, rows, out);
		add_orphans(project, article, &older, orphans, out);
	}
	older_release(&older);
	return status;
}

static enum status review_article(struct project *project, const struct article_list *articles,
				  const struct article *article, const struct wanted *wanted,
				  struct review *out, struct fault *f)
{
	struct highlight_list rows = {.items = NULL};
	char *orphans = NULL;
	size_t first = out->n;
	enum status status = store_highlight_list_unsure(project->store, article->id, &rows, f);
	if (status == STATUS_OK)
		status = project_orphans(project, article->id, &orphans, f);
	if (status == STATUS_OK && (rows.n > 0 || *orphans))
		status = review_rows(project, articles, article, &rows, orphans, out, f);
	if (status == STATUS_OK && wanted->scores && out->n > first)
		status = fill_scores(project, article, out, first, f);
	free(orphans);
	highlight_list_release(&rows);
	return status;
}

static enum status review_all(struct project *project, const struct wanted *wanted,
			      struct review *out, struct fault *f)
{
	struct article_list articles = {.items = NULL};
	enum status status = store_article_list(project->store, &articles, f);
	for (size_t i = 0; i < articles.n && status == STATUS_OK; i++) {
		const struct article *article = &articles.items[i];
		if (!wanted->only || strcmp(article->id, wanted->only) == 0)
			status = review_article(project, &articles, article, wanted, out, f);
	}
	article_list_release(&articles);
	return status;
}

static enum status review_wanted(struct project *project, const struct wanted *wanted,
				 struct review *out, struct fault *f)
{
	enum status status = store_read_begin(project->store, f);
	if (status == STATUS_OK) {
		status = review_all(project, wanted, out, f);
		store_read_end(project->store);
	}
	return status;
}

enum status project_review(struct project *project, const char *article, struct review *out,
			   struct fault *f)
{
	struct article only = {.number = 0};
	struct wanted wanted = {.scores = true};
	enum status status = project_readable(project, f);
	if (status == STATUS_OK && article) {
		status = store_article_get(project->store, article, &only, f);
		wanted.only = only.id;
	}
	if (status == STATUS_OK)
		status = review_wanted(project, &wanted, out, f);
	article_release(&only);
	return status;
}

/* All that can be decided on, without their scores. */
static enum status list_all(struct project *project, struct review *out, struct fault *f)
{
	static const struct wanted wanted = {.scores = false};
	enum status status = project_readable(project, f);
	return status == STATUS_OK ? review_wanted(project, &wanted, out, f) : status;
}

/* The item that `ref` names: an id, or enough of its first digits. */
static enum status find_item(const struct review *review, const char *ref,
			     const struct review_item **out, struct fault *f)
{
	size_t n = strlen(ref);
	*out = NULL;
	for (size_t i = 0; i < review->n && n >= REF_LEAST; i++) {
		if (strncmp(review->items[i].id, ref, n) != 0)
			continue;
		if (*out)
			return fault_setf(f, STATUS_NOT_FOUND, ref, "%s, %s", (*out)->id,
					  review->items[i].id);
		*out = &review->items[i];
	}
	return *out ? STATUS_OK : fault_set(f, STATUS_NOT_FOUND, ref);
}

/* What is done to one item, inside of an act. */
typedef enum status decision(struct project *project, const struct review_item *item,
			     struct fault *f);

static enum status decide_all(struct project *project, const struct review *review,
			      const char *const *ids, size_t n, decision *decide, struct fault *f)
{
	const struct review_item *item;
	enum status status = STATUS_OK;
	for (size_t i = 0; i < n && status == STATUS_OK; i++) {
		status = find_item(review, ids[i], &item, f);
		if (status == STATUS_OK)
			status = decide(project, item, f);
	}
	return status;
}

static enum status decide(struct project *project, enum act_kind kind, const char *const *ids,
			  size_t n, decision *how, struct fault *f)
{
	struct review review = {.items = NULL};
	enum status status = list_all(project, &review, f);
	if (status == STATUS_OK)
		status = act_begin(project, kind, NULL, NULL, n, f);
	if (status == STATUS_OK)
		status = act_end(project, decide_all(project, &review, ids, n, how, f), f);
	review_release(&review);
	return status;
}

static enum status accept(struct project *project, const struct review_item *item, struct fault *f)
{
	if (item->orphan)
		return fault_setf(f, STATUS_INVALID, item->id, _("it has no place to accept"));
	struct highlight now = item->now;
	now.anchor_state = (char[]){"exact"};
	return store_highlight_update(project->store, &now, f);
}

/* Takes an orphan off its article's list. */
static enum status strike(struct project *project, const struct review_item *item,
			  struct fault *f)
{
	char *ids = NULL, id[ID_SIZE];
	struct str left = STR_EMPTY;
	enum status status = project_orphans(project, item->article, &ids, f);
	const char *next = ids ? ids : "";
	while (carry_next_orphan(&next, id))
		if (strcmp(id, item->old.id) != 0)
			str_appendf(&left, "%s%s", left.len ? " " : "", id);
	if (status == STATUS_OK)
		status = carry_set_orphans(project, item->article, str_cstr(&left), f);
	str_release(&left);
	free(ids);
	return status;
}

static enum status reject(struct project *project, const struct review_item *item, struct fault *f)
{
	return item->orphan && !item->has_row
		       ? strike(project, item, f)
		       : store_highlight_remove(project->store, item->id, f);
}

enum status project_accept(struct project *project, const char *const *ids, size_t n,
			   struct fault *f)
{
	return decide(project, ACT_ACCEPT, ids, n, accept, f);
}

enum status project_reject(struct project *project, const char *const *ids, size_t n,
			   struct fault *f)
{
	return decide(project, ACT_REJECT, ids, n, reject, f);
}

/* An orphan's first place, inside of an act. */
static enum status place_orphan(struct project *project, const struct review_item *item,
				struct cp_range range, struct fault *f)
{
	struct article article = {.number = 0};
	enum status status = store_article_get(project->store, item->article, &article, f);
	if (status == STATUS_OK)
		status = carry_one(project, &item->old, &article, range, f);
	if (status == STATUS_OK)
		status = strike(project, item, f);
	article_release(&article);
	return status;
}

enum status project_place(struct project *project, const char *article, const char *id,
			  struct cp_range range, struct fault *f)
{
	struct review review = {.items = NULL};
	const struct review_item *item;
	enum status status = list_all(project, &review, f);
	if (status == STATUS_OK)
		status = find_item(&review, id, &item, f);
	if (status == STATUS_OK && article && strcmp(article, item->article) != 0)
		status = fault_setf(f, STATUS_INVALID, id, _("it is a highlight of article %zu"),
				    (size_t)item->number);
	if (status == STATUS_OK && (!item->orphan || item->has_row)) {
		status = project_resize_mark(project, item->id, range, f);
	} else if (status == STATUS_OK) {
		status = act_begin(project, ACT_PLACE, NULL, NULL, 0, f);
		if (status == STATUS_OK)
			status = act_end(project, place_orphan(project, item, range, f), f);
	}
	review_release(&review);
	return status;
}
