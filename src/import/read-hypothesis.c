/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of annotations that Hypothesis exports: quotes without offsets, articles by address. */
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "import/cells.h"
#include "import/reader.h"

static const char *text(const struct cells *cells, const char *column)
{
	const char *cell = cells_named(cells, column);
	return cell ? cell : "";
}

static char *copy(const char *value)
{
	return *value ? xstrdup(value) : NULL;
}

static const char *quote_of(const struct cells *cells)
{
	const char *quote = cells_named(cells, "Quote");
	return quote ? quote : text(cells, "Quote/description");
}

static void read_target(const struct cells *cells, struct annotation_target *target)
{
	target->url = copy(text(cells, "URL"));
	target->title = copy(text(cells, "Page"));
}

/* Tags are words with commas between. */
static enum status give_tags(struct reader *reader, const char *tags,
			     const struct annotation *like)
{
	enum status status = STATUS_OK;
	char *list = xstrdup(tags), *rest = list, *label;
	while (status == STATUS_OK && (label = strsep(&rest, ","))) {
		char *path = reader_tag_path(label);
		if (path)
			status = reader_give_tag(reader, like, "", path);
	}
	free(list);
	return status;
}

/* What was written about a page, not about a quote of it. */
static enum status give_page_note(struct reader *reader, const struct cells *cells,
				  struct annotation *like)
{
	const char *comment = text(cells, "Comment");
	struct annotation a = {.kind = RECORD_note, .line = like->line};
	if (!*comment || strcmp(text(cells, "Type"), "Reply") == 0) {
		reader_pass(reader, like->line, text(cells, "Type"));
		return STATUS_OK;
	}
	a.row.note.kind = NOTE_ARTICLE;
	a.row.note.text = xstrdup(comment);
	a.row.note.coder = copy(text(cells, "Author"));
	a.row.note.created_at = reader_others_time(reader, like->line, text(cells, "Created at"));
	read_target(cells, &a.target);
	if (*text(cells, "Tags"))
		reader_pass(reader, like->line, text(cells, "Tags"));
	return reader_give(reader, &a);
}

static enum status give_annotation(struct reader *reader, const struct cells *cells,
				   struct annotation *like)
{
	struct highlight *h = &like->row.highlight;
	const char *quote = quote_of(cells), *comment = text(cells, "Comment");
	if (!*quote)
		return give_page_note(reader, cells, like);
	reader_make_id(h->id, "hypothesis", text(cells, "URL"), text(cells, "Created at"),
		       text(cells, "Author"), quote, NULL);
	h->exact = xstrdup(quote);
	h->coder = copy(text(cells, "Author"));
	h->created_at = reader_others_time(reader, like->line, text(cells, "Created at"));
	read_target(cells, &like->target);
	enum status status = reader_give_highlight(reader, like);
	if (status == STATUS_OK)
		status = give_tags(reader, text(cells, "Tags"), like);
	if (status == STATUS_OK && *comment)
		status = reader_give_note(reader, like, "", xstrdup(comment));
	return status;
}

static enum status read_row(struct reader *reader, const struct cells *cells)
{
	struct annotation like = {.kind = RECORD_highlight, .line = cells->csv.line};
	enum status status = give_annotation(reader, cells, &like);
	annotation_release(&like);
	return status;
}

enum status read_hypothesis(struct reader *reader)
{
	struct cells cells;
	bool end = false;
	enum status status = cells_begin(&cells, reader);
	if (status == STATUS_OK)
		status = cells_next(&cells, reader, &end);
	while (status == STATUS_OK && !end) {
		status = read_row(reader, &cells);
		if (status == STATUS_OK)
			status = cells_next(&cells, reader, &end);
	}
	cells_release(&cells);
	return status;
}
