/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the project's rows to what the reader shows of them. */
#include "app/marks.h"

#include <stdlib.h>
#include <string.h>

#include "app/stance-look.h"
#include "app/stances.h"
#include "app/words.h"
#include "base/str.h"
#include "base/xalloc.h"

enum { STATEMENT_CPS = 24 };

/* A highlight without a tag has a sign of its own. */
static const char UNTAGGED[] = "◌";

/* All rows of an article that its highlights are made of. */
struct rows {
	const struct project *project;
	struct highlight_list highlights;
	struct coding_list codings;
	struct note_list notes;
	struct tag_list tags;
	struct tag_look *looks; /* of tags, in their order */
	struct mention_list mentions;
	struct claim_list claims;
	struct stance_scheme scheme;
	bool mono;
	/*
	 * Highlights, codings and mentions go by place: each highlight's codings and mentions
	 * follow.
	 */
	size_t next_coding, next_mention;
};

static void rows_release(struct rows *rows)
{
	highlight_list_release(&rows->highlights);
	coding_list_release(&rows->codings);
	note_list_release(&rows->notes);
	tag_list_release(&rows->tags);
	mention_list_release(&rows->mentions);
	claim_list_release(&rows->claims);
	stance_scheme_release(&rows->scheme);
	free(rows->looks);
}

/* The lists are of one moment, or `next_coding` would stop at a highlight that is gone. */
static enum status rows_read(struct rows *rows, const char *article, bool mono, struct fault *f)
{
	struct store *store = rows->project->store;
	enum status status = store_read_begin(store, f);
	if (status != STATUS_OK)
		return status;
	status = store_highlight_list(store, article, &rows->highlights, f);
	if (status == STATUS_OK)
		status = store_coding_list(store, article, &rows->codings, f);
	if (status == STATUS_OK)
		status = store_note_list(store, NULL, &rows->notes, f);
	if (status == STATUS_OK)
		status = store_tag_list(store, &rows->tags, f);
	if (status == STATUS_OK)
		status = store_mention_list(store, article, &rows->mentions, f);
	if (status == STATUS_OK && rows->mentions.n > 0)
		status = store_claim_list(store, &rows->claims, f);
	store_read_end(store);
	if (status == STATUS_OK && rows->mentions.n > 0)
		status = stances_of_project(rows->project, &rows->scheme, f);
	if (status == STATUS_OK)
		rows->looks = theme_tags(&rows->tags, mono);
	return status;
}

static size_t tag_index(const struct rows *rows, const char *id)
{
	size_t i = 0;
	while (i < rows->tags.n && strcmp(rows->tags.items[i].id, id) != 0)
		i++;
	return i;
}

/* Two coders may have given the same tag; it is named once. */
static void add_tag(struct shown_mark *mark, const struct rows *rows, size_t tag, struct str *paths)
{
	const char *path = rows->tags.items[tag].path;
	if (mark->n_tags == 0)
		mark->look = rows->looks[tag];
	else
		str_append_str(paths, ", ");
	if (mark->n_tags == 1)
		mark->second = rows->looks[tag];
	str_append_str(paths, path);
	mark->n_tags++;
}

/*
 * The tags of a highlight, of all its coders that are seen: their paths, and how the first two look.
 * Returns how many codings it has.
 */
static size_t add_tags(struct shown_mark *mark, struct rows *rows)
{
	size_t n = 0;
	struct str paths = STR_EMPTY;
	const char *before = "";
	for (; rows->next_coding < rows->codings.n; rows->next_coding++) {
		const struct coding *coding = &rows->codings.items[rows->next_coding];
		if (strcmp(coding->highlight, mark->id) != 0)
			break;
		if (!project_sees(rows->project, coding->coder))
			continue;
		n++;
		size_t tag = tag_index(rows, coding->tag);
		if (tag < rows->tags.n && strcmp(coding->tag, before) != 0)
			add_tag(mark, rows, tag, &paths);
		before = coding->tag;
	}
	mark->tags = str_take(&paths);
	return n;
}

static const struct claim *claim_of(const struct rows *rows, const char *id)
{
	for (size_t i = 0; i < rows->claims.n; i++)
		if (strcmp(rows->claims.items[i].id, id) == 0)
			return &rows->claims.items[i];
	return NULL;
}

