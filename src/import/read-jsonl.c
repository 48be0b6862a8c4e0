/* SPDX-License-Identifier: GPL-3.0-or-later */
/* annotations.jsonl: a row a line, by the table of members. */
#include <stdint.h>
#include <string.h>

#include "base/xalloc.h"
#include "import/json-read.h"
#include "import/reader.h"
#include "model/dir.h"
#include "model/id.h"

static const char format_name[] = "hashiya-annotations";
enum { LATEST_VERSION = 1 };

/* What a member has to be, put into its field; N_MISTAKES where it is. */
static enum mistake_kind put_text(const json_t *value, char **field)
{
	if (!json_is_string(value))
		return MISTAKE_NO_TEXT;
	*field = xstrdup(json_string_value(value));
	return N_MISTAKES;
}

static enum mistake_kind put_id(const json_t *value, char *field)
{
	const char *text = json_string_value(value);
	if (!text || (*text && !id_is_valid(text)))
		return MISTAKE_NO_ID;
	memcpy(field, text, strlen(text) + 1);
	return N_MISTAKES;
}

static enum mistake_kind put_number(const json_t *value, enum member_form form, void *field)
{
	json_int_t number = json_integer_value(value);
	if (!json_is_integer(value) || number < 0 || (uint64_t)number > SIZE_MAX)
		return MISTAKE_NO_NUMBER;
	if (form == MEMBER_NUMBER)
		*(int64_t *)field = number;
	else
		*(size_t *)field = (size_t)number;
	return N_MISTAKES;
}

static enum mistake_kind put_name(const json_t *value, enum member_form form, void *field)
{
	const char *text = json_string_value(value);
	if (!text)
		return MISTAKE_NO_TEXT;
	bool known = form == MEMBER_DIR ? dir_parse(text, field) : note_target_parse(text, field);
	return known ? N_MISTAKES : MISTAKE_NO_VALUE;
}

static enum mistake_kind put(const json_t *value, const struct record_member *member, void *row)
{
	void *field = (char *)row + member->offset;
	switch (member->form) {
	case MEMBER_ID:
		return put_id(value, field);
	case MEMBER_TEXT:
		return put_text(value, record_text(row, member));
	case MEMBER_NUMBER:
	case MEMBER_OFFSET:
		return put_number(value, member->form, field);
	default:
		return put_name(value, member->form, field);
	}
}

/* Every row of ours has an id. */
static enum status check_id(struct reader *reader, const struct annotation *a)
{
	return a->row.article.id[0] ? STATUS_OK
				    : mistake_of(reader->mistake, MISTAKE_MISSING, a->line, "id");
}

static enum status read_row(struct reader *reader, const json_t *object, enum record_kind kind,
			    size_t line)
{
	struct annotation a = {.kind = kind, .line = line};
	size_t n;
	const struct record_member *members = record_members(kind, &n);
	enum mistake_kind wrong = N_MISTAKES;
	for (size_t i = 0; i < n && wrong == N_MISTAKES; i++) {
		const json_t *value = json_object_get(object, members[i].name);
		a.has_dir |= value && members[i].form == MEMBER_DIR;
		if (value)
			wrong = put(value, &members[i], &a.row);
		if (wrong != N_MISTAKES)
			mistake_of(reader->mistake, wrong, line, members[i].name);
	}
	enum status status =
		wrong == N_MISTAKES ? check_id(reader, &a) : STATUS_BAD_ANNOTATIONS;
	if (status == STATUS_OK)
		return reader_give(reader, &a);
	annotation_release(&a);
	return status;
}

static enum status read_properties(struct reader *reader, const json_t *properties, size_t line)
{
	const char *name;
	json_t *value;
	enum status status = STATUS_OK;
	json_object_foreach((json_t *)properties, name, value) {
		struct annotation a = {.kind = RECORD_property, .line = line};
		if (!json_is_string(value))
			return mistake_of(reader->mistake, MISTAKE_NO_TEXT, line, name);
		a.row.property = (struct property){.name = xstrdup(name),
						   .value = xstrdup(json_string_value(value))};
		status = reader_give(reader, &a);
		if (status != STATUS_OK)
			break;
	}
	return status;
}

static enum status read_project(struct reader *reader, const json_t *object, size_t line)
{
	const char *format = json_member_text(object, "format");
	const json_t *version = json_object_get(object, "version");
	if (!format || strcmp(format, format_name) != 0)
		return mistake_of(reader->mistake, MISTAKE_OTHER_FORMAT, line, format);
	if (!json_is_integer(version))
		return mistake_of(reader->mistake, MISTAKE_NO_NUMBER, line, "version");
	if (json_integer_value(version) > LATEST_VERSION)
		return mistake_at(reader->mistake, MISTAKE_LATER_VERSION, line);
	return read_properties(reader, json_object_get(object, "properties"), line);
}

static enum status read_object(struct reader *reader, const json_t *object, size_t line)
{
	const char *type = json_member_text(object, "type");
	enum record_kind kind;
	if (!json_is_object(object))
		return mistake_at(reader->mistake, MISTAKE_NO_OBJECT, line);
	if (!type)
		return mistake_of(reader->mistake, MISTAKE_MISSING, line, "type");
	if (strcmp(type, "project") == 0)
		return read_project(reader, object, line);
	if (strcmp(type, "coder") == 0)
		return STATUS_OK; /* rows name them */
	if (record_parse(type, &kind) && kind != RECORD_property)
		return read_row(reader, object, kind, line);
	reader_pass(reader, line, type);
	return STATUS_OK;
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

enum status read_jsonl(struct reader *reader)
{
	return reader_each_line(reader, read_line);
}
