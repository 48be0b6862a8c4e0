/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/statement.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "model/white.h"
#include "text/safe.h"

static bool is_seen(char32_t cp)
{
	bool is_control = cp < 0x20 || (cp >= 0x7f && cp < 0xa0);
	return !is_control && !white_is_space(cp) && !white_is_line_end(cp) && !safe_is_hidden(cp);
}

static bool any_seen(const char *utf8)
{
	size_t n = strlen(utf8);
	for (size_t i = 0; i < n;) {
		char32_t cp;
		i += utf8_next(utf8 + i, n - i, &cp);
		if (is_seen(cp))
			return true;
	}
	return false;
}

enum status statement_tidy(const char *text, char **out, struct fault *f)
{
	if (!utf8_check(text, strlen(text), NULL) || !any_seen(text))
		return fault_set(f, STATUS_INVALID, text);
	*out = white_trimmed(text);
	return STATUS_OK;
}
