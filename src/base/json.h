/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON (RFC 8259) as it is written, piece by piece. Commas are put by the writer.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* Opens with '{' or '[', closes with '}' or ']'. */
void json_open(struct str *out, char bracket);
void json_close(struct str *out, char bracket);

/* The name of a member; its value follows. */
void json_name(struct str *out, const char *name);

/*
 * Values. `text` is UTF-8, or becomes it: U+FFFD for what is ill-formed; NULL is the empty string.
 */
void json_text(struct str *out, const char *text, size_t n);
void json_number(struct str *out, int64_t number);

/* Members. */
void json_text_member(struct str *out, const char *name, const char *text);
void json_number_member(struct str *out, const char *name, int64_t number);
void json_size_member(struct str *out, const char *name, size_t size);

#endif
