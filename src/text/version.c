/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/version.h"

#include <fribidi.h>
#include <string.h>
#include <unistring/version.h>

/* The version stands in a text of several lines: "(GNU FriBidi) 1.0.8". */
static void append_fribidi(struct str *out)
{
	const char *info = fribidi_version_info, *number = strstr(info, ") ");
	const char *start = number ? number + 2 : info;
	str_append_str(out, "fribidi ");
	str_append(out, start, strcspn(start, "\n"));
	str_appendf(out, " (Unicode %s)", fribidi_unicode_version);
}

void text_versions(struct str *out)
{
	append_fribidi(out);
	str_appendf(out, ", libunistring %d.%d", _libunistring_version >> 16,
		    _libunistring_version >> 8 & 0xFF);
}
