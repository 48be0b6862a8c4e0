/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/safe.h"

#include <unictype.h>
#include <wchar.h>

#include "text/decode.h"

enum {
	REPLACEMENT = 0xFFFD,
	ZWNJ = 0x200C,
	ZWJ = 0x200D,
	FIRST_MARK = 0x0300,
	FIRST_HIDDEN = 0xAD,
	CONTROL_PICTURES = 0x2400,
	DELETE_PICTURE = 0x2421
};

bool safe_is_hidden(char32_t cp)
{
	if (cp < FIRST_HIDDEN || (cp > FIRST_HIDDEN && cp < 0x034F) || (cp > 0x061C && cp < 0x115F))
		return false;
	if (cp >= 0xFFF9 && cp <= 0xFFFB) /* interlinear annotation: no width, and not ignorable */
		return true;
	return uc_is_property_default_ignorable_code_point(cp);
}

static bool is_noncharacter(char32_t cp)
{
	return (cp & 0xFFFE) == 0xFFFE || (cp >= 0xFDD0 && cp <= 0xFDEF);
}

char32_t safe_glyph(char32_t cp)
{
	/* ASCII, and joined forms: nearly all of an article. */
	if ((cp >= 0x20 && cp < 0x7F) || (cp >= 0xFE80 && cp <= 0xFEFC))
		return cp;
	if (cp < 0x20)
		return CONTROL_PICTURES + cp;
	if (cp == 0x7F)
		return DELETE_PICTURE;
	if (cp > 0x10FFFF || is_noncharacter(cp) || safe_is_hidden(cp) || wcwidth((wchar_t)cp) < 0)
		return REPLACEMENT;
	return cp;
}

/* Joiners and variation selectors are spelling where they follow a letter that can need them. */
static bool is_spelling(const char32_t *cps, size_t i)
{
	bool joiner = cps[i] == ZWNJ || cps[i] == ZWJ;
	bool selector = cps[i] >= 0xFE00 && cps[i] <= 0xFE0F;
	return i > 0 && ((joiner && cps[i - 1] >= FIRST_MARK) || selector) &&
	       !safe_is_hidden(cps[i - 1]);
}

size_t safe_count_hidden(const char32_t *cps, size_t n_cp)
{
	size_t count = 0;
	for (size_t i = 0; i < n_cp; i++)
		count += safe_is_hidden(cps[i]) && !is_spelling(cps, i);
	return count;
}

char32_t safe_revealed(char32_t cp)
{
	switch (cp) {
	case 0x200E: case 0x202A: case 0x202D: case 0x2066: /* LRM LRE LRO LRI */
		return 0x2192;
	case 0x200F: case 0x061C: case 0x202B: case 0x202E: case 0x2067: /* RLM ALM RLE RLO RLI */
		return 0x2190;
	case 0x2068: /* FSI */
		return 0x2194;
	case 0x202C: case 0x2069: /* PDF PDI */
		return 0x2191;
	case 0x200C: /* ZWNJ */
		return 0x00A6;
	case 0x00AD: /* SHY */
		return 0x00AC;
	default:
		return 0x00B7;
	}
}

void safe_append(struct str *out, const char *utf8, size_t n, bool keep_lines)
{
	for (size_t i = 0; i < n;) {
		char32_t cp;
		char bytes[4];
		i += utf8_next(utf8 + i, n - i, &cp);
		if (safe_is_hidden(cp))
			continue;
		char32_t glyph = keep_lines && (cp == '\n' || cp == '\t') ? cp : safe_glyph(cp);
		str_append(out, bytes, utf8_encode(glyph, bytes));
	}
}
