/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/words.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <uchar.h>

#include "app/i18n.h"
#include "text/decode.h"
#include "text/safe.h"

#define ISOLATED_S "\xE2\x81\xA8%s\xE2\x81\xA9"

/* The format with every %s isolated; the caller's. */
static char *isolate(const char *format)
{
	struct str out = STR_EMPTY;
	for (const char *s; (s = strstr(format, "%s")); format = s + 2) {
		str_append(&out, format, (size_t)(s - format));
		str_append_str(&out, ISOLATED_S);
	}
	str_append_str(&out, format);
	return str_take(&out);
}

char *words_vformat(const char *format, va_list args)
{
	struct str text = STR_EMPTY;
	char *isolated = isolate(format);
	str_vappendf(&text, isolated, args);
	free(isolated);
	return str_take(&text);
}

void words_fault(struct str *out, const struct fault *f)
{
	if (f->subject) {
		safe_append(out, f->subject, strlen(f->subject), false);
		str_append_str(out, ": ");
	}
	str_append_str(out, _(status_message(f->status)));
	if (f->detail) {
		str_append_str(out, " (");
		safe_append(out, f->detail, strlen(f->detail), false);
		str_append_char(out, ')');
	}
}

const char *words_hint(const struct fault *f)
{
	const char *hint = status_hint(f->status);
	return hint && *hint ? _(hint) : NULL;
}

char *words_excerpt(const char *text, size_t max_cp)
{
	struct str out = STR_EMPTY;
	size_t n = strlen(text), i = 0, n_cp = 0, space = 0;
	for (char32_t cp; i < n && n_cp < max_cp; n_cp++) {
		size_t size = utf8_next(text + i, n - i, &cp);
		bool is_space = cp == ' ' || cp == '\n' || cp == '\t';
		if (is_space)
			space = out.len;
		str_append(&out, is_space ? " " : text + i, is_space ? 1 : size);
		i += size;
	}
	if (i < n) {
		str_truncate(&out, space > out.len / 2 ? space : out.len);
		str_append_str(&out, "\u2026");
	}
	return str_take(&out);
}
