/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a Web Annotation says of its target: tags, comments, and, in ours, claims. */
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "import/webanno.h"

/* The prefix of members that are ours alone. */
#define OURS "urn:x-hashiya:"

static void copy_target(struct annotation *a, const struct annotation *like)
{
	memcpy(a->target.id, like->target.id, ID_SIZE);
	a->target.sha256 = webanno_copy(like->target.sha256);
	a->target.url = webanno_copy(like->target.url);
	a->target.title = webanno_copy(like->target.title);
}

/* On an article; what is none may be a claim or a tag (intake.c looks). */
static enum status give_article_note(struct webanno *anno, const struct annotation *target,
				     const char *id, char *text)
{
	struct annotation a = {.kind = RECORD_note, .line = anno->item};
	memcpy(a.row.note.id, id, strlen(id) + 1);
	a.row.note.kind = NOTE_ARTICLE;
	a.row.note.text = text;
	a.row.note.coder = webanno_copy(anno->coder);
	a.row.note.created_at = webanno_copy(anno->created_at);
	a.row.note.updated_at = webanno_copy(anno->updated_at);
	copy_target(&a, target);
	return reader_give(anno->reader, &a);
}

/* The text of a body; NULL where it is something else than text. */
static const char *body_text(const json_t *body)
{
	if (!json_is_object(body) || json_object_get(body, "source"))
		return NULL;
	const char *value = json_member_text(body, "value");
	return value ? value : json_member_text(body, "chars");
}

/* 3.3.5: a body's own purpose wins over the annotation's motivation. */
static bool is_for(const json_t *body, const json_t *annotation, const char *purpose)
{
	const json_t *own = json_object_get(body, "purpose");
	return webanno_has(own ? own : json_object_get(annotation, "motivation"), purpose);
}

/* What the bodies are taken for while they are read. */
struct bodies {
	struct webanno *anno;
	const struct annotation *target;
	const char *id; /* of the one tag or note that the annotation is; "" where there are more */
	bool whole;
	struct str note;
};

/* One coder has one note on a thing: comments are put below each other. */
static void add_comment(struct str *note, const char *text)
{
	if (note->len && *text)
		str_append_str(note, "\n\n");
	str_append_str(note, text);
}

static enum status read_body(struct bodies *bodies, const json_t *body)
{
	struct webanno *anno = bodies->anno;
	const char *text = body_text(body);
	char *path = NULL;
	if (!text) {
		reader_pass(anno->reader, anno->item,
			    json_is_string(body) ? json_string_value(body) : webanno_type(body));
		return STATUS_OK;
	}
	if (!is_for(body, anno->object, "tagging") && !is_for(body, anno->object, "classifying")) {
		add_comment(&bodies->note, text);
		return STATUS_OK;
	}
	path = bodies->whole ? NULL : reader_tag_path(text);
	if (path)
		return reader_give_tag(anno->reader, bodies->target, bodies->id, path);
	reader_pass(anno->reader, anno->item, text);
	return STATUS_OK;
}

static enum status give_note(struct bodies *bodies)
{
	char *text = str_take(&bodies->note);
	return bodies->whole
		       ? give_article_note(bodies->anno, bodies->target, bodies->id, text)
		       : reader_give_note(bodies->anno->reader, bodies->target, bodies->id, text);
}

/* An annotation, or an array of them: its `i`-th. */
static const json_t *nth(const json_t *body, size_t i)
{
	return json_is_array(body) ? json_array_get(body, i) : body;
}

static size_t count(const json_t *body)
{
	return json_is_array(body) ? json_array_size(body) : body != NULL;
}

/* The body with that purpose; NULL where there is none. */
static const json_t *body_for(const json_t *body, const char *purpose)
{
	for (size_t i = 0; i < count(body); i++)
		if (webanno_has(json_object_get(nth(body, i), "purpose"), purpose))
			return nth(body, i);
	return NULL;
}

