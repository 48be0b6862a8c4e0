/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/act.h"

#include <string.h>

#include "app/i18n.h"
#include "app/words.h"

static const struct kind {
	const char *name;
	const char *one, *many; /* `many` NULL: not about a number */
} kinds[] = {
#define ACT(name, ...) [ACT_##name] = {__VA_ARGS__},
#include "app/act.def"
#undef ACT
};

const char *act_name(enum act_kind kind)
{
	return kinds[kind].name;
}

static const struct kind *find(const char *name)
{
	for (size_t i = 0; i < N_ACT_KINDS; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return &kinds[i];
	return NULL;
}

/* A file may have any number. */
static size_t count_of(const struct act *act)
{
	return act->n > 0 ? (size_t)act->n : 0;
}

char *act_words(const struct act *act)
{
	const struct kind *kind = find(act->what);
	size_t n = count_of(act);
	if (!kind)
		return words_format("%s", act->subject);
	if (kind->many)
		return words_translated(ngettext(kind->one, kind->many, n), kind->many, n,
					act->subject, act->object);
	return words_translated(_(kind->one), kind->one, act->subject, act->object);
}
