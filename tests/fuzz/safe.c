/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sanitizer: no control and nothing hidden gets out, whatever goes in. */
#include <wchar.h>

#include "fuzz.h"
#include "text/decode.h"
#include "text/line.h"
#include "text/safe.h"

static const char *check_output(const char *bytes, size_t n, bool keep_lines)
{
	for (size_t i = 0; i < n;) {
		char32_t cp;
		i += utf8_next(bytes + i, n - i, &cp);
		if (keep_lines && (cp == '\n' || cp == '\t'))
			continue;
		if (cp < 0x20 || (cp >= 0x7F && cp < 0xA0))
			return "a control gets out";
		if (safe_is_hidden(cp) || wcwidth((wchar_t)cp) < 0)
			return "a hidden character, or one without a width, gets out";
	}
	return utf8_check(bytes, n, NULL) ? NULL : "ill-formed bytes get out";
}

static const char *check_line(const char *bytes, size_t n, size_t width)
{
	struct line line;
	line_init(&line, bytes, n, width, DIR_AUTO, ORDER_VISUAL);
	size_t col = 0;
	const char *wrong = line.columns > width ? "a line is too wide" : NULL;
	for (size_t i = 0; i < line.n_cells; i++) {
		if (line.cells[i].col != col)
			wrong = "a line's cells do not stand side by side";
		col += line.cells[i].width;
	}
	if (col != line.columns)
		wrong = "a line is not as wide as its cells";
	line_release(&line);
	return wrong;
}

const char *fuzz_safe(const uint8_t *bytes, size_t n)
{
	const char *wrong = NULL;
	for (int keep_lines = 0; keep_lines < 2 && !wrong; keep_lines++) {
		struct str out = STR_EMPTY;
		safe_append(&out, (const char *)bytes, n, keep_lines);
		wrong = check_output(str_cstr(&out), out.len, keep_lines);
		str_release(&out);
	}
	return wrong ? wrong : check_line((const char *)bytes, n, n % 90);
}