static enum status give_claim(struct webanno *anno, const json_t *body, const char *id)
{
	struct annotation a = {.kind = RECORD_claim, .line = anno->item, .weak = true};
	memcpy(a.row.claim.id, id, ID_SIZE);
	a.row.claim.statement = webanno_copy(body_text(body));
	a.row.claim.lang = webanno_copy(json_member_text(body, "language"));
	a.row.claim.coder = webanno_copy(anno->coder);
	return reader_give(anno->reader, &a);
}

static enum status give_mention(struct webanno *anno, const struct annotation *target,
				const char *claim, const char *stance)
{
	struct annotation a = {.kind = RECORD_mention, .line = anno->item};
	struct mention *row = &a.row.mention;
	memcpy(row->id, anno->own, ID_SIZE);
	memcpy(row->claim, claim, ID_SIZE);
	memcpy(row->highlight, target->row.highlight.id, ID_SIZE);
	row->stance = webanno_copy(stance);
	row->stance_scheme = webanno_copy(json_member_text(anno->object, OURS "stance_scheme"));
	row->attribution = webanno_copy(json_member_text(anno->object, OURS "attribution"));
	row->speaker = webanno_copy(json_member_text(anno->object, OURS "speaker"));
	row->certainty = webanno_copy(json_member_text(anno->object, OURS "certainty"));
	row->coder = webanno_copy(anno->coder);
	row->created_at = webanno_copy(anno->created_at);
	row->updated_at = webanno_copy(anno->updated_at);
	return reader_give(anno->reader, &a);
}

/* "I looked; this article does not say it." */
static enum status give_absent(struct webanno *anno, const struct annotation *target,
			       const char *claim, const char *state)
{
	struct annotation a = {.kind = RECORD_coverage, .line = anno->item};
	struct coverage *row = &a.row.coverage;
	memcpy(row->id, anno->own, ID_SIZE);
	memcpy(row->claim, claim, ID_SIZE);
	row->state = webanno_copy(state);
	row->coder = webanno_copy(anno->coder);
	row->created_at = webanno_copy(anno->created_at);
	row->updated_at = webanno_copy(anno->updated_at);
	copy_target(&a, target);
	return reader_give(anno->reader, &a);
}

/* Ours: a claim, by its id, and the stance to it; of a whole article, that it is absent. */
static bool is_link(const json_t *linked, const char *stance, bool whole, char claim[ID_SIZE])
{
	return linked && body_text(linked) && reader_uuid(webanno_id(linked), claim) &&
	       (!whole || (stance && strcmp(stance, "absent") == 0));
}

static enum status give_link(struct webanno *anno, const struct annotation *target, bool whole,
			     const json_t *linked, const char *claim, const char *stance)
{
	enum status status = give_claim(anno, linked, claim);
	if (status != STATUS_OK)
		return status;
	return whole ? give_absent(anno, target, claim, stance)
		     : give_mention(anno, target, claim, stance);
}

enum status webanno_give_bodies(struct webanno *anno, const struct annotation *target, bool whole)
{
	const json_t *body = json_object_get(anno->object, "body");
	const json_t *linked = body_for(body, "linking");
	const char *stance = body_text(body_for(body, "assessing"));
	const char *value = json_member_text(anno->object, "bodyValue");
	char claim[ID_SIZE];
	if (is_link(linked, stance, whole, claim))
		return give_link(anno, target, whole, linked, claim, stance);
	bool single = count(body) + (value != NULL) == 1 &&
		      (whole || strcmp(anno->own, target->row.highlight.id) != 0);
	struct bodies bodies = {
		.anno = anno, .target = target, .id = single ? anno->own : "", .whole = whole};
	enum status status = STATUS_OK;
	for (size_t i = 0; i < count(body) && status == STATUS_OK; i++)
		status = read_body(&bodies, nth(body, i));
	if (value)
		add_comment(&bodies.note, value);
	if (status == STATUS_OK && bodies.note.len)
		status = give_note(&bodies);
	str_release(&bodies.note);
	return status;
}
