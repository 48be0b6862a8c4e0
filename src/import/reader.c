/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/reader.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/xalloc.h"
#include "import/csv.h"
#include "model/instant.h"
#include "model/id.h"

static const char urn[] = "urn:uuid:";

void annotation_release(struct annotation *a)
{
	size_t n;
	const struct record_member *members = record_members(a->kind, &n);
	for (size_t i = 0; i < n; i++)
		if (members[i].form == MEMBER_TEXT)
			free(*record_text(&a->row, &members[i]));
	free(a->target.sha256);
	free(a->target.url);
	free(a->target.title);
	free(a->tag_path);
	free(a->text);
	*a = (struct annotation){.line = 0};
}

enum status reader_give(struct reader *reader, struct annotation *annotation)
{
	enum status status = reader_check(reader, annotation);
	if (status == STATUS_OK)
		status = reader->sink->take(reader->sink->self, annotation, reader->f);
	annotation_release(annotation);
	return status;
}

void reader_pass(struct reader *reader, size_t line, const char *what)
{
	if (reader->sink->pass)
		reader->sink->pass(reader->sink->self, line, what);
}

bool reader_uuid(const char *text, char out[ID_SIZE])
{
	memset(out, 0, ID_SIZE);
	if (text && strncasecmp(text, urn, sizeof urn - 1) == 0)
		text += sizeof urn - 1;
	if (!text || strlen(text) != ID_SIZE - 1)
		return false;
	for (size_t i = 0; i < ID_SIZE; i++)
		out[i] = (char)(text[i] >= 'A' && text[i] <= 'F' ? text[i] - 'A' + 'a' : text[i]);
	if (!id_is_valid(out))
		memset(out, 0, ID_SIZE);
	return out[0];
}

void reader_id(const char *text, char out[ID_SIZE])
{
	if (!reader_uuid(text, out))
		reader_make_id(out, text, NULL);
}

void reader_make_id(char out[ID_SIZE], const char *first, ...)
{
	struct str all = STR_EMPTY;
	char sha256[SHA256_HEX_SIZE];
	va_list texts;
	va_start(texts, first);
	for (const char *text = first; text; text = va_arg(texts, const char *))
		str_append(&all, text, strlen(text) + 1);
	va_end(texts);
	sha256_hex(str_cstr(&all), all.len, sha256);
	id_of_text(sha256, out);
	str_release(&all);
}

bool reader_time(const char *text, char **out)
{
	char stored[TIME_SIZE] = "";
	if (*text && !instant_parse(text, stored))
		return false;
	char *copy = xstrdup(stored);
	free(*out);
	*out = copy;
	return true;
}

static bool is_blank(const char *line, size_t n)
{
	while (n > 0 && (line[n - 1] == ' ' || line[n - 1] == '\t' || line[n - 1] == '\r'))
		n--;
	return n == 0;
}

enum status reader_each_line(struct reader *reader, reader_line *read)
{
	enum status status = STATUS_OK;
	size_t line = 1, at = text_mark(reader->bytes, reader->n);
	for (size_t n; at < reader->n && status == STATUS_OK; at += n + 1, line++) {
		const char *start = reader->bytes + at;
		const char *end = memchr(start, '\n', reader->n - at);
		n = end ? (size_t)(end - start) : reader->n - at;
		if (!is_blank(start, n))
			status = read(reader, start, n, line);
	}
	return status;
}
