/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of base directions, as they are stored, exported and typed: "auto", "rtl", "ltr". */
#ifndef MODEL_DIR_H
#define MODEL_DIR_H

#include <stdbool.h>

#include "text/paragraph.h"

const char *dir_name(enum text_dir dir);

/* False for a name that is none of them; `*out` stays. */
bool dir_parse(const char *name, enum text_dir *out);

/*
 * DIR_RTL or DIR_LTR: how a paragraph without a strong character is read in a text of the language
 * `tag` (BCP 47; may be NULL).
 */
enum text_dir dir_of_language(const char *tag);

#endif
