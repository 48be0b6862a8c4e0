/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/notes.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "export/cells.h"
#include "export/row.h"
#include "export/table.h"

/* --- the order --- */

/* A note on anything but a highlight, and where that stands in its list. */
struct entry {
	struct placed_note placed;
	size_t place;
};

struct ordered {
	struct entry *entries;
	size_t n, n_before; /* those before the notes on highlights */
};

static size_t kind_rank(enum note_target kind)
{
	static const size_t ranks[] = {[NOTE_PROJECT] = 0,
				       [NOTE_ARTICLE] = 1,
				       [NOTE_HIGHLIGHT] = 2,
				       [NOTE_TAG] = 3,
				       [NOTE_CLAIM] = 4};
	return ranks[kind];
}

static int compare_entries(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	size_t kind_x = kind_rank(x->placed.note->kind), kind_y = kind_rank(y->placed.note->kind);
	if (kind_x != kind_y)
		return kind_x < kind_y ? -1 : 1;
	if (x->place != y->place)
		return x->place < y->place ? -1 : 1;
	return strcmp(x->placed.note->coder, y->placed.note->coder);
}

/* Fills in what the note is on; false where that is not in the export. */
static bool place(const struct export_rows *rows, const struct lookup indexes[3],
		  struct entry *entry)
{
	struct placed_note *placed = &entry->placed;
	const struct note *note = placed->note;
	switch (note->kind) {
	case NOTE_ARTICLE:
		entry->place = lookup_find(&indexes[0], note->target);
		placed->article = ID_FIND(rows->articles, &indexes[0], note->target);
		return placed->article;
	case NOTE_TAG:
		entry->place = lookup_find(&indexes[1], note->target);
		placed->tag = ID_FIND(rows->tags, &indexes[1], note->target);
		return placed->tag;
	case NOTE_CLAIM:
		entry->place = lookup_find(&indexes[2], note->target);
		placed->claim = ID_FIND(rows->claims, &indexes[2], note->target);
		return placed->claim;
	default:
		return note->kind == NOTE_PROJECT;
	}
}

static void order_notes(const struct export_rows *rows, struct ordered *out)
{
	struct lookup indexes[3];
	LOOKUP_BY_ID(&indexes[0], rows->articles);
	LOOKUP_BY_ID(&indexes[1], rows->tags);
	LOOKUP_BY_ID(&indexes[2], rows->claims);
	const struct note_list *notes = rows->notes;
	*out = (struct ordered){.entries = xcalloc(notes->n ? notes->n : 1, sizeof *out->entries)};
	for (size_t i = 0; i < notes->n; i++) {
		struct entry *entry = &out->entries[out->n];
		*entry = (struct entry){.placed = {.note = &notes->items[i]}};
		out->n += place(rows, indexes, entry);
	}
	qsort(out->entries, out->n, sizeof *out->entries, compare_entries);
	while (out->n_before < out->n && kind_rank(out->entries[out->n_before].placed.note->kind) <
						 kind_rank(NOTE_HIGHLIGHT))
		out->n_before++;
	for (size_t i = 0; i < 3; i++)
		lookup_release(&indexes[i]);
}

struct visiting {
	note_visit *visit;
	void *context;
};

static enum status visit_highlight(void *context, const struct article *article,
				   const struct annotated *at, struct fault *f)
{
	const struct visiting *v = context;
	enum status status = STATUS_OK;
	for (size_t i = 0; i < at->n_notes && status == STATUS_OK; i++) {
		struct placed_note placed = {.note = &at->notes[i],
					     .article = article,
					     .highlight = &at->highlight};
		status = v->visit(v->context, &placed, f);
	}
	return status;
}

enum status notes_each(const struct export_rows *rows, note_visit *visit, void *context,
		       struct fault *f)
{
	struct visiting v = {.visit = visit, .context = context};
	struct ordered ordered;
	enum status status = STATUS_OK;
	order_notes(rows, &ordered);
	for (size_t i = 0; i < ordered.n_before && status == STATUS_OK; i++)
		status = visit(context, &ordered.entries[i].placed, f);
	if (status == STATUS_OK)
		status = rows_each(rows, ANNOTATED_NOTES, visit_highlight, &v, f);
	for (size_t i = ordered.n_before; i < ordered.n && status == STATUS_OK; i++)
		status = visit(context, &ordered.entries[i].placed, f);
	free(ordered.entries);
	return status;
}

/* --- notes.csv --- */

#define TEXT(name, value) TEXT_CELL(notes, struct placed_note, name, value)

static const char *target_text(const struct placed_note *row)
{
	return row->highlight ? row->highlight->exact
	       : row->article ? row->article->title
	       : row->tag     ? row->tag->path
	       : row->claim   ? row->claim->statement
			      : NULL;
}

TEXT(id, row->note->id)
TEXT(kind, note_target_name(row->note->kind))
TEXT(target_id, row->note->target)
TEXT(target, target_text(row))
TEXT(document_id, row->article ? row->article->id : NULL)
TEXT(document, row->article ? row->article->title : NULL)
TEXT(note, row->note->text)
TEXT(coder, row->note->coder)
TEXT(created_at, row->note->created_at)
TEXT(updated_at, row->note->updated_at)

static void note_cell(const void *row, size_t index, struct str *out)
{
	static void (*const cells[])(const struct placed_note *, struct str *) = {
#define NOTES(name, header, help) notes_##name,
#include "export/column.def"
	};
	cells[index](row, out);
}

static enum status write_note(void *context, const struct placed_note *note, struct fault *f)
{
	return row_write(context, note, f);
}

enum status csv_notes(const struct export_rows *rows, const struct csv_options *options,
		      const struct sink *sink, struct fault *f)
{
	struct row_writer writer;
	enum status status = row_writer_init(&writer, CSV_notes, options, sink, note_cell, f);
	if (status == STATUS_OK)
		status = row_write_header(&writer, f);
	if (status == STATUS_OK)
		status = notes_each(rows, write_note, &writer, f);
	row_writer_release(&writer);
	return status;
}
