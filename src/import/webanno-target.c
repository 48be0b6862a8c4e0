/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a Web Annotation is about: the article, and the place in it. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "import/webanno.h"

static enum status read_offset(const struct webanno *anno, const json_t *selector, const char *name,
			       size_t *out)
{
	const json_t *value = json_object_get(selector, name);
	json_int_t number = json_integer_value(value);
	if (!json_is_integer(value) || number < 0 || (uint64_t)number > SIZE_MAX)
		return mistake_of(anno->reader->mistake, MISTAKE_NO_NUMBER, anno->item, name);
	*out = (size_t)number;
	return STATUS_OK;
}

static void replace(char **field, const char *text)
{
	char *fresh = webanno_copy(text);
	free(*field);
	*field = fresh;
}

/* 4.2.4, 4.2.5: quote and position; what a selector is refined by says more (4.2.9). */
static enum status read_selector(const struct webanno *anno, const json_t *selector,
				 struct highlight *h, bool *usable)
{
	enum status status = STATUS_OK;
	if (webanno_is_a(selector, "TextPositionSelector")) {
		*usable = true;
		status = read_offset(anno, selector, "start", &h->range.start_cp);
		if (status == STATUS_OK)
			status = read_offset(anno, selector, "end", &h->range.end_cp);
	} else if (webanno_is_a(selector, "TextQuoteSelector")) {
		const char *exact = json_member_text(selector, "exact");
		if (!exact || !*exact)
			return mistake_of(anno->reader->mistake, MISTAKE_MISSING, anno->item,
					  "exact");
		*usable = true;
		replace(&h->exact, exact);
		replace(&h->prefix, json_member_text(selector, "prefix"));
		replace(&h->suffix, json_member_text(selector, "suffix"));
	}
	return status;
}

static enum status read_selectors(const struct webanno *anno, const json_t *selector,
				  struct highlight *h, bool *usable)
{
	enum status status = STATUS_OK;
	if (json_is_object(selector))
		status = read_selector(anno, selector, h, usable);
	for (size_t i = 0; i < json_array_size(selector) && status == STATUS_OK; i++)
		status = read_selectors(anno, json_array_get(selector, i), h, usable);
	const json_t *refined = json_object_get(selector, "refinedBy");
	if (status == STATUS_OK && refined)
		status = read_selectors(anno, refined, h, usable);
	return status;
}

/*
 * The article: an IRI, or an object with one. In ours the IRI is the article's id, its address and
 * title stand beside it.
 */
static void read_source(const json_t *source, struct annotation_target *target)
{
	const char *iri = json_is_string(source) ? json_string_value(source) : webanno_id(source);
	const char *title = json_member_text(source, "dcterms:title");
	const char *address = json_member_text(source, "dcterms:source");
	if (!title)
		title = json_member_text(source, "title");
	if (iri)
		reader_id(iri, target->id);
	replace(&target->url, address ? address : iri);
	replace(&target->title, title ? title : iri);
}

/* Which text it was: ours says its digest (RFC 6920, 7) as where the state is kept (4.3.1). */
static void read_state(const json_t *state, struct annotation_target *target)
{
	static const char nih[] = "nih:sha-256;";
	const json_t *cached = webanno_first(json_object_get(webanno_first(state), "cached"));
	const char *name = json_string_value(cached);
	if (name && strncmp(name, nih, sizeof nih - 1) == 0)
		replace(&target->sha256, name + sizeof nih - 1);
}

/* The target's own id is the highlight's; else the annotation's where it has one target. */
static void make_id(const struct webanno *anno, const json_t *target, size_t index, size_t n,
		    char out[ID_SIZE])
{
	const char *id = webanno_id(anno->object);
	char number[32];
	snprintf(number, sizeof number, "%zu", index);
	if (json_object_get(target, "source") && reader_uuid(webanno_id(target), out))
		return;
	if (id && n == 1)
		reader_id(id, out);
	else
		reader_make_id(out, id ? id : anno->made_id, number, NULL);
}

/* Annotations on one highlight of ours follow each other: it is given once. */
static enum status give_highlight(struct webanno *anno, const struct annotation *a,
				  char latest[ID_SIZE])
{
	if (strcmp(latest, a->row.highlight.id) == 0)
		return STATUS_OK;
	memcpy(latest, a->row.highlight.id, ID_SIZE);
	return reader_give_highlight(anno->reader, a);
}

static enum status give(struct webanno *anno, const json_t *target, struct annotation *a,
			char latest[ID_SIZE])
{
	const json_t *selector = json_object_get(target, "selector");
	const json_t *source = json_object_get(target, "source");
	bool usable = false;
	read_source(source ? source : target, &a->target);
	read_state(json_object_get(target, "state"), &a->target);
	enum status status = read_selectors(anno, selector, &a->row.highlight, &usable);
	if (status == STATUS_OK && selector && !usable) {
		reader_pass(anno->reader, anno->item, webanno_type(webanno_first(selector)));
		return STATUS_OK;
	}
	if (status == STATUS_OK && selector)
		status = give_highlight(anno, a, latest);
	return status == STATUS_OK ? webanno_give_bodies(anno, a, !selector) : status;
}

enum status webanno_give_target(struct webanno *anno, const json_t *target, size_t index, size_t n,
				char latest[ID_SIZE])
{
	struct annotation a = {.kind = RECORD_highlight, .line = anno->item};
	struct highlight *h = &a.row.highlight;
	make_id(anno, target, index, n, h->id);
	a.borrowed = strcmp(h->id, anno->own) != 0;
	h->coder = webanno_copy(anno->coder);
	h->created_at = webanno_copy(anno->created_at);
	h->updated_at = webanno_copy(anno->updated_at);
	enum status status = give(anno, target, &a, latest);
	annotation_release(&a);
	return status;
}
