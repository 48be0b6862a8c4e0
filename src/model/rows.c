/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"

static const char *const note_targets[] = {
	[NOTE_ARTICLE] = "article", [NOTE_HIGHLIGHT] = "highlight", [NOTE_CLAIM] = "claim",
	[NOTE_TAG] = "tag",	    [NOTE_PROJECT] = "project",
};

const char *note_target_name(enum note_target kind)
{
	return note_targets[kind];
}

bool note_target_parse(const char *name, enum note_target *out)
{
	for (size_t i = 0; i < N_NOTE_TARGETS; i++) {
		if (strcmp(note_targets[i], name) != 0)
			continue;
		*out = (enum note_target)i;
		return true;
	}
	return false;
}

static void article_free_strings(struct article *row)
{
	free(row->title);
	free(row->outlet);
	free(row->author);
	free(row->url);
	free(row->published_at);
	free(row->lang);
	free(row->source_path);
	free(row->sha256);
	free(row->source_sha256);
	free(row->created_at);
	free(row->updated_at);
}

static void highlight_free_strings(struct highlight *row)
{
	free(row->exact);
	free(row->prefix);
	free(row->suffix);
	free(row->anchor_state);
	free(row->coder);
	free(row->created_at);
	free(row->updated_at);
}

static void tag_free_strings(struct tag *row)
{
	free(row->path);
	free(row->name);
	free(row->definition);
	free(row->colour);
	free(row->symbol);
	free(row->key);
	free(row->created_at);
	free(row->updated_at);
	free(row->last_used_at);
}

static void coding_free_strings(struct coding *row)
{
	free(row->coder);
	free(row->created_at);
	free(row->updated_at);
}

static void claim_free_strings(struct claim *row)
{
	free(row->statement);
	free(row->lang);
	free(row->verdict);
	free(row->coder);
	free(row->created_at);
	free(row->updated_at);
}

static void mention_free_strings(struct mention *row)
{
	free(row->coder);
	free(row->stance);
	free(row->stance_scheme);
	free(row->attribution);
	free(row->speaker);
	free(row->certainty);
	free(row->created_at);
	free(row->updated_at);
}

static void coverage_free_strings(struct coverage *row)
{
	free(row->coder);
	free(row->state);
	free(row->created_at);
	free(row->updated_at);
}

static void relation_free_strings(struct relation *row)
{
	free(row->kind);
	free(row->coder);
	free(row->created_at);
	free(row->updated_at);
}

static void coder_free_strings(struct coder *row)
{
	free(row->name);
	free(row->created_at);
	free(row->updated_at);
}

static void property_free_strings(struct property *row)
{
	free(row->name);
	free(row->value);
}

static void note_free_strings(struct note *row)
{
	free(row->text);
	free(row->coder);
	free(row->created_at);
	free(row->updated_at);
}

static void draft_free_strings(struct draft *row)
{
	free(row->target);
	free(row->text);
	free(row->updated_at);
}

static void act_free_strings(struct act *row)
{
	free(row->coder);
	free(row->at);
	free(row->what);
	free(row->subject);
	free(row->object);
}

#define ROWS_LIST_FUNCTIONS(type)                                                                  \
	void type##_release(struct type *row)                                                      \
	{                                                                                          \
		type##_free_strings(row);                                                          \
		memset(row, 0, sizeof *row);                                                       \
	}                                                                                          \
	void type##_list_release(struct type##_list *list)                                         \
	{                                                                                          \
		for (size_t i = 0; i < list->n; i++)                                               \
			type##_free_strings(&list->items[i]);                                      \
		free(list->items);                                                                 \
		memset(list, 0, sizeof *list);                                                     \
	}                                                                                          \
	struct type *type##_list_add(struct type##_list *list)                                     \
	{                                                                                          \
		list->items =                                                                      \
			vec_reserve(list->items, &list->cap, list->n + 1, sizeof *list->items);    \
		return memset(&list->items[list->n++], 0, sizeof *list->items);                    \
	}

ROWS_LIST_FUNCTIONS(article)
ROWS_LIST_FUNCTIONS(highlight)
ROWS_LIST_FUNCTIONS(tag)
ROWS_LIST_FUNCTIONS(coding)
ROWS_LIST_FUNCTIONS(claim)
ROWS_LIST_FUNCTIONS(mention)
ROWS_LIST_FUNCTIONS(coverage)
ROWS_LIST_FUNCTIONS(relation)
ROWS_LIST_FUNCTIONS(note)
ROWS_LIST_FUNCTIONS(coder)
ROWS_LIST_FUNCTIONS(property)
ROWS_LIST_FUNCTIONS(draft)
ROWS_LIST_FUNCTIONS(act)
