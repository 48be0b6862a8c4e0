/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/highlights.h"

#include <string.h>

#include "app/seen.h"
#include "cli/row.h"
#include "model/tagpath.h"

static void index_lists(struct highlights *m)
{
#define INDEX(lookup, list, field) \
	lookup_init(&m->lookup, m->list.n ? m->list.items->field : NULL, m->list.n, \
		    sizeof *m->list.items)
	INDEX(articles_by_id, articles, id);
	INDEX(tags_by_id, tags, id);
	INDEX(codings_of, codings, highlight);
	INDEX(mentions_of, mentions, highlight);
	INDEX(notes_of, notes, target);
#undef INDEX
}

enum status highlights_load(struct highlights *all, const struct project *project,
			    const char *article, struct fault *f)
{
	struct store *store = project->store;
	*all = (struct highlights){.project = project};
	enum status status = store_read_begin(store, f);
	if (status != STATUS_OK)
		return status;
	status = store_article_list(store, &all->articles, f);
	if (status == STATUS_OK)
		status = store_highlight_list(store, article, &all->highlights, f);
	if (status == STATUS_OK)
		status = store_tag_names(store, &all->tags, f);
	if (status == STATUS_OK)
		status = store_coding_list(store, article, &all->codings, f);
	if (status == STATUS_OK)
		status = store_mention_list(store, article, &all->mentions, f);
	if (status == STATUS_OK)
		status = store_note_list(store, NULL, &all->notes, f);
	store_read_end(store);
	KEEP_SEEN(coding, project, &all->codings);
	KEEP_SEEN(mention, project, &all->mentions);
	KEEP_SEEN(note, project, &all->notes);
	index_lists(all);
	return status;
}

void highlights_release(struct highlights *all)
{
	lookup_release(&all->articles_by_id);
	lookup_release(&all->tags_by_id);
	lookup_release(&all->codings_of);
	lookup_release(&all->mentions_of);
	lookup_release(&all->notes_of);
	article_list_release(&all->articles);
	highlight_list_release(&all->highlights);
	tag_list_release(&all->tags);
	coding_list_release(&all->codings);
	mention_list_release(&all->mentions);
	note_list_release(&all->notes);
}

const char *highlights_tag_path(const struct highlights *all, const char *tag)
{
	size_t row;
	return lookup_one(&all->tags_by_id, tag, &row) ? all->tags.items[row].path : "";
}

int64_t highlights_article_number(const struct highlights *all, const char *article)
{
	size_t row;
	return lookup_one(&all->articles_by_id, article, &row)
		       ? all->articles.items[row].number : 0;
}

static const struct coding *coding_at(const struct highlights *all, size_t at)
{
	return &all->codings.items[lookup_row(&all->codings_of, at)];
}

static const struct mention *mention_at(const struct highlights *all, size_t at)
{
	return &all->mentions.items[lookup_row(&all->mentions_of, at)];
}

static const struct note *note_at(const struct highlights *all, size_t at)
{
	return &all->notes.items[lookup_row(&all->notes_of, at)];
}

static bool is_wanted_coder(const struct highlights_filter *filter, const char *coder)
{
	return !filter->coder || strcmp(filter->coder, coder) == 0;
}

static bool is_wanted_tag(const struct highlights *all, const struct highlights_filter *filter,
			  const char *tag)
{
	return !filter->tag || tagpath_is_below(highlights_tag_path(all, tag), filter->tag);
}

static bool has_tag(const struct highlights *all, const char *id,
		    const struct highlights_filter *filter)
{
	size_t at = lookup_first(&all->codings_of, id);
	for (; lookup_is(&all->codings_of, at, id); at++)
		if (is_wanted_coder(filter, coding_at(all, at)->coder) &&
		    is_wanted_tag(all, filter, coding_at(all, at)->tag))
			return true;
	return false;
}

static bool has_mention(const struct highlights *all, const char *id,
			const struct highlights_filter *filter)
{
	size_t at = lookup_first(&all->mentions_of, id);
	for (; lookup_is(&all->mentions_of, at, id); at++)
		if (is_wanted_coder(filter, mention_at(all, at)->coder) &&
		    (!filter->claim || strcmp(filter->claim, mention_at(all, at)->claim) == 0))
			return true;
	return false;
}

