/* SPDX-License-Identifier: GPL-3.0-or-later */
/* documents.csv, codebook.csv, claims.csv: a row of the file for a row of the project. */
#include "export/cells.h"
#include "export/row.h"
#include "export/table.h"
#include "export/tally.h"

#include "model/dir.h"

struct document_row {
	const struct article *article;
	size_t n_highlights;
};

#define TEXT(name) TEXT_CELL(documents, struct document_row, name, row->article->name)
#define COUNT(name, value) COUNT_CELL(documents, struct document_row, name, value)

TEXT(id)
COUNT(number, row->article->number)
TEXT(title)
TEXT(outlet)
TEXT(author)
TEXT(published_at)
TEXT(url)
TEXT(lang)
TEXT_CELL(documents, struct document_row, dir, dir_name(row->article->dir))
TEXT(sha256)
TEXT(source_path)
TEXT(source_sha256)
COUNT(bytes, row->article->n_bytes)
COUNT(code_points, row->article->n_cp)
COUNT(words, row->article->n_words)
COUNT(highlights, row->n_highlights)
TEXT(created_at)
TEXT(updated_at)

#undef TEXT
#undef COUNT

struct tag_row {
	const struct tag *tag;
	const struct tally_count *count;
};

TEXT_CELL(codebook, struct tag_row, tag, row->tag->path)
TEXT_CELL(codebook, struct tag_row, description, row->tag->definition)
COUNT_CELL(codebook, struct tag_row, highlights, row->count->rows)
COUNT_CELL(codebook, struct tag_row, documents, row->count->articles)

struct claim_row {
	const struct claim *claim;
	const struct tally_count *count;
};

#define TEXT(name) TEXT_CELL(claims, struct claim_row, name, row->claim->name)

TEXT(id)
COUNT_CELL(claims, struct claim_row, number, row->claim->number)
TEXT_CELL(claims, struct claim_row, claim, row->claim->statement)
TEXT(lang)
TEXT(verdict)
COUNT_CELL(claims, struct claim_row, mentions, row->count->rows)
COUNT_CELL(claims, struct claim_row, documents, row->count->articles)
TEXT(coder)
TEXT(created_at)
TEXT(updated_at)

#undef TEXT

static void document_cell(const void *row, size_t index, struct str *out)
{
	static void (*const cells[])(const struct document_row *, struct str *) = {
#define DOCUMENTS(name, header, help) documents_##name,
#include "export/column.def"
	};
	cells[index](row, out);
}

static void codebook_cell(const void *row, size_t index, struct str *out)
{
	static void (*const cells[])(const struct tag_row *, struct str *) = {
#define CODEBOOK(name, header, help) codebook_##name,
#include "export/column.def"
	};
	cells[index](row, out);
}

static void claim_cell(const void *row, size_t index, struct str *out)
{
	static void (*const cells[])(const struct claim_row *, struct str *) = {
#define CLAIMS(name, header, help) claims_##name,
#include "export/column.def"
	};
	cells[index](row, out);
}

/* A table whose rows are items of a list, with what was counted of them. */
struct listed {
	const struct export_rows *rows;
	struct tally tally;
	struct row_writer writer;
};

typedef enum status write_item(struct listed *x, size_t i, struct fault *f);

static enum status write_document(struct listed *x, size_t i, struct fault *f)
{
	struct document_row row = {&x->rows->articles->items[i], x->tally.highlights[i]};
	return row_write(&x->writer, &row, f);
}

static enum status write_tag(struct listed *x, size_t i, struct fault *f)
{
	struct tag_row row = {&x->rows->tags->items[i], &x->tally.tags[i]};
	return row_write(&x->writer, &row, f);
}

static enum status write_claim(struct listed *x, size_t i, struct fault *f)
{
	struct claim_row row = {&x->rows->claims->items[i], &x->tally.claims[i]};
	return row_write(&x->writer, &row, f);
}

/* Writes the header and `n` rows, unless `status` is of a writer that could not be made. */
static enum status write_list(struct listed *x, enum status status, size_t n, write_item *write,
			      struct fault *f)
{
	if (status == STATUS_OK)
		status = tally_make(&x->tally, x->rows, f);
	if (status == STATUS_OK)
		status = row_write_header(&x->writer, f);
	for (size_t i = 0; i < n && status == STATUS_OK; i++)
		status = write(x, i, f);
	tally_release(&x->tally);
	row_writer_release(&x->writer);
	return status;
}

enum status csv_documents(const struct export_rows *rows, const struct csv_options *options,
			  const struct sink *sink, struct fault *f)
{
	struct listed x = {.rows = rows};
	enum status status = row_writer_init(&x.writer, CSV_documents, options, sink,
					     document_cell, f);
	return write_list(&x, status, rows->articles->n, write_document, f);
}

enum status csv_codebook(const struct export_rows *rows, const struct csv_options *options,
			 const struct sink *sink, struct fault *f)
{
	struct listed x = {.rows = rows};
	enum status status = row_writer_init(&x.writer, CSV_codebook, options, sink,
					     codebook_cell, f);
	return write_list(&x, status, rows->tags->n, write_tag, f);
}

enum status csv_claims(const struct export_rows *rows, const struct csv_options *options,
		       const struct sink *sink, struct fault *f)
{
	struct listed x = {.rows = rows};
	enum status status = row_writer_init(&x.writer, CSV_claims, options, sink, claim_cell, f);
	return write_list(&x, status, rows->claims->n, write_claim, f);
}
