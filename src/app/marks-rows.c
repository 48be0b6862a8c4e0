/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/marks-rows.h"

#include <stdlib.h>
#include <string.h>

#include "app/seen.h"
#include "app/stances.h"
#include "base/xalloc.h"
#include "model/anchor.h"
#include "model/tagpath.h"

void marks_rows_release(struct marks_rows *rows)
{
	highlight_list_release(&rows->highlights);
	coding_list_release(&rows->codings);
	mention_list_release(&rows->mentions);
	note_list_release(&rows->notes);
	tag_list_release(&rows->tags);
	claim_list_release(&rows->claims);
	stance_scheme_release(&rows->scheme);
	lookup_release(&rows->tags_by_id);
	lookup_release(&rows->claims_by_id);
	lookup_release(&rows->notes_by_target);
	free(rows->looks);
	free(rows->asked_tags);
}

/* The lists are of one moment: a highlight's codings and mentions would not be found otherwise. */
static enum status read_lists(struct marks_rows *rows, struct store *store, const char *article,
			      struct fault *f)
{
	enum status status = store_highlight_list(store, article, &rows->highlights, f);
	if (status == STATUS_OK)
		status = store_coding_list(store, article, &rows->codings, f);
	if (status == STATUS_OK)
		status = store_mention_list(store, article, &rows->mentions, f);
	if (status == STATUS_OK)
		status = store_note_list(store, NULL, &rows->notes, f);
	if (status == STATUS_OK)
		status = store_tag_names(store, &rows->tags, f);
	if (status == STATUS_OK && rows->mentions.n > 0)
		status = store_claim_list(store, &rows->claims, f);
	return status;
}

static void keep_seen(struct marks_rows *rows)
{
	const struct project *project = rows->source->project;
	KEEP_SEEN(coding, project, &rows->codings);
	KEEP_SEEN(mention, project, &rows->mentions);
	KEEP_SEEN(note, project, &rows->notes);
}

static void look_up(struct marks_rows *rows)
{
	const struct note_list *notes = &rows->notes;
	LOOKUP_BY_ID(&rows->tags_by_id, &rows->tags);
	LOOKUP_BY_ID(&rows->claims_by_id, &rows->claims);
	lookup_init(&rows->notes_by_target, notes->n > 0 ? notes->items->target : NULL, notes->n,
		    sizeof *notes->items);
}

/* Whether what is seen is not all of this coder, whose name then goes without saying. */
static bool has_others(const struct marks_rows *rows)
{
	const char *own = rows->source->project->options->coder;
	bool others = false;
	for (size_t i = 0; i < rows->highlights.n && !others; i++)
		others = strcmp(rows->highlights.items[i].coder, own) != 0;
	for (size_t i = 0; i < rows->codings.n && !others; i++)
		others = strcmp(rows->codings.items[i].coder, own) != 0;
	for (size_t i = 0; i < rows->mentions.n && !others; i++)
		others = strcmp(rows->mentions.items[i].coder, own) != 0;
	return others && !rows->source->project->options->blind;
}

static void ask_for_tags(struct marks_rows *rows)
{
	const struct tag_list *tags = &rows->tags;
	const struct mark_filter *filter = rows->source->filter;
	rows->asked_tags = xcalloc(tags->n + 1, sizeof *rows->asked_tags);
	for (size_t i = 0; filter && i < tags->n; i++)
		for (size_t k = 0; mark_filter_has(filter, FILTER_TAG, tags->items[i].id) &&
				   k < tags->n; k++)
			rows->asked_tags[k] |= tagpath_is_below(tags->items[k].path,
								tags->items[i].path);
}

enum status marks_rows_read(struct marks_rows *rows, const struct marks_source *source,
			    const char *article, struct fault *f)
{
	struct store *store = source->project->store;
	*rows = (struct marks_rows){.source = source};
	enum status status = store_read_begin(store, f);
	if (status != STATUS_OK)
		return status;
	status = read_lists(rows, store, article, f);
	store_read_end(store);
	if (status == STATUS_OK && rows->mentions.n > 0)
		status = stances_of_project(source->project, &rows->scheme, f);
	if (status != STATUS_OK)
		return status;
	keep_seen(rows);
	look_up(rows);
	ask_for_tags(rows);
	rows->several = has_others(rows);
	rows->looks = theme_tags(&rows->tags, source->mono);
	return STATUS_OK;
}