static bool has_note(const struct highlights *all, const char *id,
		     const struct highlights_filter *filter)
{
	size_t at = lookup_first(&all->notes_of, id);
	for (; lookup_is(&all->notes_of, at, id); at++)
		if (is_wanted_coder(filter, note_at(all, at)->coder))
			return true;
	return false;
}

/* Somebody who is seen, and asked for, made it or did something on it. */
static bool has_any(const struct highlights *all, const struct highlight *highlight,
		    const struct highlights_filter *filter)
{
	return (project_sees(all->project, highlight->coder) &&
		is_wanted_coder(filter, highlight->coder)) ||
	       has_tag(all, highlight->id, filter) ||
	       has_mention(all, highlight->id, filter) || has_note(all, highlight->id, filter);
}

static bool is_wanted(const struct highlights *all, const struct highlight *highlight,
		      const struct highlights_filter *filter)
{
	if (filter->tag && !has_tag(all, highlight->id, filter))
		return false;
	if (filter->claim && !has_mention(all, highlight->id, filter))
		return false;
	return filter->tag || filter->claim || has_any(all, highlight, filter);
}

void highlights_filter(struct highlights *all, const struct highlights_filter *filter)
{
	struct highlight_list *list = &all->highlights;
	size_t n = 0;
	for (size_t i = 0; i < list->n; i++) {
		struct highlight row = list->items[i];
		if (is_wanted(all, &row, filter))
			list->items[n++] = row;
		else
			highlight_release(&row);
	}
	list->n = n;
}

static void put_tags(struct str *json, const struct highlights *all, const char *id)
{
	size_t at = lookup_first(&all->codings_of, id);
	json_name(json, "tags");
	json_open(json, '[');
	for (; lookup_is(&all->codings_of, at, id); at++) {
		const struct coding *coding = coding_at(all, at);
		json_open(json, '{');
		json_text_member(json, "tag", highlights_tag_path(all, coding->tag));
		json_text_member(json, "coder", coding->coder);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void put_claims(struct str *json, const struct highlights *all, const char *id)
{
	size_t at = lookup_first(&all->mentions_of, id);
	json_name(json, "claims");
	json_open(json, '[');
	for (; lookup_is(&all->mentions_of, at, id); at++)
		row_put(json, ROW_mention, mention_at(all, at));
	json_close(json, ']');
}

static void put_notes(struct str *json, const struct highlights *all, const char *id)
{
	size_t at = lookup_first(&all->notes_of, id);
	json_name(json, "notes");
	json_open(json, '[');
	for (; lookup_is(&all->notes_of, at, id); at++) {
		json_open(json, '{');
		json_text_member(json, "text", note_at(all, at)->text);
		json_text_member(json, "coder", note_at(all, at)->coder);
		json_close(json, '}');
	}
	json_close(json, ']');
}

void highlights_put(struct str *json, const struct highlights *all, size_t i)
{
	const struct highlight *highlight = &all->highlights.items[i];
	row_open(json, ROW_highlight, highlight);
	json_number_member(json, "number", highlights_article_number(all, highlight->article));
	put_tags(json, all, highlight->id);
	put_claims(json, all, highlight->id);
	put_notes(json, all, highlight->id);
	json_close(json, '}');
}

enum status highlights_print_one(struct out *out, const struct project *project,
				 const char *highlight, struct fault *f)
{
	struct highlight there = {.exact = NULL};
	struct highlights all;
	struct str json = STR_EMPTY;
	enum status status = project_highlight(project, highlight, &there, f);
	if (status != STATUS_OK)
		return status;
	status = highlights_load(&all, project, there.article, f);
	for (size_t i = 0; i < all.highlights.n && status == STATUS_OK; i++)
		if (strcmp(all.highlights.items[i].id, there.id) == 0)
			highlights_put(&json, &all, i);
	if (status == STATUS_OK)
		json_print(out, &json);
	highlights_release(&all);
	highlight_release(&there);
	return status;
}
