/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * annotations.csv: a union, so that counting rows counts things. One row a coding, one a mention of
 * a claim, and one for a highlight that has neither.
 *
 * Within a highlight the order is by tag, coder, claim: mentions, which have no tag, come first.
 */
#include "export/cells.h"
#include "export/place.h"
#include "export/row.h"
#include "export/table.h"

#include <string.h>

#include "model/dir.h"

/* What one row is made of. */
struct annotation {
	const struct article *article;
	const struct highlight *highlight;
	const struct coding *coding;   /* NULL: a mention, or a bare highlight */
	const struct mention *mention; /* NULL: a coding, or a bare highlight */
	const struct tag *tag;         /* of the coding, or NULL */
	const struct claim *claim;     /* of the mention, or NULL */
	const struct note *note;       /* or NULL */
	const char *coder, *created_at, *updated_at;
	struct place start, end;
};

#define TEXT(name, value) TEXT_CELL(annotations, struct annotation, name, value)
#define COUNT(name, value) COUNT_CELL(annotations, struct annotation, name, value)
#define CLAIM_TEXT(name) TEXT(name, row->mention ? row->mention->name : NULL)

TEXT(id, row->highlight->id)
TEXT(document, row->article->title)
TEXT(tag, row->tag ? row->tag->path : NULL)
TEXT(content, row->highlight->exact)
COUNT(start, row->highlight->range.start_cp)
COUNT(end, row->highlight->range.end_cp)
TEXT(offset_unit, row ? "codepoint" : NULL)
COUNT(start_byte, row->start.byte_off)
COUNT(end_byte, row->end.byte_off)
COUNT(paragraph, row->start.paragraph)
TEXT(prefix, row->highlight->prefix)
TEXT(suffix, row->highlight->suffix)
TEXT(document_id, row->article->id)
TEXT(outlet, row->article->outlet)
TEXT(author, row->article->author)
TEXT(published_at, row->article->published_at)
TEXT(url, row->article->url)
TEXT(lang, row->article->lang)
TEXT(dir, dir_name(row->article->dir))
TEXT(document_sha256, row->article->sha256)
TEXT(tag_definition, row->tag ? row->tag->definition : NULL)
TEXT(note, row->note ? row->note->text : NULL)
TEXT(coder, row->coder)
TEXT(created_at, row->created_at)
TEXT(updated_at, row->updated_at)
TEXT(claim_id, row->mention ? row->mention->claim : NULL)
TEXT(claim, row->claim ? row->claim->statement : NULL)
CLAIM_TEXT(stance)
CLAIM_TEXT(stance_scheme)
CLAIM_TEXT(attribution)
CLAIM_TEXT(speaker)
CLAIM_TEXT(certainty)
TEXT(anchor_state, row->highlight->anchor_state)

static void annotation_cell(const void *row, size_t index, struct str *out)
{
	static void (*const cells[])(const struct annotation *, struct str *) = {
#define ANNOTATIONS(name, header, help) annotations_##name,
#include "export/column.def"
	};
	cells[index](row, out);
}

struct exporter {
	const struct export_rows *rows;
	struct row_writer writer;
	struct lookup tags, claims;
	struct placer placer;
	const struct article *placed; /* the article whose document the placer has */
};

/* The coder's note on a highlight, else the first that there is. */
static const struct note *find_note(const struct annotated *at, const char *coder)
{
	for (size_t i = 0; i < at->n_notes; i++)
		if (strcmp(at->notes[i].coder, coder) == 0)
			return &at->notes[i];
	return at->n_notes ? at->notes : NULL;
}

/* Fills the places of a highlight. */
static enum status locate(struct exporter *x, struct annotation *row, struct fault *f)
{
	if (x->placed != row->article) {
		struct document *doc = x->rows->document(x->rows->self, row->article, f);
		if (!doc)
			return f && f->status != STATUS_OK ? f->status : STATUS_IO;
		placer_begin(&x->placer, doc);
		x->placed = row->article;
	}
	return placer_find(&x->placer, row->highlight->range, &row->start, &row->end, f);
}

/* Who said what the row says, and when: of the coding, the mention or the highlight. */
#define SAID_BY(row, what)                                  \
	do {                                                \
		(row)->coder = (what)->coder;               \
		(row)->created_at = (what)->created_at;     \
		(row)->updated_at = (what)->updated_at;     \
	} while (0)

static enum status write_row(struct exporter *x, const struct annotated *at,
			     struct annotation *row, struct fault *f)
{
	row->note = find_note(at, row->coder);
	return row_write(&x->writer, row, f);
}

static enum status write_mention(struct exporter *x, const struct annotated *at,
				 const struct mention *mention, struct annotation *row,
				 struct fault *f)
{
	row->mention = mention;
	row->claim = ID_FIND(x->rows->claims, &x->claims, mention->claim);
	SAID_BY(row, mention);
	return write_row(x, at, row, f);
}

static enum status write_coding(struct exporter *x, const struct annotated *at,
				const struct coding *coding, struct annotation *row,
				struct fault *f)
{
	row->mention = NULL;
	row->claim = NULL;
	row->coding = coding;
	row->tag = ID_FIND(x->rows->tags, &x->tags, coding->tag);
	SAID_BY(row, coding);
	return write_row(x, at, row, f);
}

static enum status write_highlight(void *context, const struct article *article,
				   const struct annotated *at, struct fault *f)
{
	struct exporter *x = context;
	struct annotation row = {.article = article, .highlight = &at->highlight};
	enum status status = locate(x, &row, f);
	size_t n_mentions = x->rows->codings_only ? 0 : at->n_mentions;
	size_t n_codings = x->rows->mentions_only ? 0 : at->n_codings;
	for (size_t i = 0; i < n_mentions && status == STATUS_OK; i++)
		status = write_mention(x, at, &at->mentions[i], &row, f);
	for (size_t i = 0; i < n_codings && status == STATUS_OK; i++)
		status = write_coding(x, at, &at->codings[i], &row, f);
	if (status != STATUS_OK || at->n_mentions || at->n_codings || !at->chosen)
		return status;
	SAID_BY(&row, &at->highlight);
	return write_row(x, at, &row, f);
}

enum status csv_annotations(const struct export_rows *rows, const struct csv_options *options,
			    const struct sink *sink, struct fault *f)
{
	struct exporter x = {.rows = rows};
	LOOKUP_BY_ID(&x.tags, rows->tags);
	LOOKUP_BY_ID(&x.claims, rows->claims);
	enum status status = row_writer_init(&x.writer, CSV_annotations, options, sink,
					     annotation_cell, f);
	if (status == STATUS_OK)
		status = row_write_header(&x.writer, f);
	if (status == STATUS_OK)
		status = rows_each(rows, ANNOTATED_ALL, write_highlight, &x, f);
	lookup_release(&x.tags);
	lookup_release(&x.claims);
	placer_release(&x.placer);
	row_writer_release(&x.writer);
	return status;
}
