/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/csv.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"

static const char byte_order_mark[] = "\xEF\xBB\xBF";

size_t text_mark(const char *text, size_t n)
{
	size_t n_mark = sizeof byte_order_mark - 1;
	return n >= n_mark && memcmp(text, byte_order_mark, n_mark) == 0 ? n_mark : 0;
}

void csv_begin(struct csv *csv, const char *text, size_t n, char delimiter, bool quotes)
{
	size_t skip = text_mark(text, n);
	*csv = (struct csv){.p = text + skip,
			    .end = text + n,
			    .delimiter = delimiter,
			    .quotes = quotes,
			    .line = 1};
}

void csv_release(struct csv *csv)
{
	str_release(&csv->text);
	free(csv->starts);
	*csv = (struct csv){.p = NULL};
}

/* The length of the row end at hand; 0 where none is. */
static size_t row_end(const struct csv *csv)
{
	if (csv->p < csv->end && *csv->p == '\n')
		return 1;
	return csv->end - csv->p >= 2 && csv->p[0] == '\r' && csv->p[1] == '\n' ? 2 : 0;
}

static bool at_row_end(const struct csv *csv)
{
	return csv->p == csv->end || row_end(csv) > 0;
}

static void count_line_ends(struct csv *csv, const char *from, const char *to)
{
	while ((from = memchr(from, '\n', (size_t)(to - from)))) {
		csv->line_ends++;
		from++;
	}
}

/* A field in quotes; `p` stands behind the first of them. */
static enum status read_quoted(struct csv *csv, struct mistake *mistake)
{
	for (;;) {
		const char *quote = memchr(csv->p, '"', (size_t)(csv->end - csv->p));
		if (!quote)
			return mistake_at(mistake, MISTAKE_OPEN_QUOTE, csv->line);
		count_line_ends(csv, csv->p, quote);
		str_append(&csv->text, csv->p, (size_t)(quote - csv->p));
		csv->p = quote + 1;
		if (csv->p == csv->end || *csv->p != '"')
			break;
		str_append_char(&csv->text, '"');
		csv->p++;
	}
	if (at_row_end(csv) || *csv->p == csv->delimiter)
		return STATUS_OK;
	return mistake_at(mistake, MISTAKE_BEHIND_QUOTE, csv->line);
}

static void read_plain(struct csv *csv)
{
	const char *start = csv->p;
	while (!at_row_end(csv) && *csv->p != csv->delimiter)
		csv->p++;
	str_append(&csv->text, start, (size_t)(csv->p - start));
}

static enum status read_cell(struct csv *csv, struct mistake *mistake)
{
	enum status status = STATUS_OK;
	VEC_PUSH(csv->starts, csv->n, csv->cap, csv->text.len);
	if (csv->quotes && csv->p < csv->end && *csv->p == '"') {
		csv->p++;
		status = read_quoted(csv, mistake);
	} else {
		read_plain(csv);
	}
	str_append_char(&csv->text, '\0');
	return status;
}

static void skip_row_ends(struct csv *csv)
{
	for (size_t n; (n = row_end(csv)) > 0; csv->p += n)
		csv->line_ends++;
	csv->line += csv->line_ends;
	csv->line_ends = 0;
}

enum status csv_next(struct csv *csv, bool *end, struct mistake *mistake)
{
	skip_row_ends(csv);
	str_clear(&csv->text);
	csv->n = 0;
	*end = csv->p == csv->end;
	enum status status = STATUS_OK;
	while (!*end && status == STATUS_OK) {
		status = read_cell(csv, mistake);
		if (status != STATUS_OK || at_row_end(csv))
			break;
		csv->p++;
	}
	return status;
}

const char *csv_cell(const struct csv *csv, size_t i)
{
	return i < csv->n ? csv->text.p + csv->starts[i] : "";
}

char csv_delimiter(const char *text, size_t n)
{
	size_t i = text_mark(text, n);
	if (i < n && text[i] == '"') {
		for (i++; i < n && (text[i] != '"' || (i + 1 < n && text[i + 1] == '"')); i++)
			i += text[i] == '"';
		return i + 1 < n && text[i + 1] != '\r' && text[i + 1] != '\n' ? text[i + 1] : ',';
	}
	for (; i < n && text[i] != '\n'; i++)
		if (strchr(",;\t|", text[i]) && text[i])
			return text[i];
	return ',';
}
