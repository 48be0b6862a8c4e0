/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * annotations.csv: a union, so that counting rows counts things. One row a coding, and one for a
 * highlight that nobody tagged.
 *
 * Highlights and codings come in the order of the file (article number, start, end, id, then tag
 * and coder). The rest is looked up by id, and so are a highlight's codings: lists that were read
 * one after the other need not agree, and one coding without its highlight must not cost the tags
 * of those behind it.
 */
#include "export/csv.h"
#include "export/place.h"
#include "export/row.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "model/dir.h"

#define N_(text) text

/* What one row is made of. */
struct annotation {
	const struct article *article;
	const struct highlight *highlight;
	const struct coding *coding; /* NULL: a bare highlight */
	const struct tag *tag;       /* of the coding, or NULL */
	const struct note *note;     /* or NULL */
	struct place start, end;
};

#define TEXT_CELL(name, value)                                                     \
	static void annotations_##name(const struct annotation *row, struct str *out) \
	{                                                                           \
		const char *text = (value);                                         \
		str_append_str(out, text ? text : "");                              \
	}
#define COUNT_CELL(name, value)                                                    \
	static void annotations_##name(const struct annotation *row, struct str *out) \
	{                                                                           \
		str_appendf(out, "%zu", (value));                                   \
	}
#define EMPTY_CELL(name)                                                           \
	static void annotations_##name(const struct annotation *row, struct str *out) \
	{                                                                           \
		(void)row, (void)out;                                               \
	}

TEXT_CELL(id, row->highlight->id)
TEXT_CELL(document, row->article->title)
TEXT_CELL(tag, row->tag ? row->tag->path : "")
TEXT_CELL(content, row->highlight->exact)
COUNT_CELL(start, row->highlight->range.start_cp)
COUNT_CELL(end, row->highlight->range.end_cp)
TEXT_CELL(offset_unit, row ? "codepoint" : "")
COUNT_CELL(start_byte, row->start.byte_off)
COUNT_CELL(end_byte, row->end.byte_off)
COUNT_CELL(paragraph, row->start.paragraph)
TEXT_CELL(prefix, row->highlight->prefix)
TEXT_CELL(suffix, row->highlight->suffix)
TEXT_CELL(document_id, row->article->id)
TEXT_CELL(outlet, row->article->outlet)
TEXT_CELL(author, row->article->author)
TEXT_CELL(published_at, row->article->published_at)
TEXT_CELL(url, row->article->url)
TEXT_CELL(lang, row->article->lang)
TEXT_CELL(dir, dir_name(row->article->dir))
TEXT_CELL(document_sha256, row->article->sha256)
TEXT_CELL(tag_definition, row->tag ? row->tag->definition : "")
TEXT_CELL(note, row->note ? row->note->text : "")
TEXT_CELL(coder, row->coding ? row->coding->coder : row->highlight->coder)
TEXT_CELL(created_at, row->coding ? row->coding->created_at : row->highlight->created_at)
TEXT_CELL(updated_at, row->coding ? row->coding->updated_at : row->highlight->updated_at)
EMPTY_CELL(claim_id)
EMPTY_CELL(claim)
EMPTY_CELL(stance)
EMPTY_CELL(stance_scheme)
EMPTY_CELL(attribution)
EMPTY_CELL(speaker)
EMPTY_CELL(certainty)
TEXT_CELL(anchor_state, row->highlight->anchor_state)

static void annotation_cell(const void *row, size_t index, struct str *out)
{
	static void (*const cells[])(const struct annotation *, struct str *) = {
#define CELL_annotations(name) annotations_##name,
#define CELL_documents(name)
#define CELL_codebook(name)
#define COLUMN(table, name, header, help) CELL_##table(name)
#include "export/column.def"
#undef COLUMN
	};
	cells[index](row, out);
}

/* Rows of one kind by an id in them: pointers, sorted. Rows with equal ids keep their order. */
struct id_index {
	struct id_entry {
		const char *id;
		size_t i;
	} *entries;
	size_t n;
};

static int by_id(const void *a, const void *b)
{
	const struct id_entry *x = a, *y = b;
	int order = strcmp(x->id, y->id);
	return order ? order : (x->i > y->i) - (x->i < y->i);
}

/* `first_id` is the id in the first of `n` rows of `size` bytes. */
static void index_init(struct id_index *index, const char *first_id, size_t n, size_t size)
{
	*index = (struct id_index){.entries = xcalloc(n ? n : 1, sizeof *index->entries), .n = n};
	for (size_t i = 0; i < n; i++)
		index->entries[i] = (struct id_entry){.id = first_id + i * size, .i = i};
	qsort(index->entries, n, sizeof *index->entries, by_id);
}