static const struct note *note_on(const struct marks_rows *rows, const char *id)
{
	size_t at = lookup_first(&rows->notes_by_target, id);
	return lookup_is(&rows->notes_by_target, at, id)
		       ? &rows->notes.items[lookup_row(&rows->notes_by_target, at)]
		       : NULL;
}

struct mark_rows marks_rows_next(struct marks_rows *rows, size_t i)
{
	struct mark_rows mark = {.highlight = &rows->highlights.items[i],
				 .codings = rows->codings.items + rows->next_coding,
				 .mentions = rows->mentions.items + rows->next_mention};
	const char *id = mark.highlight->id;
	while (rows->next_coding + mark.n_codings < rows->codings.n &&
	       strcmp(mark.codings[mark.n_codings].highlight, id) == 0)
		mark.n_codings++;
	while (rows->next_mention + mark.n_mentions < rows->mentions.n &&
	       strcmp(mark.mentions[mark.n_mentions].highlight, id) == 0)
		mark.n_mentions++;
	rows->next_coding += mark.n_codings;
	rows->next_mention += mark.n_mentions;
	mark.note = note_on(rows, id);
	return mark;
}

bool mark_rows_seen(const struct marks_rows *rows, const struct mark_rows *mark)
{
	return !anchor_is_orphan(mark->highlight) &&
	       (mark->n_codings > 0 || mark->n_mentions > 0 || mark->note ||
		project_sees(rows->source->project, mark->highlight->coder));
}

static bool is_coder_asked(const struct mark_filter *filter, const char *coder)
{
	return !mark_filter_asks(filter, FILTER_CODER) ||
	       mark_filter_has(filter, FILTER_CODER, coder);
}

static bool has_asked_tag(const struct marks_rows *rows, const struct mark_rows *mark)
{
	for (size_t i = 0; i < mark->n_codings; i++)
		if (rows->asked_tags[marks_rows_tag(rows, mark->codings[i].tag)] &&
		    is_coder_asked(rows->source->filter, mark->codings[i].coder))
			return true;
	return false;
}

static bool has_asked_claim(const struct marks_rows *rows, const struct mark_rows *mark)
{
	const struct mark_filter *filter = rows->source->filter;
	for (size_t i = 0; i < mark->n_mentions; i++)
		if (mark_filter_has(filter, FILTER_CLAIM, mark->mentions[i].claim) &&
		    is_coder_asked(filter, mark->mentions[i].coder))
			return true;
	return false;
}

static bool has_asked_note(const struct marks_rows *rows, const char *id)
{
	const struct lookup *by_target = &rows->notes_by_target;
	bool asked = false;
	for (size_t at = lookup_first(by_target, id); !asked && lookup_is(by_target, at, id); at++)
		asked = is_coder_asked(rows->source->filter,
				       rows->notes.items[lookup_row(by_target, at)].coder);
	return asked;
}

/* By an asked coder, whatever it is that they did. */
static bool has_asked_coder(const struct marks_rows *rows, const struct mark_rows *mark)
{
	const struct mark_filter *filter = rows->source->filter;
	bool asked = is_coder_asked(filter, mark->highlight->coder) ||
		     has_asked_note(rows, mark->highlight->id);
	for (size_t i = 0; i < mark->n_codings && !asked; i++)
		asked = is_coder_asked(filter, mark->codings[i].coder);
	for (size_t i = 0; i < mark->n_mentions && !asked; i++)
		asked = is_coder_asked(filter, mark->mentions[i].coder);
	return asked;
}

bool mark_rows_asked(const struct marks_rows *rows, const struct mark_rows *mark)
{
	const struct mark_filter *filter = rows->source->filter;
	if (!filter || filter->n == 0)
		return true;
	bool tags = mark_filter_asks(filter, FILTER_TAG);
	bool claims = mark_filter_asks(filter, FILTER_CLAIM);
	if (tags && !has_asked_tag(rows, mark))
		return false;
	if (claims && !has_asked_claim(rows, mark))
		return false;
	return tags || claims || has_asked_coder(rows, mark);
}

size_t marks_rows_tag(const struct marks_rows *rows, const char *id)
{
	size_t row;
	return lookup_one(&rows->tags_by_id, id, &row) ? row : rows->tags.n;
}

const struct claim *marks_rows_claim(const struct marks_rows *rows, const char *id)
{
	size_t row;
	return lookup_one(&rows->claims_by_id, id, &row) ? &rows->claims.items[row] : NULL;
}
