/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * coverage.csv, claims by documents, and matrix.csv, documents or highlights by tags: tables with a
 * column for each thing of one kind.
 */
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "export/headers.h"
#include "export/row.h"
#include "export/table.h"
#include "model/coverage.h"

/* A column of ours in a grid, beside those that its things make. */
static void add_columns(struct headers *headers, enum csv_table table)
{
	const char *header;
	for (size_t i = 0; (header = csv_column_header(table, i)); i++)
		headers_add(headers, header, 0);
}

static enum status begin(struct row_writer *writer, struct headers *headers,
			 const struct csv_options *options, const struct sink *sink, row_cell *cell,
			 struct fault *f)
{
	headers_make_unique(headers);
	return row_writer_init_grid(writer, (const char *const *)headers->names, headers->n,
				    options, sink, cell, f);
}

/* --- claims by documents --- */

enum { N_COVERAGE_COLUMNS = 2 };

struct coverage_row {
	const struct claim *claim;
	const struct coverage_grid *grid;
	size_t i; /* the claim's row in it */
};

static void coverage_cell(const void *item, size_t index, struct str *out)
{
	const struct coverage_row *row = item;
	if (index < N_COVERAGE_COLUMNS) {
		str_append_str(out, index == 0 ? row->claim->id : row->claim->statement);
		return;
	}
	const struct coverage_cell *cell =
		coverage_grid_cell(row->grid, row->i, index - N_COVERAGE_COLUMNS);
	str_append_str(out, cell->state == COVERAGE_STANCE ? cell->stance
							   : coverage_state_name(cell->state));
}

/* What the grid wants to know of a mention. */
static enum status collect_mentions(void *context, const struct article *article,
				    const struct annotated *at, struct fault *f)
{
	(void)article, (void)f;
	for (size_t i = 0; i < at->n_mentions; i++) {
		const struct mention *from = &at->mentions[i];
		struct mention *to = mention_list_add(context);
		memcpy(to->claim, from->claim, ID_SIZE);
		memcpy(to->article, from->article, ID_SIZE);
		to->stance = xstrdup(from->stance);
		to->coder = xstrdup(from->coder);
	}
	return STATUS_OK;
}

static enum status write_coverage(struct row_writer *writer, const struct export_rows *rows,
				  struct fault *f)
{
	struct mention_list mentions = {.n = 0};
	struct coverage_grid grid;
	enum status status = rows_each(rows, ANNOTATED_MENTIONS, collect_mentions, &mentions, f);
	coverage_grid_make(rows->claims, rows->articles, &mentions, rows->coverage, NULL, &grid);
	if (status == STATUS_OK)
		status = row_write_header(writer, f);
	for (size_t i = 0; i < rows->claims->n && status == STATUS_OK; i++) {
		struct coverage_row row = {
			.claim = &rows->claims->items[i], .grid = &grid, .i = i};
		status = row_write(writer, &row, f);
	}
	coverage_grid_release(&grid);
	mention_list_release(&mentions);
	return status;
}

enum status csv_coverage(const struct export_rows *rows, const struct csv_options *options,
			 const struct sink *sink, struct fault *f)
{
	struct headers headers = {.n = 0};
	struct row_writer writer;
	add_columns(&headers, CSV_coverage);
	for (size_t i = 0; i < rows->articles->n; i++)
		headers_add(&headers, rows->articles->items[i].title,
			    rows->articles->items[i].number);
	enum status status = begin(&writer, &headers, options, sink, coverage_cell, f);
	if (status == STATUS_OK)
		status = write_coverage(&writer, rows, f);
	row_writer_release(&writer);
	headers_release(&headers);
	return status;
}

/* --- documents, or highlights, by tags --- */

/* Columns of a row that is a highlight; a document has those from the second to the third. */
enum { OWN_ID, OWN_DOCUMENT_ID, OWN_DOCUMENT, OWN_START, OWN_END, N_OWN };
static const char *const own_headers[] = {"id", "document_id", "document", "start", "end"};
enum { N_MATRIX_COLUMNS = 2 };

struct matrix {
	const struct export_rows *rows;
	struct row_writer writer;
	struct lookup tags;
	size_t n_own;
	const struct article *article;     /* of the row */
	const struct highlight *highlight; /* of the row, NULL: it is a document's */
	size_t *counts;                    /* of each tag in the row */
};

