/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/record.h"

#include <string.h>

static const struct record_member members[] = {
#define MEMBER(kind, member, form, field) \
	{RECORD_##kind, #member, MEMBER_##form, offsetof(struct kind, field)},
#include "import/record.def"
#undef MEMBER
};

enum { N_MEMBERS = sizeof members / sizeof *members };

static const char *const names[N_RECORDS] = {
	[RECORD_property] = "property",
	[RECORD_article] = "article",
	[RECORD_tag] = "tag",
	[RECORD_highlight] = "highlight",
	[RECORD_coding] = "coding",
	[RECORD_claim] = "claim",
	[RECORD_mention] = "mention",
	[RECORD_coverage] = "coverage",
	[RECORD_relation] = "relation",
	[RECORD_note] = "note",
};

/* The index of `name` among `n` names; `n` where it is none of them. */
static size_t find(const char *const *among, size_t n, const char *name)
{
	size_t i = 0;
	while (i < n && strcmp(among[i], name) != 0)
		i++;
	return i;
}

const char *record_name(enum record_kind kind)
{
	return names[kind];
}

bool record_parse(const char *name, enum record_kind *out)
{
	size_t i = find(names, N_RECORDS, name);
	if (i < N_RECORDS)
		*out = (enum record_kind)i;
	return i < N_RECORDS;
}

const struct record_member *record_members(enum record_kind kind, size_t *n)
{
	size_t first = 0, end;
	while (members[first].kind != kind)
		first++;
	for (end = first; end < N_MEMBERS && members[end].kind == kind;)
		end++;
	*n = end - first;
	return members + first;
}

char **record_text(void *row, const struct record_member *member)
{
	return (char **)(void *)((char *)row + member->offset);
}
