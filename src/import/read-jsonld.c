/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * W3C Web Annotation (REC-annotation-model-20170223), ours and others': annotations, alone, in
 * arrays, in collections and pages (5.1, 5.2).
 *
 * A target with a text selector is a highlight, its textual bodies are tags (purpose tagging,
 * classifying) and notes; what has no selector is about the whole of an article. Nothing is
 * fetched.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "import/csv.h"
#include "import/json-read.h"
#include "import/reader.h"

struct walk {
	struct reader *reader;
	size_t item; /* annotations so far */
};

/* One annotation: what its targets share. */
struct frame {
	const json_t *object;
	size_t item;
	char *made_id; /* what an annotation without an id is made from, or NULL */
	char *coder, *created_at, *updated_at;
};

static char *copy(const char *text)
{
	return text ? xstrdup(text) : NULL;
}

/* The value itself where it is no array, else its first; NULL: none. */
static const json_t *first(const json_t *value)
{
	return json_is_array(value) ? json_array_get(value, 0) : value;
}

/* JSON-LD says "id" or "@id", "type" or "@type". */
static const json_t *member(const json_t *object, const char *name, const char *at_name)
{
	const json_t *value = json_object_get(object, name);
	return value ? value : json_object_get(object, at_name);
}

static const char *id_of(const json_t *object)
{
	return json_string_value(member(object, "id", "@id"));
}

/* Whether `value`, a text or an array of them, has `text`. */
static bool has_text(const json_t *value, const char *text)
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

static bool is_a(const json_t *object, const char *type)
{
	return has_text(member(object, "type", "@type"), type);
}

static const char *type_of(const json_t *object)
{
	const char *type = json_string_value(first(member(object, "type", "@type")));
	return type ? type : "?";
}

/* Who: an agent's name, else its nickname, else where it is known (3.3.1). */
static const char *name_of(const json_t *agent)
{
	if (json_is_string(agent))
		return json_string_value(agent);
	const char *name = json_string_value(first(json_object_get(agent, "name")));
	if (!name)
		name = json_member_text(agent, "nickname");
	return name ? name : id_of(agent);
}

static enum status read_offset(const struct walk *walk, const json_t *selector, const char *name,
			       size_t *out)
{
	const json_t *value = json_object_get(selector, name);
	json_int_t number = json_integer_value(value);
	if (!json_is_integer(value) || number < 0 || (uint64_t)number > SIZE_MAX)
		return mistake_of(walk->reader->mistake, MISTAKE_NO_NUMBER, walk->item, name);
	*out = (size_t)number;
	return STATUS_OK;
}

static void replace(char **field, const char *text)
{
	char *fresh = copy(text);
	free(*field);
	*field = fresh;
}

/* 4.2.4 Text Quote Selector, 4.2.5 Text Position Selector; what it is refined by says more (4.2.9). */
static enum status read_selector(const struct walk *walk, const json_t *selector,
				 struct highlight *h, bool *usable)
{
	enum status status = STATUS_OK;
	if (is_a(selector, "TextPositionSelector")) {
		*usable = true;
		status = read_offset(walk, selector, "start", &h->range.start_cp);
		if (status == STATUS_OK)
			status = read_offset(walk, selector, "end", &h->range.end_cp);
	} else if (is_a(selector, "TextQuoteSelector")) {
		const char *exact = json_member_text(selector, "exact");
		if (!exact || !*exact)
			return mistake_of(walk->reader->mistake, MISTAKE_MISSING, walk->item,
					  "exact");
		*usable = true;
		replace(&h->exact, exact);
		replace(&h->prefix, json_member_text(selector, "prefix"));
		replace(&h->suffix, json_member_text(selector, "suffix"));
	}
	return status;
}

static enum status read_selectors(const struct walk *walk, const json_t *selector,
				  struct highlight *h, bool *usable)
{
	enum status status = STATUS_OK;
	if (json_is_object(selector))
		status = read_selector(walk, selector, h, usable);
	for (size_t i = 0; i < json_array_size(selector) && status == STATUS_OK; i++)
		status = read_selectors(walk, json_array_get(selector, i), h, usable);
	const json_t *refined = json_object_get(selector, "refinedBy");
	if (status == STATUS_OK && refined)
		status = read_selectors(walk, refined, h, usable);
	return status;
}

/* The article: an IRI, or an object with one and perhaps a title. */
static void read_source(const json_t *source, struct annotation_target *target)
{
	const char *iri = json_is_string(source) ? json_string_value(source) : id_of(source);
	const char *title = json_member_text(source, "title");
	if (iri) {
		reader_id(iri, target->id);
		replace(&target->url, iri);
	}
	replace(&target->title, title ? title : iri);
}

/* Which text it was: a state of ours beside the source. */
static void read_state(const json_t *state, struct annotation_target *target)
{
	const char *sha256 = json_member_text(first(state), "sha256");
	if (sha256)
		replace(&target->sha256, sha256);
}

static enum status give_article_note(struct walk *walk, const struct frame *frame,
				     const struct annotation *target, char *text)
{
	struct annotation a = {.kind = RECORD_note, .line = frame->item};
	a.row.note.kind = NOTE_ARTICLE;
	a.row.note.text = text;
	a.row.note.coder = copy(frame->coder);
	a.row.note.created_at = copy(frame->created_at);
	a.row.note.updated_at = copy(frame->updated_at);
	memcpy(a.target.id, target->target.id, ID_SIZE);
	a.target.sha256 = copy(target->target.sha256);
	a.target.url = copy(target->target.url);
	a.target.title = copy(target->target.title);
	return reader_give(walk->reader, &a);
}

