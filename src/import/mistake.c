/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mistake.h"

#include <stdlib.h>

#include "base/xalloc.h"

#define N_(text) text

enum status mistake_of(struct mistake *mistake, enum mistake_kind kind, size_t line,
		       const char *name)
{
	char *copy = name ? xstrdup(name) : NULL;
	mistake_release(mistake);
	*mistake = (struct mistake){.kind = kind, .line = line, .name = copy};
	return STATUS_BAD_ANNOTATIONS;
}

enum status mistake_at(struct mistake *mistake, enum mistake_kind kind, size_t line)
{
	return mistake_of(mistake, kind, line, NULL);
}

const char *mistake_words(enum mistake_kind kind)
{
	static const char *const words[N_MISTAKES] = {
#define MISTAKE(name, text) [MISTAKE_##name] = text,
#include "import/mistake.def"
#undef MISTAKE
	};
	return words[kind];
}

void mistake_release(struct mistake *mistake)
{
	free(mistake->name);
	*mistake = MISTAKE_NONE;
}
