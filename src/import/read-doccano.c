/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON Lines from doccano: an article a line, with its text and labels on ranges of it, in code
 * points.
 */
#include <stdint.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xalloc.h"
#include "import/json-read.h"
#include "import/plain.h"
#include "import/reader.h"
#include "model/anchor.h"
#include "model/id.h"

/* A line under way. */
struct sheet {
	struct reader *reader;
	size_t line;
	const char *text;
	size_t n;
	char sha256[SHA256_HEX_SIZE]; /* of the text that would be stored */
};

static const json_t *any_member(const json_t *object, const char *const *names)
{
	const json_t *value = NULL;
	for (; *names && !value; names++)
		value = json_object_get(object, *names);
	return value;
}

static const json_t *text_of(const json_t *object)
{
	static const char *const names[] = {"text", "data", NULL};
	return any_member(object, names);
}

static const json_t *labels_of(const json_t *object)
{
	static const char *const names[] = {"label", "labels", "entities", NULL};
	return any_member(object, names);
}

/* The text of [start, end) in code points, the caller's; "" beyond the end. */
static char *slice(const struct sheet *sheet, size_t start, size_t end)
{
	size_t from = utf8_offset(sheet->text, sheet->n, start);
	return xstrndup(sheet->text + from,
			utf8_offset(sheet->text + from, sheet->n - from, end - start));
}

static enum status give_highlight(const struct sheet *sheet, struct cp_range range,
				  const char *label)
{
	struct annotation like = {.kind = RECORD_highlight, .line = sheet->line};
	struct highlight *h = &like.row.highlight;
	char start[32];
	snprintf(start, sizeof start, "%zu-%zu", range.start_cp, range.end_cp);
	reader_make_id(h->id, "doccano", sheet->sha256, start, NULL);
	h->range = range;
	h->exact = slice(sheet, range.start_cp, range.end_cp);
	h->prefix = slice(sheet, range.start_cp > ANCHOR_CONTEXT ? range.start_cp - ANCHOR_CONTEXT : 0,
			  range.start_cp);
	h->suffix = slice(sheet, range.end_cp, range.end_cp + ANCHOR_CONTEXT);
	like.target.sha256 = xstrdup(sheet->sha256);
	char *path = reader_tag_path(label);
	enum status status = reader_give_highlight(sheet->reader, &like);
	if (status == STATUS_OK && path)
		status = reader_give_tag(sheet->reader, &like, "", path);
	else
		free(path);
	if (!path)
		reader_pass(sheet->reader, sheet->line, label);
	annotation_release(&like);
	return status;
}

/* [start, end, "label"], or an object that names them. */
static enum status read_label(const struct sheet *sheet, const json_t *entry, size_t n_cp)
{
	bool list = json_is_array(entry);
	const json_t *start = list ? json_array_get(entry, 0) : json_object_get(entry, "start_offset");
	const json_t *end = list ? json_array_get(entry, 1) : json_object_get(entry, "end_offset");
	const json_t *label = list ? json_array_get(entry, 2) : json_object_get(entry, "label");
	json_int_t first = json_integer_value(start), behind = json_integer_value(end);
	if (!json_is_integer(start) || !json_is_integer(end) || first < 0)
		return mistake_of(sheet->reader->mistake, MISTAKE_NO_NUMBER, sheet->line, "label");
	if (!json_is_string(label))
		return mistake_of(sheet->reader->mistake, MISTAKE_NO_TEXT, sheet->line, "label");
	if (first >= behind || (uint64_t)behind > n_cp)
		return mistake_of(sheet->reader->mistake, MISTAKE_RANGE, sheet->line, "label");
	return give_highlight(sheet, (struct cp_range){(size_t)first, (size_t)behind},
			      json_string_value(label));
}

static enum status give_article(struct sheet *sheet)
{
	struct annotation a = {.kind = RECORD_article, .line = sheet->line, .weak = true};
	struct str text = STR_EMPTY;
	enum status status = plain_text(sheet->text, sheet->n, "doccano", false, &text,
					sheet->reader->f);
	if (status == STATUS_OK) {
		sha256_hex(str_cstr(&text), text.len, sheet->sha256);
		a.row.article.sha256 = xstrdup(sheet->sha256);
		a.n_text = text.len;
		a.text = str_take(&text);
		status = reader_give(sheet->reader, &a);
	}
	str_release(&text);
	return status;
}

static enum status read_object(struct reader *reader, const json_t *object, size_t line)
{
	const json_t *text = text_of(object), *labels = labels_of(object);
	if (!json_is_object(object))
		return mistake_at(reader->mistake, MISTAKE_NO_OBJECT, line);
	if (!json_is_string(text))
		return mistake_of(reader->mistake, MISTAKE_MISSING, line, "text");
	struct sheet sheet = {.reader = reader,
			      .line = line,
			      .text = json_string_value(text),
			      .n = json_string_length(text)};
	enum status status = give_article(&sheet);
	size_t n_cp = utf8_count(sheet.text, sheet.n);
	for (size_t i = 0; i < json_array_size(labels) && status == STATUS_OK; i++)
		status = read_label(&sheet, json_array_get(labels, i), n_cp);
	return status;
}

static enum status read_line(struct reader *reader, const char *bytes, size_t n, size_t line)
{
	json_t *object = json_read(bytes, n, line - 1, reader->mistake);
	if (!object)
		return STATUS_BAD_ANNOTATIONS;
	enum status status = read_object(reader, object, line);
	json_decref(object);
	return status;
}

enum status read_doccano(struct reader *reader)
{
	return reader_each_line(reader, read_line);
}
