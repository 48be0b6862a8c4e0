/* SPDX-License-Identifier: GPL-3.0-or-later */
/* documents.csv and codebook.csv: a row of the file for a row of the project. */
#include "export/csv.h"
#include "export/row.h"

#include <inttypes.h>

#include "model/dir.h"

#define N_(text) text

#define TEXT_CELL(table, type, name, field)                             \
	static void table##_##name(const struct type *row, struct str *out) \
	{                                                                \
		if (row->field)                                          \
			str_append_str(out, row->field);                 \
	}
#define COUNT_CELL(table, type, name, field)                            \
	static void table##_##name(const struct type *row, struct str *out) \
	{                                                                \
		str_appendf(out, "%zu", row->field);                     \
	}

TEXT_CELL(documents, article, id, id)
TEXT_CELL(documents, article, title, title)
TEXT_CELL(documents, article, outlet, outlet)
TEXT_CELL(documents, article, author, author)
TEXT_CELL(documents, article, published_at, published_at)
TEXT_CELL(documents, article, url, url)
TEXT_CELL(documents, article, lang, lang)
TEXT_CELL(documents, article, sha256, sha256)
TEXT_CELL(documents, article, source_path, source_path)
TEXT_CELL(documents, article, source_sha256, source_sha256)
TEXT_CELL(documents, article, created_at, created_at)
TEXT_CELL(documents, article, updated_at, updated_at)
COUNT_CELL(documents, article, bytes, n_bytes)
COUNT_CELL(documents, article, code_points, n_cp)
COUNT_CELL(documents, article, words, n_words)
COUNT_CELL(documents, article, highlights, n_highlights)
TEXT_CELL(codebook, tag, tag, path)
TEXT_CELL(codebook, tag, description, definition)
COUNT_CELL(codebook, tag, highlights, n_highlights)
COUNT_CELL(codebook, tag, documents, n_articles)

static void documents_number(const struct article *row, struct str *out)
{
	str_appendf(out, "%" PRId64, row->number);
}

static void documents_dir(const struct article *row, struct str *out)
{
	str_append_str(out, dir_name(row->dir));
}

static void document_cell(const void *row, size_t index, struct str *out)
{
	static void (*const cells[])(const struct article *, struct str *) = {
#define CELL_annotations(name)
#define CELL_documents(name) documents_##name,
#define CELL_codebook(name)
#define COLUMN(table, name, header, help) CELL_##table(name)
#include "export/column.def"
#undef CELL_documents
#undef CELL_codebook
	};
	cells[index](row, out);
}

static void codebook_cell(const void *row, size_t index, struct str *out)
{
	static void (*const cells[])(const struct tag *, struct str *) = {
#define CELL_documents(name)
#define CELL_codebook(name) codebook_##name,
#include "export/column.def"
#undef COLUMN
	};
	cells[index](row, out);
}

/* Writes `n` rows of `size` bytes each, after the header. */
static enum status write_table(struct row_writer *writer, const char *rows, size_t n, size_t size,
			       struct fault *f)
{
	enum status status = row_write_header(writer, f);
	for (size_t i = 0; i < n && status == STATUS_OK; i++)
		status = row_write(writer, rows + i * size, f);
	row_writer_release(writer);
	return status;
}

enum status csv_documents(const struct csv_project *project, const struct csv_options *options,
			  const struct csv_sink *sink, struct fault *f)
{
	struct row_writer writer;
	row_writer_init(&writer, CSV_DOCUMENTS, options, sink, document_cell);
	const struct article_list *list = project->articles;
	return write_table(&writer, (const char *)list->items, list->n, sizeof *list->items, f);
}

enum status csv_codebook(const struct csv_project *project, const struct csv_options *options,
			 const struct csv_sink *sink, struct fault *f)
{
	struct row_writer writer;
	row_writer_init(&writer, CSV_CODEBOOK, options, sink, codebook_cell);
	const struct tag_list *list = project->tags;
	return write_table(&writer, (const char *)list->items, list->n, sizeof *list->items, f);
}
