/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/white.h"

#include <string.h>

#include "base/utf8.h"
#include "base/xalloc.h"

bool white_is_space(char32_t cp)
{
	return cp == '\t' || cp == ' ' || cp == 0xa0 || cp == 0x1680 ||
	       (cp >= 0x2000 && cp <= 0x200a) || cp == 0x202f || cp == 0x205f || cp == 0x3000;
}

bool white_is_line_end(char32_t cp)
{
	return (cp >= '\n' && cp <= '\r') || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

char *white_trimmed(const char *utf8)
{
	size_t n = strlen(utf8), start = n, end = n;
	for (size_t i = 0, used; i < n; i += used) {
		char32_t cp;
		used = utf8_next(utf8 + i, n - i, &cp);
		if (white_is_space(cp) || white_is_line_end(cp))
			continue;
		if (start == n)
			start = i;
		end = i + used;
	}
	return xstrndup(utf8 + start, end - start);
}
