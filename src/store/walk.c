/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Four statements side by side, one a table. All go through the index of places, so that they come
 * to the same highlights in the same order: the rows of one highlight are those that each statement
 * stands on until it comes to another.
 */
#include "store/walk.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "model/lookup.h"
#include "store/store-internal.h"

/* A table read along the highlights: the highlight's id is column 0. */
struct side {
	struct query q;
	bool there; /* it stands on a row that nobody took yet */
};

struct walk {
	struct store *store;
	unsigned parts; /* of which there is any in the project */
	char article[ID_SIZE];
	struct query highlights;
	struct side codings, mentions, notes;
	struct coder_names coders;
	struct tag_list tags;      /* by path, byte for byte */
	struct lookup tags_by_id;
	struct arena arena; /* of the strings of the highlight at hand */
	struct annotated at;
	size_t cap_codings, cap_mentions, cap_notes;
};

/* --- what there is, tags by path --- */

static enum status load_parts(struct walk *walk, struct fault *f)
{
	static const struct {
		enum sql any;
		enum annotated_parts part;
	} tables[] = {{SQL_WALK_ANY_CODING, ANNOTATED_CODINGS},
		      {SQL_WALK_ANY_MENTION, ANNOTATED_MENTIONS},
		      {SQL_WALK_ANY_NOTE, ANNOTATED_NOTES}};
	enum status status = STATUS_OK;
	for (size_t i = 0; i < sizeof tables / sizeof *tables && status == STATUS_OK; i++) {
		struct query q = query_new(walk->store, tables[i].any);
		int64_t one;
		bool found = false;
		status = query_first(&q, read_int, &one, &found, f);
		walk->parts |= found ? tables[i].part : 0;
	}
	return status;
}

static int compare_paths(const void *a, const void *b)
{
	const struct tag *left = a, *right = b;
	return strcmp(left->path, right->path);
}

static enum status load_tags(struct walk *walk, struct fault *f)
{
	struct tag_list *tags = &walk->tags;
	enum status status = store_tag_names(walk->store, tags, f);
	if (status == STATUS_OK && tags->n)
		qsort(tags->items, tags->n, sizeof *tags->items, compare_paths);
	LOOKUP_BY_ID(&walk->tags_by_id, tags);
	return status;
}

/* --- columns --- */

static char *kept(struct walk *walk, sqlite3_stmt *stmt, int column)
{
	const char *text = column_borrowed(stmt, column);
	return arena_strndup(&walk->arena, text, strlen(text));
}

static char *coder_name(struct walk *walk, sqlite3_stmt *stmt, int column)
{
	return coder_names_find(&walk->coders, column_borrowed(stmt, column));
}

static void read_highlight(struct walk *walk, sqlite3_stmt *stmt, struct highlight *out)
{
	column_id(stmt, 0, out->id);
	memcpy(out->article, walk->article, ID_SIZE);
	out->range.start_cp = column_size(stmt, 1);
	out->range.end_cp = column_size(stmt, 2);
	if (out->range.end_cp < out->range.start_cp)
		out->range.end_cp = out->range.start_cp;
	out->exact = column_borrowed(stmt, 3);
	out->prefix = column_borrowed(stmt, 4);
	out->suffix = column_borrowed(stmt, 5);
	out->anchor_state = column_borrowed(stmt, 6);
	out->coder = coder_name(walk, stmt, 7);
	out->created_at = column_borrowed(stmt, 8);
	out->updated_at = column_borrowed(stmt, 9);
}

static void take_coding(struct walk *walk, sqlite3_stmt *stmt)
{
	struct coding coding = {.coder = coder_name(walk, stmt, 3)};
	column_id(stmt, 0, coding.highlight);
	column_id(stmt, 1, coding.id);
	column_id(stmt, 2, coding.tag);
	coding.created_at = kept(walk, stmt, 4);
	coding.updated_at = kept(walk, stmt, 5);
	VEC_PUSH(walk->at.codings, walk->at.n_codings, walk->cap_codings, coding);
}

static void take_mention(struct walk *walk, sqlite3_stmt *stmt)
{
	struct mention mention = {.coder = coder_name(walk, stmt, 3)};
	column_id(stmt, 0, mention.highlight);
	column_id(stmt, 1, mention.id);
	column_id(stmt, 2, mention.claim);
	memcpy(mention.article, walk->article, ID_SIZE);
	mention.stance = kept(walk, stmt, 4);
	mention.stance_scheme = kept(walk, stmt, 5);
	mention.attribution = kept(walk, stmt, 6);
	mention.speaker = kept(walk, stmt, 7);
	mention.certainty = kept(walk, stmt, 8);
	mention.created_at = kept(walk, stmt, 9);
	mention.updated_at = kept(walk, stmt, 10);
	VEC_PUSH(walk->at.mentions, walk->at.n_mentions, walk->cap_mentions, mention);
}