/* The text of a body; NULL where it is something else than text. */
static const char *body_text(const json_t *body)
{
	if (!json_is_object(body) || json_object_get(body, "source"))
		return NULL;
	const char *value = json_member_text(body, "value");
	return value ? value : json_member_text(body, "chars");
}

static bool is_tag(const json_t *body, const json_t *annotation)
{
	const json_t *purpose = json_object_get(body, "purpose");
	if (!purpose)
		purpose = json_object_get(annotation, "motivation");
	return has_text(purpose, "tagging") || has_text(purpose, "classifying");
}

/* One coder has one note on a thing: comments are put below each other. */
static void add_comment(struct str *note, const char *text)
{
	if (note->len && *text)
		str_append_str(note, "\n\n");
	str_append_str(note, text);
}

static enum status read_body(struct walk *walk, const struct frame *frame, const json_t *body,
			     const struct annotation *target, bool whole, struct str *note)
{
	const char *text = body_text(body);
	char *path;
	if (!text) {
		reader_pass(walk->reader, frame->item,
			    json_is_string(body) ? json_string_value(body) : type_of(body));
		return STATUS_OK;
	}
	if (!is_tag(body, frame->object)) {
		add_comment(note, text);
		return STATUS_OK;
	}
	path = whole ? NULL : reader_tag_path(text);
	if (path)
		return reader_give_tag(walk->reader, target, path);
	reader_pass(walk->reader, frame->item, text);
	return STATUS_OK;
}

static enum status read_bodies(struct walk *walk, const struct frame *frame,
			       const struct annotation *target, bool whole)
{
	const json_t *body = json_object_get(frame->object, "body");
	const char *value = json_member_text(frame->object, "bodyValue");
	size_t n = json_is_array(body) ? json_array_size(body) : body != NULL;
	struct str note = STR_EMPTY;
	enum status status = STATUS_OK;
	for (size_t i = 0; i < n && status == STATUS_OK; i++)
		status = read_body(walk, frame, json_is_array(body) ? json_array_get(body, i) : body,
				   target, whole, &note);
	if (value)
		add_comment(&note, value);
	if (status == STATUS_OK && note.len)
		status = whole ? give_article_note(walk, frame, target, str_take(&note))
			       : reader_give_note(walk->reader, target, str_take(&note));
	str_release(&note);
	return status;
}

/* Its own id where it has one target, else one for each. */
static void make_id(const struct frame *frame, size_t index, size_t n, char out[ID_SIZE])
{
	const char *id = id_of(frame->object);
	char number[32];
	snprintf(number, sizeof number, "%zu", index);
	if (id && n == 1)
		reader_id(id, out);
	else
		reader_make_id(out, id ? id : frame->made_id, number, NULL);
}

static enum status give_target(struct walk *walk, const struct frame *frame, const json_t *target,
			       struct annotation *a)
{
	const json_t *selector = json_object_get(target, "selector");
	bool usable = false, specific = json_object_get(target, "source") != NULL;
	read_source(specific ? json_object_get(target, "source") : target, &a->target);
	read_state(json_object_get(target, "state"), &a->target);
	enum status status = read_selectors(walk, selector, &a->row.highlight, &usable);
	if (status == STATUS_OK && selector && !usable) {
		reader_pass(walk->reader, frame->item, type_of(first(selector)));
		return STATUS_OK;
	}
	if (status == STATUS_OK && selector)
		status = reader_give_highlight(walk->reader, a);
	return status == STATUS_OK ? read_bodies(walk, frame, a, !selector) : status;
}

static enum status read_target(struct walk *walk, const struct frame *frame, size_t index,
			       size_t n, const json_t *target)
{
	struct annotation a = {.kind = RECORD_highlight, .line = frame->item};
	struct highlight *h = &a.row.highlight;
	make_id(frame, index, n, h->id);
	h->coder = copy(frame->coder);
	h->created_at = copy(frame->created_at);
	h->updated_at = copy(frame->updated_at);
	enum status status = give_target(walk, frame, target, &a);
	annotation_release(&a);
	return status;
}

static enum status read_targets(struct walk *walk, const struct frame *frame)
{
	const json_t *target = json_object_get(frame->object, "target");
	size_t n = json_is_array(target) ? json_array_size(target) : target != NULL;
	enum status status = STATUS_OK;
	if (n == 0)
		return mistake_of(walk->reader->mistake, MISTAKE_MISSING, frame->item, "target");
	for (size_t i = 0; i < n && status == STATUS_OK; i++)
		status = read_target(walk, frame, i, n,
				     json_is_array(target) ? json_array_get(target, i) : target);
	return status;
}

static enum status read_annotation(struct walk *walk, const json_t *object)
{
	struct frame frame = {.object = object, .item = ++walk->item};
	const char *created = json_member_text(object, "created");
	const char *modified = json_member_text(object, "modified");
	if (!id_of(object)) {
		char *dump = json_dumps(object, JSON_COMPACT | JSON_SORT_KEYS);
		frame.made_id = xstrdup(dump ? dump : "");
		free(dump);
	}
	frame.coder = copy(name_of(first(json_object_get(object, "creator"))));
	frame.created_at = reader_others_time(walk->reader, frame.item, created);
	frame.updated_at =
		reader_others_time(walk->reader, frame.item, modified ? modified : created);
	enum status status = read_targets(walk, &frame);
	free(frame.made_id);
	free(frame.coder);
	free(frame.created_at);
	free(frame.updated_at);
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
	if (is_a(value, "Annotation") || is_a(value, "oa:Annotation"))
		return read_annotation(walk, value);
	if (is_a(value, "AnnotationPage") || is_a(value, "AnnotationCollection") ||
	    json_object_get(value, "@graph"))
		return read_pages(walk, value);
	reader_pass(walk->reader, walk->item, type_of(value));
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
