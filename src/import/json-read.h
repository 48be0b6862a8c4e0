/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON as it is read: jansson, and what of it a mistake has to say. Only src/import/ includes it. */
#ifndef IMPORT_JSON_READ_H
#define IMPORT_JSON_READ_H

#include <jansson.h>

#include "import/mistake.h"

/*
 * The value that `n` bytes are, the caller's (json_decref); NULL and a mistake: of the line that
 * jansson counts, behind `line` others. Refused are names that stand twice in an object, \u0000,
 * surrogates alone, and more than 2048 levels.
 */
json_t *json_read(const char *bytes, size_t n, size_t line, struct mistake *mistake);

/* The text of a member; NULL where it is missing or is something else. Borrowed. */
const char *json_member_text(const json_t *object, const char *name);

#endif