static void take_note(struct walk *walk, sqlite3_stmt *stmt)
{
	struct note note = {.kind = NOTE_HIGHLIGHT, .coder = coder_name(walk, stmt, 2)};
	column_id(stmt, 0, note.target);
	column_id(stmt, 1, note.id);
	note.text = kept(walk, stmt, 3);
	note.created_at = kept(walk, stmt, 4);
	note.updated_at = kept(walk, stmt, 5);
	VEC_PUSH(walk->at.notes, walk->at.n_notes, walk->cap_notes, note);
}

/* --- the order of what hangs on one highlight, which are few --- */

static int compare_mentions(const void *a, const void *b)
{
	const struct mention *left = a, *right = b;
	int order = strcmp(left->coder, right->coder);
	return order ? order : strcmp(left->claim, right->claim);
}

static int compare_notes(const void *a, const void *b)
{
	const struct note *left = a, *right = b;
	return strcmp(left->coder, right->coder);
}

static void sort_all(struct walk *walk)
{
	struct annotated *at = &walk->at;
	if (at->n_codings > 1)
		qsort_r(at->codings, at->n_codings, sizeof *at->codings, coding_compare,
			&walk->tags_by_id);
	if (at->n_mentions > 1)
		qsort(at->mentions, at->n_mentions, sizeof *at->mentions, compare_mentions);
	if (at->n_notes > 1)
		qsort(at->notes, at->n_notes, sizeof *at->notes, compare_notes);
}

/* --- the walk --- */

enum status walk_new(struct store *store, struct walk **out, struct fault *f)
{
	struct walk *walk = *out = xcalloc(1, sizeof *walk);
	walk->store = store;
	enum status status = load_parts(walk, f);
	if (status == STATUS_OK)
		status = coder_names_load(walk->store, &walk->coders, f);
	if (status == STATUS_OK)
		status = load_tags(walk, f);
	if (status != STATUS_OK) {
		walk_free(walk);
		*out = NULL;
	}
	return status;
}

static enum status end(struct query *q, enum status status, struct fault *f)
{
	if (!q->store)
		return status;
	enum status ended = query_end(q, status == STATUS_OK ? f : NULL);
	q->store = NULL;
	return status == STATUS_OK ? ended : status;
}

/* The first thing that went wrong with any of the four. */
static enum status end_all(struct walk *walk, struct fault *f)
{
	enum status status = end(&walk->highlights, STATUS_OK, f);
	struct side *const sides[] = {&walk->codings, &walk->mentions, &walk->notes};
	for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
		status = end(&sides[i]->q, status, f);
		sides[i]->there = false;
	}
	return status;
}

void walk_free(struct walk *walk)
{
	if (!walk)
		return;
	(void)end_all(walk, NULL);
	coder_names_release(&walk->coders);
	lookup_release(&walk->tags_by_id);
	tag_list_release(&walk->tags);
	free(walk->at.codings);
	free(walk->at.mentions);
	free(walk->at.notes);
	arena_release(&walk->arena);
	free(walk);
}

static struct query of_article(struct walk *walk, enum sql sql)
{
	struct query q = query_new(walk->store, sql);
	query_text(&q, walk->article);
	return q;
}

static void side_begin(struct walk *walk, struct side *side, enum sql sql)
{
	side->q = of_article(walk, sql);
	side->there = query_next(&side->q);
}

void walk_begin(struct walk *walk, const char *article, unsigned parts)
{
	(void)end_all(walk, NULL);
	memcpy(walk->article, article, ID_SIZE);
	walk->highlights = of_article(walk, SQL_WALK_HIGHLIGHTS);
	parts &= walk->parts;
	if (parts & ANNOTATED_CODINGS)
		side_begin(walk, &walk->codings, SQL_WALK_CODINGS);
	if (parts & ANNOTATED_MENTIONS)
		side_begin(walk, &walk->mentions, SQL_WALK_MENTIONS);
	if (parts & ANNOTATED_NOTES)
		side_begin(walk, &walk->notes, SQL_WALK_NOTES);
}

/* Takes the row that a side stands on. */
typedef void take_row(struct walk *walk, sqlite3_stmt *stmt);

static void gather(struct walk *walk, struct side *side, take_row *take)
{
	while (side->there &&
	       strcmp(column_borrowed(side->q.stmt, 0), walk->at.highlight.id) == 0) {
		take(walk, side->q.stmt);
		side->there = query_next(&side->q);
	}
}

enum status walk_next(struct walk *walk, struct annotated **out, struct fault *f)
{
	struct annotated *at = &walk->at;
	*out = NULL;
	if (!query_next(&walk->highlights))
		return end_all(walk, f);
	arena_clear(&walk->arena);
	at->n_codings = at->n_mentions = at->n_notes = 0;
	at->chosen = true;
	read_highlight(walk, walk->highlights.stmt, &at->highlight);
	gather(walk, &walk->codings, take_coding);
	gather(walk, &walk->mentions, take_mention);
	gather(walk, &walk->notes, take_note);
	sort_all(walk);
	*out = at;
	return STATUS_OK;
}
