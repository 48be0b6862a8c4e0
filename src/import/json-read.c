/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/json-read.h"

#include <string.h>

#include "base/xalloc.h"
#include "import/reader.h"

static enum mistake_kind kind_of(enum json_error_code code)
{
	switch (code) {
	case json_error_out_of_memory:
		xalloc_die();
	case json_error_stack_overflow:
		return MISTAKE_TOO_DEEP;
	case json_error_duplicate_key:
		return MISTAKE_TWICE;
	case json_error_numeric_overflow:
		return MISTAKE_NO_NUMBER;
	default:
		return MISTAKE_JSON;
	}
}

json_t *json_read(const char *bytes, size_t n, size_t line, struct mistake *mistake)
{
	json_error_t error;
	json_t *value = json_loadb(bytes, n, JSON_REJECT_DUPLICATES, &error);
	if (!value)
		mistake_at(mistake, kind_of(json_error_code(&error)),
			   line + (error.line > 0 ? (size_t)error.line : 1));
	return value;
}

const char *json_member_text(const json_t *object, const char *name)
{
	return json_string_value(json_object_get(object, name));
}

/* Whether it is a line of ours; other lines may have a type too. */
static bool is_ours(const json_t *object)
{
	const char *type = json_member_text(object, "type");
	enum record_kind kind;
	return type && (strcmp(type, "project") == 0 || strcmp(type, "coder") == 0 ||
			record_parse(type, &kind));
}

static enum annotation_format format_of_line(const json_t *object)
{
	if (is_ours(object))
		return ANNOTATIONS_jsonl;
	bool has_text = json_object_get(object, "text") || json_object_get(object, "data");
	bool has_labels = json_object_get(object, "label") || json_object_get(object, "labels") ||
			  json_object_get(object, "entities");
	return has_text && has_labels ? ANNOTATIONS_doccano : ANNOTATIONS_jsonld;
}

/* Lines are objects, each whole in its line; all else is one value. */
enum annotation_format format_of_json(const char *bytes, size_t n)
{
	struct mistake mistake = MISTAKE_NONE;
	const char *end = memchr(bytes, '\n', n);
	json_t *line = json_read(bytes, end ? (size_t)(end - bytes) : n, 0, &mistake);
	enum annotation_format format =
		json_is_object(line) ? format_of_line(line) : ANNOTATIONS_jsonld;
	json_decref(line);
	mistake_release(&mistake);
	return format;
}
