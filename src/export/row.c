/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/row.h"

#include <string.h>

bool csv_delimiter_ok(char c)
{
	return c == '\t' || (c >= ' ' && c <= '~' && c != '"');
}

void row_writer_init(struct row_writer *writer, enum csv_table table,
		     const struct csv_options *options, const struct csv_sink *sink, row_cell *cell)
{
	*writer = (struct row_writer){
		.table = table, .options = options, .sink = sink, .cell = cell};
}

void row_writer_release(struct row_writer *writer)
{
	str_release(&writer->line);
	str_release(&writer->value);
	str_release(&writer->guarded);
}

static size_t n_wanted(const struct row_writer *writer)
{
	return writer->options->columns ? writer->options->n_columns : csv_n_columns(writer->table);
}

static size_t wanted(const struct row_writer *writer, size_t i)
{
	return writer->options->columns ? writer->options->columns[i] : i;
}

/* RFC 4180, 2.5-2.7: a quote inside is doubled, line breaks stay. */
static void append_field(struct row_writer *writer, const char *prefix, const char *value, size_t n)
{
	if (writer->line.len)
		str_append_char(&writer->line, writer->options->delimiter);
	str_append_char(&writer->line, '"');
	str_append_str(&writer->line, prefix);
	for (size_t start = 0; start < n;) {
		const char *quote = memchr(value + start, '"', n - start);
		size_t end = quote ? (size_t)(quote - value) + 1 : n;
		str_append(&writer->line, value + start, end - start);
		if (quote)
			str_append_char(&writer->line, '"');
		start = end;
	}
	str_append_char(&writer->line, '"');
}

static enum status finish_row(struct row_writer *writer, struct fault *f)
{
	str_append_str(&writer->line, "\r\n");
	enum status status = writer->sink->write(writer->sink->self, writer->line.p,
						 writer->line.len, f);
	str_clear(&writer->line);
	return status;
}

enum status row_write_header(struct row_writer *writer, struct fault *f)
{
	for (size_t i = 0; i < n_wanted(writer); i++) {
		const char *header = csv_column_header(writer->table, wanted(writer, i));
		append_field(writer, "", header, strlen(header));
	}
	if (!writer->options->spreadsheet)
		return finish_row(writer, f);
	append_field(writer, "", "guarded", strlen("guarded"));
	enum status status = writer->sink->write(writer->sink->self, "\xEF\xBB\xBF", 3, f);
	return status == STATUS_OK ? finish_row(writer, f) : status;
}

/* What a spreadsheet would take for a formula. */
static bool must_guard(const struct str *value)
{
	return value->len && strchr("=+-@\t\r\n", value->p[0]);
}

static void append_cell(struct row_writer *writer, const void *row, size_t column)
{
	str_clear(&writer->value);
	writer->cell(row, column, &writer->value);
	bool guard = writer->options->spreadsheet && must_guard(&writer->value);
	append_field(writer, guard ? "'" : "", str_cstr(&writer->value), writer->value.len);
	if (!guard)
		return;
	if (writer->guarded.len)
		str_append_char(&writer->guarded, ' ');
	str_append_str(&writer->guarded, csv_column_header(writer->table, column));
}

enum status row_write(struct row_writer *writer, const void *row, struct fault *f)
{
	str_clear(&writer->guarded);
	for (size_t i = 0; i < n_wanted(writer); i++)
		append_cell(writer, row, wanted(writer, i));
	if (writer->options->spreadsheet)
		append_field(writer, "", str_cstr(&writer->guarded), writer->guarded.len);
	return finish_row(writer, f);
}