/* The first entry with `id`, as a position in entries; index->n where there is none. */
static size_t index_find(const struct id_index *index, const char *id)
{
	size_t low = 0, high = index->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (strcmp(index->entries[middle].id, id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < index->n && strcmp(index->entries[low].id, id) == 0 ? low : index->n;
}

struct exporter {
	const struct csv_project *project;
	struct row_writer writer;
	struct id_index articles, tags, codings, notes;
	struct placer placer;
	const struct article *placed; /* the article whose document the placer has */
};

#define INDEX(list, field) (list)->n ? (list)->items->field : NULL, (list)->n, sizeof *(list)->items

static void exporter_init(struct exporter *x, const struct csv_project *project,
			  const struct csv_options *options, const struct csv_sink *sink)
{
	*x = (struct exporter){.project = project};
	row_writer_init(&x->writer, CSV_ANNOTATIONS, options, sink, annotation_cell);
	index_init(&x->articles, INDEX(project->articles, id));
	index_init(&x->tags, INDEX(project->tags, id));
	index_init(&x->codings, INDEX(project->codings, highlight));
	index_init(&x->notes, INDEX(project->notes, target));
}

static void exporter_release(struct exporter *x)
{
	free(x->articles.entries);
	free(x->tags.entries);
	free(x->codings.entries);
	free(x->notes.entries);
	placer_release(&x->placer);
	row_writer_release(&x->writer);
}

static const struct article *find_article(const struct exporter *x, const char *id)
{
	size_t at = index_find(&x->articles, id);
	return at < x->articles.n ? &x->project->articles->items[x->articles.entries[at].i] : NULL;
}

static const struct tag *find_tag(const struct exporter *x, const char *id)
{
	size_t at = index_find(&x->tags, id);
	return at < x->tags.n ? &x->project->tags->items[x->tags.entries[at].i] : NULL;
}

/* The coder's note on a highlight, else the first that there is. */
static const struct note *find_note(const struct exporter *x, const char *target, const char *coder)
{
	const struct note *first = NULL;
	for (size_t at = index_find(&x->notes, target); at < x->notes.n; at++) {
		const struct note *note = &x->project->notes->items[x->notes.entries[at].i];
		if (strcmp(note->target, target) != 0)
			break;
		if (strcmp(note->coder, coder) == 0)
			return note;
		if (!first)
			first = note;
	}
	return first;
}

/* Fills the article and the places of a highlight. */
static enum status locate(struct exporter *x, const struct highlight *highlight,
			  struct annotation *row, struct fault *f)
{
	if (x->placed != row->article) {
		struct document *doc = x->project->document(x->project->self, row->article, f);
		if (!doc)
			return f && f->status != STATUS_OK ? f->status : STATUS_IO;
		placer_begin(&x->placer, doc);
		x->placed = row->article;
	}
	enum status status = placer_find(&x->placer, highlight->range.start_cp, &row->start, f);
	if (status == STATUS_OK)
		status = placer_find(&x->placer, highlight->range.end_cp, &row->end, f);
	return status;
}

static enum status write_row(struct exporter *x, struct annotation *row,
			     const struct coding *coding, struct fault *f)
{
	row->coding = coding;
	row->tag = coding ? find_tag(x, coding->tag) : NULL;
	row->note = find_note(x, row->highlight->id,
			      coding ? coding->coder : row->highlight->coder);
	return row_write(&x->writer, row, f);
}

/* Writes the rows of one highlight: one for each of its codings, or a bare one. */
static enum status write_highlight(struct exporter *x, const struct highlight *highlight,
				   struct fault *f)
{
	struct annotation row = {.highlight = highlight,
				 .article = find_article(x, highlight->article)};
	if (!row.article)
		return STATUS_OK; /* not among those asked for */
	enum status status = locate(x, highlight, &row, f);
	size_t at = index_find(&x->codings, highlight->id);
	if (status == STATUS_OK && at == x->codings.n)
		return write_row(x, &row, NULL, f);
	for (; status == STATUS_OK && at < x->codings.n; at++) {
		const struct id_entry *entry = &x->codings.entries[at];
		if (strcmp(entry->id, highlight->id) != 0)
			break;
		status = write_row(x, &row, &x->project->codings->items[entry->i], f);
	}
	return status;
}

enum status csv_annotations(const struct csv_project *project, const struct csv_options *options,
			    const struct csv_sink *sink, struct fault *f)
{
	struct exporter x;
	exporter_init(&x, project, options, sink);
	enum status status = row_write_header(&x.writer, f);
	for (size_t i = 0; i < project->highlights->n && status == STATUS_OK; i++)
		status = write_highlight(&x, &project->highlights->items[i], f);
	exporter_release(&x);
	return status;
}
