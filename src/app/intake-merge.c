/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "app/intake.h"
#include "base/xalloc.h"

static const char *text_of(const void *row, const struct record_member *member)
{
	const char *text = row ? *record_text((void *)row, member) : NULL;
	return text ? text : "";
}

void intake_fill(enum record_kind kind, void *row, const void *there)
{
	size_t n;
	const struct record_member *members = record_members(kind, &n);
	for (size_t i = 0; i < n; i++) {
		if (members[i].form != MEMBER_TEXT)
			continue;
		char **field = record_text(row, &members[i]);
		if (!*field)
			*field = xstrdup(text_of(there, &members[i]));
	}
}

/* Who and when is not what a row says. */
static bool is_provenance(const char *name)
{
	static const char *const names[] = {"id", "number", "coder", "created_at", "updated_at"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

static size_t size_of(enum member_form form)
{
	switch (form) {
	case MEMBER_NUMBER:
		return sizeof(int64_t);
	case MEMBER_OFFSET:
		return sizeof(size_t);
	case MEMBER_DIR:
		return sizeof(enum text_dir);
	default:
		return sizeof(enum note_target);
	}
}

static bool same_member(const struct record_member *member, const void *a, const void *b)
{
	const char *x = (const char *)a + member->offset, *y = (const char *)b + member->offset;
	if (member->form == MEMBER_TEXT)
		return strcmp(text_of(a, member), text_of(b, member)) == 0;
	if (member->form == MEMBER_ID)
		return strcmp(x, y) == 0;
	return memcmp(x, y, size_of(member->form)) == 0;
}

bool intake_same(enum record_kind kind, const void *a, const void *b)
{
	size_t n;
	const struct record_member *members = record_members(kind, &n);
	for (size_t i = 0; i < n; i++)
		if (!is_provenance(members[i].name) && !same_member(&members[i], a, b))
			return false;
	return true;
}
