/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tagpath.h"

#include <stdbool.h>
#include <string.h>
#include <uchar.h>

#include "base/str.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "model/white.h"

/* Controls (Cc) but TAB, and the line and paragraph separators. */
static bool is_forbidden(char32_t cp)
{
	return (cp < 0x20 && cp != '\t') || (cp >= 0x7f && cp < 0xa0) || cp == 0x2028 ||
	       cp == 0x2029;
}

/* Appends one name tidied; false where it is empty or holds what no name may. */
static bool append_name(struct str *out, const char *name, size_t n)
{
	size_t start = out->len;
	bool gap = false;
	for (size_t i = 0; i < n;) {
		char32_t cp;
		size_t used = utf8_next(name + i, n - i, &cp);
		if (is_forbidden(cp))
			return false;
		if (white_is_space(cp)) {
			gap = out->len > start;
		} else {
			if (gap)
				str_append_char(out, ' ');
			str_append(out, name + i, used);
			gap = false;
		}
		i += used;
	}
	return out->len > start;
}

enum status tagpath_tidy(const char *path, char **out, struct fault *f)
{
	struct str tidy = STR_EMPTY;
	const char *name = path;
	bool good = utf8_check(path, strlen(path), NULL);
	for (size_t n = 1; good; n++) {
		const char *end = strchrnul(name, '/');
		good = n <= TAGPATH_NAMES && append_name(&tidy, name, (size_t)(end - name));
		if (!good || !*end)
			break;
		str_append_char(&tidy, '/');
		name = end + 1;
	}
	if (good)
		*out = str_take(&tidy);
	str_release(&tidy);
	return good ? STATUS_OK : fault_set(f, STATUS_INVALID, path);
}

bool tagpath_is_below(const char *path, const char *top)
{
	size_t n = strlen(top);
	return strncmp(path, top, n) == 0 && (path[n] == '\0' || path[n] == '/');
}

const char *tagpath_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

char *tagpath_parent(const char *path)
{
	const char *slash = strrchr(path, '/');
	return xstrndup(path, slash ? (size_t)(slash - path) : 0);
}

/* "/" sorts before every byte that a name can have. */
static int rank(char c)
{
	return c == '/' ? 1 : (unsigned char)c;
}

int tagpath_compare(const char *a, const char *b)
{
	while (*a && *a == *b)
		a++, b++;
	return rank(*a) - rank(*b);
}
