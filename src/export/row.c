/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/row.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"

bool csv_delimiter_ok(char c)
{
	return c == '\t' || (c >= ' ' && c <= '~' && c != '"');
}

static enum status no_such_column(const struct row_writer *writer, const char *name,
				  struct fault *f)
{
	struct str all = STR_EMPTY;
	for (size_t i = 0; i < writer->n_headers; i++)
		str_appendf(&all, "%s%s", i > 0 ? ", " : "", writer->headers[i]);
	fault_setf(f, STATUS_INVALID, name, "--columns: %s", str_cstr(&all));
	str_release(&all);
	return STATUS_INVALID;
}

static size_t find_column(const struct row_writer *writer, const char *name)
{
	size_t i = 0;
	while (i < writer->n_headers && strcmp(writer->headers[i], name) != 0)
		i++;
	return i;
}

/* Which columns, by number: those named, or all. */
static enum status choose_columns(struct row_writer *writer, struct fault *f)
{
	const struct csv_options *options = writer->options;
	size_t n = options->columns ? options->n_columns : writer->n_headers;
	writer->wanted = xcalloc(n ? n : 1, sizeof *writer->wanted);
	for (; writer->n_wanted < n; writer->n_wanted++) {
		size_t i = writer->n_wanted;
		if (options->columns)
			i = find_column(writer, options->columns[i]);
		if (i == writer->n_headers)
			return no_such_column(writer, options->columns[writer->n_wanted], f);
		writer->wanted[writer->n_wanted] = i;
	}
	return STATUS_OK;
}

enum status row_writer_init_grid(struct row_writer *writer, const char *const *headers,
				 size_t n_headers, const struct csv_options *options,
				 const struct sink *sink, row_cell *cell, struct fault *f)
{
	*writer = (struct row_writer){.headers = headers,
				      .n_headers = n_headers,
				      .options = options,
				      .sink = sink,
				      .cell = cell};
	return choose_columns(writer, f);
}

enum status row_writer_init(struct row_writer *writer, enum csv_table table,
			    const struct csv_options *options, const struct sink *sink,
			    row_cell *cell, struct fault *f)
{
	size_t n = csv_n_columns(table);
	const char **headers = xcalloc(n, sizeof *headers);
	for (size_t i = 0; i < n; i++)
		headers[i] = csv_column_header(table, i);
	enum status status = row_writer_init_grid(writer, headers, n, options, sink, cell, f);
	writer->own_headers = headers;
	return status;
}

void row_writer_release(struct row_writer *writer)
{
	free(writer->wanted);
	free(writer->own_headers);
	str_release(&writer->line);
	str_release(&writer->guarded);
	*writer = (struct row_writer){.headers = NULL};
}

/* Opens a field; returns where its value begins in the line. */
static size_t open_field(struct row_writer *writer)
{
	if (writer->line.len)
		str_append_char(&writer->line, writer->options->delimiter);
	str_append_char(&writer->line, '"');
	return writer->line.len;
}

/* RFC 4180, 2.7: each quote of the value that begins at `start` becomes two. */
static void double_quotes(struct str *line, size_t start)
{
	size_t n = 0;
	for (size_t i = start; i < line->len; i++)
		n += line->p[i] == '"';
	str_reserve(line, n);
	for (size_t from = line->len, to = line->len + n; to > from;) {
		char c = line->p[--from];
		line->p[--to] = c;
		if (c == '"')
			line->p[--to] = c;
	}
	line->len += n;
	line->p[line->len] = '\0';
}

/* Line breaks stay as they are: 2.6. */
static void close_field(struct row_writer *writer, size_t start)
{
	struct str *line = &writer->line;
	if (line->len > start && memchr(line->p + start, '"', line->len - start))
		double_quotes(line, start);
	str_append_char(line, '"');
}

static void append_field(struct row_writer *writer, const char *value)
{
	size_t start = open_field(writer);
	str_append_str(&writer->line, value);
	close_field(writer, start);
}

static enum status finish_row(struct row_writer *writer, struct fault *f)
{
	str_append(&writer->line, "\r\n", 2);
	enum status status = writer->sink->write(writer->sink->self, writer->line.p,
						 writer->line.len, f);
	str_clear(&writer->line);
	return status;
}

/* Puts a ' before what a spreadsheet would take for a formula; tells whether it did. */
static bool guard_field(struct str *line, size_t start)
{
	if (line->len == start || !strchr("=+-@\t\r\n", line->p[start]))
		return false;
	str_append_char(line, '\'');
	memmove(line->p + start + 1, line->p + start, line->len - 1 - start);
	line->p[start] = '\'';
	return true;
}

enum status row_write_header(struct row_writer *writer, struct fault *f)
{
	bool spreadsheet = writer->options->spreadsheet;
	for (size_t i = 0; i < writer->n_wanted; i++) {
		size_t start = open_field(writer);
		str_append_str(&writer->line, writer->headers[writer->wanted[i]]);
		if (spreadsheet)
			(void)guard_field(&writer->line, start);
		close_field(writer, start);
	}
	if (!spreadsheet)
		return finish_row(writer, f);
	append_field(writer, CSV_GUARDED);
	enum status status = writer->sink->write(writer->sink->self, "\xEF\xBB\xBF", 3, f);
	return status == STATUS_OK ? finish_row(writer, f) : status;
}

static void note_guarded(struct row_writer *writer, size_t column)
{
	if (writer->guarded.len)
		str_append_char(&writer->guarded, ' ');
	str_append_str(&writer->guarded, writer->headers[column]);
}

enum status row_write(struct row_writer *writer, const void *row, struct fault *f)
{
	bool spreadsheet = writer->options->spreadsheet;
	str_clear(&writer->guarded);
	for (size_t i = 0; i < writer->n_wanted; i++) {
		size_t start = open_field(writer);
		writer->cell(row, writer->wanted[i], &writer->line);
		if (spreadsheet && guard_field(&writer->line, start))
			note_guarded(writer, writer->wanted[i]);
		close_field(writer, start);
	}
	if (spreadsheet)
		append_field(writer, str_cstr(&writer->guarded));
	return finish_row(writer, f);
}
