/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is wrong in a file of annotations, and where: a kind with words (mistake.def), which are
 * translated above, the place, and the name that stands there.
 */
#ifndef IMPORT_MISTAKE_H
#define IMPORT_MISTAKE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

enum mistake_kind {
#define MISTAKE(name, words) MISTAKE_##name,
#include "import/mistake.def"
#undef MISTAKE
	N_MISTAKES
};

struct mistake {
	enum mistake_kind kind;
	size_t line; /* of the file, from 1 */
	bool item;   /* `line` counts annotations, not lines */
	char *name;  /* a member, a column: foreign text; or NULL. The mistake's */
};

#define MISTAKE_NONE ((struct mistake){.kind = N_MISTAKES, .name = NULL})

/* Sets it, whatever it was. `name` (may be NULL) is copied. Returns BAD_ANNOTATIONS. */
enum status mistake_at(struct mistake *mistake, enum mistake_kind kind, size_t line);
enum status mistake_of(struct mistake *mistake, enum mistake_kind kind, size_t line,
		       const char *name);

/* What is wrong, a msgid for gettext. Static. */
const char *mistake_words(enum mistake_kind kind);

void mistake_release(struct mistake *mistake);

#endif
