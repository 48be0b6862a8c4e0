/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What others write beside a highlight: labels and comments. */
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "import/reader.h"
#include "model/tagpath.h"

/* A slash that is no border between names. */
static const char division_slash[] = "\xE2\x88\x95";

char *reader_tag_path(const char *label)
{
	char *path = NULL;
	if (tagpath_tidy(label, &path, NULL) == STATUS_OK)
		return path;
	struct str name = STR_EMPTY;
	for (const char *c = label; *c; c++) {
		if (*c == '/')
			str_append_str(&name, division_slash);
		else
			str_append_char(&name, (unsigned char)*c < ' ' || *c == 0x7f ? ' ' : *c);
	}
	if (tagpath_tidy(str_cstr(&name), &path, NULL) != STATUS_OK)
		path = NULL;
	str_release(&name);
	return path;
}

char *reader_others_time(struct reader *reader, size_t line, const char *text)
{
	char *time = NULL;
	if (text && *text && !reader_time(text, &time))
		reader_pass(reader, line, text);
	return time;
}

enum status reader_give_highlight(struct reader *reader, const struct annotation *like)
{
	struct annotation a = *like;
	struct highlight *h = &a.row.highlight;
	h->exact = xstrdup_or_null(h->exact);
	h->prefix = xstrdup_or_null(h->prefix);
	h->suffix = xstrdup_or_null(h->suffix);
	h->anchor_state = xstrdup_or_null(h->anchor_state);
	h->coder = xstrdup_or_null(h->coder);
	h->created_at = xstrdup_or_null(h->created_at);
	h->updated_at = xstrdup_or_null(h->updated_at);
	a.target.sha256 = xstrdup_or_null(a.target.sha256);
	a.target.url = xstrdup_or_null(a.target.url);
	a.target.title = xstrdup_or_null(a.target.title);
	a.tag_path = xstrdup_or_null(a.tag_path);
	return reader_give(reader, &a);
}

static enum status give_tag(struct reader *reader, size_t line, const char *path)
{
	struct annotation a = {.kind = RECORD_tag, .line = line, .weak = true};
	a.row.tag.path = xstrdup(path);
	return reader_give(reader, &a);
}

enum status reader_give_tag(struct reader *reader, const struct annotation *like, const char *id,
			    char *path)
{
	const struct highlight *h = &like->row.highlight;
	struct annotation a = {.kind = RECORD_coding, .line = like->line, .tag_path = path};
	memcpy(a.row.coding.id, id, strlen(id) + 1);
	memcpy(a.row.coding.highlight, h->id, ID_SIZE);
	a.row.coding.coder = xstrdup_or_null(h->coder);
	a.row.coding.created_at = xstrdup_or_null(h->created_at);
	a.row.coding.updated_at = xstrdup_or_null(h->updated_at);
	enum status status = give_tag(reader, like->line, path);
	if (status == STATUS_OK)
		return reader_give(reader, &a);
	annotation_release(&a);
	return status;
}

enum status reader_give_note(struct reader *reader, const struct annotation *like, const char *id,
			     char *text)
{
	const struct highlight *h = &like->row.highlight;
	struct annotation a = {.kind = RECORD_note, .line = like->line};
	memcpy(a.row.note.id, id, strlen(id) + 1);
	memcpy(a.row.note.target, h->id, ID_SIZE);
	a.row.note.kind = NOTE_HIGHLIGHT;
	a.row.note.text = text;
	a.row.note.coder = xstrdup_or_null(h->coder);
	a.row.note.created_at = xstrdup_or_null(h->created_at);
	a.row.note.updated_at = xstrdup_or_null(h->updated_at);
	return reader_give(reader, &a);
}
