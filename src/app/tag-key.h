/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The key that a tag may have: in the reader it tags as the command `tag` with the tag's path does.
 *
 * What the keymap binds keeps its meaning, whatever a tag, perhaps somebody else's, has as its key.
 * So a tag is given only a key that is free there: a capital letter, a sign, M- with a letter.
 */
#ifndef APP_TAG_KEY_H
#define APP_TAG_KEY_H

#include <stdbool.h>

#include "app/key.h"
#include "app/project.h"

struct app;

/* Tags by `key`, where a tag has it; false where none has. */
bool tag_key_takes(struct app *app, struct key key);

/*
 * Whether the tag `path` may have the key written as `text` ("" and NULL: none). INVALID where it
 * is no key, where the reader has it for a command, or another tag has it.
 */
enum status tag_key_check(const struct project *project, const char *path, const char *text,
			  struct fault *f) MUST_USE;

#endif
