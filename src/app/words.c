/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/words.h"

#include <string.h>

#include "app/i18n.h"
#include "text/safe.h"

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
