/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "annotations.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "model/id.h"
#include "model/instant.h"
#include "model/tagpath.h"

static const char *check_path(const char *path)
{
	char *tidy = NULL;
	bool is_tidy = tagpath_tidy(path, &tidy, NULL) == STATUS_OK && strcmp(tidy, path) == 0;
	free(tidy);
	return is_tidy ? NULL : "a path of a tag is not tidy";
}

static const char *check_text(const struct record_member *member, const char *text)
{
	char stored[TIME_SIZE];
	if (!utf8_check(text, strlen(text), NULL))
		return "a text is not UTF-8";
	if (strcmp(member->name, "created_at") != 0 && strcmp(member->name, "updated_at") != 0)
		return NULL;
	if (*text && (!instant_parse(text, stored) || strcmp(stored, text) != 0))
		return "a time has not the stored form";
	return NULL;
}

static const char *check_member(struct annotation *a, const struct record_member *member)
{
	const char *field = (const char *)&a->row + member->offset;
	if (member->form == MEMBER_ID && *field && !id_is_valid(field))
		return "an id is no UUID";
	if (member->form == MEMBER_TEXT && *record_text(&a->row, member))
		return check_text(member, *record_text(&a->row, member));
	return NULL;
}

static const char *check(struct annotation *a)
{
	size_t n;
	const struct record_member *members = record_members(a->kind, &n);
	const char *wrong = a->line == 0 ? "a thing stands in no line" : NULL;
	for (size_t i = 0; i < n && !wrong; i++)
		wrong = check_member(a, &members[i]);
	if (!wrong && a->target.id[0] && !id_is_valid(a->target.id))
		wrong = "the id of a target is no UUID";
	if (!wrong && a->tag_path)
		wrong = check_path(a->tag_path);
	if (!wrong && a->kind == RECORD_tag)
		wrong = check_path(a->row.tag.path);
	if (!wrong && a->kind == RECORD_highlight &&
	    a->row.highlight.range.start_cp > a->row.highlight.range.end_cp)
		wrong = "a range ends before it starts";
	if (!wrong && a->text && (strlen(a->text) != a->n_text || strchr(a->text, '\r')))
		wrong = "a text is not in its stored form";
	return wrong;
}

static enum status take(void *self, struct annotation *a, struct fault *f)
{
	const char **wrong = self;
	(void)f;
	if (!*wrong)
		*wrong = check(a);
	return STATUS_OK;
}

static void pass(void *self, size_t line, const char *what)
{
	const char **wrong = self;
	(void)line;
	if (!*wrong && !utf8_check(what, strlen(what), NULL))
		*wrong = "the name of something passed over is not UTF-8";
}

const char *annotations_hold(const uint8_t *bytes, size_t n, enum annotation_format format)
{
	const char *wrong = NULL;
	struct mistake mistake = MISTAKE_NONE;
	struct annotation_sink sink = {.take = take, .pass = pass, .self = &wrong};
	enum status status = annotations_parse((const char *)bytes, n, "fuzz", format, &sink,
					       &mistake, NULL);
	bool told = mistake.kind < N_MISTAKES && (mistake.line > 0 || mistake.item);
	if (!wrong && status == STATUS_BAD_ANNOTATIONS && !told)
		wrong = "a refusal says no mistake or no place";
	if (!wrong && status != STATUS_BAD_ANNOTATIONS && mistake.kind < N_MISTAKES)
		wrong = "a mistake is no refusal";
	mistake_release(&mistake);
	return wrong;
}
