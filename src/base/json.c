/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/json.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"

/* A value that is not the first in its array or object needs a comma before it. */
static void separate(struct str *out)
{
	if (out->len && !strchr("[{:\n", out->p[out->len - 1]))
		str_append_char(out, ',');
}

void json_open(struct str *out, char bracket)
{
	separate(out);
	str_append_char(out, bracket);
}

void json_close(struct str *out, char bracket)
{
	str_append_char(out, bracket);
}

void json_name(struct str *out, const char *name)
{
	separate(out);
	str_append_char(out, '"');
	str_append_str(out, name);
	str_append(out, "\":", 2);
}

static void append_escaped(struct str *out, char32_t cp)
{
	switch (cp) {
	case '"':
	case '\\':
		str_append_char(out, '\\');
		str_append_char(out, (char)cp);
		break;
	case '\n':
		str_append_str(out, "\\n");
		break;
	case '\t':
		str_append_str(out, "\\t");
		break;
	default:
		str_appendf(out, "\\u%04x", (unsigned)cp);
	}
}

/*
 * Whether it stands in a text as it is; U+FFFD may stand for what is no character. There are readers
 * of lines that take more than LF for the end of one.
 */
static bool is_plain(char32_t cp)
{
	if (cp == 0x85 || cp == 0x2028 || cp == 0x2029)
		return false;
	return cp >= 0x20 && cp != '"' && cp != '\\' && cp != 0x7F && cp != 0xFFFD;
}

void json_text(struct str *out, const char *text, size_t n)
{
	size_t plain = 0; /* where what is copied in one go begins */
	separate(out);
	str_append_char(out, '"');
	for (size_t i = 0, size; i < n; i += size) {
		char32_t cp;
		size = utf8_next(text + i, n - i, &cp);
		if (is_plain(cp))
			continue;
		if (i > plain)
			str_append(out, text + plain, i - plain);
		if (cp == 0xFFFD)
			utf8_append(out, &cp, 1);
		else
			append_escaped(out, cp);
		plain = i + size;
	}
	if (n > plain)
		str_append(out, text + plain, n - plain);
	str_append_char(out, '"');
}

void json_number(struct str *out, int64_t number)
{
	separate(out);
	str_append_number(out, number);
}

void json_text_member(struct str *out, const char *name, const char *text)
{
	json_name(out, name);
	json_text(out, text ? text : "", text ? strlen(text) : 0);
}

void json_size_member(struct str *out, const char *name, size_t size)
{
	json_number_member(out, name, (int64_t)size);
}

void json_number_member(struct str *out, const char *name, int64_t number)
{
	json_name(out, name);
	json_number(out, number);
}
