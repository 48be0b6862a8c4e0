/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The codebook and the articles with counts of what is seen: who is blind to others does not learn
 * what they did, nor when.
 */
#include <stdlib.h>
#include <string.h>

#include "app/marks.h"
#include "app/project-internal.h"
#include "base/xalloc.h"
#include "model/lookup.h"

/* Where a tag was counted last: codings come by article, then highlight. */
struct last {
	const char *highlight, *article; /* borrowed; NULL: nowhere yet */
};

static bool is_new(const char *last, const char *id)
{
	return !last || strcmp(last, id) != 0;
}

static void forget_use(struct tag *tag)
{
	tag->n_highlights = tag->n_articles = 0;
	tag->last_used_at[0] = '\0';
}

static void use_last_at(struct tag *tag, const char *created_at)
{
	if (strcmp(created_at, tag->last_used_at) <= 0)
		return;
	xstrset(&tag->last_used_at, created_at);
}

static void count_coding(struct tag *tag, struct last *last, const struct highlight *highlight)
{
	tag->n_highlights += is_new(last->highlight, highlight->id);
	tag->n_articles += is_new(last->article, highlight->article);
	*last = (struct last){.highlight = highlight->id, .article = highlight->article};
}

static void count_codings(const struct project *project, struct tag_list *tags,
			  const struct highlight_list *highlights,
			  const struct coding_list *codings)
{
	struct lookup by_id, tags_by_id;
	struct last *last = xcalloc(tags->n, sizeof *last);
	LOOKUP_BY_ID(&by_id, highlights);
	LOOKUP_BY_ID(&tags_by_id, tags);
	for (size_t i = 0; i < tags->n; i++)
		forget_use(&tags->items[i]);
	for (size_t i = 0; i < codings->n; i++) {
		const struct coding *coding = &codings->items[i];
		size_t h, t;
		if (project_sees(project, coding->coder) &&
		    lookup_one(&by_id, coding->highlight, &h) &&
		    lookup_one(&tags_by_id, coding->tag, &t)) {
			count_coding(&tags->items[t], &last[t], &highlights->items[h]);
			use_last_at(&tags->items[t], coding->created_at);
		}
	}
	lookup_release(&by_id);
	lookup_release(&tags_by_id);
	free(last);
}

static enum status list_seen(const struct project *project, struct tag_list *out, struct fault *f)
{
	struct highlight_list highlights = {.items = NULL};
	struct coding_list codings = {.items = NULL};
	enum status status = store_read_begin(project->store, f);
	if (status != STATUS_OK)
		return status;
	status = store_tag_list(project->store, out, f);
	if (status == STATUS_OK)
		status = store_highlight_list(project->store, NULL, &highlights, f);
	if (status == STATUS_OK)
		status = store_coding_list(project->store, NULL, &codings, f);
	store_read_end(project->store);
	if (status == STATUS_OK)
		count_codings(project, out, &highlights, &codings);
	coding_list_release(&codings);
	highlight_list_release(&highlights);
	return status;
}

enum status project_tag_list(const struct project *project, struct tag_list *out, struct fault *f)
{
	enum status status = project_readable(project, f);
	if (status != STATUS_OK)
		return status;
	return project->options->blind ? list_seen(project, out, f)
				       : store_tag_list(project->store, out, f);
}

/* Highlights come by article, as articles do. */
static void count_highlights(struct article_list *articles, const struct marks *marks)
{
	for (size_t i = 0, k = 0; i < articles->n; i++) {
		struct article *article = &articles->items[i];
		article->n_highlights = 0;
		for (; k < marks->n && strcmp(marks->items[k].article, article->id) == 0; k++)
			article->n_highlights++;
	}
}

enum status project_article_list(const struct project *project, struct article_list *out,
				 struct fault *f)
{
	struct marks_source source = {.project = project};
	struct marks marks = {.items = NULL};
	enum status status = project_readable(project, f);
	if (status == STATUS_OK)
		status = store_article_list(project->store, out, f);
	if (status != STATUS_OK || !project->options->blind)
		return status;
	status = marks_load_all(&marks, &source, f);
	if (status == STATUS_OK)
		count_highlights(out, &marks);
	marks_release(&marks);
	return status;
}
