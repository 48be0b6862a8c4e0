/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/language.h"

#include <assert.h>
#include <stddef.h>
#include <strings.h>

static const char *const tags[LANGUAGE_COUNT] = {
	[LANGUAGE_OTHER] = "und",
#define LANGUAGE(name, tag) [LANGUAGE_##name] = tag,
#include "compare/language.def"
};

const char *language_tag(enum language language)
{
	assert(language < LANGUAGE_COUNT);
	return tags[language];
}

enum language language_of_tag(const char *tag)
{
	for (enum language i = LANGUAGE_OTHER + 1; tag && i < LANGUAGE_COUNT; i++)
		if (strncasecmp(tag, tags[i], 2) == 0 && (tag[2] == 0 || tag[2] == '-'))
			return i;
	return LANGUAGE_OTHER;
}
