/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * W3C Web Annotation (REC-annotation-model-20170223), ours and others': annotations, alone, in
 * arrays, in collections and pages (5.1, 5.2).
 *
 * A target with a text selector is a highlight, its textual bodies are tags (purpose tagging,
 * classifying) and notes; what has no selector is about the whole of an article. Nothing is
 * fetched.
 */
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "import/csv.h"
#include "import/webanno.h"

struct walk {
	struct reader *reader;
	size_t item;          /* annotations so far */
	char latest[ID_SIZE]; /* the highlight that was given last */
};

char *webanno_copy(const char *text)
{
	return text ? xstrdup(text) : NULL;
}

const json_t *webanno_first(const json_t *value)
{
	return json_is_array(value) ? json_array_get(value, 0) : value;
}

static const json_t *member(const json_t *object, const char *name, const char *at_name)
{
	const json_t *value = json_object_get(object, name);
	return value ? value : json_object_get(object, at_name);
}

const char *webanno_id(const json_t *object)
{
	return json_string_value(member(object, "id", "@id"));
}

bool webanno_has(const json_t *value, const char *text)
{
	const char *own = json_string_value(value);
	if (own)
		return strcmp(own, text) == 0;
	for (size_t i = 0; i < json_array_size(value); i++) {
		const char *one = json_string_value(json_array_get(value, i));
		if (one && strcmp(one, text) == 0)
			return true;
	}
	return false;
}

bool webanno_is_a(const json_t *object, const char *type)
{
	return webanno_has(member(object, "type", "@type"), type);
}

const char *webanno_type(const json_t *object)
{
	const char *type = json_string_value(webanno_first(member(object, "type", "@type")));
	return type ? type : "?";
}

/* Who: an agent's name, else its nickname, else where it is known (3.3.1). */
static const char *name_of(const json_t *agent)
{
	if (json_is_string(agent))
		return json_string_value(agent);
	const char *name = json_string_value(webanno_first(json_object_get(agent, "name")));
	if (!name)
		name = json_member_text(agent, "nickname");
	return name ? name : webanno_id(agent);
}

static enum status read_targets(struct walk *walk, struct webanno *anno)
{
	const json_t *target = json_object_get(anno->object, "target");
	size_t n = json_is_array(target) ? json_array_size(target) : target != NULL;
	enum status status = STATUS_OK;
	if (n == 0)
		return mistake_of(walk->reader->mistake, MISTAKE_MISSING, anno->item, "target");
	for (size_t i = 0; i < n && status == STATUS_OK; i++)
		status = webanno_give_target(
			anno, json_is_array(target) ? json_array_get(target, i) : target, i, n,
			walk->latest);
	return status;
}

static enum status read_annotation(struct walk *walk, const json_t *object)
{
	struct webanno anno = {.reader = walk->reader, .object = object, .item = ++walk->item};
	const char *created = json_member_text(object, "created");
	const char *modified = json_member_text(object, "modified");
	if (!webanno_id(object)) {
		char *dump = json_dumps(object, JSON_COMPACT | JSON_SORT_KEYS);
		anno.made_id = xstrdup_or_empty(dump);
		free(dump);
	}
	reader_uuid(webanno_id(object), anno.own);
	anno.coder = webanno_copy(name_of(webanno_first(json_object_get(object, "creator"))));
	anno.created_at = reader_others_time(walk->reader, anno.item, created);
	anno.updated_at =
		reader_others_time(walk->reader, anno.item, modified ? modified : created);
	enum status status = read_targets(walk, &anno);
	free(anno.made_id);
	free(anno.coder);
	free(anno.created_at);
	free(anno.updated_at);
	return status;
}

static enum status read_value(struct walk *walk, const json_t *value);

static enum status read_array(struct walk *walk, const json_t *array)
{
	enum status status = STATUS_OK;
	for (size_t i = 0; i < json_array_size(array) && status == STATUS_OK; i++)
		status = read_value(walk, json_array_get(array, i));
	return status;
}

/* A page or a collection; of those that are elsewhere there is only the address. */
static enum status read_pages(struct walk *walk, const json_t *object)
{
	static const char *const members[] = {"@graph", "items", "first", "next"};
	enum status status = STATUS_OK;
	for (size_t i = 0; i < sizeof members / sizeof *members && status == STATUS_OK; i++) {
		const json_t *value = json_object_get(object, members[i]);
		if (json_is_string(value))
			reader_pass(walk->reader, walk->item, json_string_value(value));
		else if (value)
			status = read_value(walk, value);
	}
	return status;
}

static enum status read_value(struct walk *walk, const json_t *value)
{
	if (json_is_array(value))
		return read_array(walk, value);
	if (!json_is_object(value))
		return mistake_at(walk->reader->mistake, MISTAKE_NO_OBJECT, walk->item + 1);
	if (webanno_is_a(value, "Annotation") || webanno_is_a(value, "oa:Annotation"))
		return read_annotation(walk, value);
	if (webanno_is_a(value, "AnnotationPage") || webanno_is_a(value, "AnnotationCollection") ||
	    json_object_get(value, "@graph"))
		return read_pages(walk, value);
	reader_pass(walk->reader, walk->item, webanno_type(value));
	return STATUS_OK;
}

/* Of a value that is no array of lines, a mistake says the item. */
enum status read_jsonld(struct reader *reader)
{
	struct walk walk = {.reader = reader};
	size_t mark = text_mark(reader->bytes, reader->n);
	json_t *root = json_read(reader->bytes + mark, reader->n - mark, 0, reader->mistake);
	if (!root)
		return STATUS_BAD_ANNOTATIONS;
	enum status status = read_value(&walk, root);
	reader->mistake->item = true;
	json_decref(root);
	return status;
}