/* "✓ 3", and of the only one the beginning of its statement. */
static void add_claim(struct shown_mark *mark, const struct rows *rows,
		      const struct mention *mention, struct str *out)
{
	const struct claim *claim = claim_of(rows, mention->claim);
	struct stance_look look = stance_look_of(&rows->scheme, mention->stance, rows->mono);
	if (!claim)
		return;
	if (mark->n_tags == 0 && mark->n_claims == 0) {
		mark->look.style = look.style;
		strncpy(mark->look.symbol, look.symbol, sizeof mark->look.symbol - 1);
	}
	str_appendf(out, "%s%s %lld", mark->n_claims > 0 ? ", " : "", look.symbol,
		    (long long)claim->number);
	mark->n_claims++;
}

/* The claims that a highlight is linked to by coders that are seen. */
static void add_claims(struct shown_mark *mark, struct rows *rows)
{
	struct str text = STR_EMPTY;
	const struct mention *last = NULL;
	for (; rows->next_mention < rows->mentions.n; rows->next_mention++) {
		const struct mention *mention = &rows->mentions.items[rows->next_mention];
		if (strcmp(mention->highlight, mark->id) != 0)
			break;
		if (!project_sees(rows->project, mention->coder))
			continue;
		add_claim(mark, rows, mention, &text);
		last = mention;
	}
	const struct claim *claim = mark->n_claims == 1 ? claim_of(rows, last->claim) : NULL;
	if (claim) {
		char *excerpt = words_excerpt(claim->statement, STATEMENT_CPS);
		char *words = words_format(" %s", excerpt);
		str_append_str(&text, words);
		free(words);
		free(excerpt);
	}
	mark->claims = str_take(&text);
}

static int compare_targets(const void *a, const void *b)
{
	const struct note *one = a, *two = b;
	return strcmp(one->target, two->target);
}

/* Leaves those that are seen. */
static void keep_seen_notes(struct rows *rows)
{
	struct note_list *notes = &rows->notes;
	size_t kept = 0;
	for (size_t i = 0; i < notes->n; i++) {
		struct note note = notes->items[i];
		if (project_sees(rows->project, note.coder))
			notes->items[kept++] = note;
		else
			note_release(&note);
	}
	notes->n = kept;
	if (kept > 0)
		qsort(notes->items, kept, sizeof *notes->items, compare_targets);
}

static bool has_note(const struct rows *rows, const char *id)
{
	struct note wanted = {.kind = NOTE_HIGHLIGHT};
	memcpy(wanted.target, id, sizeof wanted.target);
	return rows->notes.n > 0 && bsearch(&wanted, rows->notes.items, rows->notes.n,
					    sizeof *rows->notes.items, compare_targets);
}

/* Another's highlight is seen too where something on it is. */
static void add(struct marks *marks, struct rows *rows, const struct highlight *highlight)
{
	struct shown_mark mark = {.range = highlight->range, .quote = xstrdup(highlight->exact)};
	memcpy(mark.id, highlight->id, sizeof mark.id);
	memcpy(mark.article, highlight->article, sizeof mark.article);
	mark.look.style = (struct style){.fg = -1, .bg = -1, .attrs = ATTR_UNDERLINE};
	strcpy(mark.look.symbol, UNTAGGED);
	size_t n_codings = add_tags(&mark, rows);
	add_claims(&mark, rows);
	mark.noted = has_note(rows, highlight->id);
	if (n_codings > 0 || mark.n_claims > 0 || mark.noted || project_sees(rows->project, highlight->coder))
		marks_add(marks, &mark);
	else
		shown_mark_release(&mark);
}

/* In the order of the rows; NULL: of all articles. */
static enum status load(struct marks *marks, const struct project *project, const char *article,
			bool mono, struct fault *f)
{
	struct rows rows = {.project = project, .mono = mono};
	enum status status = rows_read(&rows, article, mono, f);
	if (status == STATUS_OK) {
		marks_release(marks);
		keep_seen_notes(&rows);
		for (size_t i = 0; i < rows.highlights.n; i++)
			add(marks, &rows, &rows.highlights.items[i]);
	}
	rows_release(&rows);
	return status;
}

enum status marks_load(struct marks *marks, const struct project *project, const char *article,
		       bool mono, struct fault *f)
{
	enum status status = load(marks, project, article, mono, f);
	if (status == STATUS_OK)
		marks_sort(marks);
	return status;
}

enum status marks_load_all(struct marks *marks, const struct project *project, bool mono,
			   struct fault *f)
{
	return load(marks, project, NULL, mono, f);
}
