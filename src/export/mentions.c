/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mentions.csv: who says what of which claim, and where. */
#include "export/cells.h"
#include "export/row.h"
#include "export/table.h"

struct mention_row {
	const struct article *article;
	const struct highlight *highlight;
	const struct mention *mention;
	const struct claim *claim; /* or NULL */
};

#define TEXT(name, value) TEXT_CELL(mentions, struct mention_row, name, value)
#define OWN_TEXT(name) TEXT(name, row->mention->name)
#define COUNT(name, value) COUNT_CELL(mentions, struct mention_row, name, value)

OWN_TEXT(id)
TEXT(claim_id, row->mention->claim)
TEXT(claim, row->claim ? row->claim->statement : NULL)
TEXT(highlight_id, row->highlight->id)
TEXT(document_id, row->article->id)
TEXT(document, row->article->title)
TEXT(content, row->highlight->exact)
COUNT(start, row->highlight->range.start_cp)
COUNT(end, row->highlight->range.end_cp)
OWN_TEXT(stance)
OWN_TEXT(stance_scheme)
OWN_TEXT(attribution)
OWN_TEXT(speaker)
OWN_TEXT(certainty)
OWN_TEXT(coder)
OWN_TEXT(created_at)
OWN_TEXT(updated_at)

static void mention_cell(const void *row, size_t index, struct str *out)
{
	static void (*const cells[])(const struct mention_row *, struct str *) = {
#define MENTIONS(name, header, help) mentions_##name,
#include "export/column.def"
	};
	cells[index](row, out);
}

struct exporter {
	const struct export_rows *rows;
	struct row_writer writer;
	struct lookup claims;
};

static enum status write_highlight(void *context, const struct article *article,
				   const struct annotated *at, struct fault *f)
{
	struct exporter *x = context;
	struct mention_row row = {.article = article, .highlight = &at->highlight};
	enum status status = STATUS_OK;
	for (size_t i = 0; i < at->n_mentions && status == STATUS_OK; i++) {
		row.mention = &at->mentions[i];
		row.claim = ID_FIND(x->rows->claims, &x->claims, row.mention->claim);
		status = row_write(&x->writer, &row, f);
	}
	return status;
}

enum status csv_mentions(const struct export_rows *rows, const struct csv_options *options,
			 const struct sink *sink, struct fault *f)
{
	struct exporter x = {.rows = rows};
	LOOKUP_BY_ID(&x.claims, rows->claims);
	enum status status = row_writer_init(&x.writer, CSV_mentions, options, sink, mention_cell,
					     f);
	if (status == STATUS_OK)
		status = row_write_header(&x.writer, f);
	if (status == STATUS_OK)
		status = rows_each(rows, ANNOTATED_MENTIONS, write_highlight, &x, f);
	lookup_release(&x.claims);
	row_writer_release(&x.writer);
	return status;
}
