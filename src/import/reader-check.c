/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row has to be before anybody looks whether it fits: forms and values, whatever the file. */
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "import/reader.h"
#include "model/fields.h"
#include "model/id.h"
#include "model/tagpath.h"
#include "model/vocabulary.h"

static enum status refuse(struct reader *reader, const struct annotation *a,
			  enum mistake_kind kind, const char *name)
{
	return mistake_of(reader->mistake, kind, a->line, name);
}

static bool is_empty(const char *text)
{
	return !text || !*text;
}

static bool is_one_of(const char *text, const char *const *values)
{
	for (; *values; values++)
		if (strcmp(text, *values) == 0)
			return true;
	return false;
}

/* Other rows that it hangs on have to be named, in one of the ways there are. */
static bool may_be_empty(const struct annotation *a, const char *name)
{
	const struct annotation_target *target = &a->target;
	if (strcmp(name, "id") == 0 || strcmp(name, "version_of") == 0)
		return true;
	if (strcmp(name, "tag") == 0)
		return a->tag_path;
	bool has_target = target->id[0] || !is_empty(target->sha256) || !is_empty(target->url) ||
			  !is_empty(target->title);
	if (strcmp(name, "article") == 0)
		return has_target;
	if (strcmp(name, "target") == 0)
		return a->row.note.kind == NOTE_PROJECT || a->tag_path ||
		       (a->row.note.kind == NOTE_ARTICLE && has_target);
	return false;
}

static enum status check_member(struct reader *reader, struct annotation *a,
				const struct record_member *member)
{
	char *field = (char *)&a->row + member->offset;
	if (member->form == MEMBER_ID && !*field && !may_be_empty(a, member->name))
		return refuse(reader, a, MISTAKE_MISSING, member->name);
	if (strcmp(member->name, "created_at") != 0 && strcmp(member->name, "updated_at") != 0)
		return STATUS_OK;
	char **time = record_text(&a->row, member);
	if (*time && !reader_time(*time, time))
		return refuse(reader, a, MISTAKE_NO_TIME, member->name);
	return STATUS_OK;
}

static enum status check_article(struct reader *reader, struct annotation *a)
{
	static const char *const names[] = {
		[FIELD_DATE] = "published_at", [FIELD_URL] = "url", [FIELD_LANG] = "lang"};
	const struct article *article = &a->row.article;
	enum article_field bad;
	if (fields_check(article, &bad, NULL) != STATUS_OK)
		return refuse(reader, a, MISTAKE_NO_VALUE, names[bad]);
	if (is_empty(article->sha256))
		return STATUS_OK;
	char id[ID_SIZE];
	if (strlen(article->sha256) != SHA256_HEX_SIZE - 1 ||
	    article->sha256[strspn(article->sha256, "0123456789abcdef")])
		return refuse(reader, a, MISTAKE_NO_DIGEST, "sha256");
	id_of_text(article->sha256, id);
	if (article->id[0] && strcmp(id, article->id) != 0)
		return refuse(reader, a, MISTAKE_NO_DIGEST, "sha256");
	return STATUS_OK;
}

/* Puts the tidy form of `*path` in its place. */
static enum status check_path(struct reader *reader, const struct annotation *a, char **path)
{
	char *tidy = NULL;
	if (tagpath_tidy(*path, &tidy, NULL) != STATUS_OK)
		return refuse(reader, a, MISTAKE_NO_TAG, *path);
	free(*path);
	*path = tidy;
	return STATUS_OK;
}

static enum status check_highlight(struct reader *reader, struct annotation *a)
{
	static const char *const states[] = {"", "exact", "moved", "orphan", NULL};
	const struct highlight *h = &a->row.highlight;
	if (h->anchor_state && !is_one_of(h->anchor_state, states))
		return refuse(reader, a, MISTAKE_NO_VALUE, h->anchor_state);
	if (h->range.start_cp > h->range.end_cp)
		return refuse(reader, a, MISTAKE_RANGE, NULL);
	if (h->range.start_cp == h->range.end_cp && is_empty(h->exact))
		return refuse(reader, a, MISTAKE_MISSING, "exact");
	return STATUS_OK;
}

static enum status check_mention(struct reader *reader, struct annotation *a)
{
	const struct mention *mention = &a->row.mention;
	if (!is_empty(mention->attribution) &&
	    !vocabulary_find(VOCABULARY_ATTRIBUTION, mention->attribution))
		return refuse(reader, a, MISTAKE_NO_VALUE, mention->attribution);
	if (!is_empty(mention->certainty) &&
	    !vocabulary_find(VOCABULARY_CERTAINTY, mention->certainty))
		return refuse(reader, a, MISTAKE_NO_VALUE, mention->certainty);
	return STATUS_OK;
}

static enum status check_row(struct reader *reader, struct annotation *a)
{
	switch (a->kind) {
	case RECORD_article:
		return check_article(reader, a);
	case RECORD_tag:
		return a->row.tag.path ? check_path(reader, a, &a->row.tag.path)
				       : refuse(reader, a, MISTAKE_MISSING, "path");
	case RECORD_highlight:
		return check_highlight(reader, a);
	case RECORD_claim:
		return is_empty(a->row.claim.statement)
			       ? refuse(reader, a, MISTAKE_MISSING, "statement")
			       : STATUS_OK;
	case RECORD_mention:
		return check_mention(reader, a);
	case RECORD_coverage:
		return is_empty(a->row.coverage.state) ||
				       strcmp(a->row.coverage.state, "absent") != 0
			       ? refuse(reader, a, MISTAKE_NO_VALUE, "state")
			       : STATUS_OK;
	case RECORD_relation:
		return is_empty(a->row.relation.kind) ||
				       !vocabulary_find(VOCABULARY_RELATION, a->row.relation.kind)
			       ? refuse(reader, a, MISTAKE_NO_VALUE, "kind")
			       : STATUS_OK;
	case RECORD_note:
		return is_empty(a->row.note.text) ? refuse(reader, a, MISTAKE_MISSING, "text")
						  : STATUS_OK;
	default:
		return STATUS_OK;
	}
}

enum status reader_check(struct reader *reader, struct annotation *a)
{
	size_t n;
	const struct record_member *members = record_members(a->kind, &n);
	enum status status = STATUS_OK;
	for (size_t i = 0; i < n && status == STATUS_OK; i++)
		status = check_member(reader, a, &members[i]);
	if (status == STATUS_OK && a->tag_path)
		status = check_path(reader, a, &a->tag_path);
	return status == STATUS_OK ? check_row(reader, a) : status;
}