static void own_cell(const struct matrix *row, size_t column, struct str *out)
{
	switch (column) {
	case OWN_ID:
		str_append_str(out, row->highlight->id);
		break;
	case OWN_DOCUMENT_ID:
		str_append_str(out, row->article->id);
		break;
	case OWN_DOCUMENT:
		str_append_str(out, row->article->title);
		break;
	case OWN_START:
		str_append_number(out, (int64_t)row->highlight->range.start_cp);
		break;
	default:
		str_append_number(out, (int64_t)row->highlight->range.end_cp);
	}
}

static void matrix_cell(const void *item, size_t index, struct str *out)
{
	const struct matrix *row = item;
	if (index < row->n_own)
		own_cell(row, row->n_own == N_OWN ? index : index + OWN_DOCUMENT_ID, out);
	else
		str_append_number(out, (int64_t)row->counts[index - row->n_own]);
}

static void clear_counts(struct matrix *matrix)
{
	memset(matrix->counts, 0, matrix->rows->tags->n * sizeof *matrix->counts);
}

/* Codings come tag by tag: two coders' of one tag are one highlight. */
static enum status count_highlight(void *context, const struct article *article,
				   const struct annotated *at, struct fault *f)
{
	(void)article, (void)f;
	struct matrix *matrix = context;
	for (size_t i = 0; i < at->n_codings; i++) {
		if (i > 0 && strcmp(at->codings[i].tag, at->codings[i - 1].tag) == 0)
			continue;
		size_t tag = lookup_find(&matrix->tags, at->codings[i].tag);
		if (tag != SIZE_MAX)
			matrix->counts[tag]++;
	}
	return STATUS_OK;
}

static enum status write_highlight(void *context, const struct article *article,
				   const struct annotated *at, struct fault *f)
{
	struct matrix *matrix = context;
	clear_counts(matrix);
	matrix->article = article;
	matrix->highlight = &at->highlight;
	enum status status = count_highlight(matrix, article, at, f);
	return status == STATUS_OK ? row_write(&matrix->writer, matrix, f) : status;
}

static enum status write_documents(struct matrix *matrix, struct fault *f)
{
	const struct article_list *articles = matrix->rows->articles;
	enum status status = STATUS_OK;
	for (size_t i = 0; i < articles->n && status == STATUS_OK; i++) {
		clear_counts(matrix);
		matrix->article = &articles->items[i];
		status = rows_each_of(matrix->rows, matrix->article, ANNOTATED_CODINGS,
				      count_highlight, matrix, f);
		if (status == STATUS_OK)
			status = row_write(&matrix->writer, matrix, f);
	}
	return status;
}

static void add_matrix_columns(struct headers *headers, const struct export_rows *rows,
			       bool per_highlight)
{
	if (!per_highlight)
		add_columns(headers, CSV_matrix);
	for (size_t i = 0; per_highlight && i < N_OWN; i++)
		headers_add(headers, own_headers[i], 0);
	for (size_t i = 0; i < rows->tags->n; i++)
		headers_add(headers, rows->tags->items[i].path, (int64_t)i + 1);
}

enum status csv_matrix(const struct export_rows *rows, const struct csv_options *options,
		       const struct sink *sink, struct fault *f)
{
	struct headers headers = {.n = 0};
	struct matrix matrix = {
		.rows = rows,
		.n_own = options->per_highlight ? N_OWN : N_MATRIX_COLUMNS,
		.counts = xcalloc(rows->tags->n ? rows->tags->n : 1, sizeof *matrix.counts)};
	add_matrix_columns(&headers, rows, options->per_highlight);
	LOOKUP_BY_ID(&matrix.tags, rows->tags);
	enum status status = begin(&matrix.writer, &headers, options, sink, matrix_cell, f);
	if (status == STATUS_OK)
		status = row_write_header(&matrix.writer, f);
	if (status == STATUS_OK && options->per_highlight)
		status = rows_each(rows, ANNOTATED_CODINGS, write_highlight, &matrix, f);
	else if (status == STATUS_OK)
		status = write_documents(&matrix, f);
	row_writer_release(&matrix.writer);
	lookup_release(&matrix.tags);
	headers_release(&headers);
	free(matrix.counts);
	return status;
}
